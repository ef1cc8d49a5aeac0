//! How many rows each list has on the screen, and keeping cursors among them.

use ratatui::layout::Rect;

use super::Update;
use crate::tui::{
    layout::window_of,
    panes::{acts, compare, detail::Parts, form, palette, search, tree},
    state::{View, Window},
};

impl Update<'_> {
    /// Brings every cursor into sight.
    pub(super) fn settle(&mut self) {
        let heights = self.heights();
        let state = &mut *self.state;
        state.tree.scroll.settle(state.tree.nodes.len(), heights.tree);
        state.table.scroll.settle(state.table.lines.len(), heights.table);
        if let Some(detail) = self.answers.detail.answer() {
            state.detail.scroll.settle(detail.lines.len(), heights.figures);
        }
        let rows = state.search.rows(self.answers.hits().len());
        state.search.scroll.settle(rows, heights.search);
        let entries = self.answers.palette.answer().map_or(0, |answer| answer.entries.len());
        state.palette.scroll.settle(entries, heights.palette);
        if let Some(form) = &mut state.form {
            form.scroll.settle(form.fields().len(), heights.form);
        }
        state.acts.scroll.settle(self.archive.corrections.len(), heights.acts);
        state.compare.settle(heights.compare_width, heights.compare, state.compared.len(), state.lang);
        let main = state.areas().main.unwrap_or_default();
        match state.view {
            View::Overview | View::Compare => {}
            View::Rank => state.rank.settle(self.answers.rank.answer(), main),
            View::Trend => state.trend.settle(self.answers.trend.answer(), main),
            View::Map => state.map.settle(self.answers.map.answer(), main),
            View::Sources => {
                state.sources.settle(self.answers.sources.answer(), main);
                state.page.settle(self.answers.page.answer(), main);
            }
            View::Audit => state.audit.settle(self.answers.audit.answer(), main),
        }
    }

    pub(super) fn heights(&self) -> Heights {
        let state = &*self.state;
        let areas = state.areas();
        let inside = |area: Option<Rect>| area.map_or(0, |area| area.height.saturating_sub(2));
        let detail = inside(areas.detail);
        let figures = self.answers.detail.answer().map_or(0, |answer| Parts::of(answer, detail).figures);
        let (compare_width, compare) = areas.main.map_or((0, 0), |area| compare::room(area.width, area.height));
        let window = window_of(state.size, Window::Search);
        Heights {
            tree: areas.tree.map_or(0, |area| tree::rows(&state.tree, area.height)),
            table: inside(areas.table).saturating_sub(1).into(),
            figures: figures.into(),
            compare,
            compare_width,
            search: search::rows(window.height),
            palette: palette::rows(window_of(state.size, Window::Palette).height),
            text: window_of(state.size, Window::Help).height.saturating_sub(2).into(),
            form: state.form.as_ref().map_or(0, |form| form::rows(form, window_of(state.size, Window::Form))),
            acts: acts::rows(window_of(state.size, Window::Acts)),
            themes: window_of(state.size, Window::Themes).height.saturating_sub(2).into(),
        }
    }
}

/// Rows that each list has on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heights {
    pub(super) tree: usize,
    pub(super) table: usize,
    pub(super) figures: usize,
    pub(super) compare: usize,
    pub(super) compare_width: u16,
    pub(super) search: usize,
    pub(super) palette: usize,
    pub(super) text: usize,
    pub(super) themes: usize,
    pub(super) form: usize,
    pub(super) acts: usize,
}
