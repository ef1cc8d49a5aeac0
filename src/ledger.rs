//! The ledger of corrections: acts of people about figures, appended to a file and applied on load.

mod annotation;
mod apply;
mod cases;
mod file;
mod find;
mod lines;

pub use self::{
    annotation::{Annotation, annotate},
    apply::{Corrections, Reading},
    file::{Appended, append, read},
    lines::{Acts, Problem},
};

/// The name of the ledger beside the data.
pub const FILE: &str = "corrections.jsonl";

#[cfg(test)]
mod tests;
