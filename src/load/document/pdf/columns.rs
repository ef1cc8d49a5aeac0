//! Segments → lines in the order in which they are read: columns of prose one after the other, rows of a
//! table side by side.

use std::{collections::HashMap, time::Instant};

use super::{
    glyphs::Glyph,
    rows::{self, Segment},
};

/// A line of text; lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its characters; a tab where a wide gap is.
    pub(super) text: String,
    pub(super) page: usize,
    /// Which of the stretches of the page it is in; where two lines differ in it, one does not stand below
    /// the other.
    pub(super) column: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// The width of what cannot be parted from its beginning.
    pub(super) head: f64,
    /// Whether it is a row of a table.
    pub(super) is_row: bool,
}

/// The lines of a page. Once `until` is past it unwinds.
pub(super) fn lines(page: usize, glyphs: Vec<Glyph>, until: Instant) -> Vec<Line> {
    let mut out = Writer { page, column: 0, lines: Vec::new() };
    out.order(rows::segments(glyphs, until), DEEPEST);
    out.lines
}

/// The lines of one column, one below the other. What begins at another place than the line above, such as a list
/// below its heading, is another stretch: in so narrow a column it is not indented.
pub(super) fn stacked(page: usize, glyphs: Vec<Glyph>, until: Instant) -> Vec<Line> {
    let mut out = Writer { page, column: 0, lines: Vec::new() };
    out.stack(rows::segments(glyphs, until));
    for at in 1..out.lines.len() {
        let moved = (out.lines[at].left - out.lines[at - 1].left).abs() > EDGE;
        out.lines[at].column = out.lines[at - 1].column + usize::from(moved);
    }
    out.lines
}

/// Columns within columns.
const DEEPEST: usize = 4;

/// Fewer segments than these make no column.
const FEWEST: usize = 2;

/// So many places at which segments begin are looked at, those of most segments first.
const BEGINNINGS: usize = 32;

/// Segments of so many characters on average are prose, those of fewer may be entries of a table.
const PROSE: usize = 9;

impl Segment {
    /// Whether it stands on the left, but for marks that hang over.
    fn is_left_of(&self, gutter: f64) -> bool {
        self.right - gutter <= HANGING * (self.right - self.left)
    }

    fn is_right_of(&self, gutter: f64) -> bool {
        gutter - self.left <= HANGING * (self.right - self.left)
    }
}

impl Segment {
    /// Whether it is part of a sentence rather than an entry of a table.
    fn is_sentence(&self) -> bool {
        self.text.chars().count() >= PROSE && self.text.contains(['，', '。', '；'])
    }

