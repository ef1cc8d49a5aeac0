//! What is asked for the years of a metric.

use std::collections::BTreeMap;

use super::State;
use crate::{
    index::{Atlas, FigureId, MetricId},
    model::RegionCode,
    query::{Trend, TrendChart, TrendMode, TrendPoint},
    tui::state::{Chosen, MOST_PINS},
};

/// Asks for the years of a metric.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    metric: MetricId,
    region: Option<RegionCode>,
    year: Option<u16>,
    pins: Vec<RegionCode>,
    mode: TrendMode,
}

/// The years of a metric.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What was asked of the Atlas, in the mode that is shown.
    pub(crate) trend: Trend,
    /// The mode that the user asked for; another is shown where that has no year.
    pub(crate) asked: TrendMode,
    pub(crate) chart: TrendChart,
    /// The region and the year that are chosen for all views.
    pub(crate) chosen: (Option<RegionCode>, Option<u16>),
    /// Whether the lines are those of pinned regions, and not of the chosen one and those beside it.
    pub(crate) pinned: bool,
}

impl Question {
    /// What the state asks for; `None` where nothing can be asked.
    pub(crate) fn of(state: &State, chosen: &Chosen) -> Option<Self> {
        let Chosen { region, metric, year, ref pins } = *chosen;
        Some(Self { metric: metric?, region, year, pins: pins.clone(), mode: state.mode })
    }

    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Answer {
        let Self { metric, region, year, ref pins, mode } = *self;
        let trend = match region.filter(|_| pins.is_empty()) {
            Some(region) => Trend::around(atlas, region, metric, mode, MOST_PINS),
            None => Trend { regions: pins.clone(), metric, mode },
        };
        let (trend, chart) = with_years(trend, atlas);
        Answer { trend, asked: mode, chart, chosen: (region, year), pinned: !pins.is_empty() }
    }
}

/// What has been asked, or where that has no year, what is told: growth where there are no levels, and levels
/// where there is no growth. Levels without a year that could be 100 stay as they were asked for.
pub(crate) fn with_years(trend: Trend, atlas: &Atlas) -> (Trend, TrendChart) {
    let in_mode = |mode| {
        let trend = Trend { mode, ..trend.clone() };
        let chart = trend.ask(atlas);
        (chart.years().is_some()).then_some((trend, chart))
    };
    let instead = || match trend.mode {
        TrendMode::YearOnYear => in_mode(TrendMode::Absolute),
        TrendMode::Indexed if in_mode(TrendMode::Absolute).is_some() => None,
        TrendMode::Absolute | TrendMode::Indexed => in_mode(TrendMode::YearOnYear),
    };
    in_mode(trend.mode).or_else(instead).unwrap_or_else(|| {
        let chart = trend.ask(atlas);
        (trend, chart)
    })
}

impl Answer {
    /// The figure of the cursor, whose evidence is shown.
    pub(crate) fn figure(&self, state: &State) -> Option<FigureId> {
        let point = self.point(state.lines.cursor, state.years.cursor)?;
        point.value.as_ref().or(point.plan.as_ref()).map(|value| value.reading.id)
    }

    /// How many years there are.
    pub(crate) fn years(&self) -> usize {
        self.chart.lines.first().map_or(0, |line| line.points.len())
    }

    /// The years that the lines tell of, and whether all that is told of one is only aimed at.
    pub(crate) fn told_years(&self) -> BTreeMap<u16, bool> {
        let mut years = BTreeMap::new();
        for point in self.chart.lines.iter().flat_map(|line| &line.points) {
            if point.value.is_some() || point.plan.is_some() {
                *years.entry(point.year).or_insert(true) &= point.value.is_none();
            }
        }
        years
    }

    /// The year of a line, counted from the first.
    pub(super) fn point(&self, line: usize, year: usize) -> Option<&TrendPoint> {
        self.chart.lines.get(line)?.points.get(year)
    }
}
