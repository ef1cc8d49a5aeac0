//! Draws the years of a metric.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Answer, State};
use crate::tui::{
    look::Look,
    widgets::{frame::Frame, text::put},
};

/// Draws the years of a metric into `area`.
pub(crate) fn draw(_state: &State, answer: Option<&Answer>, look: &Look, area: Rect, buf: &mut Buffer) {
    let remark = answer.map_or_else(String::new, |answer| answer.figures.to_string());
    let frame = Frame { title: look.words.views.trend, remark: &remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    put(buf, inner.x + 1, inner.y, inner.width.saturating_sub(1), look.words.trend.empty, look.theme.pane.empty);
}
