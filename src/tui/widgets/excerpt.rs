//! The sentence around a number, with the number lit.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    flow::{Flow, Piece, wrap},
    text::{shown, width},
};
use crate::tui::theme::Theme;

/// Most characters before and behind the number: a text without full stops is one sentence, and no screen
/// shows more of it.
const MOST: usize = 4000;

/// A sentence around a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) before: String,
    pub(crate) number: String,
    pub(crate) after: String,
}

impl Excerpt {
    /// The sentence around the characters `start..end` of a text; `None` when the text has no such
    /// characters.
    pub(crate) fn around(text: &str, (start, end): (u32, u32)) -> Option<Self> {
        if start >= end {
            return None;
        }
        let mut bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let from = bytes.nth(start as usize)?;
        let to = bytes.nth((end - start - 1) as usize)?;
        let ends_sentence = |c: char| matches!(c, '。' | '！' | '？' | '\n' | '\r');
        let begin =
            text[..from].rfind(ends_sentence).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let finish = text[to..].find(ends_sentence).map_or(text.len(), |ahead| {
            let mark = to + ahead;
            mark + text[mark..].chars().next().filter(|c| !c.is_whitespace()).map_or(0, char::len_utf8)
        });
        let begin = text[begin..from].char_indices().rev().nth(MOST - 1).map_or(begin, |(at, _)| begin + at);
        let finish = text[to..finish].char_indices().nth(MOST).map_or(finish, |(at, _)| to + at);
        Some(Self {
            before: text[begin..from].trim_start().to_owned(),
            number: text[from..to].to_owned(),
            after: text[to..finish].trim_end().to_owned(),
        })
    }

    /// Lines that the sentence takes in `cells` cells.
    pub(crate) fn lines(&self, cells: u16) -> u16 {
        wrap(&format!("{}{}{}", self.before, self.number, self.after), cells).len() as u16
    }

    /// Draws the sentence into `area`, as much of it as there is room for around the number.
    pub(crate) fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let styles = &theme.evidence;
        // The number must be in sight: of a long sentence, the beginning gives way.
        let most = u32::from(area.width) * u32::from(area.height) * 3 / 5;
        let before = end(&self.before, most.saturating_sub(u32::from(width(&self.number))) as u16);
        let cut = if before.len() < self.before.len() { "…" } else { "" };
        let number = Piece { text: &self.number, style: styles.number, whole: true };
        Flow::new(area).put_all(
            buf,
            &[
                Piece::new(cut, styles.origin),
                Piece::new(before, styles.text),
                number,
                Piece::new(&self.after, styles.text),
            ],
        );
    }
}

/// The last characters of a text that fit `cells` cells.
fn end(text: &str, cells: u16) -> &str {
    let mut left = cells;
    let mut start = text.len();
    for (at, character) in text.char_indices().rev() {
        match left.checked_sub(shown(character).map_or(0, |(_, width)| width)) {
            Some(rest) => left = rest,
            None => break,
        }
        start = at;
    }
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_is_cut_at_full_stops_and_line_ends() {
        let text = "开场白。\n　　全市完成投资12.5亿元，增长3%。后面一句！";
        let start = text.chars().position(|c| c == '1').unwrap() as u32;
        let excerpt = Excerpt::around(text, (start, start + 6)).unwrap();
        assert_eq!(excerpt.before, "全市完成投资");
        assert_eq!(excerpt.number, "12.5亿元");
        assert_eq!(excerpt.after, "，增长3%。");
    }

    #[test]
    fn of_a_text_without_an_end_only_what_is_near_is_kept() {
        let long = "长".repeat(100_000);
        let excerpt = Excerpt::around(&format!("{long}5家{long}"), (100_000, 100_002)).unwrap();
        let kept = [&excerpt.before, &excerpt.number, &excerpt.after].map(|text| text.chars().count());
        assert_eq!(kept, [MOST, 2, MOST]);
    }

    #[test]
    fn a_text_without_full_stops_is_one_sentence() {
        let excerpt = Excerpt::around("共5家", (1, 3)).unwrap();
        assert_eq!((excerpt.before.as_str(), excerpt.number.as_str(), excerpt.after.as_str()), ("共", "5家", ""));
    }

    #[test]
    fn characters_that_the_text_does_not_have_give_nothing() {
        for span in [(0, 0), (2, 1), (0, 9), (7, 8), (4, u32::MAX)] {
            assert_eq!(Excerpt::around("共5家", span), None, "{span:?}");
        }
    }
}
