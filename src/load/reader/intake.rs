//! What comes in from files and reports, on its way into an Atlas.

use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
};

use super::repeated::Repeated;
use crate::{
    index::AtlasBuilder,
    load::{Ledgers, corrected::Corrected, figures::Line, files::File, progress::Meter},
    model::Source,
};

/// What came in so far.
pub(super) struct Intake {
    pub(super) builder: AtlasBuilder,
    pub(super) corrected: Corrected,
    pub(super) ledgers: Ledgers,
    /// The place of the ledger that is nearest to the file that is read.
    nearest: usize,
    /// What is known of documents beside their text, by id.
    pub(super) known: HashMap<String, Source>,
    /// What more than one of the files tells.
    pub(super) repeated: Repeated,
    /// Documents whose figures files bring: they are not read out of them.
    pub(super) brought: HashSet<String>,
}

impl Intake {
    pub(super) fn new(builder: AtlasBuilder, corrected: Corrected, ledgers: Ledgers, files: usize) -> Self {
        let (known, repeated, brought) = (HashMap::new(), Repeated::among(files), HashSet::new());
        Self { builder, corrected, ledgers, nearest: 0, known, repeated, brought }
    }

    /// Notes which file comes next.
    pub(super) fn begin(&mut self, file: &File) {
        self.nearest = self.ledgers.nearest(&file.place);
    }

    /// Takes what a file of figures holds.
    pub(super) fn line(&mut self, line: Line, meter: &mut Meter) -> ControlFlow<()> {
        match line {
            Line::Figure(figure) if self.repeated.is_told(&figure) => ControlFlow::Continue(()),
            Line::Figure(figure) => {
                if !self.brought.contains(&figure.doc) {
                    self.ledgers.note(&figure.doc, self.nearest);
                    self.brought.insert(figure.doc.clone());
                }
                self.corrected.push(figure, &self.known, &mut self.builder);
                meter.figure()
            }
            Line::Source(source) => {
                if !source.reading.is_empty() {
                    // It was read, even where no figure was found.
                    self.ledgers.note(&source.id, self.nearest);
                    self.brought.insert(source.id.clone());
                }
                self.source(source);
                ControlFlow::Continue(())
            }
        }
    }

    /// Takes what is known of a document.
    pub(super) fn source(&mut self, source: Source) {
        self.builder.source(source.clone());
        self.known.insert(source.id.clone(), source);
    }
}
