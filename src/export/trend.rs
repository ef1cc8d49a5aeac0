//! One metric over the years, as a table and as records.

use super::{Amount, Answer, Cell, Column, Kind, Records, Sheet, lists::region_name, number, reading, sources::cited};
use crate::{
    index::Atlas,
    model::{Language, Status},
    query::{TrendChart, TrendMode, TrendPoint, TrendValue},
};

/// A metric over the years, as an answer.
#[must_use]
pub fn trend_answer(atlas: &Atlas, chart: &TrendChart, language: Language) -> Answer<'static> {
    let points = chart.lines.iter().flat_map(|line| &line.points);
    let told = points.flat_map(|point| [&point.value, &point.plan].into_iter().flatten());
    Answer {
        name: language.pick("走势", "Trend"),
        table: trend_table(atlas, chart, language),
        records: Records::Sheet(trend_records(atlas, chart)),
        sources: cited(atlas, told.map(|value| value.reading.source)),
    }
}

/// A line for each year, a column for each region. What was computed beside what was read, and what is
/// only planned, says so.
#[must_use]
pub fn trend_table(atlas: &Atlas, chart: &TrendChart, language: Language) -> Sheet {
    let mut sheet =
        Sheet::of(vec![Column::period("year", "年份", "Year").naming(), Column::text("unit", "单位", "Unit").naming()]);
    sheet.columns.extend(chart.lines.iter().map(|line| {
        let english = region_name(atlas, line.region, Language::En);
        Column::number(&line.name, &line.name, english)
    }));
    let unit = match chart.base {
        Some(base) => format!("{base}=100"),
        None => chart.unit.clone(),
    };
    for (at, year) in chart.years().into_iter().flatten().enumerate() {
        let values = chart.lines.iter().map(|line| shown(&line.points[at], chart.mode, language));
        sheet.rows.push([year.to_string().into(), unit.as_str().into()].into_iter().chain(values).collect());
    }
    sheet
}

/// A record for each region and year of which something is told.
#[must_use]
pub fn trend_records(atlas: &Atlas, chart: &TrendChart) -> Sheet {
    let mut sheet = Sheet::keyed(&[
        ("region", Kind::Text),
        ("region_code", Kind::Integer),
        ("year", Kind::Integer),
        ("value", Kind::Number),
        ("unit", Kind::Text),
        ("base_year", Kind::Integer),
        ("origin", Kind::Text),
        ("bound", Kind::Text),
        ("status", Kind::Text),
        ("doubt", Kind::Text),
        ("doc", Kind::Text),
        ("start", Kind::Integer),
        ("end", Kind::Integer),
    ]);
    for line in &chart.lines {
        for point in &line.points {
            for value in [&point.value, &point.plan].into_iter().flatten() {
                let figure = atlas.figure(value.reading.id);
                sheet.rows.push(vec![
                    atlas.gazetteer().name(line.region).into(),
                    super::figures::code(line.region),
                    point.year.into(),
                    number::computed(value.number).into(),
                    chart.unit.as_str().into(),
                    chart.base.into(),
                    if value.derived { "computed" } else { "read" }.into(),
                    super::figures::bound(value.reading.bound),
                    Cell::word(&value.reading.status),
                    super::figures::doubts(value.reading.doubt),
                    atlas.sources()[figure.source().0 as usize].id.as_str().into(),
                    figure.span().0.into(),
                    figure.span().1.into(),
                ]);
            }
        }
    }
    sheet
}

/// A cell for people; nothing for a gap.
fn shown(point: &TrendPoint, mode: TrendMode, language: Language) -> Cell {
    let Some(value) = point.value.as_ref().or(point.plan.as_ref()) else { return Cell::Empty };
    let note = match value.reading.status {
        // An index is computed throughout.
        Status::Actual if value.derived && mode != TrendMode::Indexed => Some(language.pick("推算", "computed")),
        Status::Actual => None,
        planned => Some(planned.label(language)),
    };
    let amount = amount(value);
    match note {
        Some(note) => amount.with(&format!(" ({note})")),
        None => amount,
    }
    .into()
}

/// The number with its bound and the mark of a doubt; a computed one in no more digits than are worth it.
fn amount(value: &TrendValue) -> Amount {
    let number = if value.derived { number::to(value.number, 2) } else { value.number };
    reading::converted(number, &value.reading)
}
