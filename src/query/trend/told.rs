//! What is told of one region by year: the best result, else the best plan.

use std::collections::BTreeMap;

use super::{TrendPoint, TrendValue};
use crate::{
    index::{Atlas, FigureRef, Figures},
    model::Measure,
    query::{
        Reading,
        choice::{Choice, Time, comparable, is_result},
    },
};

/// What is told of one region by year.
#[derive(Debug)]
pub(super) struct Told<'a> {
    atlas: &'a Atlas,
    /// What has come about, else what was expected.
    pub(super) results: BTreeMap<u16, FigureRef<'a>>,
    /// What was aimed at, of years without a result.
    pub(super) plans: BTreeMap<u16, FigureRef<'a>>,
}

impl<'a> Told<'a> {
    /// The figures of whole years that have a number; of growth and change, against the year before.
    pub(super) fn of(atlas: &'a Atlas, choice: &Choice<'a>, series: &Figures, measure: Measure) -> Self {
        let mut told = Self { atlas, results: BTreeMap::new(), plans: BTreeMap::new() };
        let figures = atlas.measured(series, measure).map(|id| atlas.figure(id));
        let counts = |figure: &FigureRef<'_>| {
            let yearly = measure != Measure::Change || figure.base() == Some("yoy");
            figure.number().is_some() && yearly && comparable(measure, figure.base())
        };
        let figures: Vec<_> = figures.filter(counts).collect();
        for of_period in figures.chunk_by(|a, b| a.period() == b.period()) {
            // The best is no target where there is anything else.
            let best = choice.best(of_period.iter().copied());
            let Some((figure, Time::Year(year))) = best.map(|figure| (figure, Time::of(figure))) else { continue };
            let of_status = if is_result(&figure) { &mut told.results } else { &mut told.plans };
            of_status.insert(year, figure);
        }
        told
    }

    /// A point for each year that `number` gives a value for, with whether that is computed.
    pub(super) fn line(&self, number: impl Fn(FigureRef<'a>) -> Option<(f64, bool)>) -> Vec<TrendPoint> {
        let value =
            |figure: &FigureRef<'a>| number(*figure).map(|(number, derived)| self.value(*figure, number, derived));
        let results = self.results.iter().map(|(&year, figure)| TrendPoint { year, value: value(figure), plan: None });
        let plans = self.plans.iter().map(|(&year, figure)| TrendPoint { year, value: None, plan: value(figure) });
        let mut points: Vec<_> =
            results.chain(plans).filter(|point| point.value.is_some() || point.plan.is_some()).collect();
        points.sort_by_key(|point| point.year);
        points
    }

    /// A number read or computed from a figure.
    pub(super) fn value(&self, figure: FigureRef<'_>, number: f64, derived: bool) -> TrendValue {
        TrendValue { number, derived, reading: Reading::of(self.atlas, figure.id()) }
    }
}
