//! Parts against their whole: 税收收入 ≤ 一般公共预算收入, 出口 ≤ 进出口, three sectors = the product.

use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation,
    facts::{Facts, in_every_way},
    interval::Interval,
    relations::{PARTS, PartOf, SUMS},
};
use crate::model::Measure;

/// What is granted beside the roundings where parts are to be the whole, as a part of it: each is
/// rounded and revised on its own.
const GRANTED: f64 = 0.005;

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    for PartOf { part, whole } in PARTS {
        let (Some(part), Some(whole)) = (facts.metric(part), facts.metric(whole)) else { continue };
        for (region, series) in facts.series_of(part) {
            for period in facts.periods(&series, Measure::Level) {
                let parts = facts.told(&series, Measure::Level, period);
                let wholes = facts.levels(region, whole, period);
                if parts.is_empty() || wholes.is_empty() {
                    continue;
                }
                let contradiction = in_every_way(&[&parts, &wholes], |told| {
                    let unit = told[0].parsed_unit();
                    let (part, whole) = (Interval::of(told[0], unit)?, Interval::of(told[1], unit)?);
                    Reckoning::unless(part, Relation::AtMost, whole, 0.0, Formula::Same)
                });
                found.note(contradiction.map(|(figures, reckoning)| Finding::of(Kind::Parts, &figures, reckoning)));
            }
        }
    }
    for (whole, parts) in SUMS {
        let Some(whole) = facts.metric(whole) else { continue };
        let parts = parts.iter().filter_map(|part| facts.metric(part)).collect::<Vec<_>>();
        for (region, series) in facts.series_of(whole) {
            for period in facts.periods(&series, Measure::Level) {
                let mut candidates = vec![facts.told(&series, Measure::Level, period)];
                candidates.extend(parts.iter().map(|part| facts.levels(region, *part, period)));
                if candidates.iter().any(Vec::is_empty) {
                    continue;
                }
                let candidates = candidates.iter().map(Vec::as_slice).collect::<Vec<_>>();
                let contradiction = in_every_way(&candidates, |told| {
                    let unit = told[0].parsed_unit();
                    let whole = Interval::of(told[0], unit)?;
                    let parts = told[1..].iter().map(|part| Interval::of(*part, unit));
                    let sum = parts.sum::<Option<Interval>>()?;
                    Reckoning::unless(whole, Relation::Equal, sum, GRANTED * sum.value, Formula::Sum)
                });
                found.note(contradiction.map(|(figures, reckoning)| Finding::of(Kind::Parts, &figures, reckoning)));
            }
        }
    }
    found
}
