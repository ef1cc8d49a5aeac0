//! How the reading view divides its area: the text, and beside or below it what was read.

use ratatui::layout::Rect;

use crate::tui::widgets::frame::inside;

/// Columns from which what was read stands beside the text.
const WIDE: u16 = 100;
/// Most cells of a line of text: longer ones are hard to follow.
const LONGEST: u16 = 104;
/// Rows from which it stands below.
const HIGH: u16 = 14;

/// The areas of the reading view, with their frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) text: Rect,
    /// What was read from the chosen figure, where there is room.
    pub(super) panel: Option<Rect>,
}

impl Parts {
    pub(super) fn of(area: Rect) -> Self {
        if area.width >= WIDE {
            let panel = (area.width * 34 / 100).clamp(36, 72);
            let text = Rect { width: area.width - panel + 1, ..area };
            let panel = Rect { x: text.right() - 1, width: panel, ..area };
            return Self { text, panel: Some(panel) };
        }
        if area.height >= HIGH {
            let panel = (area.height * 2 / 5).clamp(7, 11);
            let text = Rect { height: area.height - panel + 1, ..area };
            let panel = Rect { y: text.bottom() - 1, height: panel, ..area };
            return Self { text, panel: Some(panel) };
        }
        Self { text: area, panel: None }
    }

    /// Where the lines of the text stand: in the middle, a blank at least on either side.
    pub(super) fn page(&self) -> Rect {
        let inner = inside(self.text);
        let width = inner.width.saturating_sub(2).min(LONGEST);
        Rect { x: inner.x + (inner.width - width) / 2, width, ..inner }
    }
}
