//! 税收收入 ÷ 一般公共预算收入 against the 税收占比 that is told.
//!
//! 40.14亿元 ÷ 53.68亿元 = 74.8 %: what is told must lie where the roundings of the two amounts and of
//! the share itself leave room, and 0.05 points beside, for some divide what is rounded already.

use super::{
    Finding, Formula, Found, Kind, Reckoning, Relation,
    facts::{Facts, in_every_way},
    interval::Interval,
};
use crate::{
    index::FigureRef,
    model::{Measure, Unit},
};

/// What is granted beside the roundings, in points.
const GRANTED: f64 = 0.05;

/// What a share of the budget's revenue is told to be a part of.
const WHOLES: [&str; 2] = ["一般公共预算收入", "公共财政预算收入"];

pub(super) fn check(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    let metrics = ["tax_share", "tax_revenue", "fiscal_revenue"].map(|key| facts.metric(key));
    let [Some(share), Some(tax), Some(revenue)] = metrics else { return found };
    let mut compare = |region, period, shares: &[FigureRef<'_>]| {
        let (taxes, revenues) = (facts.levels(region, tax, period), facts.levels(region, revenue, period));
        if !(shares.is_empty() || taxes.is_empty() || revenues.is_empty()) {
            let contradiction = in_every_way(&[shares, &taxes, &revenues], contradicts);
            found.note(contradiction.map(|(figures, reckoning)| Finding::of(Kind::TaxShare, &figures, reckoning)));
        }
    };
    for (region, series) in facts.series_of(share) {
        for measure in [Measure::Level, Measure::Share] {
            for period in facts.periods(&series, measure) {
                compare(region, period, &facts.told(&series, measure, period));
            }
        }
    }
    for (region, series) in facts.series_of(tax) {
        for period in facts.periods(&series, Measure::Share) {
            let mut shares = facts.told(&series, Measure::Share, period);
            shares.retain(|share| share.scope().is_some_and(|scope| WHOLES.iter().any(|whole| scope.contains(whole))));
            compare(region, period, &shares);
        }
    }
    found
}

fn contradicts(told: &[FigureRef<'_>]) -> Option<Reckoning> {
    let [share, tax, revenue] = *told else { return None };
    let money = tax.parsed_unit();
    let expected = Interval::of(tax, money)?.over(Interval::of(revenue, money)?).times(100.0);
    let share = Interval::of(share, &Unit::parse("%"))?;
    Reckoning::unless(share, Relation::Equal, expected, GRANTED, Formula::Quotient)
}
