//! What is made of one report: read anew, taken as it was, or put off.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use super::Changed;
use crate::{
    extract::{Extractor, READING},
    load::{Trouble, files::File, report},
    model::{Document, Figure, Source},
};

/// What was made of a file.
#[derive(Clone, Debug)]
pub(super) enum Kept {
    /// Figures or sources, one a line: it is read anew each time.
    Lines,
    /// A report.
    Report {
        document: Arc<Document>,
        /// Whether its figures were read out of it; else a figure file brings them.
        extracted: bool,
    },
    /// It could not be read.
    Unread(Trouble),
    /// Reading was stopped before it came to this file.
    PutOff,
}

/// What was made of a report now.
pub(super) enum Fetched {
    /// It is what it was.
    Same,
    /// Its content is that of a document whose figures are known from before.
    Earlier(Source),
    /// It is new or has changed; with its figures, where they are to be extracted.
    New(Kept, Option<Vec<Figure>>),
}

/// Reads reports, in any thread.
pub(super) struct Fetch<'a> {
    pub(super) kept: &'a HashMap<PathBuf, Kept>,
    pub(super) changed: &'a Changed,
    /// Documents whose figures are known from before, by id.
    pub(super) earlier: Option<&'a HashMap<String, Source>>,
    pub(super) extractor: Option<&'a Extractor>,
    pub(super) stopped: &'a AtomicBool,
}

impl Fetch<'_> {
    /// Reads the report that its figures call `id`, and extracts it if that is wanted; what is known and
    /// has not changed is not read.
    pub(super) fn report(&self, file: &File, id: &str, extract: bool) -> Fetched {
        let known = self.kept.get(&file.place).filter(|kept| serves(kept, id, extract));
        let stopped = self.stopped.load(Ordering::Relaxed);
        if known.is_some() && (stopped || !self.changed.has(&file.place)) {
            return Fetched::Same;
        }
        if stopped {
            return Fetched::New(Kept::PutOff, None);
        }
        if let Some(earlier) = self.earlier.and_then(|earlier| earlier.get(id)).filter(|_| extract)
            && report::hash_of(&file.path).is_ok_and(|hash| hash == earlier.hash)
        {
            return Fetched::Earlier(earlier.clone());
        }
        match (report::read(&file.path, id), known) {
            (Err(trouble), Some(Kept::Unread(before))) if *before == trouble => Fetched::Same,
            (Err(trouble), _) => Fetched::New(Kept::Unread(trouble), None),
            (Ok(read), Some(Kept::Report { document, .. })) if document.source.hash == read.source.hash => {
                Fetched::Same
            }
            (Ok(mut document), _) => {
                let extractor = self.extractor.filter(|_| extract);
                let figures = extractor.map(|extractor| extractor.read(&document).figures);
                let extracted = figures.is_some();
                if extracted {
                    READING.clone_into(&mut document.source.reading);
                }
                Fetched::New(Kept::Report { document: Arc::new(document), extracted }, figures)
            }
        }
    }
}

/// Whether what was made of a file is what is wanted of it now, as long as it has not changed.
fn serves(kept: &Kept, id: &str, extract: bool) -> bool {
    match kept {
        Kept::Report { document, extracted } => document.source.id == id && *extracted == extract,
        Kept::Unread(_) | Kept::PutOff => true,
        Kept::Lines => false,
    }
}
