//! The options that every use of the program takes, with what the user has set elsewhere.

use std::{env, ffi::OsString, path::PathBuf};

use anstream::ColorChoice;

use super::{
    failure::{Usage, say},
    places,
    settings::{Color, Lang, Settings, read},
    themes,
};
use crate::{
    load::Ledger,
    model::Language,
    tui::{self, Ambiguous},
};

/// The options as they are given on the command line.
#[derive(Debug, Default, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Given {
    /// Language of the interface.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = read::<Lang>)]
    #[arg(help = "Language of the interface, zh or en [default: from LC_ALL, LC_MESSAGES, LANG]")]
    pub(super) lang: Option<Lang>,

    /// Colours: auto, always, never, 16, 256 or true (24 bits) [default: as the terminal says]
    #[arg(long, global = true, value_name = "WHEN", value_parser = read::<Color>)]
    pub(super) color: Option<Color>,

    /// File that corrections are kept in [default: the nearest corrections.jsonl beside the figures that are opened]
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,

    /// Leave corrections out: figures as the program reads them
    #[arg(long, global = true)]
    pub(super) as_read: bool,

    /// Treat anything in the input that cannot be read as an error (exit code 1)
    #[arg(long, global = true)]
    pub(super) strict: bool,

    /// Tell only what went wrong: no progress and no notes on standard error
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// Theme of the dashboard: dark, light, high-contrast, colour-blind, one of your own, or auto
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,

    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,

    /// How wide the terminal draws characters such as ─ and ●: narrow or wide
    #[arg(long, value_name = "WIDTH", value_parser = read::<Ambiguous>)]
    pub(super) ambiguous: Option<Ambiguous>,
}

/// What the program goes by: what is given, and what is set elsewhere.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) strict: bool,
    pub(super) quiet: bool,
    /// The ledger that is named.
    ledger: Option<PathBuf>,
    /// Whether corrections are left out.
    pub(super) as_read: bool,
    pub(super) settings: Settings,
    /// The user's own themes.
    pub(super) themes: Vec<tui::ThemeFile>,
    /// The keys, with those of the user's.
    pub(super) keymap: tui::Keymap,
}

impl Options {
    /// Takes what is given and gathers the rest.
    ///
    /// # Errors
    /// The theme that is given is not known.
    pub(super) fn gather(given: &Given) -> Result<Self, Usage> {
        let mut settings = Settings::gather(given);
        let folder = settings.path.as_deref().and_then(places::themes_folder);
        let themes = themes::read(folder.as_deref(), &mut settings.problems);
        settings.check_theme(&themes)?;
        let keymap = settings.keymap();
        let &Given { ref ledger, as_read, strict, quiet, .. } = given;
        Ok(Self { strict, quiet, ledger: ledger.clone(), as_read, settings, themes, keymap })
    }

    /// Tells on standard error what is good to know and no error.
    pub(super) fn note(&self, note: &str) {
        if !self.quiet {
            say!("xianzhi: {note}");
        }
    }

    /// Which corrections are put to figures of these paths, or to those that the program carries.
    pub(super) fn ledger(&self, paths: &[PathBuf]) -> Ledger {
        if self.as_read {
            return Ledger::LeftOut;
        }
        match &self.ledger {
            Some(path) => Ledger::At(path.clone()),
            None if paths.is_empty() => places::ledger().map_or(Ledger::LeftOut, Ledger::At),
            None => Ledger::Beside,
        }
    }

    /// The same for what lies in no folder: those of the ledger that is named.
    pub(super) fn named_ledger(&self) -> Ledger {
        self.ledger.clone().filter(|_| !self.as_read).map_or(Ledger::LeftOut, Ledger::At)
    }

    /// Why there is no place for a correction.
    pub(super) const fn no_ledger(&self) -> &'static str {
        if self.as_read {
            "start without --as-read: corrections are left out here, and none is saved"
        } else {
            "the correction is not saved: there is no home for it; name a place with --ledger FILE"
        }
    }

    /// Who makes corrections: who is set, or else the name that the system knows.
    pub(super) fn author(&self) -> String {
        let set = self.settings.author.value.clone();
        let variable = |name| env::var(name).ok().filter(|name| !name.is_empty());
        Some(set)
            .filter(|set| !set.is_empty())
            .or_else(|| variable("USER"))
            .or_else(|| variable("USERNAME"))
            .unwrap_or_default()
    }

    /// The language that is set, or else that of the locale.
    pub(super) fn language(&self) -> Language {
        self.settings.lang.value.0.unwrap_or_else(|| Language::of_locale(&locale().1))
    }

    /// The colours that are set, or else those that the terminal says it can show.
    pub(super) fn colour(&self) -> tui::Colour {
        let variable = |name| env::var(name).ok();
        let of_terminal = |no_color: Option<String>| {
            let (colorterm, term) = (variable("COLORTERM"), variable("TERM"));
            tui::Colour::of_environment(no_color.as_deref(), colorterm.as_deref(), term.as_deref())
        };
        match self.settings.color.value {
            Color::Auto => of_terminal(variable("NO_COLOR")),
            Color::Always => Some(of_terminal(None)).filter(|colour| *colour != tui::Colour::None).unwrap_or_default(),
            Color::Of(colour) => colour,
        }
    }

    /// The name of the theme that is set, or else of the one for the ground that the terminal tells of.
    pub(super) fn theme(&self) -> &str {
        match self.settings.theme.value.as_str() {
            "auto" if has_pale_ground(env::var("COLORFGBG").ok().as_deref()) => "light",
            "auto" => "dark",
            name => name,
        }
    }

    /// Lets what is printed follow the colours that are set.
    pub(super) fn colour_output(&self) {
        match self.settings.color.value {
            Color::Auto => {}
            Color::Of(tui::Colour::None) => ColorChoice::Never.write_global(),
            Color::Always | Color::Of(_) => ColorChoice::Always.write_global(),
        }
    }
}

/// Lets help and what is wrong with the command line follow the colours that are set: these are told before the
/// options are known.
pub(super) fn colour_help(arguments: &[OsString]) {
    let words = || arguments.iter().filter_map(|argument| argument.to_str());
    let next = words().skip_while(|word| *word != "--color").nth(1);
    let word = words().find_map(|word| word.strip_prefix("--color=")).or(next);
    let given = Given { color: word.and_then(|word| read(word).ok()), ..Given::default() };
    if let Ok(options) = Options::gather(&given) {
        options.colour_output();
    }
}

/// The variable that tells the locale, and the locale; both empty where none does.
pub(super) fn locale() -> (&'static str, String) {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| (name, env::var(name).unwrap_or_default()));
    set.into_iter().find(|(_, value)| !value.is_empty()).unwrap_or_default()
}

/// Whether `COLORFGBG` tells of a pale ground: `foreground;background` by the numbers of the 16 colours,
/// as rxvt, Konsole and others set it.
fn has_pale_ground(colorfgbg: Option<&str>) -> bool {
    let ground = colorfgbg.and_then(|value| value.rsplit_once(';')).map(|(_, ground)| ground);
    matches!(ground, Some("7" | "9" | "10" | "11" | "12" | "13" | "14" | "15"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_the_last_of_colorfgbg() {
        for (value, pale) in [
            ("0;15", true),
            ("0;default;7", true),
            ("15;0", false),
            ("12;8", false),
            ("15;default", false),
            ("15", false),
        ] {
            assert_eq!(has_pale_ground(Some(value)), pale, "{value}");
        }
        assert!(!has_pale_ground(None));
    }
}