    /// Marks numbers that it begins or ends with: a part of them may stand elsewhere.
    fn mark_ends(&mut self) {
        if self.text.starts_with(is_digit) {
            self.text.insert(0, char::REPLACEMENT_CHARACTER);
        }
        if self.text.ends_with(is_digit) {
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

/// Whether a number may begin or end with it.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '.'
}

/// A segment of which no more than this part stands beyond a column is of the column.
const HANGING: f64 = 0.2;

/// Segments that begin a column begin at one place, give or take so many points.
const EDGE: f64 = 2.0;

struct Writer {
    page: usize,
    column: usize,
    lines: Vec<Line>,
}

impl Writer {
    fn order(&mut self, segments: Vec<Segment>, depth: usize) {
        let Some(gutter) = gutter(&segments).filter(|_| depth > 0) else { return self.stack(segments) };
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for segment in segments {
            if segment.is_left_of(gutter) {
                left.push(segment);
            } else if segment.is_right_of(gutter) {
                right.push(segment);
            } else {
                // What spans the columns, such as a title, ends what stands above it.
                self.order(std::mem::take(&mut left), depth - 1);
                self.order(std::mem::take(&mut right), depth - 1);
                self.stack(vec![segment]);
            }
        }
        self.order(left, depth - 1);
        self.order(right, depth - 1);
    }

    /// Lines one below the other.
    fn stack(&mut self, segments: Vec<Segment>) {
        if segments.is_empty() {
            return;
        }
        self.column += 1;
        let mut row = usize::MAX;
        let rows = segments.chunk_by(|one, other| one.row == other.row);
        // Prose side by side whose order nobody can tell: what was parted from a number may stand anywhere.
        let is_doubtful = rows.filter(|row| row.iter().filter(|segment| segment.is_sentence()).count() > 1).count() > 1;
        for mut segment in segments {
            if is_doubtful && segment.is_sentence() {
                segment.mark_ends();
            }
            let last = self.lines.last_mut().filter(|_| row == segment.row);
            row = segment.row;
            if let Some(line) = last {
                line.text.push('\t');
                line.text.push_str(&segment.text);
                (line.right, line.is_row) = (segment.right, true);
                continue;
            }
            let Segment { text, left, right, base, size, head, .. } = segment;
            let (page, column) = (self.page, self.column);
            self.lines.push(Line { text, page, column, left, right, base, size, head, is_row: false });
        }
    }
}

/// Where a column of prose begins beside another: several segments do, and few go on over that place, such as titles
/// and numbers of pages.
fn gutter(segments: &[Segment]) -> Option<f64> {
    let from = segments.iter().map(|segment| segment.left).fold(f64::INFINITY, f64::min);
    let to = segments.iter().map(|segment| segment.right).fold(0.0, f64::max);
    let within = from + 0.2 * (to - from)..from + 0.8 * (to - from);
    let mut beginnings: HashMap<i64, (usize, f64)> = HashMap::new();
    for left in segments.iter().map(|segment| segment.left).filter(|left| within.contains(left)) {
        let (count, first) = beginnings.entry(left.round() as i64).or_insert((0, left));
        (*count, *first) = (*count + 1, first.min(left));
    }
    let mut beginnings: Vec<_> = beginnings.into_values().filter(|(count, _)| *count >= FEWEST).collect();
    beginnings.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.total_cmp(&other.1)));
    let spanning = (segments.len() / 8).max(4);
    let parts = |&(_, place): &(usize, f64)| {
        let side = |segment: &&Segment| (segment.is_left_of(place), segment.is_right_of(place));
        let left: Vec<_> = segments.iter().filter(|segment| side(segment).0).collect();
        let right: Vec<_> = segments.iter().filter(|segment| side(segment) == (false, true)).collect();
        let is_over = |segment: &&Segment| segment.left < place - EDGE && segment.right > place + EDGE;
        let over = segments.iter().filter(is_over).count();
        (over <= spanning && is_prose(&left) && is_prose(&right)).then_some((over, place))
    };
    let best = beginnings.iter().take(BEGINNINGS).filter_map(parts).min_by_key(|(over, _)| *over);
    best.map(|(_, place)| place)
}

fn is_prose(segments: &[&Segment]) -> bool {
    let characters: usize = segments.iter().map(|segment| segment.text.chars().count()).sum();
    segments.len() >= FEWEST && characters >= segments.len() * PROSE
}

#[cfg(test)]
mod tests {
    use super::{super::rows::tests::set, *};

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(0, glyphs, rows::tests::later()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_of_prose_are_read_one_after_the_other() {
        let mut glyphs = set("甲县二〇二四年国民经济和社会发展统计公报", 100.0, 20.0, 10.0);
        for line in 0..5 {
            let base = 40.0 + 16.0 * f64::from(line);
            glyphs.extend(set(&format!("左边第{line}行的文字写得很满很满"), 10.0, base, 10.0));
            glyphs.extend(set(&format!("右边第{line}行的文字写得很满很满"), 180.0, base + 2.0, 10.0));
        }
        let read = texts(glyphs);
        assert!(
            read[0].starts_with("甲县") && read[5].starts_with("左边第4行") && read[6].starts_with("右边第0行"),
            "{read:?}"
        );
    }

    #[test]
    fn rows_of_a_table_stay_together() {
        let mut glyphs = Vec::new();
        for (row, name) in
            ["地区生产总值", "一般公共预算收入", "税收收入", "社会消费品零售总额", "进出口总额"].iter().enumerate()
        {
            let base = 40.0 + 16.0 * row as f64;
            glyphs.extend(set(name, 10.0, base, 10.0));
            glyphs.extend(set("704.11", 180.0, base, 10.0));
            glyphs.extend(set("5.5", 240.0, base, 10.0));
        }
        assert_eq!(texts(glyphs)[1], "一般公共预算收入\t704.11\t5.5");
    }

    #[test]
    fn numbers_at_the_ends_of_prose_in_no_order_are_marked() {
        let mut glyphs = Vec::new();
        for line in 0..2 {
            let base = 40.0 + 16.0 * f64::from(line);
            glyphs.extend(set("左边的文字，完成投资7", 10.0, base, 10.0));
            glyphs.extend(set("短的字，", 180.0 + 40.0 * f64::from(line), base, 10.0));
            glyphs.extend(set("04亿元，右边的文字。", 280.0, base, 10.0));
        }
        let row = "左边的文字，完成投资7\u{fffd}\t短的字，\t\u{fffd}04亿元，右边的文字。";
        assert_eq!(texts(glyphs), [row, row]);
    }
}
