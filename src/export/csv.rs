//! Comma-separated values that a spreadsheet opens without running anything.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Cell, Column, Sheet};

/// What spreadsheets take for the sign that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Rows that are written as they come, under a heading line of keys.
pub(super) struct Rows<W: Write> {
    writer: csv::Writer<W>,
    for_excel: bool,
}

impl<W: Write> Rows<W> {
    /// Writes the heading line; for Excel, a byte order mark before it.
    pub(super) fn new(columns: &[Column], for_excel: bool, mut out: W) -> io::Result<Self> {
        let mut writer = csv::WriterBuilder::new();
        if for_excel {
            out.write_all(BYTE_ORDER_MARK)?;
            writer.terminator(csv::Terminator::CRLF);
        }
        let mut writer = writer.from_writer(out);
        writer.write_record(columns.iter().map(|column| guarded(&column.key).into_owned())).map_err(io_error)?;
        Ok(Self { writer, for_excel })
    }

    /// Writes a row.
    pub(super) fn row(&mut self, row: &[Cell]) -> io::Result<()> {
        let for_excel = self.for_excel;
        self.writer.write_record(row.iter().map(|cell| field(cell, for_excel))).map_err(io_error)
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }

    /// Writes what is held back, and ends.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Writes a heading line of keys and a line a row, as RFC 4180 has it, but for Excel with bare line feeds.
pub(super) fn write(sheet: &Sheet, for_excel: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(&sheet.columns, for_excel, out)?;
    sheet.rows.iter().try_for_each(|row| rows.row(row))?;
    rows.finish()
}

fn field(cell: &Cell, for_excel: bool) -> String {
    let text = match cell {
        Cell::Number(number) => return number.to_string(),
        _ => cell.text().unwrap_or_default(),
    };
    if for_excel && (is_time(&text) || is_word_of_digits(&text)) {
        format!("'{text}")
    } else {
        guarded(&text).into_owned()
    }
}

/// Whether Excel would take a text for a number and lose something of it: zeros at its start, digits beyond the
/// fifteenth, or all of a hash such as 12e4.
fn is_word_of_digits(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let zeros = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
    is_number(text) && (digits > 15 || zeros || text.contains(['e', 'E']))
}

/// Whether Excel may take the text for a time of day or a date that it is not: a proportion such as 12:43:45, a month
/// such as 2024-09. A whole date is one.
fn is_time(text: &str) -> bool {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let marked = text.contains([':', '-']) && text.bytes().all(|byte| b"0123456789:-./ ".contains(&byte));
    let is_date = text.len() == 10 && text.splitn(3, '-').map(str::len).eq([4, 2, 2]);
    digits && marked && !is_date && !is_number(text)
}

/// Puts an apostrophe before what a spreadsheet would take for a formula, also in the full width that it reads
/// in East Asian languages; a real number is none.
fn guarded(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number(text);
    if formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet reads the text as a number; `-inf` would be a formula to it.
pub(super) fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| b"0123456789+-.eE".contains(&byte)) && text.parse::<f64>().is_ok()
}

/// The error beneath, so that a closed pipe is known as one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1", "-3.1%", "-", "-inf", "＝1", "＋x"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["", "-3.1", "+5", "长垣市", "a=b"] {
            assert_eq!(guarded(plain), plain);
        }
    }

    #[test]
    fn for_excel_neither_proportions_nor_months_become_times() {
        let excel = |text: &str| field(&Cell::from(text), true);
        for time in ["12:43:45", "4:6", "8.3:42.9:48.8", "2024-09", "2024-01/2024-09", "1-3"] {
            assert_eq!(excel(time), format!("'{time}"));
            assert_eq!(field(&Cell::from(time), false), time);
        }
        for plain in ["2024", "2025-01-20", "-3.1", "704.11", "甲-乙", "3:甲", "a.txt", "0", "0.5"] {
            assert_eq!(excel(plain), plain);
        }
    }

    #[test]
    fn for_excel_words_of_digits_keep_all_of_them() {
        for word in ["123456789012345678", "0017", "12e4", "1234567E890"] {
            assert_eq!(field(&Cell::from(word), true), format!("'{word}"));
            assert_eq!(field(&Cell::from(word), false), word);
        }
        assert_eq!(field(&Cell::Number(123_456_789_012_345_680.0), true), "123456789012345680");
    }

    #[test]
    fn a_sheet_reads_back() {
        let sheet = Sheet {
            columns: vec![Column::text("name", "名称", "Name"), Column::number("value", "数值", "Value")],
            rows: vec![
                vec![Cell::from("甲, 乙\n\"丙\""), Cell::Number(-704.5)],
                vec![Cell::from("=HYPERLINK(1)"), Cell::Empty],
            ],
        };
        let mut out = Vec::new();
        write(&sheet, false, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "name,value\n\"甲, 乙\n\"\"丙\"\"\",-704.5\n'=HYPERLINK(1),\n");
    }
}
