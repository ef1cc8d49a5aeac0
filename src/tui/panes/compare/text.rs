//! The comparison as text: for the clipboard and for files.

use super::{
    derived::{Derived, InUnit},
    state::State,
};
use crate::{
    export::{Answer, Sheet, comparison_answer, comparison_picture, comparison_table},
    query::Comparison,
    tui::look::Look,
};

/// What is shown, in rows and columns for people; `None` before there is anything to show.
pub(crate) fn table(comparison: Option<&Comparison>, look: &Look) -> Option<Sheet> {
    let comparison = comparison.filter(|comparison| !comparison.rows.is_empty())?;
    Some(comparison_table(look.atlas, comparison, look.lang))
}

/// What is shown, in all the shapes that files want.
pub(crate) fn answer(comparison: Option<&Comparison>, look: &Look) -> Option<Answer<'static>> {
    Some(comparison_answer(look.atlas, comparison?, look.lang))
}

/// What is shown as an SVG picture.
pub(crate) fn picture(comparison: Option<&Comparison>, look: &Look) -> Option<String> {
    comparison_picture(look.atlas, comparison?, look.lang)
}

/// What the chosen cell says: `704.11亿元`, `+406.51`.
pub(crate) fn cell(state: &State, comparison: Option<&Comparison>, look: &Look) -> Option<String> {
    let comparison = comparison?;
    let row = state.row(comparison)?;
    let Some(derived) = state.column.checked_sub(comparison.regions.len()) else {
        let cell = state.cell(comparison)?;
        let written = InUnit::of(row, look).written(cell, look);
        return Some(format!("{}{}{}", written.sign, written.number, written.unit));
    };
    Derived::ALL.get(derived)?.text(row, look)
}

/// The chosen row, its cells separated by tabs as spreadsheets take them.
pub(crate) fn row(state: &State, comparison: Option<&Comparison>, look: &Look) -> Option<String> {
    let comparison = comparison?;
    let row = state.row(comparison)?.clone();
    let only = Comparison { regions: comparison.regions.clone(), rows: vec![row] };
    comparison_table(look.atlas, &only, look.lang).tabbed(0)
}
