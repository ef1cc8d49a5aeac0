//! The options that every use of the program takes.

use clap::{ValueEnum, builder::PossibleValue};

use crate::model::Language;

/// The options that every use of the program takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Language of the interface; `None` leaves it to the environment.
    #[arg(long, global = true, value_name = "LANGUAGE", hide_possible_values = true)]
    #[arg(help = "Language of the interface, zh or en [default: from LC_ALL, LC_MESSAGES, LANG]")]
    lang: Option<Language>,

    /// Treat anything in the input that cannot be read as an error (exit code 1)
    #[arg(long, global = true)]
    pub(super) strict: bool,
}

impl Options {
    /// The language asked for, or else that of the environment.
    pub(super) fn language(&self) -> Language {
        self.lang.unwrap_or_else(|| {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|value| !value.is_empty());
            Language::of_locale(&locale.unwrap_or_default())
        })
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Zh, Self::En]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Zh => PossibleValue::new("zh").help("中文"),
            Self::En => PossibleValue::new("en").help("English"),
        })
    }
}
