//! Which figure of the detail is chosen.

use super::ask::{Detail, Line};
use crate::{
    index::FigureId,
    query::Reading,
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Choose a line of the list of figures, from 0.
    Choose(usize),
}

/// Which figure is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Over the lines of the list of figures; the cursor is always on a figure, if there is one.
    pub(crate) scroll: Scroll,
}

impl State {
    /// Takes another detail: its first figure is chosen.
    pub(crate) fn follow(&mut self, detail: &Detail) {
        self.scroll = Scroll::default();
        self.rest(false, detail);
    }

    /// The chosen figure.
    pub(crate) fn selected<'a>(&self, detail: &'a Detail) -> Option<&'a Reading> {
        detail.figures.get(self.place(detail)?)
    }

    /// Its place among all figures.
    pub(super) fn place(&self, detail: &Detail) -> Option<usize> {
        match *detail.lines.get(self.scroll.cursor)? {
            Line::Heading(..) => None,
            Line::Figure(place) => Some(place),
        }
    }

    /// Chooses a figure; false where the detail lacks it.
    pub(crate) fn select(&mut self, figure: FigureId, detail: &Detail) -> bool {
        let line = detail.line_of(figure);
        self.scroll.cursor = line.unwrap_or(self.scroll.cursor);
        line.is_some()
    }

    /// Chooses a line.
    pub(crate) fn choose(&mut self, line: usize, detail: &Detail) {
        self.scroll.cursor = line;
        self.rest(false, detail);
    }

    /// Moves the cursor from figure to figure.
    pub(crate) fn step(&mut self, step: Step, detail: &Detail, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.step(step, detail.lines.len(), height);
        self.rest(self.scroll.cursor < before, detail);
    }

    /// Moves the window as the wheel does.
    pub(crate) fn wheel(&mut self, down: bool, detail: &Detail, height: usize) {
        self.scroll.wheel(down, detail.lines.len(), height);
        self.rest(!down, detail);
    }

    /// Takes the cursor from the name of a kind to a figure.
    fn rest(&mut self, upwards: bool, detail: &Detail) {
        let is_figure = |line: usize| matches!(detail.lines[line], Line::Figure(_));
        self.scroll.rest(upwards, detail.lines.len(), is_figure);
    }
}
