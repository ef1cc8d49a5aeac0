//! The figures of a metric as text: for the clipboard.

use super::{ask::Detail, state::State};
use crate::{
    export::{Cell, Sheet, amount},
    model::Status,
    query::Reading,
    tui::{look::Look, strings::Columns},
};

/// All figures, a row each.
pub(crate) fn table(detail: Option<&Detail>, look: &Look) -> Option<Sheet> {
    let detail = detail?;
    let columns = vec![
        Columns::text("region", |word| word.region),
        Columns::text("name", |word| word.metric),
        Columns::text("measure", |word| word.measure),
        Columns::text("period", |word| word.period),
        Columns::number("value", |word| word.value),
        Columns::text("status", |word| word.status),
        Columns::text("source", |word| word.source),
    ];
    Some(Sheet { columns, rows: detail.figures.iter().map(|reading| cells(reading, detail, look)).collect() })
}

/// The chosen figure, cells separated by tabs.
pub(crate) fn row(state: &State, detail: Option<&Detail>, look: &Look) -> Option<String> {
    table(detail, look)?.tabbed(state.place(detail?)?)
}

/// Its value.
pub(crate) fn cell(state: &State, detail: Option<&Detail>, look: &Look) -> Option<String> {
    state.selected(detail?).map(|reading| value(reading, look))
}

fn cells(reading: &Reading, detail: &Detail, look: &Look) -> Vec<Cell> {
    let source = look.atlas.sources().get(reading.source.0 as usize);
    let status = if reading.status == Status::Actual { "" } else { reading.status.label(look.lang) };
    vec![
        look.region(detail.region).into(),
        look.metric(detail.metric).into(),
        reading.measure.label(look.lang).into(),
        reading.period.map(|period| period.to_string()).into(),
        value(reading, look).into(),
        status.into(),
        source.map(|source| if source.title.is_empty() { source.id.as_str() } else { &source.title }).into(),
    ]
}

fn value(reading: &Reading, look: &Look) -> String {
    amount(&look.atlas.figure(reading.id).to_figure(), look.lang)
}
