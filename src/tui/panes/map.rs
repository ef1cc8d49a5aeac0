//! The regions at their places.

mod ask;
mod caption;
mod ground;
mod labels;
mod parts;
mod state;
mod text;
mod view;

pub(crate) use ask::{Answer, Question};
pub(crate) use state::{Action, State};
pub(crate) use text::{answer, cell, picture, row, table};
pub(crate) use view::{draw, press};
