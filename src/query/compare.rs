//! Two to eight regions side by side.

mod against;
mod told;

use std::cmp::{Ordering, Reverse};

use self::told::Told;
use super::{
    Reading,
    choice::{Choice, Time},
    profile::category,
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Bound, Measure, Polarity, RegionCode},
};

/// What has a row of its own, in the order of the rows.
const MEASURES: [Measure; 5] = [Measure::Level, Measure::Growth, Measure::Rank, Measure::GrowthRank, Measure::Share];

/// Asks for regions side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// Only this year; `None` leaves the year to `align`.
    pub year: Option<u16>,
    /// Which year of each region, where none is asked for.
    pub align: Align,
    /// Only rows that at least two have.
    pub common_only: bool,
    /// Which rows come first.
    pub order: Order,
}

/// Which year of each region stands in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// The latest that most of them have; of a region that lacks it, the latest that it has. Where one has no
    /// whole year, the latest months that all have, or most if no two have the same year.
    #[default]
    SameYear,
    /// The latest that each has.
    Latest,
}

/// Which rows come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Metrics that all have, then by how many have them, then as the catalogue has them; the rows of a
    /// metric stand together.
    #[default]
    Shared,
    /// Rows with the widest [gap](ComparisonRow::gap), those without one last.
    Gap,
}

/// Regions side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// The rows, in the order asked for.
    pub rows: Vec<ComparisonRow>,
}

/// One metric and measure (level, growth, places and shares each in a row of their own).
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// The metric.
    pub metric: MetricId,
    /// Its Chinese name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// What the numbers tell.
    pub measure: Measure,
    /// Which way is better; of places it is less, unless the metric is neutral.
    pub polarity: Polarity,
    /// The unit that all values are brought to, as written in the first cell that has a number.
    pub unit: String,
    /// A cell for each region.
    pub cells: Vec<Option<ComparisonCell>>,
    /// Whether the cells are not all of one time.
    pub years_differ: bool,
    /// First region less the second, in `unit`; `None` unless both are numbers of one dimension and of
    /// times of one length (a year says nothing against nine months), for places and shares of different scopes, where only one of the two is a target (a plan set
    /// against a result says nothing), and where both are bounds of the same kind.
    pub difference: Option<f64>,
    /// First region over the second; `None` where there is no difference, for growth, places and
    /// where the second is zero.
    pub ratio: Option<f64>,
    /// How difference and ratio bound the truth: above 700 less 297.6 is above 402.4.
    pub bound: Bound,
    /// Whether the two are of one told time and one status.
    pub fair: bool,
    /// Of a level: growth of the first region less that of the second, in percentage points, where
    /// all four are of one time and the difference of the two growths is no bound.
    pub growth_gap: Option<f64>,
    /// The column of the better number: results (no targets) of one time and scope, of which this one
    /// is better than all others by the metric's polarity whatever their bounds leave open. `None`
    /// also where a result of another time or scope would be as good.
    pub best: Option<usize>,
    /// How far the results of one time and scope lie apart, so that rows of all kinds can be
    /// sorted by it: of percentages the percentage points between greatest and least; of other levels
    /// with one sign a hundred times the logarithm of greatest over least, so that one per cent weighs
    /// as much as one percentage point. Places have none: how much lies between two of them nobody tells.
    pub gap: Option<f64>,
}

/// One region's figure in a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonCell {
    /// The number in the row's unit; `None` when it is damaged, a proportion or of another dimension.
    pub value: Option<f64>,
    /// Whether it is one of the results of the time and scope that most have: those that the better one
    /// and the gap are found among.
    pub peer: bool,
    /// Whether its bar may stand beside the others: of some months beside a whole year it would mislead.
    pub scaled: bool,
    /// The figure.
    pub reading: Reading,
}

