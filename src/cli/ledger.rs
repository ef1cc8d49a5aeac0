//! `xianzhi ledger`: what people made of readings, and what became of it.

mod annotation;

use anyhow::Result;
use clap::Subcommand;

use super::{
    data::{self, Data},
    failure::{self, Outcome},
    options::Options,
    output::Output,
};
use crate::export::ledger_answer;

/// List the corrections of the figures that are opened, with what became of each
///
/// applied: it holds. re-anchored: the document has changed, and the characters were found again. set aside: the
/// document has changed and the place is not clear; nothing is lost, look at it there. absent: its document is
/// not opened. superseded: a later act about the same figure holds. undone: a later act took it back.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List them, as without a word
    List(List),
    /// Write them as an annotation that score.py compares a reading with
    Export(annotation::Args),
}

#[derive(Debug, clap::Args)]
struct List {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

/// Answers.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    match &args.what {
        None => list(&args.list, options),
        Some(What::List(args)) => list(args, options),
        Some(What::Export(args)) => annotation::run(args, options),
    }
}

fn list(args: &List, options: &Options) -> Result<Outcome> {
    let loaded = args.data.open(options)?;
    let reading = data::tell(&loaded.troubles, options);
    if loaded.corrections.is_empty() {
        let place = loaded.ledgers.first().map(|path| format!(" in {}", path.display())).unwrap_or_default();
        return Ok(failure::nothing(&format!("there is no correction{place}; xianzhi correct makes one")).and(reading));
    }
    args.output.answer(&ledger_answer(&loaded.corrections, options.language()), options)?;
    Ok(reading)
}
