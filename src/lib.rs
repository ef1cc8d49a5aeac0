//! xianzhi reads the prose in which Chinese counties and cities report their year, turns it into
//! figures, indexes them and answers questions about them.
//!
//! The way through the crate, each arrow a plain value:
//!
//! ```text
//! reports ─ load ─▶ Document ─ extract ─▶ Figure* ─ index ─▶ Atlas ─ query ─▶ answers ─▶ tui · cli · export
//! ```

pub mod cli;
pub mod export;
pub mod extract;
pub mod index;
pub mod load;
pub mod model;
pub mod query;
pub mod tui;
