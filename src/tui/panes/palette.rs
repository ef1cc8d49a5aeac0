//! The palette: every action by what it does, with its keys.

mod ask;
mod state;
mod view;

pub(crate) use ask::{Answer, Question, What};
pub(crate) use state::State;
pub(crate) use view::{draw, press, rows};
