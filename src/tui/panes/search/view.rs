//! Draws the search: the line typed, the hits, and what the chosen one leads to.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    ask::Preview,
    hits, preview,
    state::{Purpose, State},
};
use crate::{
    query::Hit,
    tui::{
        look::Look,
        widgets::{
            frame::{Frame, clear, inside},
            text::put,
        },
    },
};

/// Cells of the window from which the preview has room beside the hits.
const WITH_PREVIEW: u16 = 74;
/// Rows above the hits: the line typed and a blank one.
pub(super) const ABOVE: u16 = 2;

/// What the window shows.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    pub(crate) hits: &'a [Hit],
    pub(crate) preview: Option<&'a Preview>,
}

/// Draws the window into `area`; returns where the cursor of the terminal stands.
pub(crate) fn draw(state: &State, found: &Found, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
    clear(look.theme, area, buf);
    let count = found.hits.len().to_string();
    let remark = if state.input.value().is_empty() { "" } else { &count };
    let hint = match state.purpose {
        Purpose::Go => look.words.search_hint,
        Purpose::PutBeside => look.words.compare.add_hint,
    };
    let inner = Frame { title: title(state, look), remark, focused: true }.draw(look.theme, area, buf);
    if inner.is_empty() {
        return None;
    }
    let cursor = state.input.draw_after("/ ", hint, look.theme, inner, buf);
    let (list, side) = hits_of(inner);
    if list.is_empty() {
        return Some(cursor);
    }
    hits::draw(state, found.hits, look, list, buf);
    if let (Some(side), Some(preview)) = (side, found.preview) {
        for y in side.top()..side.bottom() {
            put(buf, side.x - 1, y, 1, "│", look.theme.pane.border);
        }
        preview::draw(preview, look, Rect { x: side.x + 1, width: side.width - 1, ..side }, buf);
    }
    Some(cursor)
}

/// The row of the list at a place of the window, from 0.
pub(crate) fn press(state: &State, hits: usize, area: Rect, at: Position) -> Option<usize> {
    let list = hits_of(inside(area)).0;
    let row = state.scroll.offset + usize::from(at.y.checked_sub(list.y)?);
    (list.contains(at) && row < state.rows(hits)).then_some(row)
}

/// The area of the hits, and that of the preview where there is room for it.
fn hits_of(inner: Rect) -> (Rect, Option<Rect>) {
    let below = Rect { y: inner.y + ABOVE, height: inner.height.saturating_sub(ABOVE), ..inner };
    if inner.width < WITH_PREVIEW {
        return (below, None);
    }
    let list = Rect { width: below.width * 55 / 100, ..below };
    (list, Some(Rect { x: list.right() + 1, width: below.width - list.width - 2, ..below }))
}

const fn title(state: &State, look: &Look) -> &'static str {
    match state.purpose {
        Purpose::Go => look.words.search,
        Purpose::PutBeside => look.words.compare.add,
    }
}

/// Rows for hits in a window of `height`.
pub(crate) const fn rows(height: u16) -> usize {
    height.saturating_sub(2 + ABOVE) as usize
}
