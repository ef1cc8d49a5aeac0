//! The ranking of regions.

mod ask;
mod columns;
mod head;
mod state;
mod text;
mod view;

pub(crate) use ask::{Answer, Question};
pub(crate) use state::{Action, State, circles};
pub(crate) use text::{answer, cell, picture, row, table};
pub(crate) use view::{draw, press};
