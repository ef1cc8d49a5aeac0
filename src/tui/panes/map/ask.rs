//! What is asked for the regions at their places.

use super::State;
use crate::{
    index::{Atlas, FigureId, MetricId},
    model::{Gazetteer, Level, Measure, RegionCode},
    query::{RankEntry, Shade, Shading, map::Shaded},
    tui::state::Chosen,
};

/// Asks for the regions at their places.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    metric: MetricId,
    region: RegionCode,
    year: Option<u16>,
    pins: Vec<RegionCode>,
    by_growth: bool,
    level: Option<Level>,
    widened: usize,
}

/// The regions at their places.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What was asked of the Atlas.
    pub(crate) shade: Shade,
    pub(crate) shading: Shading,
    /// The chosen region, or the one above it that is of the level: its place in the shading.
    pub(crate) lit: Option<usize>,
    pub(crate) pins: Vec<RegionCode>,
    /// How many regions above the nearest are shown, and whether there is a wider one.
    pub(crate) widened: usize,
    pub(crate) wider: bool,
}

impl Question {
    /// What the state asks for; `None` where nothing can be asked.
    pub(crate) fn of(state: &State, chosen: &Chosen) -> Option<Self> {
        let Chosen { region, metric, year, ref pins } = *chosen;
        let State { by_growth, level, widened, .. } = *state;
        let region = region.filter(|region| *region != RegionCode::UNKNOWN)?;
        Some(Self { metric: metric?, region, year, pins: pins.clone(), by_growth, level, widened })
    }

    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Answer {
        let gazetteer = atlas.gazetteer();
        let level = self.level.unwrap_or_else(|| usual_level(gazetteer, self.region));
        let around = around(gazetteer, self.region, level);
        let at = self.widened.min(around.len().saturating_sub(1));
        let shade = Shade {
            metric: self.metric,
            measure: if self.by_growth { Measure::Growth } else { Measure::Level },
            within: around.get(at).copied().unwrap_or(self.region.province()),
            level,
            year: self.year,
        };
        let shading = shade.ask(atlas);
        let place = |code| shading.regions.iter().position(|shaded| shaded.region == code);
        let lit = gazetteer.lineage(self.region).find_map(|region| place(region.code));
        let wider = at + 1 < around.len();
        Answer { shade, shading, lit, pins: self.pins.clone(), widened: at, wider }
    }
}

/// The level of the regions that are shown while nothing else was asked for: that of the chosen region; in
/// a province its prefectures, if it has any.
fn usual_level(gazetteer: &Gazetteer, region: RegionCode) -> Level {
    let own = gazetteer.get(region).map_or(Level::County, |region| region.level);
    let prefectures = || gazetteer.children(region).any(|below| below.level == Level::Prefecture);
    if own == Level::Province && !prefectures() { Level::County } else { own.max(Level::Prefecture) }
}

/// The regions of which those of a level can be shown so that a region is, lies below or lies around
/// them, the nearest first.
fn around(gazetteer: &Gazetteer, region: RegionCode, level: Level) -> Vec<RegionCode> {
    gazetteer.lineage(region).filter(|region| region.level < level).map(|region| region.code).collect()
}

impl Answer {
    /// The figure of the chosen region, whose evidence is shown.
    pub(crate) fn figure(&self, _state: &State) -> Option<FigureId> {
        self.entry().map(|entry| entry.reading.id)
    }

    /// The chosen region of the shading.
    pub(crate) fn shaded(&self) -> Option<&Shaded> {
        self.shading.regions.get(self.lit?)
    }

    /// What the chosen region has of the metric.
    pub(crate) fn entry(&self) -> Option<&RankEntry> {
        self.shaded()?.entry.as_ref()
    }

    /// How many regions have a value.
    pub(crate) fn valued(&self) -> usize {
        self.shading.classes.iter().map(|class| class.regions).sum()
    }

    /// The region that comes in the order of the values behind or before the chosen one; the first, where
    /// that has no value. At an end it stays.
    pub(crate) fn neighbour(&self, behind: bool) -> Option<RegionCode> {
        let ranking = self.shading.ranking();
        let entries = &ranking.entries;
        let chosen = self.entry().and_then(|chosen| entries.iter().position(|entry| entry.region == chosen.region));
        let place = match chosen {
            Some(place) if behind => (place + 1).min(entries.len() - 1),
            Some(place) => place.saturating_sub(1),
            None => 0,
        };
        entries.get(place).map(|entry| entry.region)
    }

    /// The region of the first place, or of the last.
    pub(crate) fn end(&self, last: bool) -> Option<RegionCode> {
        let ranking = self.shading.ranking();
        let entry = if last { ranking.entries.last() } else { ranking.entries.first() };
        entry.map(|entry| entry.region)
    }
}
