//! Sets the cells of a row against each other: difference and ratio, which is better, how far apart.

use super::{ComparisonCell, ComparisonRow};
use crate::{
    model::{Bound, Dimension, Measure, Period, Polarity, Status},
    query::{Reading, audit::ABOUT},
};

/// Difference and ratio of the first two cells.
#[derive(Debug, Default)]
pub(super) struct FirstTwo {
    pub(super) difference: Option<f64>,
    pub(super) ratio: Option<f64>,
    pub(super) bound: Bound,
    /// Whether they are of one told time and one status.
    pub(super) fair: bool,
}

/// Difference and ratio of the first two cells.
pub(super) fn first_two(measure: Measure, cells: &[Option<ComparisonCell>]) -> FirstTwo {
    let [Some(first), Some(second), ..] = cells else { return FirstTwo::default() };
    let (Some(a), Some(b)) = (first.value, second.value) else { return FirstTwo::default() };
    if scoped(measure) && first.reading.scope != second.reading.scope {
        return FirstTwo::default();
    }
    if !alike(&first.reading, &second.reading) {
        return FirstTwo::default();
    }
    let is_target = |cell: &ComparisonCell| cell.reading.status == Status::Target;
    if is_target(first) != is_target(second) {
        return FirstTwo::default();
    }
    let Some(bound) = less(first.reading.bound, second.reading.bound) else { return FirstTwo::default() };
    // A bound of a negative number over another turns round.
    let turns = !matches!(bound, Bound::Equal | Bound::About) && (a < 0.0 || b < 0.0);
    let divides = matches!(measure, Measure::Level | Measure::Share) && b != 0.0 && !turns;
    let stands = |reading: &Reading| (reading.period, reading.status);
    let fair = first.reading.period.is_some() && stands(&first.reading) == stands(&second.reading);
    FirstTwo { difference: Some(a - b), ratio: divides.then(|| a / b), bound, fair }
}

/// How a number of the first bound less one of the second bounds the true difference; `None` where it
/// tells nothing, as what is above 1000 less what is above 600.
fn less(first: Bound, second: Bound) -> Option<Bound> {
    use Bound::{About, Above, AtLeast, AtMost, Below, Equal};
    match (first, second) {
        (Equal, Equal) => Some(Equal),
        (Equal | About, Equal | About) => Some(About),
        (Above, Equal | About | Below | AtMost) | (AtLeast | Equal | About, Below) => Some(Above),
        (AtLeast, Equal | About | AtMost) | (Equal | About, AtMost) => Some(AtLeast),
        (Below, Equal | About | Above | AtLeast) | (AtMost | Equal | About, Above) => Some(Below),
        (AtMost, Equal | About | AtLeast) | (Equal | About, AtLeast) => Some(AtMost),
        (Above | AtLeast, Above | AtLeast) | (Below | AtMost, Below | AtMost) => None,
    }
}

/// The columns whose numbers may be drawn to one scale: those of times as long as most have, at least two.
pub(super) fn scaled(cells: &[Option<ComparisonCell>]) -> Vec<usize> {
    let numbers = || {
        let cells = cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
        cells.filter(|(_, cell)| cell.value.is_some())
    };
    let like = |cell: &ComparisonCell| -> Vec<usize> {
        let of = |(column, other): (usize, &ComparisonCell)| alike(&cell.reading, &other.reading).then_some(column);
        numbers().filter_map(of).collect()
    };
    // Of those that are as many the first, but rather those that are set against each other.
    let most = numbers().rev().max_by_key(|(_, cell)| (like(cell).len(), cell.peer));
    most.map(|(_, cell)| like(cell)).filter(|columns| columns.len() > 1).unwrap_or_default()
}

/// Whether two figures are of times of one length; one of no told time may be of a year.
fn alike(a: &Reading, b: &Reading) -> bool {
    match (a.period, b.period) {
        (Some(a), Some(b)) => a.is_like(b),
        (told, None) | (None, told) => told.is_none_or(Period::is_year),
    }
}

/// Puts the growth gap of a metric's rows on its level.
pub(super) fn growth_gap(rows: &mut [ComparisonRow]) {
    let of = |measure| move |row: &&ComparisonRow| row.measure == measure;
    let Some(growth) = rows.iter().find(of(Measure::Growth)) else { return };
    let exact = matches!(growth.bound, Bound::Equal | Bound::About);
    let Some(gap) = growth.difference.filter(|_| growth.fair && exact) else { return };
    let period = growth.cells[0].as_ref().and_then(|cell| cell.reading.period);
    let Some(level) = rows.iter_mut().find(|row| row.measure == Measure::Level) else { return };
    if level.cells.iter().take(2).flatten().all(|cell| cell.reading.period == period) {
        level.growth_gap = Some(gap);
    }
}

