//! The regions with their values in the year of the cursor.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{Answer, State};
use crate::{
    model::Status,
    query::{TrendMode, TrendPoint, TrendValue, trend::POINTS},
    tui::{
        look::Look,
        widgets::{
            lines::{hollow, mark},
            text::{put, put_right, width},
        },
        writing::{Written, computed},
    },
};

/// The style of a line: that of a pin, whether it is of one or not.
pub(super) fn style(line: usize, look: &Look) -> Style {
    look.pin(line)
}

/// Whether the mark of a value is solid: it has come about and was read. An index is computed throughout.
pub(super) fn is_solid(value: &TrendValue, mode: TrendMode) -> bool {
    value.reading.status == Status::Actual && (!value.derived || mode == TrendMode::Indexed)
}

/// Draws the year and a row for each region.
pub(super) fn draw(state: &State, answer: &Answer, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(years) = answer.chart.years().filter(|_| area.height > 0) else { return };
    let year = years.start() + state.years.cursor as u16;
    put(buf, area.x + 1, area.y, area.width.saturating_sub(1), &year.to_string(), look.theme.chart.year);
    let window = state.lines.window(answer.chart.lines.len(), usize::from(area.height - 1));
    for (y, line) in (area.y + 1..).zip(window) {
        let row = Rect { y, height: 1, ..area };
        if line == state.lines.cursor {
            buf.set_style(row, look.theme.pane.cursor);
        }
        draw_row(line, state, answer, look, Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row }, buf);
    }
}

fn draw_row(line: usize, state: &State, answer: &Answer, look: &Look, row: Rect, buf: &mut Buffer) {
    let point = answer.point(line, state.years.cursor);
    let written = point.and_then(|point| of_point(point, answer, look));
    let value = point.and_then(|point| point.value.as_ref().or(point.plan.as_ref()));
    let solid = value.is_none_or(|value| is_solid(value, answer.chart.mode));
    let sign = if solid { mark(line) } else { hollow(line) };
    put(buf, row.x, row.y, 1, &sign.to_string(), style(line, look));
    let region = answer.chart.lines[line].region;
    // The mark of a doubt has the cell behind the number.
    let value = written.as_ref().map_or(1, |written| width(written.tag) + 1 + written.width());
    let room = row.width.saturating_sub(2 + value + 2);
    let name = if answer.chosen.0 == Some(region) { look.theme.chart.lit } else { look.theme.tree.region };
    put(buf, row.x + 2, row.y, room, look.region_short(region), name);
    let at = row.x + 2 + room;
    let cells = row.right().saturating_sub(at + 1);
    match written {
        Some(written) => {
            written.put_right(buf, at, row.y, cells, look);
        }
        None => {
            put_right(buf, at, row.y, cells, "—", look.theme.figure.aside);
        }
    }
}

/// The unit of the chart as a heading: `亿元`, `2019=100`.
pub(super) fn unit(answer: &Answer, look: &Look) -> String {
    match answer.chart.base {
        Some(base) => format!("{base}=100"),
        None if answer.chart.unit == POINTS => look.words.trend.points.to_owned(),
        None => answer.chart.unit.clone(),
    }
}

/// What is written of a year: what came about, else what is planned; `None` for a gap.
pub(super) fn of_point<'a>(point: &'a TrendPoint, answer: &'a Answer, look: &Look) -> Option<Written<'a>> {
    point.value.as_ref().or(point.plan.as_ref()).map(|value| of_value(value, answer, look))
}

/// A value without its unit, which stands in a heading; one that was computed is drawn so.
pub(super) fn of_value<'a>(value: &'a TrendValue, answer: &'a Answer, look: &Look) -> Written<'a> {
    let written = Written::in_unit(&value.reading, Some(value.number), &answer.chart.unit, look);
    if !value.derived {
        return Written { unit: "", ..written };
    }
    let rise = answer.chart.mode == TrendMode::YearOnYear && value.number > 0.0;
    let sign = if rise { "+" } else { value.reading.bound.mark() };
    Written { sign, number: computed(value.number).into(), unit: "", style: look.theme.figure.derived, ..written }
}
