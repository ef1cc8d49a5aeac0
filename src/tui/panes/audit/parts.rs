//! How the audit divides its area: the findings, and beside or below them the chosen one explained.

use ratatui::layout::Rect;

use crate::tui::widgets::frame::inside;

/// Columns from which the explanation stands beside the findings.
const WIDE: u16 = 110;
/// Rows from which it stands below.
const HIGH: u16 = 14;

/// The areas of the audit, with their frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) list: Rect,
    /// The chosen finding explained, where there is room.
    pub(super) explained: Option<Rect>,
}

impl Parts {
    pub(super) fn of(area: Rect) -> Self {
        if area.width >= WIDE {
            let right = (area.width * 42 / 100).clamp(46, 84);
            let list = Rect { width: area.width - right + 1, ..area };
            let explained = Rect { x: list.right() - 1, width: right, ..area };
            return Self { list, explained: Some(explained) };
        }
        if area.height >= HIGH {
            let below = area.height / 2;
            let list = Rect { height: area.height - below + 1, ..area };
            let explained = Rect { y: list.bottom() - 1, height: below, ..area };
            return Self { list, explained: Some(explained) };
        }
        Self { list: area, explained: None }
    }

    /// Rows of the list.
    pub(super) fn rows(&self) -> usize {
        inside(self.list).height.into()
    }
}
