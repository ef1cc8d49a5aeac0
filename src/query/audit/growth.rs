//! Level and growth against the level of the year before.
//!
//! Only where growth is told at the prices of the year (budget, trade, deposits) or of things that have
//! no price: 地区生产总值 and all 增加值 grow at constant prices and never take part. Incomes are told to
//! grow at the prices of the year by some and less what prices rose (实际增长) by others: only more
//! growth than the levels give contradicts them.

use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation,
    facts::{Facts, in_every_way},
    interval::Interval,
    relations::{COVERAGE_MOVES, INCOMES},
};
use crate::{
    index::Figures,
    model::{self, Measure, Period, PriceBasis},
};

/// What is granted beside the roundings, as a part of the level before: levels are revised after they
/// were first told, by up to about one per cent where no census or new coverage comes between. At a
/// growth of 20 % that makes 1.2 points.
const REVISION: f64 = 0.01;

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    for region in facts.regions() {
        if !facts.covers(region) {
            continue;
        }
        for (metric, series) in facts.atlas.region_series(region) {
            if let Some(metric) = facts.atlas.metric(metric).filter(|metric| combines(metric)) {
                let real = INCOMES.contains(&metric.key.as_str());
                let relation = if real { Relation::AtMost } else { Relation::Equal };
                of_series(facts, &series, relation, &mut found);
            }
        }
    }
    found
}

/// Whether value and growth of the metric tell the value of the year before.
fn combines(metric: &model::Metric) -> bool {
    metric.price != PriceBasis::Constant
        && metric.kind != model::Kind::Ratio
        && !COVERAGE_MOVES.contains(&metric.key.as_str())
}

fn of_series(facts: &Facts<'_>, series: &Figures, relation: Relation, found: &mut Found) {
    for period in facts.periods(series, Measure::Growth).into_iter().filter(|period| period.is_year()) {
        let mut growths = facts.told(series, Measure::Growth, period);
        growths.retain(|growth| matches!(growth.base(), None | Some("yoy")) && growth.scope().is_none());
        let levels = facts.told(series, Measure::Level, period);
        let before = facts.told(series, Measure::Level, Period::year(period.last() - 1));
        if growths.is_empty() || levels.is_empty() || before.is_empty() {
            continue;
        }
        let contradiction = in_every_way(&[&growths, &levels, &before], |told| {
            let unit = told[1].parsed_unit();
            let percent = told[0].parsed_unit();
            let (growth, level) = (Interval::of(told[0], percent)?, Interval::of(told[1], unit)?);
            let grown = level.over(Interval::of(told[2], unit)?).times(100.0);
            let expected = Interval { value: grown.value - 100.0, low: grown.low - 100.0, high: grown.high - 100.0 };
            Reckoning::unless(growth, relation, expected, REVISION * grown.value, Formula::Growth)
        });
        found.note(contradiction.map(|(figures, reckoning)| Finding::of(Kind::Growth, &figures, reckoning)));
    }
}
