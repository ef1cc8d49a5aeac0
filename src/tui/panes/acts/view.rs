//! Draws the list of corrections, and below it all that the chosen one says.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::state::State;
use crate::{
    export::amount,
    model::correction::{Deed, Entry, Standing},
    tui::{
        corrections::{changes, day, figure, holds, standing, subject, word},
        look::Look,
        widgets::{
            flow::Flow,
            frame::{Frame, clear, inside, thumb},
            text::{put, put_right, width},
        },
        writing::period,
    },
};

/// Rows that the chosen act has below the list.
const DETAIL: u16 = 6;
/// Cells of a day and of what was done.
const DAY: u16 = 11;
const DEED: u16 = 9;

/// The areas of the list and of the chosen act.
fn parts(inner: Rect) -> (Rect, Rect) {
    let detail = if inner.height >= 3 * DETAIL { DETAIL } else { inner.height / 3 };
    let list = Rect { height: inner.height - detail, ..inner };
    (list, Rect { x: inner.x + 1, y: list.bottom(), width: inner.width.saturating_sub(2), height: detail })
}

/// Rows for acts in a window over `area`.
pub(crate) fn rows(area: Rect) -> usize {
    parts(inside(area)).0.height.into()
}

/// The act at a place of the window, from 0.
pub(crate) fn press(state: &State, area: Rect, at: Position) -> Option<usize> {
    let list = parts(inside(area)).0;
    let act = state.scroll.offset + usize::from(at.y.checked_sub(list.y)?);
    list.contains(at).then_some(act)
}

/// Draws the window into `area`.
pub(crate) fn draw(state: &State, entries: &[Entry], key: &str, look: &Look, area: Rect, buf: &mut Buffer) {
    clear(look.theme, area, buf);
    let words = &look.words.correct;
    let count = entries.len().to_string();
    let inner = Frame { title: words.title, remark: &count, focused: true }.draw(look.theme, area, buf);
    let (list, detail) = parts(inner);
    if entries.is_empty() {
        let text = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        Flow::new(text).put(buf, &format!("{} {key}", words.none), look.theme.pane.empty);
        return;
    }
    let window = state.scroll.window(entries.len(), list.height.into());
    thumb(look.theme, list, window.start, entries.len(), buf);
    for (y, place) in (list.y..list.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..list };
        if place == state.scroll.cursor {
            buf.set_style(line, look.theme.pane.cursor);
        }
        let line = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
        draw_act(&entries[entries.len() - 1 - place], entries, look, line, buf);
    }
    if let Some(entry) = state.selected(entries) {
        draw_detail(entry, entries, look, detail, buf);
    }
}

/// The act that an act is about: itself, or the one that it undoes.
fn undone<'a>(entry: &'a Entry, entries: &'a [Entry]) -> &'a Entry {
    match &entry.act.deed {
        Deed::Undo { undoes } => entries.iter().find(|other| other.act.id == *undoes).unwrap_or(entry),
        _ => entry,
    }
}

/// Day, deed, region, metric and value, and what became of it.
fn draw_act(entry: &Entry, entries: &[Entry], look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.figure;
    let told = if holds(entry) { styles.metric } else { styles.aside };
    put(buf, line.x, line.y, DAY.min(line.width), day(&entry.act.at), styles.aside);
    let x = line.x + DAY;
    put(buf, x, line.y, line.right().saturating_sub(x).min(DEED - 1), word(&entry.act.deed, look), told);
    let x = x + DEED;
    let room = line.right().saturating_sub(x);
    let stands = standing(entry, look);
    let stands_in = if matches!(entry.standing, Standing::Aside(_)) { styles.damaged } else { styles.aside };
    let used = put_right(buf, x, line.y, room.min(width(stands)), stands, stands_in);
    let used = if used == 0 { 0 } else { put_right(buf, x, line.y, room, stands, stands_in) };
    put(buf, x, line.y, room.saturating_sub(used + 2), &about(undone(entry, entries), look), told);
}

/// What an act is about: region, metric, time and value.
fn about(entry: &Entry, look: &Look) -> String {
    let Some(figure) = figure(entry) else { return String::new() };
    let told = [subject(&figure, look), period(figure.period), amount(&figure, look.lang)];
    told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Who, what was changed and why, and why it is not in force.
fn draw_detail(entry: &Entry, entries: &[Entry], look: &Look, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let words = &look.words.correct;
    let styles = &look.theme.figure;
    for x in area.left().saturating_sub(1)..=area.right() {
        put(buf, x, area.y, 1, "─", look.theme.pane.border);
    }
    let mut flow = Flow::new(Rect { y: area.y + 1, height: area.height - 1, ..area });
    let who = if entry.act.who.is_empty() { words.somebody } else { &entry.act.who };
    let when = entry.act.at.replace('T', " ");
    let document = undone(entry, entries).act.deed.anchor().map_or("", |anchor| anchor.figure.doc.as_str());
    flow.put(buf, &format!("{who} · {when} · {document}"), styles.aside);
    flow.end_line();
    for change in changes(&entry.act.deed, look) {
        flow.put(buf, &format!("{change}  "), styles.metric);
    }
    flow.end_line();
    flow.put(buf, &entry.act.note, styles.metric);
    flow.end_line();
    if let Standing::Aside(why) = &entry.standing {
        flow.put(buf, &format!("{}: {why}", words.aside), styles.damaged);
    }
}
