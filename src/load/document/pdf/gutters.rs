//! Where the rows of a page are parted into columns of prose, however narrow the blank between them: seen from
//! several rows below each other, for one alone does not tell it from a wide blank.

use std::{ops::Range, time::Instant};

use super::glyphs::{self, Glyph};

/// Rows that leave the same stretch blank, from above to below.
#[derive(Clone, Debug, PartialEq)]
struct Gutter {
    rows: Range<usize>,
    /// Where the blank begins and ends in all of them, in points.
    from: f64,
    to: f64,
}

/// A blank of this part of the height shows a column where so many rows have it.
const BLANK: f64 = 0.5;
const ROWS: usize = 3;

/// Two rows are enough where it is nearly as wide as what parts words by itself.
const WIDE: f64 = 0.8;

/// Rows of so many characters on either side are prose; those of fewer are of a table, whose cells stand side by
/// side.
const PROSE: usize = 9;

/// Marks of sentences, which prose has.
const SENTENCE: [&str; 4] = ["，", "。", "；", "："];

/// A blank that was followed down in vain so many times, from rows above, is followed no more.
const VAIN: u8 = 8;

/// So many rows may stand in one of the columns alone before the next that stands in both.
const ALONE: usize = 30;

/// Marks that stand in the left half of their width, which may hang over the end of a line.
const MARKS: [char; 20] =
    ['，', '。', '、', '；', '：', '！', '？', '”', '’', '）', '》', '〉', '」', '】', ',', '.', ';', ':', ')', '%'];

/// Where the ink of a glyph ends: a mark that hangs over does not fill its width.
pub(super) fn ink(glyph: &Glyph) -> f64 {
    if glyph.text.starts_with(MARKS) { glyph.right.min(glyph.left + 0.5 * glyph.size) } else { glyph.right }
}

/// Where each row is parted: at the left ends of the glyphs that stand first behind a gutter. Rows come from above,
/// their glyphs from the left. Marks that hang into a gutter are cut off where it begins. Once `until` is past it unwinds:
/// nobody waits for it any longer.
pub(super) fn parting(rows: &mut [Vec<Glyph>], until: Instant) -> Vec<Vec<f64>> {
    let shown = |row: &Vec<Glyph>| row.iter().filter(|glyph| !glyph.text.trim().is_empty()).cloned().collect();
    let mut parting = vec![Vec::new(); rows.len()];
    for gutter in gutters(&rows.iter().map(shown).collect::<Vec<_>>(), until) {
        glyphs::check(until);
        for at in gutter.rows.clone() {
            parting[at].extend(gutter.place(&rows[at]).map(|place| rows[at][place].left));
            for glyph in rows[at].iter_mut().filter(|glyph| gutter.has_hanging(glyph)) {
                glyph.right = gutter.from.max(glyph.left);
            }
        }
    }
    parting
}

impl Gutter {
    /// The glyph of a row that stands first behind the gutter; `None` where the row goes on over it, or stands on one
    /// side alone.
    fn place(&self, row: &[Glyph]) -> Option<usize> {
        let place = self.behind(row)?;
        let before = row[..place].iter().rfind(|glyph| !glyph.text.trim().is_empty())?;
        let is_parted = self.has_hanging(before) || row[place].left - before.right > 0.1 * before.size;
        is_parted.then_some(place)
    }

    /// Whether a glyph is a mark that hangs over the end of the column on the left.
    fn has_hanging(&self, glyph: &Glyph) -> bool {
        let place = self.from - 0.5 * glyph.size..self.to;
        glyph.text.starts_with(MARKS) && place.contains(&glyph.left) && ink(glyph) <= self.to + 0.1 * glyph.size
    }

    /// The first glyph that does not begin before the column on the right does.
    fn behind(&self, row: &[Glyph]) -> Option<usize> {
        let at = row.partition_point(|glyph| glyph.left < self.to - 0.1 * glyph.size);
        (at < row.len()).then_some(at)
    }

    /// Whether nothing of a row stands on one of the sides.
    fn is_alone(&self, row: &[Glyph]) -> bool {
        let behind = self.behind(row);
        behind == Some(0) || (behind.is_none() && row.iter().all(|glyph| ink(glyph) <= self.to))
    }

    /// What is left of it where a row below is blank too.
    fn narrowed(&self, (from, to): (f64, f64), least: f64) -> Option<Self> {
        let (from, to) = (self.from.max(from), self.to.min(to));
        (to - from >= least).then(|| Self { rows: self.rows.clone(), from, to })
    }
}

