//! The bottom line: the keys that work here, or what the program has to say.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::tui::{
    Reading,
    action::Action,
    keymap::{self, Context, Key},
    look::Look,
    state::Message,
    widgets::text::{put, put_all, put_right, width},
};

/// Cells between hints.
const GAP: u16 = 2;

/// Draws the bottom line.
pub(crate) fn draw(
    context: Context,
    pending: &[Key],
    message: Option<&Message>,
    reading: Option<Reading>,
    look: &Look,
    mut line: Rect,
    buf: &mut Buffer,
) {
    let styles = &look.theme.hint;
    if !pending.is_empty() {
        let keys = keymap::written(pending);
        line.width = line.width.saturating_sub(put_right(buf, line.x, line.y, line.width, &keys, styles.key) + GAP);
    }
    if let Some(reading) = reading {
        line.width = line.width.saturating_sub(draw_progress(reading, look, line, buf) + GAP);
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

/// How far reading has come, at the right end, and how to stop it; returns the cells that it took.
fn draw_progress(reading: Reading, look: &Look, line: Rect, buf: &mut Buffer) -> u16 {
    let styles = &look.theme.hint;
    let Reading { done, all, figures } = reading;
    let (words, all) = (&look.words.live, all.to_string());
    // Before there is anything to go back from, Esc stops it too.
    let stop = if look.atlas.is_empty() { Action::Back } else { Action::StopReading };
    let key = look.keymap.written(Context::Overview, stop);
    // As wide from the first file to the last, so that nothing moves.
    let told = format!("{} {done:>width$}/{all} · {figures} {}", words.reading, look.words.figures, width = all.len());
    let pieces = [
        (told.as_str(), styles.message),
        ("  ", styles.text),
        (&key, styles.key),
        (" ", styles.text),
        (words.stop, styles.text),
    ];
    let cells = pieces.iter().map(|(text, _)| width(text)).sum::<u16>();
    let room = line.width.saturating_sub(2);
    if cells <= room {
        put_all(buf, line.right() - cells - 1, line.y, cells, &pieces) + 1
    } else {
        put_right(buf, line.x, line.y, room, &told, styles.message)
    }
}
