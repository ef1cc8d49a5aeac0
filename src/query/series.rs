//! The figures of one region and metric over time.

use super::Reading;
use crate::{
    index::{Atlas, MetricId},
    model::{Measure, Period, RegionCode, Status},
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
    /// The unit that the values are brought to; as written in the latest point.
    pub unit: String,
    /// Points by period, ascending; where sources disagree each has its point, the best first.
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
        let _ = atlas;
        todo!()
    }
}

impl Series {
    /// The best actual value of each single year from the first to the last, gaps as `None`.
    #[must_use]
    pub fn by_year(&self) -> Vec<(u16, Option<f64>)> {
        todo!()
    }
}
