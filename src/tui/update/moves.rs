//! Moves: from row to row, from pane to pane, from year to year.

use super::Update;
use crate::tui::{
    state::{Focus, View, Window},
    widgets::scroll::Step,
};

impl Update<'_> {
    pub(super) fn step(&mut self, step: Step) {
        let heights = self.heights();
        let state = &mut *self.state;
        match (state.window, state.view, state.focus) {
            (Some(Window::Search), ..) => state.search.step(step, self.answers.hits().len(), heights.search),
            (Some(Window::Help | Window::Notices), ..) => state.text.step(step, self.text_lines, heights.text),
            (None, View::Compare, _) => state.compare.step(step, heights.compare),
            (None, View::Overview, Focus::Tree) => state.tree.step(step, heights.tree),
            (None, View::Overview, Focus::Table) => {
                if let Some(profile) = self.answers.profile.answer() {
                    state.table.step(step, profile, heights.table);
                }
            }
            (None, View::Overview, Focus::Detail) => {
                let figures = self.answers.detail.answer().map_or(0, |detail| detail.figures.len());
                state.detail.scroll.step(step, figures, heights.figures);
            }
        }
    }

    pub(super) fn step_group(&mut self, forward: bool) {
        if let Some(profile) = self.answers.profile.answer() {
            self.state.table.step_group(forward, profile);
        }
    }

    pub(super) fn left(&mut self) {
        match (self.state.view, self.state.focus) {
            (View::Compare, _) => self.state.compare.step_column(false, self.state.compared.len()),
            (View::Overview, Focus::Tree) => self.state.tree.close(&self.archive.atlas),
            (View::Overview, Focus::Table) => self.state.focus = Focus::Tree,
            (View::Overview, Focus::Detail) => self.state.focus = Focus::Table,
        }
    }

    pub(super) fn right(&mut self) {
        match (self.state.view, self.state.focus) {
            (View::Compare, _) => self.state.compare.step_column(true, self.state.compared.len()),
            (View::Overview, Focus::Tree) => {
                if !self.state.tree.open(&self.archive.atlas) {
                    self.state.focus = Focus::Table;
                }
            }
            (View::Overview, Focus::Table | Focus::Detail) => self.state.focus = Focus::Detail,
        }
    }

    pub(super) fn next_pane(&mut self, forward: bool) {
        self.state.focus = match (self.state.focus, forward) {
            (Focus::Tree, true) | (Focus::Detail, false) => Focus::Table,
            (Focus::Table, true) | (Focus::Tree, false) => Focus::Detail,
            (Focus::Detail, true) | (Focus::Table, false) => Focus::Tree,
        };
    }

    /// One year before or after; behind the last year stands "the latest".
    pub(super) fn step_year(&mut self, forward: bool) {
        let years = self.archive.atlas.years();
        let at = self.state.year.map_or(years.len(), |year| years.partition_point(|known| *known < year));
        let to = if forward { at + 1 } else { at.saturating_sub(1) };
        self.state.year = years.get(to).copied();
    }
}
