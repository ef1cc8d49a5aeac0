//! Draws the form: the sentence, the fields with what they were or why they cannot be saved, and how it stands.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    Field, State, Suggestion,
    state::{Purpose, Stage},
};
use crate::tui::{
    corrections::subject,
    look::Look,
    widgets::{
        flow::{Flow, wrap},
        frame::{Frame, clear, inside, thumb},
        text::{put, width},
    },
};

/// Rows of the sentence, at most.
const EXCERPT: u16 = 6;
/// Rows below the fields.
const FOOT: u16 = 3;
/// What stands before a field that is changed.
const CHANGED: &str = "*";

/// Where the parts of the form are, inside its frame.
#[derive(Clone, Copy, Debug)]
struct Parts {
    excerpt: Rect,
    fields: Rect,
    foot: Rect,
}

impl Parts {
    fn of(state: &State, inner: Rect) -> Self {
        let count = state.fields().len() as u16;
        let foot = match inner.height {
            0..=3 => 0,
            4..=13 => 1,
            14..=17 => 2,
            _ => FOOT,
        };
        let most = inner.height.saturating_sub(count + foot + 1).max(2);
        let excerpt = if inner.height < 6 { 0 } else { sentence(state, inner.width).min(most) };
        let rows = count.min(inner.height - foot - excerpt);
        let blank = inner.height - foot - excerpt - rows;
        let text = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let fields = Rect { y: inner.y + excerpt + u16::from(blank > 0), height: rows, ..inner };
        Self {
            excerpt: Rect { height: excerpt, ..text },
            fields,
            foot: Rect { y: inner.bottom() - foot, height: foot, ..text },
        }
    }
}

/// Rows for the sentence in a form whose inside has so many cells.
fn sentence(state: &State, cells: u16) -> u16 {
    let lines = state.excerpt.as_ref().map_or(2, |excerpt| excerpt.lines(cells.saturating_sub(2)));
    lines.clamp(2, EXCERPT)
}

/// As much of `area` as the form needs.
fn window_of(state: &State, area: Rect) -> Rect {
    let rows = state.fields().len() as u16 + sentence(state, area.width.saturating_sub(2)) + FOOT + 4;
    Rect { height: area.height.min(rows), ..area }
}

/// The field at a place of the window, from 0.
pub(crate) fn press(state: &State, area: Rect, at: Position) -> Option<usize> {
    let fields = Parts::of(state, inside(window_of(state, area))).fields;
    let field = state.scroll.offset + usize::from(at.y.checked_sub(fields.y)?);
    (fields.contains(at) && field < state.fields().len()).then_some(field)
}

/// Rows for fields in a window over `area`.
pub(crate) fn rows(state: &State, area: Rect) -> usize {
    Parts::of(state, inside(window_of(state, area))).fields.height.into()
}

/// Draws the form into as much of `area` as it needs; returns where the cursor of the terminal stands.
pub(crate) fn draw(
    state: &State,
    suggestions: &[Suggestion],
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = window_of(state, area);
    clear(look.theme, area, buf);
    let words = &look.words.correct;
    let purpose = match state.purpose {
        Purpose::Change => words.change,
        Purpose::Add => words.add,
        Purpose::Reject => words.reject,
        Purpose::Note => words.annotate,
    };
    let figure = &state.figure;
    let title = match state.purpose {
        Purpose::Add => format!("{purpose} · {}", figure.text),
        _ => format!("{purpose} · {}", subject(figure, look)),
    };
    let changes = state.changes();
    let remark = if changes == 0 { String::new() } else { format!("{CHANGED} {} {changes}", words.changed) };
    let inner = Frame { title: &title, remark: &remark, focused: true }.draw(look.theme, area, buf);
    if inner.is_empty() {
        return None;
    }
    let parts = Parts::of(state, inner);
    if let Some(excerpt) = &state.excerpt {
        excerpt.draw(look.theme, parts.excerpt, buf);
    } else {
        let why = if figure.paragraph == 0 { look.words.no_prose } else { look.words.no_document };
        Flow::new(parts.excerpt).put(buf, why, look.theme.pane.empty);
    }
    let cursor = draw_fields(state, look, parts.fields, buf);
    draw_foot(state, suggestions, look, parts.foot, buf);
    cursor.filter(|_| !state.is_saving())
}

