//! What is asked for the documents.

use super::State;
use crate::{
    index::{Atlas, FigureId},
    tui::state::Chosen,
};

/// Asks for the documents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    chosen: Chosen,
}

/// The documents.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Figures in question.
    pub(crate) figures: usize,
}

impl Question {
    /// What the state asks for; `None` where nothing can be asked.
    pub(crate) fn of(_state: &State, chosen: &Chosen) -> Option<Self> {
        Some(Self { chosen: chosen.clone() })
    }

    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Answer {
        let figures = self.chosen.metric.map_or(0, |metric| atlas.metric_figures(metric));
        Answer { figures }
    }
}

impl Answer {
    /// The figure of the cursor, whose evidence is shown.
    pub(crate) fn figure(&self, _state: &State) -> Option<FigureId> {
        None
    }
}
