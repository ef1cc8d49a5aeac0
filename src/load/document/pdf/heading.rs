//! The title of a PDF: what its properties tell where its first page shows it, else what stands largest there.

use super::columns::Line;
use crate::load::headline::{confirmed, is_site, letters};

/// A heading is at least so many times as high as the text.
pub(super) const LARGE: f64 = 1.2;

/// It has so many characters.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=60;

/// So many lines it has at most.
const LINES: usize = 3;

/// The title that the first page shows; empty where none stands out. `property` is what the file itself tells.
pub(super) fn of(lines: &[Line], property: &str) -> String {
    let first: Vec<_> = lines.iter().filter(|line| line.page == 0).collect();
    let text = first.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    confirmed(property, &text).map_or_else(|| largest(&first), str::to_owned)
}

/// The height of most of the text.
pub(super) fn usual_size<'a>(lines: impl Iterator<Item = &'a Line>) -> f64 {
    let mut sizes: Vec<_> = lines.map(|line| (line.size, line.text.chars().count())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut passed = 0;
    let usual = sizes.iter().find(|(_, length)| {
        passed += length;
        passed > half
    });
    usual.map_or(0.0, |(size, _)| *size)
}

/// The lines that stand largest, where that is larger than most of the text.
fn largest(lines: &[&Line]) -> String {
    let usual = usual_size(lines.iter().copied());
    // The name of an office above what it issues is larger than the title.
    let is_letterhead = |text: &str| is_site(text) || text.ends_with("文件") || text.ends_with("公报编辑部");
    let mut headings: Vec<(f64, String, usize)> = Vec::new();
    for line in lines.iter().filter(|line| line.size >= LARGE * usual && !line.is_row) {
        match headings.last_mut() {
            Some((size, text, count)) if (*size - line.size).abs() < 0.5 && *count < LINES => {
                text.push_str(line.text.trim());
                *count += 1;
            }
            _ => headings.push((line.size, line.text.trim().to_owned(), 1)),
        }
    }
    headings.retain(|(_, text, _)| LENGTH.contains(&letters(text).chars().count()) && !is_letterhead(text));
    let largest = headings.into_iter().reduce(|best, next| if next.0 > best.0 + 0.5 { next } else { best });
    largest.map(|(_, text, _)| text).unwrap_or_default()
}

/// The line with which an article of a website begins: above or beside it the first page shows links to the parts of
/// the site.
pub(super) fn site(lines: &[Line], beside: &[Line], title: &str) -> Option<usize> {
    let at = lines.iter().take_while(|line| line.page == 0).position(|line| is_title(&line.text, title))?;
    let mut around = lines[..at].iter().chain(beside.iter().filter(|line| line.page == 0));
    around.any(|line| line.text.contains("首页")).then_some(at)
}

/// The text from its title on.
pub(super) fn from<'a>(text: &'a str, title: &str) -> &'a str {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_title(line, title) {
            return &text[at..];
        }
        at += line.len();
    }
    text
}

/// Whether a line is the title or the first of the lines that it is broken into.
fn is_title(line: &str, title: &str) -> bool {
    let (line, title) = (letters(line), letters(title));
    line.chars().count() >= *LENGTH.start() && title.starts_with(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[(f64, &str)]) -> Vec<Line> {
        let line = |(at, (size, text)): (usize, &(f64, &str))| Line {
            text: (*text).into(),
            page: 0,
            column: 1,
            left: 0.0,
            right: 100.0,
            base: 20.0 * at as f64,
            size: *size,
            head: 10.0,
            is_row: false,
        };
        texts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn what_stands_largest_is_the_title() {
        let page = lines(&[
            (30.0, "甲县人民政府文件"),
            (10.0, "甲政〔2025〕1号"),
            (18.0, "甲县2024年国民经济"),
            (18.0, "和社会发展统计公报"),
            (10.0, "全年生产总值七百零四亿元，比上年增长百分之五，其中第一产业增加值增长百分之三。"),
        ]);
        assert_eq!(of(&page, ""), "甲县2024年国民经济和社会发展统计公报");
        assert_eq!(of(&page, "某年工作要点"), "甲县2024年国民经济和社会发展统计公报");
        assert_eq!(of(&lines(&[(10.0, "甲县的一年"), (10.0, "全年生产总值增长。")]), ""), "");
    }

    #[test]
    fn what_a_website_shows_above_an_article_is_left_out() {
        let page =
            lines(&[(10.0, "首页"), (10.0, "政务公开"), (10.0, "甲县的一年又一年"), (10.0, "全年生产总值增长。")]);
        let title = of(&page, "甲县的一年又一年_动态_甲县人民政府网");
        assert_eq!(title, "甲县的一年又一年");
        assert_eq!(site(&page, &[], &title), Some(2));
        assert_eq!(site(&page[1..], &[], &title), None, "a letterhead stays");
        assert_eq!(site(&page[1..], &page[..1], &title), Some(1));
        assert_eq!(from("首页\n甲县的一年又一年\n全年\n", &title), "甲县的一年又一年\n全年\n");
    }
}
