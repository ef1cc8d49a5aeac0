//! A long text broken into lines: only where each begins and ends is kept, so that a frame touches no more
//! of the text than is in sight.

use std::ops::Range;

use super::{flow::unbreakable, text::shown};

/// A stretch of a text inside which no line breaks, unless it is longer than a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    /// In bytes.
    pub(crate) bytes: Range<usize>,
    /// Cells of a mark that is drawn behind it.
    pub(crate) mark: u16,
}

/// The lines of a text, in bytes. Line ends and the blanks at a break belong to no line; lines that are
/// empty in the text are empty here, but only one at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines(Vec<Range<usize>>);

impl Lines {
    /// Breaks a text into lines of at most `cells` cells; `wholes` ascend and do not overlap.
    pub(crate) fn of(text: &str, wholes: &[Whole], cells: u16) -> Self {
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        let mut wholes = wholes.iter().peekable();
        for paragraph in text.split_inclusive('\n') {
            let line = start..start + paragraph.trim_end().len();
            start += paragraph.len();
            if line.is_empty() {
                if lines.last().is_some_and(|last| !last.is_empty()) {
                    lines.push(line);
                }
                continue;
            }
            let mut open = line.start..line.start;
            let mut used: u16 = 0;
            while open.end < line.end {
                let at = open.end;
                while wholes.next_if(|whole| whole.bytes.end <= at).is_some() {}
                let whole = wholes.peek().filter(|whole| whole.bytes.start == at);
                let least = whole.map_or(0, |whole| whole.bytes.end.min(line.end) - at);
                let end = at + unbreakable(&text[at..line.end], least);
                let width = measured(text, at..end, &mut wholes.clone());
                if used > 0 && used.saturating_add(width) > cells {
                    lines.push(open.clone());
                    let blanks = text[at..line.end].len() - text[at..line.end].trim_start_matches(' ').len();
                    open = at + blanks..at + blanks;
                    used = 0;
                    if blanks > 0 {
                        continue;
                    }
                }
                if width > cells {
                    // What is longer than a line breaks anywhere.
                    for (offset, character) in text[at..end].char_indices() {
                        let width = shown(character).map_or(0, |(_, width)| width);
                        if used > 0 && used.saturating_add(width) > cells {
                            lines.push(open.start..at + offset);
                            open.start = at + offset;
                            used = 0;
                        }
                        used += width;
                    }
                } else {
                    used += width;
                }
                open.end = end;
            }
            lines.push(open);
        }
        if lines.last().is_some_and(Range::is_empty) {
            lines.pop();
        }
        Self(lines)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The bytes of a line.
    pub(crate) fn get(&self, line: usize) -> Option<Range<usize>> {
        self.0.get(line).cloned()
    }

    /// The line on which a byte stands, or the last before it.
    pub(crate) fn of_byte(&self, byte: usize) -> usize {
        self.0.partition_point(|line| line.start <= byte).saturating_sub(1)
    }
}

/// Cells of a stretch of the text, with the marks behind what ends in it.
fn measured<'a>(text: &str, bytes: Range<usize>, wholes: &mut impl Iterator<Item = &'a Whole>) -> u16 {
    let marks = wholes.take_while(|whole| whole.bytes.end <= bytes.end).map(|whole| whole.mark);
    let marks = marks.fold(0_u16, u16::saturating_add);
    let characters = text[bytes].chars().filter_map(shown);
    characters.fold(marks, |sum, (_, width)| sum.saturating_add(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines<'a>(text: &'a str, wholes: &[Whole], cells: u16) -> Vec<&'a str> {
        Lines::of(text, wholes, cells).0.into_iter().map(|line| &text[line]).collect()
    }

    fn whole(text: &str, part: &str, mark: u16) -> Whole {
        let start = text.find(part).unwrap();
        Whole { bytes: start..start + part.len(), mark }
    }

    #[test]
    fn breaks_between_characters_and_at_line_ends() {
        assert_eq!(lines("开场白。\n　　全市完成投资", &[], 8), ["开场白。", "　　全市", "完成投资"]);
        assert_eq!(lines("go to the shop", &[], 9), ["go to the", "shop"]);
        assert_eq!(lines("甲\n\n\n乙\r\n\n", &[], 8), ["甲", "", "乙"]);
        assert_eq!(lines("", &[], 8), [""; 0]);
        assert_eq!(lines("abcdefghij", &[], 4), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("地区生产，总值", &[], 8), ["地区生", "产，总值"]);
    }

    #[test]
    fn a_figure_stays_on_one_line_with_its_mark() {
        let text = "完成额5亿元整。";
        assert_eq!(lines(text, &[], 10), ["完成额5亿", "元整。"]);
        assert_eq!(lines(text, &[whole(text, "5亿元", 0)], 10), ["完成额", "5亿元整。"]);
        assert_eq!(lines(text, &[whole(text, "5亿元", 1)], 11), ["完成额", "5亿元整。"]);
        assert_eq!(lines(text, &[whole(text, "5亿元", 0)], 11), ["完成额5亿元", "整。"]);
        assert_eq!(lines(text, &[whole(text, "5亿元", 1)], 4), ["完成", "额", "5亿", "元", "整。"]);
    }

    #[test]
    fn a_byte_is_found_on_its_line() {
        let text = "完成额\n5亿元";
        let lines = Lines::of(text, &[], 20);
        assert_eq!([0, 6, 9, 10, 99].map(|byte| lines.of_byte(byte)), [0, 0, 0, 1, 1]);
        assert_eq!((lines.len(), lines.get(1), lines.get(2)), (2, Some(10..17), None));
        assert_eq!(Lines::default().of_byte(3), 0);
    }

    #[test]
    fn nothing_but_blanks_and_line_ends_is_lost_at_any_width() {
        let text = "全年GDP达到520.5亿元，增长6.1%。 Next line\n\n　　“引号”里的话(括号)…完。";
        let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for cells in 1..40 {
            let wholes = [whole(text, "520.5亿元", 1), whole(text, "6.1%", 0)];
            let lines = lines(text, &wholes, cells);
            assert_eq!(lines.concat().chars().filter(|c| !c.is_whitespace()).collect::<String>(), kept, "{cells}");
        }
    }
}
