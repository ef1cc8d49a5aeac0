//! Applies what is asked of the documents, and opens them.

use super::Update;
use crate::{
    index::{FigureId, SourceId},
    tui::{
        panes::{page, sources},
        state::{Focus, View},
        widgets::scroll::Step,
    },
};

impl Update<'_> {
    pub(super) fn sources(&mut self, action: sources::Action) {
        let state = &mut self.state.sources;
        if action == sources::Action::Filter {
            state.type_filter();
            return;
        }
        let Some(answer) = self.answers.sources.answer() else { return };
        match action {
            sources::Action::Filter => {}
            sources::Action::NextColumn => state.sort_by_next(answer),
            sources::Action::Reverse => state.sort_by(state.sorted_by(), answer),
            sources::Action::Sort(column) => state.sort_by(column, answer),
            sources::Action::Choose(row) => state.choose(row, answer),
        }
    }

    /// Moves through the list of documents, or through the one that is open.
    pub(super) fn step_sources(&mut self, step: Step) {
        let area = self.main();
        if let Some(page) = self.answers.page.answer() {
            self.state.page.step(step, page, area);
        } else if let Some(answer) = self.answers.sources.answer() {
            self.state.sources.step(step, answer, area);
        }
    }

    /// Closes the document and goes back to where it was opened, or takes the filter of the list away;
    /// false where there was neither.
    pub(super) fn leave_document(&mut self) -> bool {
        if self.state.page.is_open() {
            self.state.view = self.state.page.close().unwrap_or(View::Sources);
            return true;
        }
        self.state.sources.clear_filter(self.answers.sources.answer())
    }

    /// Opens the chosen document; in one that is open, goes to the chosen figure in the overview.
    pub(super) fn open_source(&mut self) {
        if self.state.page.picks() {
            return self.add_picked();
        }
        if let Some(page) = self.answers.page.answer() {
            if let Some(figure) = self.state.page.chosen(page) {
                self.show_figure(figure);
            }
            return;
        }
        let answer = self.answers.sources.answer();
        let row = answer.and_then(|answer| self.state.sources.selected(answer));
        if let Some(source) = row.map(|row| row.source) {
            self.read(source, None, View::Sources);
        }
    }

    /// Opens the document of the figure whose evidence is shown.
    pub(super) fn read_chosen(&mut self) {
        if let Some(figure) = self.chosen_figure() {
            self.read_figure(figure);
        }
    }

    /// Opens the document of a figure, at the figure.
    pub(super) fn read_figure(&mut self, figure: FigureId) {
        let source = self.archive.atlas.figure(figure).source();
        self.read(source, Some(figure), self.state.view);
    }

    /// Opens a document, at a figure where one is wanted; `from` is the view to go back to.
    pub(super) fn read(&mut self, source: SourceId, figure: Option<FigureId>, from: View) {
        self.state.sources.choose_source(source, self.answers.sources.answer());
        self.state.page.open(source, figure, from);
        self.state.view = View::Sources;
    }

    pub(super) fn page(&mut self, action: page::Action) {
        if action == page::Action::Pick {
            return self.pick_unread();
        }
        let area = self.main();
        let Some(page) = self.answers.page.answer() else { return };
        match action {
            page::Action::Next if self.state.page.picks() => self.state.page.step_pick(true, page),
            page::Action::Previous if self.state.page.picks() => self.state.page.step_pick(false, page),
            page::Action::Next => self.state.page.step_figure(true, page, area),
            page::Action::Previous => self.state.page.step_figure(false, page, area),
            page::Action::Choose(figure) => self.state.page.choose(figure),
            page::Action::PickAt(place) => self.state.page.pick_at(place),
            page::Action::Pick => {}
        }
    }

    /// Goes to a figure in the overview: its region, its metric, and itself among the figures of the metric.
    pub(super) fn show_figure(&mut self, figure: FigureId) {
        let told = self.archive.atlas.figure(figure);
        self.open_view(View::Overview);
        self.choose_region(told.region());
        self.choose_metric(told.metric());
        self.state.focus = Focus::Detail;
        // The latest year may hide it.
        if !self.select_figure(figure) {
            self.state.year = told.period().map(crate::model::Period::last);
            self.choose_metric(told.metric());
            self.select_figure(figure);
        }
    }

    /// Puts the cursor of the detail on a figure; false where it is not among its figures.
    fn select_figure(&mut self, figure: FigureId) -> bool {
        self.answers.detail.answer().is_some_and(|detail| self.state.detail.select(figure, detail))
    }
}
