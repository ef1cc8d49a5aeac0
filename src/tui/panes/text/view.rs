//! Draws a window of running text.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::state::State;
use crate::tui::{
    look::Look,
    widgets::{
        frame::{Frame, clear, thumb},
        text::put_all,
    },
};

/// A line of styled pieces.
pub(crate) type Line = Vec<(String, Style)>;

/// Draws lines in a window over `area`.
pub(crate) fn draw(title: &str, lines: &[Line], state: &State, look: &Look, area: Rect, buf: &mut Buffer) {
    clear(look.theme, area, buf);
    let inner = Frame { title, remark: "", focused: true }.draw(look.theme, area, buf);
    let window = state.scroll.window(lines.len(), usize::from(inner.height));
    thumb(look.theme, inner, window.start, lines.len(), buf);
    for (y, line) in (inner.y..inner.bottom()).zip(&lines[window]) {
        let pieces: Vec<_> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        put_all(buf, inner.x + 1, y, inner.width.saturating_sub(2), &pieces);
    }
}
