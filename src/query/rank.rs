//! One metric, all regions of a level.

use std::{cmp::Ordering, collections::BTreeSet};

use super::{
    Reading,
    choice::{Choice, Time, comparable, is_result, most_common_unit},
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Gazetteer, Language, Level, Measure, Period, Polarity, Region, RegionCode, Unit},
};

/// Asks for the order of regions by a metric. Of each region the actual figure counts, else the
/// forecast; a target is no result and never takes part. Growth is that against the year before:
/// averages of several years and growth since an earlier one do not take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The metric.
    pub metric: MetricId,
    /// `Level` or `Growth`.
    pub measure: Measure,
    /// Only regions of this level.
    pub level: Level,
    /// Only regions below this one; `None` for the whole country.
    pub within: Option<RegionCode>,
    /// Only this year; `None` takes the latest of each region.
    pub year: Option<u16>,
}

/// Regions in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// The unit that the values are brought to: the one in which most of them are written.
    pub unit: String,
    /// How many regions take part if they have a number: those of the level that lie within.
    pub regions: usize,
    /// Regions that have a number of that kind of unit for a whole year (or for no told time, where
    /// none was asked for), the best first by the metric's polarity (more, when it has none).
    pub entries: Vec<RankEntry>,
    /// Regions that take no part because they tell only of some months (of the year asked for): these do
    /// not stand in one order with whole years. In the order of their codes.
    pub part_year: Vec<PartYear>,
    /// What the movements are against; `None` where no year was asked for, or where fewer than two
    /// regions have a number in the year before as well.
    pub before: Option<Before>,
}

/// A region that tells only of some months of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct PartYear {
    /// The region.
    pub region: RegionCode,
    /// What it tells of the most months up to the last that it tells of.
    pub reading: Reading,
}

/// The year that movements are against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// The year before the one asked for.
    pub year: u16,
    /// How many regions have a number in both.
    pub regions: usize,
}

/// One region in a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct RankEntry {
    /// Place from 1; equal values share a place, and as many places are left out after it.
    pub place: u32,
    /// The region.
    pub region: RegionCode,
    /// The number in the ranking's unit.
    pub value: f64,
    /// The figure.
    pub reading: Reading,
    /// What is told beside it for the same year: its growth against the year before or, in a ranking
    /// by growth, its level.
    pub beside: Option<Reading>,
    /// The place that a report claims for the same year, with its scope.
    pub claimed: Option<Reading>,
    /// How it moved against the year before; `None` where that is not told of anyone.
    pub movement: Option<Movement>,
}

/// How a region moved against the year before, among the regions that have a number in both years: a
/// region whose neighbours were only not told of has not moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// So many places nearer to the first.
    Up(u32),
    /// So many places further from the first.
    Down(u32),
    /// It kept its place.
    Same,
    /// It had no number in the year before.
    New,
}

impl Movement {
    /// The movement as it is written: `▲2`, `▼1`, `＝`, `新`.
    #[must_use]
    pub fn mark(self, language: Language) -> String {
        match self {
            Self::Up(places) => format!("▲{places}"),
            Self::Down(places) => format!("▼{places}"),
            Self::Same => "＝".to_owned(),
            Self::New => language.pick("新", "new").to_owned(),
        }
    }
}

impl Rank {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Ranking {
        let choice = Choice::new(atlas, self.metric);
        let regions = self.regions(atlas.gazetteer());
        let series = self.series(atlas, &regions);
        let chosen = series.iter().map(|(_, series)| self.figure(atlas, &choice, series));
        let chosen: Vec<Option<FigureRef<'_>>> = chosen.collect();

        let without = chosen.iter().zip(&series).filter(|(figure, _)| figure.is_none());
        let part_year = without.filter_map(|(_, (region, series))| {
            let figure = self.part_of_year(atlas, &choice, series)?;
            Some(PartYear { region: *region, reading: Reading::of(atlas, figure.id()) })
        });
        let part_year = part_year.collect();

        let unit = most_common_unit(chosen.iter().copied().flatten());
        let parsed = Unit::parse(unit);
        let year_before = self.year.map(|year| Self { year: Some(year.saturating_sub(1)), ..*self });
        let standings = chosen.into_iter().zip(series).filter_map(|(figure, (region, series))| {
            let value = figure?.number_in(&parsed)?;
            let before = year_before.and_then(|rank| rank.figure(atlas, &choice, &series)?.number_in(&parsed));
            Some(Standing { value, before, region, figure: figure?, series })
        });
        let mut standings: Vec<Standing<'_>> = standings.collect();
        let less_is_better = atlas.metric(self.metric).is_some_and(|metric| metric.polarity == Polarity::Less);
        let order = |a: f64, b: f64| if less_is_better { a.total_cmp(&b) } else { b.total_cmp(&a) };
        standings.sort_by(|a, b| order(a.value, b.value));

