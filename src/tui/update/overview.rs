//! Applies what is asked of the tree and the table.

use super::Update;
use crate::tui::{
    panes::{
        table::{self, Sort},
        tree,
    },
    state::Focus,
};

impl Update<'_> {
    pub(super) fn tree(&mut self, action: tree::Action) {
        let atlas = &self.archive.atlas;
        match action {
            tree::Action::ToggleAll => {
                self.state.tree.toggle_all(atlas);
                if self.state.tree.narrowing().is_some() {
                    self.state.tree.narrow(self.archive.region_names(), atlas);
                }
            }
            tree::Action::Filter => {
                self.state.focus = Focus::Tree;
                self.state.tree.type_filter();
            }
            tree::Action::Choose(line) => self.state.tree.choose(line),
            tree::Action::Toggle(line) => self.state.tree.toggle(line, atlas),
        }
    }

    pub(super) fn table(&mut self, action: table::Action) {
        let Some(profile) = self.answers.profile.answer() else { return };
        let table = &mut self.state.table;
        match action {
            table::Action::NextGroup => table.step_group(true, profile),
            table::Action::PreviousGroup => table.step_group(false, profile),
            table::Action::ToggleAll => table.toggle_all(profile),
            table::Action::Sort => table.sort(Sort::next(table.sort)),
            table::Action::Reverse => table.sort(table.sort.map(|sort| Sort { reversed: !sort.reversed, ..sort })),
            table::Action::SortBy(column) => table.sort(Sort::pressed(table.sort, column)),
            table::Action::Show(column) => table.show(column),
            table::Action::Choose(line) => table.choose(line, profile),
            table::Action::Toggle(line) => {
                table.choose(line, profile);
                table.toggle();
            }
        }
    }
}