fn gutters(rows: &[Vec<Glyph>], until: Instant) -> Vec<Gutter> {
    let numbers = |row: &Vec<Glyph>| {
        let before = row.iter().scan(0, |all, glyph| {
            *all += usize::from(glyph.text.starts_with(is_of_number));
            Some(*all)
        });
        std::iter::once(0).chain(before).collect()
    };
    let page = Page {
        rows,
        blanks: rows.iter().map(|row| blanks(row).collect()).collect(),
        numbers: rows.iter().map(numbers).collect(),
        sentences: rows.iter().map(|row| row.iter().any(|glyph| SENTENCE.contains(&glyph.text.as_str()))).collect(),
    };
    let mut vain: Vec<Vec<u8>> = page.blanks.iter().map(|blanks| vec![0; blanks.len()]).collect();
    let (mut found, mut known) = (Vec::new(), vec![Vec::new(); rows.len()]);
    for first in 0..rows.len() {
        glyphs::check(until);
        for at in 0..page.blanks[first].len() {
            let (from, to) = page.blanks[first][at];
            let middle = f64::midpoint(from, to);
            let is_known = known[first].iter().any(|(from, to)| *from <= middle && middle <= *to);
            if is_known || vain[first][at] >= VAIN {
                continue;
            }
            let (gutter, clear) = page.down(first, at);
            if page.parts_prose(&gutter, &clear) {
                known[gutter.rows.clone()].iter_mut().for_each(|known| known.push((gutter.from, gutter.to)));
                found.push(gutter);
            } else {
                for (row, at) in clear {
                    vain[row][at] = vain[row][at].saturating_add(1);
                }
            }
        }
    }
    found
}

/// The rows of a page.
struct Page<'r> {
    rows: &'r [Vec<Glyph>],
    /// The blanks of each from the left.
    blanks: Vec<Vec<(f64, f64)>>,
    /// How many of the glyphs before each, and before its end, are of numbers.
    numbers: Vec<Vec<usize>>,
    /// Whether each has marks of sentences.
    sentences: Vec<bool>,
}

impl Page<'_> {
    /// Follows a blank of a row down the page as far as it goes; with the rows that have it, and which of their blanks
    /// it is.
    fn down(&self, first: usize, blank: usize) -> (Gutter, Vec<(usize, usize)>) {
        let size = self.size(first);
        let (from, to) = self.blanks[first][blank];
        let mut gutter = Gutter { rows: first..first + 1, from, to };
        let (mut clear, mut alone) = (vec![(first, blank)], 0);
        for (at, row) in self.rows.iter().enumerate().skip(first + 1) {
            if let Some((place, narrowed)) = self.narrowed(&gutter, at, 0.5 * BLANK * size) {
                gutter = narrowed;
                clear.push((at, place));
                alone = 0;
            } else if gutter.is_alone(row) && alone < ALONE {
                alone += 1;
                continue;
            } else if gutter.place(row).is_none() {
                break;
            }
            gutter.rows.end = at + 1;
        }
        (gutter, clear)
    }

    /// The first blank of a row that leaves something of a gutter, and what it leaves.
    fn narrowed(&self, gutter: &Gutter, row: usize, least: f64) -> Option<(usize, Gutter)> {
        let blanks = &self.blanks[row];
        let first = blanks.partition_point(|(_, to)| *to < gutter.from + least);
        let near = blanks.iter().enumerate().skip(first).take_while(|(_, (from, _))| *from < gutter.to);
        near.into_iter().find_map(|(at, blank)| Some((at, gutter.narrowed(*blank, least)?)))
    }

    /// The height of a row.
    fn size(&self, row: usize) -> f64 {
        self.rows[row].iter().map(|glyph| glyph.size).fold(0.0, f64::max)
    }

    /// Whether there is prose on both sides of a gutter, in the rows that have it: enough characters, not most of them of
    /// numbers, with marks of sentences.
    fn parts_prose(&self, gutter: &Gutter, clear: &[(usize, usize)]) -> bool {
        let is_wide = || gutter.to - gutter.from >= WIDE * self.size(gutter.rows.start);
        if clear.len() < ROWS && !(clear.len() == 2 && is_wide()) {
            return false;
        }
        let mut sides = [(0, 0); 2];
        for (at, _) in clear {
            let (row, numbers) = (&self.rows[*at], &self.numbers[*at]);
            let Some(behind) = gutter.behind(row) else { return false };
            let before = numbers[behind];
            let [left, right] = &mut sides;
            *left = (left.0 + behind, left.1 + before);
            *right = (right.0 + row.len() - behind, right.1 + numbers[row.len()] - before);
        }
        sides.iter().all(|(all, numbers)| *all >= clear.len() * PROSE && 2 * numbers <= *all)
            && self.sentences[gutter.rows.clone()].contains(&true)
    }
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-')
}

