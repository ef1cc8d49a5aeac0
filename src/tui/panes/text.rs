//! The windows that show running text: help and what could not be read.

mod help;
mod notices;
mod state;
mod view;

pub(crate) use help::help;
pub(crate) use notices::notices;
pub(crate) use state::State;
pub(crate) use view::{Line, draw};
