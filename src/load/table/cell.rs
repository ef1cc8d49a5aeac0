//! One cell of a table as its file holds it, and where it stands.

use crate::load::clean::clean;

/// One cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A number.
    Number(f64),
    /// A number that the table shows as a percentage, in per cent.
    Percent(f64),
    /// A day.
    Date(u16, u8, u8),
    /// Text, cleaned and without blanks around it; never empty.
    Text(String),
    /// One of several cells that are merged.
    Merged(Box<Merged>),
}

/// Merged cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Merged {
    /// What stands in them.
    pub(super) cell: Cell,
    /// The first and the last of their columns.
    pub(super) columns: [usize; 2],
    /// Whether they go over several rows.
    pub(super) has_rows: bool,
}

/// The cells of a row from the left.
pub(super) type Row = Vec<Cell>;

impl Cell {
    /// The cell of a text.
    pub(super) fn text(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() { Self::Empty } else { Self::Text(clean(text.to_owned())) }
    }

    /// The cell of a number that a table holds as a fraction and shows as a percentage.
    pub(super) fn percent(fraction: f64) -> Self {
        Self::Percent(rounded(fraction * 100.0))
    }

    /// What stands in the cell, be it merged or not.
    pub(super) fn plain(&self) -> &Self {
        match self {
            Self::Merged(merged) => &merged.cell,
            cell => cell,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What a person reads in the cell, in one line.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(number) => number.to_string(),
            Self::Percent(number) => format!("{number}%"),
            Self::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
            Self::Text(text) => text.replace(['\n', '\t'], " "),
            Self::Merged(merged) => merged.cell.shown(),
        }
    }

    /// The text, where the cell is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self.plain() {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Without what arithmetic adds behind the fifteenth digit, which a decimal of a table never has.
pub(super) fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_spreadsheets() {
        let lettered = [0, 25, 26, 51, 701, 702].map(letters);
        assert_eq!(lettered, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }

    #[test]
    fn a_fraction_becomes_the_percentage_that_was_shown() {
        assert_eq!(Cell::percent(0.053), Cell::Percent(5.3));
        assert_eq!(Cell::percent(-0.0031), Cell::Percent(-0.31));
    }

    #[test]
    fn texts_are_trimmed_and_shown_in_one_line() {
        assert_eq!(Cell::text(" \u{3000} \n"), Cell::Empty);
        assert_eq!(Cell::text("\u{3000}一般公共\n预算收入 ").shown(), "一般公共 预算收入");
        assert_eq!(Cell::text("a\u{1b}b"), Cell::Text("a\u{fffd}b".into()));
    }
}
