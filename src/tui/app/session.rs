//! What is remembered from one start to the next, and how it comes back.

use super::App;
use crate::{
    model::Language,
    tui::{
        session::{Changed, Session},
        state::State,
    },
};

/// Language and theme.
#[derive(Clone, Debug)]
pub(super) struct Appearance {
    lang: Language,
    theme: String,
}

impl Appearance {
    /// What is chosen.
    pub(super) fn of(state: &State) -> Self {
        Self { lang: state.lang, theme: state.themes.kept().to_owned() }
    }

    /// Shows what was chosen instead of what is set, unless that has changed since.
    pub(super) fn change(&self, state: &mut State, session: &Session) {
        match Changed::holds(session.lang.as_ref(), word(self.lang)) {
            Some("zh") => state.lang = Language::Zh,
            Some("en") => state.lang = Language::En,
            _ => {}
        }
        if let Some(theme) = Changed::holds(session.theme.as_ref(), &self.theme) {
            state.themes.show(theme);
        }
    }
}

const fn word(lang: Language) -> &'static str {
    lang.pick("zh", "en")
}

impl App {
    /// What is to be remembered; `None` while there is nothing to show, so that nothing is forgotten.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        if self.archive.atlas.is_empty() {
            return None;
        }
        let shown = Appearance::of(&self.state);
        Some(Session {
            lang: Changed::new(word(self.set.lang), word(shown.lang)),
            theme: Changed::new(&self.set.theme, &shown.theme),
            ..Session::of(&self.state, &self.archive.atlas)
        })
    }

    /// Brings back what was shown, once there is something to show.
    pub(super) fn restore(&mut self) {
        if !self.archive.atlas.is_empty()
            && let Some(session) = self.session.take()
        {
            self.update().restore(&session);
        }
    }
}
