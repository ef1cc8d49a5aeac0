//! The region and those beside it as bars, their average, its place among them.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{heading, measure, shown_unit};
use crate::{
    model::Period,
    query::{RankEntry, Reading},
    tui::{
        look::Look,
        panes::detail::Detail,
        strings::fill,
        widgets::{
            bar::Scale,
            text::{put, put_all, put_right, width},
        },
        writing::{Written, computed, mark, put_place},
    },
};

/// Most cells of a line: with more, the number would be far from the name.
const LINE: u16 = 96;

/// Rows for the computed place, the average and the place that is claimed.
pub(super) fn places(detail: &Detail) -> u16 {
    2 + u16::from(detail.claimed.is_some())
}

/// Draws the bars in order, the chosen region lit, and in the last rows, of which there are `places`, where
/// that stands: the computed place, with two rows the average above it, with three the claimed one below.
pub(super) fn draw(detail: &Detail, places: u16, look: &Look, area: Rect, buf: &mut Buffer) {
    let entries = &detail.beside.entries;
    let area = Rect { width: area.width.min(LINE), ..area };
    if area.height < 3 + places {
        return;
    }
    let parent = look.parent(detail.region);
    let parent = if parent.is_empty() { look.words.whole_country } else { parent };
    let (unit, factor) = shown_unit(&detail.beside.unit, detail, look);
    heading(look.words.beside, &[parent, measure(detail.measure, look), unit], look, area, buf);

    let room = usize::from(area.height - 2 - places);
    // The last row tells how many bars there is no room for.
    let rows = if entries.len() > room { room.saturating_sub(1) } else { entries.len() };
    let chosen = entries.iter().position(|entry| entry.region == detail.region);
    let first = chosen.unwrap_or(0).saturating_sub(rows / 2).min(entries.len() - rows);
    let visible = &entries[first..first + rows];
    let bars = Bars::of(detail, visible, (unit, factor), look, area.width);
    for (y, entry) in (area.y + 1..).zip(visible) {
        bars.draw(entry, entry.region == detail.region, look, Rect { y, height: 1, ..area }, buf);
    }
    let mut below = Rect { y: area.y + 1 + rows as u16, height: 1, ..area };
    if rows < entries.len() {
        let text = look.words.overview.more(first, entries.len() - first - rows);
        put(buf, below.x, below.y, below.width, &text, look.theme.figure.aside);
        below.y += 1;
    }
    if places == 0 {
        return;
    }
    if let Some(average) = detail.average.filter(|_| places > 1) {
        bars.draw_average(average, entries.len(), look, below, buf);
        below.y += 1;
    }
    draw_place(detail, chosen.map(|chosen| &entries[chosen]), look, below, buf);
    if let Some(claimed) = detail.claimed.as_ref().filter(|_| places > 2) {
        below.y += 1;
        let used = put(buf, below.x, below.y, below.width, look.words.overview.claimed, look.theme.figure.unit) + 1;
        put_place(buf, below.x + used, below.y, below.width.saturating_sub(used), claimed, look);
    }
}

/// The place that follows from the numbers: among how many, and how many have none.
fn draw_place(detail: &Detail, own: Option<&RankEntry>, look: &Look, line: Rect, buf: &mut Buffer) {
    let words = &look.words.overview;
    let (with, all) = (detail.beside.entries.len(), detail.beside.regions);
    let place = own.map(|own| format!(" #{}", own.place)).unwrap_or_default();
    let among = fill(if own.is_some() { words.among } else { words.with_data }, with);
    let rest = if all > with { fill(words.of_all, all) } else { String::new() };
    // How many there are in all gives way first.
    let used = width(look.words.place) + width(&place) + width(&among);
    let rest = if used + width(&rest) <= line.width { rest } else { String::new() };
    let styles = &look.theme.figure;
    let pieces =
        [(look.words.place, styles.unit), (&place, styles.derived), (&among, styles.derived), (&rest, styles.aside)];
    put_all(buf, line.x, line.y, line.width, &pieces);
}

