//! What a search finds.

use crate::{index::MetricId, model::RegionCode};

/// What a search leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A metric.
    Metric(MetricId),
    /// A region.
    Region(RegionCode),
    /// A metric of a region.
    Pair(RegionCode, MetricId),
}

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Metrics, regions, and metrics of regions.
    #[default]
    All,
    /// Only metrics.
    Metrics,
    /// Only regions.
    Regions,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// How it was found: one name, of a pair that of the region and that of the metric.
    pub names: Vec<Name>,
    /// How well it matched; more is better.
    pub score: i64,
}

impl Hit {
    /// Its Chinese name, of a pair both with a blank between them.
    #[must_use]
    pub fn name(&self) -> String {
        self.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// A name, and what of it matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The Chinese name.
    pub text: String,
    /// What matched, when it was not the name itself: an alias or former name, an English name, a key or
    /// code, or the category.
    pub via: Option<String>,
    /// Positions, in characters, of the matched characters in `via` or else in `text`; of pinyin, those
    /// of the characters that it spells.
    pub matched: Vec<usize>,
}
