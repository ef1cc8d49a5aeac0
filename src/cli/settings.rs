//! What the user has set: on the command line, by environment variables, in the configuration file, and
//! where each value came from.

mod choice;
mod file;
mod written;

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
};

use toml::Value;

use self::choice::meant;
pub(super) use self::choice::{Color, Lang, read};
use self::file::File;
use super::{failure::Usage, options::Given, places};
use crate::tui::{self, Ambiguous, Units, Word};

/// A value and where it was set.
#[derive(Clone, Debug)]
pub(super) struct Set<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

/// Where a value was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Nowhere.
    Default,
    /// In this line of the file, from 1.
    File(usize),
    /// By the environment variable of this name.
    Environment(String),
    /// By this option.
    CommandLine(&'static str),
}

/// What the user has set.
#[derive(Debug)]
pub(super) struct Settings {
    /// The configuration file, whether it is there or not.
    pub(super) path: Option<PathBuf>,
    /// Whether it is there.
    pub(super) is_there: bool,
    pub(super) lang: Set<Lang>,
    /// The name of a theme, or `auto`.
    pub(super) theme: Set<String>,
    pub(super) color: Set<Color>,
    pub(super) ambiguous: Set<Ambiguous>,
    pub(super) mouse: Set<bool>,
    pub(super) units: Set<Units>,
    /// Columns of the table that are shown, of those that can be hidden.
    pub(super) columns: Set<Vec<String>>,
    pub(super) session: Set<bool>,
    /// Who makes corrections; empty for whom the system knows.
    pub(super) author: Set<String>,
    /// Folders with documents of carried figures.
    pub(super) reports: Set<Vec<String>>,
    /// Keys by the name of what they ask for, as they stand in the file.
    pub(super) keys: toml::Table,
    /// The lines of the file in which they stand, by their names behind `keys.`.
    lines: BTreeMap<String, usize>,
    /// What is wrong with the file and the variables, one sentence each.
    pub(super) problems: Vec<String>,
}

/// The names of all settings, for those that are misspelt.
const KEYS: [&str; 11] =
    ["lang", "theme", "color", "ambiguous", "mouse", "units", "columns", "session", "author", "reports", "keys"];

impl Settings {
    /// Gathers what is set: the command line goes before the environment, that before the file.
    pub(super) fn gather(given: &Given) -> Self {
        let path = places::config_file();
        let mut problems = Vec::new();
        let file = path.as_deref().map(|path| File::read(path, &mut problems)).unwrap_or_default();
        Self::merge(given, path, file, |name| env::var(name).ok(), problems)
    }

    /// What is set by this alone.
    #[cfg(test)]
    pub(super) fn of(given: &Given) -> Self {
        Self::merge(given, None, File::default(), |_| None, Vec::new())
    }

    fn merge(
        given: &Given,
        path: Option<PathBuf>,
        file: File,
        environment: impl Fn(&str) -> Option<String>,
        problems: Vec<String>,
    ) -> Self {
        let is_there = file.is_there;
        let mut sources = Sources { path: path.clone(), file, environment, problems };
        let lang = sources.choice("lang", given.lang.map(|value| (value, "--lang")));
        let theme = sources.text("theme", given.theme.clone().map(|value| (value, "--theme")), "auto");
        let color = sources.choice("color", given.color.map(|value| (value, "--color")));
        let ambiguous = sources.choice("ambiguous", given.ambiguous.map(|value| (value, "--ambiguous")));
        let mouse = sources.switch("mouse", given.no_mouse.then_some((false, "--no-mouse")));
        let units = sources.choice("units", None);
        let columns = sources.list("columns", &tui::columns(), |column| {
            let known = tui::columns();
            if known.contains(&column) {
                Ok(())
            } else {
                Err(format!("{column:?} is none of {}{}", known.join(", "), meant(column, &known)))
            }
        });
        let session = sources.switch("session", None);
        let author = sources.text("author", None, "");
        let reports = sources.list("reports", &[], |_| Ok(()));
        let keys = sources.table("keys");
        sources.tell_unknown();
        let lines = sources.file.lines;
        let problems = sources.problems;
        Self {
            path,
            is_there,
            lang,
            theme,
            color,
            ambiguous,
            mouse,
            units,
            columns,
            session,
            author,
            reports,
            keys,
            lines,
            problems,
        }
    }
}

impl Settings {
    /// The folders with documents of carried figures: from the folder of the configuration file on where they
    /// are not whole, from home on where they begin with `~`. One that is not there is told and left out.
    pub(super) fn report_folders(&self, problems: &mut Vec<String>) -> Vec<PathBuf> {
        let base = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        let mut folders = Vec::new();
        for text in &self.reports.value {
            let folder = match text.strip_prefix("~/").zip(etcetera::home_dir().ok()) {
                Some((rest, home)) => home.join(rest),
                None => base.join(text),
            };
            match (folder.is_dir(), &self.reports.origin) {
                (true, _) => folders.push(folder),
                (false, Origin::File(line)) => {
                    let problem = format!("there is no folder {}", folder.display());
                    problems.push(told(self.path.as_deref(), *line, "reports", &problem));
                }
                (false, _) => {}
            }
        }
        folders
    }

