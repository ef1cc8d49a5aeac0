//! One metric of a region: beside other regions, over the years, and every figure of it.

mod state;
mod view;

pub(crate) use state::*;
pub(crate) use view::{Parts, draw, press};
