//! Workbooks (xlsx, xls, ods) → rows of cells, sheet by sheet; merged cells show in each what stands in the first.

use std::{
    io::{BufReader, Cursor, Read as _, Seek},
    ops::ControlFlow,
};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader as _, Sheet, SheetVisible, Xls, Xlsx, XlsxCellReader,
};
use zip::ZipArchive;

use super::{
    biff,
    book::{Book, Places},
    cell::{self, Cell, Row},
    delimited, interchange,
    layout::COLUMNS,
    shown::{self, Shown, is_percent},
};

/// So many cells of a sheet are filled with what stands in the first of merged ones; what people merge are headings
/// and labels.
const FILLED: usize = 1 << 20;

/// What all parts of a workbook may hold unpacked, in bytes.
const UNPACKED: u64 = 1 << 29;

/// Reads all sheets of a workbook, whatever its name says it is.
///
/// # Errors
/// It is none that can be read; why, and what to do.
pub(super) fn read(bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    if bytes.starts_with(b"PK\x03\x04") {
        let is_ods = check(&bytes, UNPACKED)?;
        return if is_ods { ods(bytes, book) } else { xlsx(bytes, book) };
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return xls(bytes, book);
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"<") || start.starts_with(b"\xef\xbb\xbf<") {
        return Err(
            "is a web page that bears the name of a workbook; open it in a spreadsheet and save it as xlsx".to_owned()
        );
    }
    // Many systems write text between tabs and call it xls.
    delimited::read(bytes, book)
}

/// Unpacks every part once and counts, so that no part is larger than it says; whether it is an ods.
fn check(bytes: &[u8], limit: u64) -> Result<bool, String> {
    let broken = |error: &dyn std::fmt::Display| format!("cannot be unpacked ({error}); get the file anew");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let large = || format!("holds more than {} MiB unpacked; split it, or save it as csv", limit >> 20);
    let mut left = limit;
    let mut is_ods = false;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| broken(&error))?;
        is_ods |= part.name().is_ok_and(|name| name == "content.xml");
        if part.size() > left {
            return Err(large());
        }
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(large)?;
    }
    Ok(is_ods)
}

/// A workbook that the library cannot read.
fn unread(error: &dyn std::fmt::Display) -> String {
    let error = error.to_string();
    if error.to_lowercase().contains("password") {
        return "is locked by a password; save it without".to_owned();
    }
    format!("cannot be read as a workbook ({error}); open it in a spreadsheet and save it as xlsx")
}

/// The names of the sheets that are read: a hidden one only if the mapping names it.
fn sheets(known: &[Sheet], book: &mut Book<'_, '_>) -> Vec<String> {
    let mut read = Vec::new();
    for Sheet { name, visible, .. } in known {
        if *visible == SheetVisible::Visible || book.mapping.names_sheet(name) {
            read.push(name.clone());
        } else {
            book.told.note(format!(
                "the sheet “{name}” is hidden and not read; show it in a spreadsheet, or name it with sheet = \"…\" in --map"
            ));
        }
    }
    read
}

fn xlsx(bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let names = sheets(workbook.sheets_metadata(), book);
    // What stands before a sheet of figures says the same for people, as in the workbooks that are written here.
    let skipped = names.iter().position(|name| holds_figures(&mut workbook, name)).unwrap_or(0);
    for name in names.into_iter().skip(skipped) {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let cells = match workbook.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of charts.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => {
                book.told.note(format!("the sheet “{name}” {}", unread(&error)));
                continue;
            }
        };
        let mut rows = Merged::new(SheetRows { cells, ahead: None, done: false, has_blanks: false }, merged);
        let flow = book.sheet(&name, Places::Cells, &mut rows);
        let has_blanks = rows.rows.has_blanks;
        drop(rows);
        // Only then is it read once more.
        if has_blanks {
            uncalculated(&mut workbook, &name, book);
        }
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

/// Tells of formulas whose value nobody has calculated, as programs write them that are no spreadsheets.
fn uncalculated<R: std::io::Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str, book: &mut Book<'_, '_>) {
    // What cannot be read is told of where the figures are read.
    let Ok(mut cells) = workbook.worksheet_cells_reader(sheet) else { return };
    let (mut count, mut first) = (0_usize, None);
    while let Ok(Some(cell)) = cells.next_cell_with_formula_metadata() {
        if cell.formula.is_some() && matches!(cell.value, DataRef::Empty) {
            count += 1;
            first.get_or_insert(cell.pos);
        }
    }
    if let Some((row, column)) = first {
        let (place, cells) =
            (format!("{}{}", cell::letters(column as usize), row + 1), if count == 1 { "cell" } else { "cells" });
        book.told.note(format!(
            "the sheet “{sheet}” has {count} {cells} with a formula but no value, the first {place}, which are not read; \
             open the file in a spreadsheet program and save it, so that they are calculated"
        ));
    }
}

