//! One metric, the regions of a province or prefecture at their places.

mod direction;
mod polygon;
mod territory;

pub use direction::Direction;
pub use polygon::{Corner, Point};
pub use territory::{Parcel, Territory};

use rustc_hash::FxHashMap;

use super::{PartYear, Rank, RankEntry, Ranking};
use crate::{
    index::{Atlas, MetricId},
    model::{Gazetteer, Language, Level, Measure, Polarity, Region, RegionCode, Unit},
};

/// Most classes into which values are divided.
pub const CLASSES: usize = 5;

/// Asks how regions are to be shaded by a metric. Which figure stands for a region is as in [`Rank`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The metric.
    pub metric: MetricId,
    /// `Level` or `Growth`.
    pub measure: Measure,
    /// Only regions below this one.
    pub within: RegionCode,
    /// Only regions of this level; counties that belong to no prefecture stand beside prefectures.
    pub level: Level,
    /// Only this year; `None` takes the latest of each region.
    pub year: Option<u16>,
}

/// Regions shaded by a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Shading {
    /// The unit that the values are brought to.
    pub unit: String,
    /// All regions of that level, in the order of their codes.
    pub regions: Vec<Shaded>,
    /// The classes, those of the lowest values first. Up to five different values are a class each; of more,
    /// each class has about as many regions as every other (quantiles), and equal values are of one class,
    /// so that there are five at most.
    pub classes: Vec<Class>,
    /// Regions without a value because they tell only of some months.
    pub part_year: Vec<PartYear>,
}

/// A region of a shading.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaded {
    /// The region.
    pub region: RegionCode,
    /// Its value with its place among those that have one; `None` for no data.
    pub entry: Option<RankEntry>,
    /// Place in [`Shading::classes`]; `None` for no data.
    pub class: Option<usize>,
}

/// A class of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// The lowest and the highest value in it.
    pub limits: (f64, f64),
    /// How many regions it has.
    pub regions: usize,
}

impl Shade {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Shading {
        let Ranking { unit, mut entries, part_year, .. } = self.entries(atlas);
        entries.sort_by(|a, b| a.value.total_cmp(&b.value));
        let (classes, of_each) = quantiles(&entries.iter().map(|entry| entry.value).collect::<Vec<_>>());
        let mut found: FxHashMap<_, _> =
            entries.into_iter().zip(of_each).map(|(entry, class)| (entry.region, (entry, class))).collect();
        let shaded = self.regions(atlas.gazetteer()).map(|region| {
            let (entry, class) = found.remove(&region).unzip();
            Shaded { region, entry, class }
        });
        Shading { unit, regions: shaded.collect(), classes, part_year }
    }

    /// The same question for regions in order, of that level only.
    #[must_use]
    pub const fn rank(&self) -> Rank {
        let &Self { metric, measure, within, level, year } = self;
        Rank { metric, measure, level, within: Some(within), year }
    }

    /// The regions, in the order of their codes.
    fn regions(&self, gazetteer: &Gazetteer) -> impl Iterator<Item = RegionCode> {
        let taking_part = |region: &&Region| {
            (region.level == self.level || self.beside(region)) && gazetteer.within(region.code, self.within)
        };
        gazetteer.regions().iter().filter(taking_part).map(|region| region.code)
    }

    /// Whether it is a county that stands beside the prefectures asked for.
    fn beside(&self, region: &Region) -> bool {
        self.level == Level::Prefecture && region.level == Level::County && region.parent == Some(self.within)
    }

    /// The regions that have a value, in one unit.
    fn entries(&self, atlas: &Atlas) -> Ranking {
        let mut ranking = self.rank().ask(atlas);
        if self.level != Level::Prefecture {
            return ranking;
        }
        let beside = Rank { level: Level::County, ..self.rank() }.ask(atlas);
        if ranking.entries.is_empty() {
            ranking.unit = beside.unit;
        }
        let unit = Unit::parse(&ranking.unit);
        let gazetteer = atlas.gazetteer();
        let is_beside = |region| gazetteer.get(region).is_some_and(|region| self.beside(region));
        ranking.part_year.extend(beside.part_year.into_iter().filter(|part| is_beside(part.region)));
        let entries = beside.entries.into_iter().filter(|entry| is_beside(entry.region));
        let in_unit = entries
            .filter_map(|entry| Some(RankEntry { value: atlas.figure(entry.reading.id).number_in(&unit)?, ..entry }));
        ranking.entries.extend(in_unit);
        place(&mut ranking.entries, atlas.metric(self.metric).is_some_and(|metric| metric.polarity == Polarity::Less));
        ranking
    }
}