impl Compare {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Comparison {
        let columns = self.regions.iter().enumerate();
        let series = columns.flat_map(|(column, &region)| {
            atlas.region_series(region).map(move |(metric, figures)| (metric, column, figures))
        });
        let mut series: Vec<(MetricId, usize, Figures)> = series.collect();
        series.sort_by_key(|(metric, ..)| *metric);
        let of_metrics = series.chunk_by(|a, b| a.0 == b.0).map(|of_metric| {
            let mut rows: Vec<ComparisonRow> = self.rows(atlas, of_metric).collect();
            against::growth_gap(&mut rows);
            rows.retain(|row| !self.common_only || row.width() >= 2);
            rows
        });
        let mut of_metrics: Vec<Vec<ComparisonRow>> = of_metrics.collect();
        // Stable: metrics that as many have stay in the order of the catalogue.
        of_metrics.sort_by_key(|rows| Reverse(rows.iter().map(ComparisonRow::width).max()));
        let mut rows: Vec<ComparisonRow> = of_metrics.into_iter().flatten().collect();
        if self.order == Order::Gap {
            rows.sort_by(ComparisonRow::widest_first);
        }
        Comparison { regions: self.regions.clone(), rows }
    }

    /// The rows of a metric, whose series are given with the column of each.
    fn rows<'a>(
        &'a self,
        atlas: &'a Atlas,
        series: &'a [(MetricId, usize, Figures)],
    ) -> impl Iterator<Item = ComparisonRow> {
        let metric = series[0].0;
        let choice = Choice::new(atlas, metric);
        MEASURES.into_iter().filter_map(move |measure| {
            let told = series.iter().map(|(_, column, series)| (*column, atlas.measured(series, measure)));
            let told = Told { atlas, measure, columns: told.filter(|(_, figures)| figures.len() > 0).collect() };
            let chosen = told.choose(&choice, self.year, self.align);
            self.row(atlas, metric, measure, &chosen)
        })
    }

    fn row(
        &self,
        atlas: &Atlas,
        metric: MetricId,
        measure: Measure,
        chosen: &[(usize, FigureRef<'_>)],
    ) -> Option<ComparisonRow> {
        let first_number = chosen.iter().find(|(_, figure)| figure.number().is_some());
        let (_, first) = first_number.or(chosen.first())?;
        let mut cells = vec![None; self.regions.len()];
        for &(column, figure) in chosen {
            let reading = Reading::of(atlas, figure.id());
            cells[column] = Some(ComparisonCell {
                value: figure.number_in(first.parsed_unit()),
                peer: false,
                scaled: false,
                reading,
            });
        }
        let polarity = polarity(atlas, metric, measure);
        let set = against::first_two(measure, &cells);
        let peers = against::Peers::of(measure, &cells);
        for column in peers.columns() {
            cells[column].iter_mut().for_each(|cell| cell.peer = true);
        }
        for column in against::scaled(&cells) {
            cells[column].iter_mut().for_each(|cell| cell.scaled = true);
        }
        Some(ComparisonRow {
            metric,
            name: atlas.metric_name(metric).to_owned(),
            category: category(atlas, metric).to_owned(),
            measure,
            polarity,
            unit: first.unit().to_owned(),
            years_differ: chosen.iter().any(|(_, figure)| Time::of(*figure) != Time::of(chosen[0].1)),
            difference: set.difference,
            ratio: set.ratio,
            bound: set.bound,
            fair: set.fair,
            growth_gap: None,
            best: peers.best(polarity),
            gap: peers.gap(measure, &first.parsed_unit().dimension),
            cells,
        })
    }
}

/// Which way is better. A place is better the less it is, also of a metric that nobody has told the
/// polarity of; of a metric that is known to have none, a place is no merit either.
fn polarity(atlas: &Atlas, metric: MetricId, measure: Measure) -> Polarity {
    let known = atlas.metric(metric).map(|metric| metric.polarity);
    match (measure, known) {
        (Measure::Rank | Measure::GrowthRank, Some(Polarity::More | Polarity::Less) | None) => Polarity::Less,
        (_, known) => known.unwrap_or(Polarity::Neutral),
    }
}

impl ComparisonRow {
    /// How many regions have a figure.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    fn widest_first(&self, other: &Self) -> Ordering {
        // Rows without a gap stand behind those with the least.
        let gap = |row: &Self| row.gap.unwrap_or(-1.0);
        gap(other).total_cmp(&gap(self))
    }
}
