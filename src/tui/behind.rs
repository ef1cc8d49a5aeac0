//! The cells behind wide characters: marked, so that none of them passes for a blank.
//!
//! A wide character that is written a cell further left than one before it clears, in the terminal, the
//! second half of that one, with no colour. Ratatui writes only what differs from the frame before; did the
//! cell behind the old character look like a blank on the ground of the theme, it would leave the hole.

use ratatui::{
    buffer::{Buffer, CellWidth as _},
    style::{Modifier, Style},
};

/// What no cell in sight has.
const MARK: Style = Style::new().add_modifier(Modifier::HIDDEN);

/// Marks the cells behind wide characters of a finished screen; they are not written themselves.
pub(crate) fn mark(buf: &mut Buffer) {
    let mut cells = buf.content.iter_mut().peekable();
    while let Some(cell) = cells.next() {
        // Nearly all cells hold blanks or other ASCII.
        if !cell.symbol().is_ascii()
            && cell.cell_width() > 1
            && let Some(behind) = cells.next()
        {
            behind.set_style(MARK);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Color};

    use super::*;
    use crate::tui::widgets::text::put;

    #[test]
    fn what_a_wide_character_leaves_behind_is_written_anew() {
        let ground = Style::new().bg(Color::White);
        let screen = |x| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 5, 1));
            buf.set_style(buf.area, ground);
            put(&mut buf, x, 0, 5, "县", ground);
            mark(&mut buf);
            buf
        };
        let (before, after) = (screen(2), screen(1));
        let written: Vec<u16> = before.diff(&after).iter().map(|(x, ..)| *x).collect();
        assert_eq!(written, [1, 3]);
        assert_eq!(before.diff(&before), []);
    }
}
