//! Applies an action: the one place that changes the state and puts queries.

mod appearance;
mod audit;
mod compare;
mod copy;
mod correct;
mod export;
mod go;
mod history;
mod map;
pub(crate) mod mouse;
mod moves;
mod overview;
mod palette;
mod rank;
mod rows;
mod session;
mod sources;
mod trend;

use ratatui::layout::Rect;
use tui_input::InputRequest;

use super::{
    action::Action,
    answers::Answers,
    archive::Archive,
    keymap::Context,
    look::Look,
    panes::{search::Purpose, text},
    state::{Message, State, View, Window},
};
use crate::model::correction::Deed;

/// What is to be done outside the dashboard.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Leave.
    Quit,
    /// Stop and give the shell its terminal.
    Suspend,
    /// Clear the terminal before drawing.
    Redraw,
    /// Read everything again that was opened.
    ReadAgain,
    /// Stop the reading that is under way.
    StopReading,
    /// Save what a person made of a figure.
    Correct {
        /// What is done.
        deed: Box<Deed>,
        /// Why.
        note: String,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Write a file of this name, or of one like it that is not taken.
    Write {
        /// The name.
        name: String,
        /// What is in it.
        content: Vec<u8>,
    },
}

/// Applies actions to the state of a dashboard.
#[derive(Debug)]
pub(crate) struct Update<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) answers: &'a mut Answers,
    pub(crate) archive: &'a Archive,
    /// The words for what is copied.
    pub(crate) look: Look<'a>,
    /// Lines of the window of text, if there is one.
    pub(crate) text_lines: usize,
}

impl Update<'_> {
    /// Applies an action, then puts the queries that follow from the new state.
    pub(crate) fn apply(&mut self, action: Action) -> Option<Command> {
        self.state.message = None;
        self.state.corrected = None;
        let left = self.before();
        let command = self.change(action);
        self.follow();
        self.remember(action, left);
        if self.state.message.is_none() && !self.state.saving.is_empty() {
            self.state.message = Some(Message::Saving);
        }
        command
    }

    /// Types text into the line that takes it.
    pub(crate) fn insert(&mut self, text: &str) {
        match (self.state.context(), self.state.view) {
            (Context::Filter, View::Sources) => {
                if let Some(answer) = self.answers.sources.answer() {
                    self.state.sources.insert_filter(text, answer);
                }
            }
            (Context::Filter, _) => {
                self.state.tree.insert_filter(text, self.archive.region_names(), &self.archive.atlas);
            }
            (Context::Palette, _) => self.state.palette.insert(text),
            (Context::Form, _) => {
                if let Some(form) = &mut self.state.form {
                    form.insert(text, &self.archive.atlas);
                }
            }
            _ => self.state.search.insert(text),
        }
        self.follow();
    }

    /// Changes the line that is typed.
    fn edit(&mut self, request: InputRequest) {
        match (self.state.context(), self.state.view) {
            (Context::Filter, View::Sources) => {
                if let Some(answer) = self.answers.sources.answer() {
                    self.state.sources.edit_filter(request, answer);
                }
            }
            (Context::Filter, _) => {
                self.state.tree.edit_filter(request, self.archive.region_names(), &self.archive.atlas);
            }
            (Context::Palette, _) => self.state.palette.edit(request),
            (Context::Form, _) => {
                if let Some(form) = &mut self.state.form {
                    form.edit(request, &self.archive.atlas);
                }
            }
            _ => self.state.search.edit(request),
        }
    }

    /// Puts the queries that follow from the state and brings every cursor into sight.
    pub(crate) fn follow(&mut self) {
        self.answers.follow(self.state, self.archive);
        self.settle();
    }

    fn change(&mut self, action: Action) -> Option<Command> {
        match action {
            Action::Quit if self.keeps_form() => {}
            Action::Quit => return Some(Command::Quit),
            Action::Suspend => return Some(Command::Suspend),
            Action::Redraw => return Some(Command::Redraw),
            // There is nothing to go back from before there is anything.
            Action::Back if self.state.window.is_none() && self.archive.atlas.is_empty() => return self.stop_reading(),
            Action::StopReading => return self.stop_reading(),
            Action::Copy(what) => return self.copy(what),
            Action::Export(what) => return self.export(what),
            Action::ReadAgain => return Some(Command::ReadAgain),
            Action::Back => self.back(),
            Action::Open if self.state.window == Some(Window::Palette) => return self.run(),
            Action::Open if self.state.window == Some(Window::Form) => return self.save_form(),
            Action::Correct(action) => return self.correct(action),
            Action::Open => self.open(),
            Action::Move(step) => self.step(step),
            Action::Left => self.left(),
            Action::Right => self.right(),
            Action::NextPane => self.next_pane(true),
            Action::PreviousPane => self.next_pane(false),
            Action::YearBefore => self.step_year(false),
            Action::YearAfter => self.step_year(true),
            Action::Pin => self.pin(),
            Action::UnpinAll => self.state.pins.clear(),
            Action::Region(region) => self.choose_region(region),
            Action::Focus(focus) => self.focus(focus),
            Action::Choose(entry) => self.choose(entry),
            Action::Units => self.state.units = self.state.units.next(),
            Action::Zoom => self.state.zoomed = !self.state.zoomed,
            Action::View(view) => self.open_view(view),
            Action::Read => self.read_chosen(),
            Action::Year(year) => self.state.year = Some(year),
            Action::Search => self.open_search(Purpose::Go),
            Action::Palette => self.open_palette(),
            Action::GoBack => self.go_back(),
            Action::GoForward => self.go_forward(),
            Action::Help => self.open_text(Window::Help),
            Action::Notices => self.open_text(Window::Notices),
            Action::Themes => self.choose_theme(),
            Action::Language => self.switch_language(),
            Action::Edit(request) => self.edit(request),
            Action::Tree(action) => self.tree(action),
            Action::Table(action) => self.table(action),
            Action::Detail(action) => self.detail(action),
            Action::Compare(action) => self.compare(action),
            Action::Rank(action) => self.rank(action),
            Action::Trend(action) => self.trend(action),
            Action::Map(action) => self.map(action),
            Action::Sources(action) => self.sources(action),
            Action::Page(action) => self.page(action),
            Action::Audit(action) => self.audit(action),
        }
        None
    }

    fn stop_reading(&self) -> Option<Command> {
        self.state.reading.map(|_| Command::StopReading)
    }

    fn open_text(&mut self, window: Window) {
        self.state.text = text::State::default();
        self.state.window = Some(window);
    }

    /// Shows a view; the comparison needs two regions.
    pub(super) fn open_view(&mut self, view: View) {
        if view == View::Compare {
            self.open_comparison();
        } else {
            self.state.view = view;
        }
    }

    /// The area of the view that has the screen for itself.
    fn main(&self) -> Rect {
        self.state.areas().main.unwrap_or_default()
    }
}