    /// Makes sure that there is a theme of the name that is set; a name in the file or the environment that
    /// is none is told.
    ///
    /// # Errors
    /// The name on the command line is none.
    pub(super) fn check_theme(&mut self, own: &[tui::ThemeFile]) -> Result<(), Usage> {
        let mut names: Vec<&str> = tui::carried_themes();
        names.extend(own.iter().map(|file| file.name.as_str()));
        names.push("auto");
        let Set { value, origin } = &self.theme;
        if names.contains(&value.as_str()) {
            return Ok(());
        }
        let problem = format!("no theme is called {value}; there are {}{}", names.join(", "), meant(value, &names));
        match origin {
            Origin::CommandLine(_) => return Err(Usage(problem)),
            Origin::File(line) => self.problems.push(told(self.path.as_deref(), *line, "theme", &problem)),
            Origin::Environment(name) => self.problems.push(format!("{name}: {problem}")),
            Origin::Default => {}
        }
        self.theme = Set { value: "auto".to_owned(), origin: Origin::Default };
        Ok(())
    }
}

impl Settings {
    /// The keys with those that are set; what of these cannot be is told.
    pub(super) fn keymap(&mut self) -> tui::Keymap {
        let (keymap, troubles) = tui::Keymap::carried().with(&self.keys);
        let path = self.path.as_deref().unwrap_or(Path::new("")).display();
        for trouble in troubles {
            let line = self.lines.get(&format!("keys.{}", trouble.about())).copied().unwrap_or(1);
            self.problems.push(format!("{path}:{line}: keys: {trouble}"));
        }
        keymap
    }
}

/// Where values are looked for.
struct Sources<E> {
    path: Option<PathBuf>,
    /// What of the file nobody has asked for yet.
    file: File,
    environment: E,
    problems: Vec<String>,
}

impl<E: Fn(&str) -> Option<String>> Sources<E> {
    /// One of a few words.
    fn choice<T: Word>(&mut self, key: &'static str, given: Option<(T, &'static str)>) -> Set<T> {
        self.value(key, given, read::<T>, T::WORDS[0].1)
    }

    /// Any text.
    fn text(&mut self, key: &'static str, given: Option<(String, &'static str)>, default: &str) -> Set<String> {
        self.value(key, given, |text| Ok(text.to_owned()), default.to_owned())
    }

    /// True or false; true where nobody says.
    fn switch(&mut self, key: &'static str, given: Option<(bool, &'static str)>) -> Set<bool> {
        self.value(key, given, |text| text.parse().map_err(|_| format!("{text:?} is neither true nor false")), true)
    }

    fn value<T>(
        &mut self,
        key: &'static str,
        given: Option<(T, &'static str)>,
        read: impl Fn(&str) -> Result<T, String>,
        default: T,
    ) -> Set<T> {
        let from_file = self.entry(key, |value| read(&plain(value)?));
        if let Some((value, option)) = given {
            return Set { value, origin: Origin::CommandLine(option) };
        }
        let name = format!("XIANZHI_{}", key.to_uppercase());
        if let Some(text) = (self.environment)(&name).filter(|text| !text.is_empty()) {
            match read(&text) {
                Ok(value) => return Set { value, origin: Origin::Environment(name) },
                Err(problem) => self.problems.push(format!("{name}: {problem}")),
            }
        }
        from_file.unwrap_or(Set { value: default, origin: Origin::Default })
    }

    /// A list of texts; only the file has one.
    fn list(
        &mut self,
        key: &'static str,
        default: &[&str],
        check: impl Fn(&str) -> Result<(), String>,
    ) -> Set<Vec<String>> {
        let texts = |value: &Value| {
            let texts =
                value.as_array().and_then(|values| values.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
            let texts = texts.ok_or_else(|| "is to be a list of texts, as [\"…\", \"…\"]".to_owned())?;
            texts.iter().try_for_each(|text| check(text))?;
            Ok(texts.into_iter().map(str::to_owned).collect())
        };
        let default = || default.iter().map(|text| (*text).to_owned()).collect();
        self.entry(key, texts).unwrap_or_else(|| Set { value: default(), origin: Origin::Default })
    }

    fn table(&mut self, key: &'static str) -> toml::Table {
        let table = |value: &Value| value.as_table().cloned().ok_or_else(|| format!("is to be a table, as [{key}]"));
        self.entry(key, table).map(|set| set.value).unwrap_or_default()
    }

    /// The value of a key of the file; what cannot be read is told and counts as not there.
    fn entry<T>(&mut self, key: &str, read: impl Fn(&Value) -> Result<T, String>) -> Option<Set<T>> {
        let (value, line) = self.file.entries.remove(key)?;
        match read(&value) {
            Ok(value) => Some(Set { value, origin: Origin::File(line) }),
            Err(problem) => {
                self.tell(line, key, &problem);
                None
            }
        }
    }

    /// Tells what of the file nobody has asked for, with the name that may be meant.
    fn tell_unknown(&mut self) {
        for (key, (_, line)) in std::mem::take(&mut self.file.entries) {
            let nearest = KEYS.iter().max_by(|a, b| strsim::jaro(a, &key).total_cmp(&strsim::jaro(b, &key)));
            let meant = nearest.filter(|known| strsim::jaro(known, &key) > 0.7);
            let meant =
                meant.map_or_else(|| format!("there are {}", KEYS.join(", ")), |key| format!("did you mean {key}?"));
            self.tell(line, &key, &format!("no such setting; {meant}"));
        }
    }

    fn tell(&mut self, line: usize, key: &str, problem: &str) {
        self.problems.push(told(self.path.as_deref(), line, key, problem));
    }
}

/// What is wrong with a key of the file.
fn told(path: Option<&Path>, line: usize, key: &str, problem: &str) -> String {
    format!("{}:{line}: {key}: {problem}", path.unwrap_or(Path::new("")).display())
}

/// A value that is written in one word, as text: `color = 256` is as good as `color = "256"`.
fn plain(value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Boolean(switch) => Ok(switch.to_string()),
        other => Err(format!("is to be one word, not {} {}", article(other.type_str()), other.type_str())),
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests;
