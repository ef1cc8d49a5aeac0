//! Percentages that may be written as fractions: 0.053 for 5.3 %, as a cell holds what it shows as a percentage.

use std::collections::{HashMap, HashSet};

use super::value::Reading;
use crate::model::{Measure, Value};

/// What percentages are set side by side by: the column, where it names the metric, the metric and the measure.
pub(super) type Kind = (Option<usize>, String, Measure);

/// Percentages of a table by what they are of.
#[derive(Debug, Default)]
pub(super) struct Rates(HashMap<Kind, (Vec<f64>, bool)>);

impl Rates {
    /// Adds one; `is_told` says whether its heading or label has the sign of per cent.
    pub(super) fn add(&mut self, kind: Kind, number: f64, is_told: bool) {
        let is_told = is_told && kind.2 == Measure::Growth;
        let (numbers, all_told) = self.0.entry(kind).or_insert((Vec::new(), true));
        numbers.push(number);
        *all_told &= is_told;
    }

    /// The kinds whose percentages may be fractions.
    pub(super) fn doubted(self) -> HashSet<Kind> {
        let doubted = |(kind, (numbers, is_told))| may_be_fractions(numbers, is_told).then_some(kind);
        self.0.into_iter().filter_map(doubted).collect()
    }
}

/// The number of a cell that does not itself say that it is a percentage.
pub(super) fn bare(reading: &Reading) -> Option<f64> {
    match reading {
        Reading::Value { value: Value::Number(number), unit: None, .. } => Some(*number),
        _ => None,
    }
}

/// Whether a heading or label says itself that its numbers are per cent; of 增速 or 占比 that is only likely.
pub(super) fn is_told(heading: &str) -> bool {
    heading.contains(['%', '％']) || heading.contains("百分比")
}

/// Whether percentages may be fractions: most are between -1 and 1. One growth by more than all does not make
/// the others per cent. Growth below a sign of per cent is none where all is told to a tenth, as fractions, which
/// have three decimals, are not, and some of it is above 1 or below 0: 0.5 beside -0.4 is half a per cent. Of shares
/// 0.7 may be 70 %.
pub(super) fn may_be_fractions(mut numbers: Vec<f64>, is_told_growth: bool) -> bool {
    let is_tenth = |number: &f64| (number * 10.0 - (number * 10.0).round()).abs() < 1e-9;
    let is_rate = |number: &f64| *number > 1.0 || *number < 0.0;
    if is_told_growth && numbers.iter().all(is_tenth) && numbers.iter().any(is_rate) {
        return false;
    }
    numbers.retain(|number| *number != 0.0);
    numbers.sort_by(|one, other| one.abs().total_cmp(&other.abs()));
    // Of an even number the lower one in the middle: what is half of them is doubtful too.
    numbers.get(numbers.len().saturating_sub(1) / 2).is_some_and(|median| median.abs() <= 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_of_the_numbers_decide() {
        for fractions in [&[0.5121, 0.5221][..], &[0.05], &[0.05, 0.06, 1.2], &[0.0, -0.03], &[0.5, 60.0]] {
            assert!(may_be_fractions(fractions.to_vec(), false), "{fractions:?}");
        }
        for rates in [&[51.2, 52.2][..], &[5.3, -0.4, 6.0], &[], &[0.0], &[5.1]] {
            assert!(!may_be_fractions(rates.to_vec(), false), "{rates:?}");
        }
    }

    #[test]
    fn growth_to_a_tenth_below_a_sign_of_per_cent_is_per_cent() {
        assert!(is_told("增速（％）") && is_told("GDP增速 %") && !is_told("增速"));
        for rates in [&[0.5, 0.8, -0.4][..], &[5.3, 0.4]] {
            assert!(!may_be_fractions(rates.to_vec(), true), "{rates:?}");
        }
        for fractions in [&[0.053, 0.06][..], &[0.5, 0.053], &[0.05], &[0.1], &[0.7, 0.8]] {
            assert!(may_be_fractions(fractions.to_vec(), true), "{fractions:?}");
        }
    }

    #[test]
    fn shares_below_a_sign_of_per_cent_may_be_fractions() {
        let doubted = |measure: Measure| {
            let (mut rates, kind) = (Rates::default(), (None, "税收占比".to_owned(), measure));
            for number in [0.7, 0.8, 1.1, 0.9] {
                rates.add(kind.clone(), number, true);
            }
            rates.doubted().contains(&kind)
        };
        assert_eq!((doubted(Measure::Share), doubted(Measure::Growth)), (true, false));
    }
}
