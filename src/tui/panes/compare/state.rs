//! Which row and column are chosen, and how the rows are asked for.

use super::{
    columns::{Columns, Traits},
    derived::Derived,
    lines::{self, Line},
};
use crate::{
    index::MetricId,
    model::{Language, Measure, Period, RegionCode},
    query::{Align, Compare, Comparison, ComparisonCell, ComparisonRow, Order},
    tui::{
        carry::Carry,
        widgets::scroll::{Scroll, Step},
    },
};

/// What the user can ask of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Step(Step),
    Left,
    Right,
    /// To the metric of the row in the overview of the region.
    Open,
    /// To the first row of the next category.
    NextGroup,
    /// To the first row of the category, or of the one before.
    PreviousGroup,
    /// Only metrics that at least two have, or all.
    ToggleCommon,
    /// What all have first, or the widest gap.
    ToggleOrder,
    /// All of the same year, or each in its latest.
    ToggleAlign,
    /// The region of the column and the first change places; in the first column, it and the second.
    Swap,
    /// The column one to the left.
    MoveLeft,
    /// The column one to the right.
    MoveRight,
    /// The column to the first place.
    MakeBase,
    /// Looks for a region to put beside the others.
    Add,
    /// Takes the region of the column away.
    Drop,
    /// Chooses a column, and a line if there is one.
    Choose {
        line: Option<usize>,
        column: usize,
    },
}

/// Which row and column are chosen, and how the rows are asked for.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) lines: Vec<Line>,
    /// The cursor is always on a row, if there is one.
    pub(crate) scroll: Scroll,
    /// The chosen column: a region, then what is derived.
    pub(crate) column: usize,
    /// The first column on the screen.
    pub(crate) first_column: usize,
    /// Only metrics that at least two regions have.
    pub(crate) common_only: bool,
    pub(crate) align: Align,
    pub(crate) order: Order,
    /// The year of most cells; only others tell theirs.
    pub(crate) usual_year: Option<u16>,
    traits: Traits,
    /// The row that the user chose last.
    wanted: Option<(MetricId, Measure)>,
}

/// Whether the levels of a row are drawn as bars: a bar says nothing without another beside it.
pub(super) fn has_bars(row: &ComparisonRow) -> bool {
    row.measure == Measure::Level && row.cells.iter().flatten().any(|cell| cell.scaled)
}

/// The year of a cell, unless it is of longer or shorter time.
fn year(cell: &ComparisonCell) -> Option<u16> {
    cell.reading.period.filter(|period| period.is_year()).map(Period::last)
}

/// The year of most cells, the latest of those that as many have.
fn usual_year(comparison: &Comparison) -> Option<u16> {
    let mut years: Vec<u16> = comparison.rows.iter().flat_map(|row| &row.cells).flatten().filter_map(year).collect();
    years.sort_unstable();
    years.chunk_by(|a, b| a == b).max_by_key(|of_year| of_year.len()).map(|of_year| of_year[0])
}

impl State {
    /// The question that follows from the state.
    pub(crate) fn question(&self, regions: &[RegionCode], year: Option<u16>) -> Compare {
        let Self { align, common_only, order, .. } = *self;
        Compare { regions: regions.to_vec(), year, align, common_only, order }
    }

    /// Takes the ids of another Atlas.
    pub(crate) fn carry_over(&mut self, carry: &Carry) {
        self.wanted = self.wanted.and_then(|(metric, measure)| Some((carry.metric(metric)?, measure)));
    }

    /// Takes another comparison; the row that was chosen stays so where it is still there.
    pub(crate) fn follow(&mut self, comparison: &Comparison) {
        self.usual_year = usual_year(comparison);
        self.traits = Traits {
            bars: comparison.rows.iter().any(has_bars),
            dated: comparison.rows.iter().any(|row| self.tells_years(row)),
        };
        self.lines = match self.order {
            Order::Shared => lines::by_category(&comparison.rows),
            Order::Gap => lines::by_gap(&comparison.rows),
        };
        let height_of_cursor = self.scroll.cursor.saturating_sub(self.scroll.offset);
        if let Some(place) = self.wanted.and_then(|wanted| self.place(comparison, wanted)) {
            self.scroll.cursor = place;
            // At the top of the list it stays there, so that the first heading does not slip away.
            if self.scroll.offset > 0 {
                self.scroll.offset = place.saturating_sub(height_of_cursor);
            }
        }
        self.scroll.cursor = self.scroll.cursor.min(self.lines.len().saturating_sub(1));
        self.leave_heading(false);
        self.column = self.column.min(columns(comparison.regions.len()).saturating_sub(1));
    }

