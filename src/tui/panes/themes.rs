//! The window in which a theme is chosen; what lies below it shows each as the cursor comes to it.

mod state;
mod view;

pub(crate) use state::State;
pub(crate) use view::{draw, press};