/// The blanks of a row that are wider than what parts words.
fn blanks(row: &[Glyph]) -> impl Iterator<Item = (f64, f64)> {
    let mut end = f64::INFINITY;
    row.iter().filter_map(move |glyph| {
        let blank = (end, glyph.left);
        end = if end.is_finite() { end.max(glyph.right) } else { glyph.right };
        (blank.1 - blank.0 >= BLANK * glyph.size).then_some(blank)
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            columns,
            rows::tests::{later, set},
        },
        *,
    };

    /// Columns of made lines, `blank` points apart; every third line on the left has a mark that hangs over.
    fn columns(count: usize, blank: f64) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for line in 0..count {
            let base = 40.0 + 16.0 * line as f64;
            let end = if line % 3 == 1 { "完成五，" } else { "成投资7" };
            glyphs.extend(set(&format!("左边写得很满的一行{end}"), 10.0, base, 10.0));
            glyphs.extend(set("亿元右边写得很满的一行字", 10.0 + 125.0 + blank, base, 10.0));
        }
        glyphs
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        columns::lines(0, glyphs, later()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_told_apart_however_narrow_the_blank_between_them() {
        for blank in [6.0, 8.0, 10.0, 12.0, 20.0] {
            let read = texts(columns(6, blank));
            assert_eq!(read.len(), 12, "{blank}: {read:?}");
            assert!(read[..6].iter().all(|line| line.starts_with("左边")), "{blank}: {read:?}");
            assert!(read[6..].iter().all(|line| line.starts_with("亿元右边")), "{blank}: {read:?}");
        }
    }

    #[test]
    fn a_title_and_a_line_of_the_whole_width_stay_whole() {
        let mut glyphs = set("甲县二〇二四年国民经济和社会发展统计公报全文", 20.0, 20.0, 10.0);
        glyphs.extend(columns(4, 9.0));
        let whole = "横贯两栏的一行文字写得满满的占去整个版面的宽度呀";
        glyphs.extend(set(whole, 10.0, 120.0, 10.0));
        let read = texts(glyphs);
        assert_eq!((read[0].chars().count(), read.last().map(String::as_str)), (22, Some(whole)), "{read:?}");
    }

    #[test]
    fn a_table_and_prose_of_one_column_are_left_alone() {
        let mut prose = Vec::new();
        for line in 0..6 {
            prose.extend(set("一行完整的文字，写到页边为止，没有分栏。", 10.0, 40.0 + 16.0 * f64::from(line), 10.0));
        }
        assert_eq!(texts(prose).len(), 6);
        let mut table = Vec::new();
        for (row, name) in ["地区生产总值", "一般公共预算", "税收收入合计"].iter().enumerate() {
            table.extend(set(name, 10.0, 40.0 + 16.0 * row as f64, 10.0));
            table.extend(set("704.11", 79.0, 40.0 + 16.0 * row as f64, 10.0));
        }
        assert_eq!(texts(table)[0], "地区生产总值704.11");
    }

    #[test]
    fn rows_of_labels_and_numbers_are_no_columns_of_prose() {
        let mut table = Vec::new();
        let names = ["一般公共预算收入合计", "城镇居民可支配的收入", "农村居民可支配的收入", "社会消费品零售的总额"];
        for (row, name) in names.iter().enumerate() {
            let base = 40.0 + 16.0 * row as f64;
            table.extend(set(name, 10.0, base, 10.0));
            table.extend(set("704.11亿元", 117.0, base, 10.0));
            table.extend(set("税收占收入的比重为", 175.0, base, 10.0));
            table.extend(set("74.8%", 273.0, base, 10.0));
        }
        let read = texts(table);
        assert_eq!((read.len(), read[0].contains("704.11亿元税收占收入的比重为")), (4, true), "{read:?}");
        let mut numbers = Vec::new();
        for row in 0..4 {
            let base = 40.0 + 16.0 * f64::from(row);
            numbers.extend(set("城镇，居民可支配收入", 10.0, base, 10.0));
            numbers.extend(set("1037.13 1048.20", 117.0, base, 10.0));
        }
        assert_eq!(texts(numbers).len(), 4);
    }

    #[test]
    fn blanks_that_make_no_gutter_are_not_followed_from_every_row() {
        let line = |row: usize| {
            let glyphs = set(&"一".repeat(150), 10.0, 10.0 + 16.0 * row as f64, 10.0);
            let apart = |(at, glyph): (usize, Glyph)| {
                let by = 6.0 * at as f64;
                Glyph { left: glyph.left + by, right: glyph.right + by, ..glyph }
            };
            glyphs.into_iter().enumerate().map(apart).collect::<Vec<_>>()
        };
        let mut rows: Vec<_> = (0..900).map(line).collect();
        let begun = Instant::now();
        assert!(parting(&mut rows, later()).iter().all(Vec::is_empty));
        assert!(begun.elapsed().as_secs() < 8, "{:?}", begun.elapsed());
        assert!(std::panic::catch_unwind(move || parting(&mut rows, Instant::now())).is_err(), "nobody waits");
    }
}
