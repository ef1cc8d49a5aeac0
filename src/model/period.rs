//! The time a figure speaks of: a year, or a range of years.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A year, or a range of years for what is cumulated or averaged; both ends inclusive.
///
/// Written `2024` or `2021/2025`, the interval notation of ISO 8601 at the precision of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Period {
    // The last year comes first so that periods sort by when they end, then by when they begin.
    last: u16,
    first: u16,
}

impl Period {
    /// The one year `year`.
    #[must_use]
    pub const fn year(year: u16) -> Self {
        Self { last: year, first: year }
    }

    /// The years from `first` to `last`; the two are exchanged when they come in the wrong order.
    #[must_use]
    pub const fn range(first: u16, last: u16) -> Self {
        if first <= last { Self { last, first } } else { Self { last: first, first: last } }
    }

    /// The first year.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.first
    }

    /// The last year; of a single year, that year.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.last
    }

    /// Whether the period is one year.
    #[must_use]
    pub const fn is_year(self) -> bool {
        self.first == self.last
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_year() { write!(f, "{}", self.last) } else { write!(f, "{}/{}", self.first, self.last) }
    }
}

/// A text that is neither a year nor two years with a stroke between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodError(String);

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "period {:?} is neither YYYY nor YYYY/YYYY", self.0)
    }
}

impl std::error::Error for PeriodError {}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads `2024`, `2021/2025`; a month (`2024-12`) is kept as its year.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let year = |part: &str| {
            let digits = part.split('-').next().unwrap_or_default();
            (digits.len() == 4).then(|| digits.parse::<u16>().ok()).flatten()
        };
        let parsed = match text.split_once('/') {
            Some((first, last)) => year(first).zip(year(last)).map(|(first, last)| Self::range(first, last)),
            None => year(text).map(Self::year),
        };
        parsed.ok_or_else(|| PeriodError(text.to_owned()))
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for text in ["2024", "2021/2025"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        assert_eq!("2024-12".parse(), Ok(Period::year(2024)));
        for text in ["", "24", "2024/", "/", "二〇二四", "20245"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn sorts_by_the_end() {
        assert!(Period::range(2016, 2020) < Period::year(2021));
        assert!(Period::range(2016, 2020) < Period::year(2020));
        assert_eq!(Period::range(2020, 2016), Period::range(2016, 2020));
    }
}
