//! Draws the years as lines over one axis.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Answer, State, legend};
use crate::{
    query::TrendMode,
    tui::{
        look::Look,
        widgets::lines::{Chart, Line, Point, rows},
    },
};

/// Rows between two marks of the axis.
const BETWEEN: u16 = 3;

/// Draws the chart into `area`.
pub(super) fn draw(state: &State, answer: &Answer, look: &Look, area: Rect, buf: &mut Buffer) {
    // The line of the cursor lies over the others.
    let mut order: Vec<usize> = (0..answer.chart.lines.len()).rev().collect();
    order.sort_by_key(|line| *line == state.lines.cursor);
    let lines: Vec<Line> = order.into_iter().map(|line| of(line, answer, look)).collect();
    if let Some(chart) = chart(state, answer, &lines, area) {
        chart.draw(look.theme, area, buf);
    }
}

/// The year at a column of the screen, counted from the first.
pub(super) fn year_at(state: &State, answer: &Answer, area: Rect, x: u16) -> Option<usize> {
    chart(state, answer, &[], area)?.year_at(area, x)
}

fn chart<'a>(state: &State, answer: &Answer, lines: &'a [Line], area: Rect) -> Option<Chart<'a>> {
    let most = usize::from(rows(area) / BETWEEN).max(2);
    let scale = answer.chart.scale(most)?;
    let years = (*answer.chart.years()?.start(), answer.years());
    let base = if answer.chart.mode == TrendMode::Indexed { 100.0 } else { 0.0 };
    Some(Chart { lines, scale, years, cursor: Some(state.years.cursor), base })
}

fn of(line: usize, answer: &Answer, look: &Look) -> Line {
    let points = answer.chart.lines[line].points.iter().map(|point| {
        let value = point.value.as_ref().or(point.plan.as_ref())?;
        let solid = legend::is_solid(value, answer.chart.mode);
        Some(Point { value: value.number, solid, joined: point.value.is_some() })
    });
    Line { points: points.collect(), place: line, style: legend::style(line, look) }
}
