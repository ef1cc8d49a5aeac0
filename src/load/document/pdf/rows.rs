//! Glyphs → rows, and the segments of each that a wide gap parts.

use std::time::Instant;

use super::{
    glyphs::Glyph,
    gutters::{self, ink},
};

/// A stretch of a row without a wide gap; lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub(super) text: String,
    /// The row it is of, from above.
    pub(super) row: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// The width of what cannot be parted from its beginning: a character, or a number with its marks.
    pub(super) head: f64,
}

/// Glyphs stand in one row when their lines are apart less than this part of their height.
const ROW: f64 = 0.4;

/// Nor are they of one row where one is so many times as high: a letter that opens a chapter, a stamp over the text.
const UNLIKE: f64 = 2.2;

/// So many rows may stand at about one height.
const BESIDE: usize = 4;

/// A gap wider than so many heights parts segments.
const WIDE: f64 = 1.25;

/// A gap wider than this part of the height parts words and numbers.
const BLANK: f64 = 0.3;

/// Glyphs that overlap by more than this part of their height are one that was drawn twice, to look bold.
const TWICE: f64 = 0.25;

/// A glyph that begins within this part of the one before is printed over it.
const OVER: f64 = 0.3;

/// The segments of a page, from above and within a row from the left. Once `until` is past it unwinds.
pub(super) fn segments(glyphs: Vec<Glyph>, until: Instant) -> Vec<Segment> {
    let mut rows = rows(glyphs);
    let parting = gutters::parting(&mut rows, until);
    rows.into_iter()
        .zip(parting)
        .enumerate()
        .flat_map(|(number, (row, parting))| split(number, row, &parting))
        .collect()
}

/// The glyphs that stand at one height, from above and within a row from the left.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs
        .retain(|glyph| glyph.size > 0.5 && glyph.base.is_finite() && glyph.left.is_finite() && !glyph.text.is_empty());
    glyphs.sort_by(|one, other| one.base.total_cmp(&other.base));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let fits = |row: &&mut Vec<Glyph>| {
            let (small, large) = (row[0].size.min(glyph.size), row[0].size.max(glyph.size));
            glyph.base - row[0].base < ROW * large && large < UNLIKE * small
        };
        match rows.iter_mut().rev().take(BESIDE).find(fits) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    rows
}

