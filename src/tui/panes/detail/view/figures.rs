//! The list of figures, those of a kind below its name.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::heading;
use crate::{
    index::MetricId,
    model::Measure,
    query::Reading,
    tui::{
        look::Look,
        panes::detail::{Detail, FigureKind, Line, State},
        widgets::{
            frame::thumb,
            text::{put, width},
        },
        writing::{Written, group, is_place, label, mark, period, put_place},
    },
};

/// Cells of a line: with more, the number would be far from what it is of, and there is room for its source.
const LINE: u16 = 44;
/// Cells of the source from which it is told.
const SOURCE: u16 = 16;

/// Draws the list into `area`, which has the borders of the pane beside it.
pub(super) fn draw(state: &State, detail: &Detail, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let window = state.scroll.window(detail.lines.len(), usize::from(area.height));
    thumb(look.theme, area, window.start, detail.lines.len(), buf);
    let all = &detail.figures;
    let doubt = u16::from(all.iter().any(|reading| !mark(reading.doubt, reading.review).is_empty()));
    for (y, place) in (area.y..area.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..area };
        if place == state.scroll.cursor {
            let style = if focused { look.theme.pane.cursor } else { look.theme.pane.cursor_idle };
            buf.set_style(line, style);
        }
        let text = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
        match detail.lines[place] {
            Line::Heading(kind, count) => heading(name(kind, look), &[&count.to_string()], look, text, buf),
            Line::Figure(place) => {
                // The mark of a doubt stands in a cell of its own, so that numbers line up.
                let told = Rect { width: text.width.min(LINE).saturating_sub(doubt), ..text };
                draw_figure(&all[place], detail.metric, look, told, buf);
                let source = Rect { x: text.x + LINE + 2, width: text.width.saturating_sub(LINE + 2), ..text };
                if source.width >= SOURCE {
                    let told = &look.atlas.sources()[all[place].source.0 as usize];
                    let title = if told.title.is_empty() { &told.id } else { &told.title };
                    put(buf, source.x, y, source.width, title, look.theme.evidence.origin);
                }
            }
        }
    }
}

/// What figures of a kind are called.
fn name(kind: FigureKind, look: &Look) -> &'static str {
    let words = &look.words.overview;
    match kind {
        FigureKind::Level => words.values,
        FigureKind::Growth => words.growth,
        FigureKind::Place => words.places,
        FigureKind::Other => words.further,
    }
}

/// When, then against what, and the number.
fn draw_figure(reading: &Reading, metric: MetricId, look: &Look, line: Rect, buf: &mut Buffer) {
    let time = period(reading.period);
    put(buf, line.x + 1, line.y, line.width.saturating_sub(1), &time, look.theme.figure.aside);
    // Times of most are as wide as a year; what stands behind them lines up with those.
    let used = 1 + width(&time).max(4) + 1;
    let (x, room) = (line.x + used, line.width.saturating_sub(used));
    if is_place(reading.measure) {
        let written = Written::of(reading, look);
        let cells = (width(&group(reading, look)) + written.width()).min(room);
        put_place(buf, line.right() - cells, line.y, cells + width(written.mark), reading, look);
        return;
    }
    let written = Written::shown(reading, metric, look);
    // The tag stands at the left, where others have what they are measured against.
    let taken = Written { tag: "", ..written.clone() }.put_right(buf, x, line.y, room, look);
    let (aside, style) = context(reading, &written, look);
    put(buf, x, line.y, room.saturating_sub(taken + 1), &aside, style);
}

/// What stands between the time and the number: that it is a plan, else what it is and what it is measured
/// against.
fn context(reading: &Reading, written: &Written, look: &Look) -> (String, Style) {
    if !written.tag.is_empty() {
        return (written.tag.to_owned(), written.style);
    }
    let scope = reading.scope.as_deref();
    let what = match reading.measure {
        // Their kind says it.
        Measure::Level | Measure::Growth | Measure::Rank | Measure::GrowthRank => "",
        measure => label(measure, look.lang),
    };
    let against = match (reading.measure, scope, reading.base.as_deref()) {
        (Measure::Gap, Some(scope), _) => format!("{}{scope}", look.words.against),
        (Measure::Share, Some(scope), _) => format!("{}{scope}", look.words.of),
        (_, _, Some("yoy")) => look.words.yoy.to_owned(),
        (_, _, Some("avg")) => look.words.average.to_owned(),
        (_, _, Some(base)) => format!("{}{base}", look.words.against),
        (_, Some(scope), None) => scope.to_owned(),
        (_, None, None) => String::new(),
    };
    let text = [what, against.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (text, look.theme.figure.aside)
}
