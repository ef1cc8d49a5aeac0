//! Draws a document: its text with every figure lit, or the list of its figures where it is not at hand.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    Action, Page, State,
    ask::Kind,
    panel::{self, kind_style},
    parts::Parts,
};
use crate::{
    query::Reading,
    tui::{
        look::Look,
        widgets::{
            frame::{Frame, inside, thumb},
            text::{put, put_char, put_right, shown, width},
        },
        writing::{Written, label, period},
    },
};

/// Draws a document into `area`.
pub(crate) fn draw(state: &State, page: Option<&Page>, look: &Look, area: Rect, buf: &mut Buffer) {
    let Some(page) = page else { return };
    let parts = Parts::of(area);
    if let Some(panel) = parts.panel {
        panel::draw(state, page, look, panel, buf);
    }
    let source = &look.atlas.sources()[page.source.0 as usize];
    let title = if source.title.is_empty() { &source.id } else { &source.title };
    let place = if page.figures.is_empty() { 0 } else { state.figure + 1 };
    let remark = match state.picked_place() {
        Some(picked) => format!("{} {}/{}", look.words.correct.unread, picked + 1, page.unread.len()),
        None => format!("{place}/{}", page.figures.len()),
    };
    Frame { title, remark: &remark, focused: true }.draw(look.theme, parts.text, buf);
    let room = parts.page();
    match &page.text {
        Some(text) => draw_text(text, page, state, look, area, room, buf),
        None => draw_figures(page, state, look, area, room, buf),
    }
}

/// What a press at a place asks for: a lit figure is chosen.
pub(crate) fn press(state: &State, page: Option<&Page>, area: Rect, at: Position) -> Option<Action> {
    let page = page?;
    let room = Parts::of(area).page();
    if !room.contains(at) {
        return None;
    }
    let row = usize::from(at.y - room.y);
    let Some(text) = &page.text else {
        let figure = state.scroll.offset + row;
        return (figure < page.figures.len()).then_some(Action::Choose(figure));
    };
    let line = state.lines.get(state.in_sight(area).start + row)?;
    let cells = line_cells(text, &line, page);
    let mut x = room.x;
    let (_, lit) = cells.into_iter().find(|(character, _)| {
        x += shown(*character).map_or(0, |(_, width)| width);
        x > at.x
    })?;
    let bytes = &page.lit[lit?].bytes;
    let figure = page.places.iter().position(|place| *place == lit).map(Action::Choose);
    figure.or_else(|| page.unread.iter().position(|unread| unread.bytes == *bytes).map(Action::PickAt))
}

fn draw_text(text: &str, page: &Page, state: &State, look: &Look, area: Rect, room: Rect, buf: &mut Buffer) {
    let in_sight = state.in_sight(area);
    thumb(look.theme, inside(Parts::of(area).text), in_sight.start, state.lines.len(), buf);
    let picked = state.picked(page).map(|unread| &unread.bytes);
    let chosen = page.places.get(state.figure).copied().flatten().filter(|_| picked.is_none());
    for (y, line) in (room.y..room.bottom()).zip(in_sight) {
        let Some(line) = state.lines.get(line) else { continue };
        let (mut x, mut at) = (room.x, line.start);
        for (character, lit) in line_cells(text, &line, page) {
            let is_picked = picked.is_some_and(|picked| picked.contains(&at));
            at += if lit.is_none_or(|lit| page.lit[lit].bytes.contains(&at)) { character.len_utf8() } else { 0 };
            let style = match lit {
                _ if is_picked => look.theme.evidence.number,
                Some(place) if Some(place) == chosen => look.theme.evidence.number,
                Some(place) => kind_style(page.lit[place].kind, look),
                None => look.theme.reading.text,
            };
            x += put_char(buf, x, y, room.right(), character, style);
        }
    }
}

/// The characters of a line with the places of the stretches in which they are lit; behind what may be
/// read wrongly stands its mark.
fn line_cells(text: &str, line: &Range<usize>, page: &Page) -> Vec<(char, Option<usize>)> {
    let first = page.lit.partition_point(|lit| lit.bytes.end <= line.start);
    let mut lit = (first..page.lit.len()).peekable();
    let mut cells = Vec::new();
    for (offset, character) in text[line.clone()].char_indices() {
        let at = line.start + offset;
        while let Some(place) = lit.next_if(|place| page.lit[*place].bytes.end <= at) {
            cells.extend(page.lit[place].mark.map(|mark| (mark, Some(place))));
        }
        let inside = lit.peek().copied().filter(|place| page.lit[*place].bytes.start <= at);
        cells.push((character, inside));
    }
    if let Some(place) = lit.next_if(|place| page.lit[*place].bytes.end == line.end) {
        cells.extend(page.lit[place].mark.map(|mark| (mark, Some(place))));
    }
    cells
}

