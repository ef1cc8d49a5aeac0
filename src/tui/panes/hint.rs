//! The bottom line: the keys that work here, or what the program has to say.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::tui::{
    keymap::{self, Context, Key},
    look::Look,
    state::Message,
    widgets::text::{put, put_right, width},
};

/// Cells between hints.
const GAP: u16 = 2;

/// Draws the bottom line.
pub(crate) fn draw(
    context: Context,
    pending: &[Key],
    message: Option<&Message>,
    look: &Look,
    mut line: Rect,
    buf: &mut Buffer,
) {
    let styles = &look.theme.hint;
    if !pending.is_empty() {
        let keys = keymap::written(pending);
        line.width = line.width.saturating_sub(put_right(buf, line.x, line.y, line.width, &keys, styles.key) + GAP);
    }
    if let Some(message) = message {
        let text = look.message(message);
        put(buf, line.x + 1, line.y, line.width.saturating_sub(1), &text, styles.message);
        return;
    }
    let mut hints = look.keymap.hints(context, look.lang);
    let cells = |(keys, word): &(String, &str)| width(keys) + 1 + width(word) + GAP;
    // How to get help and how to leave stand last and are told before anything else.
    while hints.iter().map(cells).sum::<u16>() > line.width && hints.len() > 2 {
        hints.remove(hints.len() - 3);
    }
    let mut x = line.x + 1;
    for (keys, word) in &hints {
        x += put(buf, x, line.y, line.right().saturating_sub(x), keys, styles.key) + 1;
        x += put(buf, x, line.y, line.right().saturating_sub(x), word, styles.text) + GAP;
    }
}
