//! Workbooks for Excel and its like: typed numbers, headings that stay in sight, widths that fit Chinese.
//!
//! The same input gives the same bytes: the date of creation is fixed, and nothing is taken from the machine.

mod shown;

use std::io;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr as _;

use self::shown::Shown;
use super::{Cell, Column, Fit, Kind, Sheet, sources::cited_sheet};
use crate::model::{Language, Source};

/// Rows that a sheet holds beside its heading.
const MOST_ROWS: u32 = 1_048_575;
/// Characters that a cell holds.
const MOST_CHARACTERS: usize = 32_767;
/// The widest a column is made, in characters.
const WIDEST: usize = 60;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// Room for the button of the filter beside a heading.
const BUTTON: usize = 3;

/// A workbook in the making.
pub(super) struct Book {
    workbook: Workbook,
    language: Language,
    /// The names of its sheets, in lower case.
    names: Vec<String>,
}

impl Book {
    /// Begins a workbook of this title.
    pub(super) fn new(title: &str, language: Language) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io_error)?;
        let properties = DocProperties::new().set_title(title).set_creation_datetime(&created);
        workbook.set_properties(&properties.set_comment(concat!("xianzhi ", env!("CARGO_PKG_VERSION"))));
        Ok(Self { workbook, language, names: Vec::new() })
    }

    /// Adds a sheet; one that has more rows than fit goes on in another.
    pub(super) fn add(&mut self, name: &str, sheet: &Sheet) -> io::Result<()> {
        let mut rows = self.begin(name, &sheet.columns)?;
        sheet.rows.iter().try_for_each(|row| self.row(&mut rows, row))?;
        self.end(rows)
    }

    /// Adds the sheet of the documents.
    pub(super) fn add_sources(&mut self, sources: &[Source]) -> io::Result<()> {
        self.add(self.language.pick("来源", "sources"), &cited_sheet(sources))
    }

    /// Begins a sheet whose rows come one by one.
    pub(super) fn begin(&mut self, name: &str, columns: &[Column]) -> io::Result<Rows> {
        let worksheet = self.workbook.new_worksheet_with_low_memory().map_err(io_error)?;
        let name = self.free(name);
        Rows::new(worksheet, &name, 1, columns, self.language).map_err(io_error)
    }

    /// The name, with a number behind it where another sheet has it: no two may be alike but for case.
    fn free(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let free = names.find(|name| !self.names.contains(&name.to_lowercase())).unwrap_or_default();
        self.names.push(free.to_lowercase());
        free
    }

    /// Writes a row, if need be into a further sheet.
    pub(super) fn row(&mut self, rows: &mut Rows, row: &[Cell]) -> io::Result<()> {
        if rows.row == MOST_ROWS {
            let worksheet = self.workbook.new_worksheet_with_low_memory().map_err(io_error)?;
            let next = Rows::new(worksheet, &rows.name, rows.part + 1, &rows.columns, self.language);
            let full = std::mem::replace(rows, next.map_err(io_error)?);
            self.end(full)?;
        }
        rows.write(row).map_err(io_error)
    }

    /// Ends a sheet.
    pub(super) fn end(&mut self, rows: Rows) -> io::Result<()> {
        self.workbook.push_worksheet(rows.finish().map_err(io_error)?);
        Ok(())
    }

    /// The bytes of the file.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        self.workbook.save_to_buffer().map_err(io_error)
    }
}

/// A sheet in the making.
pub(super) struct Rows {
    worksheet: Worksheet,
    name: String,
    part: u32,
    columns: Vec<Column>,
    /// The last row that is written; the heading is 0.
    row: u32,
    widths: Vec<usize>,
    shown: Shown,
    folded: Format,
}

impl Rows {
    fn new(
        mut worksheet: Worksheet,
        name: &str,
        part: u32,
        columns: &[Column],
        language: Language,
    ) -> Result<Self, XlsxError> {
        worksheet.set_name(if part == 1 { name.to_owned() } else { format!("{name} {part}") })?;
        let heading = Format::new().set_bold().set_background_color(Color::RGB(0x00E8_EEF4));
        let heading = heading.set_border_bottom(FormatBorder::Thin);
        let mut widths = Vec::new();
        for (column, at) in columns.iter().zip(0..) {
            let align = if column.right { FormatAlign::Right } else { FormatAlign::Left };
            let heading = heading.clone().set_align(align);
            worksheet.write_string_with_format(0, at, column.heading(language), &heading)?;
            widths.push(column.heading(language).width() + BUTTON);
        }
        let naming = columns.iter().take_while(|column| column.naming).count();
        worksheet.set_freeze_panes(1, naming as u16)?;
        // On paper: A4 across, all columns on a page, the heading on each.
        worksheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        Ok(Self {
            worksheet,
            name: name.to_owned(),
            part,
            columns: columns.to_vec(),
            row: 0,
            widths,
            shown: Shown::default(),
            folded: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        })
    }

    fn write(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        self.row += 1;
        let folded = row.iter().zip(&self.columns).filter(|(_, column)| column.fit == Fit::Fold);
        let lines = folded.filter_map(|(cell, _)| cell.text()).map(|text| text.width().div_ceil(WIDEST)).max();
        if let Some(lines) = lines.filter(|lines| *lines > 1) {
            self.worksheet.set_row_height(self.row, lines as f64 * LINE)?;
        }
        for (((cell, column), width), at) in row.iter().zip(&self.columns).zip(&mut self.widths).zip(0..) {
            let Some(text) = cell.text() else { continue };
            *width = text.width().max(*width);
            let number = match (cell, column.kind) {
                (Cell::Text(_), Kind::Text | Kind::Truth) => None,
                // Months are no fraction of a year, and digits in other scripts no year of ours.
                (Cell::Text(text), _) if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => None,
                _ => cell.number().filter(|number| number.is_finite()),
            };
            let format = number.and_then(|number| self.shown.format(cell, number, column));
            match (cell, number, format) {
                (_, Some(number), Some(format)) => {
                    self.worksheet.write_number_with_format(self.row, at, number, format)?;
                }
                (Cell::Truth(truth), ..) => {
                    self.worksheet.write_boolean(self.row, at, *truth)?;
                }
                _ if column.fit == Fit::Fold => {
                    self.worksheet.write_string_with_format(self.row, at, cut(&text), &self.folded)?;
                }
                // A string is never taken for a formula, whatever it begins with.
                _ => {
                    self.worksheet.write_string(self.row, at, cut(&text))?;
                }
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Worksheet, XlsxError> {
        for (width, at) in self.widths.iter().zip(0..) {
            self.worksheet.set_column_width(at, (width + 1).min(WIDEST) as f64)?;
        }
        if let Some(last) = self.columns.len().checked_sub(1) {
            self.worksheet.autofilter(0, 0, self.row, last as u16)?;
        }
        Ok(self.worksheet)
    }
}

/// As much of a text as a cell holds.
fn cut(text: &str) -> String {
    if text.len() <= MOST_CHARACTERS { text.to_owned() } else { text.chars().take(MOST_CHARACTERS).collect() }
}

fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_one_name_are_numbered() {
        let mut book = Book::new("来源", Language::En).unwrap();
        let sheet = Sheet { columns: vec![Column::text("name", "名称", "Name")], rows: Vec::new() };
        for name in ["Sources", "data"] {
            book.add(name, &sheet).unwrap();
        }
        book.add_sources(&[Source::default()]).unwrap();
        assert_eq!(book.names, ["sources", "data", "sources (2)"]);
        assert!(book.finish().unwrap().starts_with(b"PK"));
    }
}
