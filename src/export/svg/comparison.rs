//! Regions side by side as bars: two of them away from a common axis, more in columns.

use svg::node::element::Rectangle;

use super::page::{
    Anchor, BOTTOM, INK, LIT, MARGIN, OTHER, Page, QUIET, RULE, SMALL, TEXT, TOP, at, fitted, sources, width,
};
use crate::{
    export::{
        comparison::{common_period, shown},
        lists::{metric_name, region_name},
    },
    index::Atlas,
    model::{Language, Measure},
    query::{Comparison, ComparisonRow},
};

/// The least that the picture is wide; many regions or long names take more.
const WIDTH: f64 = 960.0;
/// The least room for the longest bar of a column.
const LEAST_BAR: f64 = 44.0;
const ROW: f64 = 26.0;
/// Rows beyond which only the number of metrics is told.
const MOST: usize = 60;
/// Room for the names of the regions above their bars.
const NAMES: f64 = 24.0;
/// Between a bar and its value, and between that and the next column.
const GAP: f64 = 18.0;
/// The widest that names of metrics may be.
const WIDEST: f64 = 330.0;

/// Regions side by side, a row for each metric that at least two have a number of, each to its own
/// scale, with a mark before the better number. `None` where there is no such metric.
#[must_use]
pub fn comparison_picture(atlas: &Atlas, comparison: &Comparison, language: Language) -> Option<String> {
    let valued = |row: &&ComparisonRow| row.cells.iter().flatten().filter(|cell| cell.value.is_some()).count() > 1;
    let rows: Vec<&ComparisonRow> = comparison.rows.iter().filter(valued).collect();
    if rows.is_empty() {
        return None;
    }
    let drawn = &rows[..rows.len().min(MOST)];
    let left_out = comparison.rows.len() - drawn.len();
    let height = TOP + NAMES + ROW * (drawn.len() + usize::from(left_out > 0)) as f64 + BOTTOM;
    let names: Vec<&str> = comparison.regions.iter().map(|region| region_name(atlas, *region, language)).collect();
    let title = names.join(" · ");
    let scale = language.pick("每行各按其最大值画长短", "Each row to its own scale");
    let year = most_common(drawn.iter().map(|row| common_period(row)));
    let words = match language {
        _ if year.is_empty() => scale.to_owned(),
        Language::Zh => format!("{year}年，另注除外 · {scale}"),
        Language::En => format!("{year} unless noted · {scale}"),
    };
    let labels: Vec<String> = drawn.iter().map(|row| label(atlas, row, &year, language)).collect();
    let widest = labels.iter().map(|label| width(label, TEXT)).fold(0.0, f64::max).min(WIDEST);
    let columns = Columns::new(&names, drawn, MARGIN + widest + 16.0, language);
    let mut page = Page::new(columns.right + MARGIN, height, &title, &words);
    for (column, name) in names.iter().enumerate() {
        let (x, anchor) = columns.name(column);
        page.text(x, TOP + NAMES - 10.0, TEXT, columns.colours(column).0, anchor, name);
    }
    for (number, (row, label)) in drawn.iter().zip(&labels).enumerate() {
        let y = TOP + NAMES + ROW * number as f64;
        page.line((MARGIN, y), (columns.right, y), RULE);
        page.text(MARGIN, y + 17.0, TEXT, INK, Anchor::Start, &fitted(label, TEXT, widest));
        draw_row(&mut page, &columns, row, y, language);
    }
    if left_out > 0 {
        let more = match language {
            Language::Zh => format!("另有 {left_out} 行未画：不足两地有数值，或在其后"),
            Language::En => {
                format!("{left_out} more rows are not drawn: fewer than two have a number, or they come later")
            }
        };
        page.text(MARGIN, height - BOTTOM - 8.0, TEXT, QUIET, Anchor::Start, &more);
    }
    let cells = drawn.iter().flat_map(|row| row.cells.iter().flatten());
    Some(page.finish(&sources(atlas, cells.map(|cell| cell.reading.source), language)))
}

/// The time that most rows are of.
fn most_common(periods: impl Iterator<Item = String>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for period in periods.filter(|period| !period.is_empty()) {
        match counts.iter_mut().find(|(known, _)| *known == period) {
            Some((_, count)) => *count += 1,
            None => counts.push((period, 1)),
        }
    }
    // Of several the first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(period, _)| period).unwrap_or_default()
}

