//! The order of the rows: by category as the catalogue has them, or sorted by a column.

use std::cmp::Ordering;

use super::{columns::Column, state::Line};
use crate::{
    model::{Dimension, Period, Unit},
    query::{Profile, Reading, Row},
    tui::writing::is_place,
};

/// By what the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sort {
    pub(crate) by: Column,
    /// Against the order that comes first: names from their beginning, the largest value, the highest
    /// growth, the best place, the latest year.
    pub(crate) reversed: bool,
}

/// The columns that rows are sorted by, in the order in which a key goes through them.
const SORTED: [Column; 5] = [Column::Name, Column::Value, Column::Growth, Column::Place, Column::Year];

impl Sort {
    /// The next order; behind the last stands that of the catalogue.
    pub(crate) fn next(sort: Option<Self>) -> Option<Self> {
        let next = sort.map_or(0, |sort| SORTED.iter().position(|column| *column == sort.by).map_or(0, |at| at + 1));
        SORTED.get(next).map(|by| Self { by: *by, reversed: false })
    }

    /// The order after a press on the head of a column: by it, the other way round, as in the catalogue.
    pub(crate) fn pressed(sort: Option<Self>, by: Column) -> Option<Self> {
        match sort {
            _ if !SORTED.contains(&by) => sort,
            Some(sort) if sort.by == by && sort.reversed => None,
            Some(sort) if sort.by == by => Some(Self { reversed: true, ..sort }),
            _ => Some(Self { by, reversed: false }),
        }
    }

    /// The rows of a profile in this order; those that have nothing to be sorted by stand last, and those
    /// alike as in the catalogue. `name` gives what names are sorted by.
    pub(super) fn lines(self, profile: &Profile, name: impl Fn(&Row) -> String) -> Vec<Line> {
        let mut kinds: Vec<Option<Dimension>> = Vec::new();
        let groups = profile.groups.iter().enumerate();
        let rows = groups.flat_map(|(group, of)| of.rows.iter().enumerate().map(move |(row, of)| (group, row, of)));
        let keyed = rows.map(|(group, row, of)| (self.key(of, &mut kinds, &name), Line::Metric(group, row)));
        let mut keyed: Vec<(Key, Line)> = keyed.collect();
        keyed.sort_by(|(a, _), (b, _)| a.cmp(b, self.reversed));
        keyed.into_iter().map(|(_, line)| line).collect()
    }

    fn key(self, row: &Row, kinds: &mut Vec<Option<Dimension>>, name: impl Fn(&Row) -> String) -> Key {
        let number = |reading: &Reading| {
            let unit = Unit::parse(&reading.unit);
            Some((reading.number()? * unit.scale, Some(unit.dimension)))
        };
        let found = match self.by {
            Column::Name => return Key { kind: 0, number: 0.0, name: name(row) },
            Column::Trend => None,
            Column::Value => value(row).and_then(number).map(|(value, kind)| (-value, kind)),
            Column::Growth => row.growth.as_ref().and_then(number).map(|(value, kind)| (-value, kind)),
            Column::Place => row.rank.as_ref().and_then(Reading::number).map(|place| (place, None)),
            Column::Year => time(row).map(|period| (-f64::from(period.last()), None)),
        };
        let Some((number, kind)) = found else { return Key { kind: usize::MAX, number: 0.0, name: String::new() } };
        // Money does not stand between percentages: what measures another thing comes after.
        let known = kinds.iter().position(|known| *known == kind);
        let kind = known.unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
        Key { kind, number, name: String::new() }
    }
}

/// What a row is sorted by.
struct Key {
    /// Of which kind the number is; the last for what has none.
    kind: usize,
    number: f64,
    name: String,
}

impl Key {
    fn cmp(&self, other: &Self, reversed: bool) -> Ordering {
        let within = self.number.total_cmp(&other.number).then_with(|| self.name.cmp(&other.name));
        self.kind.cmp(&other.kind).then(if reversed { within.reverse() } else { within })
    }
}

/// What stands in the column of values: the level, or of a row that has neither level nor growth the first
/// of its other figures.
pub(super) fn value(row: &Row) -> Option<&Reading> {
    // A level of an earlier year does not stand beside a place of this one.
    let of_year = |other: &&Reading| row.year.is_none() || other.period.map(Period::last) == row.year;
    let mut others =
        row.others.iter().filter(|other| row.rank.is_none() || (!is_place(other.measure) && of_year(other)));
    row.level.as_ref().or_else(|| others.next().filter(|_| row.growth.is_none()))
}

/// The time of what a row shows first.
pub(super) fn time(row: &Row) -> Option<Period> {
    let shown = row.level.as_ref().or(row.growth.as_ref()).or(value(row)).or(row.rank.as_ref());
    shown.and_then(|reading| reading.period)
}
