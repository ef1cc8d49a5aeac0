//! Moves: from row to row, from pane to pane, from year to year.

use std::collections::BTreeMap;

use super::Update;
use crate::{
    model::{RegionCode, Status},
    tui::{
        keymap::Context,
        panes::{compare, map, rank, trend},
        state::{Focus, View, Window},
        widgets::scroll::Step,
    },
};

impl Update<'_> {
    pub(super) fn step(&mut self, step: Step) {
        let heights = self.heights();
        let state = &mut *self.state;
        match (state.window, state.view, state.focus) {
            (Some(Window::Search), ..) => state.search.step(step, self.answers.hits().len(), heights.search),
            (Some(Window::Palette), ..) => {
                let entries = self.answers.palette.answer().map_or(0, |answer| answer.entries.len());
                state.palette.step(step, entries, heights.palette);
            }
            (Some(Window::Help | Window::Notices), ..) => state.text.step(step, self.text_lines, heights.text),
            (Some(Window::Themes), ..) => state.themes.step(step, heights.themes),
            (Some(Window::Form), ..) => {
                if let Some(form) = &mut state.form {
                    form.step(step, heights.form);
                }
            }
            (Some(Window::Acts), ..) => state.acts.step(step, self.archive.corrections.len(), heights.acts),
            (None, View::Compare, _) => self.compare(compare::Action::Step(step)),
            (None, View::Rank, _) => self.rank(rank::Action::Step(step)),
            (None, View::Trend, _) => self.trend(trend::Action::Step(step)),
            (None, View::Map, _) => self.map(map::Action::Step(step)),
            (None, View::Sources, _) => self.step_sources(step),
            (None, View::Audit, _) => self.step_audit(step),
            (None, View::Overview, Focus::Tree) => state.tree.step(step, heights.tree),
            (None, View::Overview, Focus::Table) => {
                if let Some(profile) = self.answers.profile.answer() {
                    state.table.step(step, profile, heights.table);
                }
            }
            (None, View::Overview, Focus::Detail) => {
                if let Some(detail) = self.answers.detail.answer() {
                    state.detail.step(step, detail, heights.figures);
                }
            }
        }
    }

    pub(super) fn back(&mut self) {
        let state = &mut *self.state;
        if let Some(window) = state.window.take() {
            if window == Window::Themes {
                state.themes.cancel();
            }
            if window == Window::Form {
                self.leave_form();
            }
            return;
        }
        if state.view == View::Sources && state.page.picks() {
            state.page.unpick();
            return;
        }
        if state.view == View::Sources && self.leave_document() {
            return;
        }
        let state = &mut *self.state;
        if std::mem::take(&mut state.zoomed) {
            return;
        }
        if state.view != View::Overview {
            state.view = View::Overview;
            return;
        }
        if state.focus == Focus::Tree && state.tree.clear_filter(&self.archive.atlas) {
            return;
        }
        state.focus = match state.focus {
            Focus::Detail => Focus::Table,
            Focus::Table | Focus::Tree => Focus::Tree,
        };
    }

    pub(super) fn open(&mut self) {
        match (self.state.window, self.state.view) {
            (Some(Window::Search), _) => self.go(),
            (Some(Window::Themes), _) => self.keep_theme(),
            (Some(Window::Acts), _) => self.open_act(),
            (Some(_), _) => {}
            (None, View::Compare) => self.compare(compare::Action::Open),
            (None, View::Overview) if self.state.context() == Context::Filter => self.state.tree.keep_filter(),
            (None, View::Overview) => match self.state.focus {
                Focus::Tree => self.state.focus = Focus::Table,
                Focus::Table if self.state.table.toggle() => {}
                Focus::Table => self.state.focus = Focus::Detail,
                Focus::Detail => self.read_chosen(),
            },
            (None, View::Rank) => self.rank(rank::Action::Open),
            (None, View::Trend) => self.trend(trend::Action::Open),
            (None, View::Map) => self.map(map::Action::Open),
            (None, View::Sources) if self.state.context() == Context::Filter => self.state.sources.keep_filter(),
            (None, View::Sources) => self.open_source(),
            (None, View::Audit) => self.open_finding(),
        }
    }

    pub(super) fn left(&mut self) {
        match (self.state.view, self.state.focus) {
            (View::Compare, _) => self.compare(compare::Action::Left),
            (View::Rank, _) => self.rank(rank::Action::Left),
            (View::Trend, _) => self.trend(trend::Action::Left),
            (View::Map, _) => self.map(map::Action::Left),
            (View::Sources | View::Audit, _) => {}
            (View::Overview, Focus::Tree) => self.state.tree.close(&self.archive.atlas),
            (View::Overview, Focus::Table) => {
                if !self.state.table.close() {
                    self.state.focus = Focus::Tree;
                }
            }
            (View::Overview, Focus::Detail) => self.state.focus = Focus::Table,
        }
    }

    pub(super) fn right(&mut self) {
        match (self.state.view, self.state.focus) {
            (View::Compare, _) => self.compare(compare::Action::Right),
            (View::Rank, _) => self.rank(rank::Action::Right),
            (View::Trend, _) => self.trend(trend::Action::Right),
            (View::Map, _) => self.map(map::Action::Right),
            (View::Sources | View::Audit, _) | (View::Overview, Focus::Detail) => {}
            (View::Overview, Focus::Tree) => {
                if !self.state.tree.open(&self.archive.atlas) {
                    self.state.focus = Focus::Table;
                }
            }
            (View::Overview, Focus::Table) => {
                let opened = self.answers.profile.answer().is_some_and(|profile| self.state.table.open(profile));
                if !opened {
                    self.state.focus = Focus::Detail;
                }
            }
        }
    }

    pub(super) fn next_pane(&mut self, forward: bool) {
        self.state.focus = match (self.state.focus, forward) {
            (Focus::Tree, true) | (Focus::Detail, false) => Focus::Table,
            (Focus::Table, true) | (Focus::Tree, false) => Focus::Detail,
            (Focus::Detail, true) | (Focus::Table, false) => Focus::Tree,
        };
    }

    /// One year before or after, of those in which what is on the screen has figures; behind the last
    /// stands "the latest", before which stands the last year that is not only aimed at.
    pub(super) fn step_year(&mut self, forward: bool) {
        let years = self.years();
        let mut known = years.keys().copied();
        let state = &mut *self.state;
        state.year = match (state.year, forward) {
            (None, true) => None,
            (None, false) => {
                let come_about = years.iter().rev().find(|(_, aimed)| !**aimed).or(years.last_key_value());
                come_about.map(|(year, _)| *year)
            }
            (Some(year), true) => known.find(|known| *known > year),
            (Some(year), false) => known.rev().find(|known| *known < year).or(Some(year)),
        };
    }

    /// The years in which what is on the screen has figures, and whether all of them are only aimed at.
    fn years(&self) -> BTreeMap<u16, bool> {
        let atlas = &self.archive.atlas;
        let (state, answers) = (&*self.state, &*self.answers);
        let come_about = |years: Vec<u16>| years.into_iter().map(|year| (year, false)).collect();
        let told = match state.view {
            View::Rank => answers.rank.answer().map(|answer| come_about(answer.rank.years(atlas))),
            View::Map => answers.map.answer().map(|answer| come_about(answer.shade.rank().years(atlas))),
            View::Trend => answers.trend.answer().map(trend::Answer::told_years),
            View::Overview | View::Compare | View::Sources | View::Audit => None,
        };
        if let Some(told) = told {
            return told;
        }
        let gazetteer = atlas.gazetteer();
        let within = |region: &RegionCode| match state.region() {
            Some(outer) if state.view == View::Audit && !state.audit.everything => {
                *region == outer || gazetteer.within(*region, outer)
            }
            _ => true,
        };
        let regions: Vec<_> = match state.view {
            View::Compare => state.compared.clone(),
            View::Sources | View::Audit => atlas.regions().map(|(region, _)| region).filter(within).collect(),
            _ => state.region().into_iter().collect(),
        };
        let figures = regions.iter().flat_map(|region| atlas.region_series(*region)).flat_map(|(_, figures)| figures);
        let mut years = BTreeMap::new();
        for figure in figures.map(|figure| atlas.figure(figure)) {
            // The comparison has whole years only; the table also shows what is counted up to a year.
            let period = figure.period().filter(|period| state.view == View::Overview || period.is_year());
            if let Some(period) = period {
                *years.entry(period.last()).or_insert(true) &= figure.status() == Status::Target;
            }
        }
        years
    }
}
