//! Pins regions and puts them side by side.

use super::Update;
use crate::tui::{
    panes::compare,
    state::{MOST_PINS, Message, View},
};

impl Update<'_> {
    pub(super) fn compare(&mut self, action: compare::Action) {
        match action {
            compare::Action::ToggleCommon => self.state.compare.common_only = !self.state.compare.common_only,
        }
    }

    pub(super) fn pin(&mut self) {
        let state = &mut *self.state;
        if state.view == View::Compare {
            self.unpin_column();
            return;
        }
        let Some(region) = state.tree.selected() else { return };
        if let Some(place) = state.pins.iter().position(|pin| *pin == region) {
            state.pins.remove(place);
        } else if state.pins.len() == MOST_PINS {
            state.message = Some(Message::TooMany);
        } else {
            state.pins.push(region);
        }
    }

    /// Takes the region of the chosen column out of the comparison.
    fn unpin_column(&mut self) {
        let region = self.answers.comparison.answer().and_then(|comparison| self.state.compare.region(comparison));
        let Some(region) = region else { return };
        self.state.pins.retain(|pin| *pin != region);
        self.state.compared.retain(|compared| *compared != region);
        self.state.compare.column = self.state.compare.column.min(self.state.compared.len().saturating_sub(1));
        if self.state.compared.len() < 2 {
            self.state.view = View::Overview;
        }
    }

    /// Compares the pinned regions; a single one with the region of the cursor.
    pub(super) fn open_comparison(&mut self) {
        let mut regions = self.state.pins.clone();
        if regions.len() == 1 {
            regions.extend(self.state.tree.selected().filter(|region| !regions.contains(region)));
        }
        if regions.len() < 2 {
            self.state.message = Some(Message::NeedTwo);
            return;
        }
        self.state.compared = regions;
        self.state.view = View::Compare;
    }
}
