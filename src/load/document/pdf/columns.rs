//! Segments → lines in the order in which they are read: columns of prose one after the other, rows of a
//! table side by side.

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

/// The lines of a page.
pub(super) fn lines(page: usize, glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut out = Writer { page, column: 0, lines: Vec::new() };
    out.order(rows::segments(glyphs), DEEPEST);
    out.lines
}

/// Columns within columns.
const DEEPEST: usize = 4;

/// Fewer segments than these make no column.
const FEWEST: usize = 4;

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

/// A segment of which no more than this part stands beyond a column is of the column.
const HANGING: f64 = 0.2;

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
        for segment in segments {
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

/// Where a blank stretch from above to below parts two columns of prose.
fn gutter(segments: &[Segment]) -> Option<f64> {
    let from = segments.iter().map(|segment| segment.left).fold(f64::INFINITY, f64::min);
    let to = segments.iter().map(|segment| segment.right).fold(0.0, f64::max);
    // Where something begins or ends, how many segments go on there. A few span the columns: titles, numbers
    // of pages.
    let mut edges: Vec<(f64, i32)> =
        segments.iter().flat_map(|segment| [(segment.left, 1), (segment.right, -1)]).collect();
    edges.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let size = segments.iter().map(|segment| segment.size).fold(0.0, f64::max).min(12.0);
    let spanning = i32::try_from(segments.len() / 8).unwrap_or(i32::MAX).max(4);
    let mut best: Option<(i32, f64, f64)> = None;
    let mut over = 0;
    for pair in edges.windows(2) {
        over += pair[0].1;
        let (start, end) = (pair[0].0, pair[1].0);
        let middle = f64::midpoint(start, end);
        let within = middle > from + 0.2 * (to - from) && middle < from + 0.8 * (to - from);
        if over <= spanning
            && within
            && end - start > 0.6 * size
            && best.is_none_or(|(least, width, _)| over < least || (over == least && end - start > width))
        {
            best = Some((over, end - start, middle));
        }
    }
    let (.., middle) = best?;
    let prose = |segments: Vec<&Segment>| {
        let characters: usize = segments.iter().map(|segment| segment.text.chars().count()).sum();
        segments.len() >= FEWEST && characters >= segments.len() * PROSE
    };
    let left = segments.iter().filter(|segment| segment.is_left_of(middle)).collect::<Vec<_>>();
    let right = segments.iter().filter(|segment| segment.is_right_of(middle)).collect::<Vec<_>>();
    (prose(left) && prose(right)).then_some(middle)
}

#[cfg(test)]
mod tests {
    use super::{super::rows::tests::set, *};

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(0, glyphs).into_iter().map(|line| line.text).collect()
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
}
