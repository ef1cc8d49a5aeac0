//! Regions side by side.

mod columns;
mod derived;
mod state;
#[allow(dead_code, reason = "copy and export are on their way")]
mod text;
mod view;

pub(crate) use state::{Action, State};
#[allow(unused_imports, reason = "copy and export are on their way")]
pub(crate) use text::{cell, records, row, table};
pub(crate) use view::{draw, press, room};
