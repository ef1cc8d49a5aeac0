//! Finds the sentence around a figure.

use crate::{
    index::{Atlas, FigureId},
    model::{Document, Doubts, Source},
};

/// Where a figure was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evidence {
    pub(crate) source: Source,
    /// Line of the document, from 1; 0 when it was not read from prose.
    pub(crate) paragraph: u32,
    /// Offsets in the document, in characters.
    pub(crate) span: (u32, u32),
    /// Why the reading may be wrong.
    pub(crate) doubt: Doubts,
    /// The sentence, when the document is at hand.
    pub(crate) excerpt: Option<Excerpt>,
}

/// A sentence around a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) before: String,
    pub(crate) number: String,
    pub(crate) after: String,
}

impl Evidence {
    /// The evidence of a figure; `document` gives the document of a source's id, if it is at hand.
    pub(crate) fn of<'d>(figure: FigureId, atlas: &Atlas, document: impl FnOnce(&str) -> Option<&'d Document>) -> Self {
        let figure = atlas.figure(figure);
        let source = atlas.sources().get(figure.source().0 as usize).cloned().unwrap_or_default();
        let span = figure.span();
        let excerpt = document(&source.id).and_then(|document| Excerpt::around(&document.text, span));
        Self { source, paragraph: figure.paragraph(), span, doubt: figure.doubt(), excerpt }
    }
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
        Some(Self {
            before: text[begin..from].trim_start().to_owned(),
            number: text[from..to].to_owned(),
            after: text[to..finish].trim_end().to_owned(),
        })
    }
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
