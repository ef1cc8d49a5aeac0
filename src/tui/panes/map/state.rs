//! What is chosen in the regions at their places.

use ratatui::layout::Rect;

use super::{Answer, ground::Ground, parts::Parts};
use crate::{
    model::{Level, RegionCode},
    query::map::Direction,
    tui::widgets::scroll::Step,
};

/// What the user can ask of the regions at their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// To the region that lies next in a direction.
    Go(Direction),
    /// To another in the order of the values; a row up or down is a way on the map.
    Step(Step),
    Left,
    Right,
    /// Choose a region.
    Choose(RegionCode),
    /// Show what lies in the wider region around.
    Widen,
    /// Show what lies in the narrower region again, or in the chosen prefecture.
    Narrow,
    /// Show prefectures, or counties.
    NextLevel,
    /// Shade by growth, or by level again.
    ToggleGrowth,
    /// Shade by the next metric that these regions have, or by the one before.
    StepMetric(bool),
    /// Pin the region, or take the pin away.
    Pin,
    /// Go to the region in the overview.
    Open,
}

/// What is chosen in the regions at their places.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Shaded by growth instead of the level.
    pub(crate) by_growth: bool,
    /// The level of the regions, where one was asked for.
    pub(crate) level: Option<Level>,
    /// How many regions above the nearest are shown.
    pub(crate) widened: usize,
    pub(super) ground: Ground,
}

impl State {
    /// Takes another answer: all that is drawn is in it.
    #[expect(clippy::unused_self, reason = "the panes take their answers alike")]
    pub(crate) fn follow(&mut self, _answer: &Answer) {}

    /// Lays the regions out on the screen.
    pub(crate) fn settle(&mut self, answer: Option<&Answer>, area: Rect) {
        if let Some(answer) = answer {
            let map = Parts::of(area).map;
            self.ground.lay(answer, map.as_size());
        }
    }

    /// The region that lies next to the chosen one in a direction.
    pub(crate) fn next(&self, answer: &Answer, direction: Direction) -> Option<RegionCode> {
        let place = self.ground.next(answer.lit, direction)?;
        answer.shading.regions.get(place).map(|shaded| shaded.region)
    }
}
