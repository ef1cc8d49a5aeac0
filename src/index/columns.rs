//! What every figure has, a column for each field.

use std::cmp::Ordering;

use crate::model::{Doubts, Measure, Period};

/// Measure and period in one word, in the order in which the figures of a series stand: by measure,
/// then by period, the unknown one last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(u32);

impl Place {
    /// A period takes 26 bits; the 27th tells that there is none.
    const PERIOD_BITS: u32 = 27;
    const NO_PERIOD: u32 = 1 << 26;
    const MEASURES: [Measure; 8] = [
        Measure::Level,
        Measure::Growth,
        Measure::Change,
        Measure::Gap,
        Measure::Rank,
        Measure::GrowthRank,
        Measure::Share,
        Measure::Multiple,
    ];

    /// Periods outside [`Period::YEARS`] have no bits; they count as unknown.
    pub(super) fn new(measure: Measure, period: Option<Period>) -> Self {
        let years = Period::YEARS;
        let known = period.filter(|period| years.contains(&period.first()) && years.contains(&period.last()));
        let period = known.map_or(Self::NO_PERIOD, Period::to_bits);
        Self((measure as u32) << Self::PERIOD_BITS | period)
    }

    pub(super) fn measure(self) -> Measure {
        Self::MEASURES[(self.0 >> Self::PERIOD_BITS) as usize]
    }

    /// How the measure stands to another, without unpacking it.
    pub(super) fn compare_measure(self, measure: Measure) -> Ordering {
        (self.0 >> Self::PERIOD_BITS).cmp(&(measure as u32))
    }

    pub(super) fn period(self) -> Option<Period> {
        let bits = self.0 & ((1 << Self::PERIOD_BITS) - 1);
        (bits != Self::NO_PERIOD).then(|| Period::from_bits(bits))
    }

    /// The word itself, for sorting.
    pub(super) fn bits(self) -> u32 {
        self.0
    }
}

/// The columns, all of one length: 34 bytes a figure.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// NaN where there is no number.
    pub(super) value: Vec<f64>,
    pub(super) place: Vec<Place>,
    /// Number of the wording.
    pub(super) wording: Vec<u32>,
    pub(super) source: Vec<u32>,
    pub(super) start: Vec<u32>,
    pub(super) end: Vec<u32>,
    pub(super) paragraph: Vec<u32>,
    pub(super) doubt: Vec<Doubts>,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.value.len()
    }

    /// The columns with the figures in the order `order`, which names each once.
    pub(super) fn in_order(self, order: &[u32]) -> Self {
        // One column after the other, so that only one is there twice.
        Self {
            value: gather(self.value, order),
            place: gather(self.place, order),
            wording: gather(self.wording, order),
            source: gather(self.source, order),
            start: gather(self.start, order),
            end: gather(self.end, order),
            paragraph: gather(self.paragraph, order),
            doubt: gather(self.doubt, order),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let words = [&self.wording, &self.source, &self.start, &self.end, &self.paragraph];
        let words = words.iter().map(|column| size_of_val(column.as_slice()));
        size_of_val(self.value.as_slice())
            + size_of_val(self.place.as_slice())
            + size_of_val(self.doubt.as_slice())
            + words.sum::<usize>()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the old column is given back to the allocator at once")]
fn gather<T: Copy>(column: Vec<T>, order: &[u32]) -> Vec<T> {
    order.iter().map(|&figure| column[figure as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        for measure in Place::MEASURES {
            for period in [None, Some(Period::year(2300)), Some(Period::range(1800, 2025))] {
                let place = Place::new(measure, period);
                assert_eq!((place.measure(), place.period()), (measure, period));
            }
            assert_eq!(Place::new(measure, Some(Period::year(476))), Place::new(measure, None));
        }
    }
}
