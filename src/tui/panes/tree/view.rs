//! Draws the tree.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    filter::Filter,
    state::{Action, Branch, Node, State},
};
use crate::{
    model::RegionCode,
    tui::{
        look::Look,
        widgets::{
            frame::{Frame, inside, thumb},
            text::{put, put_lit, put_right, width},
        },
    },
};

/// Draws the tree into `area`; returns where the cursor of the terminal stands, if text is being typed.
pub(crate) fn draw(
    state: &State,
    pins: &[RegionCode],
    focused: bool,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let with_figures = state.with_figures();
    let remark = match state.narrowing() {
        Some(filter) => format!("{}/{with_figures}", filter.count()),
        None => with_figures.to_string(),
    };
    let inner = Frame { title: look.words.regions, remark: &remark, focused }.draw(look.theme, area, buf);
    let list = list_of(state, inner);
    let window = state.scroll.window(state.nodes.len(), usize::from(list.height));
    thumb(look.theme, list, window.start, state.nodes.len(), buf);
    if state.nodes.is_empty() && state.narrowing().is_some() && !list.is_empty() {
        let room = list.width.saturating_sub(1);
        put(buf, list.x + 1, list.y, room, look.words.overview.no_region_fits, look.theme.pane.empty);
    }
    for (row, place) in (list.y..list.bottom()).zip(window) {
        let line = Rect { y: row, height: 1, ..list };
        if place == state.scroll.cursor {
            let style = if focused { look.theme.pane.cursor } else { look.theme.pane.cursor_idle };
            buf.set_style(line, style);
        }
        let node = &state.nodes[place];
        let pin = pins.iter().position(|pin| *pin == node.region);
        draw_node(node, pin, state.narrowing(), look, line, buf);
    }
    let below = Rect { y: list.bottom(), height: inner.height - list.height, ..inner };
    state
        .filter
        .as_ref()
        .filter(|_| !below.is_empty())
        .and_then(|filter| draw_filter(filter, focused, look, below, buf))
}

/// Rows for regions in a pane of `height`.
pub(crate) fn rows(state: &State, height: u16) -> usize {
    let inner = Rect { height: height.saturating_sub(2), width: 1, ..Rect::ZERO };
    list_of(state, inner).height.into()
}

/// The area of the regions: the text that narrows them stands below them.
fn list_of(state: &State, inner: Rect) -> Rect {
    let below = u16::from(state.filter.is_some() && inner.height > 1);
    Rect { height: inner.height - below, ..inner }
}

/// What a press at a place of the pane asks for.
pub(crate) fn press(state: &State, look: &Look, area: Rect, at: Position) -> Option<Action> {
    let inner = inside(area);
    let list = list_of(state, inner);
    if !list.contains(at) {
        return (inner.contains(at)).then_some(Action::Filter);
    }
    let line = state.scroll.offset + usize::from(at.y - list.y);
    let node = state.nodes.get(line)?;
    let name = Rect { x: list.x + name_at(node), width: width(look.region_short(node.region)), ..list };
    let on_branch = node.branch != Branch::Leaf && at.x < name.x;
    Some(if on_branch { Action::Toggle(line) } else { Action::Choose(line) })
}

/// Cells before the name: the pin, a blank, two cells a level, the mark of the branch and a blank.
const fn name_at(node: &Node) -> u16 {
    3 + 2 * node.depth
}

/// A region; one that is pinned bears its number among the pins, from 1.
fn draw_node(node: &Node, pin: Option<usize>, filter: Option<&Filter>, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.tree;
    if let Some(pin) = pin {
        put(buf, line.x, line.y, 1, &(pin + 1).to_string(), look.pin(pin));
    }
    let branch = match node.branch {
        Branch::Leaf => " ",
        Branch::Closed => "▸",
        Branch::Open => "▾",
    };
    let at = name_at(node).min(line.width);
    put(buf, line.x + at.saturating_sub(2), line.y, 1, branch, styles.branch);
    let count = if node.figures > 0 { node.figures.to_string() } else { String::new() };
    let room = line.width.saturating_sub(at + width(&count) + 2);
    let style = if node.figures > 0 { styles.region } else { styles.without };
    let name = look.region_short(node.region);
    let chinese = look.atlas.gazetteer().name(node.region);
    let lit = filter.map(|filter| filter.lit(node.region, chinese, name)).unwrap_or_default();
    let used = put_lit(buf, line.x + at, line.y, room, name, &lit, (style, look.theme.search.matched));
    // By what else a region fits, if it can be read.
    let via = filter.and_then(|filter| filter.via(node.region)).filter(|via| used + 1 + width(via) <= room);
    put(buf, line.x + at + used + 1, line.y, room, via.unwrap_or_default(), look.theme.search.kind);
    put_right(buf, line.x, line.y, line.width.saturating_sub(1), &count, styles.count);
}

/// The text that narrows the tree; returns where the cursor stands while it is typed.
fn draw_filter(filter: &Filter, focused: bool, look: &Look, line: Rect, buf: &mut Buffer) -> Option<Position> {
    let styles = &look.theme.search;
    let prompt = look.words.overview.filter;
    let used = put(buf, line.x + 1, line.y, line.width.saturating_sub(2), prompt, styles.prompt) + 2;
    let input = Rect { x: line.x + used, width: line.width.saturating_sub(used + 1), height: 1, ..line };
    if filter.typing && !filter.narrows() {
        put(buf, input.x, input.y, input.width, look.words.overview.filter_hint, look.theme.pane.empty);
    }
    let style = if filter.typing { styles.input } else { look.theme.pane.remark };
    let cursor = filter.line.draw(input, style, buf);
    (filter.typing && focused).then_some(cursor)
}
