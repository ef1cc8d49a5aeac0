//! Pins regions, puts them side by side and rearranges them there.

use super::Update;
use crate::{
    model::RegionCode,
    query::{Align, Comparison, Order},
    tui::{
        panes::{
            compare::{self, Action},
            search::Purpose,
        },
        state::{Focus, MOST_PINS, Message, View},
    },
};

impl Update<'_> {
    pub(super) fn compare(&mut self, action: Action) {
        let regions = self.state.compared.len();
        let column = self.state.compare.column;
        match action {
            Action::Step(step) => {
                let height = self.heights().compare;
                self.choose_row(|compare, comparison| compare.step(step, comparison, height));
            }
            Action::NextGroup => self.choose_row(|compare, comparison| compare.step_group(true, comparison)),
            Action::PreviousGroup => self.choose_row(|compare, comparison| compare.step_group(false, comparison)),
            Action::Left => self.state.compare.step_column(false, regions),
            Action::Right => self.state.compare.step_column(true, regions),
            Action::Choose { line, column } => {
                self.state.compare.column = column;
                if let Some(line) = line {
                    self.choose_row(|compare, comparison| compare.choose(line, comparison));
                }
            }
            Action::Open => self.open_cell(),
            Action::ToggleCommon => self.state.compare.common_only = !self.state.compare.common_only,
            Action::ToggleOrder => {
                let order = &mut self.state.compare.order;
                *order = if *order == Order::Shared { Order::Gap } else { Order::Shared };
            }
            Action::ToggleAlign => {
                let align = &mut self.state.compare.align;
                *align = if *align == Align::SameYear { Align::Latest } else { Align::SameYear };
            }
            Action::Swap if regions > 1 => self.rearrange(if column > 0 { column } else { 1 }, 0, <[_]>::swap),
            Action::MoveLeft if column > 0 => self.rearrange(column, column - 1, <[_]>::swap),
            Action::MoveRight if column + 1 < regions => self.rearrange(column, column + 1, <[_]>::swap),
            Action::MakeBase => self.rearrange(column, 0, |regions, column, _| regions[..=column].rotate_right(1)),
            Action::Swap | Action::MoveLeft | Action::MoveRight => {}
            Action::Add if regions == MOST_PINS => self.state.message = Some(Message::TooMany),
            Action::Add => self.open_search(Purpose::PutBeside),
            Action::Drop => self.drop_column(),
        }
    }

    /// Moves the cursor of the comparison; the metric that it comes to is then chosen in all views.
    fn choose_row(&mut self, choose: impl FnOnce(&mut compare::State, &Comparison)) {
        let Some(comparison) = self.answers.comparison.answer() else { return };
        choose(&mut self.state.compare, comparison);
        if let Some(metric) = self.state.compare.row(comparison).map(|row| row.metric) {
            self.choose_metric(metric);
        }
    }

    /// Pins the region of the cursor, or takes the pin away.
    pub(super) fn pin(&mut self) {
        if self.state.view == View::Compare {
            self.drop_column();
        } else if let Some(region) = self.state.region() {
            self.toggle_pin(region);
        }
    }

    /// Pins a region, or takes the pin away.
    pub(super) fn toggle_pin(&mut self, region: RegionCode) {
        let state = &mut *self.state;
        if let Some(place) = state.pins.iter().position(|pin| *pin == region) {
            state.pins.remove(place);
        } else if state.pins.len() == MOST_PINS {
            state.message = Some(Message::TooMany);
        } else {
            state.pins.push(region);
        }
    }

    /// Compares the pinned regions; a single one with the region of the cursor, or, if that is the very
    /// same, with what it was compared with before.
    pub(super) fn open_comparison(&mut self) {
        let state = &mut *self.state;
        let mut regions = state.pins.clone();
        if let [pin] = regions[..] {
            regions.extend(state.tree.selected().filter(|region| *region != pin));
            if regions.len() < 2 && state.compared.contains(&pin) {
                regions.clone_from(&state.compared);
            }
        }
        if regions.len() < 2 {
            state.message = Some(Message::NeedTwo);
            return;
        }
        state.compared = regions;
        state.view = View::Compare;
        if let Some(metric) = state.metric() {
            state.compare.want(metric);
        }
    }

    /// Puts a region beside the others and chooses it.
    pub(super) fn put_beside(&mut self, region: RegionCode) {
        let state = &mut *self.state;
        let place = state.compared.iter().position(|compared| *compared == region);
        if place.is_none() && state.compared.len() == MOST_PINS {
            state.message = Some(Message::TooMany);
            return;
        }
        state.compare.column = place.unwrap_or(state.compared.len());
        if place.is_none() {
            state.compared.push(region);
            state.pins.clone_from(&state.compared);
        }
    }

    /// Takes the region of the chosen column out of the comparison.
    fn drop_column(&mut self) {
        let state = &mut *self.state;
        if state.compare.column >= state.compared.len() {
            return;
        }
        state.compared.remove(state.compare.column);
        state.pins.clone_from(&state.compared);
        state.compare.column = state.compare.column.min(state.compared.len().saturating_sub(1));
        if state.compared.is_empty() {
            state.view = View::Overview;
        }
    }

    /// Changes the order of the regions; the one of the chosen column stays chosen.
    fn rearrange(&mut self, from: usize, to: usize, change: impl Fn(&mut [RegionCode], usize, usize)) {
        let state = &mut *self.state;
        if from.max(to) >= state.compared.len() {
            return;
        }
        let chosen = state.compared.get(state.compare.column).copied();
        change(&mut state.compared, from, to);
        state.pins.clone_from(&state.compared);
        if let Some(column) = chosen.and_then(|chosen| state.compared.iter().position(|region| *region == chosen)) {
            state.compare.column = column;
        }
    }

    /// Goes to region and metric of the chosen cell in the overview.
    fn open_cell(&mut self) {
        let comparison = self.answers.comparison.answer();
        let chosen = comparison.and_then(|comparison| {
            let row = self.state.compare.row(comparison).filter(|_| self.state.compare.cell(comparison).is_some())?;
            Some((self.state.compare.region(comparison)?, row.metric))
        });
        let Some((region, metric)) = chosen else {
            self.state.message = Some(Message::NoCell);
            return;
        };
        self.open_view(View::Overview);
        self.choose_region(region);
        self.choose_metric(metric);
        self.state.focus = Focus::Table;
    }
}
