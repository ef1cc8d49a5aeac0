//! Which metric is chosen.

use crate::{
    index::MetricId,
    query::{Profile, Row},
    tui::{
        carry::Carry,
        widgets::scroll::{Scroll, Step},
    },
};

/// What the user can ask of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// To the next category.
    NextGroup,
    /// To the category before.
    PreviousGroup,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The name of a category: its place in the profile.
    Heading(usize),
    /// A metric: the places of its category and of its row there.
    Metric(usize, usize),
}

/// Which metric is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) lines: Vec<Line>,
    /// The cursor is always on a metric, if there is one.
    pub(crate) scroll: Scroll,
    /// The metric that the user chose last: it stays chosen from region to region.
    wanted: Option<MetricId>,
}

/// The row of a line; `None` for a heading.
pub(crate) fn row(profile: &Profile, line: Line) -> Option<&Row> {
    match line {
        Line::Heading(_) => None,
        Line::Metric(group, row) => profile.groups.get(group)?.rows.get(row),
    }
}

impl State {
    /// Takes another profile; the metric that was chosen stays so where the region has it, and where it
    /// was on the screen.
    pub(crate) fn follow(&mut self, profile: &Profile) {
        self.lines = profile
            .groups
            .iter()
            .enumerate()
            .flat_map(|(group, of)| {
                let metrics = (0..of.rows.len()).map(move |row| Line::Metric(group, row));
                std::iter::once(Line::Heading(group)).chain(metrics)
            })
            .collect();
        let height_of_cursor = self.scroll.cursor.saturating_sub(self.scroll.offset);
        self.scroll.cursor = self.wanted.and_then(|metric| self.place(profile, metric)).unwrap_or(0);
        self.leave_heading(false);
        self.scroll.offset = self.scroll.cursor.saturating_sub(height_of_cursor);
        if self.wanted.is_none() {
            self.want(profile);
        }
    }

    /// The metric that was chosen last; the region on the screen may lack it.
    pub(crate) fn wanted(&self) -> Option<MetricId> {
        self.wanted
    }

    /// Takes the ids of another Atlas. The metric of the cursor counts as chosen, so that it stays so.
    pub(crate) fn carry_over(&mut self, profile: Option<&Profile>, carry: &Carry) {
        if let Some(profile) = profile {
            self.want(profile);
        }
        self.wanted = self.wanted.and_then(|metric| carry.metric(metric));
    }

    /// The row of the cursor.
    pub(crate) fn selected<'a>(&self, profile: &'a Profile) -> Option<&'a Row> {
        row(profile, *self.lines.get(self.scroll.cursor)?)
    }

    /// Chooses a metric; false where the region lacks it.
    pub(crate) fn select(&mut self, profile: &Profile, metric: MetricId) -> bool {
        self.wanted = Some(metric);
        let place = self.place(profile, metric);
        if let Some(place) = place {
            self.scroll.cursor = place;
        }
        place.is_some()
    }

    /// Moves the cursor from metric to metric.
    pub(crate) fn step(&mut self, step: Step, profile: &Profile, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.step(step, self.lines.len(), height);
        let upwards = self.scroll.cursor < before;
        self.leave_heading(upwards);
        self.want(profile);
    }

    /// Moves the window as the wheel does.
    pub(crate) fn wheel(&mut self, down: bool, profile: &Profile, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.wheel(down, self.lines.len(), height);
        if self.scroll.cursor != before {
            self.leave_heading(self.scroll.cursor < before);
            self.want(profile);
        }
    }

    /// Moves the cursor to the first metric of the next category, or of the one before.
    pub(crate) fn step_group(&mut self, forward: bool, profile: &Profile) {
        let is_heading = |line: &Line| matches!(line, Line::Heading(_));
        let heading = if forward {
            self.lines.iter().skip(self.scroll.cursor).position(is_heading).map(|ahead| self.scroll.cursor + ahead)
        } else {
            // From inside a category to its first metric, from there to the category before.
            let head = self.scroll.cursor.saturating_sub(1);
            self.lines.iter().take(head).rposition(is_heading)
        };
        if let Some(heading) = heading {
            self.scroll.cursor = heading + 1;
            self.want(profile);
        }
    }

    fn want(&mut self, profile: &Profile) {
        self.wanted = self.selected(profile).map(|row| row.metric).or(self.wanted);
    }

    fn place(&self, profile: &Profile, metric: MetricId) -> Option<usize> {
        self.lines.iter().position(|line| row(profile, *line).is_some_and(|row| row.metric == metric))
    }

    fn leave_heading(&mut self, upwards: bool) {
        let lines = &self.lines;
        self.scroll.rest(upwards, lines.len(), |place| matches!(lines[place], Line::Metric(..)));
    }
}
