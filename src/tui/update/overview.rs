//! Applies what is asked of the tree and the table.

use super::Update;
use crate::tui::panes::{table, tree};

impl Update<'_> {
    pub(super) fn tree(&mut self, action: tree::Action) {
        match action {
            tree::Action::ToggleAll => self.state.tree.toggle_all(&self.archive.atlas),
        }
    }

    pub(super) fn table(&mut self, action: table::Action) {
        let Some(profile) = self.answers.profile.answer() else { return };
        match action {
            table::Action::NextGroup => self.state.table.step_group(true, profile),
            table::Action::PreviousGroup => self.state.table.step_group(false, profile),
        }
    }
}
