//! Which finding is chosen, which of its figures, and which kinds are open.

use ratatui::layout::Rect;

use super::{Answer, parts::Parts};
use crate::{
    index::MetricId,
    model::{Period, RegionCode},
    query::{
        Finding,
        audit::{Kind, Severity},
    },
    tui::{
        carry::Carry,
        widgets::scroll::{Scroll, Step},
    },
};

/// What the user can ask of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Everything, or only the chosen region and those below it.
    ToggleScope,
    /// Open or close the kind of the line.
    Toggle,
    /// Close all kinds, or open all.
    ToggleAll,
    /// To the next kind.
    NextKind,
    /// To the kind before.
    PreviousKind,
    /// To the next figure of the finding.
    NextFigure,
    /// To the figure before.
    PreviousFigure,
    /// Choose the line at a place; a kind is opened or closed.
    Choose(usize),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// A kind: the place of its group.
    Kind(usize),
    /// A finding: its place.
    Finding(usize),
}

/// Which finding is chosen, which of its figures, and which kinds are open.
#[derive(Debug)]
pub(crate) struct State {
    /// Whether all regions are asked for, or only the chosen one with those below it.
    pub(crate) everything: bool,
    pub(super) lines: Vec<Line>,
    pub(super) scroll: Scroll,
    /// The chosen figure of the finding, by its place.
    pub(super) figure: usize,
    closed: Vec<Kind>,
    /// What the chosen finding is about: it stays chosen when something else is asked.
    chosen: Option<About>,
}

/// Kind, region, metric and time of a finding.
type About = (Kind, RegionCode, MetricId, Option<Period>);

fn about(finding: &Finding) -> About {
    (finding.kind, finding.region, finding.metric, finding.period)
}

impl Default for State {
    /// Notes are closed: there are many, and they contradict nothing.
    fn default() -> Self {
        let closed = Kind::ALL.into_iter().filter(|kind| kind.severity() == Severity::Note).collect();
        Self { everything: true, lines: Vec::new(), scroll: Scroll::default(), figure: 0, closed, chosen: None }
    }
}

impl State {
    /// Takes the ids of another Atlas.
    pub(crate) fn carry_over(&mut self, carry: &Carry) {
        self.chosen =
            self.chosen.and_then(|(kind, region, metric, period)| Some((kind, region, carry.metric(metric)?, period)));
    }

    /// Takes another answer; what was chosen stays so where it is found again, else the first finding is.
    pub(crate) fn follow(&mut self, answer: &Answer) {
        self.arrange(answer);
        let of = |line: &Line| match *line {
            Line::Finding(place) => answer.findings.get(place).map(about),
            Line::Kind(_) => None,
        };
        let chosen = self.chosen;
        let kept = self.lines.iter().position(|line| chosen.is_some() && of(line) == chosen);
        let first = || self.lines.iter().position(|line| of(line).is_some());
        if kept.is_none() {
            (self.scroll, self.figure) = (Scroll::default(), 0);
        }
        self.scroll.cursor = kept.or_else(first).unwrap_or(0);
        self.keep(answer);
    }

    /// Brings the cursor into sight.
    pub(crate) fn settle(&mut self, _answer: Option<&Answer>, area: Rect) {
        self.scroll.settle(self.lines.len(), Parts::of(area).rows());
    }

    /// The finding of the cursor.
    pub(crate) fn selected<'a>(&self, answer: &'a Answer) -> Option<&'a Finding> {
        match *self.lines.get(self.scroll.cursor)? {
            Line::Finding(place) => answer.findings.get(place),
            Line::Kind(_) => None,
        }
    }

    /// The kind of the cursor's line.
    pub(super) fn kind(&self, answer: &Answer) -> Option<Kind> {
        match *self.lines.get(self.scroll.cursor)? {
            Line::Finding(place) => answer.findings.get(place).map(|finding| finding.kind),
            Line::Kind(group) => answer.groups.get(group).map(|group| group.kind),
        }
    }

    pub(super) fn is_open(&self, kind: Kind) -> bool {
        !self.closed.contains(&kind)
    }

    pub(crate) fn step(&mut self, step: Step, answer: &Answer, area: Rect) {
        self.scroll.step(step, self.lines.len(), Parts::of(area).rows());
        self.figure = 0;
        self.keep(answer);
    }

    /// Chooses the line at a place.
    pub(crate) fn choose(&mut self, line: usize, answer: &Answer) {
        self.scroll.cursor = line.min(self.lines.len().saturating_sub(1));
        self.figure = 0;
        self.keep(answer);
    }

    fn keep(&mut self, answer: &Answer) {
        self.chosen = self.selected(answer).map(about);
    }

    /// To the next figure of the finding, or to the one before.
    pub(crate) fn step_figure(&mut self, forward: bool, answer: &Answer) {
        let last = self.selected(answer).map_or(0, |finding| finding.figures.len().saturating_sub(1));
        self.figure = if forward { (self.figure + 1).min(last) } else { self.figure.saturating_sub(1) };
    }

    /// To the heading of the next kind, or of this one and then the one before.
    pub(crate) fn step_kind(&mut self, forward: bool, answer: &Answer) {
        let is_kind = |line: &Line| matches!(line, Line::Kind(_));
        let cursor = self.scroll.cursor;
        let found = if forward {
            self.lines.iter().skip(cursor + 1).position(is_kind).map(|ahead| cursor + 1 + ahead)
        } else {
            self.lines[..cursor.min(self.lines.len())].iter().rposition(is_kind)
        };
        if let Some(line) = found {
            self.choose(line, answer);
        }
    }

    /// Opens or closes the kind of the cursor's line.
    pub(crate) fn toggle(&mut self, answer: &Answer) {
        let Some(kind) = self.kind(answer) else { return };
        if self.is_open(kind) {
            self.closed.push(kind);
        } else {
            self.closed.retain(|closed| *closed != kind);
        }
        self.arrange(answer);
        let heading = |line: &Line| matches!(*line, Line::Kind(group) if answer.groups[group].kind == kind);
        self.choose(self.lines.iter().position(heading).unwrap_or(0), answer);
    }

    /// Closes all kinds; where none of which anything was found is open, opens them.
    pub(crate) fn toggle_all(&mut self, answer: &Answer) {
        let kind = self.kind(answer);
        let any = answer.groups.iter().any(|group| !group.findings.is_empty() && self.is_open(group.kind));
        self.closed = if any { Kind::ALL.to_vec() } else { Vec::new() };
        self.arrange(answer);
        let heading = |line: &Line| matches!(*line, Line::Kind(group) if Some(answer.groups[group].kind) == kind);
        self.choose(self.lines.iter().position(heading).unwrap_or(0), answer);
    }

    fn arrange(&mut self, answer: &Answer) {
        let groups = answer.groups.iter().enumerate();
        let lines = groups.flat_map(|(place, group)| {
            let open = self.is_open(group.kind);
            let findings = if open { group.findings.clone() } else { 0..0 };
            std::iter::once(Line::Kind(place)).chain(findings.map(Line::Finding))
        });
        self.lines = lines.collect();
    }
}
