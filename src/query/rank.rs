//! One metric, all regions of a level.

use super::Reading;
use crate::{
    index::{Atlas, MetricId},
    model::{Level, Measure, RegionCode},
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
    /// The unit that the values are brought to.
    pub unit: String,
    /// Regions that have a number, the best first by the metric's polarity (more, when it has none).
    pub entries: Vec<RankEntry>,
}

/// One region in a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct RankEntry {
    /// Place from 1; equal values share a place.
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
        let _ = atlas;
        todo!()
    }
}
