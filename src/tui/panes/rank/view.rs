//! Draws the ranking of regions.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Position, Rect},
    style::Style,
};

use super::{
    Action, Answer, State,
    columns::{Columns, GROWTH, LEVEL, MARK, Needs, PLACE, TAG},
    head,
};
use crate::{
    model::{Measure, Status},
    query::{Movement, PartYear, RankEntry},
    tui::{
        look::Look,
        widgets::{
            bar::Scale,
            flow::{Flow, Piece},
            frame::{Frame, thumb},
            text::{put, put_right, width},
        },
        writing::{Written, period, put_place},
    },
};

/// Rows between the lines about the whole and the entries: the names of the columns.
const HEADER: u16 = 1;

/// Rows of the entries in a pane of `area`.
pub(super) fn rows(area: Rect) -> usize {
    let inner = area.height.saturating_sub(2);
    inner.saturating_sub(head::rows(inner) + HEADER).into()
}

/// Draws the ranking of regions into `area`.
pub(crate) fn draw(state: &State, answer: Option<&Answer>, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.rank;
    let title = answer.map_or_else(String::new, |answer| format!(" · {}", look.metric(answer.rank.metric)));
    let remark = answer.map_or("", |answer| head::order(answer, look));
    let frame = Frame { title: &format!("{}{title}", look.words.views.rank), remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    let Some(answer) = answer else {
        Flow::new(inner.inner(Margin::new(1, 1))).put(buf, words.empty, look.theme.pane.empty);
        return;
    };
    let above = head::rows(inner.height);
    head::draw(
        answer,
        look,
        Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), height: above, ..inner },
        buf,
    );
    let rest = Rect { y: inner.y + above, height: inner.height - above, ..inner };
    if answer.ranking.entries.is_empty() {
        let why = match answer.rank.year {
            _ if answer.other_order => words.empty_order,
            Some(_) => words.empty_year,
            None => words.empty,
        };
        let mut flow = Flow::new(rest.inner(Margin::new(1, 1)));
        flow.put(buf, why, look.theme.pane.empty);
        flow.put(buf, "\n", look.theme.pane.empty);
        put_part_year(flow, answer, look, buf);
        return;
    }
    let table = Table::of(answer, look, rest.width.saturating_sub(1));
    table.draw_header(Rect { height: HEADER.min(rest.height), ..rest }, buf);
    let body = Rect { y: rest.y + HEADER, height: rest.height.saturating_sub(HEADER), ..rest };
    let entries = &answer.ranking.entries;
    let window = state.scroll.window(entries.len(), body.height.into());
    thumb(look.theme, body, window.start, entries.len(), buf);
    for (y, place) in (body.y..body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..body };
        if place == state.scroll.cursor {
            buf.set_style(line, look.theme.pane.cursor);
        }
        table.draw_entry(&entries[place], line, buf);
    }
    // Below the last entry, with a blank line between, where there is room.
    let below = u16::try_from(entries.len()).unwrap_or(u16::MAX).saturating_add(1).min(body.height);
    let below = Rect { y: body.y + below, height: body.height - below, ..body };
    put_part_year(Flow::new(below.inner(Margin::new(1, 0))), answer, look, buf);
}

/// The number of an entry, in the unit of the ranking.
fn number<'a>(entry: &'a RankEntry, answer: &'a Answer, look: &Look) -> Written<'a> {
    Written::in_unit(&entry.reading, Some(entry.value), &answer.ranking.unit, look)
}

