//! Two to eight regions side by side.

use super::{
    Reading,
    choice::{Choice, Time, comparable},
    profile::category,
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Measure, Period, Polarity, RegionCode, Status},
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
    /// First region less the second, in `unit`; `None` unless both are numbers of one dimension,
    /// for places and shares of different scopes, and where only one of the two is a target: a plan
    /// set against a result says nothing.
    pub difference: Option<f64>,
    /// First region over the second; `None` where there is no difference, for growth, places and
    /// where the second is zero.
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
        let columns = self.regions.iter().enumerate();
        let series = columns.flat_map(|(column, &region)| {
            atlas.region_series(region).map(move |(metric, figures)| (metric, column, figures))
        });
        let mut series: Vec<(MetricId, usize, Figures)> = series.collect();
        series.sort_by_key(|(metric, ..)| *metric);
        let of_metrics = series.chunk_by(|a, b| a.0 == b.0).map(|of_metric| {
            let rows = self.rows(atlas, of_metric);
            rows.filter(|row| !self.common_only || row.width() >= 2).collect()
        });
        let mut of_metrics: Vec<Vec<ComparisonRow>> = of_metrics.collect();
        // Stable: metrics that as many have stay in the order of the catalogue.
        of_metrics.sort_by_key(|rows| std::cmp::Reverse(rows.iter().map(ComparisonRow::width).max()));
        Comparison { regions: self.regions.clone(), rows: of_metrics.into_iter().flatten().collect() }
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
            let chosen = told.choose(&choice, self.year);
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
            cells[column] = Some(ComparisonCell { value: figure.number_in(first.parsed_unit()), reading });
        }
        let polarity = match measure {
            Measure::Rank | Measure::GrowthRank => Polarity::Less,
            _ => atlas.metric(metric).map_or(Polarity::Neutral, |metric| metric.polarity),
        };
        let (difference, ratio) = set_against(measure, &cells);
        Some(ComparisonRow {
            metric,
            name: atlas.metric_name(metric).to_owned(),
            category: category(atlas, metric).to_owned(),
            measure,
            polarity,
            unit: first.unit().to_owned(),
            years_differ: chosen.iter().any(|(_, figure)| Time::of(*figure) != Time::of(chosen[0].1)),
            cells,
            difference,
            ratio,
        })
    }
}

/// What regions have of one metric and measure.
struct Told<'a> {
    atlas: &'a Atlas,
    measure: Measure,
    /// Those columns that have anything, with their figures.
    columns: Vec<(usize, Figures)>,
}

impl<'a> Told<'a> {
    /// The figure of each column that has one, for `year` or else for the year that most share.
    fn choose(&self, choice: &Choice<'a>, year: Option<u16>) -> Vec<(usize, FigureRef<'a>)> {
        let shared = year.or_else(|| self.shared_year());
        let at_time = self.columns.iter().map(|(column, figures)| {
            let mut at_time = shared.map(|year| self.of_year(figures, year).collect()).unwrap_or_default();
            if year.is_none() && Vec::is_empty(&at_time) {
                let latest = Time::latest_of_sorted(self.comparable(figures.clone()));
                at_time = self.comparable(figures.clone()).filter(|&figure| Some(Time::of(figure)) == latest).collect();
            }
            (*column, at_time)
        });
        let at_time: Vec<(usize, Vec<FigureRef<'a>>)> = at_time.collect();
        // Places and shares compare within one scope.
        let scope = most_shared_scope(&at_time);
        let best = at_time.iter().filter_map(|(column, figures)| {
            let in_scope = figures.iter().copied().filter(|figure| scope.is_some() && figure.scope() == scope);
            Some((*column, choice.best(in_scope).or_else(|| choice.best(figures.iter().copied()))?))
        });
        best.collect()
    }

    /// The latest of the years that most columns have, by actual figures where there are any; `None`
    /// where no two have the same.
    fn shared_year(&self) -> Option<u16> {
        if self.columns.len() < 2 {
            return None;
        }
        let actual = |figure: FigureRef<'_>| figure.status() == Status::Actual;
        self.most_shared_year(actual).or_else(|| self.most_shared_year(|_| true))
    }

    fn most_shared_year(&self, counts: impl Fn(FigureRef<'a>) -> bool) -> Option<u16> {
        let mut most = (None, 1);
        for &year in self.atlas.years().iter().rev() {
            let has = |(_, figures): &&(usize, Figures)| self.of_year(figures, year).any(&counts);
            let count = self.columns.iter().filter(has).count();
            if count > most.1 {
                most = (Some(year), count);
            }
            if count == self.columns.len() {
                break;
            }
        }
        most.0
    }

    fn of_year(&self, figures: &Figures, year: u16) -> impl Iterator<Item = FigureRef<'a>> {
        let of_year = self.atlas.measured_in(figures, self.measure, Some(Period::year(year)));
        self.comparable(of_year)
    }

    fn comparable(&self, figures: Figures) -> impl DoubleEndedIterator<Item = FigureRef<'a>> + Clone {
        let (atlas, measure) = (self.atlas, self.measure);
        let figures = figures.map(move |id| atlas.figure(id));
        figures.filter(move |figure| comparable(measure, figure.base()))
    }
}

impl ComparisonRow {
    /// How many regions have a figure.
    fn width(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// The scope that most columns have, the first by name of those that as many have.
fn most_shared_scope<'a>(columns: &[(usize, Vec<FigureRef<'a>>)]) -> Option<&'a str> {
    let of_column = |(column, figures): &(usize, Vec<FigureRef<'a>>)| {
        let scopes = figures.iter().filter_map(|figure| figure.scope());
        scopes.map(|scope| (scope, *column)).collect::<Vec<_>>()
    };
    let mut scopes: Vec<(&str, usize)> = columns.iter().flat_map(of_column).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let most = scopes.chunk_by(|a, b| a.0 == b.0).rev().max_by_key(|columns| columns.len());
    most.map(|columns| columns[0].0)
}

/// Difference and ratio of the first two cells.
fn set_against(measure: Measure, cells: &[Option<ComparisonCell>]) -> (Option<f64>, Option<f64>) {
    let [Some(first), Some(second), ..] = cells else { return (None, None) };
    let (Some(a), Some(b)) = (first.value, second.value) else { return (None, None) };
    let scoped = matches!(measure, Measure::Rank | Measure::GrowthRank | Measure::Share);
    if scoped && first.reading.scope != second.reading.scope {
        return (None, None);
    }
    let is_target = |cell: &ComparisonCell| cell.reading.status == Status::Target;
    if is_target(first) != is_target(second) {
        return (None, None);
    }
    let divides = matches!(measure, Measure::Level | Measure::Share) && b != 0.0;
    (Some(a - b), divides.then(|| a / b))
}