/// Parts a row where a gap is wide, and at the places that are told.
fn split(number: usize, row: Vec<Glyph>, parting: &[f64]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    let (mut blank, mut head_open) = (false, true);
    let mut last: Option<Glyph> = None;
    for glyph in row {
        if glyph.text.chars().all(char::is_whitespace) {
            blank = true;
            continue;
        }
        let size = last.as_ref().map_or(glyph.size, |last| last.size.max(glyph.size));
        let gap = last.as_ref().map_or(f64::INFINITY, |last| glyph.left - ink(last));
        let parted = last.as_ref().is_some_and(|last| parting.iter().any(|at| last.left < *at && *at <= glyph.left));
        if let Some(last) = &last
            && last.text == glyph.text
            && glyph.left - last.left < TWICE * size
        {
            continue;
        }
        if gap > WIDE * size || parted {
            out.push(Segment {
                text: String::new(),
                row: number,
                left: glyph.left,
                right: glyph.right,
                base: glyph.base,
                size: glyph.size,
                head: 0.0,
            });
            (blank, head_open) = (false, true);
        }
        let Some(segment) = out.last_mut() else { continue };
        // Raised digits behind a number would become part of it: they are the mark of a note.
        let digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
        let raised = |last: &Glyph| glyph.size < 0.8 * last.size && glyph.base < last.base - 0.1 * last.size;
        if digit(&glyph.text) && digit(&segment.text) && last.as_ref().is_some_and(raised) {
            continue;
        }
        let latin = segment.text.ends_with(is_latin) && glyph.text.starts_with(is_latin);
        if !segment.text.is_empty() && (blank || (latin && gap > BLANK * size)) {
            // Two numbers side by side are two.
            let numbers = digit(&segment.text) && glyph.text.starts_with(|c: char| c.is_ascii_digit());
            segment.text.push(if numbers && gap > 2.0 * BLANK * size { '\t' } else { ' ' });
            head_open = false;
        }
        // Two texts that were printed over each other cannot be told apart.
        let over = |last: &Glyph| glyph.left - last.left < OVER * (last.right - last.left);
        if last.as_ref().is_some_and(over) && (digit(&segment.text) || digit(&glyph.text)) {
            segment.text.push(char::REPLACEMENT_CHARACTER);
        }
        head_open = head_open && (segment.text.is_empty() || holds(&segment.text, &glyph.text));
        if head_open {
            segment.head = glyph.right - segment.left;
        }
        segment.text.push_str(&glyph.text);
        segment.right = segment.right.max(glyph.right);
        segment.size = segment.size.max(glyph.size);
        blank = false;
        last = Some(glyph);
    }
    out
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Whether a line may not break between these.
fn holds(before: &str, next: &str) -> bool {
    let opening = before.ends_with(['“', '‘', '（', '《', '〈', '「', '(', '【']);
    let closing = next.starts_with([
        '，', '。', '、', '；', '：', '！', '？', '”', '’', '）', '》', '〉', '」', ')', '】', '%', '％',
    ]);
    // Also the colon of a proportion, 8∶43∶49.
    let ascii = |c: char| c.is_ascii_graphic() || c == '∶';
    opening || closing || (before.ends_with(ascii) && next.starts_with(ascii))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn later() -> Instant {
        Instant::now() + crate::load::document::guard::LONGEST
    }

    /// Glyphs of a text, ASCII half as wide as high.
    pub(in crate::load::document::pdf) fn set(text: &str, left: f64, base: f64, size: f64) -> Vec<Glyph> {
        let mut at = left;
        text.chars()
            .map(|c| {
                let left = at;
                at += if c.is_ascii() { size / 2.0 } else { size };
                Glyph { text: c.to_string(), left, right: at, base, size }
            })
            .collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        segments(glyphs, later()).into_iter().map(|segment| segment.text).collect()
    }

    #[test]
    fn rows_are_read_from_the_left_whatever_the_order_of_drawing() {
        let glyphs =
            [set("亿元，", 60.0, 100.3, 10.0), set("完成5.5", 10.0, 100.0, 10.0), set("一、综合", 10.0, 80.0, 10.0)];
        assert_eq!(texts(glyphs.concat()), ["一、综合", "完成5.5", "亿元，"].map(str::to_owned).as_slice());
        let close = [set("亿元", 45.0, 100.0, 10.0), set("完成5.5", 10.0, 100.0, 10.0)];
        assert_eq!(texts(close.concat()), ["完成5.5亿元"]);
    }

    #[test]
    fn bold_by_drawing_twice_is_read_once_and_marks_of_notes_are_not_digits() {
        let twice = [set("11县", 10.0, 100.0, 10.0), set("11县", 10.4, 100.2, 10.0)];
        assert_eq!(texts(twice.concat()), ["11县"]);
        let note = [set("704", 10.0, 100.0, 10.0), set("1", 25.0, 96.5, 6.0), set("亿元", 28.0, 100.0, 10.0)];
        assert_eq!(texts(note.concat()), ["704亿元"]);
    }

    #[test]
    fn two_numbers_side_by_side_stay_two() {
        let apart = [set("2024", 10.0, 100.0, 10.0), set("704", 38.0, 100.0, 10.0)];
        assert_eq!(texts(apart.concat()), ["2024\t704"]);
        assert_eq!(texts(set("a b 完成 5", 10.0, 100.0, 10.0)), ["a b 完成 5"]);
    }

    #[test]
    fn the_head_is_what_a_line_cannot_break() {
        let head = |text: &str| segments(set(text, 10.0, 100.0, 10.0), later())[0].head;
        let heads = ["完成", "5.5%，完", "“十四", "a b"].map(|text| head(text).round() as i32);
        assert_eq!(heads, [10, 30, 20, 5]);
    }

    #[test]
    fn what_is_printed_over_other_text_hides_no_number_and_makes_none() {
        let over = [set("完成704亿元", 10.0, 100.0, 10.0), set("密", 31.0, 101.0, 10.0)];
        assert!(texts(over.concat())[0].contains('\u{fffd}'));
        let stamp = [set("完成7", 10.0, 100.0, 10.0), set("04亿元", 10.0, 116.0, 10.0), set("样", 10.0, 99.0, 60.0)];
        assert_eq!(texts(stamp.concat()), ["样", "完成7", "04亿元"]);
    }
}
