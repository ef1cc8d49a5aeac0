//! Rows as lines, cells with tabs between them: what spreadsheets take from the clipboard.

use super::{Cell, Sheet, csv::is_number};
use crate::model::Language;

impl Sheet {
    /// The headings in a language and a line a row, cells separated by tabs.
    #[must_use]
    pub fn all_tabbed(&self, language: Language) -> String {
        let headings = self.columns.iter().map(|column| harmless(column.heading(language))).collect::<Vec<_>>();
        let lines = std::iter::once(headings.join("\t")).chain(self.rows.iter().map(|row| tabbed(row)));
        lines.map(|line| line + "\n").collect()
    }

    /// One row, cells separated by tabs.
    #[must_use]
    pub fn tabbed(&self, row: usize) -> Option<String> {
        self.rows.get(row).map(|row| tabbed(row))
    }
}

fn tabbed(row: &[Cell]) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Number(number) => number.to_string(),
        _ => harmless(&cell.text().unwrap_or_default()),
    };
    row.iter().map(cell).collect::<Vec<_>>().join("\t")
}

/// The text on one line. What a spreadsheet would run gets an apostrophe before it; a number with its sign and no
/// more than a unit behind it is nothing to run.
fn harmless(text: &str) -> String {
    let line = text.replace(|c: char| c.is_control(), " ");
    let runs = match line.chars().next() {
        Some('=' | '@' | '＝' | '＋' | '－' | '＠') => true,
        Some('+' | '-') => !is_amount(&line),
        _ => false,
    };
    if runs { format!("'{line}") } else { line }
}

/// Whether a text is a number and behind it a unit at most, in letters that no formula is made of, with the mark
/// of doubt: `+5.5%`, `-3.1亿元?`.
fn is_amount(text: &str) -> bool {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let unit = unit.trim_start().trim_end_matches('?');
    let plain = |c: char| matches!(c, '%' | '‰' | '％' | '㎡' | '\u{4e00}'..='\u{9fff}');
    is_number(number) && unit.chars().all(plain) && unit.chars().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    #[test]
    fn only_a_number_and_its_unit_may_begin_with_a_sign() {
        for runs in ["-1+HYPERLINK(\"x\")", "+1*cmd|' /C calc'!A0", "-1-2", "-5%+A1", "+1e5", "-1.2.3", "-A1"] {
            assert_eq!(harmless(runs), format!("'{runs}"));
        }
        for plain in ["-704.5", "+5.5%", "-3.1亿元?", "+1.2个百分点", "-3 位", "704.11", "甲"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn a_sheet_is_lines_and_tabs() {
        let sheet = Sheet {
            columns: vec![Column::text("name", "指标", "Metric"), Column::number("value", "数值", "Value")],
            rows: vec![
                vec![Cell::from("甲\t乙\n丙"), Cell::Number(-704.5)],
                vec![Cell::from("=HYPERLINK(1)"), Cell::from("+5.5%")],
                vec![Cell::from("-x"), Cell::Empty],
            ],
        };
        assert_eq!(sheet.all_tabbed(Language::En), "Metric\tValue\n甲 乙 丙\t-704.5\n'=HYPERLINK(1)\t+5.5%\n'-x\t\n");
        assert_eq!(sheet.tabbed(2).as_deref(), Some("'-x\t"));
        assert_eq!(sheet.tabbed(3), None);
    }
}
