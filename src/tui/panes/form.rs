//! The form in which a reading is corrected, a figure is added, or something is said of it.

mod ask;
mod field;
mod fill;
mod problem;
mod state;
mod view;

pub(crate) use ask::{Question, Suggestion};
pub(crate) use field::Field;
pub(crate) use fill::number;
pub(crate) use problem::Problem;
pub(crate) use state::{Purpose, Stage, State};
pub(crate) use view::{draw, press, rows};
