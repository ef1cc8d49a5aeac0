//! Draws what the chosen hit leads to.

use ratatui::{buffer::Buffer, layout::Rect};

use super::ask::{MetricPreview, PairPreview, Preview};
use crate::{
    index::MetricId,
    model::RegionCode,
    query::{Profile, RankEntry, Ranking, Reading},
    tui::{
        look::Look,
        widgets::{
            bar::Scale,
            chart::{columns, has_course},
            flow::Flow,
            text::{put, put_all, put_right, width},
        },
        writing::{Written, is_place, period, place_width, put_place},
    },
};

/// So many other names of a metric are told; its figures are to be in sight below them.
const ALIASES: usize = 6;

/// Rows of the columns of a series, and of the years below them.
const COURSE: u16 = 4;

/// Draws what the chosen hit leads to into `area`.
pub(super) fn draw(preview: &Preview, look: &Look, area: Rect, buf: &mut Buffer) {
    match preview {
        Preview::Metric(preview) => draw_metric(preview, look, area, buf),
        Preview::Region(profile) => draw_region(profile, look, area, buf),
        Preview::Pair(preview) => draw_pair(preview, look, area, buf),
    }
}

fn draw_metric(preview: &MetricPreview, look: &Look, area: Rect, buf: &mut Buffer) {
    let mut flow = Flow::new(area);
    flow.put(buf, look.metric(preview.metric), look.theme.top.region);
    flow.end_line();
    if let Some(known) = look.atlas.metric(preview.metric) {
        let other = look.lang.pick(&known.en, &known.zh);
        flow.put(buf, &format!("{other} · {}", about(preview.metric, look)), look.theme.figure.unit);
        flow.end_line();
        if !known.aliases.is_empty() {
            let colon = look.lang.pick("：", ": ");
            let told = &known.aliases[..known.aliases.len().min(ALIASES)];
            let more = if told.len() < known.aliases.len() { "…" } else { "" };
            let aliases = format!("{}{colon}{}{more}", look.words.aliases, told.join("、"));
            flow.put(buf, &aliases, look.theme.figure.aside);
            flow.end_line();
        }
    }
    let (words, figures) = (look.words, look.atlas.metric_figures(preview.metric));
    let years = preview.years.map_or_else(String::new, |(first, last)| {
        if first == last { format!(" · {first}") } else { format!(" · {first}–{last}") }
    });
    let counts = format!("{} {} · {figures} {}{years}", preview.regions, words.finding.regions, words.figures);
    flow.put(buf, &counts, look.theme.figure.aside);
    let rest = below(area, flow.lines() + 1);
    draw_entries(&preview.ranking.entries, None, &preview.ranking.unit, look, rest, buf);
}

fn draw_region(profile: &Profile, look: &Look, area: Rect, buf: &mut Buffer) {
    let region = profile.region;
    let mut flow = Flow::new(area);
    flow.put(buf, &lineage(region, look), look.theme.top.region);
    flow.end_line();
    let of = look.atlas.gazetteer().get(region);
    let mut former: Vec<_> = of.iter().flat_map(|region| &region.former).map(|former| former.name.as_str()).collect();
    former.retain(|name| of.is_none_or(|of| of.name != *name));
    let former = former.join("、");
    let former = if former.is_empty() { former } else { format!(" · {} {former}", look.words.former) };
    flow.put(buf, &format!("{region}{former}"), look.theme.figure.aside);
    flow.end_line();
    let rows = || profile.groups.iter().flat_map(|group| &group.rows);
    if rows().next().is_none() {
        let rest = below(area, flow.lines() + 1);
        put(buf, rest.x, rest.y, rest.width, look.words.no_figures, look.theme.pane.empty);
        return;
    }
    let figures: usize = look.atlas.region_series(region).map(|(_, figures)| figures.len()).sum();
    let words = look.words;
    let counts = format!("{} {} · {figures} {}", rows().count(), words.finding.metrics, words.figures);
    flow.put(buf, &counts, look.theme.figure.aside);
    let rest = below(area, flow.lines() + 1);
    let rows = rows().filter_map(|row| Some((row, row.level.as_ref()?)));
    for (y, (row, level)) in (rest.y..rest.bottom()).zip(rows) {
        let value = Written::of(level, look).put_right(buf, rest.x, y, rest.width.saturating_sub(1), look);
        let room = rest.width.saturating_sub(value + 2);
        put(buf, rest.x, y, room, &look.metric_in(row.metric, room), look.theme.figure.unit);
    }
}

