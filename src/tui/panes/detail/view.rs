//! Draws the detail: bars, years, figures.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::state::{Action, Detail, State};
use crate::{
    model::{Measure, Period},
    query::{RankEntry, Reading},
    tui::{
        look::Look,
        widgets::{
            bar::bar,
            chart::{columns, has_course},
            frame::{Frame, inside, thumb},
            text::{put, put_right, width},
        },
        writing::{Written, computed, is_place, label, period, put_place},
    },
};

/// Rows of the columns over the years.
const CHART: u16 = 3;
/// Figures that are listed at least before the bars get more rows.
const FIGURES: usize = 6;

/// Rows of each part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Heading, bars and a blank row; 0 where nothing is beside the region.
    bars: u16,
    /// Heading, columns, years and a blank row; 0 where too few years are known.
    years: u16,
    /// Heading and figures.
    pub(crate) figures: u16,
}

impl Parts {
    /// Shares `height` rows: the figures come first, then the bars, then the years.
    pub(crate) fn of(detail: &Detail, height: u16) -> Self {
        let listed = detail.figures.len().min(FIGURES) as u16 + 1;
        let mut left = height.saturating_sub(listed);
        let entries = detail.beside.entries.len() as u16;
        let fewest = if entries < 2 { 0 } else { entries.min(4) + 2 };
        let mut bars = if fewest <= left { fewest } else { 0 };
        left -= bars;
        let drawn = has_course(detail.years.iter().map(|(_, value)| *value));
        let years = if drawn && left >= CHART + 3 { CHART + 3 } else { 0 };
        left -= years;
        if bars > 0 {
            bars += (entries + 2).saturating_sub(bars).min(left);
        }
        Self { bars, years, figures: height - bars - years }
    }
}

/// Draws all that is known of the chosen metric into `area`.
pub(crate) fn draw(state: &State, detail: Option<&Detail>, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let title = detail.map_or(look.words.detail, |detail| look.metric(detail.metric));
    let inner = Frame { title, remark: "", focused }.draw(look.theme, area, buf);
    let Some(detail) = detail.filter(|_| !inner.is_empty()) else { return };
    let parts = Parts::of(detail, inner.height);
    let text = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    draw_beside(detail, look, Rect { height: parts.bars, ..text }, buf);
    let years = Rect { y: text.y + parts.bars, height: parts.years, ..text };
    draw_years(detail, look, years, buf);
    let figures = Rect { y: years.bottom(), height: parts.figures, ..inner };
    draw_figures(state, detail, focused, look, figures, buf);
}

/// What a press at a place of the pane asks for.
pub(crate) fn press(state: &State, detail: &Detail, area: Rect, at: Position) -> Option<Action> {
    let inner = inside(area);
    let figures = Parts::of(detail, inner.height).figures;
    // Below their heading.
    let body = Rect { y: (inner.bottom() - figures).saturating_add(1), height: figures.saturating_sub(1), ..inner };
    let place = state.scroll.offset + usize::from(at.y.checked_sub(body.y)?);
    (body.contains(at) && place < detail.figures.len()).then_some(Action::Choose(place))
}

fn heading(name: &str, aside: &str, look: &Look, area: Rect, buf: &mut Buffer) {
    let used = put(buf, area.x, area.y, area.width, name, look.theme.pane.heading);
    let room = area.width.saturating_sub(used + 1);
    put(buf, area.x + used + 1, area.y, room, aside, look.theme.figure.aside);
}

