//! Text with a row a line (csv, tsv, or with semicolons) → rows of cells.

use std::io::Cursor;

use super::{
    book::{Book, Places},
    cell::{Cell, Row},
    layout::COLUMNS,
};
use crate::load::encoding;

/// What may stand between cells; of those that stand equally often the first.
const DELIMITERS: [u8; 4] = *b",\t;|";

/// Reads the text of a file as one table.
///
/// # Errors
/// The bytes are no text that is read; what they are and what to do.
pub(super) fn read(bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    let text = encoding::decode(bytes).map_err(|misfit| misfit.to_string())?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(text.as_bytes()));
    let mut record = csv::StringRecord::new();
    // Lines that stand inside of cells: a spreadsheet shows them in one row.
    let mut inside = 0;
    let mut rows = std::iter::from_fn(|| match reader.read_record(&mut record) {
        Ok(false) => None,
        Ok(true) => {
            let (line, from) = record.position().map_or((1, 0), |place| (place.line(), place.byte() as usize));
            // A record begins behind the empty lines before it.
            let ends = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|byte| b"\r\n".contains(byte));
            let line = line + ends.filter(|byte| **byte == b'\n').count() as u64;
            let number = line.saturating_sub(1 + inside) as u32;
            inside += record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
            Some(Ok((number, record.iter().take(COLUMNS).map(Cell::text).collect::<Row>())))
        }
        Err(error) => Some(Err(format!("cannot be read on ({error}); mend it there"))),
    });
    let _ = book.sheet("", Places::Cells, &mut rows);
    Ok(())
}

/// What stands between the cells of a text: what stands in most of the first lines, equally often in each.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let steady = |delimiter: u8| {
        let counts: Vec<_> = lines.iter().map(|line| unquoted(line, delimiter)).collect();
        let most = counts.iter().copied().filter(|count| *count > 0).max().unwrap_or_default();
        counts.iter().filter(|count| **count > 0 && **count == most).count() * most
    };
    // max_by_key takes the last of equals.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| steady(*delimiter)).unwrap_or(b',')
}

/// How often a delimiter stands in a line outside quotes.
fn unquoted(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        count += usize::from(byte == delimiter && !quoted);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_told_from_what_stands_in_cells() {
        assert_eq!(delimiter("地区,2022\n长垣市,\"1,234\"\n"), b',');
        assert_eq!(delimiter("地区\t注\n长垣市\t甲, 乙, 丙\n红旗区\t1\n"), b'\t');
        assert_eq!(delimiter("地区;GDP\n长垣市;704,1\n红旗区;297,6\n"), b';');
        assert_eq!(delimiter(""), b',');
    }
}
