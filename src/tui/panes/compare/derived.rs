//! What is derived from a row: its difference, ratio and growth gap in a column each, and its values in the
//! unit that the user chose.

use crate::{
    model::{Bound, Measure, Unit},
    query::{ComparisonCell, ComparisonRow},
    tui::{
        look::Look,
        writing::{Written, computed},
    },
};

/// What a column shows that is derived from the first two regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Derived {
    Difference,
    Ratio,
    GrowthGap,
}

impl Derived {
    /// In the order of their columns.
    pub(super) const ALL: [Self; 3] = [Self::Difference, Self::Ratio, Self::GrowthGap];

    /// What it is called.
    pub(super) const fn name(self, look: &Look) -> &'static str {
        let words = &look.words.compare;
        match self {
            Self::Difference => words.difference,
            Self::Ratio => words.ratio,
            Self::GrowthGap => words.growth_gap,
        }
    }

    /// What it is of a row: `+406.51`, `>2.35倍`, `-0.6点`.
    pub(super) fn text(self, row: &ComparisonRow, look: &Look) -> Option<String> {
        let (bound, words) = (row.bound.mark(), &look.words.compare);
        match self {
            Self::Difference => row.difference.map(|difference| {
                let difference = difference * InUnit::of(row, look).factor;
                format!("{bound}{}", signed(difference, row.bound))
            }),
            Self::Ratio => row.ratio.map(|ratio| format!("{bound}{}{}", computed(ratio), words.times)),
            Self::GrowthGap => row.growth_gap.map(|gap| format!("{}{}", signed(gap, Bound::Equal), words.points)),
        }
    }
}

/// The unit in which the values of a row are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct InUnit<'a> {
    pub(super) unit: &'a str,
    /// What brings values of the row to it.
    factor: f64,
}

impl<'a> InUnit<'a> {
    /// The unit of the row, or of the kind that the user chose.
    pub(super) fn of(row: &'a ComparisonRow, look: &Look) -> Self {
        let own = look.atlas.metric(row.metric).map(|metric| metric.unit.as_str());
        let mut readings = row.cells.iter().flatten().filter(|cell| cell.value.is_some()).map(|cell| &cell.reading);
        let chosen = readings.find_map(|reading| look.units.convert(reading, &row.name, own)).map(|(_, unit)| unit);
        let unit = chosen.filter(|_| row.measure == Measure::Level);
        let factor = unit.and_then(|unit| Unit::parse(&row.unit).factor_to(&Unit::parse(unit)));
        factor.zip(unit).map_or(Self { unit: &row.unit, factor: 1.0 }, |(factor, unit)| Self { unit, factor })
    }

    /// Writes the figure of a cell.
    pub(super) fn written(self, cell: &'a ComparisonCell, look: &Look) -> Written<'a> {
        Written::in_unit(&cell.reading, cell.value.map(|value| value * self.factor), self.unit, look)
    }
}

/// A difference with its sign; one that is a bound has no plus behind the sign of the bound.
fn signed(difference: f64, bound: Bound) -> String {
    let text = computed(difference);
    let exact = matches!(bound, Bound::Equal | Bound::About);
    if exact && difference > 0.0 && text != "0" { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_its_sign() {
        assert_eq!(signed(6.0, Bound::Equal), "+6");
        assert_eq!(signed(-6.0, Bound::Equal), "-6");
        assert_eq!(signed(6.0, Bound::Above), "6");
        assert_eq!(signed(0.00001, Bound::Equal), "0");
    }
}
