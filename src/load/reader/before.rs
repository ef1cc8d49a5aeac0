//! What the reading before made of documents that stayed the same.

use std::collections::HashMap;

use crate::{
    index::{Atlas, SourceId},
    model::Figure,
};

/// The Atlas of the reading before, which knows the figures of documents that stayed the same.
pub(super) struct Before<'a> {
    atlas: &'a Atlas,
    sources: HashMap<&'a str, SourceId>,
}

impl<'a> Before<'a> {
    pub(super) fn new(atlas: &'a Atlas) -> Self {
        let sources = atlas.sources().iter().zip(0..);
        Self { atlas, sources: sources.map(|(source, number)| (source.id.as_str(), SourceId(number))).collect() }
    }

    /// The figures of a source in the order of its text.
    pub(super) fn figures(&self, source: &str) -> Vec<Figure> {
        let figures = self.sources.get(source).into_iter().flat_map(|source| self.atlas.source_figures(*source));
        figures.map(|figure| self.atlas.figure(figure).to_figure()).collect()
    }
}
