//! Draws the findings, grouped by kind.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::{Action, Answer, State, ask::Group, explain, parts::Parts, state::Line};
use crate::{
    export::{finding_brief, finding_sentence, kind_label},
    query::{
        Finding,
        audit::{Kind, Severity},
    },
    tui::{
        look::Look,
        widgets::{
            frame::{Frame, inside, thumb},
            text::{put, put_all, put_right, width},
        },
        writing::period,
    },
};

/// Cells behind the sign below which what is told is left to the explanation.
const NARROWEST: u16 = 44;
/// Cells of a region's name, from so many cells behind the sign on; the last is for all narrower ones.
const REGION: [(u16, u16); 3] = [(90, 24), (54, 13), (0, 9)];
/// Cells of the time.
const PERIOD: u16 = 6;

/// Draws the findings into `area`; `instead` tells why they are not what was asked for.
pub(crate) fn draw(
    state: &State,
    (answer, instead): (Option<&Answer>, Option<&str>),
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let words = &look.words.audit;
    let parts = Parts::of(area);
    let scope = match answer.and_then(|answer| answer.within) {
        Some(region) => look.region(region),
        None => words.everything,
    };
    let title = format!("{} · {scope}", look.words.views.audit);
    let count = answer.map_or(0, |answer| answer.findings.len()).to_string();
    let count = instead.map_or(count, str::to_owned);
    if let (Some(answer), Some(explained)) = (answer, parts.explained) {
        explain::draw(state, answer, look, explained, buf);
    }
    let inner = Frame { title: &title, remark: &count, focused: true }.draw(look.theme, parts.list, buf);
    let Some(answer) = answer else {
        let why = instead.unwrap_or(look.words.no_region);
        put(buf, inner.x + 1, inner.y, inner.width.saturating_sub(1), why, look.theme.pane.empty);
        return;
    };
    let window = state.scroll.window(state.lines.len(), usize::from(inner.height));
    thumb(look.theme, inner, window.start, state.lines.len(), buf);
    for (y, place) in (inner.y..inner.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..inner };
        let chosen = place == state.scroll.cursor;
        if chosen {
            buf.set_style(line, look.theme.pane.cursor);
        }
        match state.lines[place] {
            Line::Kind(group) => {
                draw_kind(&answer.groups[group], (state.is_open(answer.groups[group].kind), chosen), look, line, buf);
            }
            Line::Finding(finding) => draw_finding(&answer.findings[finding], look, line, buf),
        }
    }
}

/// What a press at a place asks for.
pub(crate) fn press(state: &State, area: Rect, at: Position) -> Option<Action> {
    let inner = inside(Parts::of(area).list);
    let line = state.scroll.offset + usize::from(at.y.checked_sub(inner.y)?);
    (inner.contains(at) && line < state.lines.len()).then_some(Action::Choose(line))
}

/// The sign before a finding, which tells its weight without colour.
const fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Contradiction => "≠",
        Severity::Question => "?",
        Severity::Note => "·",
    }
}

/// `▾ 税收占比  3/41`: found of those checked.
fn draw_kind(group: &Group, (open, chosen): (bool, bool), look: &Look, line: Rect, buf: &mut Buffer) {
    let found = group.findings.len();
    let branch = match (found, open) {
        (0, _) => " ",
        (_, true) => "▾",
        (_, false) => "▸",
    };
    // What is dim cannot be read on the row of the cursor.
    let remark = if chosen { look.theme.pane.cursor } else { look.theme.pane.remark };
    let name = if found == 0 { remark } else { look.theme.pane.heading };
    let label = capital(kind_label(group.kind, look.lang));
    let pieces = [(branch, look.theme.tree.branch), (" ", name), (&label, name)];
    let used = put_all(buf, line.x + 1, line.y, line.width.saturating_sub(2), &pieces);
    let counts = match group.kind {
        Kind::Damaged | Kind::Doubtful => found.to_string(),
        _ => format!("{found} / {}", group.checked),
    };
    let room = line.width.saturating_sub(used + 3);
    if width(&counts) <= room {
        put_right(buf, line.x + used + 2, line.y, room, &counts, remark);
    }
}

/// The label with a capital, where it has small letters.
pub(super) fn capital(label: &str) -> String {
    let mut characters = label.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn draw_finding(finding: &Finding, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.audit;
    let severity = finding.kind.severity();
    let weight = match severity {
        Severity::Contradiction => styles.contradiction,
        Severity::Question => styles.question,
        Severity::Note => styles.note,
    };
    let text = if finding.doubtful { styles.doubtful } else { styles.finding };
    let mut x = line.x + 2;
    x += put(buf, x, line.y, line.right().saturating_sub(x), sign(severity), weight) + 1;
    let right = line.right().saturating_sub(1);
    let room = |x: u16| right.saturating_sub(x);
    let Some(brief) = finding_brief(look.atlas, finding, look.lang) else {
        // About a document, not about a region.
        let source = &look.atlas.sources()[look.atlas.figure(finding.figures[0]).source().0 as usize];
        let title = if source.title.is_empty() { &source.id } else { &source.title };
        let count = finding_sentence(look.atlas, finding, look.lang);
        let used = put_right(buf, x, line.y, room(x), &count, text);
        put(buf, x, line.y, room(x).saturating_sub(used + 1), title, text);
        return;
    };
    let whole = room(x);
    let region = REGION.iter().find(|(from, _)| whole >= *from).map_or(0, |(_, cells)| *cells);
    put(buf, x, line.y, room(x).min(region - 1), look.region_short(finding.region), text);
    x += region;
    put(buf, x, line.y, room(x).min(PERIOD - 1), &period(finding.period), look.theme.figure.aside);
    x += PERIOD;
    let name = |x: u16, cells: u16, buf: &mut Buffer| {
        put(buf, x, line.y, cells, &look.metric_in(finding.metric, cells), text);
    };
    if whole < NARROWEST {
        name(x, room(x), buf);
        return;
    }
    // What is told ends, and what is expected begins, at the same place in each line.
    let value = (room(x) / 4).clamp(8, 15);
    let at = right.saturating_sub(value);
    put(buf, at, line.y, value, &brief.expected, look.theme.figure.derived);
    put(buf, at.saturating_sub(2), line.y, 1, brief.sign, weight);
    put_right(buf, at.saturating_sub(3 + value), line.y, value, &brief.told, text);
    name(x, at.saturating_sub(x + value + 4), buf);
}
