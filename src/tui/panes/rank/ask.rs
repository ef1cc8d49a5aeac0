//! What is asked for the ranking of regions.

use super::{State, state::circles};
use crate::{
    index::{Atlas, FigureId, MetricId},
    model::{Level, Measure, Period, RegionCode},
    query::{Rank, Ranking},
    tui::state::Chosen,
};

/// Asks for the ranking of regions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    metric: MetricId,
    region: Option<RegionCode>,
    year: Option<u16>,
    pins: Vec<RegionCode>,
    by_growth: bool,
    level: Option<Level>,
    widened: usize,
}

/// The ranking of regions.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own about the ranking")]
pub(crate) struct Answer {
    /// What was asked of the Atlas.
    pub(crate) rank: Rank,
    pub(crate) ranking: Ranking,
    /// The chosen region.
    pub(crate) chosen: Option<RegionCode>,
    /// The chosen region, or the one above it that is of the level.
    pub(crate) lit: Option<RegionCode>,
    pub(crate) pins: Vec<RegionCode>,
    /// The time of more than half of the entries, beside which the others are seen to differ.
    pub(crate) period: Option<Period>,
    /// Whether the entries are not all of one time.
    pub(crate) mixed: bool,
    /// Whether there is nothing to rank, but there would be in the other order, of growth or of levels.
    pub(crate) other_order: bool,
    /// Whether there are wider and narrower circles of regions.
    pub(crate) wider: bool,
    pub(crate) narrower: bool,
}

impl Question {
    /// What the state asks for; `None` where nothing can be asked.
    pub(crate) fn of(state: &State, chosen: &Chosen) -> Option<Self> {
        let Chosen { region, metric, year, ref pins } = *chosen;
        let State { by_growth, level, widened, .. } = *state;
        Some(Self { metric: metric?, region, year, pins: pins.clone(), by_growth, level, widened })
    }

    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Answer {
        let region = self.region;
        let gazetteer = atlas.gazetteer();
        let own = || region.and_then(|region| gazetteer.get(region)).map(|region| region.level);
        let level = self.level.or_else(own).unwrap_or(Level::County);
        let circles = circles(gazetteer, region, level);
        let at = self.widened.min(circles.len() - 1);
        let rank = Rank {
            metric: self.metric,
            measure: if self.by_growth { Measure::Growth } else { Measure::Level },
            level,
            within: circles[at],
            year: self.year,
        };
        let ranking = rank.ask(atlas);
        let mut lineage = region.into_iter().flat_map(|region| gazetteer.lineage(region));
        let lit = lineage.find(|region| region.level == level).map(|region| region.code);
        let mut periods: Vec<_> = ranking.entries.iter().map(|entry| entry.reading.period).collect();
        periods.sort_unstable();
        let mixed = periods.first() != periods.last();
        let most = periods.chunk_by(|a, b| a == b).find(|alike| 2 * alike.len() > periods.len());
        let period = most.and_then(|alike| alike[0]);
        let other = Rank { measure: if self.by_growth { Measure::Level } else { Measure::Growth }, ..rank };
        let other_order = ranking.entries.is_empty() && other.has_answer(atlas);
        let (wider, narrower) = (at + 1 < circles.len(), at > 0);
        Answer {
            rank,
            ranking,
            chosen: region,
            lit,
            pins: self.pins.clone(),
            period,
            mixed,
            other_order,
            wider,
            narrower,
        }
    }
}

impl Answer {
    /// The figure of the cursor, whose evidence is shown.
    pub(crate) fn figure(&self, state: &State) -> Option<FigureId> {
        self.ranking.entries.get(state.scroll.cursor).map(|entry| entry.reading.id)
    }
}
