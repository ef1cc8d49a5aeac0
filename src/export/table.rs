//! Tables for people: columns line up, wide characters count as two.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use unicode_width::UnicodeWidthStr as _;

use super::{Cell, Column, Sheet};
use crate::model::Language;

/// What stands between two columns.
const GAP: &str = "  ";

/// Writes the headings and a line a row; nothing is cut, no line ends in a space.
pub(super) fn write(sheet: &Sheet, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let headings = sheet.columns.iter().map(|column| column.heading(language).to_owned()).collect::<Vec<_>>();
    let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>()).collect::<Vec<_>>();
    let widths = (0..headings.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.chain([&headings[column]]).map(|cell| cell.width()).max().unwrap_or_default()
        })
        .collect::<Vec<_>>();
    for cells in std::iter::once(&headings).chain(&rows) {
        writeln!(out, "{}", line(&sheet.columns, cells, &widths).trim_end())?;
    }
    Ok(())
}

fn line(columns: &[Column], cells: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (position, ((column, cell), width)) in columns.iter().zip(cells).zip(widths).enumerate() {
        let padding = " ".repeat(width.saturating_sub(cell.width()));
        let (before, after) = if column.right { (padding.as_str(), "") } else { ("", padding.as_str()) };
        if position > 0 {
            line.push_str(GAP);
        }
        line.push_str(before);
        line.push_str(cell);
        line.push_str(after);
    }
    line
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "—".to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Text(text) => on_one_line(text).into_owned(),
    }
}

/// A number that was read across a line break still takes one line of the table.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { Cow::Owned(text.replace(char::is_control, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_line_up() {
        let sheet = Sheet {
            columns: vec![
                Column::text("region", "地区", "Region"),
                Column::number("value", "数值", "Value"),
                Column::text("year", "年份", "Year"),
            ],
            rows: vec![
                vec![Cell::from("长垣市"), Cell::Number(704.11), Cell::from("2024")],
                vec![Cell::from("A区"), Cell::Number(5.0), Cell::Empty],
                vec![Cell::from("第2\n位"), Cell::Empty, Cell::from("2023/2024")],
            ],
        };
        let mut out = Vec::new();
        write(&sheet, Language::Zh, &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "地区      数值  年份\n\
             长垣市  704.11  2024\n\
             A区          5  —\n\
             第2 位       —  2023/2024\n"
        );
    }
}
