//! What is derived from the first two regions: difference, ratio and growth gap, in a column each.

use crate::{
    model::Bound,
    query::ComparisonRow,
    tui::{look::Look, writing::computed},
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
            Self::Difference => row.difference.map(|difference| format!("{bound}{}", signed(difference, row.bound))),
            Self::Ratio => row.ratio.map(|ratio| format!("{bound}{}{}", computed(ratio), words.times)),
            Self::GrowthGap => row.growth_gap.map(|gap| format!("{}{}", signed(gap, Bound::Equal), words.points)),
        }
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
