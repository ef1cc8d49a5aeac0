//! The documents.

mod ask;
mod state;
mod view;

pub(crate) use ask::{Answer, Question};
pub(crate) use state::{Action, State};
pub(crate) use view::draw;
