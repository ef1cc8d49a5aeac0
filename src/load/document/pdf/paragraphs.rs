//! Lines of pages → paragraphs, a line each.

use super::{
    columns::{Line, is_digit},
    heading::{LARGE, usual_size},
};

/// A line that begins so many heights right of its column opens a paragraph.
const INDENT: f64 = 0.9;

/// A line ends a paragraph when so many heights more than what comes next would have found room behind it.
const ROOM: f64 = 0.8;

/// Lines further apart than so many times the usual distance are of two paragraphs.
const APART: f64 = 1.3;

/// Joins the lines that a paragraph was broken into. One that ends short, or before one that is indented,
/// stands further off or is of another size, ends its paragraph; pages and columns are passed over.
///
/// A line that is full and ends with a digit, and that the next does not go on, has lost the rest of a number: it is
/// marked, and so is a line that begins with a digit where the rest can stand.
pub(super) fn join(lines: &[Line]) -> String {
    let (bounds, distance, usual) = (bounds(lines), distance(lines), usual_size(lines.iter()));
    let mut text = String::new();
    let mut rest = None;
    for (at, line) in lines.iter().enumerate() {
        if rest == Some(at) {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        text.push_str(&line.text);
        let next = lines.get(at + 1);
        let joined = next.is_some_and(|next| {
            goes_on(line, next, bounds[at], bounds[at + 1], distance)
                || (line.size >= LARGE * usual && is_centred(line, next, bounds[at], distance))
        });
        match next {
            Some(next) if joined => {
                let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if letter(line.text.chars().next_back()) && letter(next.text.chars().next()) {
                    text.push(' ');
                }
            }
            _ => {
                let is_torn = |next: &Line| {
                    let full = || is_full(line, bounds[at], ROOM * line.size);
                    (line.text.ends_with(is_digit) && full()) || has_unit_of(&line.text, &next.text)
                };
                if !line.is_row && next.is_some_and(is_torn) {
                    text.push(char::REPLACEMENT_CHARACTER);
                    rest = rest_of(lines, at).filter(|_| line.text.ends_with(is_digit));
                }
                text.push('\n');
            }
        }
    }
    text
}

/// Whether a line opens with the unit of a number that the one before ends with: 6.1万 and 亿元 are not 6.1万.
fn has_unit_of(before: &str, line: &str) -> bool {
    const UNITS: &[&str] = &[
        "亿", "万", "美元", "吨", "公斤", "人", "户", "家", "公顷", "亩", "公里", "平方", "千瓦", "立方", "辆", "台",
        "套", "件", "个百分点", "%", "％",
    ];
    let number = before.trim_end_matches(['十', '百', '千', '万', '亿']);
    // 人民, 家庭 and 万众 are words.
    let is_word = ["人民", "人大", "万众", "家庭", "个人"].iter().any(|word| line.starts_with(word));
    // 191 and 亿元, 191亿 and 元 are joined where the text is read.
    let is_scaled = number.len() < before.len() && number.ends_with(|c: char| c.is_ascii_digit());
    is_scaled && !is_word && UNITS.iter().any(|unit| line.starts_with(unit))
}

/// The line that may be the rest of a number that breaks off: the next one, or the first like it in the next column
/// or page, behind the figures and tables that stand at its head.
fn rest_of(lines: &[Line], at: usize) -> Option<usize> {
    let place = |line: &Line| (line.page, line.column);
    let may_be = |at: &usize| lines[*at].text.starts_with(is_digit);
    let elsewhere = (at + 1..lines.len()).find(|other| place(&lines[*other]) != place(&lines[at]));
    let first = elsewhere.and_then(|from| {
        let stretch = from..lines.len();
        stretch
            .take_while(|other| place(&lines[*other]) == place(&lines[from]))
            .find(|other| is_alike(&lines[at], &lines[*other]))
    });
    Some(at + 1).filter(may_be).or(first.filter(may_be))
}

/// Whether a line leaves no room for so much more.
fn is_full(line: &Line, (_, right): (f64, f64), more: f64) -> bool {
    line.right + more >= right
}

fn goes_on(line: &Line, next: &Line, bounds: (f64, f64), (left, _): (f64, f64), distance: f64) -> bool {
    let size = line.size.max(next.size);
    let full = is_full(line, bounds, next.head + ROOM * size);
    let flush = next.left < left + INDENT * size;
    let elsewhere = (line.page, line.column) != (next.page, next.column);
    is_alike(line, next) && full && flush && (elsewhere || is_below(line, next, distance))
}

/// Whether a heading goes on in a line that is centred as it is.
fn is_centred(line: &Line, next: &Line, (left, right): (f64, f64), distance: f64) -> bool {
    let middle = |line: &Line| f64::midpoint(line.left, line.right);
    let full = line.right - line.left + next.head + ROOM * line.size >= right - left;
    let centred = (middle(line) - middle(next)).abs() < 0.5 * line.size;
    centred && full && is_alike(line, next) && line.page == next.page && is_below(line, next, distance)
}

fn is_alike(line: &Line, next: &Line) -> bool {
    (line.size - next.size).abs() <= 0.1 * line.size.max(next.size) && !line.is_row && !next.is_row
}

fn is_below(line: &Line, next: &Line, distance: f64) -> bool {
    let size = line.size.max(next.size);
    next.base > line.base && next.base - line.base <= (APART * distance).max(1.2) * size
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

/// The distance between most lines that stand one below the other, as so many times their height.
fn distance(lines: &[Line]) -> f64 {
    let mut distances: Vec<_> = lines
        .windows(2)
        .filter(|pair| (pair[0].page, pair[0].column) == (pair[1].page, pair[1].column))
        .map(|pair| (pair[1].base - pair[0].base) / pair[0].size.max(pair[1].size))
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

    #[test]
    fn a_number_that_breaks_off_is_marked_on_both_sides() {
        let text = joined(&[
            (0, 10.0, 10.0, "一二三四五六七八九十写"),
            (0, 10.0, 25.0, "一二三四五六完成投资7"),
            (0, 30.0, 70.0, "图一　样子"),
            (1, 10.0, 10.0, "04亿元，比上年增长五"),
            (1, 10.0, 25.0, "成。"),
        ]);
        assert!(text.contains("完成投资7\u{fffd}\n") && text.contains("\n\u{fffd}04亿元，"), "{text}");
        // In a narrow column few lines tell how far it reaches.
        let narrow = joined(&[
            (0, 10.0, 10.0, "产值达到6.1万"),
            (0, 10.0, 25.0, "亿元"),
            (0, 10.0, 40.0, "5产值达到更多更多的数"),
        ]);
        assert!(narrow.starts_with("产值达到6.1万\u{fffd}\n亿元\n5产值"), "{narrow}");
        let words = joined(&[(0, 10.0, 10.0, "第16"), (0, 40.0, 25.0, "人民")]);
        assert!(!words.contains('\u{fffd}'), "{words}");
        // The rest can stand only at the head of the next page: what comes later is another number.
        let later = joined(&[
            (0, 10.0, 10.0, "一二三四五六七八九十写"),
            (0, 10.0, 25.0, "一二三四五六完成投资7"),
            (0, 30.0, 70.0, "图一　样子"),
            (1, 10.0, 10.0, "一二三四五六七八九十写"),
            (1, 10.0, 25.0, "完了。"),
            (1, 10.0, 40.0, "704亿元，比上年增长五"),
            (2, 10.0, 10.0, "成。"),
            (2, 10.0, 25.0, "53亿元，是收入。"),
        ]);
        assert!(later.contains("资7\u{fffd}\n") && later.matches('\u{fffd}').count() == 1, "{later}");
        let whole = joined(&[(0, 10.0, 10.0, "表1"), (0, 30.0, 40.0, "2024年的情况写在这里")]);
        assert!(!whole.contains('\u{fffd}'), "{whole}");
    }

    #[test]
    fn a_heading_goes_on_in_a_line_that_is_centred_as_it_is() {
        let line = |left: f64, right: f64, base: f64, size: f64, text: &str| Line {
            text: text.into(),
            page: 0,
            column: 1,
            left,
            right,
            base,
            size,
            head: size,
            is_row: false,
        };
        let text = join(&[
            line(10.0, 210.0, 10.0, 20.0, "甲县政府工作报告（2025"),
            line(60.0, 160.0, 40.0, 20.0, "年1月8日）"),
            line(30.0, 210.0, 70.0, 10.0, "一二三四五六七八九十一二三四五六七八"),
            line(10.0, 210.0, 85.0, 10.0, "一二三四五六七八九十一二三四五六七八九十"),
            line(10.0, 100.0, 100.0, 10.0, "一二三四五六七八。"),
        ]);
        assert!(text.starts_with("甲县政府工作报告（2025年1月8日）\n一二"), "{text}");
    }
}
