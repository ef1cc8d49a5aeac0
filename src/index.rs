//! Figures → [`Atlas`], the immutable columnar index that queries are put to.

pub mod atlas;
mod builder;

pub use atlas::{Atlas, FigureId, MetricId, SourceId};
pub use builder::AtlasBuilder;
