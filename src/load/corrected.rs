//! Corrections put to figures on their way into an Atlas.

use std::collections::{HashMap, HashSet};

use super::clean::clean_figure;
use crate::{
    index::AtlasBuilder,
    ledger::{Corrections, Reading},
    model::{
        Document, Figure, Source,
        correction::{Act, Entry},
    },
};

/// Takes figures, corrects those that the ledger is about, and passes them on to the Atlas.
#[derive(Default)]
pub(super) struct Corrected {
    corrections: Corrections,
    /// Figures of a file that are of one document, as long as its figures follow each other.
    held: Option<(Source, Vec<Figure>)>,
    /// The document whose figures pass without being held.
    passing: Option<String>,
    /// The documents that corrections were put to.
    came: HashSet<String>,
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
            self.put(&source, figures, builder);
        }
    }

    /// Puts corrections to what a file tells of a document.
    fn put(&mut self, source: &Source, figures: Vec<Figure>, builder: &mut AtlasBuilder) {
        self.came.insert(source.id.clone());
        pass(self.corrections.apply(Reading { source, text: None }, figures), builder);
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

    /// Passes on what is left, and tells what became of each act. Of `read`, which were read before they came in a file,
    /// some may have brought no figure, and a person may have added one.
    pub(super) fn finish<'a>(
        mut self,
        read: impl Iterator<Item = &'a Source>,
        builder: &mut AtlasBuilder,
    ) -> Vec<Entry> {
        self.flush(builder);
        let is_left = |source: &&Source| self.corrections.concern(source) && !self.came.contains(&source.id);
        let mut left: Vec<&Source> = read.filter(is_left).collect();
        left.sort_by_key(|source| &source.id);
        for source in left {
            self.put(source, Vec::new(), builder);
        }
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
