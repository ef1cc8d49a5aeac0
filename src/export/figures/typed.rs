//! A column for each field of the interchange form, for formats that have types.

use crate::{
    export::{Cell, Column, Kind, Sheet},
    model::{Figure, Period, Value},
};

/// The columns, in the order of [`cells`]. `ratio` holds a value that is several numbers in proportion, `year` the
/// year of a period that is one whole year.
const COLUMNS: [(&str, Kind); 22] = [
    ("doc", Kind::Text),
    ("start", Kind::Integer),
    ("end", Kind::Integer),
    ("paragraph", Kind::Integer),
    ("text", Kind::Text),
    ("region", Kind::Text),
    ("region_code", Kind::Integer),
    ("metric", Kind::Text),
    ("name", Kind::Text),
    ("measure", Kind::Text),
    ("value", Kind::Number),
    ("ratio", Kind::Text),
    ("unit", Kind::Text),
    ("bound", Kind::Text),
    ("period", Kind::Period),
    ("year", Kind::Integer),
    ("status", Kind::Text),
    ("scope", Kind::Text),
    ("base", Kind::Text),
    ("doubt", Kind::Text),
    ("flag", Kind::Text),
    ("review", Kind::Text),
];

/// The columns without a row.
pub(in crate::export) fn columns() -> Vec<Column> {
    COLUMNS.iter().map(|(key, kind)| Column::keyed(key, *kind)).collect()
}

/// Figures as a sheet.
pub(in crate::export) fn sheet(figures: &[Figure]) -> Sheet {
    Sheet { columns: columns(), rows: figures.iter().map(cells).collect() }
}

/// The cells of a figure under [`COLUMNS`].
pub(in crate::export) fn cells(figure: &Figure) -> Vec<Cell> {
    let ratio = match &figure.value {
        Some(Value::Ratio(ratio)) => Some(ratio.as_str()),
        _ => None,
    };
    vec![
        figure.doc.as_str().into(),
        figure.start.into(),
        figure.end.into(),
        figure.paragraph.into(),
        figure.text.as_str().into(),
        figure.region.as_deref().into(),
        figure.region_code.map_or(Cell::Empty, super::code),
        figure.metric.as_deref().into(),
        figure.name.as_str().into(),
        Cell::word(&figure.measure),
        figure.value.as_ref().and_then(Value::number).into(),
        ratio.into(),
        figure.unit.as_str().into(),
        super::bound(figure.bound),
        figure.period.map(|period| period.to_string()).into(),
        figure.period.filter(|period| period.is_year()).map(Period::last).into(),
        Cell::word(&figure.status),
        figure.scope.as_deref().into(),
        figure.base.as_deref().into(),
        super::doubts(figure.doubt),
        Cell::word(&figure.flag),
        Cell::word(&figure.review),
    ]
}
