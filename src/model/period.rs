//! The time a figure speaks of: a year, a range of years, or some months of a year.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A month of a year, or the year as a whole (month 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Moment {
    year: u16,
    month: u8,
}

/// A year, a range of years for what is cumulated or averaged, or the months of a year that were
/// counted; both ends inclusive.
///
/// Written `2024`, `2021/2025` or `2024-01/2024-09`, the interval notation of ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Period {
    // The end comes first so that periods sort by when they end, then by when they begin.
    last: Moment,
    first: Moment,
}

impl Period {
    /// The years that a period can hold.
    pub const YEARS: std::ops::RangeInclusive<u16> = 1800..=2300;

    const fn between(first: Moment, last: Moment) -> Self {
        let ordered = first.year < last.year || (first.year == last.year && first.month <= last.month);
        if ordered { Self { last, first } } else { Self { last: first, first: last } }
    }

    /// The one year `year`.
    #[must_use]
    pub const fn year(year: u16) -> Self {
        Self::range(year, year)
    }

    /// The years from `first` to `last`; the two are exchanged when they come in the wrong order.
    #[must_use]
    pub const fn range(first: u16, last: u16) -> Self {
        Self::between(Moment { year: first, month: 0 }, Moment { year: last, month: 0 })
    }

    /// The months `first..=last` (1 to 12) of `year`, as for 前三季度; the whole year gives the year.
    #[must_use]
    pub const fn months(year: u16, first: u8, last: u8) -> Self {
        if first == 1 && last == 12 {
            return Self::year(year);
        }
        Self::between(Moment { year, month: first }, Moment { year, month: last })
    }

    /// The year of the beginning.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.first.year
    }

    /// The year of the end; of a single year, that year.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.last.year
    }

    /// Whether the period is one whole year.
    #[must_use]
    pub const fn is_year(self) -> bool {
        self.first.year == self.last.year && self.first.month == 0 && self.last.month == 0
    }

    /// Whether the period is some months of one year.
    #[must_use]
    pub const fn is_part_of_year(self) -> bool {
        self.first.year == self.last.year && !self.is_year()
    }

    /// Whether both are the same part of the year or as many years, so that what is counted over them compares.
    #[must_use]
    pub const fn is_like(self, other: Self) -> bool {
        let years = self.last.year - self.first.year == other.last.year - other.first.year;
        years && self.first.month == other.first.month && self.last.month == other.last.month
    }

    /// Whether both periods end at once.
    #[must_use]
    pub fn ends_with(self, other: Self) -> bool {
        self.last == other.last
    }

    /// The period in 26 bits, for columns.
    #[must_use]
    pub fn to_bits(self) -> u32 {
        let moment = |m: Moment| (u32::from(m.year - Self::YEARS.start()) << 4) | u32::from(m.month);
        (moment(self.last) << 13) | moment(self.first)
    }

    /// The period that [`Period::to_bits`] packed.
    #[must_use]
    pub fn from_bits(bits: u32) -> Self {
        let moment = |b: u32| Moment { year: Self::YEARS.start() + (b >> 4 & 0x1ff) as u16, month: (b & 0xf) as u8 };
        Self { last: moment(bits >> 13), first: moment(bits & 0x1fff) }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            0 => write!(f, "{}", self.year),
            month => write!(f, "{}-{month:02}", self.year),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { self.last.fmt(f) } else { write!(f, "{}/{}", self.first, self.last) }
    }
}

/// A text that is no year, month or range of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodError(String);

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "period {:?} is none of YYYY, YYYY-MM, or two of them with a stroke between", self.0)
    }
}

impl std::error::Error for PeriodError {}

impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |part: &str, digits: usize| -> Result<u16, ()> {
            if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| ())
            } else {
                Err(())
            }
        };
        let (year, month) = match text.split_once('-') {
            Some((year, month)) => (number(year, 4)?, number(month, 2)? as u8),
            None => (number(text, 4)?, 0),
        };
        (Period::YEARS.contains(&year) && month <= 12).then_some(Self { year, month }).ok_or(())
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) => Ok(Self::between(first, last)),
            _ => Err(PeriodError(text.to_owned())),
        }
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
        for text in ["2024", "2021/2025", "2022-01/2022-09", "2024-12"] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(Period::from_bits(period.to_bits()), period);
        }
        for text in ["", "24", "2024/", "/", "二〇二四", "20245", "2024-13", "2024-1", "0024", "+024"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn sorts_by_the_end() {
        assert!(Period::range(2016, 2020) < Period::year(2021));
        assert!(Period::range(2016, 2020) < Period::year(2020));
        assert_eq!(Period::range(2020, 2016), Period::range(2016, 2020));
        assert_eq!(Period::months(2022, 1, 12), Period::year(2022));
        assert!(!Period::months(2022, 1, 9).is_year());
    }

    #[test]
    fn only_periods_of_one_length_are_alike() {
        let half = Period::months(2023, 1, 6);
        assert!(half.is_like(Period::months(2022, 1, 6)) && Period::year(2023).is_like(Period::year(2024)));
        assert!(Period::range(2016, 2020).is_like(Period::range(2021, 2025)));
        for other in [Period::year(2023), Period::months(2023, 1, 9), Period::months(2023, 7, 12)] {
            assert!(!half.is_like(other), "{other}");
        }
        assert!(!Period::year(2023).is_like(Period::range(2021, 2023)));
    }
}
