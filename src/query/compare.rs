//! Two to eight regions side by side.

use super::Reading;
use crate::{
    index::{Atlas, MetricId},
    model::{Measure, Polarity, RegionCode},
};

/// Asks for regions side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// Only this year; `None` takes for each metric the latest year that most of them have.
    pub year: Option<u16>,
    /// Only metrics that at least two have.
    pub common_only: bool,
}

/// Regions side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The regions, in the order of the columns.
    pub regions: Vec<RegionCode>,
    /// Metrics that all have first, then by how many have them, then in the order of the catalogue.
    pub rows: Vec<ComparisonRow>,
}

/// One metric and measure (level, growth, places and shares each in a row of their own).
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonRow {
    /// The metric.
    pub metric: MetricId,
    /// Its Chinese name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// What the numbers tell.
    pub measure: Measure,
    /// Which way is better.
    pub polarity: Polarity,
    /// The unit that all values are brought to, as written in the first cell.
    pub unit: String,
    /// A cell for each region.
    pub cells: Vec<Option<ComparisonCell>>,
    /// Whether the cells are not all of one year.
    pub years_differ: bool,
    /// First region less the second, in `unit`; `None` unless both are numbers of one dimension.
    pub difference: Option<f64>,
    /// First region over the second; `None` for growth, places and where the second is zero.
    pub ratio: Option<f64>,
}

/// One region's figure in a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonCell {
    /// The number in the row's unit; `None` when it is damaged, a proportion or of another dimension.
    pub value: Option<f64>,
    /// The figure.
    pub reading: Reading,
}

impl Compare {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Comparison {
        let _ = atlas;
        todo!()
    }
}
