//! What is under the pointer, and what a press or a turn of the wheel there asks for.

use ratatui::layout::{Position, Rect};

use super::Update;
use crate::tui::{
    action::Action,
    answers::Answers,
    layout::window_of,
    look::Look,
    panes::{
        acts, audit, compare, detail, form, map, page, palette, rank, search, sources, table, themes, tree, trend,
    },
    screen,
    state::{Focus, State, View, Window},
};

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A pane of the overview.
    Pane(Focus),
    /// The view that has the screen for itself.
    Main,
    /// The window above the panes.
    Window,
    /// Whatever lies beside that window.
    Behind,
    /// A line or pane that takes no keys.
    Other,
}

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Under {
    pub(crate) part: Part,
    /// What a press asks for.
    pub(crate) asks: Option<Action>,
}

impl Under {
    /// What is under the pointer at a place of the screen.
    pub(crate) fn at(at: Position, state: &State, answers: &Answers, look: &Look) -> Self {
        let areas = state.areas();
        let holds = |area: Option<Rect>| area.filter(|area| area.contains(at));
        let (part, asks) = if let Some(line) = holds(areas.hint) {
            (Part::Other, screen::hint(state).press(look, line, at))
        } else if let Some(window) = state.window {
            let area = window_of(state.size, window);
            let asks = || press_window(window, state, answers, area, at);
            if area.contains(at) { (Part::Window, asks()) } else { (Part::Behind, Some(Action::Back)) }
        } else if let Some(line) = holds(areas.top) {
            (Part::Other, screen::top(state).press(look, line, at))
        } else if let Some(area) = holds(areas.main) {
            (Part::Main, press_main(state, answers, look, area, at))
        } else if let Some(area) = holds(areas.tree) {
            (Part::Pane(Focus::Tree), tree::press(&state.tree, look, area, at).map(Action::Tree))
        } else if let Some(area) = holds(areas.table) {
            (
                Part::Pane(Focus::Table),
                table::press(&state.table, answers.profile.answer(), look, area, at).map(Action::Table),
            )
        } else if let Some(area) = holds(areas.detail) {
            let asks = answers.detail.answer().and_then(|answer| detail::press(&state.detail, answer, area, at));
            (Part::Pane(Focus::Detail), asks.map(Action::Detail))
        } else {
            (Part::Other, None)
        };
        Self { part, asks }
    }

    /// Whether a press chooses something that a double click opens.
    pub(crate) fn opens(&self) -> bool {
        matches!(
            self.asks,
            Some(
                Action::Tree(tree::Action::Choose(_))
                    | Action::Table(table::Action::Choose(_))
                    | Action::Detail(detail::Action::Choose(_))
                    | Action::Compare(compare::Action::Choose { line: Some(_), .. })
                    | Action::Rank(rank::Action::Choose(_))
                    | Action::Trend(trend::Action::ChooseLine(_))
                    | Action::Sources(sources::Action::Choose(_))
                    | Action::Audit(audit::Action::Choose(_))
                    | Action::Page(page::Action::Choose(_))
                    | Action::Map(map::Action::Choose(_))
                    | Action::Choose(_)
            )
        )
    }
}

fn press_window(window: Window, state: &State, answers: &Answers, area: Rect, at: Position) -> Option<Action> {
    let entry = match window {
        Window::Search => search::press(&state.search, answers.hits().len(), area, at),
        Window::Palette => answers.palette.answer().and_then(|answer| palette::press(&state.palette, answer, area, at)),
        Window::Themes => themes::press(&state.themes, area, at),
        Window::Form => state.form.as_ref().and_then(|form| form::press(form, area, at)),
        Window::Acts => acts::press(&state.acts, area, at),
        Window::Help | Window::Notices => None,
    };
    entry.map(Action::Choose)
}

fn press_main(state: &State, answers: &Answers, look: &Look, area: Rect, at: Position) -> Option<Action> {
    match state.view {
        View::Compare => {
            compare::press(&state.compare, answers.comparison.answer(), look, area, at).map(Action::Compare)
        }
        View::Rank => rank::press(&state.rank, answers.rank.answer(), look, area, at).map(Action::Rank),
        View::Trend => trend::press(&state.trend, answers.trend.answer(), area, at).map(Action::Trend),
        View::Sources if state.page.is_open() => {
            page::press(&state.page, answers.page.answer(), area, at).map(Action::Page)
        }
        View::Sources => sources::press(&state.sources, area, at).map(Action::Sources),
        View::Audit => audit::press(&state.audit, area, at).map(Action::Audit),
        View::Overview => None,
        View::Map => map::press(&state.map, answers.map.answer(), area, at).map(Action::Map),
    }
}

impl Update<'_> {
    /// Turns the wheel over a list of the overview.
    pub(crate) fn wheel(&mut self, pane: Focus, down: bool) {
        let heights = self.heights();
        let state = &mut *self.state;
        match pane {
            Focus::Tree => state.tree.scroll.wheel(down, state.tree.nodes.len(), heights.tree),
            Focus::Table => {
                if let Some(profile) = self.answers.profile.answer() {
                    state.table.wheel(down, profile, heights.table);
                }
            }
            Focus::Detail => {
                if let Some(detail) = self.answers.detail.answer() {
                    state.detail.wheel(down, detail, heights.figures);
                }
            }
        }
        self.follow();
    }

    /// Chooses a figure of the detail.
    pub(super) fn detail(&mut self, action: detail::Action) {
        let Some(detail) = self.answers.detail.answer() else { return };
        match action {
            detail::Action::Choose(line) => self.state.detail.choose(line, detail),
        }
    }

    /// Chooses an entry of the window.
    pub(super) fn choose(&mut self, entry: usize) {
        match self.state.window {
            Some(Window::Search) => self.state.search.scroll.cursor = entry,
            Some(Window::Palette) => self.state.palette.scroll.cursor = entry,
            Some(Window::Themes) => self.state.themes.scroll.cursor = entry,
            Some(Window::Form) => {
                if let Some(form) = &mut self.state.form {
                    form.choose(entry);
                }
            }
            Some(Window::Acts) => self.state.acts.scroll.cursor = entry,
            Some(Window::Help | Window::Notices) | None => {}
        }
    }

    /// Lets a pane of the overview take the keys.
    pub(super) fn focus(&mut self, focus: Focus) {
        self.state.tree.keep_filter();
        self.state.focus = focus;
    }
}
