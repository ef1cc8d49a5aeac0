//! Applies what is asked of the ranking of regions.

use super::Update;
use crate::{
    index::{Atlas, MetricId},
    model::{Level, RegionCode},
    query::Rank,
    tui::{
        panes::rank::{self, circles},
        state::{Focus, View},
    },
};

impl Update<'_> {
    pub(super) fn rank(&mut self, action: rank::Action) {
        let area = self.main();
        let Some(answer) = self.answers.rank.answer() else { return };
        let (asked, selected) = (answer.rank, self.state.rank.selected(answer));
        let state = &mut self.state.rank;
        match action {
            rank::Action::Step(step) => state.step(step, answer, area),
            rank::Action::Choose(place) => state.choose(place, answer),
            rank::Action::Left if answer.wider => self.widen(asked, true),
            rank::Action::Right if answer.narrower => self.widen(asked, false),
            rank::Action::Left | rank::Action::Right => {}
            rank::Action::NextLevel => {
                let nearest = !answer.narrower;
                self.next_level(asked, nearest);
            }
            rank::Action::ToggleGrowth => state.by_growth = !state.by_growth,
            rank::Action::StepMetric(forward) => {
                let rank_by = |metric| Rank { metric, ..asked };
                let next = self.neighbour(asked.metric, forward, |metric, atlas| rank_by(metric).has_answer(atlas));
                if let Some(metric) = next {
                    self.choose_metric(metric);
                }
            }
            rank::Action::Pin => {
                if let Some(region) = selected {
                    self.toggle_pin(region);
                }
            }
            rank::Action::Open => {
                if let Some(region) = selected {
                    self.open_region(region);
                }
            }
        }
    }

    /// Ranks within the circle of regions around or inside that of `rank`.
    fn widen(&mut self, rank: Rank, wider: bool) {
        let circles = circles(self.archive.atlas.gazetteer(), self.state.region(), rank.level);
        let at = circles.iter().position(|circle| *circle == rank.within).unwrap_or(0);
        self.state.rank.widened = if wider { at + 1 } else { at.saturating_sub(1) };
    }

    /// Ranks the regions of the next level: within the nearest region again, or within the same where the
    /// ranking was widened to it.
    fn next_level(&mut self, rank: Rank, nearest: bool) {
        let level = match rank.level {
            Level::County => Level::Prefecture,
            Level::Prefecture => Level::Province,
            Level::Province => Level::County,
        };
        let circles = circles(self.archive.atlas.gazetteer(), self.state.region(), level);
        self.state.rank.level = Some(level);
        let same = circles.iter().position(|circle| *circle == rank.within);
        self.state.rank.widened = same.filter(|_| !nearest).unwrap_or(0);
    }

    /// The metric of the catalogue behind or before one of which `has` is true; behind the last comes the
    /// first.
    pub(super) fn neighbour(
        &self,
        metric: MetricId,
        forward: bool,
        has: impl Fn(MetricId, &Atlas) -> bool,
    ) -> Option<MetricId> {
        let atlas = &self.archive.atlas;
        let count = atlas.catalogue().metrics().len();
        // A metric outside the catalogue stands behind its last.
        let at = (metric.0 as usize).min(count);
        let steps = 1..=count;
        let place =
            |step: usize| if forward { (at + step) % (count + 1) } else { (at + count + 1 - step) % (count + 1) };
        let metrics = steps.map(place).filter(|place| *place < count).map(|place| MetricId(place as u32));
        let mut metrics = metrics;
        metrics.find(|metric| has(*metric, atlas))
    }

    /// Shows a region in the overview.
    pub(super) fn open_region(&mut self, region: RegionCode) {
        self.choose_region(region);
        self.open_view(View::Overview);
        self.state.focus = Focus::Table;
    }
}