        let places = places(standings.iter().map(|standing| standing.value));
        let movements = movements(&standings, order);
        let in_both = standings.iter().filter(|standing| standing.before.is_some()).count();
        let year = year_before.and_then(|rank| rank.year).filter(|_| movements.is_some());
        let entries = standings.iter().zip(places).enumerate().map(|(at, (standing, place))| RankEntry {
            place,
            region: standing.region,
            value: standing.value,
            reading: Reading::of(atlas, standing.figure.id()),
            beside: self.beside(atlas, &choice, standing),
            claimed: self.claimed(atlas, &choice, standing),
            movement: movements.as_ref().map(|movements| movements[at]),
        });
        Ranking {
            unit: unit.to_owned(),
            regions: regions.len(),
            entries: entries.collect(),
            part_year,
            before: year.map(|year| Before { year, regions: in_both }),
        }
    }

    /// The years in which any region that takes part has a number, ascending.
    #[must_use]
    pub fn years(&self, atlas: &Atlas) -> Vec<u16> {
        let series = self.series(atlas, &self.regions(atlas.gazetteer()));
        let numbers = series.iter().flat_map(|(_, series)| self.numbers(atlas, atlas.measured(series, self.measure)));
        let years: BTreeSet<u16> = numbers.filter_map(|figure| Time::of(figure).year()).collect();
        years.into_iter().collect()
    }

    /// Whether any region that takes part has a number.
    #[must_use]
    pub fn has_answer(&self, atlas: &Atlas) -> bool {
        let choice = Choice::new(atlas, self.metric);
        let series = self.series(atlas, &self.regions(atlas.gazetteer()));
        series.iter().any(|(_, series)| self.figure(atlas, &choice, series).is_some())
    }

    /// The series of the metric that the regions have; both ascend by region.
    fn series(&self, atlas: &Atlas, regions: &[RegionCode]) -> Vec<(RegionCode, Figures)> {
        let mut regions = regions.iter().peekable();
        let series = atlas.metric_series(self.metric).filter(|(region, _)| {
            while regions.next_if(|other| *other < region).is_some() {}
            regions.peek() == Some(&region)
        });
        series.collect()
    }

    /// The regions that take part, in the order of their codes.
    fn regions(&self, gazetteer: &Gazetteer) -> Vec<RegionCode> {
        let of_level = |region: &&Region| region.level == self.level;
        let Some(outer) = self.within else {
            return gazetteer.regions().iter().filter(of_level).map(|region| region.code).collect();
        };
        // A region stands after the one it belongs to.
        let mut above = vec![outer];
        let below = gazetteer.regions().iter().filter(|region| {
            let is_below = region.parent.is_some_and(|parent| above.binary_search(&parent).is_ok());
            if is_below {
                above.push(region.code);
            }
            is_below
        });
        below.filter(of_level).map(|region| region.code).collect()
    }

    /// The figure that stands for a region.
    fn figure<'a>(&self, atlas: &'a Atlas, choice: &Choice<'a>, series: &Figures) -> Option<FigureRef<'a>> {
        let latest = || Time::latest_of_sorted(self.numbers(atlas, atlas.measured(series, self.measure)));
        let period = match self.year.map(Time::Year).or_else(latest)? {
            Time::Year(year) => Some(Period::year(year)),
            Time::Untold => None,
            Time::Span(_) => return None,
        };
        choice.best(self.numbers(atlas, atlas.measured_in(series, self.measure, period)))
    }

    /// What a region without such a figure tells of some months, of the year asked for or the latest.
    fn part_of_year<'a>(&self, atlas: &'a Atlas, choice: &Choice<'a>, series: &Figures) -> Option<FigureRef<'a>> {
        let asked = |period: &Period| self.year.is_none_or(|year| period.last() == year) && period.is_part_of_year();
        let figures = self.numbers(atlas, atlas.measured(series, self.measure));
        let told = figures.filter_map(|figure| Some((figure, figure.period().filter(asked)?)));
        let told: Vec<(FigureRef<'a>, Period)> = told.collect();
        let last = told.iter().map(|(_, period)| *period).max()?;
        // Of periods that end at once the one that begins first is the least.
        let longest = told.iter().map(|(_, period)| *period).filter(|period| period.ends_with(last)).min()?;
        choice.best(told.into_iter().filter(|(_, period)| *period == longest).map(|(figure, _)| figure))
    }

    /// Those figures that take part.
    fn numbers<'a>(
        &self,
        atlas: &'a Atlas,
        figures: Figures,
    ) -> impl DoubleEndedIterator<Item = FigureRef<'a>> + Clone + use<'a> {
        let measure = self.measure;
        let figures = figures.map(|id| atlas.figure(id));
        figures
            .filter(move |figure| is_result(figure) && figure.number().is_some() && comparable(measure, figure.base()))
    }

