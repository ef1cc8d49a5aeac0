//! Draws the ranking of regions.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Answer, State};
use crate::tui::{
    look::Look,
    widgets::{frame::Frame, text::put},
};

/// Draws the ranking of regions into `area`.
pub(crate) fn draw(_state: &State, answer: Option<&Answer>, look: &Look, area: Rect, buf: &mut Buffer) {
    let remark = answer.map_or_else(String::new, |answer| answer.figures.to_string());
    let frame = Frame { title: look.words.views.rank, remark: &remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    put(buf, inner.x + 1, inner.y, inner.width.saturating_sub(1), look.words.rank.empty, look.theme.pane.empty);
}
