//! Draws the cells of a row: numbers with year and bar, and what is derived from the first two.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Table, common_scope};
use crate::{
    model::Period,
    query::{ComparisonCell, ComparisonRow},
    tui::{
        panes::compare::{
            columns::Parts,
            derived::{Derived, InUnit},
            state::has_bars,
        },
        widgets::{
            bar::{bar, bar_to_left, hatched},
            text::{cut, put, put_right, width},
        },
        writing::BETTER,
    },
};

impl Table<'_> {
    pub(super) fn draw_cells(&self, row: &ComparisonRow, cursor: bool, line: Rect, buf: &mut Buffer) {
        let greatest = row
            .cells
            .iter()
            .flatten()
            .filter(|cell| cell.scaled)
            .filter_map(|cell| cell.value)
            .map(f64::abs)
            .fold(0.0, f64::max);
        let scale = (has_bars(row) && greatest > 0.0).then_some(greatest);
        for (column, cell) in self.cells(line) {
            let parts = self.columns.parts(column, cell);
            let is_region = column < row.cells.len();
            if cursor && column == self.state.column {
                // Not the bar: without colours it would vanish in the reverse.
                let (left, right) =
                    if is_region { (parts.mark.x, parts.year.right()) } else { (cell.x + 1, cell.right()) };
                let area = Rect { x: left, width: right.saturating_sub(left), ..cell };
                buf.set_style(area.intersection(cell), self.look.theme.pane.cursor);
            }
            if !is_region {
                self.draw_derived(row, Derived::ALL[column - row.cells.len()], cell, buf);
            } else if let Some(figure) = &row.cells[column] {
                self.draw_figure(row, figure, row.best == Some(column), parts, buf);
                self.draw_bar(figure, row.best == Some(column), scale, parts, buf);
            }
        }
    }

    /// The line between two regions from which their bars grow.
    pub(super) fn draw_axis(&self, line: Rect, buf: &mut Buffer) {
        for (column, cell) in self.cells(line).filter(|_| self.columns.facing) {
            let axis = self.columns.parts(column, cell).axis;
            put(buf, axis.x, axis.y, axis.width.min(1), "│", self.look.theme.pane.border);
        }
    }

    fn draw_figure(&self, row: &ComparisonRow, figure: &ComparisonCell, best: bool, parts: Parts, buf: &mut Buffer) {
        let (look, reading) = (self.look, &figure.reading);
        let mut written = InUnit::of(row, look).written(figure, look);
        let number = parts.number;
        if best {
            written.style = written.style.patch(look.theme.figure.best);
            // Close to the number, with a blank between them where there is room for one.
            let used = width(written.sign) + width(&written.number);
            let x = number.right().saturating_sub(used + 2).max(parts.mark.x);
            put(buf, x, number.y, parts.mark.width, BETTER, look.theme.figure.best);
        }
        if figure.value.is_none() && reading.number().is_some() {
            // What cannot be brought to the unit of the row bears its own.
            written.put_right(buf, number.x, number.y, number.width, look);
        } else {
            written.put(buf, number.x, number.y, number.width, 0, look);
        }
        if self.state.tells_years(row) {
            // The blank before it is that of the mark of a doubt.
            let Rect { x, y, width, .. } = parts.year;
            put(buf, x + 1, y, width.saturating_sub(1), &short_year(reading.period), look.theme.figure.aside);
        }
        // The group of a place or the whole of a share, where it is not that of all.
        if let Some(scope) = reading.scope.as_deref().filter(|_| common_scope(row).is_none()) {
            self.draw_scope(scope, written.width(), parts, buf);
        }
    }

    /// Where there is a bar for others, a scope stands there; else before the number, which takes `taken`.
    fn draw_scope(&self, scope: &str, taken: u16, parts: Parts, buf: &mut Buffer) {
        let style = self.look.theme.figure.aside;
        let Parts { bar, number, .. } = parts;
        if bar.is_empty() {
            let room = number.width.saturating_sub(taken + 1);
            put_right(buf, number.x, number.y, room, &cut(scope, room), style);
        } else if bar.x < number.x {
            put_right(buf, bar.x, bar.y, bar.width, &cut(scope, bar.width), style);
        } else {
            put(buf, bar.x, bar.y, bar.width, scope, style);
        }
    }

    fn draw_bar(&self, figure: &ComparisonCell, best: bool, scale: Option<f64>, parts: Parts, buf: &mut Buffer) {
        let Some((value, scale)) = figure.value.zip(scale).filter(|_| figure.scaled && !parts.bar.is_empty()) else {
            return;
        };
        let chart = &self.look.theme.chart;
        let style = if best { chart.lit } else { chart.other };
        let (Rect { x, y, width, .. }, part) = (parts.bar, value / scale);
        match (figure.peer, parts.to_left) {
            (true, true) => bar_to_left(buf, x, y, width, part, style),
            (true, false) => bar(buf, x, y, width, part, style),
            // Of another year, or only aimed at.
            (false, true) => _ = put_right(buf, x, y, width, &hatched(width, part), style),
            (false, false) => _ = put(buf, x, y, width, &hatched(width, part), style),
        }
    }

    fn draw_derived(&self, row: &ComparisonRow, derived: Derived, cell: Rect, buf: &mut Buffer) {
        let look = self.look;
        let Some(text) = derived.text(row, look) else { return };
        // What is derived from different years or from a plan and a result is not to be built on.
        let fair = row.fair || derived == Derived::GrowthGap;
        let style = if fair { look.theme.figure.derived } else { look.theme.figure.aside };
        put_right(buf, cell.x + 1, cell.y, cell.width.saturating_sub(1), &text, style);
    }
}

/// A time in three cells: `'24`, `…25` for what is counted up to a year, `'??` where nobody tells.
fn short_year(period: Option<Period>) -> String {
    match period {
        Some(period) if period.is_year() => format!("'{:02}", period.last() % 100),
        Some(period) => format!("…{:02}", period.last() % 100),
        None => "'??".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_short_and_nothing_is_guessed() {
        let years = [Some(Period::year(2008)), Some(Period::range(2021, 2025)), None].map(short_year);
        assert_eq!(years, ["'08", "…25", "'??"]);
        assert!(years.iter().all(|year| width(year) == 3));
    }
}
