//! Goes to what the search found.

use super::Update;
use crate::{
    index::MetricId,
    model::RegionCode,
    query::Target,
    tui::{
        panes::search::Purpose,
        state::{Focus, Message, View, Window},
    },
};

impl Update<'_> {
    pub(super) fn open_search(&mut self, purpose: Purpose) {
        self.state.search.open(purpose);
        self.state.window = Some(Window::Search);
    }

    /// Goes to the chosen hit, or looks again for what was looked for before.
    pub(super) fn go(&mut self) {
        if self.state.search.recall_chosen() {
            return;
        }
        let target = self.state.search.selected(self.answers.hits()).map(|hit| hit.target);
        let Some(target) = target else { return };
        self.state.search.remember();
        self.state.window = None;
        match (self.state.search.purpose, target) {
            (Purpose::PutBeside, Target::Region(region)) => self.put_beside(region),
            (Purpose::PutBeside, _) => {}
            (Purpose::Go, target) => self.go_to(target),
        }
    }

    fn go_to(&mut self, target: Target) {
        // Views that show one metric or region of many stay, with another one chosen.
        if !matches!(self.state.view, View::Rank | View::Trend | View::Map) {
            self.state.view = View::Overview;
        }
        let in_overview = self.state.view == View::Overview;
        match target {
            Target::Region(region) => {
                self.choose_region(region);
                self.state.focus = Focus::Tree;
                let without = self.answers.profile.answer().is_none_or(|profile| profile.groups.is_empty());
                self.state.message = without.then_some(Message::NoFigures);
            }
            Target::Metric(metric) if in_overview => {
                self.state.focus = Focus::Table;
                self.go_to_metric(metric);
            }
            Target::Metric(metric) => self.choose_metric(metric),
            Target::Pair(region, metric) => {
                self.choose_region(region);
                self.state.focus = Focus::Table;
                // The region may have it in another year; that it lacks it was told before.
                if !self.select(metric) && self.state.year.take().is_some() {
                    self.answers.follow(self.state, self.archive);
                    self.select(metric);
                }
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
                let left = self.state.tree.selected();
                self.choose_region(region);
                self.select(metric);
                self.state.message = left.map(|left| Message::Elsewhere(left, region));
            }
            None => self.state.message = Some(Message::NoFigures),
        }
    }

    /// Chooses a region, whatever the view.
    pub(super) fn choose_region(&mut self, region: RegionCode) {
        self.state.tree.reveal(region, &self.archive.atlas);
        self.answers.follow(self.state, self.archive);
    }

    /// Chooses a metric, whatever the view.
    pub(super) fn choose_metric(&mut self, metric: MetricId) {
        self.select(metric);
        self.answers.follow(self.state, self.archive);
    }

    /// False where the region lacks it.
    fn select(&mut self, metric: MetricId) -> bool {
        self.answers.profile.answer().is_some_and(|profile| self.state.table.select(profile, metric))
    }
}
