//! Which cells of an xls are shown as percentages. The library that reads their values does not tell their formats,
//! so the records are walked through once more ([MS-CFB], [MS-XLS]).

use std::collections::HashSet;

use super::shown::{Shown, is_percent};

/// Ends a chain of sectors.
const LAST_SECTOR: u32 = 0xffff_fffa;

/// How the cells of each sheet are shown, in the order of the sheets; `None` where a record that tells it cannot be
/// read.
pub(super) fn shown(bytes: &[u8]) -> Option<Vec<Shown>> {
    let stream = Container::open(bytes)?.workbook()?;
    let (mut percent_formats, mut styles, mut sheets) = (HashSet::from([9, 10]), Vec::new(), Vec::new());
    let (mut is_wide, mut has_end) = (true, false);
    for (id, data) in (Records { stream: &stream, at: 0 }) {
        match id {
            // From BIFF8 on texts tell how wide their characters are.
            BOF => is_wide = u16_at(data, 0)? >= 0x600,
            BOUND_SHEET => sheets.push(u32_at(data, 0)? as usize),
            FORMAT if is_percent(&format(data, is_wide)?) => {
                percent_formats.insert(u16_at(data, 0)?);
            }
            STYLE => styles.push(percent_formats.contains(&u16_at(data, 2)?)),
            EOF => {
                has_end = true;
                break;
            }
            _ => {}
        }
    }
    has_end.then(|| sheets.into_iter().map(|at| sheet(&stream, at, &styles)).collect())
}

const BOF: u16 = 0x809;
const EOF: u16 = 0x0a;
const BOUND_SHEET: u16 = 0x85;
const FORMAT: u16 = 0x41e;
const STYLE: u16 = 0xe0;
const FORMULA: u16 = 0x06;
const NUMBER: u16 = 0x203;
const SHORT_NUMBER: u16 = 0x27e;
const SHORT_NUMBERS: u16 = 0xbd;

/// How the cells of the sheet are shown whose records begin there. A record that cannot be read holds no cell.
fn sheet(stream: &[u8], at: usize, styles: &[bool]) -> Shown {
    let mut shown = Shown::default();
    let mut depth = 0;
    for (id, data) in (Records { stream, at }) {
        let is_percent = |at: usize| u16_at(data, at).is_some_and(|style| styles.get(style as usize) == Some(&true));
        match id {
            // A chart within the sheet has records of its own.
            BOF => depth += 1,
            EOF if depth < 2 => break,
            EOF => depth -= 1,
            FORMULA | NUMBER | SHORT_NUMBER if depth == 1 && is_percent(4) => {
                if let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) {
                    shown.percentages([row.into(); 2], [column.into(); 2]);
                }
            }
            SHORT_NUMBERS if depth == 1 => {
                let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { continue };
                let (row, first) = (u32::from(row), u32::from(first));
                let styles = (4..data.len().saturating_sub(2)).step_by(6);
                for (column, _) in (first..).zip(styles).filter(|(_, at)| is_percent(*at)) {
                    shown.percentages([row, row], [column, column]);
                }
            }
            _ => {}
        }
    }
    shown
}

/// The text of a number format.
fn format(data: &[u8], is_wide: bool) -> Option<String> {
    if !is_wide {
        return Some(data.get(3..)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let text = data.get(5..)?;
    Some(if data.get(4)? & 1 == 0 {
        text.iter().map(|byte| char::from(*byte)).collect()
    } else {
        let units: Vec<_> = text.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    })
}

/// The records of a stream, each its number and what it holds.
struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (id, length) = (u16_at(self.stream, self.at)?, u16_at(self.stream, self.at + 2)? as usize);
        let data = self.stream.get(self.at + 4..self.at + 4 + length)?;
        self.at += 4 + length;
        Some((id, data))
    }
}

/// The container that an xls is, with the numbers of the sector behind each sector.
struct Container<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
}

