//! Why what stands in a field cannot be saved.

use crate::tui::{look::Look, strings::Strings};

/// Why what stands in a field cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// No region is called so.
    UnknownRegion,
    /// So many regions are called so.
    SeveralRegions(usize),
    /// The metric has no name.
    NoMetric,
    /// Letters that no metric is called by; names are completed.
    UnknownMetric,
    /// Nothing says what the number tells.
    NoMeasure,
    /// There is no number.
    NoNumber,
    /// What stands there is no number.
    NotNumber,
    /// What stands there is no time.
    NotPeriod,
}

impl Problem {
    /// It in words.
    pub(crate) fn told(self, look: &Look) -> String {
        let words: &Strings = look.words;
        let words = &words.correct;
        match self {
            Self::UnknownRegion => words.unknown_region.to_owned(),
            Self::SeveralRegions(count) => format!("{count} {}", words.several_regions),
            Self::NoMetric => words.no_metric.to_owned(),
            Self::UnknownMetric => words.unknown_metric.to_owned(),
            Self::NoMeasure => words.no_measure.to_owned(),
            Self::NoNumber => words.no_number.to_owned(),
            Self::NotNumber => words.not_number.to_owned(),
            Self::NotPeriod => words.not_period.to_owned(),
        }
    }
}
