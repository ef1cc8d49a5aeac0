//! Regions side by side.

mod columns;
mod derived;
mod lines;
mod state;
mod text;
mod view;

pub(crate) use state::{Action, State};
pub(crate) use text::{answer, cell, picture, row, table};
pub(crate) use view::{draw, press, room};
