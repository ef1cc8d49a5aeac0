//! The documents as text: for the clipboard and for files.

use super::{Answer, State, ask::Row};
use crate::{
    export::Sheet,
    tui::{look::Look, strings::Columns},
};

/// The documents in the order in which they are shown, a row each.
pub(crate) fn table(state: &State, answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    let answer = answer.filter(|_| !state.order.is_empty())?;
    let columns = vec![
        Columns::text("source", |word| word.source),
        Columns::text("title", |word| word.title),
        Columns::text("region", |word| word.region),
        Columns::text("date", |word| word.date),
        Columns::text("publisher", |word| word.publisher),
        Columns::number("figures", |word| word.figures),
        Columns::number("sure", |word| word.sure),
        Columns::number("doubtful", |word| word.doubtful),
        Columns::number("damaged", |word| word.damaged),
        Columns::text("url", |word| word.url),
    ];
    let rows = state.order.iter().filter_map(|place| answer.rows.get(*place)).map(|row| {
        let source = &look.atlas.sources()[row.source.0 as usize];
        vec![
            source.id.as_str().into(),
            row.title.as_str().into(),
            row.region.map(|region| look.region(region)).into(),
            row.date.as_str().into(),
            row.publisher.as_str().into(),
            row.figures.into(),
            row.sure().into(),
            row.doubtful.into(),
            row.damaged.into(),
            source.url.as_str().into(),
        ]
    });
    Some(Sheet { columns, rows: rows.collect() })
}

/// The title of the chosen document.
pub(crate) fn cell(state: &State, answer: Option<&Answer>) -> Option<String> {
    state.selected(answer?).map(|Row { title, .. }| title.clone())
}

/// The chosen document, cells separated by tabs.
pub(crate) fn row(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    table(state, answer, look)?.tabbed(state.scroll.cursor)
}
