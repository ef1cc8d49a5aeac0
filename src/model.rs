//! The words of the project: regions, metrics, periods, quantities, figures and their sources.

pub mod correction;
pub mod doubt;
pub mod figure;
pub mod language;
pub mod metric;
pub mod period;
pub mod pinyin;
pub mod place;
pub mod quantity;
pub mod region;
pub mod source;

pub use correction::Review;
pub use doubt::{Doubt, Doubts};
pub use figure::{Bound, Figure, Flag, Measure, Status, Value};
pub use language::Language;
pub use metric::{Catalogue, Kind, Metric, Polarity, PriceBasis};
pub use period::Period;
pub use place::{Place, Places};
pub use quantity::{Dimension, Unit};
pub use region::{Gazetteer, Level, Region, RegionCode};
pub use source::{Document, Source};
