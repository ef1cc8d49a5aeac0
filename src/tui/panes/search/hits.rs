//! Draws the hits, or what was looked for before.

use ratatui::{buffer::Buffer, layout::Rect};

use super::state::State;
use crate::{
    query::{Hit, Target},
    tui::{
        look::Look,
        widgets::{
            frame::thumb,
            text::{put, put_lit, width},
        },
    },
};

/// Draws the list; while nothing is typed it has a heading in the row above.
pub(super) fn draw(state: &State, hits: &[Hit], look: &Look, list: Rect, buf: &mut Buffer) {
    let rows = state.rows(hits.len());
    let room = list.width.saturating_sub(1);
    if state.lists_recent() && rows > 0 {
        put(buf, list.x + 1, list.y - 1, room, look.words.finding.recent, look.theme.pane.heading);
    } else if rows == 0 && !state.lists_recent() {
        put(buf, list.x + 1, list.y, room, look.words.nothing_found, look.theme.pane.empty);
    }
    let window = state.scroll.window(rows, usize::from(list.height));
    thumb(look.theme, list, window.start, rows, buf);
    for (y, place) in (list.y..list.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..list };
        if place == state.scroll.cursor {
            buf.set_style(line, look.theme.pane.cursor);
        }
        if state.lists_recent() {
            put(buf, line.x + 3, y, line.width.saturating_sub(3), &state.recent[place], look.theme.search.input);
        } else {
            draw_hit(&hits[place], state.input.value(), look, line, buf);
        }
    }
}

fn draw_hit(hit: &Hit, typed: &str, look: &Look, line: Rect, buf: &mut Buffer) {
    let words = look.words;
    let category = |metric| look.category(look.atlas.metric(metric).map_or("", |known| &known.category));
    let (kind, names, beside) = match hit.target {
        Target::Metric(metric) => (words.metric, vec![look.metric(metric)], category(metric)),
        Target::Region(region) => (words.region, vec![look.region(region)], look.parent(region)),
        Target::Pair(region, metric) => (words.finding.figure, vec![look.region(region), look.metric(metric)], ""),
    };
    let styles = &look.theme.search;
    let (right, y) = (line.right(), line.y);
    let mut x = line.x + 1;
    put(buf, x, y, line.width.saturating_sub(1), kind, styles.kind);
    x += [words.metric, words.region, words.finding.figure].map(width).into_iter().max().unwrap_or(0) + 2;
    // Names and what they belong to, and behind them what matched, where it was neither.
    let mut elsewhere = Vec::new();
    let mut shown = Vec::new();
    for (name, found) in names.into_iter().zip(&hit.names) {
        let matched = found.via.as_deref().unwrap_or(&found.text);
        let in_latin = || typed.split_whitespace().find_map(|word| beginning(name, word));
        let lit = if name == matched { Some(found.matched.clone()) } else { in_latin() };
        if lit.is_none() {
            elsewhere.push((matched, found.matched.clone(), look.theme.figure.unit));
        }
        shown.push((name, lit.unwrap_or_default(), look.theme.figure.metric));
    }
    if !beside.is_empty() {
        let matched = elsewhere.iter().position(|(text, ..)| *text == beside);
        let lit = matched.map_or_else(Vec::new, |at| elsewhere.remove(at).1);
        shown.push((beside, lit, styles.kind));
    }
    for (text, lit, style) in shown.into_iter().chain(elsewhere) {
        x += put_lit(buf, x, y, right.saturating_sub(x), text, &lit, (style, styles.matched)) + 2;
    }
}

/// Places of the characters of a word at the beginning of a name in Latin letters.
fn beginning(name: &str, word: &str) -> Option<Vec<usize>> {
    let begins = name.get(..word.len())?.eq_ignore_ascii_case(word) && word.is_ascii();
    begins.then(|| (0..word.len()).collect())
}
