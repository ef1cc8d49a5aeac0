//! Draws the table.

use ratatui::{
    buffer::Buffer,
    layout::{Margin, Position, Rect},
};

use super::{
    arrange::{Sort, time, value},
    columns::{Column, Columns},
    state::{Action, Line, State, row},
};
use crate::{
    model::{Dimension, Kind, Measure, RegionCode, Unit},
    query::{Group, Profile, Row},
    tui::{
        look::Look,
        widgets::{
            chart::{Base, sparkline},
            flow::Flow,
            frame::{Frame, inside, thumb},
            text::{put, put_right, width},
        },
        writing::{Written, label, period, put_place},
    },
};

/// Draws the metrics of a region into `area`.
pub(crate) fn draw(state: &State, profile: &Profile, focused: bool, look: &Look, area: Rect, buf: &mut Buffer) {
    let metrics: usize = profile.groups.iter().map(|group| group.rows.len()).sum();
    let units = look.units.examples().join(" ");
    let remark = if units.is_empty() { metrics.to_string() } else { format!("{units} · {metrics}") };
    let inner = frame(Some(profile.region), &remark, focused, look, area, buf);
    if inner.height < 2 {
        return;
    }
    let columns = columns(state, profile, look, inner);
    draw_header(&columns, state.sort, look, Rect { height: 1, ..inner }, buf);
    let body = body(inner);
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
                if let Some(group) = profile.groups.get(group) {
                    draw_heading(group, state.closed.contains(&group.category), look, line, buf);
                }
            }
            metric @ Line::Metric(..) => {
                if let Some(row) = row(profile, metric) {
                    draw_row(row, &columns, look, line, buf);
                }
            }
        }
    }
}

/// The columns of a table inside whose frame is `inner`; its last cell stays blank.
fn columns(state: &State, profile: &Profile, look: &Look, inner: Rect) -> Columns {
    let rows = profile.groups.iter().flat_map(|group| &group.rows);
    let growths = rows.filter_map(|row| Some(Written::shown(row.growth.as_ref()?, row.metric, look).least_width(look)));
    Columns::fit(inner.width.saturating_sub(1), &state.hidden, growths.max().unwrap_or(0), look.lang)
}

/// The area of the rows: below the names of the columns.
fn body(inner: Rect) -> Rect {
    Rect { y: inner.y.saturating_add(1), height: inner.height.saturating_sub(1), ..inner }
}

