//! Rows as lines, cells with tabs between them: what spreadsheets take from the clipboard.

use super::{Cell, Sheet};
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

/// The text on one line. What a spreadsheet would run gets an apostrophe before it; a sign before a digit
/// is that of a number.
fn harmless(text: &str) -> String {
    let line = text.replace(|c: char| c.is_control(), " ");
    let mut characters = line.chars();
    let runs = match characters.next() {
        Some('=' | '@' | '＝' | '＋' | '－' | '＠') => true,
        Some('+' | '-') => !characters.next().is_some_and(|next| next.is_ascii_digit()),
        _ => false,
    };
    if runs { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

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
