//! Where a subcommand takes its figures from, and what is said when some cannot be read.

use std::{ops::ControlFlow, path::PathBuf, sync::Arc};

use anyhow::Result;

use super::{
    failure::{Outcome, say},
    gauge::Gauge,
    mapping::Maps,
    options::Options,
};
use crate::{
    index::Atlas,
    load::{Loaded, Reader, Trouble},
    model::{Catalogue, Gazetteer},
};

/// The regions and metrics that the program carries.
pub(super) struct Tables {
    pub(super) gazetteer: Arc<Gazetteer>,
    pub(super) catalogue: Arc<Catalogue>,
}

impl Tables {
    /// Reads them.
    pub(super) fn carried() -> Self {
        Self { gazetteer: Arc::new(Gazetteer::carried()), catalogue: Arc::new(Catalogue::carried()) }
    }
}

/// Where a subcommand takes its figures from.
#[derive(Debug, clap::Args)]
pub(super) struct Data {
    /// Figure files, reports or folders of them to answer from [default: the carried figures]
    #[arg(long = "data", value_name = "PATH", num_args = 1..)]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    maps: Maps,
}

impl Data {
    /// What is opened; nothing for the figures that the program carries.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Opens the figures.
    pub(super) fn open(&self, options: &Options) -> Result<Loaded> {
        let Tables { gazetteer, catalogue } = Tables::carried();
        let reader = Reader::new(self.paths.clone(), gazetteer, catalogue).with_ledger(options.ledger(&self.paths));
        let mut reader = self.maps.given_to(reader)?;
        let mut gauge = Gauge::of_files("reading", options);
        let progress = &mut |progress| {
            gauge.tell(progress);
            ControlFlow::Continue(())
        };
        let loaded = reader.read(progress)?.loaded;
        self.maps.keep(&reader)?;
        Ok(loaded)
    }

    /// Opens the figures, tells what could not be read, and lets `answer` answer from the rest.
    pub(super) fn ask(&self, options: &Options, answer: impl FnOnce(&Atlas) -> Result<Outcome>) -> Result<Outcome> {
        let loaded = self.open(options)?;
        let reading = tell(&loaded.troubles, options);
        Ok(answer(&loaded.atlas)?.and(reading))
    }
}

/// Tells on standard error what could not be read; under `--strict` that makes the run incomplete. Notes are left out
/// under `--quiet` and count as nothing.
pub(super) fn tell(troubles: &[Trouble], options: &Options) -> Outcome {
    for trouble in troubles.iter().filter(|trouble| !(trouble.is_note && options.quiet)) {
        say!("{trouble}");
    }
    if options.strict && is_short(troubles) { Outcome::Incomplete } else { Outcome::Done }
}

/// Whether something could not be read.
pub(super) fn is_short(troubles: &[Trouble]) -> bool {
    troubles.iter().any(|trouble| !trouble.is_note)
}