/// What a press at a place of the pane asks for: on the name of a column to sort by it, on that of a
/// category to open or close it.
pub(crate) fn press(state: &State, profile: Option<&Profile>, look: &Look, area: Rect, at: Position) -> Option<Action> {
    let inner = inside(area);
    let body = body(inner);
    if body.contains(at) {
        let line = state.scroll.offset + usize::from(at.y - body.y);
        return state.lines.get(line).map(|of| match of {
            Line::Heading(_) => Action::Toggle(line),
            Line::Metric(..) => Action::Choose(line),
        });
    }
    let header = Rect { height: 1, ..inner };
    let areas = columns(state, profile?, look, inner).areas(header);
    areas.into_iter().find(|(_, area)| area.contains(at)).map(|(column, _)| Action::SortBy(column))
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

/// The names of the columns; an arrow stands at that by which the rows are sorted.
fn draw_header(columns: &Columns, sort: Option<Sort>, look: &Look, line: Rect, buf: &mut Buffer) {
    let (words, style) = (look.words, look.theme.pane.header);
    for (column, area) in columns.areas(line).into_iter().filter(|(_, area)| !area.is_empty()) {
        let arrow = match sort.filter(|sort| sort.by == column) {
            Some(sort) if sort.reversed => "▴",
            Some(_) => "▾",
            None => "",
        };
        let word = match column {
            Column::Name => words.metric,
            Column::Value => words.value,
            Column::Growth => words.yoy,
            Column::Place => words.place,
            Column::Year => words.year,
            Column::Trend => words.course,
        };
        let text = format!("{word}{arrow}");
        let style = if arrow.is_empty() { style } else { look.theme.pane.title_focused };
        let gap = if column == Column::Place { columns.before_place() } else { 1 };
        match column {
            Column::Name => put(buf, area.x, line.y, area.width, &text, style),
            // Above the numbers, which end before their unit.
            Column::Value => put_right(buf, area.x, line.y, 1 + columns.number, &text, style),
            Column::Growth => put_right(buf, area.x, line.y, area.width, &text, style),
            Column::Place | Column::Year | Column::Trend => {
                put(buf, area.x + gap, line.y, area.width.saturating_sub(gap), &text, style)
            }
        };
    }
}

/// A category with how many metrics it has.
fn draw_heading(group: &Group, closed: bool, look: &Look, line: Rect, buf: &mut Buffer) {
    let mark = if closed { "▸" } else { "▾" };
    put(buf, line.x, line.y, 1, mark, look.theme.tree.branch);
    let room = line.width.saturating_sub(2);
    let used = put(buf, line.x + 2, line.y, room, look.category(&group.category), look.theme.pane.heading);
    let count = group.rows.len().to_string();
    put(buf, line.x + used + 3, line.y, room.saturating_sub(used + 1), &count, look.theme.pane.remark);
}

fn draw_row(row: &Row, columns: &Columns, look: &Look, line: Rect, buf: &mut Buffer) {
    let styles = &look.theme.figure;
    let y = line.y;
    // Blank cells before the column that is drawn: there begins what has no room in it, before it is cut.
    let mut blank = 0;
    for (column, area) in columns.areas(line).into_iter().filter(|(_, area)| !area.is_empty()) {
        let (x, room) = (area.x + 1, area.width - 1);
        match column {
            Column::Name => {
                let used = put(buf, area.x, y, area.width, &look.metric_in(row.metric, area.width), styles.metric);
                let more = if row.others.is_empty() { String::new() } else { format!(" +{}", row.others.len()) };
                let more = if used + width(&more) <= area.width {
                    put(buf, area.x + used, y, area.width - used, &more, styles.aside)
                } else {
                    0
                };
                blank = area.width - used - more;
            }
            Column::Value => {
                // Where there is no column for it, the growth stands for a value that is not told.
                let growth = || row.growth.as_ref().filter(|_| columns.growth == 0);
                let Some(value) = value(row).or_else(growth) else {
                    blank += 1 + area.width;
                    continue;
                };
                let mut written = Written::shown(value, row.metric, look);
                // What is no level says what it is.
                if row.level.is_none() && written.tag.is_empty() {
                    written.tag = label(value.measure, look.lang);
                }
                // A long unit goes on into the growth's cells where there is no growth.
                let unit = columns.unit + if row.growth.is_none() { columns.growth } else { 0 };
                let before = written.tagged_number().saturating_sub(columns.number).min(blank);
                written.put(buf, x - before, y, columns.number + before, unit, look);
                // The mark behind the unit has a cell.
                let used = written.unit_width(look) + width(written.mark);
                let beyond = (width(written.sign) + width(&written.number)).saturating_sub(columns.number + before);
                blank = (1 + columns.unit).saturating_sub(used + beyond);
            }
            Column::Growth => {
                let Some(growth) = &row.growth else { continue };
                let written = Written::shown(growth, row.metric, look);
                // The mark behind it stands in the blank before the next column.
                let last = u16::from(columns.place == 0 && !written.mark.is_empty());
                let cells = room - last;
                let beyond = |needs: u16| (needs + written.unit_width(look)).saturating_sub(cells);
                // What it is stands off from the value before it; a number that has no room does not.
                let number = beyond(width(written.sign) + width(&written.number)).min(blank);
                let before = beyond(written.tagged_number()).min(blank.saturating_sub(1)).max(number);
                written.put_right(buf, x - before, y, cells + before, look);
            }
            Column::Place => {
                let Some(rank) = &row.rank else { continue };
                let gap = columns.before_place();
                put_place(buf, area.x + gap, y, area.width - gap, rank, look);
            }
            Column::Year => _ = put(buf, x, y, room, &period(time(row)), styles.aside),
            Column::Trend => {
                let course = sparkline(&row.spark, room, base(row, look));
                put(buf, x, y, room, &course, look.theme.chart.spark);
            }
        }
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
