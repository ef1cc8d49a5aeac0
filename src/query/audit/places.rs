//! The place that is claimed against the values that other regions report.
//!
//! 前10位 is refuted as soon as ten others of the scope are known to have more, whoever else has no
//! data. That a place is too modest is told only where all regions of the scope have data. Growth of
//! incomes takes no part: some tell it less what prices rose, others not.

mod field;

use std::collections::HashMap;

use self::field::Field;
use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation,
    facts::{Facts, counts},
    interval::Interval,
    relations::INCOMES,
};
use crate::{
    index::{FigureRef, MetricId},
    model::{Bound, Measure, Period, Polarity, RegionCode, Unit},
};

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    let metrics = facts.atlas.catalogue().metrics().iter().zip(0..);
    for (metric, measure) in metrics
        .filter(|(metric, _)| metric.polarity == Polarity::More)
        .flat_map(|(_, id)| [(MetricId(id), Measure::Level), (MetricId(id), Measure::Growth)])
    {
        let is_income = facts.atlas.metric(metric).is_some_and(|metric| INCOMES.contains(&metric.key.as_str()));
        if is_income && measure == Measure::Growth {
            continue;
        }
        let of_place = if measure == Measure::Level { Measure::Rank } else { Measure::GrowthRank };
        // What regions report for a time, made once for all that claim a place.
        let mut reports: HashMap<Period, Vec<Reported<'_>>> = HashMap::new();
        for (region, series) in facts.atlas.metric_series(metric).filter(|(region, _)| facts.covers(*region)) {
            for claim in facts.atlas.measured(&series, of_place).map(|id| facts.atlas.figure(id)) {
                let Some(period) = claim.period().filter(|period| facts.asks(Some(*period))) else { continue };
                let field = Field::of(claim, facts.atlas.gazetteer());
                let Some((field, place)) = field.filter(|_| counts(claim)).zip(claim.number()) else { continue };
                let reports = reports.entry(period).or_insert_with(|| reported(facts, metric, measure, period));
                let Ok(own) = reports.binary_search_by_key(&region, |report| report.region) else { continue };
                let mut finding = refuted(claim, place, &reports[own], reports, &field);
                if let Some(finding) = finding.as_mut() {
                    finding.doubtful |= told_of_several(facts, claim);
                }
                found.note(finding);
            }
        }
    }
    found
}

/// Whether the place is told of several metrics at once (均居第3位): it may be of only one of them, or of
/// what was counted before.
fn told_of_several(facts: &Facts<'_>, claim: FigureRef<'_>) -> bool {
    let others = facts.atlas.source_figures(claim.source()).map(|id| facts.atlas.figure(id));
    let mut others = others.filter(|other| other.id() != claim.id() && other.measure() == claim.measure());
    claim.paragraph() > 0 && others.any(|other| other.span() == claim.span())
}

/// What a region reports: the readings that set it lowest and highest.
struct Reported<'a> {
    region: RegionCode,
    lowest: (FigureRef<'a>, Interval),
    highest: (FigureRef<'a>, Interval),
}

fn reported<'a>(facts: &Facts<'a>, metric: MetricId, measure: Measure, period: Period) -> Vec<Reported<'a>> {
    let Some(unit) = (if measure == Measure::Level { facts.unit(metric) } else { Some(Unit::parse("%")) }) else {
        return Vec::new();
    };
    let of_region = |(region, series)| {
        let told = facts.told(&series, measure, period);
        let comparable = told.into_iter().filter(|figure| matches!(figure.base(), None | Some("yoy")));
        let told = comparable.filter_map(|figure| Some((figure, Interval::of(figure, &unit)?))).collect::<Vec<_>>();
        let lowest = told.iter().min_by(|(_, a), (_, b)| a.low.total_cmp(&b.low)).copied()?;
        let highest = told.iter().max_by(|(_, a), (_, b)| a.high.total_cmp(&b.high)).copied()?;
        Some(Reported { region, lowest, highest })
    };
    facts.atlas.metric_series(metric).filter_map(of_region).collect()
}

fn refuted<'a>(
    claim: FigureRef<'a>,
    place: f64,
    own: &Reported<'a>,
    reports: &[Reported<'a>],
    field: &Field<'_>,
) -> Option<Finding> {
    // Regions lie one after the other within the region that holds them.
    let first = reports.partition_point(|report| report.region < field.codes.start);
    let end = reports.partition_point(|report| report.region < field.codes.end);
    let reports = &reports[first..end];
    let mut greater = reports
        .iter()
        .filter(|other| other.lowest.1.low > own.highest.1.high && field.surely_holds(other.region))
        .collect::<Vec<_>>();
    // Where the sure ones refute it, the doubtful need not be told.
    let doubtful = |other: &&Reported<'_>| !other.lowest.0.doubt().is_empty();
    if greater.iter().filter(|other| !doubtful(other)).count() as f64 >= place {
        greater.retain(|other| !doubtful(other));
    }
    greater.sort_by(|a, b| b.lowest.1.low.total_cmp(&a.lowest.1.low));
    let told = Interval::exactly(place);
    let at_least = Interval::exactly(greater.len() as f64 + 1.0);
    let bounded = matches!(claim.bound(), Bound::Equal | Bound::Below | Bound::AtMost);
    let figures = |own: FigureRef<'a>| {
        let greater = greater.iter().map(|other| other.lowest.0);
        [claim, own].into_iter().chain(greater).collect::<Vec<_>>()
    };
    if let Some(reckoning) =
        Reckoning::unless(told, Relation::AtLeast, at_least, 0.0, Formula::Place).filter(|_| bounded)
    {
        return Some(Finding::of(Kind::Places, &figures(own.highest.0), reckoning));
    }
    // Too modest: even with all that may be greater the place would be better.
    let told_by = |region: RegionCode| {
        let found = reports.binary_search_by_key(&region, |report| report.region);
        found.ok().map(|place| &reports[place])
    };
    let all = field.may_hold().map(told_by).collect::<Option<Vec<_>>>()?;
    let ahead = all.iter().filter(|other| other.region != own.region && other.highest.1.high >= own.lowest.1.low);
    let at_most = Interval::exactly(ahead.count() as f64 + 1.0);
    let bounded = matches!(claim.bound(), Bound::Equal | Bound::Above | Bound::AtLeast);
    let reckoning = Reckoning::unless(told, Relation::AtMost, at_most, 0.0, Formula::Place).filter(|_| bounded)?;
    Some(Finding::of(Kind::Places, &figures(own.lowest.0), reckoning))
}
