//! What is known of one region: its metrics by category.

use std::{collections::HashSet, hash::Hash};

use super::{
    Reading, SeriesOf,
    choice::{Choice, Time, comparable},
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Measure, RegionCode, Status},
};

/// The category of metrics outside the catalogue.
pub const OTHERS: &str = "其他";

/// Asks what is known of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileOf {
    /// The region.
    pub region: RegionCode,
    /// Only this year; `None` takes for each metric the latest with an actual figure.
    pub year: Option<u16>,
}

/// What is known of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The region.
    pub region: RegionCode,
    /// The metrics by category, in the order of the catalogue; metrics outside it come last, under
    /// the category [`OTHERS`].
    pub groups: Vec<Group>,
}

/// The metrics of one category.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The category.
    pub category: String,
    /// Its metrics.
    pub rows: Vec<Row>,
}

/// One metric of a region. Actual figures stand before forecasts and targets of the same year;
/// among several figures of the same kind and year the most exact comes first (`=` before a bound).
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The metric.
    pub metric: MetricId,
    /// Its Chinese name.
    pub name: String,
    /// The value itself.
    pub level: Option<Reading>,
    /// Its growth against the year before; where there is none, its change against the year before, in
    /// the metric's own unit or in percentage points. Growth on average or since an earlier year
    /// stands among the others.
    pub growth: Option<Reading>,
    /// Its place, of the level or else of the growth.
    pub rank: Option<Reading>,
    /// Every figure of the metric in the year that says something further, in the order of the text:
    /// also what is counted up to the year over longer or shorter times and, where no year was asked
    /// for, what is of no told time and, of a metric without a level in its latest year, the level of the
    /// last year before.
    pub others: Vec<Reading>,
    /// The year that the row shows; `None` when the text does not tell, or when all there is stands
    /// for more or less than a year: then the readings have the period.
    pub year: Option<u16>,
    /// Level by year for a sparkline, first to last year of the metric's series; a gap is `None`.
    /// Of the growth, where no two levels are known.
    pub spark: Vec<Option<f64>>,
    /// What the sparkline is of: the level or the growth.
    pub spark_measure: Measure,
}

