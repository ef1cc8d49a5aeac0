//! The search window.

mod neighbours;
mod state;
mod view;

pub(crate) use neighbours::neighbours;
pub(crate) use state::*;
pub(crate) use view::{Found, draw, press, rows};
