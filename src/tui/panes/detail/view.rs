//! Draws the detail: the region beside others, its years, its figures.

mod beside;
mod figures;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    ask::{Detail, Line},
    state::{Action, State},
};
use crate::{
    model::{Measure, Unit},
    tui::{
        look::Look,
        widgets::{
            chart::{columns, has_course},
            frame::{Frame, inside},
            text::{put, put_right, width},
        },
        writing::computed,
    },
};

/// Rows of the columns over the years, and what they grow by where there is room.
const CHART: u16 = 3;
const TALLER: u16 = 3;
/// Lines of the list of figures that there are at least before anything else gets a row.
const FIGURES: u16 = 6;
/// Bars that there are at least before anything else gets a row.
const BARS: u16 = 4;

/// Rows of each part, with the blank row below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The region beside others; 0 where nothing is.
    beside: u16,
    /// Of those, the computed place, the average, and the place that is claimed, as far as there is room.
    places: u16,
    /// The years; 0 where too few are known.
    years: u16,
    /// The list of figures.
    pub(crate) figures: u16,
}

impl Parts {
    /// Shares `height` rows.
    pub(crate) fn of(detail: &Detail, height: u16) -> Self {
        let lines = detail.lines.len() as u16;
        let mut left = height.saturating_sub(lines.min(FIGURES));
        let take = |wanted: u16, left: &mut u16| {
            let taken = if wanted <= *left { wanted } else { 0 };
            *left -= taken;
            taken
        };
        let entries = detail.beside.entries.len() as u16;
        // Heading and blank row, and what tells how many bars there is no room for.
        let least = 2 + if entries > BARS { BARS + 1 } else { entries };
        let mut beside = if entries < 2 { 0 } else { take(least, &mut left) };
        let places = if beside > 0 { take(beside::places(detail).min(left), &mut left) } else { 0 };
        let drawn = has_course(detail.years.iter().map(|(_, value)| *value));
        let mut years = if drawn { take(CHART + 3, &mut left) } else { 0 };
        if beside > 0 {
            let more = (entries + 2).saturating_sub(beside).min(left);
            beside += more;
            left -= more;
        }
        if years > 0 {
            years += left.saturating_sub(lines.saturating_sub(FIGURES)).min(TALLER);
        }
        let beside = beside + places;
        Self { beside, places, years, figures: height.saturating_sub(beside + years) }
    }
}

/// Draws all that is known of the chosen metric into `area`.
pub(crate) fn draw(state: &State, detail: Option<&Detail>, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let title = detail.map_or(look.words.detail, |detail| look.metric(detail.metric));
    let inner = Frame { title, remark: "", focused }.draw(look.theme, area, buf);
    let Some(detail) = detail.filter(|_| !inner.is_empty()) else { return };
    let parts = Parts::of(detail, inner.height);
    let text = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    beside::draw(detail, parts.places, look, Rect { height: parts.beside, ..text }, buf);
    let years = Rect { y: text.y + parts.beside, height: parts.years, ..text };
    draw_years(detail, look, years, buf);
    figures::draw(state, detail, focused, look, list(parts, inner), buf);
}

/// The area of the list of figures.
fn list(parts: Parts, inner: Rect) -> Rect {
    Rect { y: inner.bottom() - parts.figures, height: parts.figures, ..inner }
}

/// What a press at a place of the pane asks for.
pub(crate) fn press(state: &State, detail: &Detail, area: Rect, at: Position) -> Option<Action> {
    let inner = inside(area);
    let list = list(Parts::of(detail, inner.height), inner);
    let line = state.scroll.offset + usize::from(at.y.checked_sub(list.y)?);
    let is_figure = matches!(detail.lines.get(line), Some(Line::Figure(_)));
    (list.contains(at) && is_figure).then_some(Action::Choose(line))
}

/// The name of a part with what is to be known of it.
fn heading(name: &str, aside: &[&str], look: &Look, area: Rect, buf: &mut Buffer) {
    let used = put(buf, area.x, area.y, area.width, name, look.theme.pane.heading);
    let aside = aside.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let room = area.width.saturating_sub(used + 1);
    put(buf, area.x + used + 1, area.y, room, &aside, look.theme.figure.aside);
}

/// What numbers tell, where it is not the value itself.
fn measure(measure: Measure, look: &Look) -> &'static str {
    if measure == Measure::Growth { measure.label(look.lang) } else { "" }
}

/// The unit in which numbers in `unit` are shown, and what they are multiplied by.
fn shown_unit<'a>(unit: &'a str, detail: &Detail, look: &Look) -> (&'a str, f64) {
    let shown = look.unit(unit, detail.metric);
    (shown, Unit::parse(unit).factor_to(&Unit::parse(shown)).unwrap_or(1.0))
}

/// The years as columns, the first and last with their values below.
fn draw_years(detail: &Detail, look: &Look, area: Rect, buf: &mut Buffer) {
    if area.height < CHART + 2 {
        return;
    }
    let (unit, factor) = shown_unit(&detail.years_unit, detail, look);
    heading(look.words.course, &[measure(detail.years_measure, look), unit], look, area, buf);
    let values: Vec<_> = detail.years.iter().map(|(_, value)| value.map(|value| value * factor)).collect();
    let chart = Rect { y: area.y + 1, height: area.height - 3, ..area };
    let (shown, pitch) = columns(buf, chart, &values, look.theme.chart.series);
    let visible = detail.years.len() - shown..;
    let mut captions = (detail.years[visible.clone()].iter().zip(&values[visible]))
        .map(|((year, _), value)| format!("{year} {}", value.map_or(String::new(), computed)));
    let (Some(first), Some(last)) = (captions.next(), captions.next_back()) else { return };
    let y = chart.bottom();
    let style = look.theme.chart.label;
    let used = put(buf, area.x, y, area.width, &first, style);
    // Under the last column where there is room, else behind the first caption.
    let drawn = (shown as u16 * pitch).max(used + 2 + width(&last)).min(area.width);
    put_right(buf, area.x + used, y, drawn.saturating_sub(used), &last, style);
}