/// Who takes no part because only some months are told, with what is told: `漯河市 +15.2% 22.1-11`.
fn put_part_year(mut flow: Flow, answer: &Answer, look: &Look, buf: &mut Buffer) {
    let figure = &look.theme.figure;
    for (at, PartYear { region, reading }) in answer.ranking.part_year.iter().enumerate() {
        let before = if at == 0 { look.words.rank.part_year_list } else { look.lang.pick("、", ", ") };
        let name = format!("{} ", look.region_short(*region));
        let written = Written::shown(reading, answer.rank.metric, look);
        let tag = if written.tag.is_empty() { String::new() } else { format!("{} ", written.tag) };
        let number = format!("{tag}{}{}{}{}", written.sign, written.number, written.unit, written.mark);
        let months = format!(" ({})", period(reading.period));
        flow.put_all(
            buf,
            &[
                Piece::new(before, figure.unit),
                Piece { text: &name, style: look.theme.tree.region, whole: true },
                Piece { text: &number, style: written.style, whole: true },
                Piece { text: &months, style: figure.aside, whole: true },
            ],
        );
    }
}

/// What a click asks for: a row chooses its region, the name of the other number orders by it.
pub(crate) fn press(state: &State, answer: Option<&Answer>, look: &Look, area: Rect, at: Position) -> Option<Action> {
    let answer = answer?;
    let inner = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let header = inner.y + head::rows(inner.height);
    if at.y == header {
        let columns = Table::of(answer, look, inner.width.saturating_sub(3)).columns;
        let beside = inner.x + 1 + columns.before_beside();
        return (beside..beside + columns.beside).contains(&at.x).then_some(Action::ToggleGrowth);
    }
    let row = at.y.checked_sub(header + HEADER).filter(|_| at.y < inner.bottom())?;
    let place = state.scroll.offset + usize::from(row);
    (place < answer.ranking.entries.len()).then_some(Action::Choose(place))
}

/// The entries with all that is needed to draw them.
struct Table<'a> {
    answer: &'a Answer,
    look: &'a Look<'a>,
    columns: Columns,
    /// The scale of the bars, from zero.
    scale: Scale,
}

