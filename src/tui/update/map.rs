//! Applies what is asked of the regions at their places.

use super::Update;
use crate::{
    index::Atlas,
    model::Level,
    query::{Shade, map::Direction},
    tui::{panes::map::Action, widgets::scroll::Step},
};

impl Update<'_> {
    pub(super) fn map(&mut self, action: Action) {
        let Some(answer) = self.answers.map.answer() else { return };
        let lit = answer.shaded().map(|shaded| shaded.region);
        let go = |direction| self.state.map.next(answer, direction);
        let region = match action {
            Action::Go(direction) => go(direction),
            Action::Left => go(Direction::Left),
            Action::Right => go(Direction::Right),
            Action::Step(Step::Up) => go(Direction::Up),
            Action::Step(Step::Down) => go(Direction::Down),
            Action::Step(Step::PageUp) => answer.neighbour(false),
            Action::Step(Step::PageDown) => answer.neighbour(true),
            Action::Step(Step::First) => answer.end(false),
            Action::Step(Step::Last) => answer.end(true),
            Action::Choose(region) => Some(region),
            Action::Open | Action::Pin => lit,
            Action::Widen | Action::Narrow | Action::NextLevel | Action::ToggleGrowth | Action::StepMetric(_) => None,
        };
        let (shade, widened, wider) = (answer.shade, answer.widened, answer.wider);
        let level = shade.level;
        if let Some(region) = region.filter(|region| self.state.region() != Some(*region)) {
            self.choose_region(region);
        }
        let state = &mut self.state.map;
        match action {
            Action::Open => region.into_iter().for_each(|region| self.open_region(region)),
            Action::Pin => self.pin(),
            Action::StepMetric(forward) => {
                let has = |metric, atlas: &Atlas| Shade { metric, ..shade }.rank().has_answer(atlas);
                if let Some(metric) = self.neighbour(shade.metric, forward, has) {
                    self.choose_metric(metric);
                }
            }
            Action::NextLevel => {
                state.level = Some(if level == Level::County { Level::Prefecture } else { Level::County });
            }
            Action::ToggleGrowth => state.by_growth = !state.by_growth,
            Action::Widen if wider => state.widened = widened + 1,
            Action::Narrow if widened > 0 => state.widened = widened - 1,
            // Into the chosen prefecture.
            Action::Narrow if level == Level::Prefecture => state.level = Some(Level::County),
            _ => {}
        }
    }
}
