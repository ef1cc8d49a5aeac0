//! Regions side by side, as a table and as records.

use super::{
    Amount, Answer, Cell, Column, Kind, Records, Sheet,
    lists::{metric_name, region_name},
    number, reading,
    sources::cited,
};
use crate::{
    index::Atlas,
    model::{Language, Status},
    query::{Comparison, ComparisonRow, compare::ComparisonCell},
};

/// Regions side by side, as an answer.
#[must_use]
pub fn comparison_answer(atlas: &Atlas, comparison: &Comparison, language: Language) -> Answer<'static> {
    let cells = comparison.rows.iter().flat_map(|row| row.cells.iter().flatten());
    Answer {
        name: language.pick("对比", "Comparison"),
        table: comparison_table(atlas, comparison, language),
        records: Records::Wide(comparison_records(atlas, comparison), long_records(atlas, comparison)),
        sources: cited(atlas, cells.map(|cell| cell.reading.source)),
    }
}

/// A line for each metric and measure, a column for each region, then difference and ratio of the
/// first two with how they bound the truth. A year stands in the cells where the years differ.
#[must_use]
pub fn comparison_table(atlas: &Atlas, comparison: &Comparison, language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("name", "指标", "Metric").naming(),
        Column::text("measure", "口径", "Measure").naming(),
        Column::text("unit", "单位", "Unit").naming(),
        Column::period("year", "年份", "Year"),
    ]);
    let labels = labels(atlas, comparison, language);
    sheet.columns.extend(labels.iter().map(|label| Column::number(label, label, label)));
    sheet.columns.extend(match labels.as_slice() {
        // Of more than two it is to be told which.
        [first, second, _, ..] => [("difference", "−"), ("ratio", "÷")].map(|(key, sign)| {
            let told = format!("{first} {sign} {second}");
            Column::number(key, &told, &told)
        }),
        _ => [Column::number("difference", "差", "Difference"), Column::number("ratio", "比", "Ratio")],
    });
    sheet.rows.extend(comparison.rows.iter().map(|row| {
        let mut cells = vec![
            metric_name(atlas, row.metric, language).into(),
            row.measure.label(language).into(),
            row.unit.as_str().into(),
            common_period(row).into(),
        ];
        cells.extend(row.cells.iter().map(|cell| cell.as_ref().map(|cell| shown(row, cell, language)).into()));
        // Above 700 less 297.6 is above 402.4.
        let bounded = |number| Amount::of(number).behind(row.bound.mark());
        cells.push(row.difference.map(|difference| bounded(number::to(number::computed(difference), 4))).into());
        cells.push(row.ratio.map(|ratio| bounded(number::to(ratio, 3))).into());
        cells
    }));
    sheet
}

/// A record for each metric and measure: for every region its value in the row's unit under the
/// region's name, and its bound, period, status, doubts, scope and base under `NAME.bound` and so on; then what is
/// derived from the first two, and the name of the region that is better than all others.
#[must_use]
pub fn comparison_records(atlas: &Atlas, comparison: &Comparison) -> Sheet {
    let text = |key: &str| Column::keyed(key, Kind::Text);
    let number = |key: &str| Column::keyed(key, Kind::Number);
    let mut sheet = Sheet::of(["metric", "name", "category", "measure", "unit"].map(text).into());
    let labels = labels(atlas, comparison, Language::Zh);
    for label in &labels {
        sheet.columns.push(number(label));
        sheet.columns.extend(
            ["bound", "period", "status", "doubt", "scope", "base"].map(|field| text(&format!("{label}.{field}"))),
        );
    }
    sheet.columns.extend(["difference", "ratio"].map(number));
    sheet.columns.extend([text("difference.bound"), number("growth_gap"), text("better")]);
    sheet.rows.extend(comparison.rows.iter().map(|row| {
        let mut cells = vec![
            atlas.metric(row.metric).map(|metric| metric.key.as_str()).into(),
            row.name.as_str().into(),
            row.category.as_str().into(),
            Cell::word(&row.measure),
            row.unit.as_str().into(),
        ];
        for cell in &row.cells {
            cells.extend(cell.as_ref().map_or([const { Cell::Empty }; 7], record));
        }
        cells.push(row.difference.map(number::computed).into());
        cells.push(row.ratio.map(number::computed).into());
        cells.push(super::figures::bound(row.bound));
        cells.push(row.growth_gap.map(number::computed).into());
        cells.push(row.best.and_then(|column| labels.get(column)).map(String::as_str).into());
        cells
    }));
    sheet
}

