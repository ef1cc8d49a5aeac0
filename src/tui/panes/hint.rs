//! The bottom line: the keys that work here, or what the program has to say.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::tui::{
    Reading,
    action::Action,
    keymap::{self, Context, Key},
    look::Look,
    state::Message,
    widgets::pieces::{Piece, Pieces, cells},
};

/// Cells between hints.
const GAP: u16 = 2;

/// What the bottom line shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HintLine<'a> {
    pub(crate) context: Context,
    /// Keys that were pressed and begin the keys of some action.
    pub(crate) pending: &'a [Key],
    pub(crate) message: Option<&'a Message>,
    /// How far the reading has come that is under way.
    pub(crate) reading: Option<Reading>,
}

impl HintLine<'_> {
    /// Draws the bottom line.
    pub(crate) fn draw(&self, look: &Look, line: Rect, buf: &mut Buffer) {
        self.pieces(look, line).draw(buf);
    }

    /// What a press at a place of the bottom line asks for.
    pub(crate) fn press(&self, look: &Look, line: Rect, at: Position) -> Option<Action> {
        self.pieces(look, line).press(at)
    }

    fn pieces(&self, look: &Look, line: Rect) -> Pieces {
        let styles = &look.theme.hint;
        let mut pieces = Pieces::default();
        let mut left = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
        if !self.pending.is_empty() {
            let keys = vec![Piece::new(keymap::written(self.pending), styles.key, None)];
            left.width = left.width.saturating_sub(pieces.place_right(left, keys) + GAP);
        }
        if let Some(reading) = self.reading {
            left.width = left.width.saturating_sub(1);
            left.width = left.width.saturating_sub(pieces.place_right(left, progress(reading, left.width, look)) + GAP);
        }
        if let Some(message) = self.message {
            pieces.place(left, [Piece::new(look.message(message), styles.message, None)]);
        } else {
            pieces.place(left, self.keys(look, left.width));
        }
        pieces
    }

    /// The keys that work here, as far as there is room for them.
    fn keys(&self, look: &Look, room: u16) -> Vec<Piece> {
        let styles = &look.theme.hint;
        let hint = |hint: keymap::Hint| {
            // Where several keys share a word, it is theirs to be pressed.
            let asks = if let [(_, action)] = hint.keys[..] { Some(action) } else { None };
            let keys = hint.keys.into_iter().map(|(keys, action)| Piece::new(keys, styles.key, Some(action)));
            let mut pieces: Vec<_> = keys.collect();
            pieces.push(Piece::new(format!(" {}", hint.word), styles.text, asks));
            pieces
        };
        let mut hints: Vec<_> = look.keymap.hints(self.context, look.lang).into_iter().map(hint).collect();
        // How to get help and how to leave stand last and are told before anything else.
        while hints.iter().map(|hint| cells(hint) + GAP).sum::<u16>() > room + 1 && hints.len() > 2 {
            hints.remove(hints.len() - 3);
        }
        let gap = [Piece::new(" ".repeat(GAP.into()), styles.text, None)];
        hints.join(&gap[..])
    }
}

/// How far reading has come, and how to stop it where there is room for that.
fn progress(reading: Reading, room: u16, look: &Look) -> Vec<Piece> {
    let styles = &look.theme.hint;
    let Reading { done, all, figures } = reading;
    let (words, all) = (&look.words.live, all.to_string());
    // Before there is anything to go back from, Esc stops it too.
    let stop = if look.atlas.is_empty() { Action::Back } else { Action::StopReading };
    let key = look.keymap.written(Context::Overview, stop);
    // As wide from the first file to the last, so that nothing moves.
    let told = format!("{} {done:>width$}/{all} · {figures} {}", words.reading, look.words.figures, width = all.len());
    let mut pieces = vec![
        Piece::new(told, styles.message, None),
        Piece::new("  ", styles.text, None),
        Piece::new(key, styles.key, Some(stop)),
        Piece::new(format!(" {}", words.stop), styles.text, Some(stop)),
    ];
    if cells(&pieces) > room {
        pieces.truncate(1);
    }
    pieces
}
