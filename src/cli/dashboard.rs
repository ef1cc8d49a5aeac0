//! `xianzhi [PATH…]`: the dashboard.

use std::{
    io::{IsTerminal as _, stdin, stdout},
    path::PathBuf,
    sync::Arc,
};

use anyhow::Result;

use super::{
    failure::{Outcome, Usage},
    options::Options,
};
use crate::{
    load,
    model::{Catalogue, Gazetteer},
    tui,
};

/// What the dashboard opens.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Figure files (.jsonl), reports (.txt, .md) or folders of them [default: the carried figures]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Folder with the documents of carried figures, to show the sentence that each was read from
    #[arg(long, value_name = "DIR")]
    reports: Option<PathBuf>,
}

/// Opens the dashboard and returns when the user leaves it.
pub(super) fn run(args: &Args, _options: &Options) -> Result<Outcome> {
    if !stdout().is_terminal() || !stdin().is_terminal() {
        return Err(
            Usage("the dashboard needs a terminal; for pipes use a subcommand (see xianzhi --help)".into()).into()
        );
    }
    let gazetteer = Arc::new(Gazetteer::carried());
    let catalogue = Arc::new(Catalogue::carried());
    let mut loaded = if args.paths.is_empty() {
        load::carried(&gazetteer, &catalogue)
    } else {
        load::open(&args.paths, &gazetteer, &catalogue)?
    };
    if let Some(reports) = &args.reports {
        loaded.documents.extend(load::open(std::slice::from_ref(reports), &gazetteer, &catalogue)?.documents);
    }
    tui::run(loaded.atlas, loaded.documents)?;
    Ok(Outcome::Done)
}