/// What a row tells of: the metric, the measure where it is no level, the unit, and the time where it is not that
/// of the others and the values do not tell it themselves.
fn label(atlas: &Atlas, row: &ComparisonRow, year: &str, language: Language) -> String {
    let measure = if row.measure == Measure::Level { "" } else { row.measure.label(language) };
    let unit = if is_place(row.measure) { "" } else { &row.unit };
    let period = Some(common_period(row)).filter(|period| period != year).unwrap_or_default();
    let parts = [metric_name(atlas, row.metric, language), measure, unit, &period];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A longer bar for a place further down would say the contrary: places have none.
const fn is_place(measure: Measure) -> bool {
    matches!(measure, Measure::Rank | Measure::GrowthRank)
}

/// Where the bars of each region begin and how long they may be.
struct Columns {
    count: usize,
    left: f64,
    /// Where the last ends.
    right: f64,
    /// Room for a bar and its value.
    room: f64,
}

impl Columns {
    fn new(names: &[&str], rows: &[&ComparisonRow], left: f64, language: Language) -> Self {
        let name = names.iter().map(|name| width(name, TEXT) + 12.0).fold(0.0, f64::max);
        let told = rows.iter().flat_map(|row| texts(row, language));
        let bar = told.map(|text| width(&text, SMALL) + GAP + LEAST_BAR).fold(0.0, f64::max);
        let room = ((WIDTH - MARGIN - left) / names.len() as f64).max(name).max(bar);
        Self { count: names.len(), left, right: left + room * names.len() as f64, room }
    }

    /// Whether two regions stand on either side of an axis.
    fn diverge(&self) -> bool {
        self.count == 2
    }

    /// Where the bars of a column begin and which way they go.
    fn start(&self, column: usize) -> (f64, f64) {
        match (self.diverge(), column) {
            (true, 0) => (self.left + self.room - 1.0, -1.0),
            (true, _) => (self.left + self.room + 1.0, 1.0),
            (false, column) => (self.left + self.room * column as f64, 1.0),
        }
    }

    fn name(&self, column: usize) -> (f64, Anchor) {
        let (x, way) = self.start(column);
        if way < 0.0 { (x - 6.0, Anchor::End) } else { (x + if self.diverge() { 6.0 } else { 0.0 }, Anchor::Start) }
    }

    /// The colours of a column's text and bars.
    fn colours(&self, column: usize) -> (&'static str, &'static str) {
        if self.diverge() && column == 0 { (LIT, LIT) } else { (INK, OTHER) }
    }
}

/// The values of a row, a mark before the better one.
fn texts(row: &ComparisonRow, language: Language) -> impl Iterator<Item = String> {
    row.cells.iter().enumerate().map(move |(column, cell)| {
        let better = if row.best == Some(column) { "▴ " } else { "" };
        cell.as_ref().map_or_else(|| "—".to_owned(), |cell| format!("{better}{}", shown(row, cell, language)))
    })
}

fn draw_row(page: &mut Page, columns: &Columns, row: &ComparisonRow, y: f64, language: Language) {
    let values = row.cells.iter().flatten().filter(|cell| cell.scaled).filter_map(|cell| cell.value);
    let most = values.map(f64::abs).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let texts: Vec<String> = texts(row, language).collect();
    let widest = texts.iter().map(|text| width(text, SMALL)).fold(0.0, f64::max);
    for (column, (cell, text)) in row.cells.iter().zip(&texts).enumerate() {
        let ((x, way), (ink, fill)) = (columns.start(column), columns.colours(column));
        let room = (columns.room - widest - GAP).max(8.0);
        // Months drawn beside a year would mislead.
        let scaled = cell.as_ref().filter(|cell| cell.scaled && !is_place(row.measure));
        let value = scaled.and_then(|cell| cell.value);
        let length = value.map_or(0.0, |value| room * value.abs() / most);
        if value.is_some_and(|value| value < 0.0) {
            // Below zero: hollow, for it goes the same way.
            let hollow = Rectangle::new().set("x", at(x.min(x + way * length))).set("y", at(y + 6.0));
            let hollow = hollow.set("width", at(length)).set("height", ROW - 12.0).set("fill", "#ffffff");
            page.add(hollow.set("stroke", fill));
        } else if length > 0.0 {
            page.bar(x, y + 6.0, way * length, ROW - 12.0, fill);
        }
        let anchor = if way < 0.0 { Anchor::End } else { Anchor::Start };
        page.text(x + way * (length + 6.0), y + 17.0, SMALL, ink, anchor, text);
    }
}
