//! The search window.

mod state;
mod view;

pub(crate) use state::*;
pub(crate) use view::{Found, draw, press, rows};
