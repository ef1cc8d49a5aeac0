//! Applies what is asked of what the figures say about each other.

use super::Update;
use crate::tui::panes::audit;

impl Update<'_> {
    pub(super) fn audit(&mut self, action: audit::Action) {
        let figures = self.answers.audit.answer().map_or(0, |answer| answer.figures);
        let height = self.main().height.saturating_sub(2);
        match action {
            audit::Action::Step(step) => self.state.audit.scroll.step(step, figures, height.into()),
            audit::Action::Left | audit::Action::Right | audit::Action::Open => {}
        }
    }
}
