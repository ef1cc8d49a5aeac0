//! The documents.

mod ask;
mod columns;
mod state;
mod view;

pub(crate) use ask::Answer;
pub(crate) use state::{Action, State};
pub(crate) use view::{draw, press};
