//! Applies what is asked of the years of a metric.

use super::Update;
use crate::tui::panes::trend;

impl Update<'_> {
    pub(super) fn trend(&mut self, action: trend::Action) {
        let figures = self.answers.trend.answer().map_or(0, |answer| answer.figures);
        let height = self.main().height.saturating_sub(2);
        match action {
            trend::Action::Step(step) => self.state.trend.scroll.step(step, figures, height.into()),
            trend::Action::Left | trend::Action::Right | trend::Action::Open => {}
        }
    }
}
