//! Draws the table.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Rect},
};

use super::{
    columns::{Columns, INDENT, NUMBER},
    state::{Line, State, row},
};
use crate::{
    model::{Dimension, Kind, Measure, RegionCode, Unit},
    query::{Profile, Row},
    tui::{
        look::Look,
        widgets::{
            chart::{Base, sparkline},
            flow::Flow,
            frame::{Frame, thumb},
            text::{put, put_right, width},
        },
        writing::{Written, is_place, period, put_place},
    },
};

/// Draws the metrics of a region into `area`.
pub(crate) fn draw(state: &State, profile: &Profile, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let metrics: usize = profile.groups.iter().map(|group| group.rows.len()).sum();
    let inner = frame(Some(profile.region), &metrics.to_string(), focused, look, area, buf);
    if inner.height < 2 {
        return;
    }
    let columns = Columns::fit(inner.width.saturating_sub(1), look.lang);
    draw_header(&columns, look, Rect { height: 1, ..inner }, buf);
    let body = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    let window = state.scroll.window(state.lines.len(), usize::from(body.height));
    thumb(look.theme, body, window.start, state.lines.len(), buf);
    for (y, place) in (body.y..body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..body };
        if place == state.scroll.cursor {
            let style = if focused { look.theme.pane.cursor } else { look.theme.pane.cursor_idle };
            buf.set_style(line, style);
        }
        match state.lines[place] {
            Line::Heading(group) => {
                let category = profile.groups.get(group).map_or("", |group| &group.category);
                put(buf, line.x + 1, y, line.width.saturating_sub(1), look.category(category), look.theme.pane.heading);
            }
            metric @ Line::Metric(..) => {
                if let Some(row) = row(profile, metric) {
                    draw_row(row, &columns, look, line, buf);
                }
            }
        }
    }
}

/// Says why there is nothing to show.
pub(crate) fn draw_empty(
    region: Option<RegionCode>,
    sentence: &str,
    focused: bool,
    look: &Look,
    area: Rect,
    buf: &mut Buffer,
) {
    let inner = frame(region, "", focused, look, area, buf);
    Flow::new(inner.inner(Margin::new(1, 1))).put(buf, sentence, look.theme.pane.empty);
}

fn frame(region: Option<RegionCode>, remark: &str, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) -> Rect {
    let title = match region {
        Some(region) => format!("{} · {}", look.words.metrics, look.region(region)),
        None => look.words.metrics.to_owned(),
    };
    Frame { title: &title, remark, focused }.draw(look.theme, area, buf)
}

fn draw_header(columns: &Columns, look: &Look, line: Rect, buf: &mut Buffer) {
    let (words, style) = (look.words, look.theme.pane.header);
    let mut x = line.x + INDENT;
    put(buf, x, line.y, columns.name, words.metric, style);
    x += columns.name + 1;
    put_right(buf, x, line.y, NUMBER, words.value, style);
    x += NUMBER + columns.unit;
    put_right(buf, x, line.y, columns.growth, words.yoy, style);
    x += columns.growth;
    let gap = columns.before_place();
    put(buf, x + gap, line.y, columns.place.saturating_sub(gap), words.place, style);
    x += columns.place;
    put(buf, x + 1, line.y, columns.year.saturating_sub(1), words.year, style);
    x += columns.year;
    put(buf, x + 1, line.y, columns.spark.saturating_sub(1), words.course, style);
}

fn draw_row(row: &Row, columns: &Columns, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.figure;
    let y = line.y;
    let mut x = line.x + INDENT;
    let name = put(buf, x, y, columns.name, look.metric(row.metric), styles.metric);
    if !row.others.is_empty() {
        let more = format!(" +{}", row.others.len());
        if name + width(&more) <= columns.name {
            put(buf, x + name, y, columns.name - name, &more, styles.aside);
        }
    }
    x += columns.name + 1;

    // A row that has neither level nor growth shows the first of its other figures, and says what it is.
    let mut others = row.others.iter().filter(|other| row.rank.is_none() || !is_place(other.measure));
    let other = others.next().filter(|_| row.growth.is_none());
    // A long unit goes on into the growth's cells where there is no growth.
    let unit = columns.unit + if row.growth.is_none() { columns.growth } else { 0 };
    if let Some(level) = &row.level {
        Written::of(level, look).put(buf, x, y, NUMBER, unit, look);
    } else if let Some(other) = other {
        let mut written = Written::of(other, look);
        if written.tag.is_empty() {
            written.tag = other.measure.label(look.lang);
        }
        written.put(buf, x, y, NUMBER, unit, look);
    }
    x += NUMBER + columns.unit;

    if let Some(growth) = row.growth.as_ref().filter(|_| columns.growth > 0) {
        // The mark of a doubt stands in the blank before the next column.
        let last = u16::from(columns.place == 0 && !growth.doubt.is_empty());
        Written::of(growth, look).put_right(buf, x + 1, y, columns.growth - 1 - last, look);
    }
    x += columns.growth;
    if let Some(rank) = row.rank.as_ref().filter(|_| columns.place > 0) {
        let gap = columns.before_place();
        put_place(buf, x + gap, y, columns.place - gap, rank, look);
    }
    x += columns.place;
    if columns.year > 0 {
        let shown = row.level.as_ref().or(row.growth.as_ref()).or(other).or(row.rank.as_ref());
        let year = period(shown.and_then(|reading| reading.period));
        put(buf, x + 1, y, columns.year - 1, &year, styles.aside);
    }
    x += columns.year;
    if columns.spark > 0 {
        let course = sparkline(&row.spark, columns.spark - 1, base(row, look));
        put(buf, x + 1, y, columns.spark - 1, &course, look.theme.chart.spark);
    }
}

/// Where the heights of a sparkline begin: growth and proportions are no amounts.
fn base(row: &Row, look: &Look) -> Base {
    let unit = row.level.as_ref().map_or("", |level| &level.unit);
    let is_ratio = match look.atlas.metric(row.metric) {
        Some(metric) => metric.kind == Kind::Ratio,
        None => Unit::parse(unit).dimension == Dimension::Percent,
    };
    if row.spark_measure == Measure::Growth || is_ratio { Base::Least } else { Base::Zero }
}
