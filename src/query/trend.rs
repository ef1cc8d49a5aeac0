//! One metric of several regions over the years, as a chart shows it.

mod scale;
mod told;

use std::{cmp::Reverse, collections::BTreeSet, ops::RangeInclusive};

use self::told::Told;
use super::{
    Reading,
    choice::{Choice, most_common_unit},
};
use crate::{
    index::{Atlas, FigureRef, MetricId},
    model::{Bound, Kind, Measure, PriceBasis, RegionCode, Status, Unit},
};

pub use self::scale::Scale;

/// The unit of a change of a percentage.
pub const POINTS: &str = "个百分点";

/// Asks for one metric of several regions over all whole years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The regions, in the order of the lines.
    pub regions: Vec<RegionCode>,
    /// The metric.
    pub metric: MetricId,
    /// What the lines show.
    pub mode: TrendMode,
}

/// What the lines of a trend show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrendMode {
    /// The level.
    #[default]
    Absolute,
    /// The level in per cent of that of the first year in which all have one, or else most of them; who has
    /// none in that year has no index.
    Indexed,
    /// The growth against the year before as it is told; else computed from the levels, unless these
    /// are told at other prices than the growth. Of a percentage, the change in percentage points.
    YearOnYear,
}

/// The lines of a chart: plain values for whatever draws them.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendChart {
    /// What the lines show.
    pub mode: TrendMode,
    /// The unit of all values; empty for an index.
    pub unit: String,
    /// The year that is 100 in an index; `None` where there is none that two have.
    pub base: Option<u16>,
    /// A line for each region, also for one without a value.
    pub lines: Vec<TrendLine>,
}

/// The line of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// The region.
    pub region: RegionCode,
    /// Its name; where two lines would have the same, each with that of the region above before it.
    pub name: String,
    /// Every year of the chart, the same for all lines.
    pub points: Vec<TrendPoint>,
}

/// One year of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    /// The year.
    pub year: u16,
    /// What came about or else was expected, as its reading tells; a gap is `None`.
    pub value: Option<TrendValue>,
    /// What was aimed at, where there is no value.
    pub plan: Option<TrendValue>,
}

/// A value with the figure it was read or computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendValue {
    /// The number in the unit of the chart.
    pub number: f64,
    /// Whether it was computed from levels and not read.
    pub derived: bool,
    /// The figure; of a computed value, that of the year itself, with the doubts of both that it was
    /// computed from.
    pub reading: Reading,
}

impl Trend {
    /// A trend of a region and of those beside it that tell of most years, `most` in all: the region
    /// first, then the others in the order of their codes; the same whatever the mode.
    #[must_use]
    pub fn around(atlas: &Atlas, region: RegionCode, metric: MetricId, mode: TrendMode, most: usize) -> Self {
        let gazetteer = atlas.gazetteer();
        let parent = gazetteer.get(region).map(|region| region.parent);
        let beside = gazetteer.regions().iter().filter(|beside| Some(beside.parent) == parent);
        let beside: Vec<RegionCode> = beside.map(|beside| beside.code).filter(|code| *code != region).collect();
        let choice = Choice::new(atlas, metric);
        let years = |region, measure| Told::of(atlas, &choice, &atlas.series(region, metric), measure).results.len();
        let courses = |measure| {
            let told = beside.iter().map(|beside| (years(*beside, measure), *beside));
            // A single year is no course.
            told.filter(|(years, _)| *years > 1).collect::<Vec<_>>()
        };
        let mut told = courses(Measure::Level);
        if told.is_empty() && years(region, Measure::Level) == 0 {
            told = courses(Measure::Growth);
        }
        told.sort_by_key(|(years, beside)| (Reverse(*years), *beside));
        told.truncate(most.saturating_sub(1));
        told.sort_by_key(|(_, beside)| *beside);
        let regions = std::iter::once(region).chain(told.into_iter().map(|(_, beside)| beside)).collect();
        Self { regions, metric, mode }
    }

    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> TrendChart {
        let choice = Choice::new(atlas, self.metric);
        let of = |measure| {
            let series = self.regions.iter().map(|region| atlas.series(*region, self.metric));
            series.map(|series| Told::of(atlas, &choice, &series, measure)).collect::<Vec<_>>()
        };
        let levels = of(Measure::Level);
        let unit = unit_of(&levels);
        let (base, unit, lines) = match self.mode {
            TrendMode::Absolute => {
                let read = Unit::parse(unit);
                (None, unit, levels.iter().map(|told| told.line(|figure| number(figure, &read))).collect())
            }
            TrendMode::Indexed => {
                let base = base_year(&levels);
                (base, "", levels.iter().map(|told| indexed(told, base, &Unit::parse(unit))).collect())
            }
            TrendMode::YearOnYear => {
                let metric = atlas.metric(self.metric);
                let percentage = metric.is_some_and(|metric| metric.kind == Kind::Ratio) && unit == "%";
                let combine =
                    metric.is_some_and(|metric| metric.kind != Kind::Ratio && metric.price != PriceBasis::Constant);
                let told = of(if percentage { Measure::Change } else { Measure::Growth });
                let against = if percentage { Some(Against::Difference) } else { combine.then_some(Against::Ratio) };
                let unit = if percentage { POINTS } else { "%" };
                let lines = told.iter().zip(&levels).map(|(told, levels)| year_on_year(told, levels, against, unit));
                (None, unit, lines.collect())
            }
        };
        self.chart(atlas, base, unit, lines)
    }