impl ProfileOf {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Profile {
        let mut groups: Vec<Group> = Vec::new();
        for (metric, series) in atlas.region_series(self.region) {
            let Some(row) = self.row(atlas, metric, series) else { continue };
            let category = category(atlas, metric);
            match groups.iter_mut().find(|group| group.category == category) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { category: category.to_owned(), rows: vec![row] }),
            }
        }
        Profile { region: self.region, groups }
    }

    fn row(self, atlas: &Atlas, metric: MetricId, series: Figures) -> Option<Row> {
        let figures: Vec<FigureRef<'_>> = series.map(|id| atlas.figure(id)).collect();
        let time = self.time(&figures)?;
        let choice = Choice::new(atlas, metric);
        let best = |measure: Measure| {
            let at_time = figures.iter().copied().filter(|&figure| Time::of(figure) == time);
            choice.best(at_time.filter(|figure| figure.measure() == measure && comparable(measure, figure.base())))
        };
        let level = best(Measure::Level);
        let change = || best(Measure::Change).filter(|change| change.base() == Some("yoy"));
        let growth = best(Measure::Growth).or_else(change);
        let rank = best(Measure::Rank).or_else(|| best(Measure::GrowthRank));
        // A growth that was aimed at does not stand beside the level that came about.
        let aimed = |figure: &FigureRef<'_>| figure.status() == Status::Target;
        let come_about = [level, growth, rank].iter().flatten().any(|figure| !aimed(figure));
        let [level, growth, rank] =
            [level, growth, rank].map(|figure| figure.filter(|figure| !(come_about && aimed(figure))));

        // What several sources, or a source several times, say alike is told once.
        let mut told: HashSet<_> = [level, growth, rank].into_iter().flatten().map(says).collect();
        let earlier = if level.is_none() { self.level_before(&choice, &figures, time) } else { None };
        let belongs = figures.iter().copied().filter(|figure| self.belongs(*figure, time));
        let mut others: Vec<_> = belongs.chain(earlier).collect();
        others.sort_by_key(|figure| (figure.source(), figure.span()));
        others.retain(|&figure| told.insert(says(figure)));

        let reading = |figure: FigureRef<'_>| Reading::of(atlas, figure.id());
        let (spark_measure, spark) = self.spark(atlas, metric);
        Some(Row {
            metric,
            name: atlas.metric_name(metric).to_owned(),
            level: level.map(reading),
            growth: growth.map(reading),
            rank: rank.map(reading),
            others: others.into_iter().map(reading).collect(),
            year: time.year(),
            spark,
            spark_measure,
        })
    }

    /// The time that a metric's row shows; `None` for no row.
    fn time(self, figures: &[FigureRef<'_>]) -> Option<Time> {
        let Some(year) = self.year else {
            let shown = |figure: &FigureRef<'_>| {
                let measure = figure.measure();
                matches!(measure, Measure::Level | Measure::Growth | Measure::Rank | Measure::GrowthRank)
                    && comparable(measure, figure.base())
            };
            let figures = figures.iter().copied();
            return Time::latest(figures.clone().filter(shown)).or_else(|| Time::latest(figures));
        };
        let ends_in_year = |figure: &FigureRef<'_>| figure.period().is_some_and(|period| period.last() == year);
        let in_year: Vec<_> = figures.iter().copied().filter(ends_in_year).collect();
        let whole = in_year.iter().any(|&figure| Time::of(figure) == Time::Year(year));
        if whole { Some(Time::Year(year)) } else { Time::latest(in_year.into_iter()) }
    }

    /// Whether a figure is to be told in a row of `time`.
    fn belongs(self, figure: FigureRef<'_>, time: Time) -> bool {
        match (time, Time::of(figure)) {
            (Time::Year(year), Time::Span(period)) => period.last() == year,
            (_, Time::Untold) if self.year.is_none() => true,
            (time, own) => time == own,
        }
    }

    /// The level of the last year before that of a row, where no year was asked for.
    fn level_before<'a>(self, choice: &Choice<'a>, figures: &[FigureRef<'a>], time: Time) -> Option<FigureRef<'a>> {
        let year = time.year().filter(|_| self.year.is_none())?;
        let levels = figures.iter().copied().filter(|figure| {
            figure.measure() == Measure::Level
                && figure.status() != Status::Target
                && Time::of(*figure).year().is_some_and(|own| own < year)
        });
        let last = Time::latest(levels.clone())?;
        choice.best(levels.filter(|figure| Time::of(*figure) == last))
    }

    /// The course of the level, or else of the growth.
    fn spark(self, atlas: &Atlas, metric: MetricId) -> (Measure, Vec<Option<f64>>) {
        let of = |measure| SeriesOf { region: self.region, metric, measure }.ask(atlas).by_year();
        let levels = of(Measure::Level);
        let known = |years: &[(u16, Option<f64>)]| years.iter().filter(|(_, value)| value.is_some()).count();
        let growth = if known(&levels) < 2 { of(Measure::Growth) } else { Vec::new() };
        let (measure, years) = if known(&growth) < 2 { (Measure::Level, levels) } else { (Measure::Growth, growth) };
        (measure, years.into_iter().map(|(_, value)| value).collect())
    }
}

/// What a figure says, whoever says it.
fn says(figure: FigureRef<'_>) -> impl Eq + Hash {
    let value = figure.number().map(f64::to_bits).ok_or_else(|| figure.text());
    let kind = (figure.measure(), figure.bound(), figure.status(), figure.flag());
    (value, figure.unit(), kind, figure.period(), figure.scope(), figure.base())
}

/// The category of a metric.
pub(super) fn category(atlas: &Atlas, metric: MetricId) -> &str {
    atlas.metric(metric).map_or(OTHERS, |metric| &metric.category)
}
