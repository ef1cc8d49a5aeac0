//! What is known of one region: its metrics by category.

use super::Reading;
use crate::{
    index::{Atlas, MetricId},
    model::RegionCode,
};

/// Asks what is known of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileOf {
    /// The region.
    pub region: RegionCode,
    /// Only this year; `None` takes for each metric the latest.
    pub year: Option<u16>,
}

/// What is known of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The region.
    pub region: RegionCode,
    /// The metrics by category, in the order of the catalogue; metrics outside it come last, under
    /// the category `其他`.
    pub groups: Vec<Group>,
}

/// The metrics of one category.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The category.
    pub category: String,
    /// Its metrics.
    pub rows: Vec<Row>,
}

/// One metric of a region. Actual figures stand before forecasts and targets of the same year;
/// among several figures of the same kind and year the most exact comes first (`=` before a bound).
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The metric.
    pub metric: MetricId,
    /// Its Chinese name.
    pub name: String,
    /// The value itself.
    pub level: Option<Reading>,
    /// Its growth against the year before.
    pub growth: Option<Reading>,
    /// Its place, of the level or else of the growth.
    pub rank: Option<Reading>,
    /// Every further figure of the metric in the year, in the order of the text.
    pub others: Vec<Reading>,
    /// The year that the row shows; `None` when the text does not tell.
    pub year: Option<u16>,
    /// Level by year for a sparkline, first to last year of the metric's series; a gap is `None`.
    /// Of the growth, where no two levels are known.
    pub spark: Vec<Option<f64>>,
}

impl ProfileOf {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Profile {
        let _ = atlas;
        todo!()
    }
}
