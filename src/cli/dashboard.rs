//! `xianzhi [PATH…]`: the dashboard.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use anyhow::Result;

use super::{
    data::{self, Tables},
    failure::{Outcome, Usage},
    options::Options,
};
use crate::{load::Reader, tui};

/// What the dashboard opens.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Figure files (.jsonl), reports (.txt, .md) or folders of them [default: the carried figures]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// Folder with the documents of carried figures, to show the sentence that each was read from
    #[arg(long, value_name = "DIR")]
    pub(super) reports: Option<PathBuf>,
}

/// Opens the dashboard and returns when the user leaves it.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    if let Some(word) = args.paths.iter().find(|path| is_word(path) && !path.exists()) {
        let word = word.display();
        return Err(Usage(format!("{word} is neither a file nor a subcommand; xianzhi --help lists them")).into());
    }
    let tables = Tables::carried();
    let mut reader = Reader::new(args.paths.clone(), tables.gazetteer, tables.catalogue)
        .with_reports(args.reports.iter().cloned().collect());
    let loaded = reader.read(&mut |_| ControlFlow::Continue(()))?.loaded;
    if options.strict && !loaded.troubles.is_empty() {
        return Ok(data::tell(&loaded.troubles, options));
    }
    let opened = tui::Opened {
        atlas: loaded.atlas,
        documents: loaded.documents,
        notices: loaded.troubles.iter().map(ToString::to_string).collect(),
    };
    let environment = |name| std::env::var(name).ok();
    let [no_color, colorterm, term] = ["NO_COLOR", "COLORTERM", "TERM"].map(environment);
    let colour = tui::Colour::of_environment(no_color.as_deref(), colorterm.as_deref(), term.as_deref());
    let exit = tui::run(opened, tui::Options { lang: options.language(), colour, ..tui::Options::default() })?;
    Ok(Outcome::Left(exit))
}

/// Whether a path may be meant for a subcommand: a bare word without an extension.
fn is_word(path: &Path) -> bool {
    path.components().count() == 1 && path.extension().is_none()
}
