//! Figures → [`Atlas`], the immutable columnar index that queries are put to.

pub mod atlas;
mod builder;
mod columns;
mod departures;
mod figure_ref;
mod order;
mod sparse;
mod strings;
mod wording;

pub use atlas::{Atlas, FigureId, MetricId, SourceId};
pub use builder::AtlasBuilder;
pub use figure_ref::FigureRef;
pub use order::Figures;

#[cfg(test)]
mod tests;
