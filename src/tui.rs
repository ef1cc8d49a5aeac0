//! The dashboard: keys in, screen out.
//!
//! Events become actions, actions change the state and put the queries that follow from it, and the
//! views draw state and answers. Nothing here reads files or the environment.

mod action;
mod ambiguous;
mod answers;
mod app;
mod archive;
mod awaited;
mod behind;
mod carry;
mod corrections;
mod dashboard;
mod event;
mod history;
mod host;
mod keymap;
mod layout;
mod look;
mod panes;
mod screen;
mod session;
mod signals;
mod state;
mod strings;
mod terminal;
mod theme;
mod units;
mod update;
mod widgets;
mod word;
mod writing;

use std::{error, fmt, io, sync::Arc};

pub use ambiguous::Ambiguous;
pub use app::App;
pub use host::{Host, News, NewsReceiver, NewsSender, Read, Reading, news};
pub use keymap::{KeyTrouble, Keymap, key_list};
pub use session::{Change, Changes, Session};
pub use theme::{Colour, ThemeFile, carried_names as carried_themes};
pub use units::Units;
pub use update::Command;
pub(crate) use widgets::flow::wrap;
pub use word::Word;

use crate::{
    index::Atlas,
    model::{Document, Language, correction::Entry},
};

/// What the dashboard shows.
#[derive(Debug)]
pub struct Opened {
    /// The index over all figures.
    pub atlas: Arc<Atlas>,
    /// The documents at hand; the sentence around a figure is shown from them.
    pub documents: Vec<Arc<Document>>,
    /// What could not be read, one sentence each.
    pub notices: Vec<String>,
    /// What people made of readings, in the order in which they did.
    pub corrections: Vec<Entry>,
}

/// How the dashboard shows it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the interface.
    pub lang: Language,
    /// The colours that the terminal can show.
    pub colour: Colour,
    /// The name of the theme; empty for the dark one.
    pub theme: String,
    /// How wide the terminal draws the characters whose width Unicode leaves open.
    pub ambiguous: Ambiguous,
    /// In which units values are written.
    pub units: Units,
    /// The columns of the table that are shown, of those of [`columns`]; `None` for all.
    pub columns: Option<Vec<String>>,
    /// Themes of the user's.
    pub themes: Vec<ThemeFile>,
    /// What the program itself has to tell, one sentence each.
    pub notices: Vec<String>,
    /// Whether corrections are left out: none can be made then, as nobody would see it.
    pub as_read: bool,
    /// What was shown when the dashboard was left, if that is to come back.
    pub session: Option<Session>,
    /// Which keys ask for what.
    pub keymap: Keymap,
}

/// The columns of the table that can be hidden.
#[must_use]
pub fn columns() -> Vec<&'static str> {
    session::COLUMNS.into_iter().map(Word::word).collect()
}

/// Why the dashboard ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The user left it.
    Quit,
    /// A signal of this number asked it to.
    Signal(i32),
    /// The terminal went away.
    Hangup,
}

impl Exit {
    /// The exit code of the process: 0, or 128 and the signal's number as shells report it.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(255),
            Self::Hangup => 129,
        }
    }
}

/// Why the dashboard could not run.
#[derive(Debug)]
pub enum Error {
    /// The named stream (`stdin`, `stdout`) is no terminal.
    NoTerminal(&'static str),
    /// Reading from or writing to the terminal failed.
    Terminal(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerminal(stream) => write!(f, "the dashboard needs a terminal, and {stream} is none"),
            Self::Terminal(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::NoTerminal(_) => None,
            Self::Terminal(error) => Some(error),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

/// What the terminal is asked to tell beside keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listening {
    /// Clicks and the wheel.
    pub mouse: bool,
    /// Which keys were pressed where terminals of old send the same for two (Tab and C-i). Only a terminal
    /// that is known to understand this may be asked ([`Listening::tells_keys_apart`]): to find out, one
    /// would have to wait for an answer.
    pub keys: bool,
}

impl Listening {
    /// Whether a terminal of these values of `TERM` and `TERM_PROGRAM` tells keys apart
    /// (<https://sw.kovidgoyal.net/kitty/keyboard-protocol>).
    #[must_use]
    pub fn tells_keys_apart(term: Option<&str>, program: Option<&str>) -> bool {
        let term = term.unwrap_or_default();
        // A multiplexer is not the terminal that started it.
        let is_terminal = !["screen", "tmux"].iter().any(|multiplexer| term.starts_with(multiplexer));
        let known = ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "rio", "wezterm"];
        known.iter().any(|known| term.starts_with(known))
            || (is_terminal && matches!(program, Some("ghostty" | "WezTerm" | "rio")))
    }
}

/// Opens the dashboard in the terminal and returns when the user, a signal or the terminal ends it. The
/// terminal is then as it was before.
///
/// # Errors
/// Standard input or output is no terminal (nothing has been written then), or the terminal failed.
pub fn run(
    opened: Opened,
    options: Options,
    listening: Listening,
    host: &mut dyn Host,
    news: NewsReceiver,
) -> Result<Exit, Error> {
    dashboard::run(opened, options, listening, host, news)
}
