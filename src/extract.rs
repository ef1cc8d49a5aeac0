//! Text → figures and problems; pure: no file, clock, environment or output.

use crate::model::{Catalogue, Document, Figure, Gazetteer};

/// Something that was seen and not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// First character.
    pub start: u32,
    /// The character after the last.
    pub end: u32,
    /// Line of the document, from 1.
    pub paragraph: u32,
    /// What kind.
    pub kind: ProblemKind,
    /// The characters themselves.
    pub text: String,
}

/// Why something was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// Digits of a number are lost.
    DamagedNumber,
    /// A number with a unit of which nothing tells what it measures.
    NoMetric,
    /// A place name that several regions bear and nothing settles.
    AmbiguousRegion,
    /// Nothing tells the region that the document reports on.
    NoRegion,
}

/// What a document holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Figures in the order of the text.
    pub figures: Vec<Figure>,
    /// What was seen and not read, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads figures out of documents. Made once; holds the lexicon of regions and metrics.
#[derive(Debug)]
pub struct Extractor {
    _todo: (),
}

impl Extractor {
    /// Builds the lexicon.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, catalogue: &Catalogue) -> Self {
        let _ = (gazetteer, catalogue);
        todo!()
    }

    /// Reads one document. Never panics; time is linear in the length of the text.
    #[must_use]
    pub fn read(&self, document: &Document) -> Extraction {
        let _ = document;
        todo!()
    }
}
