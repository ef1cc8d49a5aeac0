//! Draws the documents.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{
    Action, Answer, State,
    ask::Row,
    columns::{Column, fit},
};
use crate::tui::{
    look::Look,
    widgets::{
        flow::{Flow, Piece},
        frame::{Frame, inside, thumb},
        text::{put, put_right, width},
    },
};

/// Rows from which the chosen document is told below the list.
const HIGH: u16 = 18;
/// Rows of what is told of it, with its frame.
const FOOT: u16 = 6;

/// Draws the documents into `area`; returns where the cursor of the terminal stands, if text is typed.
pub(crate) fn draw(
    state: &State,
    answer: Option<&Answer>,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let answer = answer?;
    let (list, foot) = parts(area);
    if let Some(foot) = foot {
        draw_foot(state.selected(answer), look, foot, buf);
    }
    let remark = if state.order.len() < answer.rows.len() {
        format!("{}/{}", state.order.len(), answer.rows.len())
    } else {
        answer.rows.len().to_string()
    };
    let inner = Frame { title: look.words.views.sources, remark: &remark, focused: true }.draw(look.theme, list, buf);
    if inner.height < 2 {
        return None;
    }
    draw_header(state, look, Rect { height: 1, ..inner }, buf);
    let body = body(state, list);
    let window = state.scroll.window(state.order.len(), usize::from(body.height));
    thumb(look.theme, body, window.start, state.order.len(), buf);
    if state.order.is_empty() {
        put(buf, body.x + 1, body.y, body.width.saturating_sub(1), look.words.sources.none, look.theme.pane.empty);
    }
    for (y, place) in (body.y..body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..body };
        if place == state.scroll.cursor {
            let style = if state.is_typed() { look.theme.pane.cursor_idle } else { look.theme.pane.cursor };
            buf.set_style(line, style);
        }
        draw_row(&answer.rows[state.order[place]], look, line, buf);
    }
    let below = Rect { y: body.bottom(), height: inner.bottom().saturating_sub(body.bottom()), ..inner };
    if below.is_empty() || !has_filter(state) {
        return None;
    }
    let x = below.x + 1;
    let used =
        put(buf, x, below.y, below.width.saturating_sub(1), look.words.overview.filter, look.theme.search.prompt);
    let field = Rect { x: x + used + 1, width: below.width.saturating_sub(used + 2), ..below };
    let cursor = state.filter.draw(field, look.theme.search.input, buf);
    state.is_typed().then_some(cursor)
}

/// What a press at a place of the view asks for.
pub(crate) fn press(state: &State, area: Rect, at: Position) -> Option<Action> {
    let (list, _) = parts(area);
    let inner = inside(list);
    let body = body(state, list);
    if body.contains(at) {
        let row = state.scroll.offset + usize::from(at.y - body.y);
        return (row < state.order.len()).then_some(Action::Choose(row));
    }
    if at.y == inner.y && inner.contains(at) {
        let x = at.x - inner.x;
        let columns = fit(inner.width.saturating_sub(2));
        let pressed = columns.into_iter().rev().find(|(_, from, _)| x > *from);
        return pressed.map(|(column, ..)| Action::Sort(column));
    }
    (inner.contains(at) && has_filter(state)).then_some(Action::Filter)
}

/// Rows for documents in an area.
pub(super) fn rows(state: &State, area: Rect) -> usize {
    body(state, parts(area).0).height.into()
}

fn has_filter(state: &State) -> bool {
    state.is_typed() || state.is_narrowed()
}

/// The list, and what is told of the chosen document below it.
fn parts(area: Rect) -> (Rect, Option<Rect>) {
    if area.height < HIGH {
        return (area, None);
    }
    let list = Rect { height: area.height - FOOT + 1, ..area };
    (list, Some(Rect { y: list.bottom() - 1, height: FOOT, ..area }))
}

/// The rows of the list: between the names of the columns and the text that narrows them.
fn body(state: &State, list: Rect) -> Rect {
    let inner = inside(list);
    let filter = u16::from(has_filter(state) && inner.height > 3);
    Rect { y: inner.y + 1, height: inner.height.saturating_sub(1 + filter), ..inner }
}