impl<'b> Container<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = 1_usize.checked_shl(u16_at(bytes, 0x1e)?.into()).filter(|size| (512..=4096).contains(size))?;
        let mut container = Self { bytes, sector, next: Vec::new() };
        let mut tables: Vec<_> = (0..109).filter_map(|at| u32_at(bytes, 0x4c + 4 * at)).collect();
        let mut more = u32_at(bytes, 0x44)?;
        let most = bytes.len() / sector;
        while more < LAST_SECTOR && tables.len() <= most {
            let list = container.sector_at(more)?;
            tables.extend((0..sector / 4 - 1).filter_map(|at| u32_at(list, 4 * at)));
            more = u32_at(list, sector - 4)?;
        }
        for table in tables.into_iter().filter(|table| *table < LAST_SECTOR) {
            let table = container.sector_at(table)?;
            container.next.extend((0..sector / 4).filter_map(|at| u32_at(table, 4 * at)));
        }
        Some(container)
    }

    fn sector_at(&self, number: u32) -> Option<&'b [u8]> {
        let from = (number as usize + 1).checked_mul(self.sector)?;
        let sector = self.bytes.get(from..)?;
        Some(&sector[..sector.len().min(self.sector)])
    }

    /// What stands in a chain of sectors; of one that goes in a circle what the file can hold.
    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let (mut all, mut at) = (Vec::new(), first);
        while at < LAST_SECTOR && all.len() <= self.bytes.len() {
            all.extend_from_slice(self.sector_at(at)?);
            at = *self.next.get(at as usize)?;
        }
        Some(all)
    }

    /// The stream that holds the workbook.
    fn workbook(&self) -> Option<Vec<u8>> {
        let directory = self.chain(u32_at(self.bytes, 0x30)?)?;
        let mut entries = directory.chunks_exact(128);
        let root = entries.next()?;
        let name = |entry: &[u8]| {
            let units: Vec<_> =
                entry[..64].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units).trim_end_matches('\0').to_lowercase()
        };
        let entry = entries.find(|entry| matches!(name(entry).as_str(), "workbook" | "book"))?;
        let (first, size) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
        let mut stream = if size >= u32_at(self.bytes, 0x38)? as usize {
            self.chain(first)?
        } else {
            self.small(root, first, size)?
        };
        stream.truncate(size);
        Some(stream)
    }

    /// A small stream, which lies in sectors of its own kind within another.
    fn small(&self, root: &[u8], first: u32, size: usize) -> Option<Vec<u8>> {
        const SMALL: usize = 64;
        let (all, next) = (self.chain(u32_at(root, 116)?)?, self.chain(u32_at(self.bytes, 0x3c)?)?);
        let (mut stream, mut at) = (Vec::new(), first);
        while at < LAST_SECTOR && stream.len() < size {
            let from = (at as usize).checked_mul(SMALL)?;
            stream.extend_from_slice(all.get(from..from + SMALL)?);
            at = u32_at(&next, at as usize * 4)?;
        }
        Some(stream)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::table::cell::Cell;

    fn record(id: u16, data: &[u8]) -> Vec<u8> {
        [&id.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn words(words: &[u16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn a_broken_record_of_a_sheet_is_passed_over_and_one_of_formats_refuses_all() {
        let whole = workbook();
        let broken = record(SHORT_NUMBERS, &[2]);
        let cells = record(NUMBER, &words(&[0, 1, 1]));
        let at = whole.windows(cells.len()).position(|part| part == cells).unwrap();
        let (before, behind) = whole.split_at(at);
        let sheets = shown(&container(&[before, &broken, behind].concat())).unwrap();
        let mut row = vec![Cell::Number(1.05); 8];
        sheets[0].put_into(0, &mut row);
        assert_eq!(row[1], Cell::Percent(105.0));
        let formats = [record(BOF, &words(&[0x600, 5])), record(FORMAT, &[164]), record(EOF, &[])].concat();
        assert!(shown(&container(&[formats, whole].concat())).is_none());
        assert!(shown(&container(&record(BOF, &words(&[0x600, 5])))).is_none(), "it breaks off");
    }

    /// A workbook of one sheet: its second and fourth style show percentages.
    fn workbook() -> Vec<u8> {
        let format = [&words(&[164, 10])[..], &[0], b"0.0%;-0.0%"].concat();
        let style = |format: u16| record(STYLE, &words(&[0, format, 0]));
        let start = |at: u32| {
            let sheet = [&at.to_le_bytes()[..], &[0, 0, 1, 0], b"a"].concat();
            let globals =
                [record(BOF, &words(&[0x600, 5])), record(FORMAT, &format), style(0), style(164), style(2), style(9)];
            [globals.concat(), record(BOUND_SHEET, &sheet), record(EOF, &[])].concat()
        };
        let at = start(0).len() as u32;
        let chart = [record(BOF, &words(&[0x600, 0x20])), record(NUMBER, &words(&[7, 7, 1])), record(EOF, &[])];
        let cells = [record(NUMBER, &words(&[0, 1, 1])), record(SHORT_NUMBERS, &words(&[2, 4, 0, 0, 0, 3, 0, 0, 5]))];
        [start(at), record(BOF, &words(&[0x600, 0x10])), chart.concat(), cells.concat(), record(EOF, &[])].concat()
    }

    /// A container with one stream, of sectors of 512 bytes: the table of sectors, the directory, the stream.
    fn container(stream: &[u8]) -> Vec<u8> {
        let put =
            |bytes: &mut Vec<u8>, at: usize, number: u32| bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        let mut bytes = vec![0xff; 512];
        bytes[0x1e..0x20].copy_from_slice(&[9, 0]);
        for (at, number) in [(0x30, 1), (0x38, 4096), (0x3c, LAST_SECTOR), (0x44, LAST_SECTOR), (0x4c, 0)] {
            put(&mut bytes, at, number);
        }
        let table = [LAST_SECTOR, LAST_SECTOR, 3, 4, 5, 6, 7, 8, 9, LAST_SECTOR];
        let free = std::iter::repeat_n(u32::MAX, 128 - table.len());
        bytes.extend(table.into_iter().chain(free).flat_map(u32::to_le_bytes));
        let mut directory = vec![0; 512];
        let name = words(&"Workbook".encode_utf16().collect::<Vec<_>>());
        directory[128..128 + name.len()].copy_from_slice(&name);
        put(&mut directory, 128 + 116, 2);
        put(&mut directory, 128 + 120, 4096);
        bytes.extend(directory);
        bytes.extend_from_slice(stream);
        bytes.resize(512 * 11, 0);
        bytes
    }

    #[test]
    fn the_cells_with_formats_of_percentages_are_found() {
        let sheets = shown(&container(&workbook())).unwrap();
        let row = |number: u32| {
            let mut row = vec![Cell::Number(1.05); 8];
            sheets[0].put_into(number, &mut row);
            row.iter()
                .enumerate()
                .filter(|(_, cell)| **cell == Cell::Percent(105.0))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        };
        assert_eq!((sheets.len(), row(0), row(1), row(2), row(7)), (1, vec![1], vec![], vec![5], vec![]));
    }

    #[test]
    fn a_chain_in_a_circle_ends() {
        let mut bytes = container(&workbook());
        // The directory goes on in itself.
        bytes[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
        assert!(shown(&bytes).is_some());
    }

    #[test]
    fn what_is_no_container_is_left_alone() {
        for bytes in [&b""[..], b"\xD0\xCF\x11\xE0", &[0xff; 2048], &[0; 4096]] {
            assert!(shown(bytes).is_none());
        }
    }
}
