//! Shares above 100 %, and proportions of a whole that do not add up to it.

use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation, facts::Facts, facts::counts, interval::Interval,
    relations::OF_A_HUNDRED,
};
use crate::{
    index::FigureRef,
    model::{Bound, Dimension, Measure, Status, Value},
};

/// What can be done by more than 100 %: a plan.
const PLANS: [&str; 5] = ["计划", "目标", "任务", "年初", "时序"];

/// How far the parts of a proportion may add up beside 100 by rounding, for each of them.
const ROUNDING: f64 = 0.1;

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    let bounded = OF_A_HUNDRED.iter().filter_map(|key| facts.atlas.find_metric(key)).collect::<Vec<_>>();
    let structure = facts.atlas.find_metric("industry_structure");
    for region in facts.regions() {
        for (metric, series) in facts.atlas.region_series(region) {
            let shares = facts.atlas.measured(&series, Measure::Share);
            let levels = bounded.contains(&metric).then(|| facts.atlas.measured(&series, Measure::Level));
            for figure in shares.chain(levels.into_iter().flatten()).map(|id| facts.atlas.figure(id)) {
                if facts.asks(figure.period()) && counts(figure) && !is_of_a_plan(figure) {
                    found.note(above_a_hundred(figure));
                }
            }
            if Some(metric) == structure {
                for figure in facts.atlas.measured(&series, Measure::Level).map(|id| facts.atlas.figure(id)) {
                    if facts.asks(figure.period()) && figure.status() == Status::Actual {
                        found.note(no_whole(figure));
                    }
                }
            }
        }
    }
    found
}

fn is_of_a_plan(figure: FigureRef<'_>) -> bool {
    figure.scope().is_some_and(|scope| PLANS.iter().any(|plan| scope.contains(plan)))
}

fn above_a_hundred(figure: FigureRef<'_>) -> Option<Finding> {
    if figure.parsed_unit().dimension != Dimension::Percent {
        return None;
    }
    let share = Interval::of(figure, figure.parsed_unit())?;
    let hundred = Interval::exactly(100.0);
    let reckoning = Reckoning::unless(share, Relation::AtMost, hundred, 0.0, Formula::Hundred)?;
    Some(Finding::of(Kind::Shares, &[figure], reckoning))
}

/// Of 8.3:42.9:48.8, whose parts are per cent. Other proportions (2:3:5) have no sum of their own.
fn no_whole(figure: FigureRef<'_>) -> Option<Finding> {
    let Some(Value::Ratio(ratio)) = figure.value() else { return None };
    let parts = ratio.split(':').map(|part| part.trim().parse::<f64>()).collect::<Result<Vec<_>, _>>().ok()?;
    let sum = parts.iter().sum::<f64>();
    let of_per_cent = figure.bound() == Bound::Equal && parts.len() == 3 && (90.0..=110.0).contains(&sum);
    if !of_per_cent {
        return None;
    }
    let granted = ROUNDING * parts.len() as f64;
    let (sum, hundred) = (Interval::exactly(sum), Interval::exactly(100.0));
    let reckoning = Reckoning::unless(sum, Relation::Equal, hundred, granted, Formula::Hundred)?;
    Some(Finding::of(Kind::Shares, &[figure], reckoning))
}
