//! Characters whose width Unicode leaves open: where the terminal draws them two cells wide, others stand in
//! for them that take one everywhere.
//!
//! Frames, bars, arrows and Chinese quotation marks are *East Asian ambiguous* (UAX #11): one cell in most
//! terminals, two in some that are set up for Chinese. Everything here is laid out for one cell. A pass over
//! the finished screen is the one place that knows of this.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthChar;

/// How wide the terminal draws the characters whose width Unicode leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// One cell.
    #[default]
    Narrow,
    /// Two cells.
    Wide,
}

/// What stands in where nothing better is known.
const ANY: char = '_';

/// What stands in for runs of characters: the runs, and the same number of stand-ins.
const TABLE: &[(&str, &str)] = &[
    // Frames; what is neither level nor upright is a corner.
    ("─━┄┅┈┉═", "-------"),
    ("│┃┆┇┊┋║", "|||||||"),
    ("╱╲╳", "/\\X"),
    // Columns by their height, bars by their length, shades by their weight.
    ("▁▂▃▄▅▆▇█", "_.:-=+*#"),
    ("▏▎▍▌▋▊▉▀▔▕▒▓", ":::####\"\"|=%"),
    ("●○◎◆◇■□▣▲△▼▽▶▷◀◁★☆※•", "*oo*o#oo^^vv>><<****"),
    ("←↑→↓↔↕↖↗↘↙⇒⇔", "<^>v-|\\/\\/>="),
    ("“”‘’′″…‥—–―·‖§¶°", "\"\"'''\"..---||SPo"),
    // ⩽ and ⩾ look alike and are one cell wide; < and > would say something else.
    ("×÷±≤≥≦≧≠≈∞‰√∑∥∠⊥∩∪", "x/+⩽⩾⩽⩾#=8؉VE|LTnu"),
    ("¹²³⁴①②③④⑤⑥⑦⑧⑨ⅠⅡⅢⅣⅤⅥⅦⅧⅨ", "1234123456789123456789"),
    ("℃№", "CN"),
    ("àáāǎèéêēěìíīǐòóōǒùúūǔüǖǘǚǜ", "aaaaeeeeeiiiioooouuuuuuuuu"),
    ("αβγδεημλπρσφω", "abgdehmlprsfw"),
];

/// Puts stand-ins in the place of all characters that may be drawn two cells wide.
pub(crate) fn stand_in(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if let Some(character) = cell.symbol().chars().next().and_then(of) {
            cell.set_char(character);
        }
    }
}

/// The character that stands in for one that may be drawn two cells wide; `None` for all others.
fn of(character: char) -> Option<char> {
    // Nearly all cells hold blanks, other ASCII or Chinese.
    if character.is_ascii() || character.width() != Some(1) {
        return None;
    }
    let mut known = TABLE.iter().flat_map(|(from, to)| from.chars().zip(to.chars()));
    if let Some((_, stands)) = known.find(|(from, _)| *from == character) {
        return Some(stands);
    }
    match character {
        '\u{2500}'..='\u{257f}' => Some('+'),
        // Letters with accents are not among these: only some terminals draw them wide.
        _ if character.width_cjk() == Some(2) => Some(ANY),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_may_be_wide_has_a_stand_in_that_is_one_cell_everywhere() {
        for character in '\u{80}'..='\u{1ffff}' {
            let may_be_wide = character.width() == Some(1) && character.width_cjk() == Some(2);
            assert!(!may_be_wide || of(character).is_some(), "{character}");
            if let Some(stands) = of(character) {
                assert_eq!((stands.width(), stands.width_cjk()), (Some(1), Some(1)), "{character} → {stands}");
                assert_eq!(of(stands), None, "{character} → {stands}");
            }
        }
    }

    #[test]
    fn every_character_of_the_table_has_its_own_stand_in() {
        for (from, to) in TABLE {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
            for (character, stands) in from.chars().zip(to.chars()) {
                assert_eq!(of(character), Some(stands), "{character} stands in the table twice");
            }
        }
    }

    #[test]
    fn what_is_no_more_or_less_keeps_its_meaning() {
        assert_eq!(
            ['≤', '≥', '…', '┌', '█', '“', 'ü', '\u{a4}'].map(of),
            ['⩽', '⩾', '.', '+', '#', '"', 'u', ANY].map(Some)
        );
    }

    #[test]
    fn others_stay_as_they_are() {
        let text = "长垣市 GDP 5.5% ▸ ⣿";
        let mut buf = Buffer::with_lines([text]);
        let before = buf.clone();
        stand_in(&mut buf);
        assert_eq!(buf, before);
    }
}
