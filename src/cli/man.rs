//! `xianzhi man`: the manual pages.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, Result};
use clap::Command;
use clap_mangen::Man;

use super::{failure::Outcome, output::write_to};

/// Print the manual page, or write one for every subcommand
///
/// xianzhi man | man -l -                      reads the page at once
/// xianzhi man ~/.local/share/man/man1         writes xianzhi.1, xianzhi-show.1 …
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The folder to write the pages to, made if there is none
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Prints the page of the program, or writes all pages.
pub(super) fn run(args: &Args, command: Command) -> Result<Outcome> {
    match &args.folder {
        None => write_to(None, |out| Man::new(command).render(out))?,
        Some(folder) => {
            let doing = || format!("writing manual pages to {}", folder.display());
            fs::create_dir_all(folder).with_context(doing)?;
            clap_mangen::generate_to(command, folder).with_context(doing)?;
        }
    }
    Ok(Outcome::Done)
}
