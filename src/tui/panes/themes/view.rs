//! Draws the list of themes.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::state::State;
use crate::tui::{
    look::Look,
    widgets::{
        frame::{Frame, clear, inside, thumb},
        text::{put, put_right, width},
    },
};

/// The theme at a place of the window, from 0.
pub(crate) fn press(state: &State, area: Rect, at: Position) -> Option<usize> {
    let inner = inside(window_of(state, area));
    let theme = state.scroll.offset + usize::from(at.y.checked_sub(inner.y)?);
    (inner.contains(at) && theme < state.names.len()).then_some(theme)
}

/// As much of `area` as the list needs.
fn window_of(state: &State, area: Rect) -> Rect {
    let rows = u16::try_from(state.names.len()).unwrap_or(u16::MAX);
    Rect { height: area.height.min(rows.saturating_add(2)), ..area }
}

/// Draws the window over as much of `area` as the list needs.
pub(crate) fn draw(state: &State, look: &Look, area: Rect, buf: &mut Buffer) {
    let area = window_of(state, area);
    clear(look.theme, area, buf);
    let inner = Frame { title: look.words.themes.title, remark: "", focused: true }.draw(look.theme, area, buf);
    let window = state.scroll.window(state.names.len(), usize::from(inner.height));
    thumb(look.theme, inner, window.start, state.names.len(), buf);
    for (y, place) in (inner.y..inner.bottom()).zip(window) {
        let chosen = place == state.scroll.cursor;
        let line = Rect { y, height: 1, ..inner };
        if chosen {
            buf.set_style(line, look.theme.pane.cursor);
            put(buf, line.x, y, 1, "▸", look.theme.hint.key);
        }
        let name = &state.names[place];
        let about = look.words.themes.about(name);
        let style = if chosen { look.theme.pane.cursor } else { look.theme.figure.metric };
        put(buf, line.x + 2, y, line.width.saturating_sub(4 + width(about)), name, style);
        put_right(buf, line.x, y, line.width.saturating_sub(1), about, look.theme.figure.aside);
    }
}
