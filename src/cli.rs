//! The command line: one file a subcommand.

mod dashboard;
mod data;
mod failure;
mod options;

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use self::failure::Outcome;

/// Reads the figures out of Chinese county reports and lays them out in a terminal.
#[derive(Debug, Parser)]
#[command(name = "xianzhi", version, about, max_term_width = 110, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    dashboard: dashboard::Args,
    #[command(flatten)]
    options: options::Options,
}

#[derive(Debug, Subcommand)]
enum Command {}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    failure::exit_code(run(std::env::args_os()))
}

/// Parses the arguments (the first is the program's name) and runs what they ask for.
fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Outcome> {
    let cli = Cli::try_parse_from(arguments)?;
    match cli.command {
        Some(command) => match command {},
        None => dashboard::run(&cli.dashboard, &cli.options),
    }
}
