//! Applies what is asked of the years of a metric.

use super::Update;
use crate::{query::Trend, tui::panes::trend};

impl Update<'_> {
    pub(super) fn trend(&mut self, action: trend::Action) {
        let area = self.main();
        let Some(answer) = self.answers.trend.answer() else { return };
        let selected = self.state.trend.selected(answer);
        let state = &mut self.state.trend;
        match action {
            trend::Action::Step(step) => state.step(step, answer, area),
            trend::Action::Left => state.step_across(false, answer, area),
            trend::Action::Right => state.step_across(true, answer, area),
            trend::Action::ChooseLine(line) => state.choose_line(line, answer),
            trend::Action::ChooseYear(year) => state.choose_year(year, answer),
            trend::Action::NextMode => state.next_mode(),
            trend::Action::Toggle(form) => state.toggle(form),
            trend::Action::StepMetric(forward) => {
                let asked = Trend { mode: answer.asked, ..answer.trend.clone() };
                let next = self.neighbour(asked.metric, forward, |metric, atlas| {
                    trend::with_years(Trend { metric, ..asked.clone() }, atlas).1.years().is_some()
                });
                if let Some(metric) = next {
                    self.choose_metric(metric);
                }
            }
            trend::Action::Pin => {
                if let Some(region) = selected {
                    self.toggle_pin(region);
                }
            }
            trend::Action::Open => {
                if let Some(region) = selected {
                    self.open_region(region);
                }
            }
        }
    }
}
