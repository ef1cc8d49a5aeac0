//! The ledger of corrections: acts of people about figures, appended to a file and applied on load.

use std::path::{Path, PathBuf};

mod annotation;
mod apply;
mod cases;
mod file;
mod find;
mod lines;
mod merge;
mod slot;

pub use self::{
    annotation::{Annotation, annotate},
    apply::{Corrections, Reading},
    file::{Appended, append, read},
    lines::{Acts, Problem, is_act},
    merge::merged,
};

/// The name of the ledger beside the data.
pub const FILE: &str = "corrections.jsonl";

/// Where the ledger of what lies at a path is: in the folder, or beside the file.
#[must_use]
pub fn beside(path: &Path) -> Option<PathBuf> {
    let folder = if path.is_dir() { path } else { path.parent()? };
    Some(folder.join(FILE))
}

#[cfg(test)]
mod tests;
