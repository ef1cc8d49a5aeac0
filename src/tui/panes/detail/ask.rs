//! All that is known of one metric of a region.

use std::cmp::Reverse;

use crate::{
    index::{Atlas, FigureId, MetricId},
    model::{Measure, RegionCode},
    query::{Rank, Ranking, Reading, Row, Series, SeriesOf},
};

/// Asks for all that is known of one metric of a region.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DetailOf {
    pub(crate) region: RegionCode,
    /// The metric's row in the profile of the region.
    pub(crate) row: Row,
    pub(crate) year: Option<u16>,
}

/// All that is known of one metric of a region.
#[derive(Clone, Debug)]
pub(crate) struct Detail {
    pub(crate) region: RegionCode,
    pub(crate) metric: MetricId,
    /// What is compared with the regions beside it: the level, or the growth where there is no level.
    pub(crate) measure: Measure,
    /// The region and those beside it that have a number, in order.
    pub(crate) beside: Ranking,
    /// The mean of their numbers, each counting once; `None` where fewer than two have one.
    pub(crate) average: Option<f64>,
    /// The place that a report claims for the region.
    pub(crate) claimed: Option<Reading>,
    /// By year from the first to the last, gaps as `None`; empty when fewer than two years are known.
    pub(crate) years: Vec<(u16, Option<f64>)>,
    /// What the years show.
    pub(crate) years_measure: Measure,
    /// The unit of the years.
    pub(crate) years_unit: String,
    /// Every figure, by kind; of a kind those of the row first, then those of other times, the latest first.
    pub(crate) figures: Vec<Reading>,
    /// The figures with the names of their kinds before them.
    pub(crate) lines: Vec<Line>,
}

/// A line of the list of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The name of a kind, with how many figures are of it.
    Heading(FigureKind, usize),
    /// A figure, by its place.
    Figure(usize),
}

/// What kind of figures stand together: an amount says nothing beside a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FigureKind {
    Level,
    Growth,
    Place,
    Other,
}

impl FigureKind {
    fn of(measure: Measure) -> Self {
        match measure {
            Measure::Level => Self::Level,
            Measure::Growth | Measure::Change => Self::Growth,
            Measure::Rank | Measure::GrowthRank => Self::Place,
            Measure::Gap | Measure::Share | Measure::Multiple => Self::Other,
        }
    }
}

impl DetailOf {
    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Detail {
        let row = &self.row;
        let measure = if row.level.is_none() && row.growth.is_some() { Measure::Growth } else { Measure::Level };
        let levels = self.series(Measure::Level, atlas);
        let growths = self.series(Measure::Growth, atlas);
        let figures = self.figures(&levels, &growths);
        let (years, years_measure, years_unit) = [(levels, Measure::Level), (growths, Measure::Growth)]
            .into_iter()
            .map(|(series, measure)| (series.by_year(), measure, series.unit))
            .find(|(years, ..)| years.iter().filter(|(_, value)| value.is_some()).count() > 1)
            .unwrap_or((Vec::new(), measure, String::new()));
        let beside = self.beside(measure, atlas);
        let own = beside.entries.iter().find(|entry| entry.region == self.region);
        Detail {
            region: self.region,
            metric: row.metric,
            measure,
            average: beside.mean(),
            claimed: own.and_then(|entry| entry.claimed.clone()).or_else(|| row.rank.clone()),
            beside,
            years,
            years_measure,
            years_unit,
            lines: lines(&figures),
            figures,
        }
    }

    fn figures(&self, levels: &Series, growths: &Series) -> Vec<Reading> {
        let row = &self.row;
        let mut figures: Vec<Reading> =
            [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others).cloned().collect();
        let mut further: Vec<Reading> =
            levels.points.iter().chain(&growths.points).map(|point| point.reading.clone()).collect();
        further.sort_by_key(|reading| Reverse(reading.period));
        further.retain(|reading| figures.iter().all(|known| known.id != reading.id));
        figures.append(&mut further);
        // Stable: inside a kind the order stays.
        figures.sort_by_key(|reading| FigureKind::of(reading.measure));
        figures
    }

    fn series(&self, measure: Measure, atlas: &Atlas) -> Series {
        SeriesOf { region: self.region, metric: self.row.metric, measure }.ask(atlas)
    }

    fn beside(&self, measure: Measure, atlas: &Atlas) -> Ranking {
        let Some(region) = atlas.gazetteer().get(self.region) else {
            return Ranking::default();
        };
        Rank { metric: self.row.metric, measure, level: region.level, within: region.parent, year: self.year }
            .ask(atlas)
    }
}

impl Detail {
    /// The line of a figure.
    pub(crate) fn line_of(&self, figure: FigureId) -> Option<usize> {
        let is_of = |line: &Line| match line {
            Line::Heading(..) => false,
            Line::Figure(place) => self.figures.get(*place).is_some_and(|reading| reading.id == figure),
        };
        self.lines.iter().position(is_of)
    }
}

/// The figures, which stand by kind, with the name of each kind before them.
fn lines(figures: &[Reading]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(figures.len() + 4);
    let mut place = 0;
    for of_kind in figures.chunk_by(|a, b| FigureKind::of(a.measure) == FigureKind::of(b.measure)) {
        lines.push(Line::Heading(FigureKind::of(of_kind[0].measure), of_kind.len()));
        lines.extend((place..place + of_kind.len()).map(Line::Figure));
        place += of_kind.len();
    }
    lines
}
