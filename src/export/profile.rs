//! What is known of one region, as a table.

use super::{
    Amount, Answer, Cell, Column, Sheet,
    figures::figures_answer,
    lists::metric_name,
    reading::{Shown, period, tagged, unless_actual},
};
use crate::{
    index::Atlas,
    model::{Language, Measure},
    query::{Profile, Reading},
};

/// What is known of a region, as an answer.
#[must_use]
pub fn profile_answer(atlas: &Atlas, profile: &Profile, language: Language) -> Answer<'static> {
    let rows = profile.groups.iter().flat_map(|group| &group.rows);
    let told = rows.flat_map(|row| [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others));
    let table = profile_table(atlas, profile, language);
    figures_answer(atlas, told.map(|reading| reading.id), language.pick("地区", "Region"), table)
}

/// A line for each metric with its value, growth and place, and one for each further figure.
#[must_use]
pub fn profile_table(atlas: &Atlas, profile: &Profile, language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("category", "类别", "Category").naming(),
        Column::text("name", "指标", "Metric").naming(),
        Column::number("level", "数值", "Value"),
        Column::number("growth", "同比", "Year on year"),
        Column::text("rank", "位次", "Place").folding(),
        Column::period("period", "时期", "Period"),
        Column::text("status", "状态", "Status"),
    ]);
    for group in &profile.groups {
        let category = language.category(&group.category);
        for row in &group.rows {
            let name = metric_name(atlas, row.metric, language);
            if let Some(head) = row.level.as_ref().or(row.growth.as_ref()).or(row.rank.as_ref()) {
                sheet.rows.push(line([category, name], head, language, |measure| match measure {
                    Measure::Level => row.level.as_ref(),
                    Measure::Growth => row.growth.as_ref(),
                    _ => row.rank.as_ref(),
                }));
            }
            sheet.rows.extend(row.others.iter().map(|other| {
                line([category, name], other, language, |measure| (column(other) == measure).then_some(other))
            }));
        }
    }
    sheet
}

/// One line; `pick` gives the figure for the columns of level, growth and rank.
fn line<'a>(
    [category, name]: [&str; 2],
    head: &Reading,
    language: Language,
    pick: impl Fn(Measure) -> Option<&'a Reading>,
) -> Vec<Cell> {
    let own = |amount, reading: &Reading| tagged(amount, reading.status, head.status, language);
    vec![
        category.into(),
        name.into(),
        pick(Measure::Level).map(|reading| own(level(reading, language), reading)).into(),
        pick(Measure::Growth).map(|reading| own(Shown::from(reading).amount(language), reading)).into(),
        pick(Measure::Rank).map(|reading| own(place(reading, language), reading)).into(),
        period(head.period).into(),
        unless_actual(head.status, language),
    ]
}

/// The column in which a figure stands: places and growths in their own, all else under the value.
fn column(reading: &Reading) -> Measure {
    match reading.measure {
        Measure::Growth if reading.base.as_deref().is_none_or(|base| base == "yoy") => Measure::Growth,
        Measure::Rank | Measure::GrowthRank => Measure::Rank,
        _ => Measure::Level,
    }
}

/// A value; what is no plain one says what it is.
fn level(reading: &Reading, language: Language) -> Amount {
    let amount = Shown::from(reading).amount_in_scope(language);
    let label = reading.measure.label(language);
    if reading.measure == Measure::Level { amount } else { amount.behind(" ").behind(label) }
}

/// A place; that of the growth says so.
fn place(reading: &Reading, language: Language) -> Amount {
    let amount = Shown::from(reading).amount_in_scope(language);
    if reading.measure == Measure::GrowthRank {
        amount.with(&format!(" ({})", Measure::Growth.label(language)))
    } else {
        amount
    }
}
