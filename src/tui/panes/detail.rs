//! One metric of a region: beside other regions, over the years, and every figure of it.

mod ask;
mod state;
mod text;
mod view;

pub(crate) use ask::*;
pub(crate) use state::*;
pub(crate) use text::{cell, row, table};
pub(crate) use view::{Parts, draw, press};
