//! The figures of one region and metric over time.

use std::collections::HashSet;

use super::{
    Reading,
    choice::{Choice, comparable},
};
use crate::{
    index::{Atlas, FigureRef, MetricId},
    model::{Measure, Period, RegionCode, Status, Unit},
};

/// Asks for the figures of one region and metric over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesOf {
    /// The region.
    pub region: RegionCode,
    /// The metric.
    pub metric: MetricId,
    /// What the numbers tell.
    pub measure: Measure,
}

/// The figures of one region and metric over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The unit that the values are brought to; as written in the latest point that has a number.
    pub unit: String,
    /// Points by period, ascending, those of no told time last. Figures that say the same are one
    /// point; where sources disagree each has its point, the best first.
    pub points: Vec<Point>,
}

/// One figure of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its time.
    pub period: Option<Period>,
    /// Come about or planned.
    pub status: Status,
    /// The number in the unit of the series; `None` for a damaged one or one of another dimension.
    pub value: Option<f64>,
    /// The figure.
    pub reading: Reading,
}

impl SeriesOf {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Series {
        let choice = Choice::new(atlas, self.metric);
        let of_measure = atlas.measured(&atlas.series(self.region, self.metric), self.measure);
        let mut figures: Vec<FigureRef<'_>> = of_measure.map(|id| atlas.figure(id)).collect();
        // They stand by period already; within one the best is to come first.
        for of_period in figures.chunk_by_mut(|a, b| a.period() == b.period()) {
            of_period.sort_by(|&a, &b| choice.order(a, b));
        }
        let unit = latest_unit(&figures);
        let parsed = Unit::parse(unit);
        let mut told = HashSet::new();
        let mut points: Vec<Point> = Vec::new();
        for figure in figures {
            let value = figure.number_in(&parsed);
            if points.last().is_some_and(|last| last.period != figure.period()) {
                told.clear();
            }
            // Seven digits tell whether two figures agree.
            let says =
                value.map(|value| (value as f32).to_bits()).map(|value| (value, figure.status(), figure.bound()));
            if says.is_none_or(|says| told.insert((says, figure.scope(), figure.base()))) {
                let (period, status) = (figure.period(), figure.status());
                points.push(Point { period, status, value, reading: Reading::of(atlas, figure.id()) });
            }
        }
        Series { unit: unit.to_owned(), points }
    }
}

/// The unit of the best number of the latest period; of no told time, where there are no others.
fn latest_unit<'a>(figures: &[FigureRef<'a>]) -> &'a str {
    let by_period = figures.chunk_by(|a, b| a.period() == b.period());
    let number = |of_period: &[FigureRef<'a>]| of_period.iter().copied().find(|figure| figure.number().is_some());
    let (untold, told): (Vec<_>, Vec<_>) = by_period.partition(|of_period| of_period[0].period().is_none());
    let latest = told.into_iter().rev().chain(untold).find_map(number);
    latest.or(figures.last().copied()).map_or("", FigureRef::unit)
}

impl Series {
    /// The best value of each single year from the first to the last, gaps as `None`; of growth, only
    /// that against the year before. Where nothing actual is told of a year a forecast counts: in
    /// January reports call so what the year that has just ended will have been. Targets do not count.
    #[must_use]
    pub fn by_year(&self) -> Vec<(u16, Option<f64>)> {
        let mut years: Vec<(u16, Option<f64>)> = Vec::new();
        let results = self.points.iter().filter(|point| point.status != Status::Target);
        for point in results.filter(|point| comparable(point.reading.measure, point.reading.base.as_deref())) {
            let (Some(period), Some(value)) = (point.period.filter(|period| period.is_year()), point.value) else {
                continue;
            };
            let year = period.last();
            match years.last() {
                Some(&(last, _)) if last == year => continue,
                Some(&(last, _)) => years.extend((last + 1..year).map(|gap| (gap, None))),
                None => {}
            }
            years.push((year, Some(value)));
        }
        years
    }
}
