//! The box of what may follow the keys pressed so far.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::tui::{
    keymap::{self, Context, Key},
    look::Look,
    widgets::{
        frame::{Frame, clear},
        text::{put, width},
    },
};

/// Cells between a key and what it does, and beside both.
const GAP: u16 = 2;

/// Draws the box at the bottom right of `area`; nothing where no keys are pending.
pub(crate) fn draw(context: Context, pending: &[Key], look: &Look, area: Rect, buf: &mut Buffer) {
    if pending.is_empty() {
        return;
    }
    let following = look.keymap.following(context, pending);
    let lines: Vec<_> =
        following.iter().map(|(keys, binding)| (keymap::written(keys), binding.does.of(look.lang))).collect();
    let widest = |texts: &mut dyn Iterator<Item = u16>| texts.max().unwrap_or(0);
    let keys = widest(&mut lines.iter().map(|(keys, _)| width(keys)));
    let does = widest(&mut lines.iter().map(|(_, does)| width(does)));
    let title = keymap::written(pending);
    // The title stands between blanks on the border.
    let size = (keys + does + GAP + 4, lines.len() as u16 + 2);
    let (width, height) = (size.0.max(width(&title) + 6).min(area.width), size.1.min(area.height));
    // Inside the frame of the pane below, so that this stays whole.
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    let place = Rect::new(right.saturating_sub(width), bottom.saturating_sub(height), width, height);
    clear(look.theme, place, buf);
    let inner = Frame { title: &title, remark: "", focused: true }.draw(look.theme, place, buf);
    let x = inner.x + 1;
    for (y, (key, does)) in (inner.y..inner.bottom()).zip(&lines) {
        put(buf, x, y, inner.width.saturating_sub(1), key, look.theme.hint.key);
        let at = x + keys + GAP;
        put(buf, at, y, inner.right().saturating_sub(at + 1), does, look.theme.hint.text);
    }
}
