//! Draws the tree.

use ratatui::{buffer::Buffer, layout::Rect};

use super::state::{Branch, Node, State};
use crate::{
    model::RegionCode,
    tui::{
        look::Look,
        widgets::{
            frame::{Frame, thumb},
            text::{put, put_right, width},
        },
    },
};

/// Draws the tree into `area`.
pub(crate) fn draw(state: &State, pins: &[RegionCode], focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let remark = state.with_figures().to_string();
    let frame = Frame { title: look.words.regions, remark: &remark, focused };
    let inner = frame.draw(look.theme, area, buf);
    let window = state.scroll.window(state.nodes.len(), usize::from(inner.height));
    thumb(look.theme, inner, window.start, state.nodes.len(), buf);
    for (row, place) in (inner.y..inner.bottom()).zip(window) {
        let line = Rect { y: row, height: 1, ..inner };
        if place == state.scroll.cursor {
            let style = if focused { look.theme.pane.cursor } else { look.theme.pane.cursor_idle };
            buf.set_style(line, style);
        }
        let node = &state.nodes[place];
        draw_node(node, pins.iter().position(|pin| *pin == node.region), look, line, buf);
    }
}

/// A region; one that is pinned bears its number among the pins, from 1.
fn draw_node(node: &Node, pin: Option<usize>, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.tree;
    if let Some(pin) = pin {
        put(buf, line.x, line.y, 1, &(pin + 1).to_string(), look.pin(pin));
    }
    let branch = match node.branch {
        Branch::Leaf => " ",
        Branch::Closed => "▸",
        Branch::Open => "▾",
    };
    // Mark, blank, then two cells a level; the name begins behind the branch's mark.
    let indent = (1 + 2 * node.depth).min(line.width);
    put(buf, line.x + indent, line.y, 1, branch, styles.branch);
    let count = if node.figures > 0 { node.figures.to_string() } else { String::new() };
    let name_x = indent + 2;
    let room = line.width.saturating_sub(name_x + width(&count) + 2);
    let style = if node.figures > 0 { styles.region } else { styles.without };
    put(buf, line.x + name_x, line.y, room, look.region(node.region), style);
    put_right(buf, line.x, line.y, line.width.saturating_sub(1), &count, styles.count);
}
