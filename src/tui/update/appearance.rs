//! Chooses the theme and the language.

use super::Update;
use crate::{model::Language, tui::state::Window};

impl Update<'_> {
    /// Opens the window in which a theme is chosen.
    pub(super) fn choose_theme(&mut self) {
        self.state.window = Some(Window::Themes);
    }

    /// Closes the window; the theme that is shown stays.
    pub(super) fn keep_theme(&mut self) {
        self.state.themes.keep();
        self.state.window = None;
    }

    /// Takes the other language.
    pub(super) fn switch_language(&mut self) {
        self.state.lang = match self.state.lang {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        };
    }
}
