//! What is chosen in the years of a metric.

use ratatui::layout::Rect;

use super::Answer;
use crate::tui::widgets::scroll::{Scroll, Step};

/// What the user can ask of the years of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Step(Step),
    Left,
    Right,
    Open,
}

/// What is chosen in the years of a metric.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) scroll: Scroll,
}

impl State {
    /// Takes another answer.
    pub(crate) fn follow(&mut self, answer: &Answer) {
        self.scroll.settle(answer.figures, usize::MAX);
    }

    /// Brings the cursor into sight.
    pub(crate) fn settle(&mut self, answer: Option<&Answer>, area: Rect) {
        self.scroll.settle(answer.map_or(0, |answer| answer.figures), area.height.saturating_sub(2).into());
    }
}