/// Whether a sheet has the columns of the interchange form.
fn holds_figures<R: std::io::Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str) -> bool {
    let Ok(cells) = workbook.worksheet_cells_reader(sheet) else { return false };
    let mut rows = SheetRows { cells, ahead: None, done: false, has_blanks: false };
    matches!(rows.next(), Some(Ok((_, row))) if interchange::fields(&row).is_some())
}

fn xls(bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    let shown = biff::shown(&bytes);
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let shown =
        shown.ok_or("does not tell which of its numbers are percentages: 1.05 may be 105 %; save it as xlsx")?;
    let order = workbook.sheet_names();
    for name in sheets(workbook.sheets_metadata(), book) {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let flow = match workbook.worksheet_range(&name) {
            Ok(range) => {
                let plain = Shown::default();
                let shown = order.iter().position(|known| *known == name).and_then(|at| shown.get(at));
                let rows = range_rows(&range, shown.unwrap_or(&plain));
                book.sheet(&name, Places::Cells, &mut Merged::new(rows, merged))
            }
            Err(error) => {
                book.told.note(format!("the sheet “{name}” {}", unread(&error)));
                ControlFlow::Continue(())
            }
        };
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

fn ods(bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    let mut shown = {
        let mut archive = ZipArchive::new(Cursor::new(&bytes)).map_err(|error| unread(&error))?;
        let content = archive.by_name("content.xml").map_err(|error| unread(&error))?;
        shown::of_ods(&mut BufReader::new(content)).map_err(|error| unread(&error))?
    };
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    for name in sheets(workbook.sheets_metadata(), book) {
        let range = workbook.worksheet_range(&name).map_err(|error| unread(&error))?;
        let mut shown = shown.remove(&name).unwrap_or_default();
        let merged = std::mem::take(&mut shown.merged);
        let rows = range_rows(&range, &shown);
        if book.sheet(&name, Places::Cells, &mut Merged::new(rows, merged)).is_break() {
            break;
        }
    }
    Ok(())
}

/// The rows of a range with their numbers in the sheet.
fn range_rows(range: &Range<Data>, shown: &Shown) -> impl Iterator<Item = Result<(u32, Row), String>> {
    let (first, left) = range.start().unwrap_or_default();
    (first..).zip(range.rows()).map(move |(number, cells)| {
        let before = std::iter::repeat_n(Cell::Empty, (left as usize).min(COLUMNS));
        let mut row = before.chain(cells.iter().take(COLUMNS).map(range_cell)).collect();
        shown.put_into(number, &mut row);
        Ok((number, row))
    })
}

/// The rows of a sheet as they stand in the file, one at a time.
struct SheetRows<'a, R: std::io::Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    /// The first cell of the next row.
    ahead: Option<(u32, usize, Cell)>,
    done: bool,
    /// Whether a cell that is written in the file has no value.
    has_blanks: bool,
}

impl<R: std::io::Read + Seek> SheetRows<'_, R> {
    fn cell(&mut self) -> Result<Option<(u32, usize, Cell)>, String> {
        if let Some(cell) = self.ahead.take() {
            return Ok(Some(cell));
        }
        let Some((next, style)) = self.cells.next_cell_with_style_id().map_err(|error| unread(&error))? else {
            return Ok(None);
        };
        let (row, column) = next.get_position();
        self.has_blanks |= matches!(next.get_value(), DataRef::Empty);
        let mut value = cell(next.get_value());
        if let Cell::Number(number) = value
            && self.shows_percent(style)
        {
            value = Cell::percent(number);
        }
        Ok(Some((row, column as usize, value)))
    }

    fn shows_percent(&self, style: usize) -> bool {
        let format = self.cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        format.is_some_and(|format| is_percent(&format.format_code))
    }
}

impl<R: std::io::Read + Seek> Iterator for SheetRows<'_, R> {
    type Item = Result<(u32, Row), String>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut current: Option<(u32, Row)> = None;
        while !self.done {
            match self.cell() {
                Err(fault) => {
                    self.done = true;
                    return Some(Err(fault));
                }
                Ok(None) => self.done = true,
                Ok(Some((row, column, value))) => {
                    let (number, cells) = current.get_or_insert_with(|| (row, Row::new()));
                    if *number != row {
                        self.ahead = Some((row, column, value));
                        break;
                    }
                    if column < COLUMNS && !value.is_empty() {
                        if cells.len() <= column {
                            cells.resize(column + 1, Cell::Empty);
                        }
                        cells[column] = value;
                    }
                }
            }
        }
        current.map(Ok)
    }
}

/// Rows in which every cell of a merged block shows what stands in its first.
struct Merged<I> {
    rows: I,
    /// Blocks that are still to come, the last first.
    coming: Vec<Dimensions>,
    /// Blocks that the row may be in, with what each of their cells shows, from the left.
    open: Vec<(Dimensions, Cell)>,
    /// So many cells more are filled.
    left: usize,
}

