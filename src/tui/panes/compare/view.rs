//! Draws regions side by side.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    columns::{Columns, NUMBER, UNIT, YEAR},
    state::{Line, Shared, State, has_bars},
};
use crate::{
    model::{Measure, Polarity, Status},
    query::{Comparison, ComparisonRow},
    tui::{
        look::Look,
        widgets::{
            bar::bar,
            frame::{Frame, thumb},
            text::{put, put_right, width},
        },
        writing::{Written, computed, is_place, label},
    },
};

/// Rows above the comparison: names of the regions and of those above them.
pub(super) const HEADER: u16 = 2;

/// Cells for columns in a pane of `width`, and rows for lines in one of `height`.
pub(crate) const fn room(width: u16, height: u16) -> (u16, usize) {
    (width.saturating_sub(3), height.saturating_sub(2 + HEADER) as usize)
}

/// Draws the comparison into `area`.
pub(crate) fn draw(state: &State, comparison: &Comparison, look: &Look, area: Rect, buf: &mut Buffer) {
    let remark = if state.common_only { look.words.only_common.to_owned() } else { comparison.rows.len().to_string() };
    let frame = Frame { title: look.words.views.compare, remark: &remark, focused: true };
    let inner = frame.draw(look.theme, area, buf);
    if inner.is_empty() {
        return;
    }
    if comparison.rows.is_empty() {
        let why = if state.common_only { look.words.nothing_common } else { look.words.no_figures };
        put(buf, inner.x + 1, inner.y + inner.height / 2, inner.width.saturating_sub(1), why, look.theme.pane.empty);
        return;
    }
    let columns = state.columns(inner.width.saturating_sub(1), comparison.regions.len());
    let mut periods = comparison.rows.iter().flat_map(|row| &row.cells).flatten().map(|cell| cell.reading.period);
    let first = periods.next();
    let dated = periods.any(|period| Some(period) != first);
    let table = Table { state, comparison, look, columns, dated };
    table.draw_header(inner, buf);
    let body = Rect { y: inner.y + HEADER, height: inner.height.saturating_sub(HEADER), ..inner };
    let window = state.scroll.window(state.lines.len(), usize::from(body.height));
    thumb(look.theme, body, window.start, state.lines.len(), buf);
    let mut above = None;
    for (y, place) in (body.y..body.bottom()).zip(window) {
        let line = Rect { y, height: 1, ..body };
        match state.lines[place] {
            Line::Heading(shared, metrics) => table.draw_heading(shared, metrics, line, buf),
            Line::Row(row) => {
                let row = &comparison.rows[row];
                if place == state.scroll.cursor {
                    buf.set_style(line, look.theme.pane.cursor_idle);
                }
                table.draw_name(row, above == Some(row.metric), line, buf);
                table.draw_cells(row, place == state.scroll.cursor, line, buf);
                above = Some(row.metric);
            }
        }
    }
}

/// The comparison with all that is needed to draw its lines.
struct Table<'a> {
    state: &'a State,
    comparison: &'a Comparison,
    look: &'a Look<'a>,
    columns: Columns,
    /// Whether cells tell their year: not all are of the same.
    dated: bool,
}

