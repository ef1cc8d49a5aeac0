//! The documents.

mod ask;
mod columns;
mod state;
mod text;
mod view;

pub(crate) use ask::Answer;
pub(crate) use state::{Action, State};
pub(crate) use text::{cell, row, table};
pub(crate) use view::{draw, press};
