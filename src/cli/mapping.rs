//! `--map` and `--save-map`: how tables are read, said by hand or kept.

use std::path::PathBuf;

use anyhow::Result;

use crate::load::{Mapping, Reader};

/// How tables are read.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Maps {
    /// Read tables as FILE says: which column is what, names of regions and metrics (README, Tables)
    #[arg(long, value_name = "FILE", requires = "paths")]
    map: Option<PathBuf>,

    /// Write to FILE how the tables were read, to be changed and given back with --map
    #[arg(long, value_name = "FILE", requires = "paths")]
    save_map: Option<PathBuf>,
}

impl Maps {
    /// The reader that reads tables so.
    ///
    /// # Errors
    /// The mapping cannot be read.
    pub(super) fn given_to(&self, reader: Reader) -> Result<Reader> {
        Ok(match &self.map {
            Some(path) => reader.with_mapping(Mapping::open(path)?),
            None => reader,
        })
    }

    /// Whether the mapping that was used is to be kept.
    pub(super) fn are_kept(&self) -> bool {
        self.save_map.is_some()
    }

    /// Keeps the mapping that was used, where that is asked for.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn keep(&self, reader: &Reader) -> Result<()> {
        self.save_map.as_ref().map_or(Ok(()), |path| reader.mapping().save(path))
    }
}
