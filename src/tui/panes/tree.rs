//! The regions as a tree.

mod filter;
mod state;
mod text;
mod view;

pub(crate) use state::*;
pub(crate) use text::{cell, row, table};
pub(crate) use view::{draw, press, rows};