/// The columns of the bars.
struct Bars<'a> {
    /// Cells of a name.
    name: u16,
    /// Cells of a number.
    value: u16,
    /// Cells of the mark behind a number.
    mark: u16,
    /// Cells of a year.
    year: u16,
    unit: &'a str,
    /// What numbers are multiplied by to be in that unit.
    factor: f64,
    scale: Scale,
    /// The year that goes without saying.
    common: Option<u16>,
}

impl<'a> Bars<'a> {
    fn of(detail: &Detail, visible: &[RankEntry], unit: (&'a str, f64), look: &Look, cells: u16) -> Self {
        let entries = &detail.beside.entries;
        let (unit, factor) = unit;
        let average = detail.average.map(|_| width(&fill(look.words.overview.average_of, entries.len())));
        let mut bars = Self {
            name: visible.iter().map(|entry| width(look.region_short(entry.region))).chain(average).max().unwrap_or(0),
            value: detail.average.map_or(0, |average| width(&computed(average * factor))),
            mark: u16::from(visible.iter().any(|entry| !mark(entry.reading.doubt, entry.reading.review).is_empty())),
            year: 0,
            unit,
            factor,
            scale: Scale::of([], 0),
            common: None,
        };
        bars.name = bars.name.min(cells / 3).max(6);
        let values = visible.iter().map(|entry| bars.number(entry, look).least_width(look));
        bars.value = values.max().unwrap_or(0).max(bars.value);
        let chosen = entries.iter().find(|entry| entry.region == detail.region);
        bars.common = chosen.or(visible.first()).and_then(|entry| last_year(&entry.reading));
        let differs = visible.iter().any(|entry| last_year(&entry.reading) != bars.common);
        bars.year = if differs { 4 } else { 0 };
        let room = cells.saturating_sub(bars.name + bars.value + bars.mark + bars.year + 2);
        bars.scale = Scale::of(entries.iter().map(|entry| entry.value), room);
        bars
    }

    /// The number of an entry without the unit, which stands in the heading.
    fn number(&self, entry: &'a RankEntry, look: &Look) -> Written<'a> {
        let written = Written::in_unit(&entry.reading, Some(entry.value * self.factor), self.unit, look);
        Written { unit: "", ..written }
    }

    /// Where the numbers stand in a line.
    fn values(&self, line: Rect) -> Rect {
        let right = line.right().saturating_sub(self.mark + self.year);
        Rect { x: right.saturating_sub(self.value).max(line.x), width: self.value, ..line }.intersection(line)
    }

    fn draw(&self, entry: &'a RankEntry, lit: bool, look: &Look, line: Rect, buf: &mut Buffer) {
        let chart = &look.theme.chart;
        let (name, fill) = if lit { (chart.lit, chart.lit) } else { (look.theme.tree.region, chart.other) };
        put(buf, line.x, line.y, self.name, look.region_short(entry.region), name);
        self.scale.draw(buf, line.x + self.name + 1, line.y, entry.value, fill);
        let value = self.values(line);
        self.number(entry, look).put_right(buf, value.x, line.y, value.width, look);
        if let Some(year) = last_year(&entry.reading).filter(|year| Some(*year) != self.common) {
            let text = format!("'{:02}", year % 100);
            put_right(buf, line.x, line.y, line.width, &text, look.theme.figure.aside);
        }
    }

    /// The average of all entries as a thin bar: it is computed, and no region.
    fn draw_average(&self, average: f64, of: usize, look: &Look, line: Rect, buf: &mut Buffer) {
        let styles = &look.theme.figure;
        let full = fill(look.words.overview.average_of, of);
        let name = if width(&full) <= self.name { &*full } else { look.words.overview.average };
        put(buf, line.x, line.y, self.name, name, styles.derived);
        self.scale.draw_thin(buf, line.x + self.name + 1, line.y, average, look.theme.chart.average);
        let value = self.values(line);
        put_right(buf, value.x, line.y, value.width, &computed(average * self.factor), styles.derived);
    }
}

fn last_year(reading: &Reading) -> Option<u16> {
    reading.period.map(Period::last)
}
