//! The reading view: a document with every figure lit where it stands, and what was read from it.

mod ask;
mod panel;
mod parts;
mod state;
mod text;
mod unread;
mod view;

pub(crate) use ask::{Page, Question};
pub(crate) use state::{Action, State};
pub(crate) use text::{cell, row, table};
pub(crate) use unread::Unread;
pub(crate) use view::{draw, press};
