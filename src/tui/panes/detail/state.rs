//! What the detail shows and which of its figures is chosen.

use crate::{
    index::{Atlas, MetricId},
    model::{Measure, RegionCode},
    query::{Rank, Ranking, Reading, Row, Series, SeriesOf},
    tui::widgets::scroll::Scroll,
};

/// What the user can ask of the detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Choose a figure, from 0.
    Choose(usize),
}

/// Which figure is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) scroll: Scroll,
}

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
    /// By year from the first to the last, gaps as `None`; empty when fewer than two years are known.
    pub(crate) years: Vec<(u16, Option<f64>)>,
    /// What the years show.
    pub(crate) years_measure: Measure,
    /// The unit of the years.
    pub(crate) years_unit: String,
    /// Every figure: those of the row first, then those of other times, the latest first.
    pub(crate) figures: Vec<Reading>,
}

impl DetailOf {
    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Detail {
        let row = &self.row;
        let measure = if row.level.is_none() && row.growth.is_some() { Measure::Growth } else { Measure::Level };
        let levels = self.series(Measure::Level, atlas);
        let growths = self.series(Measure::Growth, atlas);
        let mut figures: Vec<Reading> =
            [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others).cloned().collect();
        let mut further: Vec<Reading> =
            levels.points.iter().chain(&growths.points).map(|point| point.reading.clone()).collect();
        further.sort_by_key(|reading| std::cmp::Reverse(reading.period));
        further.retain(|reading| figures.iter().all(|known| known.id != reading.id));
        figures.append(&mut further);
        let (years, years_measure, years_unit) = [(levels, Measure::Level), (growths, Measure::Growth)]
            .into_iter()
            .map(|(series, measure)| (series.by_year(), measure, series.unit))
            .find(|(years, ..)| years.iter().filter(|(_, value)| value.is_some()).count() > 1)
            .unwrap_or((Vec::new(), measure, String::new()));
        Detail {
            region: self.region,
            metric: self.row.metric,
            measure,
            beside: self.beside(measure, atlas),
            years,
            years_measure,
            years_unit,
            figures,
        }
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