impl<I> Merged<I> {
    fn new(rows: I, mut merged: Vec<Dimensions>) -> Self {
        merged.retain(|block| (block.start.1 as usize) < COLUMNS);
        merged.sort_by_key(|block| std::cmp::Reverse(block.start));
        Self { rows, coming: merged, open: Vec::new(), left: FILLED }
    }

    /// Opens a block that begins in a row, unless it overlaps one that is open: no program writes such.
    fn open(&mut self, block: Dimensions, row: &Row) {
        let at = self.open.partition_point(|(other, _)| other.start.1 < block.start.1);
        let before = at.checked_sub(1).is_none_or(|at| self.open[at].0.end.1 < block.start.1);
        let behind = self.open.get(at).is_none_or(|(other, _)| block.end.1 < other.start.1);
        if before && behind {
            let first = row.get(block.start.1 as usize).filter(|cell| !cell.is_empty()).cloned();
            let merged = first.map(|cell| {
                let columns = [block.start.1 as usize, block.end.1 as usize];
                Cell::Merged(Box::new(cell::Merged { cell, columns, has_rows: block.end.0 > block.start.0 }))
            });
            self.open.insert(at, (block, merged.unwrap_or_default()));
        }
    }
}

impl<I: Iterator<Item = Result<(u32, Row), String>>> Iterator for Merged<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let (number, mut row) = match self.rows.next()? {
            Ok(row) => row,
            fault => return Some(fault),
        };
        self.open.retain(|(block, _)| block.end.0 >= number);
        while let Some(block) = self.coming.pop_if(|block| block.start.0 <= number) {
            if block.start.0 == number && block.end.0 >= number && block.end.1 >= block.start.1 {
                self.open(block, &row);
            }
        }
        for (block, first) in &self.open {
            let (from, to) = (block.start.1 as usize, (block.end.1 as usize).min(COLUMNS - 1));
            if !first.is_empty() {
                let Some(left) = self.left.checked_sub(to + 1 - from) else {
                    return Some(Err(format!(
                        "has more than {FILLED} merged cells; unmerge them in a spreadsheet and save it anew"
                    )));
                };
                self.left = left;
                if row.len() <= to {
                    row.resize(to + 1, Cell::Empty);
                }
            }
            // What stands in the others is not shown.
            row.iter_mut().take(to + 1).skip(from).for_each(|cell| cell.clone_from(first));
        }
        Some(Ok((number, row)))
    }
}

fn range_cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => Cell::text(text),
        Data::Bool(word) => Cell::Text(word.to_string()),
        Data::DateTime(time) => day(time),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::text(text.split('T').next().unwrap_or(text)),
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

fn cell(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(word) => Cell::Text(word.to_string()),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text.split('T').next().unwrap_or(text)),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}

fn day(time: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    if time.is_datetime() && year >= 1900 { Cell::Date(year, month, day) } else { Cell::Number(time.as_f64()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_filled_once_and_not_without_end() {
        let row = |number: u32| Ok((number, vec![Cell::Number(1.0), Cell::Number(2.0), Cell::Number(3.0)]));
        let block = |start, end| Dimensions { start, end };
        let blocks = vec![block((0, 0), (1, 1)), block((0, 1), (9, 2)), block((1, 2), (1, 3))];
        let rows: Vec<_> = Merged::new((0..3).map(row), blocks).map(Result::unwrap).map(|(_, row)| row).collect();
        let shown = |row: &Row| row.iter().map(Cell::shown).collect::<Vec<_>>().join(" ");
        assert_eq!(rows.iter().map(shown).collect::<Vec<_>>(), ["1 1 3", "1 1 3 3", "1 2 3"]);
        let wide = vec![block((0, 0), (u32::MAX, u32::MAX))];
        let mut rows = Merged::new((0..1 << 20).map(row), wide);
        let read = rows.by_ref().take_while(Result::is_ok).count();
        assert_eq!(read, FILLED / COLUMNS);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, &vec![0; 5 << 20]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 16);
        assert_eq!(check(&bytes, 6 << 20), Ok(false));
        let refused = "holds more than 4 MiB unpacked; split it, or save it as csv";
        assert_eq!(check(&bytes, 4 << 20), Err(refused.to_owned()));
        // One whose directory says less than it holds is refused too, or found broken.
        let mut lying = bytes.clone();
        let told = (5_u32 << 20).to_le_bytes();
        let small = 10_u32.to_le_bytes();
        for at in 0..lying.len() - 4 {
            if lying[at..at + 4] == told {
                lying[at..at + 4].copy_from_slice(&small);
            }
        }
        assert!(check(&lying, 4 << 20).is_err());
    }
}
