//! Files and directories → documents and figures.

use std::{path::PathBuf, sync::Arc};

use anyhow::Result;

use crate::{
    index::Atlas,
    model::{Catalogue, Document, Gazetteer},
};

/// Something in the input that could not be taken; the rest was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// The line, where one is to blame, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do about it, one sentence.
    pub message: String,
}

/// What was opened.
#[derive(Debug)]
pub struct Loaded {
    /// The index over everything.
    pub atlas: Atlas,
    /// The documents at hand, for showing evidence.
    pub documents: Vec<Document>,
    /// What could not be taken.
    pub troubles: Vec<Trouble>,
}

/// The figures that the program carries.
#[must_use]
pub fn carried(gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Loaded {
    let _ = (gazetteer, catalogue);
    todo!()
}

/// Opens figure files (.jsonl), report files (.txt, .md) and folders of them.
///
/// # Errors
/// Only what leaves nothing to show: no path exists. Everything else is in [`Loaded::troubles`].
pub fn open(paths: &[PathBuf], gazetteer: &Arc<Gazetteer>, catalogue: &Arc<Catalogue>) -> Result<Loaded> {
    let _ = (paths, gazetteer, catalogue);
    todo!()
}
