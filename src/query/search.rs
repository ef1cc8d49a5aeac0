//! Finds metrics and regions by name, pinyin, initials and English.

use crate::{
    index::{Atlas, MetricId},
    model::RegionCode,
};

/// What a search leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A metric.
    Metric(MetricId),
    /// A region.
    Region(RegionCode),
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Its Chinese name.
    pub name: String,
    /// What matched, when it was not the name itself: an alias, pinyin, initials, English, a code.
    pub via: Option<String>,
    /// Positions, in characters, of the matched characters in `via` or else in `name`.
    pub matched: Vec<usize>,
    /// How well it matched; more is better.
    pub score: i64,
}

/// The names to search in, made once for an Atlas.
#[derive(Debug)]
pub struct Search {
    _todo: (),
}

impl Search {
    /// Collects names, aliases, pinyin, initials and English names of the metrics and regions. The
    /// regions are those of the whole table; those with figures come first.
    #[must_use]
    pub fn over(atlas: &Atlas) -> Self {
        let _ = atlas;
        todo!()
    }

    /// The best `limit` hits for `text`, best first: exact before prefix before the rest, metrics of
    /// the catalogue before the others, what has figures before what has none.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<Hit> {
        let _ = (text, limit);
        todo!()
    }
}
