//! Finds the numbers of a text that nothing was read from.

use std::ops::Range;

use super::ask::Lit;

/// A number of the text that nothing was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// In bytes, with the unit.
    pub(crate) bytes: Range<usize>,
    /// The digits, as they are written.
    pub(crate) number: String,
    /// The unit behind them, where it is one that is known.
    pub(crate) unit: String,
    /// The act by which what was read from it was rejected, by its place among those of the page.
    pub(crate) rejected: Option<usize>,
}

/// The numbers of a text outside of what is lit; times and what is part of a word are none. `units` are those
/// that are known.
pub(super) fn unread(text: &str, lit: &[Lit], units: &[&str]) -> Vec<Unread> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_digit).map(|at| from + at) {
        let mut end = start + text[start..].find(|c| !is_of_number(c)).unwrap_or(text.len() - start);
        end = start + text[start..end].trim_end_matches(|c| !is_digit(c)).len();
        from = end;
        let behind = &text[end..];
        let unit = unit(behind, units);
        let bytes = start..end + unit.len();
        let number = &text[start..end];
        let of_word = text[..start].ends_with(|c: char| c.is_ascii_alphabetic());
        if !of_word && !is_time(number, behind) && !is_lit(&bytes, lit) {
            found.push(Unread { bytes, number: number.to_owned(), unit: unit.to_owned(), rejected: None });
        }
    }
    found
}

/// The unit at the start of a text: so many of one that is known.
fn unit<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let counted = text.trim_start_matches(SCALES);
    let known = units.iter().map(|unit| unit.trim_start_matches(SCALES)).filter(|unit| counted.starts_with(*unit));
    &text[..text.len() - counted.len() + known.map(str::len).max().unwrap_or(0)]
}

/// Ten, a hundred, a thousand, ten thousand, a hundred million.
const SCALES: [char; 5] = ['\u{5341}', '\u{767e}', '\u{5343}', '\u{4e07}', '\u{4ebf}'];

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

const fn is_of_number(c: char) -> bool {
    is_digit(c) || matches!(c, '.' | ',' | '．' | ':' | '：')
}

/// Whether the number is a year, month or day.
fn is_time(number: &str, behind: &str) -> bool {
    let digits = number.chars().count();
    let is_called = |word: &str| behind.starts_with(word);
    (is_called(YEAR) && digits == 4) || (digits <= 2 && [MONTH, DAY].into_iter().any(is_called))
}

/// What stands behind the number of a year, month and day.
const YEAR: &str = "\u{5e74}";
const MONTH: &str = "\u{6708}";
const DAY: &str = "\u{65e5}";

fn is_lit(bytes: &Range<usize>, lit: &[Lit]) -> bool {
    let next = lit.partition_point(|lit| lit.bytes.end <= bytes.start);
    lit.get(next).is_some_and(|lit| lit.bytes.start < bytes.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::panes::page::ask::Kind;

    #[test]
    fn numbers_outside_of_what_was_read_are_found_with_their_units() {
        let text = "2024年1月，G107国道旁，粮食1,234.5万吨，增长5%，第３个，比例8.3:42.9。";
        let read = text.find("5%").unwrap();
        let lit = [Lit { bytes: read..read + 2, kind: Kind::Growth, mark: None }];
        let found = unread(text, &lit, &["亿元", "亩", "吨", "%"]);
        let told: Vec<_> = found.iter().map(|found| (found.number.as_str(), found.unit.as_str())).collect();
        assert_eq!(told, [("1,234.5", "万吨"), ("３", ""), ("8.3:42.9", "")]);
        assert_eq!(&text[found[0].bytes.clone()], "1,234.5万吨");
    }
}
