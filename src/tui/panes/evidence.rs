//! The sentence a figure was read from.

mod state;
mod view;

pub(crate) use state::Evidence;
pub(crate) use view::draw;
