//! Corrections put to figures on their way into an Atlas.

use std::{collections::HashMap, mem, path::Path};

use super::{
    Trouble,
    clean::{clean, clean_figure, clean_line},
};
use crate::{
    index::AtlasBuilder,
    ledger::{self, Corrections, Problem, Reading},
    model::{
        Document, Figure, Source,
        correction::{Act, Deed, Entry, Standing},
    },
};

/// Reads a ledger; its texts are cleaned. What of it could not be taken is told.
#[must_use]
pub fn acts(path: &Path) -> (Vec<Act>, Vec<Trouble>) {
    let read = match ledger::read(path) {
        Ok(read) => read,
        Err(error) => {
            let message = format!("cannot be read ({error}), so no correction is applied; ask for leave to read it");
            return (Vec::new(), vec![Trouble::new(path, message)]);
        }
    };
    let trouble = |Problem { line, message }| Trouble { line, ..Trouble::new(path, message) };
    let acts = read.acts.into_iter().map(cleaned).collect();
    (acts, read.problems.into_iter().map(trouble).collect())
}

/// The act without characters that would act on a terminal.
fn cleaned(mut act: Act) -> Act {
    for text in [&mut act.id, &mut act.at, &mut act.who, &mut act.note] {
        *text = clean_line(mem::take(text));
    }
    match &mut act.deed {
        Deed::Accept(on) | Deed::Reject(on) | Deed::Add(on) | Deed::Note(on) | Deed::Change { on, .. } => {
            clean_figure(&mut on.figure);
            on.before = clean(mem::take(&mut on.before));
            on.after = clean(mem::take(&mut on.after));
        }
        Deed::Undo { .. } => {}
    }
    act
}

/// What could not be put to any figure, one trouble an act.
#[must_use]
pub fn set_aside(path: &Path, entries: &[Entry]) -> Vec<Trouble> {
    let told = |entry: &Entry| {
        let Standing::Aside(reason) = &entry.standing else { return None };
        let figure = &entry.act.deed.anchor()?.figure;
        let (word, id) = (entry.act.deed.word(), &entry.act.id);
        Some(Trouble::new(path, format!("{word} {id}, {} in {}, is set aside: {reason}", figure.text, figure.doc)))
    };
    entries.iter().filter_map(told).collect()
}

/// Takes figures, corrects those that the ledger is about, and passes them on to the Atlas.
#[derive(Default)]
pub(super) struct Corrected {
    corrections: Corrections,
    /// Figures of a file that are of one document, as long as its figures follow each other.
    held: Option<(Source, Vec<Figure>)>,
    /// The document whose figures pass without being held.
    passing: Option<String>,
}

impl Corrected {
    pub(super) fn new(acts: Vec<Act>) -> Self {
        Self { corrections: Corrections::of(acts), ..Self::default() }
    }

    /// Takes a figure that a file brings; `known` are the documents that are known.
    pub(super) fn push(&mut self, figure: Figure, known: &HashMap<String, Source>, builder: &mut AtlasBuilder) {
        if self.corrections.is_empty() || self.passing.as_ref() == Some(&figure.doc) {
            return builder.push(&figure);
        }
        match &mut self.held {
            Some((source, figures)) if source.id == figure.doc => return figures.push(figure),
            _ => self.flush(builder),
        }
        let id = figure.doc.clone();
        let source = known.get(&id).cloned().unwrap_or_else(|| Source { id: id.clone(), ..Source::default() });
        if self.corrections.concern(&source) {
            self.held = Some((source, vec![figure]));
            self.passing = None;
        } else {
            builder.push(&figure);
            self.passing = Some(id);
        }
    }

    /// Passes on what is held.
    pub(super) fn flush(&mut self, builder: &mut AtlasBuilder) {
        if let Some((source, figures)) = self.held.take() {
            let figures = self.corrections.apply(Reading { source: &source, text: None }, figures);
            pass(figures, builder);
        }
    }

    /// Whether there is a correction of a document.
    pub(super) fn concern(&self, source: &Source) -> bool {
        self.corrections.concern(source)
    }

    /// Takes all figures that were read from a document; gives them back where they are about to be corrected.
    pub(super) fn document(
        &mut self,
        document: &Document,
        figures: Vec<Figure>,
        builder: &mut AtlasBuilder,
    ) -> Option<Vec<Figure>> {
        if !self.corrections.concern(&document.source) {
            pass(figures, builder);
            return None;
        }
        let reading = Reading { source: &document.source, text: Some(&document.text) };
        pass(self.corrections.apply(reading, figures.clone()), builder);
        Some(figures)
    }

    /// Passes on what is left, and tells what became of each act.
    pub(super) fn finish(mut self, builder: &mut AtlasBuilder) -> Vec<Entry> {
        self.flush(builder);
        pass(self.corrections.finish(), builder);
        self.corrections.entries()
    }
}

fn pass(figures: Vec<Figure>, builder: &mut AtlasBuilder) {
    for mut figure in figures {
        if figure.review.is_some() {
            clean_figure(&mut figure);
        }
        builder.push(&figure);
    }
}
