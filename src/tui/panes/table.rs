//! The metrics of a region by category.

mod arrange;
mod columns;
mod state;
mod text;
mod view;

pub(crate) use arrange::Sort;
pub(crate) use columns::Column;
pub(crate) use state::*;
pub(crate) use text::{cell, row, table};
pub(crate) use view::{draw, draw_empty, press};
