//! Applies what is asked of the ranking of regions.

use super::Update;
use crate::tui::panes::rank;

impl Update<'_> {
    pub(super) fn rank(&mut self, action: rank::Action) {
        let figures = self.answers.rank.answer().map_or(0, |answer| answer.figures);
        let height = self.main().height.saturating_sub(2);
        match action {
            rank::Action::Step(step) => self.state.rank.scroll.step(step, figures, height.into()),
            rank::Action::Left | rank::Action::Right | rank::Action::Open => {}
        }
    }
}
