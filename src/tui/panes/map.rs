//! The regions at their places.

mod ask;
mod caption;
mod ground;
mod labels;
mod parts;
mod state;
#[allow(dead_code, reason = "copy and export are on their way")]
mod text;
mod view;

pub(crate) use ask::{Answer, Question};
pub(crate) use state::{Action, State};
#[allow(unused_imports, reason = "copy and export are on their way")]
pub(crate) use text::{cell, picture, records, row, table};
pub(crate) use view::{draw, press};
