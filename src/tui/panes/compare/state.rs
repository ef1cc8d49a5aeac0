//! Which row and column are chosen.

use super::columns::Columns;
use crate::{
    model::{Measure, RegionCode},
    query::{Comparison, ComparisonRow, Reading},
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Only metrics that several regions have, or all.
    ToggleCommon,
}

/// How many of the regions have a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    All,
    Some,
    One,
}

/// A line of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// So many metrics follow that so many regions have.
    Heading(Shared, usize),
    /// The place of a row.
    Row(usize),
}

/// Which row and column are chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) lines: Vec<Line>,
    /// The cursor is always on a row, if there is one.
    pub(crate) scroll: Scroll,
    /// The chosen column: a region, then the difference, then the ratio.
    pub(crate) column: usize,
    /// The first column on the screen.
    pub(crate) first_column: usize,
    /// Only metrics that at least two regions have.
    pub(crate) common_only: bool,
    /// Whether any row has bars.
    bars: bool,
}

/// Whether the levels of a row are drawn as bars: a bar says nothing without another beside it.
pub(super) fn has_bars(row: &ComparisonRow) -> bool {
    row.measure == Measure::Level && row.cells.iter().flatten().filter(|cell| cell.value.is_some()).count() > 1
}

/// How many regions have anything of the metric of these rows.
fn shared(metric: &[ComparisonRow]) -> Shared {
    let regions = metric.first().map_or(0, |row| row.cells.len());
    let has = |region: &usize| metric.iter().any(|row| row.cells.get(*region).is_some_and(Option::is_some));
    match (0..regions).filter(has).count() {
        have if have == regions => Shared::All,
        0 | 1 => Shared::One,
        _ => Shared::Some,
    }
}

impl State {
    /// Takes another comparison.
    pub(crate) fn follow(&mut self, comparison: &Comparison) {
        self.lines.clear();
        self.bars = comparison.rows.iter().any(has_bars);
        let metrics: Vec<_> = comparison.rows.chunk_by(|a, b| a.metric == b.metric).collect();
        let mut place = 0;
        for run in metrics.chunk_by(|a, b| shared(a) == shared(b)) {
            let rows: usize = run.iter().map(|metric| metric.len()).sum();
            self.lines.push(Line::Heading(shared(run[0]), run.len()));
            self.lines.extend((place..place + rows).map(Line::Row));
            place += rows;
        }
        self.scroll.cursor = self.scroll.cursor.min(self.lines.len().saturating_sub(1));
        self.leave_heading(false);
        self.column = self.column.min(comparison.regions.len() + 1);
    }

    pub(crate) fn step(&mut self, step: Step, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.step(step, self.lines.len(), height);
        self.leave_heading(self.scroll.cursor < before);
    }

    /// Moves to the column on the left or right; `regions` stand side by side.
    pub(crate) fn step_column(&mut self, right: bool, regions: usize) {
        self.column = if right { (self.column + 1).min(regions + 1) } else { self.column.saturating_sub(1) };
    }

    /// Brings row and column into sight.
    pub(crate) fn settle(&mut self, width: u16, height: usize, regions: usize) {
        self.scroll.settle(self.lines.len(), height);
        self.first_column = self.columns(width, regions).scrolled(self.first_column, self.column);
    }

    /// The columns in `width` cells.
    pub(super) fn columns(&self, width: u16, regions: usize) -> Columns {
        Columns::fit(width, regions, self.bars)
    }

    /// The region of the chosen column.
    pub(crate) fn region(&self, comparison: &Comparison) -> Option<RegionCode> {
        comparison.regions.get(self.column).copied()
    }

    /// The figure of the chosen cell.
    pub(crate) fn selected<'a>(&self, comparison: &'a Comparison) -> Option<&'a Reading> {
        let Line::Row(row) = *self.lines.get(self.scroll.cursor)? else { return None };
        comparison.rows.get(row)?.cells.get(self.column)?.as_ref().map(|cell| &cell.reading)
    }

    fn leave_heading(&mut self, upwards: bool) {
        let lines = &self.lines;
        self.scroll.rest(upwards, lines.len(), |place| matches!(lines[place], Line::Row(_)));
    }
}
