//! Applies an action: the one place that changes the state and puts queries.

use tui_input::InputRequest;

use super::{
    action::Action,
    answers::Answers,
    archive::Archive,
    layout::{self, Areas},
    panes::{compare, detail::Parts, search, text},
    state::{Focus, MOST_PINS, Message, State, View, Window},
    widgets::scroll::Step,
};
use crate::{index::MetricId, model::RegionCode, query::Target};

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
        let command = match action {
            Action::Quit => Some(Command::Quit),
            Action::Suspend => Some(Command::Suspend),
            Action::Redraw => Some(Command::Redraw),
            action => {
                self.change(action);
                None
            }
        };
        self.follow();
        command
    }

    /// Types a character into the search.
    pub(crate) fn insert(&mut self, character: char) {
        self.state.search.insert(character);
        self.follow();
    }

    /// Puts the queries that follow from the state and brings every cursor into sight.
    pub(crate) fn follow(&mut self) {
        self.answers.follow(self.state, self.archive);
        self.settle();
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Quit | Action::Suspend | Action::Redraw => {}
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
            Action::Edit(request) => self.edit(request),
        }
    }

    fn edit(&mut self, request: InputRequest) {
        self.state.search.edit(request);
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

    /// Goes to the chosen hit.
    fn go(&mut self) {
        let target = self.state.search.selected(self.answers.hits()).map(|hit| hit.target);
        let Some(target) = target else { return };
        self.state.window = None;
        self.state.view = View::Overview;
        match target {
            Target::Region(region) => {
                self.choose(region);
                self.state.focus = Focus::Tree;
                let without = self.answers.profile.answer().is_none_or(|profile| profile.groups.is_empty());
                self.state.message = without.then_some(Message::NoFigures);
            }
            Target::Metric(metric) => {
                self.state.focus = Focus::Table;
                self.go_to_metric(metric);
            }
        }
    }

    /// Chooses a metric in the table of the region; where it lacks the metric, goes to the region that has
    /// most figures of it.
    fn go_to_metric(&mut self, metric: MetricId) {
        if self.select(metric) {
            return;
        }
        // The region may have it in another year.
        if self.state.year.take().is_some() {
            self.answers.follow(self.state, self.archive);
            if self.select(metric) {
                return;
            }
        }
        let most = self.archive.atlas.metric_series(metric).max_by_key(|(region, figures)| {
            // Of several, the first in the order of their codes.
            (figures.len(), std::cmp::Reverse(*region))
        });
        match most {
            Some((region, _)) => {
                self.choose(region);
                self.select(metric);
            }
            None => self.state.message = Some(Message::NoFigures),
        }
    }

    fn choose(&mut self, region: RegionCode) {
        self.state.tree.reveal(region, &self.archive.atlas);
        self.answers.follow(self.state, self.archive);
    }

    fn select(&mut self, metric: MetricId) -> bool {
        self.answers.profile.answer().is_some_and(|profile| self.state.table.select(profile, metric))
    }

    fn step(&mut self, step: Step) {
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

    fn step_group(&mut self, forward: bool) {
        if let Some(profile) = self.answers.profile.answer() {
            self.state.table.step_group(forward, profile);
        }
    }

    fn left(&mut self) {
        match (self.state.view, self.state.focus) {
            (View::Compare, _) => self.state.compare.step_column(false, self.state.compared.len()),
            (View::Overview, Focus::Tree) => self.state.tree.close(&self.archive.atlas),
            (View::Overview, Focus::Table) => self.state.focus = Focus::Tree,
            (View::Overview, Focus::Detail) => self.state.focus = Focus::Table,
        }
    }

    fn right(&mut self) {
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

    fn next_pane(&mut self, forward: bool) {
        self.state.focus = match (self.state.focus, forward) {
            (Focus::Tree, true) | (Focus::Detail, false) => Focus::Table,
            (Focus::Table, true) | (Focus::Tree, false) => Focus::Detail,
            (Focus::Detail, true) | (Focus::Table, false) => Focus::Tree,
        };
    }

    /// One year before or after; behind the last year stands "the latest".
    fn step_year(&mut self, forward: bool) {
        let years = self.archive.atlas.years();
        let at = self.state.year.map_or(years.len(), |year| years.partition_point(|known| *known < year));
        let to = if forward { at + 1 } else { at.saturating_sub(1) };
        self.state.year = years.get(to).copied();
    }

    fn pin(&mut self) {
        let state = &mut *self.state;
        if state.view == View::Compare {
            self.unpin_column();
            return;
        }
        let Some(region) = state.tree.selected() else { return };
        if let Some(place) = state.pins.iter().position(|pin| *pin == region) {
            state.pins.remove(place);
        } else if state.pins.len() == MOST_PINS {
            state.message = Some(Message::TooMany);
        } else {
            state.pins.push(region);
        }
    }

    /// Takes the region of the chosen column out of the comparison.
    fn unpin_column(&mut self) {
        let region = self.answers.comparison.answer().and_then(|comparison| self.state.compare.region(comparison));
        let Some(region) = region else { return };
        self.state.pins.retain(|pin| *pin != region);
        self.state.compared.retain(|compared| *compared != region);
        self.state.compare.column = self.state.compare.column.min(self.state.compared.len().saturating_sub(1));
        if self.state.compared.len() < 2 {
            self.state.view = View::Overview;
        }
    }

    /// Compares the pinned regions; a single one with the region of the cursor.
    fn compare(&mut self) {
        let mut regions = self.state.pins.clone();
        if regions.len() == 1 {
            regions.extend(self.state.tree.selected().filter(|region| !regions.contains(region)));
        }
        if regions.len() < 2 {
            self.state.message = Some(Message::NeedTwo);
            return;
        }
        self.state.compared = regions;
        self.state.view = View::Compare;
    }

    /// Brings every cursor into sight.
    fn settle(&mut self) {
        let heights = self.heights();
        let state = &mut *self.state;
        state.tree.scroll.settle(state.tree.nodes.len(), heights.tree);
        state.table.scroll.settle(state.table.lines.len(), heights.table);
        if let Some(detail) = self.answers.detail.answer() {
            state.detail.scroll.settle(detail.figures.len(), heights.figures);
        }
        state.search.scroll.settle(self.answers.hits().len(), heights.search);
        state.compare.settle(heights.compare_width, heights.compare, state.compared.len());
    }

    fn heights(&self) -> Heights {
        let state = &*self.state;
        let areas = Areas::of(state.size, state.view, state.focus);
        let inside = |area: Option<ratatui::layout::Rect>| area.map_or(0, |area| area.height.saturating_sub(2));
        let detail = inside(areas.detail);
        let figures = self.answers.detail.answer().map_or(0, |answer| Parts::of(answer, detail).figures);
        let (compare_width, compare) = areas.compare.map_or((0, 0), |area| compare::room(area.width, area.height));
        let window = layout::window_of(state.size, Window::Search);
        Heights {
            tree: inside(areas.tree).into(),
            table: inside(areas.table).saturating_sub(1).into(),
            figures: figures.saturating_sub(1).into(),
            compare,
            compare_width,
            search: search::rows(window.height),
            text: layout::window_of(state.size, Window::Help).height.saturating_sub(2).into(),
        }
    }
}

/// Rows that each list has on the screen.
#[derive(Clone, Copy, Debug)]
struct Heights {
    tree: usize,
    table: usize,
    figures: usize,
    compare: usize,
    compare_width: u16,
    search: usize,
    text: usize,
}
