//! The search window.

mod ask;
mod hits;
mod neighbours;
mod preview;
mod state;
mod view;

pub(crate) use ask::Preview;
pub(crate) use neighbours::neighbours;
pub(crate) use state::{MOST_HITS, Purpose, State};
pub(crate) use view::{Found, draw, press, rows};
