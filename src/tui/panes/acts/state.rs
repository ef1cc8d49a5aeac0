//! Which act is chosen.

use crate::{
    model::correction::Entry,
    tui::widgets::scroll::{Scroll, Step},
};

/// Which act is chosen, the latest first.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) scroll: Scroll,
}

impl State {
    /// Moves the cursor.
    pub(crate) fn step(&mut self, step: Step, acts: usize, height: usize) {
        self.scroll.step(step, acts, height);
    }

    /// Stays on the chosen act while others come before it.
    pub(crate) fn carry_over(&mut self, before: &[Entry], after: &[Entry]) {
        let place = |entry: &Entry| after.iter().rev().position(|other| other.act.id == entry.act.id);
        if let Some(place) = self.selected(before).and_then(place) {
            self.scroll.cursor = place;
        }
    }

    /// The chosen act.
    pub(crate) fn selected<'a>(&self, entries: &'a [Entry]) -> Option<&'a Entry> {
        entries.iter().rev().nth(self.scroll.cursor)
    }
}