impl Table<'_> {
    /// The visible columns with their areas in a line.
    fn cells(&self, line: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let left = line.x + self.columns.name + UNIT;
        let visible = self.columns.visible(self.state.first_column);
        visible
            .into_iter()
            .map(move |(column, at, width)| (column, Rect { x: left + at, width, ..line }.intersection(line)))
    }

    fn draw_header(&self, inner: Rect, buf: &mut Buffer) {
        let (look, pane) = (self.look, &self.look.theme.pane);
        let line = Rect { height: 1, ..inner };
        put(buf, line.x + 1, line.y, self.columns.name.saturating_sub(1), look.words.metric, pane.header);
        put(buf, line.x + self.columns.name + 1, line.y, UNIT - 1, look.words.unit, pane.header);
        let regions = &self.comparison.regions;
        for (column, cell) in self.cells(line) {
            let chosen = column == self.state.column;
            let below = cell.y + 1 < inner.bottom();
            if let Some(region) = regions.get(column) {
                let style = if chosen { pane.title_focused } else { look.theme.top.region };
                put_name(buf, cell, look.region(*region), style);
                if below {
                    put_name(buf, Rect { y: cell.y + 1, ..cell }, look.parent(*region), pane.remark);
                }
            } else {
                let word = if column == regions.len() { look.words.difference } else { look.words.ratio };
                let style = if chosen { pane.title_focused } else { pane.header };
                put_right(buf, cell.x, cell.y, cell.width, word, style);
                if below && regions.len() > 2 {
                    put_right(buf, cell.x, cell.y + 1, cell.width, look.words.first_two, pane.remark);
                }
            }
        }
        let hidden = self.columns.len() - self.cells(line).count() - self.state.first_column;
        let y = inner.y.saturating_sub(1);
        if self.state.first_column > 0 {
            put(buf, inner.x + self.columns.name + UNIT, y, 1, "◂", look.theme.hint.key);
        }
        if hidden > 0 {
            put(buf, inner.right().saturating_sub(1), inner.y, 1, "▸", look.theme.hint.key);
        }
    }

    fn draw_heading(&self, shared: Shared, metrics: usize, line: Rect, buf: &mut Buffer) {
        let words = self.look.words;
        let name = match shared {
            Shared::All => words.all_have,
            Shared::Some => words.some_have,
            Shared::One => words.one_has,
        };
        let used = put(buf, line.x + 1, line.y, line.width.saturating_sub(1), name, self.look.theme.pane.heading);
        let room = line.width.saturating_sub(used + 2);
        put(buf, line.x + used + 2, line.y, room, &metrics.to_string(), self.look.theme.pane.remark);
    }

    /// The metric and what the row tells of it; the metric is not repeated below itself.
    fn draw_name(&self, row: &ComparisonRow, repeated: bool, line: Rect, buf: &mut Buffer) {
        let look = self.look;
        let styles = &look.theme.figure;
        let room = self.columns.name.saturating_sub(2);
        let name = if repeated { "" } else { look.metric(row.metric) };
        let used = put(buf, line.x + 2, line.y, room, name, styles.metric) + if repeated { 2 } else { 1 };
        if row.measure != Measure::Level || repeated {
            let measure = label(row.measure, look.lang);
            put(buf, line.x + 2 + used, line.y, room.saturating_sub(used), measure, styles.unit);
        }
        put(buf, line.x + self.columns.name + 1, line.y, UNIT - 1, &row.unit, styles.unit);
    }

    fn draw_cells(&self, row: &ComparisonRow, cursor: bool, line: Rect, buf: &mut Buffer) {
        let look = self.look;
        let best = best(row);
        let bars = has_bars(row);
        let derived = if alike(row) { look.theme.figure.derived } else { look.theme.figure.aside };
        let most = row.cells.iter().flatten().filter_map(|cell| cell.value).map(f64::abs).fold(0.0, f64::max);
        for (column, cell) in self.cells(line) {
            if cursor && column == self.state.column {
                buf.set_style(
                    Rect { x: cell.x + 1, width: cell.width.saturating_sub(1), ..cell },
                    look.theme.pane.cursor,
                );
            }
            match column.checked_sub(row.cells.len()) {
                None => self.draw_cell(row, column, best == Some(column), bars.then_some(most), cell, buf),
                Some(0) => draw_derived(row.difference.map(signed), derived, cell, buf),
                Some(_) => draw_derived(row.ratio.map(|ratio| times(ratio, look)), derived, cell, buf),
            }
        }
    }

    fn draw_cell(
        &self,
        row: &ComparisonRow,
        column: usize,
        best: bool,
        most: Option<f64>,
        cell: Rect,
        buf: &mut Buffer,
    ) {
        let look = self.look;
        let Some(figure) = &row.cells[column] else { return };
        let mut written = Written::in_unit(&figure.reading, figure.value, &row.unit, look);
        if best {
            written.style = written.style.patch(look.theme.figure.best);
        }
        let number = number_of(cell);
        if figure.value.is_none() && figure.reading.number().is_some() {
            // What cannot be brought to the unit of the row bears its own.
            written.put_right(buf, number.x, cell.y, number.width, look);
        } else {
            written.put(buf, number.x, cell.y, number.width, 0, look);
        }
        if let Some(period) = figure.reading.period.filter(|_| self.dated) {
            let year = format!(" '{:02}", period.last() % 100);
            let at = Rect { x: number.right(), width: YEAR, ..cell }.intersection(cell);
            put(buf, at.x, cell.y, at.width, &year, look.theme.figure.aside);
        }
        if let Some((value, most)) = figure.value.zip(most).filter(|_| self.columns.bar > 0) {
            let at = Rect { x: number.right() + YEAR + 1, width: self.columns.bar - 1, ..cell }.intersection(cell);
            let style = if best { look.theme.chart.lit } else { look.theme.chart.other };
            bar(buf, at.x, cell.y, at.width, value / most, style);
        }
    }
}

/// Where the number of a cell stands: at the left, before year and bar.
fn number_of(cell: Rect) -> Rect {
    Rect { x: cell.x + 1, width: NUMBER - 1, ..cell }.intersection(cell)
}

/// Puts the name of a region above its numbers; a longer one goes on to the right.
fn put_name(buf: &mut Buffer, cell: Rect, name: &str, style: Style) {
    let number = number_of(cell);
    if width(name) > number.width {
        put(buf, number.x, cell.y, cell.width.saturating_sub(1), name, style);
    } else {
        put_right(buf, number.x, cell.y, number.width, name, style);
    }
}

fn draw_derived(text: Option<String>, style: Style, cell: Rect, buf: &mut Buffer) {
    if let Some(text) = text {
        put_right(buf, cell.x + 1, cell.y, cell.width.saturating_sub(1), &text, style);
    }
}

fn signed(difference: f64) -> String {
    let text = computed(difference);
    if difference > 0.0 && text != "0" { format!("+{text}") } else { text }
}

fn times(ratio: f64, look: &Look) -> String {
    format!("{}{}", computed(ratio), look.lang.pick("倍", "x"))
}

/// Whether the first two regions, whose difference and ratio are told, have figures of the same time and
/// status.
fn alike(row: &ComparisonRow) -> bool {
    let of = |column: usize| {
        let cell = row.cells.get(column)?.as_ref()?;
        Some((cell.reading.period, cell.reading.status))
    };
    of(0) == of(1)
}

/// The column of the best number, where the metric says which way is better and one is best; what is only
/// aimed at is no achievement.
fn best(row: &ComparisonRow) -> Option<usize> {
    let less = is_place(row.measure) || row.polarity == Polarity::Less;
    if row.polarity == Polarity::Neutral && !is_place(row.measure) {
        return None;
    }
    let come_about = |column: usize| row.cells[column].as_ref().filter(|cell| cell.reading.status != Status::Target);
    let value = |column: usize| come_about(column).and_then(|cell| cell.value);
    let known: Vec<_> = (0..row.cells.len()).filter_map(|column| Some((column, value(column)?))).collect();
    let best = known.iter().copied().reduce(|a, b| if (b.1 > a.1) == less { a } else { b })?;
    let alone = known.iter().filter(|(_, value)| value.total_cmp(&best.1).is_eq()).count() == 1;
    (known.len() > 1 && alone).then_some(best.0)
}
