//! The regions as a tree.

mod filter;
mod state;
mod view;

pub(crate) use state::*;
pub(crate) use view::{draw, press, rows};
