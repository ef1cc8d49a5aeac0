//! The metrics of a region by category.

mod arrange;
mod columns;
mod state;
mod view;

pub(crate) use arrange::Sort;
pub(crate) use columns::Column;
pub(crate) use state::*;
pub(crate) use view::{draw, draw_empty, press};
