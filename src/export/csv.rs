//! Comma-separated values that a spreadsheet opens without running anything.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Cell, Sheet};

/// Writes a heading line of keys and a line a row, as RFC 4180 has it but with bare line feeds.
pub(super) fn write(sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(sheet.columns.iter().map(|column| guarded(&column.key).into_owned())).map_err(io_error)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(field)).map_err(io_error)?;
    }
    writer.flush()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => guarded(text).into_owned(),
    }
}

/// Puts an apostrophe before what a spreadsheet would take for a formula; a real number is none.
fn guarded(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    if formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
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
        for formula in ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1", "-3.1%", "-"] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["", "-3.1", "+5", "长垣市", "a=b"] {
            assert_eq!(guarded(plain), plain);
        }
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
        write(&sheet, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "name,value\n\"甲, 乙\n\"\"丙\"\"\",-704.5\n'=HYPERLINK(1),\n");
    }
}
