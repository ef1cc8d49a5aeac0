//! The map as text: for the clipboard and for files.

use super::{Answer, State};
use crate::{
    export::{self, Sheet, map_picture, ranking_answer, ranking_table},
    tui::{look::Look, writing::Written},
};

/// The regions that have a value, in rows and columns for people; `None` before there is anything to show.
pub(crate) fn table(answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    let answer = answer.filter(|answer| answer.valued() > 0)?;
    Some(ranking_table(look.atlas, &answer.shading.ranking(), look.lang))
}

/// The same in all the shapes that files want.
pub(crate) fn answer(answer: Option<&Answer>, look: &Look) -> Option<export::Answer<'static>> {
    let answer = answer.filter(|answer| answer.valued() > 0)?;
    Some(ranking_answer(look.atlas, &answer.shading.ranking(), look.lang))
}

/// What is shown as an SVG picture.
pub(crate) fn picture(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    let answer = answer?;
    let lit = answer.shaded().map(|shaded| shaded.region);
    map_picture(look.atlas, &answer.shade, &answer.shading, state.ground.territory(), lit, look.lang)
}

/// The value of the chosen region: `704.11亿元`.
pub(crate) fn cell(answer: Option<&Answer>, look: &Look) -> Option<String> {
    let answer = answer?;
    let entry = answer.entry()?;
    let written = Written::in_unit(&entry.reading, Some(entry.value), &answer.shading.unit, look);
    Some(format!("{}{}{}", written.sign, written.number, written.unit))
}

/// The row of the chosen region in the table, its cells separated by tabs as spreadsheets take them.
pub(crate) fn row(answer: Option<&Answer>, look: &Look) -> Option<String> {
    let sheet = table(answer, look)?;
    let chosen = answer?.entry()?.region;
    let entries = answer?.shading.ranking().entries;
    sheet.tabbed(entries.iter().position(|entry| entry.region == chosen)?)
}
