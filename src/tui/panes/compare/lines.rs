//! The lines of the comparison: rows, and headings between them.

use crate::query::{Comparison, ComparisonRow};

/// How many of the regions have the same of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    All,
    Some,
    /// No two have the same: there is nothing to compare.
    Alone,
}

/// A line of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The category of this row begins; how many regions have its metrics, where that is new.
    Category(usize, Option<Shared>),
    /// Rows follow between which and others no gap is told.
    NoGap,
    /// The place of a row.
    Row(usize),
}

impl Line {
    /// The row of the line; `None` for a heading.
    pub(super) fn row(self, comparison: &Comparison) -> Option<&ComparisonRow> {
        if let Self::Row(row) = self { comparison.rows.get(row) } else { None }
    }
}

/// The rows below their categories; metrics that all have stand together, then those that some have.
pub(super) fn by_category(rows: &[ComparisonRow]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut before: Option<(Shared, &str)> = None;
    let mut place = 0;
    for metric in rows.chunk_by(|a, b| a.metric == b.metric) {
        let (shared, category) = (shared(metric), metric[0].category.as_str());
        if before != Some((shared, category)) {
            // Of a region that stands alone it goes without saying.
            let new = metric[0].cells.len() > 1 && before.is_none_or(|(before, _)| before != shared);
            lines.push(Line::Category(place, new.then_some(shared)));
            before = Some((shared, category));
        }
        lines.extend((place..place + metric.len()).map(Line::Row));
        place += metric.len();
    }
    lines
}

/// The rows as they come, those without a gap below a heading.
pub(super) fn by_gap(rows: &[ComparisonRow]) -> Vec<Line> {
    let with_gap = rows.partition_point(|row| row.gap.is_some());
    let heading = (with_gap < rows.len()).then_some(Line::NoGap);
    (0..with_gap).map(Line::Row).chain(heading).chain((with_gap..rows.len()).map(Line::Row)).collect()
}

/// How many regions a row of the metric has a figure of, at the most.
fn shared(metric: &[ComparisonRow]) -> Shared {
    let regions = metric.first().map_or(0, |row| row.cells.len());
    match metric.iter().map(ComparisonRow::width).max() {
        Some(have) if have == regions => Shared::All,
        None | Some(0 | 1) => Shared::Alone,
        Some(_) => Shared::Some,
    }
}
