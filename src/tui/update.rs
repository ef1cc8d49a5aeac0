//! Applies an action: the one place that changes the state and puts queries.

mod compare;
mod go;
mod moves;
mod rows;

use super::{
    action::Action,
    answers::Answers,
    archive::Archive,
    panes::text,
    state::{Focus, State, View, Window},
};

/// What the loop has to do beside drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Quit,
    Suspend,
    /// Clear the terminal before drawing.
    Redraw,
}

/// Applies actions to the state of a dashboard.
#[derive(Debug)]
pub(crate) struct Update<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) answers: &'a mut Answers,
    pub(crate) archive: &'a Archive,
    /// Lines of the window of text, if there is one.
    pub(crate) text_lines: usize,
}

impl Update<'_> {
    /// Applies an action, then puts the queries that follow from the new state.
    pub(crate) fn apply(&mut self, action: Action) -> Option<Command> {
        self.state.message = None;
        let command = self.change(action);
        self.follow();
        command
    }

    /// Types text into the search.
    pub(crate) fn insert(&mut self, text: &str) {
        self.state.search.insert(text);
        self.follow();
    }

    /// Puts the queries that follow from the state and brings every cursor into sight.
    pub(crate) fn follow(&mut self) {
        self.answers.follow(self.state, self.archive);
        self.settle();
    }

    fn change(&mut self, action: Action) -> Option<Command> {
        match action {
            Action::Quit => return Some(Command::Quit),
            Action::Suspend => return Some(Command::Suspend),
            Action::Redraw => return Some(Command::Redraw),
            Action::Back => self.back(),
            Action::Open => self.open(),
            Action::Move(step) => self.step(step),
            Action::NextGroup => self.step_group(true),
            Action::PreviousGroup => self.step_group(false),
            Action::Left => self.left(),
            Action::Right => self.right(),
            Action::NextPane => self.next_pane(true),
            Action::PreviousPane => self.next_pane(false),
            Action::YearBefore => self.step_year(false),
            Action::YearAfter => self.step_year(true),
            Action::Pin => self.pin(),
            Action::UnpinAll => self.state.pins.clear(),
            Action::ToggleAll => self.state.tree.toggle_all(&self.archive.atlas),
            Action::Overview => self.state.view = View::Overview,
            Action::Compare => self.compare(),
            Action::ToggleCommon => self.state.compare.common_only = !self.state.compare.common_only,
            Action::Search => {
                self.state.search.clear();
                self.state.window = Some(Window::Search);
            }
            Action::Help => self.open_text(Window::Help),
            Action::Notices => self.open_text(Window::Notices),
            Action::Edit(request) => self.state.search.edit(request),
        }
        None
    }

    fn open_text(&mut self, window: Window) {
        self.state.text = text::State::default();
        self.state.window = Some(window);
    }

    fn back(&mut self) {
        let state = &mut *self.state;
        if state.window.take().is_some() {
            return;
        }
        if state.view == View::Compare {
            state.view = View::Overview;
            return;
        }
        state.focus = match state.focus {
            Focus::Detail => Focus::Table,
            Focus::Table | Focus::Tree => Focus::Tree,
        };
    }

    fn open(&mut self) {
        if self.state.window == Some(Window::Search) {
            self.go();
        } else if self.state.view == View::Overview {
            self.state.focus = match self.state.focus {
                Focus::Tree => Focus::Table,
                Focus::Table | Focus::Detail => Focus::Detail,
            };
        }
    }
}
