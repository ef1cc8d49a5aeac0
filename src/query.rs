//! Questions put to an [`Atlas`](crate::index::Atlas): each a value with named fields, its answer a value.

pub mod audit;
mod choice;
pub mod compare;
pub mod map;
pub mod profile;
pub mod rank;
pub mod reading;
pub mod search;
pub mod series;
pub mod trend;

pub use audit::{Audit, Audited, Finding};
pub use compare::{Align, Compare, Comparison, ComparisonCell, ComparisonRow, Order};
pub use map::{Parcel, Shade, Shading, Territory};
pub use profile::{Group, OTHERS, Profile, ProfileOf, Row};
pub use rank::{Before, Movement, PartYear, Rank, RankEntry, Ranking};
pub use reading::Reading;
pub use search::{Hit, Name, NamedRegion, RegionNames, Scope, Search, Target};
pub use series::{Point, Series, SeriesOf};
pub use trend::{Scale, Trend, TrendChart, TrendLine, TrendMode, TrendPoint, TrendValue};
