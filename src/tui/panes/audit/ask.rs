//! What is asked of the figures: everything, or what lies within the chosen region.

use std::ops::Range;

use super::State;
use crate::{
    index::{Atlas, FigureId},
    model::RegionCode,
    query::{Audit, Audited, Finding, audit::Kind},
    tui::state::Chosen,
};

/// Asks what the figures say about each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// Only of this region and of those below it.
    within: Option<RegionCode>,
    year: Option<u16>,
}

/// What the figures say about each other.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) within: Option<RegionCode>,
    pub(crate) findings: Vec<Finding>,
    /// The findings of each kind that was checked.
    pub(crate) groups: Vec<Group>,
}

/// The findings of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) kind: Kind,
    /// Places of its findings.
    pub(crate) findings: Range<usize>,
    /// How many statements were looked at.
    pub(crate) checked: usize,
}

impl Question {
    /// What the state asks for; `None` where the chosen region is asked for and there is none.
    pub(crate) fn of(state: &State, chosen: &Chosen) -> Option<Self> {
        let within = if state.everything { None } else { Some(chosen.region?) };
        Some(Self { within, year: chosen.year })
    }

    /// Answers.
    pub(crate) fn ask(&self, atlas: &Atlas) -> Answer {
        let audit = Audit { within: self.within.into_iter().collect(), kinds: Vec::new(), year: self.year };
        let Audited { findings, checked } = audit.ask(atlas);
        let mut start = 0;
        let group = |(kind, checked)| {
            let end = start + findings[start..].iter().take_while(|finding| finding.kind == kind).count();
            let findings = std::mem::replace(&mut start, end)..end;
            Group { kind, findings, checked }
        };
        let groups = checked.into_iter().map(group).collect();
        Answer { within: self.within, findings, groups }
    }
}

impl Answer {
    /// The chosen figure of the chosen finding, whose evidence is shown.
    pub(crate) fn figure(&self, state: &State) -> Option<FigureId> {
        state.selected(self)?.figures.get(state.figure).copied()
    }
}
