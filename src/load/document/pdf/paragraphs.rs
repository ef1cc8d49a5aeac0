//! Lines of pages → paragraphs, a line each.

use super::columns::Line;

/// A line that begins so many heights right of its column opens a paragraph.
const INDENT: f64 = 0.9;

/// A line ends a paragraph when so many heights more than what comes next would have found room behind it.
const ROOM: f64 = 0.8;

/// Lines further apart than so many times the usual distance are of two paragraphs.
const APART: f64 = 1.3;

/// Joins the lines that a paragraph was broken into. One that ends short, or before one that is indented,
/// stands further off or is of another size, ends its paragraph; pages and columns are passed over.
pub(super) fn join(lines: &[Line]) -> String {
    let (bounds, distance) = (bounds(lines), distance(lines));
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(&line.text);
        let next = lines.get(at + 1);
        let goes_on = next.is_some_and(|next| goes_on(line, next, bounds[at], bounds[at + 1], distance));
        match next {
            Some(next) if goes_on => {
                let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if letter(line.text.chars().next_back()) && letter(next.text.chars().next()) {
                    text.push(' ');
                }
            }
            _ => text.push('\n'),
        }
    }
    text
}

fn goes_on(line: &Line, next: &Line, (_, right): (f64, f64), (left, _): (f64, f64), distance: f64) -> bool {
    let size = line.size.max(next.size);
    let alike = (line.size - next.size).abs() <= 0.1 * size && !line.is_row && !next.is_row;
    let full = line.right + next.head + ROOM * size >= right;
    let flush = next.left < left + INDENT * size;
    let below = (line.page, line.column) != (next.page, next.column)
        || (next.base > line.base && next.base - line.base <= (APART * distance).max(1.2 * size));
    alike && full && flush && below
}

/// The left and right end of the column that each line stands in: where lines begin, and how far they reach,
/// in all stretches of the document that begin at about the same place.
fn bounds(lines: &[Line]) -> Vec<(f64, f64)> {
    let stretches: Vec<_> = lines.chunk_by(|one, other| (one.page, one.column) == (other.page, other.column)).collect();
    // The place a stretch begins at; a stretch of one line may be indented.
    let left = |stretch: &[Line]| stretch.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let bounds = |stretch: &[Line]| {
        let (own, size) = (left(stretch), stretch[0].size);
        let near = |other: &&&[Line]| {
            let place = left(other);
            other.len() > 2 && place - INDENT * size < own && own < place + 4.0 * size
        };
        let near: Vec<_> = stretches.iter().filter(near).copied().collect();
        let own_lines = [stretch];
        let near = if near.is_empty() { own_lines.as_slice() } else { &near };
        let from = near.iter().map(|stretch| left(stretch)).fold(own, f64::min);
        (from, reach(near.iter().copied().flatten(), size))
    };
    // Stretches that begin at one place have the same bounds.
    let mut known: Vec<(f64, (f64, f64))> = Vec::new();
    let mut all = Vec::with_capacity(lines.len());
    for stretch in &stretches {
        let place = left(stretch);
        let found = known.iter().find(|(other, _)| (other - place).abs() < 0.1).map(|(_, bounds)| *bounds);
        let found = found.unwrap_or_else(|| {
            let found = bounds(stretch);
            known.push((place, found));
            found
        });
        all.extend(std::iter::repeat_n(found, stretch.len()));
    }
    all
}

/// How far lines reach to the right: as far as several do.
fn reach<'a>(lines: impl Iterator<Item = &'a Line>, size: f64) -> f64 {
    // A mark that ends a line may hang over.
    let mark = |line: &Line| line.text.ends_with(['，', '。', '、', '；', '：', '”', '）', '》']);
    let end = |line: &Line| if mark(line) { line.right - line.size } else { line.right };
    let mut ends: Vec<_> = lines.filter(|line| !line.is_row).map(end).collect();
    ends.sort_by(|one, other| other.total_cmp(one));
    let enough = 2.max(ends.len() / 12);
    let reached = |at: &usize| ends.get(at + enough - 1).is_some_and(|end| end + 0.5 * size >= ends[*at]);
    let found = (0..ends.len()).find(reached).unwrap_or(0);
    ends.get(found).copied().unwrap_or(0.0)
}

/// The distance between most lines that stand one below the other.
fn distance(lines: &[Line]) -> f64 {
    let mut distances: Vec<_> = lines
        .windows(2)
        .filter(|pair| (pair[0].page, pair[0].column) == (pair[1].page, pair[1].column))
        .map(|pair| pair[1].base - pair[0].base)
        .filter(|distance| *distance > 0.0)
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 3).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of ten points, each at a place.
    fn joined(lines: &[(usize, f64, f64, &str)]) -> String {
        let line = |&(page, left, base, text): &(usize, f64, f64, &str)| {
            let right = left + 10.0 * text.chars().count() as f64;
            Line { text: text.into(), page, column: 1, left, right, base, size: 10.0, head: 10.0, is_row: false }
        };
        join(&lines.iter().map(line).collect::<Vec<_>>())
    }

    #[test]
    fn a_paragraph_ends_with_a_short_line_or_before_an_indented_one() {
        let text = joined(&[
            (0, 30.0, 10.0, "全年完成生产总值七"),
            (0, 10.0, 25.0, "百零四亿元，比上年增长"),
            (0, 10.0, 40.0, "百分之五。"),
            (0, 30.0, 55.0, "农业稳定增长，粮食"),
            (0, 10.0, 70.0, "产量七十三万吨，增长很"),
            (0, 30.0, 85.0, "工业平稳，产值又增"),
            (1, 10.0, 10.0, "长百分之六，收入也增长"),
            (1, 10.0, 25.0, "不少。"),
        ]);
        assert_eq!(
            text,
            "全年完成生产总值七百零四亿元，比上年增长百分之五。\n农业稳定增长，粮食产量七十三万吨，增长很\n\
            工业平稳，产值又增长百分之六，收入也增长不少。\n"
        );
    }

    #[test]
    fn paragraphs_without_indentation_are_told_by_their_distance() {
        let text = joined(&[
            (0, 10.0, 10.0, "一二三四五六七八九十"),
            (0, 10.0, 25.0, "一二三四五六七八九十"),
            (0, 10.0, 50.0, "另起一段的文字在这里"),
            (0, 10.0, 65.0, "完了。"),
        ]);
        assert_eq!(text, "一二三四五六七八九十一二三四五六七八九十\n另起一段的文字在这里完了。\n");
    }
}