/// The region and those beside it as bars, in order, the chosen one lit.
fn draw_beside(detail: &Detail, look: &Look, area: Rect, buf: &mut Buffer) {
    let entries = &detail.beside.entries;
    if area.height < 3 {
        return;
    }
    let parent = look.parent(detail.region);
    let parent = if parent.is_empty() { look.words.whole_country } else { parent };
    let measure = if detail.measure == Measure::Growth { detail.measure.label(look.lang) } else { "" };
    let aside = [parent, measure, &detail.beside.unit].into_iter().filter(|part| !part.is_empty());
    heading(look.words.beside, &aside.collect::<Vec<_>>().join(" · "), look, area, buf);

    let rows = usize::from(area.height - 2).min(entries.len());
    let chosen = entries.iter().position(|entry| entry.region == detail.region);
    let first = chosen.unwrap_or(0).saturating_sub(rows / 2).min(entries.len() - rows);
    let visible = &entries[first..first + rows];
    let columns =
        Beside::of(visible, chosen.map(|place| &entries[place].reading), &detail.beside.unit, look, area.width);
    let most = entries.iter().map(|entry| entry.value.abs()).fold(0.0, f64::max);
    for (y, entry) in (area.y + 1..).zip(visible) {
        columns.draw(entry, entry.region == detail.region, most, look, Rect { y, height: 1, ..area }, buf);
    }
}

/// Cells of the columns of the bars.
struct Beside<'a> {
    name: u16,
    value: u16,
    /// Of the mark of a doubt.
    doubt: u16,
    year: u16,
    unit: &'a str,
    /// The year that goes without saying.
    common: Option<u16>,
}

impl<'a> Beside<'a> {
    fn of(entries: &[RankEntry], chosen: Option<&Reading>, unit: &'a str, look: &Look, cells: u16) -> Self {
        let name = entries.iter().map(|entry| width(look.region(entry.region))).max().unwrap_or(0);
        let value = entries.iter().map(|entry| number(entry, unit, look).width()).max().unwrap_or(0);
        let doubt = u16::from(entries.iter().any(|entry| !entry.reading.doubt.is_empty()));
        let reference = chosen.or(entries.first().map(|entry| &entry.reading));
        let common = reference.and_then(|reading| reading.period).map(Period::last);
        let differs = |entry: &RankEntry| entry.reading.period.map(Period::last) != common;
        let year = if entries.iter().any(differs) { 4 } else { 0 };
        Self { name: name.min(cells / 3).max(6), value, doubt, year, unit, common }
    }

    fn draw(&self, entry: &RankEntry, lit: bool, most: f64, look: &Look, line: Rect, buf: &mut Buffer) {
        let chart = &look.theme.chart;
        let (name, fill) = if lit { (chart.lit, chart.lit) } else { (look.theme.tree.region, chart.other) };
        put(buf, line.x, line.y, self.name, look.region_in(entry.region, self.name), name);
        let room = line.width.saturating_sub(self.name + self.value + self.doubt + self.year + 2);
        bar(buf, line.x + self.name + 1, line.y, room, entry.value / most, fill);
        let value = Rect { x: line.x + self.name + 2 + room, width: self.value, ..line };
        let value = value.intersection(line);
        number(entry, self.unit, look).put_right(buf, value.x, line.y, value.width, look);
        let year = entry.reading.period.map(Period::last).filter(|year| Some(*year) != self.common);
        if let Some(year) = year {
            let text = format!("'{:02}", year % 100);
            put_right(buf, line.x, line.y, line.width, &text, look.theme.figure.aside);
        }
    }
}

/// The number of an entry without the unit, which stands in the heading.
fn number<'a>(entry: &'a RankEntry, unit: &'a str, look: &Look) -> Written<'a> {
    let written = Written::in_unit(&entry.reading, Some(entry.value), unit, look);
    Written { unit: "", ..written }
}

