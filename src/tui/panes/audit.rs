//! What the figures say about each other.

mod ask;
mod explain;
mod parts;
mod state;
mod text;
mod view;

pub(crate) use ask::{Answer, Question};
pub(crate) use state::{Action, State};
pub(crate) use text::{cell, row, table};
pub(crate) use view::{draw, press};
