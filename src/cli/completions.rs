//! `xianzhi completions SHELL`: what a shell needs to complete the program's subcommands and options.

use std::io;

use anyhow::Result;
use clap::Command;
use clap_complete::Shell;

use super::{failure::Outcome, output::write_to};

/// Print the completions for a shell
///
/// xianzhi completions bash > ~/.local/share/bash-completion/completions/xianzhi
/// xianzhi completions zsh > "${fpath[1]}/_xianzhi"
/// xianzhi completions fish > ~/.config/fish/completions/xianzhi.fish
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

/// Prints what the shell is to load.
pub(super) fn run(args: &Args, mut command: Command) -> Result<Outcome> {
    // Gathered first: the generator does not expect that its reader may have gone.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "xianzhi", &mut script);
    write_to(None, |out| io::Write::write_all(out, &script))?;
    Ok(Outcome::Done)
}
