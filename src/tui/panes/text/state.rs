//! How far a text is scrolled.

use crate::tui::widgets::scroll::{Scroll, Step};

/// How far a text is scrolled.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) scroll: Scroll,
}

impl State {
    /// Moves the window over `lines` lines of which `height` are visible.
    pub(crate) fn step(&mut self, step: Step, lines: usize, height: usize) {
        self.scroll.pan(step, lines, height);
    }
}