/// A record for each metric, measure and region that has it, whoever is compared.
fn long_records(atlas: &Atlas, comparison: &Comparison) -> Sheet {
    let mut sheet = Sheet::keyed(&[
        ("metric", Kind::Text),
        ("name", Kind::Text),
        ("category", Kind::Text),
        ("measure", Kind::Text),
        ("region", Kind::Text),
        ("region_code", Kind::Integer),
        ("value", Kind::Number),
        ("ratio", Kind::Text),
        ("unit", Kind::Text),
        ("bound", Kind::Text),
        ("period", Kind::Period),
        ("status", Kind::Text),
        ("doubt", Kind::Text),
        ("scope", Kind::Text),
        ("base", Kind::Text),
        ("best", Kind::Truth),
        ("doc", Kind::Text),
        ("start", Kind::Integer),
        ("end", Kind::Integer),
    ]);
    for row in &comparison.rows {
        for (column, (region, cell)) in comparison.regions.iter().zip(&row.cells).enumerate() {
            let Some(cell) = cell else { continue };
            let figure = atlas.figure(cell.reading.id);
            let [value, bound, period, status, doubt, scope, base] = record(cell);
            let (value, ratio) = if let Cell::Text(_) = value { (Cell::Empty, value) } else { (value, Cell::Empty) };
            sheet.rows.push(vec![
                atlas.metric(row.metric).map(|metric| metric.key.as_str()).into(),
                row.name.as_str().into(),
                row.category.as_str().into(),
                Cell::word(&row.measure),
                atlas.gazetteer().name(*region).into(),
                super::figures::code(*region),
                value,
                ratio,
                row.unit.as_str().into(),
                bound,
                period,
                status,
                doubt,
                scope,
                base,
                (row.best == Some(column)).into(),
                atlas.sources()[cell.reading.source.0 as usize].id.as_str().into(),
                figure.span().0.into(),
                figure.span().1.into(),
            ]);
        }
    }
    sheet
}

fn record(cell: &ComparisonCell) -> [Cell; 7] {
    [
        cell.value.map_or_else(|| cell.reading.value.as_ref().into(), |value| number::computed(value).into()),
        super::figures::bound(cell.reading.bound),
        cell.reading.period.map(|period| period.to_string()).into(),
        Cell::word(&cell.reading.status),
        super::figures::doubts(cell.reading.doubt),
        cell.reading.scope.as_deref().into(),
        cell.reading.base.as_deref().into(),
    ]
}

/// A cell for people: the value, and what sets it apart from its neighbours.
pub(super) fn shown(row: &ComparisonRow, cell: &ComparisonCell, language: Language) -> Amount {
    let amount = match cell.value {
        Some(value) => reading::converted(value, &cell.reading),
        None => reading::Shown::from(&cell.reading).amount(language),
    };
    let status = (cell.reading.status != Status::Actual).then(|| cell.reading.status.label(language).to_owned());
    let period = row.years_differ.then(|| reading::period(cell.reading.period));
    // The third of a city and the third of a province stand side by side.
    let scope = cell.reading.scope.as_deref().map(str::to_owned);
    let notes = [status, period, scope].into_iter().flatten().collect::<Vec<_>>();
    if notes.is_empty() { amount } else { amount.with(&format!(" ({})", notes.join(" "))) }
}

/// The period of all cells; empty where they differ and each tells its own.
pub(super) fn common_period(row: &ComparisonRow) -> String {
    let first = row.cells.iter().flatten().next();
    first.filter(|_| !row.years_differ).map(|cell| reading::period(cell.reading.period)).unwrap_or_default()
}

/// The regions' names; where two bear the same, each with its parent's.
fn labels(atlas: &Atlas, comparison: &Comparison, language: Language) -> Vec<String> {
    let named = |code| region_name(atlas, code, language);
    let shared = |name: &str| comparison.regions.iter().filter(|code| named(**code) == name).count() > 1;
    let label = |code| {
        let name = named(code);
        let parent = atlas.gazetteer().lineage(code).nth(1).filter(|_| shared(name)).map(|parent| named(parent.code));
        match (parent, language) {
            (None, _) => name.to_owned(),
            (Some(parent), Language::Zh) => format!("{parent}{name}"),
            (Some(parent), Language::En) => format!("{name}, {parent}"),
        }
    };
    comparison.regions.iter().map(|code| label(*code)).collect()
}