impl<'a> Table<'a> {
    fn of(answer: &'a Answer, look: &'a Look<'a>, cells: u16) -> Self {
        let entries = &answer.ranking.entries;
        let longest = |name: fn(&Look<'a>, &RankEntry) -> u16| entries.iter().map(|entry| name(look, entry)).max();
        let mut above = entries.iter().map(|entry| look.parent(entry.region));
        let first = above.next();
        let beside = || entries.iter().filter_map(|entry| entry.beside.as_ref());
        let tag = if beside().all(|beside| beside.status == Status::Actual) { 0 } else { TAG };
        let needs = Needs {
            name: longest(|look, entry| width(look.region_short(entry.region))).unwrap_or(0),
            above: if above.any(|name| Some(name) != first) {
                longest(|look, entry| width(look.parent(entry.region))).unwrap_or(0)
            } else {
                0
            },
            number: entries.iter().map(|entry| number(entry, answer, look).tagged_number()).max().unwrap_or(0),
            moved: answer.ranking.before.is_some(),
            years: answer.rank.year.is_none(),
            beside: match answer.rank.measure {
                _ if beside().next().is_none() => 0,
                Measure::Growth => LEVEL + tag,
                _ => GROWTH + tag,
            },
            claimed: entries.iter().any(|entry| entry.claimed.is_some()),
        };
        let columns = Columns::fit(cells, needs);
        let scale = Scale::of(entries.iter().map(|entry| entry.value), columns.bar.saturating_sub(2));
        Self { answer, look, columns, scale }
    }

    fn draw_header(&self, line: Rect, buf: &mut Buffer) {
        if line.is_empty() {
            return;
        }
        let (words, columns) = (self.look.words, &self.columns);
        let style = self.look.theme.pane.header;
        let growth = self.answer.rank.measure == Measure::Growth;
        let (value, beside) = if growth { (words.yoy, words.value) } else { (words.value, words.yoy) };
        let mut x = line.x;
        put_right(buf, x, line.y, PLACE, words.place, style);
        x += PLACE;
        put(buf, x + 1, line.y, columns.moved.saturating_sub(1), words.rank.moved, style);
        x += columns.moved + MARK;
        put(buf, x, line.y, columns.name, words.region, style);
        x += columns.name;
        put(buf, x + 2, line.y, columns.above.saturating_sub(2), words.rank.above, style);
        x += columns.above;
        // The order goes by this one.
        let ordered = self.look.theme.pane.title_focused;
        let value = format!("{value}▾");
        put_right(buf, x + 1, line.y, columns.number - 2, &value, ordered);
        x += columns.number;
        put(buf, x + 1, line.y, columns.bar.saturating_sub(2), &self.answer.ranking.unit, self.look.theme.figure.unit);
        x += columns.bar;
        put_right(buf, x, line.y, columns.beside.saturating_sub(1), beside, style);
        x += columns.beside;
        put(buf, x + 2, line.y, columns.year.saturating_sub(2), words.year, style);
        x += columns.year;
        put(buf, x + 2, line.y, columns.claimed.saturating_sub(2), words.rank.claimed, style);
    }

    fn draw_entry(&self, entry: &RankEntry, line: Rect, buf: &mut Buffer) {
        let (look, columns, y) = (self.look, &self.columns, line.y);
        let theme = look.theme;
        let lit = self.answer.lit == Some(entry.region);
        let (shade, quarter) = self.quarter(entry);
        let mut x = line.x;
        put(buf, x, y, 1, shade, quarter);
        put_right(buf, x + 1, y, PLACE - 1, &entry.place.to_string(), theme.figure.rank);
        x += PLACE;
        if let Some(movement) = entry.movement.filter(|_| columns.moved > 0) {
            put(buf, x + 1, y, columns.moved - 1, &movement.mark(look.lang), movement_style(movement, look));
        }
        x += columns.moved;
        if let Some(pin) = self.answer.pins.iter().position(|pin| *pin == entry.region) {
            put(buf, x + 1, y, 1, &(pin + 1).to_string(), look.pin(pin));
        } else if lit {
            put(buf, x + 1, y, 1, "▸", theme.chart.lit);
        }
        x += MARK;
        let name = if lit { theme.chart.lit } else { theme.tree.region };
        put(buf, x, y, columns.name, look.region_short(entry.region), name);
        x += columns.name;
        put(buf, x + 2, y, columns.above.saturating_sub(2), look.parent(entry.region), theme.figure.aside);
        x += columns.above;

        number(entry, self.answer, look).put(buf, x + 1, y, columns.number - 2, 0, look);
        x += columns.number;
        if columns.bar > 0 {
            self.scale.draw(buf, x + 1, y, entry.value, if lit { theme.chart.lit } else { quarter });
        }
        x += columns.bar;
        if let Some(beside) = entry.beside.as_ref().filter(|_| columns.beside > 0) {
            Written::of(beside, look).put_right(buf, x, y, columns.beside - 1, look);
        }
        x += columns.beside;
        let year = period(entry.reading.period);
        let differs = self.answer.period.is_some_and(|period| entry.reading.period != Some(period));
        let style = if differs { theme.figure.bound } else { theme.figure.aside };
        put(buf, x + 2, y, columns.year.saturating_sub(2), &year, style);
        x += columns.year;
        if let Some(claimed) = entry.claimed.as_ref().filter(|_| columns.claimed > 0) {
            put_place(buf, x + 2, y, columns.claimed - 2, claimed, look);
        }
    }

    /// The quarter of an entry as a shade, which tells it without colour as well.
    fn quarter(&self, entry: &RankEntry) -> (&'static str, Style) {
        let styles = &self.look.theme.rank;
        match self.answer.ranking.quartile(entry) {
            Some(1) => ("█", styles.first),
            Some(2) => ("▓", styles.second),
            Some(3) => ("▒", styles.third),
            Some(_) => ("░", styles.fourth),
            None => ("", styles.second),
        }
    }
}

fn movement_style(movement: Movement, look: &Look) -> Style {
    match movement {
        Movement::Up(_) => look.theme.rank.up,
        Movement::Down(_) => look.theme.rank.down,
        Movement::Same | Movement::New => look.theme.rank.same,
    }
}
