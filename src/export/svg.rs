//! Charts, maps and comparisons as pictures: SVG that needs nothing beside itself.
//!
//! A picture is drawn on white for papers and slides, names its sources in the last line, and tells
//! nothing by colour alone.

mod bars;
mod comparison;
mod map;
mod page;
mod trend;

pub use self::{bars::ranking_picture, comparison::comparison_picture, map::map_picture, trend::trend_picture};
