//! Applies what is asked of the regions at their places.

use super::Update;
use crate::tui::panes::map;

impl Update<'_> {
    pub(super) fn map(&mut self, action: map::Action) {
        let figures = self.answers.map.answer().map_or(0, |answer| answer.figures);
        let height = self.main().height.saturating_sub(2);
        match action {
            map::Action::Step(step) => self.state.map.scroll.step(step, figures, height.into()),
            map::Action::Left | map::Action::Right | map::Action::Open => {}
        }
    }
}
