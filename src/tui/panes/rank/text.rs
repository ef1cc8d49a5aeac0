//! The ranking as text: for the clipboard and for files.

use super::{Answer, State};
use crate::{
    export::{self, Sheet, ranking_answer, ranking_picture, ranking_table},
    query::Ranking,
    tui::{look::Look, writing::Written},
};

/// What is shown, in rows and columns for people; `None` before there is anything to show.
pub(crate) fn table(answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    Some(ranking_table(look.atlas, ranking(answer)?, look.lang))
}

/// What is shown, in all the shapes that files want.
pub(crate) fn answer(answer: Option<&Answer>, look: &Look) -> Option<export::Answer<'static>> {
    Some(ranking_answer(look.atlas, ranking(answer)?, look.lang))
}

/// What is shown as an SVG picture.
pub(crate) fn picture(answer: Option<&Answer>, look: &Look) -> Option<String> {
    let answer = answer?;
    ranking_picture(look.atlas, answer.rank.metric, ranking(Some(answer))?, answer.lit, look.lang)
}

/// The value of the cursor: `704.11亿元`.
pub(crate) fn cell(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    let ranking = ranking(answer)?;
    let entry = ranking.entries.get(state.scroll.cursor)?;
    let written = Written::in_unit(&entry.reading, Some(entry.value), &ranking.unit, look);
    Some(format!("{}{}{}", written.sign, written.number, written.unit))
}

/// The row of the cursor, its cells separated by tabs as spreadsheets take them.
pub(crate) fn row(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    table(answer, look)?.tabbed(state.scroll.cursor)
}

fn ranking(answer: Option<&Answer>) -> Option<&Ranking> {
    answer.map(|answer| &answer.ranking).filter(|ranking| !ranking.entries.is_empty())
}