fn draw_fields(state: &State, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let fields = state.fields();
    let window = state.scroll.window(fields.len(), area.height.into());
    if fields.len() > usize::from(area.height) {
        thumb(look.theme, area, window.start, fields.len(), buf);
    }
    let label = fields.iter().map(|field| width(field.name(look.words))).max().unwrap_or(0);
    let mut cursor = None;
    for (y, place) in (area.y..area.bottom()).zip(window) {
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let here = draw_field(fields[place], place == state.scroll.cursor, state, look, (line, label), buf);
        cursor = cursor.or(here);
    }
    cursor
}

/// Mark, name, what stands in the field, and what stood in it or why it cannot be saved.
fn draw_field(
    field: Field,
    chosen: bool,
    state: &State,
    look: &Look,
    (line, label): (Rect, u16),
    buf: &mut Buffer,
) -> Option<Position> {
    let changed = state.is_changed(field);
    if chosen {
        buf.set_style(line, look.theme.pane.cursor);
        put(buf, line.x, line.y, 1, "▸", look.theme.hint.key);
    }
    if changed {
        put(buf, line.x + 1, line.y, 1, CHANGED, look.theme.hint.key);
    }
    put(buf, line.x + 3, line.y, label, field.name(look.words), look.theme.figure.aside);
    let at = Rect { x: line.x + label + 5, ..line };
    let at = Rect { width: line.right().saturating_sub(at.x), ..at };
    let (remark, style) = remark(field, changed, state, look);
    let beside = if remark.is_empty() { 0 } else { at.width / 2 };
    let room = Rect { width: at.width - beside, ..at };
    put(buf, room.right() + 2, line.y, beside.saturating_sub(2), &remark, style);
    let text = if changed { look.theme.search.input.patch(look.theme.figure.best) } else { look.theme.search.input };
    if let Some(typed) = state.line(field) {
        let cursor = typed.draw(room, text, buf);
        return chosen.then_some(cursor);
    }
    let told = state.told(field, false, look.lang);
    let told = if told.is_empty() { look.words.correct.unchosen } else { &told };
    let told = if chosen { format!("◂ {told} ▸") } else { told.to_owned() };
    put(buf, room.x, room.y, room.width, &told, text);
    None
}

/// Why what stands in a field cannot be saved, else what stood in it.
fn remark(field: Field, changed: bool, state: &State, look: &Look) -> (String, ratatui::style::Style) {
    let words = &look.words.correct;
    if let Some((_, problem)) = state.problems.iter().find(|(of, _)| *of == field) {
        return (format!("! {}", problem.told(look)), look.theme.figure.damaged);
    }
    let style = look.theme.figure.aside;
    if !changed || field == Field::Note {
        return (String::new(), style);
    }
    let before = state.told(field, true, look.lang);
    let before = if before.is_empty() { look.words.sources.untold } else { &before };
    let told = match state.purpose {
        Purpose::Add => String::new(),
        _ => format!("{} {before}", words.was),
    };
    (told, style)
}

/// What can be typed or chosen in the field of the cursor, and how the form stands.
fn draw_foot(state: &State, suggestions: &[Suggestion], look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.correct;
    let (told, style) = match &state.stage {
        Stage::Open => return draw_help(state, suggestions, look, area, buf),
        Stage::Leaving => (words.leaving.to_owned(), look.theme.hint.message),
        Stage::Saving => (words.saving.to_owned(), look.theme.hint.message),
        Stage::Failed(why) => (format!("! {why}"), look.theme.figure.damaged),
    };
    for (y, line) in (area.y..area.bottom()).zip(wrap(&told, area.width)) {
        put(buf, area.x, y, area.width, &line, style);
    }
}

fn draw_help(state: &State, suggestions: &[Suggestion], look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.correct;
    if suggestions.is_empty() {
        let help = match state.field() {
            Field::Region => words.help_region,
            Field::Metric => words.help_metric,
            Field::Measure | Field::Bound | Field::Status => words.help_choice,
            Field::Value => words.help_value,
            Field::Unit => words.help_unit,
            Field::Period => words.help_period,
            Field::Scope => words.help_scope,
            Field::Base => words.help_base,
            Field::Note if state.purpose == Purpose::Note => words.help_remark,
            Field::Note => words.help_note,
        };
        Flow::new(area).put(buf, help, look.theme.pane.empty);
        return;
    }
    let mut flow = Flow::new(area);
    flow.put(buf, &format!("Tab {}  C-n {}  ", words.complete, words.another), look.theme.figure.aside);
    for (place, suggestion) in suggestions.iter().enumerate() {
        let chosen = place == state.suggestion.min(suggestions.len() - 1);
        let (mark, style) = if chosen { ("▸", look.theme.search.matched) } else { (" ", look.theme.hint.text) };
        flow.put(buf, &format!("{mark}{} ", suggestion.text), style);
    }
}
