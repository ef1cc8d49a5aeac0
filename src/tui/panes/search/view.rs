//! Draws the search: the line typed, the hits, and what the chosen one leads to.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::state::{Preview, Purpose, State};
use crate::{
    query::{Hit, Profile, RankEntry, Target},
    tui::{
        look::Look,
        widgets::{
            bar::bar,
            flow::Flow,
            frame::{Frame, clear, inside, thumb},
            text::{put, put_all, put_lit, width},
        },
        writing::Written,
    },
};

/// Cells of the window from which the preview has room beside the hits.
const WITH_PREVIEW: u16 = 74;
/// So many other names of a metric are told; its figures are to be in sight below them.
const ALIASES: usize = 6;
/// Rows above the hits: the line typed and a blank one.
pub(super) const ABOVE: u16 = 2;

/// What the window shows.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    pub(crate) hits: &'a [Hit],
    pub(crate) preview: Option<&'a Preview>,
}

/// Draws the window into `area`; returns where the cursor of the terminal stands.
pub(crate) fn draw(state: &State, found: &Found, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
    clear(look.theme, area, buf);
    let count = found.hits.len().to_string();
    let remark = if state.input.value().is_empty() { "" } else { &count };
    let inner = Frame { title: title(state, look), remark, focused: true }.draw(look.theme, area, buf);
    if inner.is_empty() {
        return None;
    }
    let cursor = draw_input(state, look, Rect { height: 1, ..inner }, buf);
    let (list, side) = hits_of(inner);
    if list.is_empty() {
        return Some(cursor);
    }
    draw_hits(state, found.hits, look, list, buf);
    if let (Some(side), Some(preview)) = (side, found.preview) {
        for y in side.top()..side.bottom() {
            put(buf, side.x - 1, y, 1, "│", look.theme.pane.border);
        }
        draw_preview(preview, look, Rect { x: side.x + 1, width: side.width - 1, ..side }, buf);
    }
    Some(cursor)
}

/// The hit at a place of the window, from 0.
pub(crate) fn press(state: &State, hits: usize, area: Rect, at: Position) -> Option<usize> {
    let list = hits_of(inside(area)).0;
    let hit = state.scroll.offset + usize::from(at.y.checked_sub(list.y)?);
    (list.contains(at) && hit < hits).then_some(hit)
}

/// The area of the hits, and that of the preview where there is room for it.
fn hits_of(inner: Rect) -> (Rect, Option<Rect>) {
    let below = Rect { y: inner.y + ABOVE, height: inner.height.saturating_sub(ABOVE), ..inner };
    if inner.width < WITH_PREVIEW {
        return (below, None);
    }
    let list = Rect { width: below.width * 55 / 100, ..below };
    (list, Some(Rect { x: list.right() + 1, width: below.width - list.width - 2, ..below }))
}

const fn title(state: &State, look: &Look) -> &'static str {
    match state.purpose {
        Purpose::Go => look.words.search,
        Purpose::PutBeside => look.words.compare.add,
    }
}

/// Rows for hits in a window of `height`.
pub(crate) const fn rows(height: u16) -> usize {
    height.saturating_sub(2 + ABOVE) as usize
}

fn draw_input(state: &State, look: &Look, line: Rect, buf: &mut Buffer) -> Position {
    let styles = &look.theme.search;
    let used = put(buf, line.x + 1, line.y, line.width.saturating_sub(1), "/ ", styles.prompt);
    let (x, room) = (line.x + 1 + used, line.width.saturating_sub(2 + used));
    if state.input.value().is_empty() {
        let hint = match state.purpose {
            Purpose::Go => look.words.search_hint,
            Purpose::PutBeside => look.words.compare.add_hint,
        };
        put(buf, x, line.y, room, hint, look.theme.pane.empty);
    }
    state.input.draw(Rect { x, width: room, ..line }, styles.input, buf)
}

fn draw_hits(state: &State, hits: &[Hit], look: &Look, list: Rect, buf: &mut Buffer) {
    if hits.is_empty() && !state.input.value().is_empty() {
        put(buf, list.x + 1, list.y, list.width.saturating_sub(1), look.words.nothing_found, look.theme.pane.empty);
    }
    let window = state.scroll.window(hits.len(), usize::from(list.height));
    thumb(look.theme, list, window.start, hits.len(), buf);
    for (y, place) in (list.y..list.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..list };
        if place == state.scroll.cursor {
            buf.set_style(line, look.theme.pane.cursor);
        }
        draw_hit(&hits[place], look, line, buf);
    }
}