fn draw_pair(preview: &PairPreview, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = look.words;
    let mut flow = Flow::new(area);
    flow.put(buf, look.metric(preview.metric), look.theme.top.region);
    flow.end_line();
    flow.put(buf, &lineage(preview.region, look), look.theme.figure.unit);
    flow.end_line();
    flow.put(buf, &about(preview.metric, look), look.theme.figure.aside);
    let mut rest = below(area, flow.lines() + 1);
    let Some(row) = &preview.row else {
        put(buf, rest.x, rest.y, rest.width, words.finding.lacks, look.theme.pane.empty);
        return draw_beside(preview, look, below(rest, 2), buf);
    };
    let told = [(words.value, &row.level), (words.yoy, &row.growth), (words.place, &row.rank)];
    for (label, reading) in told.into_iter().filter_map(|(label, reading)| Some((label, reading.as_ref()?))) {
        draw_reading(label, reading, look, Rect { height: rest.height.min(1), ..rest }, buf);
        rest = below(rest, 1);
    }
    let values: Vec<_> = preview.years.iter().map(|(_, value)| *value).collect();
    if has_course(values.iter().copied()) && rest.height > 2 * COURSE {
        let chart = Rect { y: rest.y + 1, height: COURSE - 1, ..rest };
        let (shown, pitch) = columns(buf, chart, &values, look.theme.chart.series);
        let (first, last) = (preview.years[values.len() - shown].0, preview.years[values.len() - 1].0);
        let (y, room) = (chart.bottom(), (shown as u16 * pitch).max(9).min(rest.width));
        put(buf, rest.x, y, room, &first.to_string(), look.theme.chart.label);
        put_right(buf, rest.x, y, room, &last.to_string(), look.theme.chart.label);
        rest = below(rest, COURSE + 1);
    }
    draw_beside(preview, look, below(rest, 1), buf);
}

/// What a reading tells, with its time at the right end.
fn draw_reading(label: &str, reading: &Reading, look: &Look, line: Rect, buf: &mut Buffer) {
    if line.is_empty() {
        return;
    }
    let time = period(reading.period);
    let used = put_right(buf, line.x, line.y, line.width, &time, look.theme.figure.aside).max(4);
    put(buf, line.x, line.y, line.width, label, look.theme.figure.unit);
    let (x, room) = (line.x + width(label) + 2, line.width.saturating_sub(width(label) + used + 4));
    if is_place(reading.measure) {
        let cells = place_width(reading, look).min(room);
        put_place(buf, x + room - cells, line.y, cells, reading, look);
    } else {
        Written::of(reading, look).put_right(buf, x, line.y, room, look);
    }
}

/// The place among the regions beside it, and these as bars, the region lit.
fn draw_beside(preview: &PairPreview, look: &Look, area: Rect, buf: &mut Buffer) {
    let Ranking { unit, entries, .. } = &preview.beside;
    if area.height < 2 || entries.len() < 2 {
        return;
    }
    let parent = look.parent(preview.region);
    let parent = if parent.is_empty() { look.words.whole_country } else { parent };
    let chosen = entries.iter().find(|entry| entry.region == preview.region);
    let heading = format!("{} ", look.words.beside);
    let group = format!("{parent} ");
    let place = chosen.map_or_else(String::new, |entry| format!("#{}/{}", entry.place, entries.len()));
    let (styles, figure) = (&look.theme.pane, &look.theme.figure);
    let pieces = [(heading.as_str(), styles.heading), (&group, figure.aside), (&place, figure.derived)];
    put_all(buf, area.x, area.y, area.width, &pieces);
    draw_entries(entries, Some(preview.region), unit, look, below(area, 1), buf);
}

/// Regions with bars, those around the lit one.
fn draw_entries(entries: &[RankEntry], lit: Option<RegionCode>, unit: &str, look: &Look, area: Rect, buf: &mut Buffer) {
    let rows = usize::from(area.height).min(entries.len());
    let chosen = entries.iter().position(|entry| Some(entry.region) == lit).unwrap_or(0);
    let first = chosen.saturating_sub(rows / 2).min(entries.len() - rows);
    let visible = &entries[first..first + rows];
    let name =
        visible.iter().map(|entry| width(look.region_short(entry.region))).max().unwrap_or(0).min(area.width / 2);
    let written: Vec<_> =
        visible.iter().map(|entry| Written::in_unit(&entry.reading, Some(entry.value), unit, look)).collect();
    // One scale for all: the bars end before the widest value and the mark of a doubt behind it.
    let value = written.iter().map(Written::width).max().unwrap_or(0);
    let room = area.width.saturating_sub(name + value + 3);
    let scale = Scale::of(entries.iter().map(|entry| entry.value), room);
    let chart = &look.theme.chart;
    for ((y, entry), written) in (area.y..area.bottom()).zip(visible).zip(&written) {
        let is_lit = Some(entry.region) == lit;
        let (text, fill) = if is_lit { (chart.lit, chart.lit) } else { (look.theme.tree.region, chart.other) };
        put(buf, area.x, y, name, look.region_short(entry.region), text);
        // Before the number stands the bar.
        let written = Written { tag: "", ..written.clone() };
        written.put_right(buf, area.x + name, y, area.width.saturating_sub(name + 1), look);
        scale.draw(buf, area.x + name + 1, y, entry.value, fill);
    }
}

/// The regions above one and itself.
fn lineage(region: RegionCode, look: &Look) -> String {
    let lineage: Vec<_> = look.atlas.gazetteer().lineage(region).map(|above| look.region_short(above.code)).collect();
    lineage.into_iter().rev().collect::<Vec<_>>().join(" › ")
}

/// Category and unit of a metric of the catalogue.
fn about(metric: MetricId, look: &Look) -> String {
    let known = look.atlas.metric(metric);
    known.map_or_else(String::new, |known| format!("{} · {}", look.category(&known.category), known.unit))
}

/// What is left of an area below so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
