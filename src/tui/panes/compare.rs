//! Regions side by side.

mod columns;
mod state;
mod view;

pub(crate) use state::*;
pub(crate) use view::{draw, room};
