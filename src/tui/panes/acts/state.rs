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

    /// The chosen act.
    pub(crate) fn selected<'a>(&self, entries: &'a [Entry]) -> Option<&'a Entry> {
        entries.iter().rev().nth(self.scroll.cursor)
    }
}