/// The years as columns, the first and last with their values below.
fn draw_years(detail: &Detail, look: &Look, area: Rect, buf: &mut Buffer) {
    if area.height < CHART + 2 {
        return;
    }
    let measure = if detail.years_measure == Measure::Growth { detail.years_measure.label(look.lang) } else { "" };
    let aside = [measure, &detail.years_unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    heading(look.words.course, &aside.join(" · "), look, area, buf);
    let values: Vec<_> = detail.years.iter().map(|(_, value)| *value).collect();
    let chart = Rect { y: area.y + 1, height: CHART, ..area };
    let (shown, pitch) = columns(buf, chart, &values, look.theme.chart.series);
    let visible = &detail.years[detail.years.len() - shown..];
    let caption = |(year, value): (u16, Option<f64>)| format!("{year} {}", value.map_or(String::new(), computed));
    let (Some(first), Some(last)) = (visible.first(), visible.last()) else { return };
    let y = chart.bottom();
    let style = look.theme.chart.label;
    let used = put(buf, area.x, y, area.width, &caption(*first), style);
    // Under the last column where there is room, else behind the first caption.
    let end = caption(*last);
    let drawn = (shown as u16 * pitch).max(used + 2 + width(&end)).min(area.width);
    put_right(buf, area.x + used, y, drawn.saturating_sub(used), &end, style);
}

fn draw_figures(state: &State, detail: &Detail, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let text = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    heading(look.words.readings, &detail.figures.len().to_string(), look, text, buf);
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let window = state.scroll.window(detail.figures.len(), usize::from(body.height));
    thumb(look.theme, body, window.start, detail.figures.len(), buf);
    let all = &detail.figures;
    let labels = all.iter().map(|reading| width(label(reading.measure, look.lang))).max().unwrap_or(0);
    let times = all.iter().map(|reading| width(&period(reading.period))).max().unwrap_or(0);
    let doubt = u16::from(all.iter().any(|reading| !reading.doubt.is_empty()));
    let text = Rect { width: text.width.saturating_sub(doubt), ..text };
    for (y, place) in (body.y..body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..body };
        if place == state.scroll.cursor {
            let style = if focused { look.theme.pane.cursor } else { look.theme.pane.cursor_idle };
            buf.set_style(line, style);
        }
        draw_figure(&all[place], (labels, times), look, Rect { y, height: 1, ..text }, buf);
    }
}

/// What the figure tells and when, in so many cells, then against what, and the number.
fn draw_figure(reading: &Reading, (labels, times): (u16, u16), look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.figure;
    let (mut x, y) = (line.x, line.y);
    put(buf, x, y, line.width.min(labels), label(reading.measure, look.lang), styles.unit);
    x += labels + 1;
    put(buf, x, y, line.right().saturating_sub(x).min(times), &period(reading.period), styles.aside);
    x += times + 1;
    let room = line.right().saturating_sub(x);
    if is_place(reading.measure) {
        let written = Written::of(reading, look);
        let cells = (width(reading.scope.as_deref().unwrap_or_default()) + written.width()).min(room);
        put_place(
            buf,
            line.right() - cells,
            y,
            cells + width(written.doubt),
            &Reading { measure: Measure::Rank, ..reading.clone() },
            look,
        );
        return;
    }
    let written = Written::of(reading, look);
    let used = written.put_right(buf, x, y, room, look);
    let (aside, style) = context(reading, &written, look);
    put(buf, x, y, room.saturating_sub(used + 1), &aside, style);
}

/// What stands between the time and the number: that it is a plan, else what it is measured against.
fn context(reading: &Reading, written: &Written, look: &Look) -> (String, Style) {
    if !written.tag.is_empty() {
        return (written.tag.to_owned(), written.style);
    }
    let scope = reading.scope.as_deref();
    let text = match (reading.measure, scope, reading.base.as_deref()) {
        (Measure::Gap, Some(scope), _) => format!("{}{scope}", look.words.against),
        (Measure::Share, Some(scope), _) => format!("{}{scope}", look.words.of),
        (_, _, Some("yoy")) => look.words.yoy.to_owned(),
        (_, _, Some("avg")) => look.words.average.to_owned(),
        (_, _, Some(base)) => format!("{}{base}", look.words.against),
        (_, Some(scope), None) => scope.to_owned(),
        (_, None, None) => String::new(),
    };
    (text, look.theme.figure.aside)
}
