//! What is printed around the text of every page: numbers of pages, titles that run along.

use std::collections::HashMap;

use super::columns::Line;

/// So many lines from above and from below a page may be furniture.
const EDGE: usize = 2;

/// The lines without furniture.
pub(super) fn without(lines: Vec<Line>, pages: usize) -> Vec<Line> {
    let edges = edges(&lines);
    // A text at the same height of page after page; it may begin or end with the number of the page.
    let key = |line: &Line| {
        let text = line.text.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '/');
        (text.to_owned(), (line.base / 4.0).round() as i64)
    };
    let mut seen: HashMap<_, usize> = HashMap::new();
    for at in &edges {
        *seen.entry(key(&lines[*at])).or_default() += 1;
    }
    let enough = if pages <= 3 { 2 } else { 3.max(pages / 4) };
    let is_furniture = |at: usize| {
        let line = &lines[at];
        let repeated = || {
            let (text, height) = key(line);
            // Rounding may part what is a hair higher.
            let times: usize = (height - 1..=height + 1).filter_map(|height| seen.get(&(text.clone(), height))).sum();
            let words = text.chars().filter(|c| c.is_alphanumeric()).count();
            // The heading of a table that goes on over pages is repeated too, but not from the first page on.
            let enough = if line.is_row { pages } else { enough };
            pages > 1 && times >= enough && (2..=60).contains(&words)
        };
        is_page_number(&line.text) || is_address(&line.text) || repeated()
    };
    let dropped: Vec<bool> = {
        let mut dropped = vec![false; lines.len()];
        for at in &edges {
            dropped[*at] = is_furniture(*at);
        }
        dropped
    };
    lines.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(line, _)| line).collect()
}

/// The lines that stand highest and lowest on their pages.
fn edges(lines: &[Line]) -> Vec<usize> {
    let mut edges = Vec::new();
    let mut from = 0;
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let mut by_height: Vec<_> = (from..from + page.len()).collect();
        by_height.sort_by(|one, other| lines[*one].base.total_cmp(&lines[*other].base));
        from += page.len();
        let bottom = by_height.len().saturating_sub(EDGE).max(EDGE.min(by_height.len()));
        edges.extend(by_height.iter().take(EDGE).chain(&by_height[bottom..]));
    }
    edges
}

/// The address of a page that a browser prints below it; its letters are written as numbers with `%`.
fn is_address(text: &str) -> bool {
    ["http://", "https://", "file://"].iter().any(|start| text.starts_with(start))
}

/// A text with every number in it the same.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '0'..='9' if masked.ends_with('#') => {}
            '0'..='9' => masked.push('#'),
            c => masked.push(c),
        }
    }
    masked
}

/// `— 3 —`, `3/12`, `第3页 共12页`, `iv`.
fn is_page_number(text: &str) -> bool {
    let text = masked(text);
    let bare = text.trim_matches(|c: char| "-–—_·.•|~～《》【】[]()（）".contains(c));
    matches!(
        bare,
        "#" | "#/#"
            | "第#页"
            | "第#页共#页"
            | "第#页/共#页"
            | "第#页,共#页"
            | "第#页，共#页"
            | "#/共#页"
            | "Page#"
            | "Page#of#"
    ) || (!bare.is_empty() && bare.len() <= 5 && bare.chars().all(|c| "ivxIVX".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(page: usize, base: f64, text: &str) -> Line {
        Line {
            text: text.into(),
            page,
            column: 1,
            left: 0.0,
            right: 100.0,
            base,
            size: 10.0,
            head: 10.0,
            is_row: false,
        }
    }

    #[test]
    fn running_titles_and_page_numbers_are_dropped_and_nothing_else() {
        let mut lines = Vec::new();
        for page in 0..4 {
            lines.push(line(page, 20.0, "甲县统计公报"));
            lines.extend(
                (0..4).map(|row| line(page, 50.0 + f64::from(row) * 15.0, &format!("写在{page}页{row}行的文字"))),
            );
            lines.push(line(page, 500.0, &format!("— {} —", page + 1)));
        }
        lines[6].text = "甲县2024年统计公报".into();
        let kept = without(lines, 4);
        assert_eq!(kept.len(), 17, "{kept:?}");
        assert!(kept.iter().all(|line| line.text.contains("的文字") || line.text == "甲县2024年统计公报"));
    }

    #[test]
    fn what_a_browser_prints_on_every_page_is_dropped_and_the_heading_of_a_table_is_not() {
        let mut lines = Vec::new();
        for page in 0..3 {
            lines.push(Line { is_row: true, ..line(page, 20.0, "1/2/26, 3:45 PM\t甲县统计公报") });
            let heading = if page == 0 { 300.0 } else { 50.0 };
            lines.push(Line { is_row: true, ..line(page, heading, "指标\t2024年\t增长") });
            lines.extend((0..4).map(|row| {
                line(page, 310.0 + f64::from(row) * 15.0, &format!("{}写的第{row}行", ["甲", "乙", "丙"][page]))
            }));
            lines.push(Line { is_row: true, ..line(page, 500.0, &format!("https://a.cn/b.html\t{}/3", page + 1)) });
        }
        let kept = without(lines, 3);
        assert_eq!(kept.len(), 15, "{kept:?}");
        assert_eq!(kept.iter().filter(|line| line.text.starts_with("指标")).count(), 3);
    }

    #[test]
    fn an_address_at_the_edge_of_a_page_is_dropped_however_long_it_is() {
        let address = format!("https://a.cn/{}.html\t1/1", "%E5%85%A8".repeat(40));
        let lines = vec![line(0, 20.0, "甲县的一年"), line(0, 40.0, "增长5%。"), line(0, 500.0, &address)];
        assert_eq!(without(lines, 1).len(), 2);
    }

    #[test]
    fn a_page_number_is_told_by_its_form() {
        for text in ["3", "— 3 —", "- 12 -", "第 3 页 共 12 页", "3/12", "iv"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "3亿元", "一、综合", "2024年", "第3位"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
