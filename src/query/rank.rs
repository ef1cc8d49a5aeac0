//! One metric, all regions of a level.

use std::collections::HashMap;

use super::{
    Reading,
    choice::{Choice, Time, comparable},
};
use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Level, Measure, Polarity, RegionCode, Unit},
};

/// Asks for the order of regions by a metric.
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
        let series = atlas.metric_series(self.metric).filter(|(region, _)| self.takes_part(atlas, *region));
        let chosen: Vec<_> = series
            .filter_map(|(region, series)| Some((region, self.figure(atlas, &choice, &series)?, series)))
            .collect();
        let unit = most_common_unit(chosen.iter().map(|(_, figure, _)| *figure));
        let parsed = Unit::parse(unit);
        let mut entries: Vec<RankEntry> = chosen
            .into_iter()
            .filter_map(|(region, figure, series)| {
                let value = figure.number_in(&parsed)?;
                let claimed = self.claimed(atlas, &choice, figure, &series);
                Some(RankEntry { place: 0, region, value, reading: Reading::of(atlas, figure.id()), claimed })
            })
            .collect();
        let less_is_better = atlas.metric(self.metric).is_some_and(|metric| metric.polarity == Polarity::Less);
        entries.sort_by(|a, b| {
            let ascending = a.value.total_cmp(&b.value);
            if less_is_better { ascending } else { ascending.reverse() }
        });
        for at in 0..entries.len() {
            let shared = at > 0 && entries[at].value.total_cmp(&entries[at - 1].value).is_eq();
            entries[at].place = if shared { entries[at - 1].place } else { at as u32 + 1 };
        }
        Ranking { unit: unit.to_owned(), entries }
    }

    fn takes_part(&self, atlas: &Atlas, region: RegionCode) -> bool {
        let gazetteer = atlas.gazetteer();
        gazetteer.get(region).is_some_and(|region| region.level == self.level)
            && self.within.is_none_or(|outer| gazetteer.within(region, outer))
    }

    /// The figure that stands for a region.
    fn figure<'a>(&self, atlas: &'a Atlas, choice: &Choice<'a>, series: &Figures) -> Option<FigureRef<'a>> {
        let numbers = atlas.measured(series, self.measure).map(|id| atlas.figure(id));
        let numbers = numbers.filter(|figure| figure.number().is_some() && comparable(self.measure, figure.base()));
        let time = match self.year {
            Some(year) => Time::Year(year),
            None => Time::latest(numbers.clone())?,
        };
        if matches!(time, Time::Span(_)) {
            return None;
        }
        choice.best(numbers.filter(|&figure| Time::of(figure) == time))
    }

    /// The place claimed for the time of `figure`.
    fn claimed<'a>(
        &self,
        atlas: &'a Atlas,
        choice: &Choice<'a>,
        figure: FigureRef<'_>,
        series: &Figures,
    ) -> Option<Reading> {
        let place = if self.measure == Measure::Growth { Measure::GrowthRank } else { Measure::Rank };
        let year = Time::of(figure).year()?;
        let claims = atlas.measured(series, place).map(|id| atlas.figure(id));
        let claim = choice.best(claims.filter(|&claim| Time::of(claim) == Time::Year(year)))?;
        Some(Reading::of(atlas, claim.id()))
    }
}

/// The unit in which most of the figures are written, the first of those equally common.
fn most_common_unit<'a>(figures: impl Iterator<Item = FigureRef<'a>>) -> &'a str {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (at, figure) in figures.enumerate() {
        counts.entry(figure.unit()).or_insert((0, usize::MAX - at)).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, standing)| *standing).map_or("", |(unit, _)| unit)
}
