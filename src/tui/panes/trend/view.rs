//! Draws the years of a metric.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Position, Rect},
    style::Style,
};

use super::{Action, Answer, Form, State, chart, legend, parts::Parts, series, table};
use crate::{
    query::TrendMode,
    tui::{
        look::Look,
        widgets::{
            flow::Flow,
            frame::Frame,
            lines::rows,
            text::{put, width},
        },
    },
};

/// Draws the years of a metric into `area`.
pub(crate) fn draw(state: &State, answer: Option<&Answer>, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.trend;
    let title = answer.map_or_else(String::new, |answer| format!(" · {}", look.metric(answer.trend.metric)));
    let remark = answer.map_or("", |answer| mode(answer.chart.mode, look));
    let frame = Frame { title: &format!("{}{title}", look.words.views.trend), remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    let Some(answer) = answer else {
        Flow::new(inner.inner(Margin::new(1, 1))).put(buf, words.empty, look.theme.pane.empty);
        return;
    };
    let parts = Parts::of(state.form, answer, area);
    draw_head(answer, look, &parts, buf);
    if answer.chart.years().is_none() {
        let why = match answer.chart.mode {
            TrendMode::Indexed => words.no_base,
            TrendMode::Absolute | TrendMode::YearOnYear => words.no_years,
        };
        // No legend stands beside it.
        let body = Rect { x: parts.head.x - 1, width: parts.head.width + 2, ..parts.body };
        Flow::new(body.inner(Margin::new(1, 1))).put(buf, why, look.theme.pane.empty);
        return;
    }
    match parts.form {
        Form::Lines => {
            chart::draw(state, answer, look, parts.body, buf);
            legend::draw(state, answer, look, parts.legend, buf);
        }
        Form::Multiples => series::draw(state, answer, look, &parts, buf),
        Form::Table => table::draw(state, answer, look, &parts, buf),
    }
}

/// What a click asks for: a year of the chart, a region of the legend, a cell of the table.
pub(crate) fn press(state: &State, answer: Option<&Answer>, area: Rect, at: Position) -> Option<Action> {
    let answer = answer?;
    let parts = Parts::of(state.form, answer, area);
    let row = |area: Rect, above: u16| area.contains(at).then(|| at.y.checked_sub(area.y + above)).flatten();
    let line = |row: u16| {
        let line = state.lines.offset + usize::from(row);
        (line < answer.chart.lines.len()).then_some(Action::ChooseLine(line))
    };
    match parts.form {
        Form::Lines => match row(parts.legend, 1) {
            Some(row) => line(row),
            None if parts.body.contains(at) => chart::year_at(state, answer, parts.body, at.x).map(Action::ChooseYear),
            None => None,
        },
        Form::Multiples => line(row(parts.body, 1)? / parts.each),
        Form::Table => {
            let year = state.years.offset + usize::from(row(parts.body, 1)?);
            (year < answer.years()).then_some(Action::ChooseYear(year))
        }
    }
}

/// Which regions are shown and how, as far as there is room.
fn draw_head(answer: &Answer, look: &Look, parts: &Parts, buf: &mut Buffer) {
    let words = &look.words.trend;
    let figure = &look.theme.figure;
    let cut = parts.form == Form::Lines
        && answer.chart.mode == TrendMode::Absolute
        && answer.chart.scale(usize::from(rows(parts.body))).is_some_and(|scale| scale.is_cut());
    let instead = match answer.chart.mode {
        shown if shown == answer.asked => "",
        TrendMode::YearOnYear => words.growth_instead,
        TrendMode::Absolute | TrendMode::Indexed => words.levels_instead,
    };
    let how = match answer.chart.mode {
        _ if parts.form == Form::Multiples => words.own_scales,
        _ if cut => words.cut,
        TrendMode::Indexed => words.indexed,
        TrendMode::YearOnYear if has_derived(answer) => words.derived,
        TrendMode::Absolute | TrendMode::YearOnYear => "",
    };
    let without = answer.chart.lines.iter().filter(|line| line.values().all(|(_, value)| value.is_none())).count();
    let without = words.without.replace("{count}", &without.to_string()).repeat(usize::from(without > 0));
    let pieces: [(String, Style); 5] = [
        (who(answer, look), figure.metric),
        (instead.to_owned(), figure.bound),
        (legend::unit(answer, look), figure.unit),
        (how.to_owned(), figure.aside),
        (without, figure.aside),
    ];
    let mut x = parts.head.x;
    for (text, style) in pieces.iter().filter(|(text, _)| !text.is_empty()) {
        let room = parts.head.right().saturating_sub(x);
        if x > parts.head.x && width(text) > room {
            break;
        }
        x += put(buf, x, parts.head.y, room, text, *style) + 2;
    }
}

/// Whether any value was computed.
fn has_derived(answer: &Answer) -> bool {
    let points = answer.chart.lines.iter().flat_map(|line| &line.points);
    points.filter_map(|point| point.value.as_ref()).any(|value| value.derived)
}

/// `钉住的 3 地`, `未钉住地区：长垣市与同级 5 地`.
fn who(answer: &Answer, look: &Look) -> String {
    let words = &look.words.trend;
    let count = answer.chart.lines.len();
    if answer.pinned {
        return words.pinned.replace("{count}", &count.to_string());
    }
    let region = answer.chosen.0.map_or("", |region| look.region(region));
    let text = if count > 1 { words.beside } else { words.alone };
    text.replace("{region}", region).replace("{count}", &(count.saturating_sub(1)).to_string())
}

fn mode(mode: TrendMode, look: &Look) -> &'static str {
    let words = &look.words.trend;
    match mode {
        TrendMode::Absolute => words.levels,
        TrendMode::Indexed => words.index,
        TrendMode::YearOnYear => words.growth,
    }
}
