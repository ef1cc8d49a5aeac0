//! Tables of figures → figures: csv, tsv, json, xlsx, xls, ods and parquet, long or wide, as people keep them.
//!
//! ```text
//! bytes ─ delimited, records, workbook, columnar ─▶ rows of cells
//!       ─ header, heading, title, layout ─▶ what each column is for ─ plan ─▶ figures
//! ```
//!
//! Nothing is guessed: a table that does not tell a year, a region or what is measured is named with the remedy.

mod biff;
mod blocks;
mod book;
mod cell;
#[cfg(feature = "parquet")]
mod columnar;
mod delimited;
mod fractions;
mod header;
mod heading;
mod interchange;
mod labels;
mod layout;
mod map;
mod names;
mod origin;
mod plan;
mod records;
mod refusal;
mod regions;
mod shown;
mod slot;
mod text;
mod title;
mod told;
mod units;
mod value;
mod workbook;
mod year;

use std::{
    ffi::OsStr,
    fs,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

pub use map::Mapping;

use super::{Trouble, figures::Line, lines::unreadable, report};
use crate::model::{Catalogue, Gazetteer, Source};
use book::Book;

/// The largest file that is read, in bytes; one of rows, a line each, may be larger as jsonl.
const LARGEST: u64 = 1 << 30;

/// The kinds of files that hold tables, by the end of their names.
pub(super) const EXTENSIONS: [&str; 9] = ["csv", "tsv", "tab", "json", "xlsx", "xlsm", "xls", "ods", "parquet"];

/// What tables are matched with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matching<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) catalogue: &'a Catalogue,
    pub(super) mapping: &'a Mapping,
}

/// What was made of a file of tables, beside its figures.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) troubles: Vec<Trouble>,
    /// How its tables were read.
    pub(super) found: Mapping,
}

/// Whether a file holds tables, by its name.
pub(super) fn is_table(path: &Path) -> bool {
    extension(path).is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

fn extension(path: &Path) -> Option<String> {
    Some(path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase())
}

/// Reads a file of tables, which its figures call `id`, and hands over its figures, and the file itself or the
/// sources that it tells of, until told to stop.
pub(super) fn read_file(
    path: &Path,
    id: &str,
    matching: Matching<'_>,
    take: &mut dyn FnMut(Line) -> ControlFlow<()>,
) -> Outcome {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(trouble) => return Outcome { troubles: vec![trouble], ..Outcome::default() },
    };
    let hash = report::hash(&bytes);
    let (mut figures, mut tells_sources) = (0, false);
    let mut count = |line| {
        match &line {
            // Corrections are put to figures by the hash of their document, so that is told before them.
            Line::Figure(figure) => {
                if figures == 0 && !tells_sources && figure.doc == id {
                    let source = Source { id: id.to_owned(), hash: hash.clone(), ..Source::default() };
                    take(Line::Source(source))?;
                }
                figures += 1;
            }
            Line::Source(_) => tells_sources = true,
        }
        take(line)
    };
    let Matching { gazetteer, catalogue, mapping } = matching;
    let mut book = Book::new(path, id, (gazetteer, catalogue, mapping), &mut count);
    // A library that fails on a damaged file must not end the reading of the others.
    let read = catch_unwind(AssertUnwindSafe(|| read(path, bytes, &mut book)));
    let read = read.unwrap_or_else(|_| Err("is damaged in a way that breaks reading; save it anew".to_owned()));
    let found = std::mem::take(&mut book.found);
    let own = !book.is_interchange;
    let source = Source {
        id: id.to_owned(),
        title: book.title.clone(),
        publisher: book.publisher.clone(),
        hash: hash.clone(),
        ..Source::default()
    };
    let troubles = match read {
        Ok(()) => book.troubles(),
        Err(fault) => vec![Trouble::new(path, fault)],
    };
    if own && figures > 0 {
        let _ = take(Line::Source(source));
    }
    Outcome { troubles, found }
}

/// Reads a file by what it is, or, where its beginning does not tell, by its name.
fn read(path: &Path, bytes: Vec<u8>, book: &mut Book<'_, '_>) -> Result<(), String> {
    let is_archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
    match extension(path).as_deref() {
        _ if is_archive => workbook::read(bytes, book),
        _ if bytes.starts_with(b"PAR1") => parquet(path, book),
        Some("json") => records::read(&bytes, book),
        Some("parquet") => Err("is no Parquet file; get it anew".to_owned()),
        Some("csv" | "tsv" | "tab") => delimited::read(bytes, book),
        _ => workbook::read(bytes, book),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    let length = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if length > LARGEST {
        return Err(Trouble::new(path, "is larger than 1 GiB; split it, or give its figures as jsonl"));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

#[cfg(feature = "parquet")]
fn parquet(path: &Path, book: &mut Book<'_, '_>) -> Result<(), String> {
    columnar::read(path, book)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: &Path, _: &mut Book<'_, '_>) -> Result<(), String> {
    Err("reading Parquet needs the feature `parquet`: cargo install --path . --features full".to_owned())
}

#[cfg(test)]
mod tests;
