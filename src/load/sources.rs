//! What is known of documents beside their text: `sources.jsonl`, one source a line.

use std::{io::BufRead, ops::ControlFlow, path::Path};

use super::{
    Trouble,
    clean::clean_source,
    lines::{self, Log},
};
use crate::model::{Document, Source};

/// The name of a file of sources.
pub(super) const FILE: &str = "sources.jsonl";

const WHAT: &str = "one source as a JSON object with id, title, publisher, date and hash";

/// Reads a file of sources and hands them over.
pub(super) fn read_file(path: &Path, take: impl FnMut(Source)) -> Vec<Trouble> {
    match lines::open(path) {
        Ok(reader) => read(reader, path, take),
        Err(trouble) => vec![trouble],
    }
}

/// Reads sources, one JSON object a line, and hands them over.
pub(super) fn read(reader: impl BufRead, path: &Path, mut take: impl FnMut(Source)) -> Vec<Trouble> {
    let mut log = Log::new(path);
    lines::read(reader, WHAT, &mut log, |_, mut source: Source, _| {
        clean_source(&mut source);
        take(source);
        ControlFlow::Continue(())
    });
    log.finish()
}

/// Tells that a report is not read, for which a file of figures has those of another text.
pub(super) fn of_another_text(path: &Path) -> Trouble {
    let message = "is not read: a file of figures that is opened with it has those of another text of this name; make that \
                   file anew if the report has changed, or rename the report if it is another";
    Trouble::new(path, message)
}

/// Tells when a document is not the one that the figures of a source were read from.
pub(super) fn changed(path: &Path, source: &Source, document: &Document) -> Option<Trouble> {
    let differs = !source.hash.is_empty() && source.hash != document.source.hash;
    differs.then(|| {
        Trouble::new(
            path,
            "is not the text that its figures were read from, so they cannot be shown in it; extract them anew",
        )
    })
}