fn draw_hit(hit: &Hit, look: &Look, line: Rect, buf: &mut Buffer) {
    let category = |metric| look.category(look.atlas.metric(metric).map_or("", |known| &known.category));
    let (kind, names, beside) = match hit.target {
        Target::Metric(metric) => (look.words.metric, vec![look.metric(metric)], category(metric)),
        Target::Region(region) => (look.words.region, vec![look.region(region)], look.parent(region)),
        Target::Pair(region, metric) => (look.words.figures, vec![look.region(region), look.metric(metric)], ""),
    };
    let styles = &look.theme.search;
    let (right, y) = (line.right(), line.y);
    let mut x = line.x + 1;
    put(buf, x, y, line.width.saturating_sub(1), kind, styles.kind);
    x += width(look.words.metric).max(width(look.words.region)) + 2;
    // Names and what they belong to, and behind them what matched, where it was neither.
    let shown: Vec<_> =
        names.iter().map(|name| (*name, look.theme.figure.metric)).chain([(beside, styles.kind)]).collect();
    let found = || hit.names.iter().map(|name| (name.via.as_deref().unwrap_or(&name.text), name.matched.as_slice()));
    let elsewhere = found().filter(|(text, _)| shown.iter().all(|(shown, _)| shown != text));
    let elsewhere = elsewhere.map(|(text, _)| (text, look.theme.figure.unit));
    for (text, style) in shown.iter().copied().filter(|(text, _)| !text.is_empty()).chain(elsewhere) {
        let lit = found().find(|(found, _)| *found == text).map_or(&[][..], |(_, lit)| lit);
        x += put_lit(buf, x, y, right.saturating_sub(x), text, lit, (style, styles.matched)) + 2;
    }
}

fn draw_preview(preview: &Preview, look: &Look, area: Rect, buf: &mut Buffer) {
    match preview {
        Preview::Metric { metric, unit, leaders } => {
            let mut flow = Flow::new(area);
            flow.put(buf, look.metric(*metric), look.theme.top.region);
            flow.end_line();
            if let Some(known) = look.atlas.metric(*metric) {
                let other = look.lang.pick(&known.en, &known.zh);
                let about = format!("{other} · {} · {}", look.category(&known.category), known.unit);
                flow.put(buf, &about, look.theme.figure.unit);
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
            let count = format!("{} {}", look.atlas.metric_figures(*metric), look.words.figures);
            flow.put(buf, &count, look.theme.figure.aside);
            let used = flow.lines() + 1;
            let rest = Rect { y: area.y.saturating_add(used), height: area.height.saturating_sub(used), ..area };
            draw_leaders(leaders, unit, look, rest, buf);
        }
        Preview::Region { region, profile } => draw_region(*region, profile, look, area, buf),
    }
}

fn draw_leaders(leaders: &[RankEntry], unit: &str, look: &Look, area: Rect, buf: &mut Buffer) {
    let most = leaders.iter().map(|entry| entry.value.abs()).fold(0.0, f64::max);
    let name = leaders.iter().map(|entry| width(look.region_short(entry.region))).max().unwrap_or(0).min(12);
    let written: Vec<_> =
        leaders.iter().map(|entry| Written::in_unit(&entry.reading, Some(entry.value), unit, look)).collect();
    // One scale for all: the bars end before the widest value.
    let value = written.iter().map(Written::width).max().unwrap_or(0);
    let room = area.width.saturating_sub(name + value + 2);
    for ((y, entry), written) in (area.y..area.bottom()).zip(leaders).zip(&written) {
        put(buf, area.x, y, name, look.region_short(entry.region), look.theme.tree.region);
        written.put_right(buf, area.x + name, y, area.width.saturating_sub(name), look);
        bar(buf, area.x + name + 1, y, room, entry.value / most, look.theme.chart.other);
    }
}

fn draw_region(region: crate::model::RegionCode, profile: &Profile, look: &Look, area: Rect, buf: &mut Buffer) {
    let gazetteer = look.atlas.gazetteer();
    let mut flow = Flow::new(area);
    let lineage: Vec<_> = gazetteer.lineage(region).map(|region| region.name.as_str()).collect();
    let lineage = lineage.into_iter().rev().collect::<Vec<_>>().join(" › ");
    flow.put(buf, &lineage, look.theme.top.region);
    flow.end_line();
    let code = format!("{region}");
    flow.put(buf, &code, look.theme.figure.aside);
    let former: Vec<_> =
        gazetteer.get(region).iter().flat_map(|region| &region.former).map(|former| former.name.as_str()).collect();
    if !former.is_empty() {
        flow.put(buf, &format!(" · {} {}", look.words.former, former.join("、")), look.theme.figure.aside);
    }
    let used = flow.lines() + 1;
    let rest = Rect { y: area.y.saturating_add(used), height: area.height.saturating_sub(used), ..area };
    if profile.groups.is_empty() {
        put(
            buf,
            rest.x,
            rest.y,
            if rest.is_empty() { 0 } else { rest.width },
            look.words.no_figures,
            look.theme.pane.empty,
        );
        return;
    }
    let rows = profile.groups.iter().flat_map(|group| &group.rows).filter_map(|row| Some((row, row.level.as_ref()?)));
    for (y, (row, level)) in (rest.y..rest.bottom()).zip(rows) {
        let value = Written::of(level, look).put_right(buf, rest.x, y, rest.width, look);
        let room = rest.width.saturating_sub(value + 1);
        put_all(buf, rest.x, y, room, &[(look.metric(row.metric), look.theme.figure.unit)]);
    }
}