    /// Whether the cells of a row tell their years: they differ, or are not those of most others.
    pub(super) fn tells_years(&self, row: &ComparisonRow) -> bool {
        row.years_differ || row.cells.iter().flatten().any(|cell| year(cell) != self.usual_year)
    }

    /// Chooses a metric, its level before what else is told of it, unless a row of it is chosen.
    pub(crate) fn want(&mut self, metric: MetricId) {
        if self.wanted.is_none_or(|(wanted, _)| wanted != metric) {
            self.wanted = Some((metric, Measure::Level));
        }
    }

    pub(crate) fn step(&mut self, step: Step, comparison: &Comparison, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.step(step, self.lines.len(), height);
        self.leave_heading(self.scroll.cursor < before);
        self.keep(comparison);
    }

    /// To the first row of the next category, or of the one before.
    pub(crate) fn step_group(&mut self, forward: bool, comparison: &Comparison) {
        let is_heading = |line: &Line| !matches!(line, Line::Row(_));
        let heading = if forward {
            let ahead = self.lines.iter().skip(self.scroll.cursor).position(is_heading);
            ahead.map(|ahead| self.scroll.cursor + ahead)
        } else {
            // From inside a category to its first row, from there to the category before.
            self.lines.iter().take(self.scroll.cursor.saturating_sub(1)).rposition(is_heading)
        };
        if let Some(heading) = heading {
            self.choose(heading + 1, comparison);
        }
    }

    /// Chooses a line.
    pub(crate) fn choose(&mut self, line: usize, comparison: &Comparison) {
        self.scroll.cursor = line.min(self.lines.len().saturating_sub(1));
        self.leave_heading(false);
        self.keep(comparison);
    }

    /// Moves to the column on the left or right; `regions` stand side by side.
    pub(crate) fn step_column(&mut self, right: bool, regions: usize) {
        let last = columns(regions).saturating_sub(1);
        self.column = if right { (self.column + 1).min(last) } else { self.column.saturating_sub(1) };
    }

    /// Brings row and column into sight.
    pub(crate) fn settle(&mut self, width: u16, height: usize, regions: usize, lang: Language) {
        self.scroll.settle(self.lines.len(), height);
        self.column = self.column.min(columns(regions).saturating_sub(1));
        self.first_column = self.columns(width, regions, lang).scrolled(self.first_column, self.column);
    }

    /// The columns in `width` cells.
    pub(super) fn columns(&self, width: u16, regions: usize, lang: Language) -> Columns {
        Columns::fit(width, regions, self.traits, lang)
    }

    /// The region of the chosen column.
    pub(crate) fn region(&self, comparison: &Comparison) -> Option<RegionCode> {
        comparison.regions.get(self.column).copied()
    }

    /// The chosen row.
    pub(crate) fn row<'a>(&self, comparison: &'a Comparison) -> Option<&'a ComparisonRow> {
        self.lines.get(self.scroll.cursor)?.row(comparison)
    }

    /// The chosen cell, if it holds a figure.
    pub(crate) fn cell<'a>(&self, comparison: &'a Comparison) -> Option<&'a ComparisonCell> {
        self.row(comparison)?.cells.get(self.column)?.as_ref()
    }

    /// Remembers the chosen row.
    fn keep(&mut self, comparison: &Comparison) {
        self.wanted = self.row(comparison).map(|row| (row.metric, row.measure)).or(self.wanted);
    }

    /// The line of a row, or of another of the same metric.
    fn place(&self, comparison: &Comparison, (metric, measure): (MetricId, Measure)) -> Option<usize> {
        let line = |is: &dyn Fn(&ComparisonRow) -> bool| {
            self.lines.iter().position(|line| line.row(comparison).is_some_and(is))
        };
        line(&|row| row.metric == metric && row.measure == measure).or_else(|| line(&|row| row.metric == metric))
    }

    fn leave_heading(&mut self, upwards: bool) {
        let lines = &self.lines;
        self.scroll.rest(upwards, lines.len(), |place| matches!(lines[place], Line::Row(_)));
    }
}

/// How many columns stand beside the metric.
fn columns(regions: usize) -> usize {
    if regions < 2 { regions } else { regions + Derived::ALL.len() }
}
