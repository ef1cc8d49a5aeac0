//! Why a table is not read, though its heading was found.

use super::{
    heading,
    map::{Column, Role, Table},
    title,
    told::Told,
};
use crate::model::Period;

/// Whether a table has figures, tells of them what it must and nothing that contradicts it.
///
/// # Errors
/// Why it is not read and what to do, as a sentence.
pub(super) fn check(table: &Table, by_hand: &[bool], part: Option<&str>) -> Result<(), String> {
    let free: Vec<_> =
        table.columns.iter().zip(by_hand).filter(|(_, by_hand)| !**by_hand).map(|(column, _)| column).collect();
    part_column(&free)?;
    side_by_side(&free)?;
    if let Some(part) = part {
        whole_years(&free, part)?;
    }
    tells_enough(table)
}

/// Leaves out columns of values whose headings tell no metric or another time than the table.
pub(super) fn columns(columns: &mut [Column], by_hand: &[bool], has_values: impl Fn(usize) -> bool, told: &mut Told) {
    const YEAR_BEFORE: &[&str] =
        &["上年", "去年", "上年同期", "去年同期", "上年数", "上年实际", "上年实绩", "上年完成"];
    for (at, column) in columns.iter_mut().enumerate().filter(|(at, _)| !by_hand[*at]) {
        let is_value = column.role == Some(Role::Value);
        let heading = column.heading.as_deref().unwrap_or_default();
        let name = heading.split(['（', '(']).next().unwrap_or_default().trim();
        let is_part = title::names_part(heading) && column.year.is_none_or(Period::is_year);
        let why = match column.role {
            Some(Role::Value) if is_part => "its heading tells of a part of a year, but not just which",
            Some(Role::Value) if YEAR_BEFORE.contains(&name) => "its heading tells of the year before another",
            Some(Role::Ignore) if heading.is_empty() && has_values(at) => "it has no heading",
            _ => continue,
        };
        // The numbers of the rows, as pandas writes them, are no figures.
        if is_value || at > 0 {
            told.unused_column(column.letters.as_deref(), column.heading.as_deref(), why);
        }
        column.role = Some(Role::Ignore);
    }
}

fn named(column: &Column) -> (&str, &str) {
    (column.letters.as_deref().unwrap_or_default(), column.heading.as_deref().unwrap_or_default())
}

/// A column of months or quarters: whether a figure is of one or of all until it is not told.
fn part_column(columns: &[&Column]) -> Result<(), String> {
    let part = |column: &&&Column| column.heading.as_deref().is_some_and(heading::is_part_of_year);
    columns.iter().find(part).map_or(Ok(()), |column| {
        let (letters, heading) = named(column);
        Err(format!(
            "column {letters} “{heading}” tells parts of years, and whether figures are of each or of all until it is not told; \
             write the time as 2023年6月 or 2023年1-6月 in one column 年份 and leave this one out, \
             or, if the figures are of whole years, say is = \"ignore\" for it in --map"
        ))
    })
}

/// Two tables side by side: 地区 GDP 地区 GDP. Which columns belong together is not told.
fn side_by_side(columns: &[&Column]) -> Result<(), String> {
    for (at, first) in columns.iter().enumerate() {
        let is_label = matches!(first.role, Some(Role::Region | Role::Code | Role::Year | Role::Metric));
        let mut behind = columns[at..].iter().skip_while(|column| column.role != Some(Role::Value));
        let again = behind.find(|column| column.role == first.role && column.heading == first.heading);
        if let Some(again) = again.filter(|_| is_label) {
            let ((one, heading), (other, _)) = (named(first), named(again));
            return Err(format!(
                "columns {one} and {other} are both headed “{heading}”, with values between, as where tables stand side by side; \
                 set one below the other, or say is = \"ignore\" for the columns of one in --map"
            ));
        }
    }
    Ok(())
}

/// Whole years below a title that tells of a part of a year.
fn whole_years(columns: &[&Column], part: &str) -> Result<(), String> {
    let has_years = columns.iter().any(|column| column.role == Some(Role::Year));
    let told = || columns.iter().filter(|column| column.role == Some(Role::Value)).filter_map(|column| column.year);
    let whole = has_years || told().next().is_some();
    if whole && told().all(Period::is_year) {
        return Err(format!(
            "“{part}” tells of a part of a year, but its columns of whole years; write the times as 2023年1-6月, \
             or, if they are whole years, say is = \"year\" for the column of years, or year = … for each column of values, in --map"
        ));
    }
    Ok(())
}

fn tells_enough(table: &Table) -> Result<(), String> {
    let tells = |role| table.columns.iter().any(|column| column.role == Some(role));
    let values = || table.columns.iter().filter(|column| column.role == Some(Role::Value));
    if values().next().is_none() {
        return Err("no column of values was found; name it in --map (is = \"value\")".to_owned());
    }
    let region = tells(Role::Region) || tells(Role::Code) || table.region.is_some();
    if !region && values().all(|column| column.region.is_none()) {
        return Err(
            "nothing tells the region: no column of names or codes, no heading, no title; give region = CODE in --map"
                .to_owned(),
        );
    }
    if !tells(Role::Year) && table.year.is_none() && values().all(|column| column.year.is_none()) {
        return Err("nothing tells the year: no column, no heading, no title, no name of the sheet or file that bears just one; \
                    add a column 年份 or give year = … in --map"
            .to_owned());
    }
    if !tells(Role::Metric) && table.metric.is_none() && values().all(|column| column.metric.is_none()) {
        return Err(
            "nothing tells what is measured: no column 指标, no heading, no title; give metric = \"…\" in --map"
                .to_owned(),
        );
    }
    Ok(())
}
