//! Incomes out of their order: what a head has in the country, on the whole and in town.

use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation,
    facts::{Facts, in_every_way},
    interval::Interval,
    relations::INCOMES,
};
use crate::model::Measure;

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    let [rural, all, urban] = INCOMES;
    for (less, more) in [(rural, all), (all, urban), (rural, urban)] {
        let (Some(less), Some(more)) = (facts.metric(less), facts.metric(more)) else { continue };
        for (region, series) in facts.series_of(less) {
            for period in facts.periods(&series, Measure::Level) {
                let (lesser, greater) =
                    (facts.told(&series, Measure::Level, period), facts.levels(region, more, period));
                if lesser.is_empty() || greater.is_empty() {
                    continue;
                }
                let contradiction = in_every_way(&[&lesser, &greater], |told| {
                    let unit = told[0].parsed_unit();
                    let (less, more) = (Interval::of(told[0], unit)?, Interval::of(told[1], unit)?);
                    Reckoning::unless(less, Relation::AtMost, more, 0.0, Formula::Same)
                });
                found.note(contradiction.map(|(figures, reckoning)| Finding::of(Kind::Incomes, &figures, reckoning)));
            }
        }
    }
    found
}
