//! The years of a metric as text: for the clipboard and for files.

use super::{Answer, State, legend};
use crate::{
    export::{self, Sheet, trend_answer, trend_picture, trend_table},
    tui::look::Look,
};

/// What is shown, years down and regions across; `None` before there is anything to show.
pub(crate) fn table(answer: Option<&Answer>, look: &Look) -> Option<Sheet> {
    Some(trend_table(look.atlas, &shown(answer)?.chart, look.lang))
}

/// What is shown, in all the shapes that files want.
pub(crate) fn answer(answer: Option<&Answer>, look: &Look) -> Option<export::Answer<'static>> {
    Some(trend_answer(look.atlas, &shown(answer)?.chart, look.lang))
}

/// What is shown as an SVG picture.
pub(crate) fn picture(answer: Option<&Answer>, look: &Look) -> Option<String> {
    let answer = shown(answer)?;
    trend_picture(look.atlas, answer.trend.metric, &answer.chart, look.lang)
}

/// The value of the cursor's region and year: `704.11亿元`.
pub(crate) fn cell(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    let answer = answer?;
    let point = answer.point(state.lines.cursor, state.years.cursor)?;
    let written = legend::of_point(point, answer, look)?;
    Some(format!("{}{}{}", written.sign, written.number, answer.chart.unit))
}

/// The year of the cursor with the values of all regions, separated by tabs as spreadsheets take them.
pub(crate) fn row(state: &State, answer: Option<&Answer>, look: &Look) -> Option<String> {
    table(answer, look)?.tabbed(state.years.cursor)
}

fn shown(answer: Option<&Answer>) -> Option<&Answer> {
    answer.filter(|answer| answer.chart.years().is_some())
}
