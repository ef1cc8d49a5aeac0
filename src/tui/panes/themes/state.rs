//! Which theme is shown, and which was before the window opened.

use crate::tui::widgets::scroll::{Scroll, Step};

/// Which theme is shown, and which was before the window opened.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Names of all themes, in the order in which they are offered.
    pub(crate) names: Vec<String>,
    /// The cursor is on the theme that is shown.
    pub(crate) scroll: Scroll,
    before: usize,
}

impl State {
    /// The themes of these names, the one called `shown` on the screen; the first where none is called so.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>, shown: &str) -> Self {
        let mut state = Self { names: names.map(str::to_owned).collect(), ..Self::default() };
        state.show(shown);
        state
    }

    /// Shows the theme of a name, if there is one.
    pub(crate) fn show(&mut self, name: &str) {
        if let Some(place) = self.names.iter().position(|known| known == name) {
            self.scroll.cursor = place;
            self.before = place;
        }
    }

    /// Shows the next theme, or the one before, as far as the list goes.
    pub(crate) fn step(&mut self, step: Step, height: usize) {
        self.scroll.step(step, self.names.len(), height);
    }

    /// Keeps the theme that is shown.
    pub(crate) fn keep(&mut self) {
        self.before = self.scroll.cursor;
    }

    /// Shows the theme of before again.
    pub(crate) fn cancel(&mut self) {
        self.scroll.cursor = self.before;
    }

    /// The name of the theme that was kept last.
    pub(crate) fn kept(&self) -> &str {
        self.names.get(self.before).map_or("", String::as_str)
    }

    /// The name of the theme that is shown.
    pub(crate) fn shown(&self) -> &str {
        self.names.get(self.scroll.cursor).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_shows_a_theme_and_to_cancel_returns_to_the_one_before() {
        let mut state = State::new(["dark", "light", "mine"].into_iter(), "light");
        assert_eq!(state.shown(), "light");
        state.step(Step::Down, 3);
        assert_eq!((state.shown(), state.kept()), ("mine", "light"));
        state.cancel();
        assert_eq!(state.shown(), "light");
        state.step(Step::Up, 3);
        state.keep();
        state.cancel();
        assert_eq!((state.shown(), state.kept()), ("dark", "dark"));
        assert_eq!(State::new(["dark"].into_iter(), "none").shown(), "dark");
    }
}
