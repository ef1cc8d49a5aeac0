//! What the dashboard was opened with: the Atlas, the documents at hand, and the search over them.

use std::{cell::OnceCell, collections::HashMap, sync::Arc};

use super::Opened;
use crate::{
    index::Atlas,
    model::{Document, correction::Entry},
    query::{RegionNames, Search},
};

/// What the dashboard was opened with.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(crate) atlas: Arc<Atlas>,
    pub(crate) notices: Vec<String>,
    /// What people made of the readings, in the order in which it was done.
    pub(crate) corrections: Vec<Entry>,
    /// Whether corrections are left out, so that none can be made.
    pub(crate) as_read: bool,
    documents: HashMap<String, Arc<Document>>,
    /// Where it does not come with the rest, made when it is first asked for: the first frame does not
    /// wait for it.
    search: OnceCell<Search>,
    /// Made when the tree is first narrowed.
    region_names: OnceCell<RegionNames>,
}

impl Archive {
    pub(crate) fn new(opened: Opened) -> Self {
        let documents = opened.documents.into_iter().map(|document| (document.source.id.clone(), document)).collect();
        Self {
            atlas: opened.atlas,
            notices: opened.notices,
            corrections: opened.corrections,
            as_read: false,
            documents,
            search: OnceCell::new(),
            region_names: OnceCell::new(),
        }
    }

    /// The same with the search over it.
    pub(crate) fn with_search(self, search: Search) -> Self {
        Self { search: OnceCell::from(search), ..self }
    }

    /// The document of a source, if it is at hand.
    pub(crate) fn document(&self, source: &str) -> Option<&Document> {
        self.documents.get(source).map(AsRef::as_ref)
    }

    /// The names to search in.
    pub(crate) fn search(&self) -> &Search {
        self.search.get_or_init(|| Search::over(&self.atlas))
    }

    /// The names by which the tree is narrowed.
    pub(crate) fn region_names(&self) -> &RegionNames {
        self.region_names.get_or_init(|| RegionNames::of(self.atlas.gazetteer()))
    }
}
