//! Files and directories → documents and figures.

mod carried;
mod clean;
mod corrected;
mod document;
mod encoding;
mod figures;
mod files;
mod headline;
mod ledgers;
mod lines;
mod parallel;
mod progress;
mod reader;
mod report;
mod sources;
mod standard_input;
mod stream;
mod table;

use std::{
    fmt,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, atomic::AtomicBool},
};

use anyhow::Result;

pub use self::{
    carried::{carried, carried_corrected},
    files::{concerns, finds},
    ledgers::{Ledger, Ledgers},
    progress::Progress,
    reader::{Anew, Built, Reader, Reading},
    stream::extract_lines,
    table::Mapping,
};

use crate::{
    extract::{Extraction, Extractor},
    index::Atlas,
    ledger::{self, Corrections},
    model::{Catalogue, Document, Gazetteer, correction::Entry},
};
use clean::clean_line;
use files::Kind;
use progress::Meter;

/// Something in the input that could not be taken; the rest was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// The line, where one is to blame, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do about it, one sentence.
    pub message: String,
    /// Whether it is only good to know: nothing that was asked for is missing.
    pub is_note: bool,
}

impl Trouble {
    fn new(path: &Path, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, message: clean_line(message.into()), is_note: false }
    }

    fn note(path: &Path, message: impl Into<String>) -> Self {
        Self { is_note: true, ..Self::new(path, message) }
    }

    fn at(path: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::new(path, message) }
    }
}

impl fmt::Display for Trouble {
    /// The message with its place before it, as compilers write it; fit for a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", clean_line(self.path.display().to_string()))?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.message)
    }
}

/// What was opened.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The index over everything.
    pub atlas: Arc<Atlas>,
    /// The documents at hand, for showing evidence.
    pub documents: Vec<Arc<Document>>,
    /// What could not be taken.
    pub troubles: Vec<Trouble>,
    /// What people made of readings, in the order in which it was done.
    pub corrections: Vec<Entry>,
    /// Where that is kept, and what is done next.
    pub ledgers: Arc<Ledgers>,
}

impl From<Arc<Atlas>> for Loaded {
    /// Figures without documents or troubles.
    fn from(atlas: Arc<Atlas>) -> Self {
        Self { atlas, documents: Vec::new(), troubles: Vec::new(), corrections: Vec::new(), ledgers: Arc::default() }
    }
}

/// Opens figure files (.jsonl), report files (.txt, .md, .html, .mhtml, .docx, .odt, .pdf), patterns of their names and
/// folders of them, as [`Reader`] does, once. A path `-` is a report on standard input.
///
/// # Errors
/// Only what leaves nothing to show: no path exists. Everything else is in [`Loaded::troubles`].
pub fn open(paths: &[PathBuf], gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Result<Loaded> {
    let mut reader = Reader::new(paths.to_owned(), Arc::clone(gazetteer), Arc::clone(catalogue));
    Ok(reader.read(&mut |_| ControlFlow::Continue(()))?.loaded)
}

/// Reads and extracts report files and folders of them, and hands them over one by one in their order, with the
/// corrections of their figures, until `take` or `tell`, which is told how far it has come, breaks. Few documents are held at a time.
///
/// # Errors
/// No path exists. What could not be taken is returned.
pub fn extract_corrected(
    paths: &[PathBuf],
    ledger: &Ledger,
    extractor: &Extractor,
    tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    mut take: impl FnMut(Document, Extraction) -> ControlFlow<()>,
) -> Result<Vec<Trouble>> {
    let stopped = AtomicBool::new(false);
    let mut meter = Meter::new(tell, &stopped);
    let mut input = files::gather(paths, &mut meter)?;
    let mut ledgers = Ledgers::beside(ledger, &input);
    input.leave_out_ledger(ledger);
    let (acts, problems) = ledgers.read();
    let mut corrections = Corrections::of(acts);
    let mut troubles: Vec<_> = input
        .of(Kind::Figures)
        .chain(input.of(Kind::Table))
        .map(|file| {
            Trouble::new(
                &file.path,
                "holds figures already; give reports to read figures out of, or bring both together with xianzhi build",
            )
        })
        .chain(input.troubles.iter().cloned())
        .chain(problems)
        .collect();
    let reports: Vec<_> = input.reports().collect();
    parallel::stream(
        reports.iter(),
        |_| 0,
        |(file, id)| {
            let document = report::read(&file.path, id)?;
            let extraction = extractor.read(&document);
            Ok((document, extraction))
        },
        |read| {
            let figures = read.as_ref().map_or(0, |(_, extraction): &(_, Extraction)| extraction.figures.len());
            meter.done(figures);
            match read {
                Ok((document, mut extraction)) => {
                    let reading = ledger::Reading { source: &document.source, text: Some(&document.text) };
                    extraction.figures = corrections.apply(reading, extraction.figures);
                    take(document, extraction)?;
                }
                Err(trouble) => troubles.push(trouble),
            }
            if meter.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    troubles.extend(ledgers.set_aside(&corrections.entries()));
    Ok(troubles)
}

/// The same as the reports are read, without corrections.
///
/// # Errors
/// No path exists. What could not be taken is returned.
pub fn extract(
    paths: &[PathBuf],
    extractor: &Extractor,
    tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    take: impl FnMut(Document, Extraction) -> ControlFlow<()>,
) -> Result<Vec<Trouble>> {
    extract_corrected(paths, &Ledger::LeftOut, extractor, tell, take)
}

#[cfg(test)]
mod tests;
