//! Two to eight regions side by side.

use std::collections::BTreeMap;

use super::{
    Reading,
    choice::{Choice, Time, comparable},
    profile::category,
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Measure, Polarity, RegionCode, Status, Unit},
};

/// What has a row of its own, in the order of the rows.
const MEASURES: [Measure; 5] = [Measure::Level, Measure::Growth, Measure::Rank, Measure::GrowthRank, Measure::Share];

/// Asks for regions side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// Only this year; `None` takes for each metric the latest year that most of them have, and for
    /// a region that lacks it the latest it has.
    pub year: Option<u16>,
    /// Only rows that at least two have.
    pub common_only: bool,
}

/// Regions side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// Metrics that all have first, then by how many have them, then in the order of the catalogue;
    /// the rows of a metric stand together.
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
    /// Which way is better; of places it is less.
    pub polarity: Polarity,
    /// The unit that all values are brought to, as written in the first cell that has a number.
    pub unit: String,
    /// A cell for each region.
    pub cells: Vec<Option<ComparisonCell>>,
    /// Whether the cells are not all of one time.
    pub years_differ: bool,
    /// First region less the second, in `unit`; `None` unless both are numbers of one dimension, and
    /// for places and shares of different scopes.
    pub difference: Option<f64>,
    /// First region over the second; `None` for growth, places and where the second is zero.
    pub ratio: Option<f64>,
}

/// One region's figure in a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonCell {
    /// The number in the row's unit; `None` when it is damaged, a proportion or of another dimension.
    pub value: Option<f64>,
    /// The figure.
    pub reading: Reading,
}

impl Compare {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Comparison {
        let mut series: BTreeMap<MetricId, Vec<Option<Figures>>> = BTreeMap::new();
        for (column, &region) in self.regions.iter().enumerate() {
            for (metric, figures) in atlas.region_series(region) {
                series.entry(metric).or_insert_with(|| vec![None; self.regions.len()])[column] = Some(figures);
            }
        }
        let mut metrics: Vec<Vec<ComparisonRow>> = Vec::new();
        for (metric, series) in series {
            let rows = MEASURES.into_iter().filter_map(|measure| self.row(atlas, metric, measure, &series));
            metrics.push(rows.filter(|row| !self.common_only || row.width() >= 2).collect());
        }
        // Stable: metrics that as many have stay in the order of the catalogue.
        metrics.sort_by_key(|rows| std::cmp::Reverse(rows.iter().map(ComparisonRow::width).max()));
        Comparison { regions: self.regions.clone(), rows: metrics.into_iter().flatten().collect() }
    }

    fn row(
        &self,
        atlas: &Atlas,
        metric: MetricId,
        measure: Measure,
        series: &[Option<Figures>],
    ) -> Option<ComparisonRow> {
        let columns: Vec<Vec<FigureRef<'_>>> = series
            .iter()
            .map(|series| {
                let figures = series.iter().flat_map(|series| atlas.measured(series, measure));
                figures.map(|id| atlas.figure(id)).filter(|figure| comparable(measure, figure.base())).collect()
            })
            .collect();
        let chosen = self.choose(&Choice::new(atlas, metric), &columns);
        let first = chosen.iter().flatten().copied().find(|figure| figure.number().is_some());
        let unit = first.or(chosen.iter().flatten().copied().next())?.unit();
        let parsed = Unit::parse(unit);
        let cells: Vec<_> = chosen
            .iter()
            .map(|figure| {
                let figure = (*figure)?;
                Some(ComparisonCell { value: figure.number_in(&parsed), reading: Reading::of(atlas, figure.id()) })
            })
            .collect();
        let polarity = match measure {
            Measure::Rank | Measure::GrowthRank => Polarity::Less,
            _ => atlas.metric(metric).map_or(Polarity::Neutral, |metric| metric.polarity),
        };
        let mut times = chosen.iter().flatten().map(|&figure| Time::of(figure));
        let time = times.next();
        let (difference, ratio) = set_against(measure, &cells);
        Some(ComparisonRow {
            metric,
            name: atlas.metric_name(metric).to_owned(),
            category: category(atlas, metric).to_owned(),
            measure,
            polarity,
            unit: unit.to_owned(),
            years_differ: times.any(|other| Some(other) != time),
            cells,
            difference,
            ratio,
        })
    }

    /// The figure of each column.
    fn choose<'a>(&self, choice: &Choice<'a>, columns: &[Vec<FigureRef<'a>>]) -> Vec<Option<FigureRef<'a>>> {
        let shared = self.year.or_else(|| shared_year(columns));
        let time = |figures: &[FigureRef<'a>]| {
            let shared = shared.map(Time::Year);
            let has_shared = figures.iter().any(|&figure| Some(Time::of(figure)) == shared);
            if has_shared || self.year.is_some() { shared } else { Time::latest(figures.iter().copied()) }
        };
        let at_time = columns.iter().map(|figures| {
            let time = time(figures);
            figures.iter().copied().filter(|&figure| Some(Time::of(figure)) == time).collect()
        });
        let columns: Vec<Vec<FigureRef<'a>>> = at_time.collect();
        // Places and shares compare within one scope.
        let scope = most_shared(&columns, FigureRef::scope);
        let in_scope = |figures: &[FigureRef<'a>]| {
            choice.best(figures.iter().copied().filter(|figure| scope.is_some() && figure.scope() == scope))
        };
        columns.iter().map(|figures| in_scope(figures).or_else(|| choice.best(figures.iter().copied()))).collect()
    }
}

impl ComparisonRow {
    /// How many regions have a figure.
    fn width(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// The latest of the years that most columns have, by actual figures where there are any.
fn shared_year(columns: &[Vec<FigureRef<'_>>]) -> Option<u16> {
    let year = |figure: FigureRef<'_>| Time::of(figure).year();
    let actual = |figure: FigureRef<'_>| year(figure).filter(|_| figure.status() == Status::Actual);
    most_shared(columns, actual).or_else(|| most_shared(columns, year))
}

/// What most columns have, the greatest of those that as many have.
fn most_shared<'a, T: Ord + Copy>(
    columns: &[Vec<FigureRef<'a>>],
    what: impl Fn(FigureRef<'a>) -> Option<T>,
) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for figures in columns {
        let mut of_column: Vec<T> = figures.iter().filter_map(|&figure| what(figure)).collect();
        of_column.sort_unstable();
        of_column.dedup();
        for item in of_column {
            *counts.entry(item).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|&(item, count)| (count, item)).map(|(item, _)| item)
}

/// Difference and ratio of the first two cells.
fn set_against(measure: Measure, cells: &[Option<ComparisonCell>]) -> (Option<f64>, Option<f64>) {
    let [Some(first), Some(second), ..] = cells else { return (None, None) };
    let (Some(a), Some(b)) = (first.value, second.value) else { return (None, None) };
    let scoped = matches!(measure, Measure::Rank | Measure::GrowthRank | Measure::Share);
    if scoped && first.reading.scope != second.reading.scope {
        return (None, None);
    }
    let divides = matches!(measure, Measure::Level | Measure::Share) && b != 0.0;
    (Some(a - b), divides.then(|| a / b))
}