/// The results of a row, so far as they can be set against each other.
#[derive(Debug)]
pub(super) struct Peers {
    /// Those of the told time, and of places and shares the scope, that most have.
    inside: Vec<Peer>,
    /// The others.
    outside: Vec<Peer>,
}

/// A number, and what its bound leaves open.
#[derive(Clone, Copy, Debug)]
struct Peer {
    column: usize,
    value: f64,
    low: f64,
    high: f64,
}

impl Peers {
    /// The results of a row; targets are none.
    pub(super) fn of(measure: Measure, cells: &[Option<ComparisonCell>]) -> Self {
        let results = cells.iter().enumerate().filter_map(|(column, cell)| {
            let cell = cell.as_ref().filter(|cell| cell.reading.status != Status::Target)?;
            Some((stand(measure, &cell.reading), Peer::of(column, cell.value?, cell.reading.bound)))
        });
        let results: Vec<_> = results.collect();
        // The later of two times that as many have.
        let most = results.iter().map(|(stand, _)| stand).filter(|stand| stand.0.is_some());
        let most = most.max_by_key(|stand| (results.iter().filter(|(other, _)| other == *stand).count(), stand.0));
        let (inside, outside): (Vec<_>, Vec<_>) = results.iter().partition(|(stand, _)| Some(stand) == most);
        let peers = |of: Vec<(_, Peer)>| of.into_iter().map(|(_, peer)| peer).collect();
        Self { inside: peers(inside), outside: peers(outside) }
    }

    /// The columns of those that can be set against each other.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.inside.iter().map(|peer| peer.column)
    }

    /// The column of the one that is better than all others, whatever their bounds leave open.
    pub(super) fn best(&self, polarity: Polarity) -> Option<usize> {
        if self.inside.len() < 2 {
            return None;
        }
        let better = |a: &Peer, b: &Peer| match polarity {
            Polarity::More => a.low > b.high,
            Polarity::Less => a.high < b.low,
            Polarity::Neutral => false,
        };
        let others = |column| self.inside.iter().chain(&self.outside).filter(move |peer| peer.column != column);
        let best = self.inside.iter().find(|peer| others(peer.column).all(|other| better(peer, other)));
        best.map(|peer| peer.column)
    }

    /// How far they lie apart, see [`ComparisonRow::gap`].
    pub(super) fn gap(&self, measure: Measure, dimension: &Dimension) -> Option<f64> {
        if self.inside.len() < 2 || matches!(measure, Measure::Rank | Measure::GrowthRank) {
            return None;
        }
        let values = || self.inside.iter().map(|peer| peer.value);
        let (least, greatest) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        match dimension {
            Dimension::Percent | Dimension::PercentagePoint => Some(greatest - least),
            _ if least > 0.0 || greatest < 0.0 => Some(100.0 * (greatest / least).ln().abs()),
            _ => None,
        }
    }
}

impl Peer {
    fn of(column: usize, value: f64, bound: Bound) -> Self {
        let (low, high) = match bound {
            Bound::Equal => (value, value),
            Bound::Above | Bound::AtLeast => (value, f64::INFINITY),
            Bound::Below | Bound::AtMost => (f64::NEG_INFINITY, value),
            Bound::About => (value - ABOUT * value.abs(), value + ABOUT * value.abs()),
        };
        Self { column, value, low, high }
    }
}

/// When and among whom a number stands.
fn stand(measure: Measure, reading: &Reading) -> (Option<Period>, Option<&str>) {
    (reading.period, reading.scope.as_deref().filter(|_| scoped(measure)))
}

/// Whether numbers compare only within one scope.
fn scoped(measure: Measure) -> bool {
    matches!(measure, Measure::Rank | Measure::GrowthRank | Measure::Share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_bounds_is_a_bound_or_nothing() {
        use Bound::{About, Above, AtLeast, AtMost, Below, Equal};
        assert_eq!(less(Above, Equal), Some(Above));
        assert_eq!(less(Equal, Above), Some(Below));
        assert_eq!(less(AtMost, Equal), Some(AtMost));
        assert_eq!(less(Equal, AtMost), Some(AtLeast));
        assert_eq!(less(About, Equal), Some(About));
        assert_eq!(less(Above, AtLeast), None);
        assert_eq!(less(AtLeast, Below), Some(Above));
    }
}