impl Shading {
    /// The regions that have a value, in the order of their places.
    #[must_use]
    pub fn ranking(&self) -> Ranking {
        let mut entries: Vec<RankEntry> = self.regions.iter().filter_map(|shaded| shaded.entry.clone()).collect();
        entries.sort_by_key(|entry| entry.place);
        // How they moved was told of another order: without those that stand beside, or in another unit.
        for entry in &mut entries {
            entry.movement = None;
        }
        Ranking {
            unit: self.unit.clone(),
            regions: self.regions.len(),
            entries,
            part_year: self.part_year.clone(),
            before: None,
        }
    }

    /// Which of the [`CLASSES`] shades a class is drawn in: fewer classes are spread over all of them.
    #[must_use]
    pub fn shade(&self, class: usize) -> usize {
        match self.classes.len() {
            0 | 1 => CLASSES / 2,
            classes => class * (CLASSES - 1) / (classes - 1),
        }
    }
}

/// What a region is called on a map: its name without the word for its kind.
#[must_use]
pub fn label(gazetteer: &Gazetteer, region: RegionCode, language: Language) -> &str {
    match language {
        Language::Zh => gazetteer.get(region).map_or_else(|| gazetteer.name(region), |region| &region.short),
        Language::En => gazetteer.latin_short(region),
    }
}

/// Gives entries their places, equal values the same.
fn place(entries: &mut [RankEntry], less_is_better: bool) {
    let values: Vec<f64> = entries.iter().map(|entry| entry.value).collect();
    for entry in entries {
        let better =
            values.iter().filter(|value| if less_is_better { **value < entry.value } else { **value > entry.value });
        entry.place = better.count() as u32 + 1;
    }
}

/// The classes of ascending values, and the class of each value.
fn quantiles(values: &[f64]) -> (Vec<Class>, Vec<usize>) {
    let mut different = values.to_vec();
    different.dedup();
    let one_each = different.len() <= CLASSES;
    let mut classes: Vec<Class> = Vec::new();
    let mut of_each = Vec::with_capacity(values.len());
    // The part of the values that the last class was opened for.
    let mut opened = None;
    for (place, value) in values.iter().enumerate() {
        let part = place * CLASSES / values.len();
        match classes.last_mut() {
            Some(last) if last.limits.1.total_cmp(value).is_eq() || (opened == Some(part) && !one_each) => {
                last.limits.1 = *value;
                last.regions += 1;
            }
            _ => {
                classes.push(Class { limits: (*value, *value), regions: 1 });
                opened = Some(part);
            }
        }
        of_each.push(classes.len() - 1);
    }
    (classes, of_each)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of each class.
    fn divided(values: &[f64]) -> Vec<Vec<f64>> {
        let (classes, of_each) = quantiles(values);
        let of =
            |class: usize| values.iter().zip(&of_each).filter(move |(_, of)| **of == class).map(|(value, _)| *value);
        let divided: Vec<Vec<f64>> = (0..classes.len()).map(|class| of(class).collect()).collect();
        for (class, values) in classes.iter().zip(&divided) {
            assert_eq!(
                (class.limits.0, class.limits.1, class.regions),
                (values[0], values[values.len() - 1], values.len())
            );
        }
        divided
    }

    #[test]
    fn classes_have_about_as_many_values_each() {
        let sizes = |count: u32| {
            divided(&(0..count).map(f64::from).collect::<Vec<_>>()).iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(sizes(10), [2, 2, 2, 2, 2]);
        assert_eq!(sizes(12), [3, 2, 3, 2, 2]);
        assert_eq!(sizes(3), [1, 1, 1]);
        assert_eq!(sizes(0), [0; 0]);
    }

    #[test]
    fn equal_values_are_of_one_class() {
        assert_eq!(divided(&[1.0, 1.0, 1.0, 1.0, 2.0]), [vec![1.0; 4], vec![2.0]]);
        assert_eq!(divided(&[1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 9.0]), [vec![1.0], vec![2.0; 6], vec![9.0]]);
    }
}
