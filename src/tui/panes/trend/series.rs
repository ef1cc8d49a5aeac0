//! Draws the years as columns, a region below the other, each on a scale of its own: small multiples.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{Answer, State, legend, parts::Parts};
use crate::{
    query::{TrendLine, TrendPoint},
    tui::{
        look::Look,
        widgets::{
            chart::{columns, room},
            lines::mark,
            text::{put, put_right, width},
        },
    },
};

/// Cells of a name with its mark, at least and at most.
const NAME: (u16, u16) = (10, 24);
/// Cells of a number with a blank before it.
const NUMBER: u16 = 10;
/// Least cells of the columns.
const COURSE: u16 = 12;

/// Where the cells of a region are.
struct Cells {
    name: u16,
    course: u16,
    /// How many of last, first, least and greatest there is room for.
    numbers: usize,
}

impl Cells {
    fn of(answer: &Answer, look: &Look, cells: u16) -> Self {
        let longest = answer.chart.lines.iter().map(|line| width(look.region_short(line.region))).max().unwrap_or(0);
        let name = (longest + 3).clamp(NAME.0, NAME.1).min((cells * 2 / 5).max(NAME.0));
        let room = cells.saturating_sub(name + COURSE);
        let numbers = (room / NUMBER).min(4);
        Self { name, course: cells.saturating_sub(name + numbers * NUMBER), numbers: numbers.into() }
    }
}

/// Draws the regions into `area`: names of the columns, the regions, the first and the last year.
pub(super) fn draw(state: &State, answer: &Answer, look: &Look, parts: &Parts, buf: &mut Buffer) {
    let area = Rect { x: parts.body.x + 1, width: parts.body.width.saturating_sub(2), ..parts.body };
    let Some(years) = answer.chart.years().filter(|_| area.height > 1) else { return };
    let cells = Cells::of(answer, look, area.width);
    let words = &look.words.trend;
    let heads = [words.at_cursor, words.first, words.least, words.greatest];
    let numbers = area.x + cells.name + cells.course;
    for (at, head) in heads.into_iter().take(cells.numbers).enumerate() {
        let x = numbers + at as u16 * NUMBER;
        let year = years.start() + state.years.cursor as u16;
        let (head, style) =
            if at == 0 { (year.to_string(), look.theme.chart.year) } else { (head.to_owned(), look.theme.pane.header) };
        put_right(buf, x, area.y, NUMBER - 1, &head, style);
    }
    put(buf, area.x + 2, area.y, cells.name, look.words.region, look.theme.pane.header);
    let window = state.lines.window(answer.chart.lines.len(), parts.rows());
    for (row, line) in window.enumerate() {
        let y = area.y + 1 + row as u16 * parts.each;
        draw_region(line, state, answer, look, &cells, Rect { y, height: parts.each, ..area }, buf);
    }
    draw_years(
        *years.start(),
        state,
        answer,
        look,
        Rect { x: area.x + cells.name, y: area.bottom() - 1, width: cells.course, height: 1 },
        buf,
    );
}

/// The first and the last year that is shown and that of the cursor, below their columns.
fn draw_years(first: u16, state: &State, answer: &Answer, look: &Look, line: Rect, buf: &mut Buffer) {
    let (shown, pitch) = room(answer.years(), line.width.saturating_sub(1));
    let hidden = answer.years() - shown;
    let mut put_year = |place: usize, style| {
        let Some(column) = place.checked_sub(hidden) else { return };
        let x = line.x + column as u16 * pitch + pitch / 2;
        let x = x.saturating_sub(1).clamp(line.x, line.right().saturating_sub(5).max(line.x));
        put(buf, x, line.y, 4, &(usize::from(first) + place).to_string(), style);
    };
    let (last, cursor) = (answer.years() - 1, state.years.cursor);
    // Where two would touch, that of the cursor stays.
    for place in [hidden, last] {
        if place.abs_diff(cursor) * usize::from(pitch) >= 6 {
            put_year(place, look.theme.chart.label);
        }
    }
    put_year(cursor, look.theme.chart.year);
}

fn draw_region(line: usize, state: &State, answer: &Answer, look: &Look, cells: &Cells, area: Rect, buf: &mut Buffer) {
    let of = &answer.chart.lines[line];
    let base = area.bottom() - 1;
    if line == state.lines.cursor {
        buf.set_style(
            Rect { x: area.x.saturating_sub(1), y: base, width: area.width + 2, height: 1 },
            look.theme.pane.cursor,
        );
    }
    let style = legend::style(line, look);
    put(buf, area.x, base, 1, &mark(line).to_string(), style);
    let name = if answer.chosen.0 == Some(of.region) { look.theme.chart.lit } else { look.theme.tree.region };
    let room = cells.name.saturating_sub(3);
    put(buf, area.x + 2, base, room, look.region_short(of.region), name);
    let values: Vec<Option<f64>> = of.values().map(|(_, value)| value).collect();
    // A row stays free between regions where each has several.
    let free = u16::from(area.height > 2);
    let course = Rect {
        x: area.x + cells.name,
        y: area.y + free,
        width: cells.course.saturating_sub(1),
        height: area.height - free,
    };
    columns(buf, course, &values, style);
    let at = of.points.get(state.years.cursor);
    for (column, point) in [at, known(of).next(), least(of), greatest(of)].into_iter().take(cells.numbers).enumerate() {
        let x = area.x + cells.name + cells.course + column as u16 * NUMBER;
        if let Some(written) = point.and_then(|point| legend::of_point(point, answer, look)) {
            written.put(buf, x, base, NUMBER - 1, 0, look);
        } else {
            put_right(buf, x, base, NUMBER - 1, "—", look.theme.figure.aside);
        }
    }
}

fn known(line: &TrendLine) -> impl Iterator<Item = &TrendPoint> {
    line.points.iter().filter(|point| point.value.is_some())
}

fn number(point: &TrendPoint) -> f64 {
    point.value.as_ref().map_or(f64::NAN, |value| value.number)
}

fn least(line: &TrendLine) -> Option<&TrendPoint> {
    known(line).min_by(|a, b| number(a).total_cmp(&number(b)))
}

fn greatest(line: &TrendLine) -> Option<&TrendPoint> {
    known(line).max_by(|a, b| number(a).total_cmp(&number(b)))
}
