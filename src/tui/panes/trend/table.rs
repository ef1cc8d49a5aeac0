//! Draws the years as numbers: years down, regions across.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    Answer, State, legend,
    parts::{COLUMN, Parts, YEAR},
};
use crate::tui::{
    look::Look,
    widgets::{
        frame::thumb,
        lines::mark,
        text::{put, put_right, width},
    },
};

/// Draws the table.
pub(super) fn draw(state: &State, answer: &Answer, look: &Look, parts: &Parts, buf: &mut Buffer) {
    let area = parts.body;
    let Some(years) = answer.chart.years().filter(|_| area.height > 0) else { return };
    put(buf, area.x + 1, area.y, YEAR, look.words.year, look.theme.pane.header);
    let visible = state.lines.window(answer.chart.lines.len(), parts.columns());
    let cell = |place: usize| Rect { x: area.x + 1 + YEAR + place as u16 * COLUMN, width: COLUMN, height: 1, ..area };
    for (place, line) in visible.clone().enumerate() {
        let head = cell(place);
        let region = answer.chart.lines[line].region;
        let style = if line == state.lines.cursor { look.theme.pane.title_focused } else { look.theme.tree.region };
        let name = look.region_short(region);
        let used = width(name).min(COLUMN - 4);
        put(buf, head.right() - used - 1, head.y, used, name, style);
        put(buf, head.right() - used - 3, head.y, 1, &mark(line).to_string(), legend::style(line, look));
    }
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let window = state.years.window(answer.years(), body.height.into());
    thumb(look.theme, body, window.start, answer.years(), buf);
    for (y, year) in (body.y..body.bottom()).zip(window) {
        let row = Rect { y, height: 1, ..body };
        if year == state.years.cursor {
            buf.set_style(row, look.theme.pane.cursor_idle);
        }
        put(buf, row.x + 1, y, 4, &(years.start() + year as u16).to_string(), look.theme.chart.label);
        for (place, line) in visible.clone().enumerate() {
            let at = Rect { y, ..cell(place) };
            if year == state.years.cursor && line == state.lines.cursor {
                buf.set_style(Rect { x: at.x + 1, width: at.width, ..at }.intersection(body), look.theme.pane.cursor);
            }
            match answer.point(line, year).and_then(|point| legend::of_point(point, answer, look)) {
                Some(written) => written.put(buf, at.x + 1, y, COLUMN - 2, 0, look),
                None => {
                    put_right(buf, at.x + 1, y, COLUMN - 2, "—", look.theme.figure.aside);
                }
            }
        }
    }
}
