//! Regions that together have more than the one that they lie in.
//!
//! A few of the regions below are enough, for what the others have only adds to it.

use super::{Finding, Formula, Found, Kind, Reckoning, Relation, facts::Facts, interval::Interval};
use crate::{
    index::{FigureRef, MetricId},
    model::{self, Measure, Period, RegionCode, Unit},
};

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    let catalogued = facts.atlas.catalogue().metrics().len() as u32;
    for region in facts.regions().filter(|&region| facts.covers(region)) {
        let below = facts.atlas.gazetteer().children(region).map(|child| child.code).collect::<Vec<_>>();
        if below.is_empty() {
            continue;
        }
        let series = facts.atlas.region_series(region).take_while(|(metric, _)| metric.0 < catalogued);
        for (metric, series) in series {
            if !facts.atlas.metric(metric).is_some_and(adds_up) {
                continue;
            }
            for period in facts.periods(&series, Measure::Level) {
                let told = facts.told(&series, Measure::Level, period);
                let Some(unit) = told.first().map(|whole| whole.parsed_unit()) else { continue };
                // The reading that leaves most room counts, of the whole and of each part.
                let most = greatest(&told, unit);
                let parts = below.iter().filter_map(|&child| least(facts, child, metric, period, unit));
                let (parts, amounts): (Vec<_>, Vec<_>) = parts.unzip();
                let Some((whole, amount)) = most.filter(|_| parts.len() > 1) else { continue };
                let sum = amounts.into_iter().sum();
                let reckoning = Reckoning::unless(amount, Relation::AtLeast, sum, 0.0, Formula::Sum);
                found.note(reckoning.map(|reckoning| {
                    let figures = std::iter::once(whole).chain(parts).collect::<Vec<_>>();
                    Finding::of(Kind::Sums, &figures, reckoning)
                }));
            }
        }
    }
    found
}

/// Whether what regions have is what they have together: amounts, but neither proportions nor what a
/// head has, nor days.
fn adds_up(metric: &model::Metric) -> bool {
    metric.kind != model::Kind::Ratio && !metric.zh.contains("人均") && metric.unit != "天"
}

fn greatest<'a>(told: &[FigureRef<'a>], unit: &Unit) -> Option<(FigureRef<'a>, Interval)> {
    let amounts = told.iter().filter_map(|&figure| Some((figure, Interval::of(figure, unit)?)));
    amounts.max_by(|(_, a), (_, b)| a.high.total_cmp(&b.high))
}

fn least<'a>(
    facts: &Facts<'a>,
    region: RegionCode,
    metric: MetricId,
    period: Period,
    unit: &Unit,
) -> Option<(FigureRef<'a>, Interval)> {
    let told = facts.told(&facts.atlas.series(region, metric), Measure::Level, period);
    let amounts = told.into_iter().filter_map(|figure| Some((figure, Interval::of(figure, unit)?)));
    amounts.min_by(|(_, a), (_, b)| a.low.total_cmp(&b.low))
}
