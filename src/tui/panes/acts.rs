//! The window that lists corrections, with what became of each.

mod state;
mod view;

pub(crate) use state::State;
pub(crate) use view::{draw, press, rows};
