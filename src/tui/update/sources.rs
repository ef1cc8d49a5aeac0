//! Applies what is asked of the documents.

use super::Update;
use crate::tui::panes::sources;

impl Update<'_> {
    pub(super) fn sources(&mut self, action: sources::Action) {
        let figures = self.answers.sources.answer().map_or(0, |answer| answer.figures);
        let height = self.main().height.saturating_sub(2);
        match action {
            sources::Action::Step(step) => self.state.sources.scroll.step(step, figures, height.into()),
            sources::Action::Left | sources::Action::Right | sources::Action::Open => {}
        }
    }
}
