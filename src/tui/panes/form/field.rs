//! The fields of the form, and what can be chosen where nothing is typed.

use crate::{
    model::{Bound, Language, Measure, Status},
    tui::strings::Strings,
};

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Region,
    Metric,
    Measure,
    Value,
    Unit,
    Bound,
    Period,
    Status,
    Scope,
    Base,
    /// Why.
    Note,
}

/// What a figure can tell of its metric.
pub(super) const MEASURES: [Measure; 8] = [
    Measure::Level,
    Measure::Growth,
    Measure::Change,
    Measure::Gap,
    Measure::Rank,
    Measure::GrowthRank,
    Measure::Share,
    Measure::Multiple,
];

/// How a number can bound a value.
pub(super) const BOUNDS: [Bound; 6] =
    [Bound::Equal, Bound::Above, Bound::AtLeast, Bound::Below, Bound::AtMost, Bound::About];

/// What has come about and what has not.
pub(super) const STATUSES: [Status; 3] = [Status::Actual, Status::Target, Status::Forecast];

impl Field {
    /// Those of a figure, and why.
    pub(crate) const ALL: [Self; 11] = [
        Self::Region,
        Self::Metric,
        Self::Measure,
        Self::Value,
        Self::Unit,
        Self::Bound,
        Self::Period,
        Self::Status,
        Self::Scope,
        Self::Base,
        Self::Note,
    ];

    /// What it is called.
    pub(crate) const fn name(self, words: &Strings) -> &'static str {
        match self {
            Self::Region => words.region,
            Self::Metric => words.metric,
            Self::Measure => words.correct.measure,
            Self::Value => words.value,
            Self::Unit => words.unit,
            Self::Bound => words.correct.bound,
            Self::Period => words.sources.time,
            Self::Status => words.sources.status,
            Self::Scope => words.sources.scope,
            Self::Base => words.sources.base,
            Self::Note => words.correct.note,
        }
    }

    /// What can be chosen; nothing where text is typed.
    pub(crate) fn options(self, lang: Language) -> Vec<&'static str> {
        match self {
            Self::Measure => MEASURES.iter().map(|measure| measure.label(lang)).collect(),
            Self::Bound => {
                let words = &Strings::of(lang).correct;
                vec![words.exactly, words.above, words.at_least, words.below, words.at_most, words.about]
            }
            Self::Status => STATUSES.iter().map(|status| status.label(lang)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a name that is typed in it is completed.
    pub(crate) const fn is_completed(self) -> bool {
        matches!(self, Self::Region | Self::Metric)
    }
}
