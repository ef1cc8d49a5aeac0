//! `xianzhi keys`: which keys ask for what.

use anyhow::Result;

use super::{failure::Outcome, options::Options, output::write_to};

/// Print all keys with what they ask for, as they stand in the configuration file
///
/// The output can stand in the configuration file as it is; only lines that differ from the default are
/// needed there. An action has a key, a list of keys, or an empty list.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Prints the key map.
pub(super) fn run(_: &Args, options: &Options) -> Result<Outcome> {
    write_to(None, |out| out.write_all(options.keymap.to_toml("keys", options.language()).as_bytes()))?;
    Ok(Outcome::Done)
}
