//! Text into cells: the one place that writes characters of data to the screen.
//!
//! A cell holds one character, a wide character takes two cells. Nothing else is ever written: control
//! and format characters (C0, C1, bidi, zero width) and combining marks cannot reach the terminal here,
//! whatever the data hold.

use std::borrow::Cow;

use ratatui::{buffer::Buffer, style::Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The mark that stands for what was cut off, one cell wide.
pub(crate) const ELLIPSIS: char = '…';

/// How a character is shown, with its width in cells; `None` for one that is not shown.
pub(crate) fn shown(character: char) -> Option<(char, u16)> {
    if character.is_control() {
        return Some((' ', 1));
    }
    match character {
        // Soft hyphen, Arabic letter mark, zero widths and bidi marks, line and paragraph separators,
        // embeddings and overrides, invisible operators and isolates, byte order mark, interlinear
        // annotation, tags. Most have width 0; terminals disagree about the others.
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        _ => match character.width() {
            Some(width @ 1..=2) => Some((character, width as u16)),
            _ => None,
        },
    }
}

/// Width of a text in cells, as [`put`] draws it.
pub(crate) fn width(text: &str) -> u16 {
    text.chars().filter_map(shown).fold(0, |sum, (_, width)| sum.saturating_add(width))
}

/// The text in at most `cells` cells; what does not fit is replaced by an ellipsis.
pub(crate) fn cut(text: &str, cells: u16) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let mut kept = cut_end(text.chars(), cells.saturating_sub(1));
    if cells > 0 {
        kept.push(ELLIPSIS);
    }
    Cow::Owned(kept)
}

/// The text in at most `cells` cells with an ellipsis in its middle: names that begin alike stay apart by
/// their ends.
pub(crate) fn cut_middle(text: &str, cells: u16) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let room = cells.saturating_sub(1);
    let head = cut_end(text.chars(), room - room / 2);
    let head = head.trim_end();
    let tail: String = cut_end(text.chars().rev(), room - width(head)).chars().rev().collect();
    Cow::Owned(if cells > 0 { format!("{head}{ELLIPSIS}{}", tail.trim_start()) } else { String::new() })
}

/// As many characters as fit `cells` cells.
fn cut_end(characters: impl Iterator<Item = char>, cells: u16) -> String {
    let mut left = cells;
    let fitting = characters.filter_map(shown).map_while(|(character, width)| {
        left = left.checked_sub(width)?;
        Some(character)
    });
    fitting.collect()
}

/// Writes one character at (`x`, `y`) if it fits before `right`; returns the cells it took. A wide
/// character of which it would leave one half is taken away whole.
pub(crate) fn put_char(buf: &mut Buffer, x: u16, y: u16, right: u16, character: char, style: Style) -> u16 {
    let Some((character, width)) = shown(character) else { return 0 };
    let right = right.min(buf.area.right());
    if x < buf.area.left() || y < buf.area.top() || y >= buf.area.bottom() || x.saturating_add(width) > right {
        return 0;
    }
    if x > buf.area.left() && buf[(x - 1, y)].symbol().width() == 2 {
        buf[(x - 1, y)].set_char(' ');
    }
    buf[(x, y)].set_char(character).set_style(style);
    if width == 2 {
        buf[(x + 1, y)].set_char(' ').set_style(style);
    }
    width
}

/// Writes a text at (`x`, `y`) in at most `cells` cells, cut with an ellipsis; returns the cells it took.
pub(crate) fn put(buf: &mut Buffer, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
    let right = x.saturating_add(cells);
    let mut at = x;
    for character in cut(text, cells).chars() {
        at += put_char(buf, at, y, right, character, style);
    }
    at - x
}

/// Writes a text so that it ends before `x + cells`; returns the cells it took.
pub(crate) fn put_right(buf: &mut Buffer, x: u16, y: u16, cells: u16, text: &str, style: Style) -> u16 {
    let used = width(text).min(cells);
    put(buf, x.saturating_add(cells - used), y, used, text, style)
}

/// Writes a text, cut with an ellipsis, with its characters at the places `lit` in another style; returns
/// the cells it took.
pub(crate) fn put_lit(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    cells: u16,
    text: &str,
    lit: &[usize],
    (plain, light): (Style, Style),
) -> u16 {
    let mut at = x;
    for (place, character) in cut(text, cells).chars().enumerate() {
        let style = if lit.contains(&place) && character != ELLIPSIS { plain.patch(light) } else { plain };
        at += put_char(buf, at, y, x.saturating_add(cells), character, style);
    }
    at - x
}

/// Writes pieces one after another in at most `cells` cells; returns the cells they took.
pub(crate) fn put_all(buf: &mut Buffer, x: u16, y: u16, cells: u16, pieces: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        used += put(buf, x + used, y, cells - used, text, *style);
    }
    used
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    fn line(cells: u16, text: &str) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, cells, 1));
        put(&mut buf, 0, 0, cells, text, Style::new());
        buf.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn wide_characters_are_cut_between_cells() {
        assert_eq!(cut("长垣市", 6), "长垣市");
        assert_eq!(cut("长垣市", 5), "长垣…");
        assert_eq!(cut("长垣市", 4), "长…");
        assert_eq!(cut("长垣市", 1), "…");
        assert_eq!(cut("长垣市", 0), "");
        assert_eq!(cut("GDP总量", 6), "GDP总…");
        assert_eq!(cut("GDP总量", 5), "GDP…");
    }

    #[test]
    fn names_that_begin_alike_are_told_by_their_ends() {
        assert_eq!(cut_middle("规模以上工业增加值", 14), "规模以…增加值");
        assert_eq!(cut_middle("Per-capita income", 12), "Per-ca…ncome");
        assert_eq!(cut_middle("Tax share of budget", 11), "Tax s…udget");
        assert_eq!(cut_middle("Share of budget", 13), "Share…budget", "no blank stands beside the ellipsis");
        assert_eq!(cut_middle("税收", 4), "税收");
        for cells in 0..20 {
            assert!(width(&cut_middle("R&D经费投入占生产总值比重", cells)) <= cells, "{cells}");
        }
    }

    #[test]
    fn a_wide_character_takes_two_cells() {
        assert_eq!(width("长垣ab"), 6);
        assert_eq!(line(6, "长a"), "长 a   ");
        assert_eq!(line(3, "长垣"), "长 …");
    }

    #[test]
    fn what_would_reach_the_terminal_raw_is_dropped() {
        let text = "a\u{1b}[31mb\u{202e}c\u{9b}d\u{200d}e\u{301}\u{feff}\u{7f}f";
        let drawn = line(20, text);
        assert_eq!(drawn, "a [31mbc de f       ");
        assert_eq!(width(text), 13, "the width is that of what is drawn");
        assert!(!drawn.contains(|c: char| c.is_control()));
    }

    #[test]
    fn writing_over_half_of_a_wide_character_takes_it_away_whole() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        put(&mut buf, 0, 0, 4, "长垣", Style::new());
        put(&mut buf, 1, 0, 1, "a", Style::new());
        let symbols: Vec<_> = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, [" ", "a", "垣", " "]);
    }

    #[test]
    fn nothing_is_written_outside_the_buffer() {
        let mut buf = Buffer::empty(Rect::new(2, 2, 3, 1));
        put(&mut buf, 0, 0, 9, "长垣", Style::new());
        put(&mut buf, 3, 2, 90, "长垣市", Style::new());
        put_right(&mut buf, 60, 9, 4, "长垣市", Style::new());
        assert_eq!(buf.content()[1].symbol(), "长");
    }
}
