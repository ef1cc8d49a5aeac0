//! Draws the palette: the line typed, and the actions with their keys.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    ask::{Answer, Entry, What},
    state::State,
};
use crate::tui::{
    look::Look,
    widgets::{
        frame::{Frame, clear, inside, thumb},
        text::{put, put_lit, put_right, width},
    },
};

/// Rows above the actions: the line typed and a blank one.
const ABOVE: u16 = 2;

/// Cells between an action and its keys.
const GAP: u16 = 2;

/// Draws the palette into `area`; returns where the cursor of the terminal stands.
pub(crate) fn draw(
    state: &State,
    answer: Option<&Answer>,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    clear(look.theme, area, buf);
    let entries = answer.map_or(&[][..], |answer| &answer.entries);
    let count = entries.len().to_string();
    let inner = Frame { title: look.words.palette.title, remark: &count, focused: true }.draw(look.theme, area, buf);
    if inner.is_empty() {
        return None;
    }
    let cursor = state.input.draw_after(": ", look.words.palette.hint, look.theme, inner, buf);
    let list = list_of(inner);
    if entries.is_empty() && !list.is_empty() {
        put(buf, list.x + 1, list.y, list.width.saturating_sub(1), look.words.nothing_found, look.theme.pane.empty);
    }
    let window = state.scroll.window(entries.len(), usize::from(list.height));
    thumb(look.theme, list, window.start, entries.len(), buf);
    for (y, place) in (list.y..list.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..list };
        if place == state.scroll.cursor {
            buf.set_style(line, look.theme.pane.cursor);
        }
        draw_entry(&entries[place], look, line, buf);
    }
    Some(cursor)
}

/// The entry at a place of the window, from 0.
pub(crate) fn press(state: &State, answer: &Answer, area: Rect, at: Position) -> Option<usize> {
    let list = list_of(inside(area));
    let entry = state.scroll.offset + usize::from(at.y.checked_sub(list.y)?);
    (list.contains(at) && entry < answer.entries.len()).then_some(entry)
}

fn list_of(inner: Rect) -> Rect {
    Rect { y: inner.y + ABOVE, height: inner.height.saturating_sub(ABOVE), ..inner }
}

/// Rows for actions in a window of `height`.
pub(crate) const fn rows(height: u16) -> usize {
    height.saturating_sub(2 + ABOVE) as usize
}

fn draw_entry(entry: &Entry, look: &Look, line: Rect, buf: &mut Buffer) {
    let words = &look.words.palette;
    let line = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    let (does, skipped, keys) = match entry.what {
        What::Binding(binding) => (binding.does.of(look.lang).to_owned(), 0, look.keymap.keys_of(binding)),
        What::Year(year) => (format!("{} {year}", words.only_year), words.only_year.chars().count() + 1, String::new()),
    };
    let used = put_right(buf, line.x, line.y, line.width, &keys, look.theme.hint.key);
    let mut room = line.width.saturating_sub(used + GAP);
    if let (What::Binding(binding), false) = (entry.what, entry.applies) {
        // Where it works stands before the keys, so that it is not told by colour alone.
        let place = format!("{} {}", words.only_in, binding.context.name().of(look.lang));
        if width(&place) * 2 < room {
            room -= put_right(buf, line.x, line.y, room, &place, look.theme.figure.aside) + GAP;
        }
    }
    let plain = if entry.applies { look.theme.hint.text } else { look.theme.figure.aside };
    let lit: Vec<usize> = entry.lit.iter().map(|at| at + skipped).collect();
    put_lit(buf, line.x, line.y, room, &does, &lit, (plain, look.theme.search.matched));
}
