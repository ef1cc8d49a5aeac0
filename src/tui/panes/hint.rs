//! The bottom line: the keys that work here, or what the program has to say.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::tui::{
    keymap::{self, Context},
    look::Look,
    state::Message,
    widgets::text::{put, width},
};

/// Draws the bottom line.
pub(crate) fn draw(context: Context, message: Option<Message>, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.hint;
    if let Some(message) = message {
        let text = look.words.message(message);
        put(buf, line.x + 1, line.y, line.width.saturating_sub(1), &text, styles.message);
        return;
    }
    let mut x = line.x + 1;
    for (keys, word) in keymap::hints(context, look.lang) {
        let cells = width(&keys) + 1 + width(word);
        // Whole hints only.
        if x + cells > line.right() {
            break;
        }
        x += put(buf, x, line.y, cells, &keys, styles.key) + 1;
        x += put(buf, x, line.y, cells, word, styles.text) + 2;
    }
}