fn draw_header(state: &State, look: &Look, line: Rect, buf: &mut Buffer) {
    let words = &look.words.sources;
    for (column, at, cells) in fit(line.width.saturating_sub(2)) {
        let name = match column {
            Column::Title => words.title,
            Column::Region => look.words.region,
            Column::Date => words.date,
            Column::Publisher => words.publisher,
            Column::Figures => look.words.figures,
            Column::Sure => words.sure,
            Column::Doubtful => words.doubtful_short,
            Column::Damaged => words.damaged_short,
            Column::AtHand => words.at_hand,
        };
        let sorted = column == state.sort;
        let style = if sorted { look.theme.pane.title_focused } else { look.theme.pane.header };
        let arrow = match (sorted, state.descending) {
            (false, _) => "",
            (true, true) => "↓",
            (true, false) => "↑",
        };
        let text = format!("{name}{arrow}");
        put_cell(buf, line, at, cells, column, &text, style);
    }
}

fn draw_row(row: &Row, look: &Look, line: Rect, buf: &mut Buffer) {
    let (words, styles) = (&look.words.sources, &look.theme.figure);
    for (column, at, cells) in fit(line.width.saturating_sub(2)) {
        let number = row.number(column).map(|number| if number == 0 { String::new() } else { number.to_string() });
        let (text, style) = match column {
            Column::Title => (row.title.clone(), styles.metric),
            Column::Region => {
                let name = row.region.map(|region| look.region_short(region)).unwrap_or_default();
                let more = if row.regions > 1 { format!(" +{}", row.regions - 1) } else { String::new() };
                (
                    format!("{}{more}", crate::tui::widgets::text::cut(name, cells.saturating_sub(1 + width(&more)))),
                    styles.metric,
                )
            }
            Column::Date => (row.date.clone(), styles.aside),
            Column::Publisher => (row.publisher.clone(), styles.aside),
            Column::Figures => (number.unwrap_or_default(), styles.value),
            Column::Sure => (number.unwrap_or_default(), styles.unit),
            Column::Doubtful => (number.unwrap_or_default(), styles.doubt),
            Column::Damaged => (number.unwrap_or_default(), styles.damaged),
            Column::AtHand if row.at_hand => (words.yes.to_owned(), styles.best),
            Column::AtHand => (words.no.to_owned(), styles.aside),
        };
        put_cell(buf, line, at, cells, column, &text, style);
    }
}

/// Numbers end with their column, all else begins a blank behind its start.
fn put_cell(
    buf: &mut Buffer,
    line: Rect,
    at: u16,
    cells: u16,
    column: Column,
    text: &str,
    style: ratatui::style::Style,
) {
    let x = line.x + 1 + at;
    if column.is_number() {
        put_right(buf, x, line.y, cells, text, style);
    } else {
        let gap = if column == Column::Title { 0 } else { 2 };
        let trailing = u16::from(column == Column::Title);
        put(buf, x + gap, line.y, cells.saturating_sub(gap + trailing), text, style);
    }
}

/// What is known of the chosen document, and how to read it.
fn draw_foot(row: Option<&Row>, look: &Look, area: Rect, buf: &mut Buffer) {
    let inner = Frame { title: look.words.sources.document, ..Frame::default() }.draw(look.theme, area, buf);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let Some(row) = row else { return };
    let source = &look.atlas.sources()[row.source.0 as usize];
    let mut flow = Flow::new(inner);
    flow.put(buf, &row.title, look.theme.pane.heading);
    flow.end_line();
    let origin = [source.publisher.as_str(), source.date.as_str(), source.id.as_str()];
    let origin = origin.into_iter().filter(|text| !text.is_empty() && **text != *row.title);
    flow.put(buf, &origin.collect::<Vec<_>>().join(" · "), look.theme.evidence.origin);
    flow.end_line();
    let words = &look.words.sources;
    let how = match (row.at_hand, row.quoted) {
        (true, _) => words.enter_reads,
        (false, true) => words.printed,
        (false, false) => look.words.no_document,
    };
    flow.put(buf, how, look.theme.pane.empty);
    flow.end_line();
    // An address that is cut leads nowhere.
    if width(&source.url) <= inner.width {
        flow.put_all(buf, &[Piece { text: &source.url, style: look.theme.evidence.origin, whole: true }]);
    }
}
