//! Takes figures one by one and sorts them into an [`Atlas`].

use std::sync::Arc;

use super::Atlas;
use crate::model::{Catalogue, Figure, Gazetteer, Source};

/// Takes figures one by one and sorts them into an [`Atlas`].
#[derive(Debug)]
pub struct AtlasBuilder {
    _todo: (),
}

impl AtlasBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new(gazetteer: Arc<Gazetteer>, catalogue: Arc<Catalogue>) -> Self {
        let _ = (gazetteer, catalogue);
        todo!()
    }

    /// Makes a source known; a later one with the same id replaces it.
    pub fn source(&mut self, source: Source) {
        let _ = source;
        todo!()
    }

    /// Adds a figure. Its `doc` becomes a source of its own when none is known by that id.
    pub fn push(&mut self, figure: &Figure) {
        let _ = figure;
        todo!()
    }

    /// Sorts and seals.
    #[must_use]
    pub fn build(self) -> Atlas {
        todo!()
    }
}
