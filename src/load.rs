//! Files and directories → documents and figures.

mod carried;
mod clean;
mod encoding;
mod figures;
mod files;
mod headline;
mod lines;
mod parallel;
mod report;
mod sources;

use std::{
    collections::HashSet,
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Result;

pub use carried::carried;

use crate::{
    extract::{Extraction, Extractor},
    index::{Atlas, AtlasBuilder},
    model::{Catalogue, Document, Gazetteer, Source},
};
use clean::clean_line;
use files::{Input, Kind};

/// Something in the input that could not be taken; the rest was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// The line, where one is to blame, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do about it, one sentence.
    pub message: String,
}

impl Trouble {
    fn new(path: &Path, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, message: clean_line(message.into()) }
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
#[derive(Debug)]
pub struct Loaded {
    /// The index over everything.
    pub atlas: Atlas,
    /// The documents at hand, for showing evidence.
    pub documents: Vec<Document>,
    /// What could not be taken.
    pub troubles: Vec<Trouble>,
}

impl Loaded {
    /// Brings documents to figures that were read from them before; documents of no figure are left
    /// out. One that has changed since is a trouble and is left out too: the places of its figures
    /// would be wrong.
    ///
    /// # Errors
    /// No path exists.
    pub fn attach(&mut self, paths: &[PathBuf]) -> Result<()> {
        let atlas = &self.atlas;
        let documents = &mut self.documents;
        let troubles = read_reports(
            &files::gather(paths)?,
            |_| (),
            |path, document, ()| {
                let source = atlas.sources().iter().find(|source| source.id == document.source.id)?;
                let changed = sources::changed(path, source, &document);
                if changed.is_none() {
                    documents.push(document);
                }
                changed
            },
        );
        self.troubles.extend(troubles);
        Ok(())
    }
}

/// Opens figure files (.jsonl), report files (.txt, .md) and folders of them. A file called
/// `sources.jsonl` tells of sources. Reports are read on the fly, but for those of which a figure
/// file brings the figures.
///
/// # Errors
/// Only what leaves nothing to show: no path exists. Everything else is in [`Loaded::troubles`].
pub fn open(paths: &[PathBuf], gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Result<Loaded> {
    let input = files::gather(paths)?;
    let mut troubles = Vec::new();
    let mut builder = AtlasBuilder::new(gazetteer.clone(), catalogue.clone());
    let mut known: Vec<Source> = Vec::new();
    for path in input.of(Kind::Sources) {
        troubles.extend(sources::read_file(path, |source| {
            builder.source(source.clone());
            known.push(source);
        }));
    }
    let mut told_of = HashSet::new();
    for path in input.of(Kind::Figures) {
        troubles.extend(figures::read_file(path, gazetteer, |figure| {
            if !told_of.contains(&figure.doc) {
                told_of.insert(figure.doc.clone());
            }
            builder.push(&figure);
        }));
    }

    let mut documents = Vec::new();
    let extractor = input.of(Kind::Report).next().map(|_| Extractor::new(gazetteer, catalogue));
    let extract = |document: &Document| {
        let extractor = extractor.as_ref().filter(|_| !told_of.contains(&document.source.id));
        extractor.map(|extractor| extractor.read(document)).unwrap_or_default()
    };
    let reading = read_reports(&input, extract, |path, document, extraction: Extraction| {
        let source = known.iter().find(|source| source.id == document.source.id);
        let changed = source.and_then(|source| sources::changed(path, source, &document));
        if told_of.contains(&document.source.id) {
            if changed.is_none() {
                documents.push(document);
            }
            return changed;
        }
        if source.is_none() || changed.is_some() {
            builder.source(document.source.clone());
        }
        extraction.figures.iter().for_each(|figure| builder.push(figure));
        documents.push(document);
        None
    });
    troubles.extend(reading);
    Ok(Loaded { atlas: builder.build(), documents, troubles })
}

/// Reads and extracts report files and folders of them, and hands them over one by one in their
/// order. Few documents are held at a time.
///
/// # Errors
/// No path exists. What could not be taken is returned.
pub fn extract(
    paths: &[PathBuf],
    extractor: &Extractor,
    mut take: impl FnMut(Document, Extraction),
) -> Result<Vec<Trouble>> {
    let input = files::gather(paths)?;
    let mut troubles: Vec<_> = input
        .of(Kind::Figures)
        .map(|path| Trouble::new(path, "holds figures already; give reports (.txt, .md) to read figures out of"))
        .collect();
    let reading = read_reports(
        &input,
        |document| extractor.read(document),
        |_, document, extraction| {
            take(document, extraction);
            None
        },
    );
    troubles.extend(reading);
    Ok(troubles)
}

/// Reads the reports of the input in parallel, works on each, and hands them over in their order.
/// Returns the troubles of the input, of the reading and of the taking.
fn read_reports<R: Send>(
    input: &Input,
    work: impl Fn(&Document) -> R + Sync,
    mut take: impl FnMut(&Path, Document, R) -> Option<Trouble>,
) -> Vec<Trouble> {
    let mut troubles = input.troubles.clone();
    let reports: Vec<_> = input.reports().collect();
    parallel::in_order(
        &reports,
        |(path, id)| {
            let document = report::read(path, id)?;
            let result = work(&document);
            Ok((*path, document, result))
        },
        |read| match read {
            Ok((path, document, result)) => troubles.extend(take(path, document, result)),
            Err(trouble) => troubles.push(trouble),
        },
    );
    troubles
}

#[cfg(test)]
mod tests;
