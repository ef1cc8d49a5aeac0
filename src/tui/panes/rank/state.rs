//! What is chosen in the ranking of regions.

use ratatui::layout::Rect;

use super::{Answer, view::rows};
use crate::{
    model::{Gazetteer, Level, RegionCode},
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the ranking of regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Step(Step),
    /// Rank within the region above the one within which is ranked.
    Left,
    /// Rank within the region below it again.
    Right,
    /// Rank regions of the next level.
    NextLevel,
    /// Put them in the order of their growth, or of their level again.
    ToggleGrowth,
    /// Rank by the next metric that these regions have, or by the one before.
    StepMetric(bool),
    /// Pin the region of the cursor, or take the pin away.
    Pin,
    /// Go to the region of the cursor.
    Open,
    /// Put the cursor on an entry.
    Choose(usize),
}

/// What is chosen in the ranking of regions.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) scroll: Scroll,
    /// In the order of the growth instead of the level.
    pub(crate) by_growth: bool,
    /// The level of the regions; that of the chosen region where none was asked for.
    pub(crate) level: Option<Level>,
    /// How many regions above the nearest the ranking is wider.
    pub(crate) widened: usize,
    /// The region of the cursor, also while it has no entry.
    region: Option<RegionCode>,
    /// The chosen region of which the last answer was.
    chosen: Option<RegionCode>,
}

/// The regions within which those of a level can be ranked so that a region is, lies below or lies
/// around them: the nearest first, at last the whole country, `None`.
pub(crate) fn circles(gazetteer: &Gazetteer, region: Option<RegionCode>, level: Level) -> Vec<Option<RegionCode>> {
    let lineage = region.into_iter().flat_map(|region| gazetteer.lineage(region));
    let above = lineage.filter(|region| region.level < level).map(|region| Some(region.code));
    above.chain([None]).collect()
}

impl State {
    /// Takes another answer: the cursor stays on its region, or goes to the one that was chosen meanwhile.
    pub(crate) fn follow(&mut self, answer: &Answer) {
        if self.chosen != answer.chosen {
            self.chosen = answer.chosen;
            self.region = None;
        }
        let entries = &answer.ranking.entries;
        let place = |region: Option<RegionCode>| entries.iter().position(|entry| Some(entry.region) == region);
        let height_of_cursor = self.scroll.cursor.saturating_sub(self.scroll.offset);
        if let Some(place) = place(self.region).or_else(|| place(answer.lit)) {
            self.scroll.cursor = place;
            self.scroll.offset = place.saturating_sub(height_of_cursor);
        }
        self.scroll.settle(entries.len(), 0);
    }

    /// Moves the cursor.
    pub(crate) fn step(&mut self, step: Step, answer: &Answer, area: Rect) {
        self.scroll.step(step, answer.ranking.entries.len(), rows(area));
        self.region = self.selected(answer);
    }

    /// Puts the cursor on an entry.
    pub(crate) fn choose(&mut self, place: usize, answer: &Answer) {
        self.scroll.cursor = place.min(answer.ranking.entries.len().saturating_sub(1));
        self.region = self.selected(answer);
    }

    /// The region of the cursor.
    pub(crate) fn selected(&self, answer: &Answer) -> Option<RegionCode> {
        answer.ranking.entries.get(self.scroll.cursor).map(|entry| entry.region)
    }

    /// Brings the cursor into sight.
    pub(crate) fn settle(&mut self, answer: Option<&Answer>, area: Rect) {
        self.scroll.settle(answer.map_or(0, |answer| answer.ranking.entries.len()), rows(area));
    }
}
