//! Markdown tables (GitHub's form): the source lines up too, wide characters count as two.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::{Cell, Column, Sheet};
use crate::model::Language;

/// The least a column may be wide, so that the line under the headings can tell how it lines up.
const LEAST: usize = 3;

/// Writes a table under its headings; a cell of which nothing is known is empty.
pub(super) fn write(sheet: &Sheet, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let headings: Vec<String> = sheet.columns.iter().map(|column| escaped(column.heading(language))).collect();
    let rows: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.chain([&headings[column]]).map(|cell| cell.width()).max().unwrap_or_default().max(LEAST)
        })
        .collect();
    write_line(&sheet.columns, &headings, &widths, out)?;
    let rules = sheet.columns.iter().zip(&widths).map(|(column, width)| {
        let dashes = "-".repeat(width - usize::from(column.right));
        if column.right { format!("{dashes}:") } else { dashes }
    });
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    rows.iter().try_for_each(|row| write_line(&sheet.columns, row, &widths, out))
}

fn write_line(columns: &[Column], cells: &[String], widths: &[usize], out: &mut dyn Write) -> io::Result<()> {
    for ((column, cell), width) in columns.iter().zip(cells).zip(widths) {
        let padding = " ".repeat(width.saturating_sub(cell.width()));
        if column.right { write!(out, "| {padding}{cell} ")? } else { write!(out, "| {cell}{padding} ")? }
    }
    writeln!(out, "|")
}

fn text(cell: &Cell) -> String {
    cell.text().map(|text| escaped(&text)).unwrap_or_default()
}

/// The text so that it stays in its cell and is read as it is: a stroke would end the cell, a line break
/// the row, and the other characters begin links, code, emphasis, strikethrough or tags.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let in_word = |neighbour: Option<&char>| neighbour.is_some_and(|neighbour| neighbour.is_alphanumeric());
        match character {
            // Inside a word, as in a key, it is no emphasis.
            '_' if in_word(before.as_ref()) && in_word(characters.peek()) => escaped.push('_'),
            // Before a number it is no tag.
            '<' if characters.peek().is_some_and(char::is_ascii_digit) => escaped.push('<'),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' => escaped.extend(['\\', character]),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
        before = Some(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(sheet: &Sheet, language: Language) -> String {
        let mut out = Vec::new();
        write(sheet, language, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_line_up_and_say_on_which_side() {
        let sheet = Sheet {
            columns: vec![
                Column::text("region", "地区", "Region"),
                Column::number("value", "数值", "Value"),
                Column::text("year", "年", "Y"),
            ],
            rows: vec![
                vec![Cell::from("长垣市"), Cell::Number(704.11), Cell::from("2024")],
                vec![Cell::from("A区"), Cell::Number(-5.0), Cell::Empty],
            ],
        };
        assert_eq!(
            written(&sheet, Language::Zh),
            "| 地区   |   数值 | 年   |\n\
             | ------ | -----: | ---- |\n\
             | 长垣市 | 704.11 | 2024 |\n\
             | A区    |     -5 |      |\n"
        );
        assert!(written(&sheet, Language::En).starts_with("| Region |  Value | Y    |\n"));
    }

    #[test]
    fn nothing_in_a_cell_breaks_the_table_or_is_read_as_a_mark() {
        let sheet = Sheet {
            columns: vec![Column::text("a", "甲", "A|b")],
            rows: vec![vec![Cell::from("a|b\nc")], vec![Cell::from("*x* [y](z) <br> <5 ~5 `q` s_t _u_ \\")]],
        };
        let lines = written(&sheet, Language::En);
        let lines: Vec<_> = lines.lines().map(|line| line.trim_matches(['|', ' '])).collect();
        let dashes = "-".repeat(46);
        let marks = r"\*x\* \[y\](z) \<br> <5 \~5 \`q\` s_t \_u\_ \\";
        assert_eq!(lines, [r"A\|b", dashes.as_str(), r"a\|b c", marks]);
    }

    #[test]
    fn a_sheet_without_rows_is_a_table_still() {
        let sheet = Sheet::of(vec![Column::number("a", "甲", "A")]);
        assert_eq!(written(&sheet, Language::Zh), "|  甲 |\n| --: |\n");
    }
}
