//! The metrics of a region by category.

mod columns;
mod state;
mod view;

pub(crate) use state::*;
pub(crate) use view::{draw, draw_empty};