    /// What is told beside a figure for its year: growth beside a level, a level beside growth.
    fn beside<'a>(&self, atlas: &'a Atlas, choice: &Choice<'a>, standing: &Standing<'a>) -> Option<Reading> {
        let measure = if self.measure == Measure::Growth { Measure::Level } else { Measure::Growth };
        let told = standing.alike(atlas, measure)?.filter(|figure| comparable(measure, figure.base()));
        Some(Reading::of(atlas, choice.best(told)?.id()))
    }

    /// The place claimed for the year of a figure.
    fn claimed<'a>(&self, atlas: &'a Atlas, choice: &Choice<'a>, standing: &Standing<'a>) -> Option<Reading> {
        let place = if self.measure == Measure::Growth { Measure::GrowthRank } else { Measure::Rank };
        Some(Reading::of(atlas, choice.best(standing.alike(atlas, place)?)?.id()))
    }
}

/// A region that takes part, with the figure that stands for it.
struct Standing<'a> {
    region: RegionCode,
    figure: FigureRef<'a>,
    series: Figures,
    value: f64,
    /// Its value of the year before.
    before: Option<f64>,
}

impl<'a> Standing<'a> {
    /// The results of another measure that are told for the same time; none where that is untold.
    fn alike(&self, atlas: &'a Atlas, measure: Measure) -> Option<impl Iterator<Item = FigureRef<'a>>> {
        let period = self.figure.period()?;
        let figures = atlas.measured_in(&self.series, measure, Some(period)).map(|id| atlas.figure(id));
        Some(figures.filter(is_result))
    }
}

impl Ranking {
    /// The quarter of the entries in which one stands, from 1 for the first; `None` where there are too
    /// few to speak of quarters. Equal values stand in the same.
    #[must_use]
    pub fn quartile(&self, entry: &RankEntry) -> Option<u8> {
        let count = self.entries.len() as u32;
        (count >= 4).then(|| ((entry.place - 1) * 4 / count + 1) as u8)
    }

    /// The mean of the values, each region counting alike; `None` of fewer than two.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let values = self.entries.iter().map(|entry| entry.value);
        (self.entries.len() > 1).then(|| values.sum::<f64>() / self.entries.len() as f64)
    }

    /// The value that as many regions exceed as stay below it; `None` of fewer than two.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let count = self.entries.len();
        let value = |place: usize| self.entries[place].value;
        (count > 1).then(|| f64::midpoint(value((count - 1) / 2), value(count / 2)))
    }
}

/// The places of values in order: equal ones share a place, and as many are left out after it.
fn places(ordered: impl Iterator<Item = f64>) -> Vec<u32> {
    let mut places: Vec<u32> = Vec::new();
    let mut above: Option<f64> = None;
    for (at, value) in ordered.enumerate() {
        let shared = above.is_some_and(|above| above.total_cmp(&value).is_eq());
        places.push(if shared { places[at - 1] } else { at as u32 + 1 });
        above = Some(value);
    }
    places
}

/// How each moved, of standings in order; `None` where fewer than two have a value of the year before,
/// for a single one moves nowhere.
fn movements(standings: &[Standing<'_>], order: impl Fn(f64, f64) -> Ordering) -> Option<Vec<Movement>> {
    let in_both = standings.iter().enumerate().filter_map(|(at, standing)| Some((at, standing.before?)));
    let mut was: Vec<(usize, f64)> = in_both.collect();
    if was.len() < 2 {
        return None;
    }
    let places_now = places(was.iter().map(|(at, _)| standings[*at].value));
    let mut now = vec![0; standings.len()];
    for ((at, _), place) in was.iter().zip(places_now) {
        now[*at] = place;
    }
    was.sort_by(|(_, a), (_, b)| order(*a, *b));
    let places_before = places(was.iter().map(|(_, value)| *value));
    let mut movements = vec![Movement::New; standings.len()];
    for ((at, _), before) in was.into_iter().zip(places_before) {
        movements[at] = match before.cmp(&now[at]) {
            Ordering::Greater => Movement::Up(before - now[at]),
            Ordering::Less => Movement::Down(now[at] - before),
            Ordering::Equal => Movement::Same,
        };
    }
    Some(movements)
}
