//! All values that a number as written may stand for.

use std::iter::Sum;

use crate::{
    index::FigureRef,
    model::{Bound, Dimension, Unit},
};

/// How far 约, 近 and 左右 may be from the number, as a part of it.
pub(in crate::query) const ABOUT: f64 = 0.05;

/// A number with the least and the greatest value that it may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Interval {
    /// Exactly this number.
    pub(super) const fn exactly(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// What a figure may stand for, in `unit`; `None` where it has no number in units of that kind.
    pub(super) fn of(figure: FigureRef<'_>, unit: &Unit) -> Option<Self> {
        let value = figure.number_in(unit)?;
        let rounding = half_of_last_digit(figure) * figure.parsed_unit().scale / unit.scale;
        let (below, above) = match figure.bound() {
            Bound::Equal => (rounding, rounding),
            Bound::About => (rounding.max(ABOUT * value.abs()), rounding.max(ABOUT * value.abs())),
            Bound::Above | Bound::AtLeast => (0.0, f64::INFINITY),
            Bound::Below | Bound::AtMost => (f64::INFINITY, 0.0),
        };
        Some(Self { value, low: value - below, high: value + above })
    }

    /// The quotient of two quantities that are not negative.
    pub(super) fn over(self, other: Self) -> Self {
        Self {
            value: self.value / other.value,
            low: self.low.max(0.0) / other.high,
            high: self.high / other.low.max(0.0),
        }
    }

    /// So many times the number, and as many of its ends.
    pub(super) fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, low: self.low * factor, high: self.high * factor }
    }
}

impl Sum for Interval {
    fn sum<I: Iterator<Item = Self>>(intervals: I) -> Self {
        intervals.fold(Self::exactly(0.0), |sum, next| Self {
            value: sum.value + next.value,
            low: sum.low + next.low,
            high: sum.high + next.high,
        })
    }
}

/// Half a unit of the last digit that is written, in the unit of the figure.
///
/// The zeros at the end of a whole amount are taken for rounded, though not beyond two digits: 1400亿元
/// is between 1350 and 1450, 280亿元 between 275 and 285, 20亿元 between 19.5 and 20.5. A percentage
/// is told to the unit at least.
fn half_of_last_digit(figure: FigureRef<'_>) -> f64 {
    let Some(number) = figure.number().map(f64::abs) else { return 0.0 };
    // Of 8.0% only the text tells the second digit.
    let written = figure.own_text().and_then(|text| written_decimals(text, number));
    let decimals = written.unwrap_or_else(|| decimals(number));
    let zeros = if decimals == 0 && is_amount(figure.parsed_unit()) { rounded_zeros(number) } else { 0 };
    0.5 * 10_f64.powi(zeros - decimals)
}

fn is_amount(unit: &Unit) -> bool {
    matches!(unit.dimension, Dimension::Counted(_))
}

/// Digits behind the point in the shortest way to write the number; more than six tell nothing.
fn decimals(number: f64) -> i32 {
    const MOST: i32 = 6;
    let is_whole = |decimals: &i32| {
        let shifted = number * 10_f64.powi(*decimals);
        (shifted - shifted.round()).abs() <= 1e-9 * shifted.max(1.0)
    };
    (0..MOST).find(is_whole).unwrap_or(MOST)
}

/// Zeros at the end of a whole number, but for the first two digits.
fn rounded_zeros(number: f64) -> i32 {
    let mut zeros = 0;
    let mut rest = number.round() as u64;
    while rest >= 100 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    zeros
}

/// Digits behind the point in a text, if what it begins with is the number.
fn written_decimals(text: &str, number: f64) -> Option<i32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let digits = &rest[..end];
    let same = digits.parse::<f64>().is_ok_and(|read| read.to_bits() == number.to_bits());
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    same.then(|| i32::try_from(decimals).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_are_written() {
        let cases = [(704.11, 2), (5.0, 0), (0.3, 1), (53.680_000_000_1, 2), (0.1 + 0.2, 1), (1e15, 0), (1.0 / 3.0, 6)];
        for (number, expected) in cases {
            assert_eq!(decimals(number), expected, "{number}");
        }
        assert_eq!([1400.0, 280.0, 20.0, 7.0, 0.0, 100_000.0].map(rounded_zeros), [2, 1, 0, 0, 0, 4]);
        assert_eq!(written_decimals("增长8.0%", 8.0), Some(1));
        assert_eq!(written_decimals("第5位", 5.0), Some(0));
        assert_eq!(written_decimals("5万", 50_000.0), None);
        assert_eq!(written_decimals("三成", 30.0), None);
    }
}
