//! One metric, all regions of a level.

use super::{
    Reading,
    choice::{Choice, Time, comparable},
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Gazetteer, Level, Measure, Period, Polarity, Region, RegionCode, Status, Unit},
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
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The unit that the values are brought to: the one in which most of them are written.
    pub unit: String,
    /// Regions that have a number of that kind of unit for a whole year (or for no told time, where
    /// none was asked for), the best first by the metric's polarity (more, when it has none).
    pub entries: Vec<RankEntry>,
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
    /// The place that a report claims for the same year, with its scope.
    pub claimed: Option<Reading>,
}

impl Rank {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Ranking {
        let choice = Choice::new(atlas, self.metric);
        // Both ascend by region.
        let mut regions = self.regions(atlas.gazetteer()).into_iter().peekable();
        let series = atlas.metric_series(self.metric).filter(|(region, _)| {
            while regions.next_if(|other| other < region).is_some() {}
            regions.peek() == Some(region)
        });
        let series: Vec<(RegionCode, Figures)> = series.collect();
        let chosen = series.iter().map(|(_, series)| self.figure(atlas, &choice, series));
        let chosen: Vec<Option<FigureRef<'_>>> = chosen.collect();

        let unit = most_common_unit(chosen.iter().copied().flatten());
        let parsed = Unit::parse(unit);
        let valued = chosen.into_iter().zip(series).filter_map(|(figure, (region, series))| {
            let figure = figure?;
            Some((figure.number_in(&parsed)?, region, figure, series))
        });
        let mut valued: Vec<_> = valued.collect();
        let less_is_better = atlas.metric(self.metric).is_some_and(|metric| metric.polarity == Polarity::Less);
        valued.sort_by(|(a, ..), (b, ..)| if less_is_better { a.total_cmp(b) } else { b.total_cmp(a) });

        let mut entries: Vec<RankEntry> = Vec::with_capacity(valued.len());
        for (value, region, figure, series) in valued {
            let place = match entries.last() {
                Some(last) if last.value.total_cmp(&value).is_eq() => last.place,
                _ => entries.len() as u32 + 1,
            };
            let claimed = self.claimed(atlas, &choice, figure, &series);
            entries.push(RankEntry { place, region, value, reading: Reading::of(atlas, figure.id()), claimed });
        }
        Ranking { unit: unit.to_owned(), entries }
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
        let numbers = |figures: Figures| {
            let figures = figures.map(|id| atlas.figure(id));
            figures.filter(|figure| {
                is_result(figure) && figure.number().is_some() && comparable(self.measure, figure.base())
            })
        };
        let latest = || Time::latest_of_sorted(numbers(atlas.measured(series, self.measure)));
        let period = match self.year.map(Time::Year).or_else(latest)? {
            Time::Year(year) => Some(Period::year(year)),
            Time::Untold => None,
            Time::Span(_) => return None,
        };
        choice.best(numbers(atlas.measured_in(series, self.measure, period)))
    }

    /// The place claimed for the year of `figure`.
    fn claimed<'a>(
        &self,
        atlas: &'a Atlas,
        choice: &Choice<'a>,
        figure: FigureRef<'_>,
        series: &Figures,
    ) -> Option<Reading> {
        let place = if self.measure == Measure::Growth { Measure::GrowthRank } else { Measure::Rank };
        let period = figure.period()?;
        let claims = atlas.measured_in(series, place, Some(period)).map(|id| atlas.figure(id));
        Some(Reading::of(atlas, choice.best(claims.filter(is_result))?.id()))
    }
}

/// Whether it tells what has come about or is about to, not what is aimed at.
fn is_result(figure: &FigureRef<'_>) -> bool {
    figure.status() != Status::Target
}

/// The unit in which most of the figures are written, the first of those equally common.
fn most_common_unit<'a>(figures: impl Iterator<Item = FigureRef<'a>>) -> &'a str {
    // Few units are in use for one metric.
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for unit in figures.map(FigureRef::unit) {
        match counts.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => counts.push((unit, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or("", |(unit, _)| unit)
}