/// The figures of a document that is not at hand, a line each.
fn draw_figures(page: &Page, state: &State, look: &Look, area: Rect, room: Rect, buf: &mut Buffer) {
    if page.figures.is_empty() {
        put(buf, room.x, room.y, room.width, look.words.sources.no_figures, look.theme.pane.empty);
        return;
    }
    let window = state.scroll.window(page.figures.len(), usize::from(room.height));
    thumb(look.theme, inside(Parts::of(area).text), window.start, page.figures.len(), buf);
    for (y, place) in (room.y..room.bottom()).zip(window) {
        let line = Rect { x: room.x.saturating_sub(1), y, width: room.width + 2, height: 1 };
        if place == state.figure {
            buf.set_style(line, look.theme.pane.cursor);
        }
        draw_figure(page, place, look, Rect { y, height: 1, ..room }, buf);
    }
}

/// Position, region, metric, what is told, value, time: each where there is room for it.
fn draw_figure(page: &Page, place: usize, look: &Look, line: Rect, buf: &mut Buffer) {
    const POSITION: u16 = 8;
    const REGION: u16 = 12;
    const MEASURE: u16 = 9;
    const VALUE: u16 = 16;
    const PERIOD: u16 = 8;
    let styles = &look.theme.figure;
    let id = page.figures[place];
    let figure = look.atlas.figure(id);
    let reading = Reading::of(look.atlas, id);
    let (mut x, mut right) = (line.x, line.right());
    if line.width >= 60 {
        let paragraph = if figure.paragraph() == 0 { String::new() } else { format!("¶{}", figure.paragraph()) };
        put(buf, x, line.y, POSITION - 1, &paragraph, styles.aside);
        x += POSITION;
        put(buf, x, line.y, REGION - 1, look.region_short(figure.region()), styles.metric);
        x += REGION;
    }
    if line.width >= 40 {
        right -= PERIOD;
        put(buf, right + 1, line.y, PERIOD - 1, &period(reading.period), styles.aside);
    }
    right -= VALUE;
    Written::of(&reading, look).put_right(buf, right + 1, line.y, VALUE - 2, look);
    let name = right.saturating_sub(x + MEASURE);
    put(buf, x, line.y, name, &look.metric_in(figure.metric(), name), styles.metric);
    put_right(buf, right.saturating_sub(MEASURE), line.y, MEASURE, label(reading.measure, look.lang), styles.unit);
}

/// The words of the legend, each lit as the text is.
fn legend(look: &Look) -> Vec<(&'static str, Style)> {
    let words = &look.words.sources;
    let word = |kind: Kind| match kind {
        Kind::Level => words.level,
        Kind::Growth => words.growth,
        Kind::Place => words.place,
        Kind::Share => words.share,
        Kind::Change => words.change,
        Kind::Plan => words.plan,
        Kind::Damaged | Kind::Rejected => words.damaged,
    };
    let kinds = Kind::ALL.map(|kind| (word(kind), kind_style(kind, look)));
    kinds.into_iter().chain([(words.doubtful, look.theme.figure.doubt)]).collect()
}

/// Rows of the legend in so many cells.
pub(super) fn legend_rows(look: &Look, cells: u16) -> u16 {
    let one: u16 = legend(look).iter().map(|(word, _)| width(word) + 1).sum();
    if one <= cells + 1 { 1 } else { 2 }
}

/// Draws the legend, as far as it fits.
pub(super) fn draw_legend(look: &Look, area: Rect, buf: &mut Buffer) {
    let (mut x, mut y) = (area.x, area.y);
    for (word, style) in legend(look) {
        if x > area.x && x + width(word) > area.right() {
            (x, y) = (area.x, y + 1);
        }
        if y >= area.bottom() {
            break;
        }
        x += put(buf, x, y, area.right().saturating_sub(x), word, style) + 1;
    }
}
