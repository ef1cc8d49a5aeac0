//! The years of a metric.

mod ask;
mod chart;
mod legend;
mod parts;
mod series;
mod state;
mod table;
mod text;
mod view;

pub(crate) use ask::{Answer, Question, with_years};
pub(crate) use state::{Action, Form, State};
pub(crate) use text::{answer, cell, picture, row, table};
pub(crate) use view::{draw, press};
