//! Writes the settings as a configuration file that tells where each value came from.

use std::fmt::Write as _;

use toml::{Table, Value};

use super::{Origin, Set, Settings};
use crate::tui::Word;

/// Cells before the remark behind a value.
const REMARK: usize = 28;

impl Settings {
    /// The settings as a configuration file. `found` tells of a setting that is `auto` what it comes to here.
    pub(in crate::cli) fn written(&self, found: impl Fn(&str) -> Option<String>) -> String {
        let mut page = Page { settings: self, found, text: self.heading() };
        page.choice("lang", "Language of the interface: auto (that of the locale), zh or en.", &self.lang);
        let about = "Theme: auto, dark, light, high-contrast, colour-blind, or a file of the folder themes here.";
        page.value("theme", about, &self.theme, self.theme.value.as_str());
        page.choice("color", "Colours: auto (what the terminal says), always, never, 16, 256 or true.", &self.color);
        let about = "How wide the terminal draws characters such as ─ and ●: narrow (one cell) or wide (two).";
        page.choice("ambiguous", about, &self.ambiguous);
        page.switch("mouse", "Whether the mouse chooses, scrolls and sorts.", &self.mouse);
        page.choice("units", "Units of values: as-written, large (亿元), middle (万元) or base (元).", &self.units);
        page.list("columns", "Columns of the table beside name and value: growth, place, year, trend.", &self.columns);
        page.switch("session", "Whether the next start shows what was shown last.", &self.session);
        let about = "Who makes corrections, as the ledger tells it; empty for the name that the system knows.";
        page.value("author", about, &self.author, self.author.value.as_str());
        page.list("reports", "Folders with the documents of the carried figures.", &self.reports);
        page.keys();
        page.text
    }

    fn heading(&self) -> String {
        match &self.path {
            Some(path) if self.is_there => format!("# {}\n", path.display()),
            Some(path) => format!("# {}, which is not there\n", path.display()),
            None => "# There is no home for a configuration file.\n".to_owned(),
        }
    }

    /// Where a value was set, in a few words.
    fn origin(&self, origin: &Origin) -> String {
        match origin {
            Origin::Default => "default".to_owned(),
            Origin::File(line) => {
                let name = self.path.as_deref().and_then(|path| path.file_name()).unwrap_or_default();
                format!("{}:{line}", name.display())
            }
            Origin::Environment(name) => format!("environment: {name}"),
            Origin::CommandLine(option) => format!("command line: {option}"),
        }
    }
}

/// The file so far.
struct Page<'a, F> {
    settings: &'a Settings,
    found: F,
    text: String,
}

impl<F: Fn(&str) -> Option<String>> Page<'_, F> {
    fn choice<T: Word>(&mut self, key: &str, about: &str, set: &Set<T>) {
        self.value(key, about, set, set.value.word());
    }

    fn switch(&mut self, key: &str, about: &str, set: &Set<bool>) {
        self.value(key, about, set, set.value);
    }

    fn list(&mut self, key: &str, about: &str, set: &Set<Vec<String>>) {
        self.value(key, about, set, set.value.clone());
    }

    fn value<T>(&mut self, key: &str, about: &str, set: &Set<T>, value: impl Into<Value>) {
        let line = format!("{key} = {}", value.into());
        let origin = self.settings.origin(&set.origin);
        let found = (self.found)(key).map(|found| format!("; {found}")).unwrap_or_default();
        let _ = write!(self.text, "\n# {about}\n{line:REMARK$}  # {origin}{found}\n");
    }

    /// The keys of the user's, as they stand in the file.
    fn keys(&mut self) {
        self.text.push_str("\n# Keys by the name of what they ask for; xianzhi keys prints all of them.\n");
        let keys = Value::Table(self.settings.keys.clone());
        self.text.push_str(&Table::from_iter([("keys".to_owned(), keys)]).to_string());
    }
}
