//! Applies what is asked of the audit.

use super::Update;
use crate::tui::{panes::audit, widgets::scroll::Step};

impl Update<'_> {
    pub(super) fn audit(&mut self, action: audit::Action) {
        let state = &mut self.state.audit;
        if action == audit::Action::ToggleScope {
            state.everything = !state.everything;
            return;
        }
        let Some(answer) = self.answers.audit.answer() else { return };
        match action {
            audit::Action::ToggleScope => {}
            audit::Action::Toggle => state.toggle(answer),
            audit::Action::ToggleAll => state.toggle_all(answer),
            audit::Action::NextKind => state.step_kind(true, answer),
            audit::Action::PreviousKind => state.step_kind(false, answer),
            audit::Action::NextFigure => state.step_figure(true, answer),
            audit::Action::PreviousFigure => state.step_figure(false, answer),
            audit::Action::Choose(line) => {
                state.choose(line, answer);
                if state.selected(answer).is_none() {
                    state.toggle(answer);
                }
            }
        }
    }

    pub(super) fn step_audit(&mut self, step: Step) {
        let area = self.main();
        if let Some(answer) = self.answers.audit.answer() {
            self.state.audit.step(step, answer, area);
        }
    }

    /// Opens the document at the chosen figure of the finding; a kind is opened or closed.
    pub(super) fn open_finding(&mut self) {
        let Some(answer) = self.answers.audit.answer() else { return };
        match answer.figure(&self.state.audit) {
            Some(figure) => self.read_figure(figure),
            None => self.state.audit.toggle(answer),
        }
    }
}
