//! Narrow columns beside an article, such as a website sets: links and news that are no part of it.
//!
//! Their lines stand at other heights than those of the article, so that read row by row they would come between them.

use std::ops::Range;

use super::{glyphs::Glyph, gutters::ink, rows};

/// A column beside an article is at most this part of the width of the page.
const NARROW: f64 = 0.4;

/// The blank between is at least so many times as wide as most of the text is high.
const BLANK: f64 = 1.0;

/// Lines of a column stand no further apart than so many times their height.
const APART: f64 = 5.0;

/// A column has so many lines, and the article so many times more.
const FEWEST: usize = 2;
const MORE: usize = 2;

/// So many lines of the article are sentences.
const SENTENCES: usize = 4;

/// So many lines of the article reach the blank, but for two characters.
const FULL: usize = 3;

/// So many characters a line of a column has on average; those of a table are shorter.
const LENGTH: usize = 4;

/// So many columns a page has: some below each other on the left and on the right.
const MOST: usize = 8;

/// So many places are looked at.
const PLACES: usize = 64;

/// Parts the glyphs of a page into those of the article and those of each column beside it.
pub(super) fn apart(glyphs: Vec<Glyph>) -> (Vec<Glyph>, Vec<Vec<Glyph>>) {
    let (mut article, mut beside) = (rows::rows(glyphs), Vec::new());
    for _ in 0..MOST {
        let Some(aside) = find(&article) else { break };
        let mut column = Vec::new();
        for row in &mut article[aside.rows.clone()] {
            let (out, stays): (Vec<_>, _) = std::mem::take(row).into_iter().partition(|glyph| aside.has(glyph));
            *row = stays;
            column.extend(out);
        }
        beside.push(column);
        article.retain(|row| !row.is_empty());
    }
    (article.into_iter().flatten().collect(), beside)
}

/// A column beside an article.
struct Aside {
    rows: Range<usize>,
    /// Where what stands on the right begins.
    place: f64,
    is_right: bool,
}

impl Aside {
    fn has(&self, glyph: &Glyph) -> bool {
        is_right(glyph, self.place) == self.is_right
    }
}

/// Glyphs begin at one place, give or take so many points.
const EDGE: f64 = 2.0;

fn is_right(glyph: &Glyph, place: f64) -> bool {
    glyph.left >= place - EDGE
}

fn find(rows: &[Vec<Glyph>]) -> Option<Aside> {
    let size = usual_size(rows);
    let mut places: Vec<f64> = rows.iter().flat_map(|row| beginnings(row, BLANK * size)).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|one, other| (*one - *other).abs() < EDGE);
    if places.len() > PLACES {
        return None;
    }
    places.into_iter().find_map(|place| {
        let parts: Vec<_> = rows.iter().map(|row| Parts::of(row, place, BLANK * size)).collect();
        let mut at = 0;
        // What goes on over the place, such as the head of the page, ends what stands above it.
        parts.chunk_by(|one, other| one.is_some() == other.is_some()).find_map(|run| {
            let from = at;
            at += run.len();
            let run: Vec<_> = run.iter().flatten().collect();
            [true, false].into_iter().find_map(|is_right| {
                let rows = column(&run, is_right, size)?;
                Some(Aside { rows: from + rows.start..from + rows.end, place, is_right })
            })
        })
    })
}

/// The height of most of the glyphs.
fn usual_size(rows: &[Vec<Glyph>]) -> f64 {
    let mut sizes: Vec<_> = rows.iter().flatten().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Where something begins in a row, and what stands before it is far off or nothing.
fn beginnings(row: &[Glyph], blank: f64) -> impl Iterator<Item = f64> {
    let mut end = f64::NEG_INFINITY;
    row.iter().filter(|glyph| !glyph.text.trim().is_empty()).filter_map(move |glyph| {
        let is_first = glyph.left - end >= blank;
        end = end.max(ink(glyph));
        is_first.then_some(glyph.left)
    })
}

/// What stands of a row on either side of a place.
struct Parts<'g> {
    left: Vec<&'g Glyph>,
    right: Vec<&'g Glyph>,
}

impl<'g> Parts<'g> {
    /// `None` where the row goes on over the place.
    fn of(row: &'g [Glyph], place: f64, blank: f64) -> Option<Self> {
        let shown = row.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let (right, left): (Vec<_>, Vec<_>) = shown.partition(|glyph| is_right(glyph, place));
        let ends = left.iter().all(|glyph| ink(glyph) + blank <= place + EDGE);
        ends.then_some(Self { left, right })
    }

    fn side(&self, is_right: bool) -> &[&'g Glyph] {
        if is_right { &self.right } else { &self.left }
    }
}

