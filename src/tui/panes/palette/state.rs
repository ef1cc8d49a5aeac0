//! What is typed and which action is chosen.

use tui_input::InputRequest;

use super::ask::{Answer, Entry};
use crate::tui::widgets::{
    input::TypedLine,
    scroll::{Scroll, Step},
};

/// What is typed and which action is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) input: TypedLine,
    pub(crate) scroll: Scroll,
}

impl State {
    /// Empties the line.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Changes the line; the cursor goes to the best entry when the text has changed.
    pub(crate) fn edit(&mut self, request: InputRequest) {
        if self.input.edit(request) {
            self.scroll = Scroll::default();
        }
    }

    /// Types a text.
    pub(crate) fn insert(&mut self, text: &str) {
        if self.input.insert(text) {
            self.scroll = Scroll::default();
        }
    }

    pub(crate) fn step(&mut self, step: Step, entries: usize, height: usize) {
        self.scroll.step(step, entries, height);
    }

    /// The chosen entry.
    pub(crate) fn selected<'a>(&self, answer: &'a Answer) -> Option<&'a Entry> {
        answer.entries.get(self.scroll.cursor)
    }
}
