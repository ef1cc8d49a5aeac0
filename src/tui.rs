//! The dashboard.

use anyhow::Result;

use crate::{index::Atlas, model::Document};

/// Opens the dashboard and returns when the user leaves it.
///
/// # Errors
/// Output is no terminal, or the terminal failed.
pub fn run(atlas: Atlas, documents: Vec<Document>) -> Result<()> {
    let _ = (atlas, documents);
    todo!()
}
