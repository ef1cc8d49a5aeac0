//! Chooses the theme and the language.

use super::Update;
use crate::{model::Language, tui::state::Window};

impl Update<'_> {
    /// Opens the window in which a theme is chosen.
    pub(super) fn choose_theme(&mut self) {
        self.state.themes.open();
        self.state.window = Some(Window::Themes);
    }

    /// Takes the other language.
    pub(super) fn switch_language(&mut self) {
        self.state.lang = match self.state.lang {
            Language::Zh => Language::En,
            Language::En => Language::Zh,
        };
    }
}
