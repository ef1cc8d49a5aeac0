//! What is typed, what was looked for before, and which hit is chosen.

use tui_input::InputRequest;

use crate::{
    query::{Hit, Scope},
    tui::widgets::{
        input::TypedLine,
        scroll::{Scroll, Step},
    },
};

/// Most hits that are asked for.
pub(crate) const MOST_HITS: usize = 100;

/// So many searches are remembered.
const MOST_RECENT: usize = 12;

/// What a hit is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To go there.
    #[default]
    Go,
    /// To put a region beside those compared.
    PutBeside,
}

impl Purpose {
    /// What is looked for.
    pub(crate) const fn scope(self) -> Scope {
        match self {
            Self::Go => Scope::All,
            Self::PutBeside => Scope::Regions,
        }
    }
}

/// What is typed, what was looked for before, and which hit is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) input: TypedLine,
    /// In the hits or, while nothing is typed, in what was looked for before.
    pub(crate) scroll: Scroll,
    pub(crate) purpose: Purpose,
    /// What was looked for before, the latest first.
    pub(crate) recent: Vec<String>,
    /// Which of them stands on the line, unchanged.
    recalled: Option<usize>,
}

impl State {
    /// Empties the line.
    pub(crate) fn open(&mut self, purpose: Purpose) {
        let recent = std::mem::take(&mut self.recent);
        *self = Self { purpose, recent, ..Self::default() };
    }

    /// Whether what was looked for before is listed: while nothing is typed.
    pub(crate) fn lists_recent(&self) -> bool {
        self.purpose == Purpose::Go && self.input.value().is_empty()
    }

    /// Changes the line; the cursor goes to the best hit when the text has changed.
    pub(crate) fn edit(&mut self, request: InputRequest) {
        if self.input.edit(request) {
            self.begin_anew();
        }
    }

    /// Types a text.
    pub(crate) fn insert(&mut self, text: &str) {
        if self.input.insert(text) {
            self.begin_anew();
        }
    }

    /// Moves the cursor; up from the first hit leads to what was looked for before, as in a shell.
    pub(crate) fn step(&mut self, step: Step, hits: usize, height: usize) {
        let recalls = step == Step::Up && self.scroll.cursor == 0 && (self.lists_recent() || self.recalled.is_some());
        if recalls {
            self.recall(self.recalled.map_or(0, |before| before + 1));
        } else {
            self.scroll.step(step, self.rows(hits), height);
        }
    }

    /// Rows of the list: the hits or what was looked for before.
    pub(crate) fn rows(&self, hits: usize) -> usize {
        if self.lists_recent() { self.recent.len() } else { hits }
    }

    /// The chosen hit.
    pub(crate) fn selected<'a>(&self, hits: &'a [Hit]) -> Option<&'a Hit> {
        hits.get(self.scroll.cursor)
    }

    /// Puts the chosen one of what was looked for before on the line; false where something is typed.
    pub(crate) fn recall_chosen(&mut self) -> bool {
        let lists = self.lists_recent();
        if lists {
            self.recall(self.scroll.cursor);
        }
        lists
    }

    /// Remembers what is typed as looked for; a region to put beside others is looked for once.
    pub(crate) fn remember(&mut self) {
        let text = self.input.value().trim().to_owned();
        if text.is_empty() || self.purpose != Purpose::Go {
            return;
        }
        self.recent.retain(|known| *known != text);
        self.recent.insert(0, text);
        self.recent.truncate(MOST_RECENT);
    }

    /// Remembers what was looked for at another time, the latest first.
    pub(crate) fn remember_all(&mut self, texts: &[String]) {
        for text in texts.iter().take(MOST_RECENT).rev() {
            // As far as it could be typed.
            self.open(Purpose::Go);
            self.insert(text);
            self.remember();
        }
        self.open(Purpose::Go);
    }

    fn recall(&mut self, at: usize) {
        if let Some(text) = self.recent.get(at) {
            self.input = TypedLine::default();
            self.input.insert(text);
            self.begin_anew();
            self.recalled = Some(at);
        }
    }

    fn begin_anew(&mut self) {
        self.scroll = Scroll::default();
        self.recalled = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_recent(texts: &[&str]) -> State {
        let mut state = State::default();
        for text in texts {
            state.open(Purpose::Go);
            state.insert(text);
            state.remember();
        }
        state.open(Purpose::Go);
        state
    }

    #[test]
    fn up_on_the_empty_line_recalls_the_latest_then_older_ones() {
        let mut state = with_recent(&["财政", "gdp", "长垣"]);
        let mut seen = Vec::new();
        for _ in 0..4 {
            state.step(Step::Up, 9, 5);
            seen.push(state.input.value().to_owned());
        }
        assert_eq!(seen, ["长垣", "gdp", "财政", "财政"]);
        state.step(Step::Down, 9, 5);
        state.step(Step::Up, 9, 5);
        assert_eq!((state.input.value(), state.scroll.cursor), ("财政", 0), "among the hits up is up");
        state.insert("收");
        state.step(Step::Up, 9, 5);
        assert_eq!(state.input.value(), "财政收", "what was changed is not lost");
    }

    #[test]
    fn the_same_is_remembered_once_and_old_ones_are_forgotten() {
        assert_eq!(with_recent(&["a", "b", "a"]).recent, ["a", "b"]);
        let many: Vec<_> = (0..40).map(|number| number.to_string()).collect();
        let state = with_recent(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!((state.recent.len(), state.recent[0].as_str()), (MOST_RECENT, "39"));
    }
}