/// The rows of a column on one side, where the other side is an article.
fn column(run: &[&Parts<'_>], is_right: bool, size: f64) -> Option<Range<usize>> {
    let lines_on = |is_right| run.iter().map(move |parts| parts.side(is_right)).filter(|line| !line.is_empty());
    let (from, to) = extent(lines_on(is_right).flatten())?;
    let (whole_from, whole_to) = extent(lines_on(true).chain(lines_on(false)).flatten())?;
    let (_, reach) = extent(lines_on(!is_right).flatten())?;
    let sentences = lines_on(!is_right).filter(|line| is_sentence(line)).count();
    let full =
        lines_on(!is_right).filter(|line| extent(line.iter()).is_some_and(|(_, to)| to + 2.0 * size >= reach)).count();
    let is_narrow = to - from <= NARROW * (whole_to - whole_from);
    if !is_narrow
        || sentences < SENTENCES
        || full < FULL
        || lines_on(is_right).count() * MORE > lines_on(!is_right).count()
    {
        return None;
    }
    let mut columns: Vec<Vec<usize>> = Vec::new();
    for (at, line) in run.iter().enumerate().filter_map(|(at, parts)| Some((at, *parts.side(is_right).first()?))) {
        let near = |last: &usize| line.base - run[*last].side(is_right)[0].base <= APART * line.size.max(size);
        match columns.last_mut().filter(|column| column.last().is_some_and(near)) {
            Some(column) => column.push(at),
            None => columns.push(vec![at]),
        }
    }
    let is_text = |column: &&Vec<usize>| {
        let lines = || column.iter().map(|at| run[*at].side(is_right));
        let characters: usize = lines().map(<[_]>::len).sum();
        let worded = lines().filter(|line| line.iter().filter(|glyph| glyph.text.chars().all(is_letter)).count() > 1);
        column.len() >= FEWEST && characters >= column.len() * LENGTH && worded.count() * 2 > column.len()
    };
    // Cells of a table stand at the heights of their rows; lines of a column seldom do.
    let is_loose = |column: &&Vec<usize>| {
        let in_row = |at: &&usize| {
            let other = run[**at].side(!is_right).first();
            other.is_some_and(|other| (other.base - run[**at].side(is_right)[0].base).abs() < 0.1 * size)
        };
        let has_sentence = |at: &&usize| is_sentence(run[**at].side(!is_right));
        let rows: Vec<_> = column.iter().filter(in_row).collect();
        rows.len() * 2 < column.len() || rows.iter().filter(|at| has_sentence(at)).count() * 2 > rows.len()
    };
    let column = columns.iter().filter(is_text).find(is_loose)?;
    Some(*column.first()?..column.last()? + 1)
}

fn extent<'g>(glyphs: impl Iterator<Item = &'g &'g Glyph>) -> Option<(f64, f64)> {
    glyphs.fold(None, |extent, glyph| {
        let (from, to) = extent.unwrap_or((glyph.left, glyph.right));
        Some((from.min(glyph.left), to.max(glyph.right)))
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

fn is_sentence(line: &[&Glyph]) -> bool {
    line.len() >= 9 && line.iter().any(|glyph| glyph.text.contains(['，', '。', '；']))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{columns, rows::tests::set},
        *,
    };

    /// An article of lines that are 18 points apart, and what a test sets beside it.
    fn page(left: f64, beside: impl Fn(&mut Vec<Glyph>)) -> Vec<Glyph> {
        let mut glyphs = set("全页的页眉写得很长很长很长很长很长很长很长很长很长很长很长", 40.0, 15.0, 10.0);
        glyphs.extend(set("甲市工作报告（2023", left, 60.0, 24.0));
        for line in 0..12 {
            let text = "文章写满一行，再写满一行，又写满一行";
            glyphs.extend(set(text, left, 120.0 + 18.0 * f64::from(line), 12.0));
        }
        beside(&mut glyphs);
        glyphs
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        columns::stacked(0, glyphs, std::time::Instant::now() + std::time::Duration::from_mins(1))
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn a_narrow_column_stands_apart_on_either_side_of_an_article() {
        let news = ["热点新闻", "全省生产总值达6.1万", "亿元", "市领导调研项目"];
        // Lines at other heights, and at those of the article.
        for (first, distance) in [(66.0, 18.0), (120.0, 18.0)] {
            for (left, at) in [(20.0, 265.0), (200.0, 20.0)] {
                let glyphs = page(left, |glyphs| {
                    for (line, text) in news.iter().enumerate() {
                        glyphs.extend(set(text, at, first + distance * line as f64, 12.0));
                    }
                });
                let (article, beside) = apart(glyphs);
                assert_eq!(texts(beside.concat()), news, "{first} {left}");
                let article = texts(article);
                assert_eq!(article.len(), 14, "{article:?}");
                assert_eq!(article[1], "甲市工作报告（2023");
            }
        }
    }

    #[test]
    fn tables_columns_of_prose_and_numbers_of_pages_stay() {
        let none = |glyphs: Vec<Glyph>| assert!(apart(glyphs).1.is_empty());
        none(page(20.0, |_| {}));
        none(page(20.0, |glyphs| glyphs.extend(set("— 12 —", 300.0, 500.0, 10.0))));
        // A table below the article.
        none(page(20.0, |glyphs| {
            for line in 0..4 {
                let base = 400.0 + 18.0 * f64::from(line);
                glyphs.extend(set("一般公共预算收入", 20.0, base, 12.0));
                glyphs.extend(set("长垣市合计", 275.0, base, 12.0));
            }
        }));
        // Numbers behind sentences.
        none(page(20.0, |glyphs| {
            for line in 0..6 {
                glyphs.extend(set("704.11", 290.0, 120.0 + 18.0 * f64::from(line), 12.0));
            }
        }));
        // Two columns of an article.
        none(page(20.0, |glyphs| {
            for line in 0..12 {
                glyphs.extend(set("另一栏的文字，", 275.0, 120.0 + 18.0 * f64::from(line), 12.0));
            }
        }));
    }
}