    /// Puts lines of the years they have side by side over the same years.
    fn chart(&self, atlas: &Atlas, base: Option<u16>, unit: &str, lines: Vec<Vec<TrendPoint>>) -> TrendChart {
        let years = lines.iter().flatten().map(|point| point.year);
        let years = years.clone().min().zip(years.max()).map(|(first, last)| first..=last);
        let lines = self.regions.iter().zip(lines).map(|(&region, told)| {
            let mut told = told.into_iter().peekable();
            let points = years.clone().into_iter().flatten().map(|year| {
                let known = told.next_if(|point| point.year == year);
                known.unwrap_or(TrendPoint { year, value: None, plan: None })
            });
            TrendLine { region, name: self.name(atlas, region), points: points.collect() }
        });
        TrendChart { mode: self.mode, unit: unit.to_owned(), base, lines: lines.collect() }
    }

    fn name(&self, atlas: &Atlas, region: RegionCode) -> String {
        let gazetteer = atlas.gazetteer();
        let name = gazetteer.name(region);
        let shared = self.regions.iter().any(|other| *other != region && gazetteer.name(*other) == name);
        let above = gazetteer.lineage(region).nth(1).filter(|_| shared);
        above.map_or_else(|| name.to_owned(), |above| format!("{}{name}", above.name))
    }
}

impl TrendChart {
    /// The years from the first to the last that anything is told of; `None` where nothing is.
    #[must_use]
    pub fn years(&self) -> Option<RangeInclusive<u16>> {
        let points = &self.lines.first()?.points;
        Some(points.first()?.year..=points.last()?.year)
    }

    /// The axis of the values, with about so many marks at most; `None` where there is no value.
    ///
    /// Levels and growth are seen from zero, unless all levels lie so close together that their course
    /// could not be seen.
    #[must_use]
    pub fn scale(&self, most: usize) -> Option<Scale> {
        let points = self.lines.iter().flat_map(|line| &line.points);
        let values = points.flat_map(|point| [&point.value, &point.plan]).flatten().map(|value| value.number);
        Scale::over(values, self.mode != TrendMode::Indexed, self.mode == TrendMode::YearOnYear, most)
    }
}

impl TrendLine {
    /// What came about or was expected, by year; gaps are `None`.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = (u16, Option<f64>)> + '_ {
        self.points.iter().map(|point| (point.year, point.value.as_ref().map(|value| value.number)))
    }

    /// What was aimed at, by year.
    pub fn plans(&self) -> impl Iterator<Item = (u16, f64)> + '_ {
        self.points.iter().filter_map(|point| Some((point.year, point.plan.as_ref()?.number)))
    }
}

/// How a value is computed from that of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Against {
    Ratio,
    Difference,
}

/// The unit in which most of what came about is written, else of what is planned.
fn unit_of<'a>(told: &[Told<'a>]) -> &'a str {
    let results = most_common_unit(told.iter().flat_map(|told| told.results.values().copied()));
    if results.is_empty() {
        most_common_unit(told.iter().flat_map(|told| told.plans.values().copied()))
    } else {
        results
    }
}

fn number(figure: FigureRef<'_>, unit: &Unit) -> Option<(f64, bool)> {
    Some((figure.number_in(unit)?, false))
}

/// The first year in which all that have any level have one, or else most of them, but at least two.
fn base_year(levels: &[Told<'_>]) -> Option<u16> {
    let told: Vec<_> = levels.iter().filter(|told| !told.results.is_empty()).collect();
    let years: BTreeSet<u16> = told.iter().flat_map(|told| told.results.keys().copied()).collect();
    let have = |year: &u16| told.iter().filter(|told| told.results.contains_key(year)).count();
    // Of several the last that is told is the greatest: from behind, that is the first year.
    let most = years.into_iter().rev().max_by_key(have)?;
    (have(&most) >= told.len().min(2)).then_some(most)
}

/// Levels in per cent of that of the base year.
fn indexed(levels: &Told<'_>, base: Option<u16>, unit: &Unit) -> Vec<TrendPoint> {
    let Some(base) = base.and_then(|year| levels.results.get(&year)) else { return Vec::new() };
    let Some(hundred) = base.number_in(unit).filter(|hundred| *hundred > 0.0) else { return Vec::new() };
    let mut points = levels.line(|figure| Some((figure.number_in(unit)? / hundred * 100.0, true)));
    let values = points.iter_mut().flat_map(|point| [&mut point.value, &mut point.plan]).flatten();
    values.for_each(|value| value.reading.doubt = value.reading.doubt.and(base.doubt()));
    points
}

/// Growth or change as it is told; else computed from the levels of two years, where that may be done,
/// both have come about and are exact.
fn year_on_year(told: &Told<'_>, levels: &Told<'_>, against: Option<Against>, unit: &str) -> Vec<TrendPoint> {
    let exact = |year: u16| {
        levels.results.get(&year).filter(|figure| figure.bound() == Bound::Equal && figure.status() == Status::Actual)
    };
    let computed = levels.results.keys().filter_map(|&year| {
        let (now, before) = (exact(year)?, exact(year.checked_sub(1)?)?);
        let (value, base) = (now.number()?, before.number_in(now.parsed_unit())?);
        let number = match against? {
            Against::Difference => value - base,
            Against::Ratio if base > 0.0 => (value / base - 1.0) * 100.0,
            Against::Ratio => return None,
        };
        let mut value = told.value(*now, number, true);
        value.reading.doubt = value.reading.doubt.and(before.doubt());
        Some(TrendPoint { year, value: Some(value), plan: None })
    });
    let read = Unit::parse(unit);
    let mut points = told.line(|figure| number(figure, &read));
    for point in computed {
        match points.binary_search_by_key(&point.year, |known| known.year) {
            // What came about is better known than what was planned.
            Ok(at) if points[at].value.is_none() => points[at] = point,
            Ok(_) => {}
            Err(at) => points.insert(at, point),
        }
    }
    points
}
