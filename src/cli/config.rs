//! `xianzhi config`: what is set, and where.

use std::env;

use anyhow::Result;

use super::{
    failure::{self, Outcome},
    options::{Options, locale},
    output::write_to,
    settings::Color,
};
use crate::tui::Word as _;

/// Print the configuration as it stands, with where each value came from
///
/// The output is a configuration file: xianzhi config > config.toml begins one. A value on the command line
/// goes before one in the environment (`XIANZHI_THEME` and so on), that before one in the file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print only the path of the configuration file
    #[arg(long)]
    path: bool,
}

/// Prints the settings; what is wrong with them is told where all troubles are.
pub(super) fn run(args: &Args, options: &Options) -> Result<Outcome> {
    let settings = &options.settings;
    let written = if args.path {
        let Some(path) = &settings.path else {
            return Ok(failure::nothing("there is no home for a configuration file; XIANZHI_CONFIG can name one"));
        };
        format!("{}\n", path.display())
    } else {
        settings.written(|key| found(key, options))
    };
    write_to(None, |out| out.write_all(written.as_bytes()))?;
    Ok(Outcome::Done)
}

/// What a setting that is `auto` comes to here, and why.
fn found(key: &str, options: &Options) -> Option<String> {
    let settings = &options.settings;
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let first_set = |names: &[&'static str]| names.iter().copied().find(|name| is_set(name));
    let (value, from) = match key {
        "lang" if settings.lang.value.0.is_none() => {
            let (name, _) = locale();
            (options.language().pick("zh", "en"), Some(name).filter(|name| !name.is_empty()))
        }
        "theme" if settings.theme.value == "auto" => (options.theme(), first_set(&["COLORFGBG"])),
        "color" if settings.color.value == Color::Auto => {
            (Color::Of(options.colour()).word(), first_set(&["NO_COLOR", "COLORTERM", "TERM"]))
        }
        _ => return None,
    };
    Some(from.map_or_else(|| format!("{value} here"), |from| format!("{value} here, from {from}")))
}
