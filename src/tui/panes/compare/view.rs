//! Draws regions side by side.

mod cells;
mod header;
mod press;

pub(crate) use press::press;

use std::borrow::Cow;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    columns::Columns,
    derived::InUnit,
    lines::{Line, Shared},
    state::State,
};
use crate::{
    model::Measure,
    query::{Align, Comparison, ComparisonRow, Order},
    tui::{
        look::Look,
        units::unit_in,
        widgets::{
            frame::{Frame, thumb},
            text::{put, put_all, width},
        },
        writing::{is_place, label},
    },
};

/// Rows above the comparison: names of the regions and of those above them.
const HEADER: u16 = 2;

/// Cells for columns in a pane of `width`, and rows for lines in one of `height`.
pub(crate) const fn room(width: u16, height: u16) -> (u16, usize) {
    (width.saturating_sub(3), height.saturating_sub(2 + HEADER) as usize)
}

/// Draws the comparison into `area`.
pub(crate) fn draw(state: &State, comparison: Option<&Comparison>, look: &Look, area: Rect, buf: &mut Buffer) {
    let words = &look.words.compare;
    let remark = comparison.map(|comparison| remark(state, comparison, look)).unwrap_or_default();
    let frame = Frame { title: look.words.views.compare, remark: &remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    let Some(comparison) = comparison.filter(|_| !inner.is_empty()) else { return };
    let table = Table::new(state, comparison, look, inner);
    table.draw_header(buf);
    if comparison.rows.is_empty() {
        let why = if state.common_only { words.nothing_common } else { look.words.no_figures };
        put(buf, inner.x + 1, inner.y + inner.height / 2, inner.width.saturating_sub(1), why, look.theme.pane.empty);
        return;
    }
    let window = state.scroll.window(state.lines.len(), usize::from(table.body.height));
    thumb(look.theme, table.body, window.start, state.lines.len(), buf);
    let mut above = None;
    for (y, place) in (table.body.y..table.body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..table.body };
        above = table.draw_line(place, above, line, buf);
    }
}

/// How the rows were asked for, and how many metrics there are.
fn remark(state: &State, comparison: &Comparison, look: &Look) -> String {
    let words = &look.words.compare;
    let order = if state.order == Order::Gap { words.by_gap } else { words.by_shared };
    let align = if state.align == Align::Latest { words.latest_each } else { words.same_year };
    let common = if state.common_only { words.only_common } else { "" };
    let metrics = comparison.rows.chunk_by(|a, b| a.metric == b.metric).count().to_string();
    let parts = [order, align, common, &metrics];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The comparison with all that is needed to draw its lines.
struct Table<'a> {
    state: &'a State,
    comparison: &'a Comparison,
    look: &'a Look<'a>,
    columns: Columns,
    header: Rect,
    body: Rect,
}

impl<'a> Table<'a> {
    fn new(state: &'a State, comparison: &'a Comparison, look: &'a Look<'a>, inner: Rect) -> Self {
        let columns = state.columns(inner.width.saturating_sub(1), comparison.regions.len(), look.lang);
        let header = Rect { height: inner.height.min(HEADER), ..inner };
        let body = Rect { y: header.bottom(), height: inner.height - header.height, ..inner };
        Self { state, comparison, look, columns, header, body }
    }

    /// The visible columns with their areas in a line.
    fn cells(&self, line: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let left = line.x + self.columns.name + self.columns.unit;
        let visible = self.columns.visible(self.state.first_column);
        visible
            .into_iter()
            .map(move |(column, at, width)| (column, Rect { x: left + at, width, ..line }.intersection(line)))
    }

    /// Draws the line at `place` of the list; `above` is the row above it, this one's is returned.
    fn draw_line<'r>(
        &'r self,
        place: usize,
        above: Option<&'r ComparisonRow>,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<&'r ComparisonRow> {
        let words = &self.look.words.compare;
        match self.state.lines[place] {
            Line::Category(row, shared) => {
                let category = self.look.category(&self.comparison.rows[row].category);
                self.draw_heading(category, shared.map_or("", |shared| have(shared, self.look)), line, buf);
                self.draw_axis(line, buf);
                None
            }
            Line::NoGap => {
                self.draw_heading(words.no_gap, "", line, buf);
                self.draw_axis(line, buf);
                None
            }
            Line::Row(row) => {
                let row = &self.comparison.rows[row];
                let cursor = place == self.state.scroll.cursor;
                if cursor {
                    buf.set_style(line, self.look.theme.pane.cursor_idle);
                }
                self.draw_axis(line, buf);
                self.draw_name(row, above.is_some_and(|above| above.metric == row.metric), line, buf);
                self.draw_cells(row, cursor, line, buf);
                Some(row)
            }
        }
    }

    fn draw_heading(&self, name: &str, remark: &str, line: Rect, buf: &mut Buffer) {
        let pane = &self.look.theme.pane;
        let pieces = [(name, pane.heading), ("  ", pane.remark), (remark, pane.remark)];
        put_all(buf, line.x + 1, line.y, (self.columns.name + self.columns.unit).saturating_sub(1), &pieces);
    }

    /// The metric and what the row tells of it; the metric is not repeated below itself, and recedes where
    /// only one region has it.
    fn draw_name(&self, row: &ComparisonRow, repeated: bool, line: Rect, buf: &mut Buffer) {
        let look = self.look;
        let styles = &look.theme.figure;
        let room = self.columns.name.saturating_sub(2);
        let told = row.measure != Measure::Level || repeated;
        let label = if told { label(row.measure, look.lang) } else { "" };
        // A name may be cut; a growth that is not called one would be read as the value itself.
        let name_room = room.saturating_sub(if told { width(label) + 1 } else { 0 });
        let name = if repeated { Cow::default() } else { look.metric_in(row.metric, name_room) };
        let style = if row.width() > 1 { styles.metric } else { styles.unit };
        let used = put(buf, line.x + 2, line.y, name_room, &name, style) + if repeated { 2 } else { 1 };
        if told {
            let scope = common_scope(row).map(|scope| format!(" {scope}")).unwrap_or_default();
            let pieces = [(label, styles.unit), (&scope, styles.aside)];
            put_all(buf, line.x + 2 + used, line.y, room.saturating_sub(used), &pieces);
        }
        // What a place is counted in goes without saying.
        if !is_place(row.measure) {
            let room = self.columns.unit - 1;
            let unit = unit_in(InUnit::of(row, look).unit, room, look.lang);
            put(buf, line.x + self.columns.name + 1, line.y, room, unit, styles.unit);
        }
    }
}

/// How many of the regions have a metric, in words.
fn have(shared: Shared, look: &Look) -> &'static str {
    let words = &look.words.compare;
    match shared {
        Shared::All => words.all_have,
        Shared::Some => words.some_have,
        Shared::Alone => words.alone,
    }
}

/// The scope of places or shares, where all cells have the same.
fn common_scope(row: &ComparisonRow) -> Option<&str> {
    let mut scopes = row.cells.iter().flatten().map(|cell| cell.reading.scope.as_deref());
    let first = scopes.next()??;
    scopes.all(|scope| scope == Some(first)).then_some(first)
}
