//! Five-year plans: which years they name, whether they begin or end.

use crate::model::Period;

/// Five-year plans by name; the first year of each.
const PLANS: &[(&str, u16)] = &[
    ("十五五", 2026),
    ("十四五", 2021),
    ("十三五", 2016),
    ("十二五", 2011),
    ("十一五", 2006),
    ("十五", 2001),
    ("九五", 1996),
    ("八五", 1991),
];

/// The years of the five-year plan that is named at the start of `text`, with the length of its name.
pub(super) fn plan(text: &str) -> Option<(Period, usize)> {
    let (rest, quote) = match text.strip_prefix('“') {
        Some(rest) => (rest, '“'.len_utf8()),
        None => (text, 0),
    };
    let (name, first) = PLANS.iter().find(|(name, _)| rest.starts_with(name))?;
    let mut length = quote + name.len();
    if quote > 0 {
        rest[name.len()..].starts_with('”').then_some(())?;
        length += '”'.len_utf8();
    }
    Some((Period::range(*first, first + 4), length))
}

/// The length of the five-year plan whose years a text begins with: “十四五”时期.
pub(in crate::extract) fn plan_years(text: &str) -> Option<usize> {
    let (_, length) = plan(text)?;
    let during = ["时期", "期间", "以来"].iter().find(|word| text[length..].starts_with(**word))?;
    Some(length + during.len())
}

/// Whether a text is the name of a five-year plan and no more.
pub(in crate::extract) fn is_plan(text: &str) -> bool {
    plan(text).is_some_and(|(_, length)| length == text.len())
}

/// Whether a text names the years of a plan, not its end: “十五”时期, but not “十五”末.
pub(in crate::extract) fn names_plan(text: &str) -> bool {
    let ends = |rest: &str| ["末", "期末", "时期末"].iter().any(|word| rest.starts_with(word));
    plans(text).any(|(_, _, rest)| !ends(rest))
}

/// The year in which a five-year plan ends, where a text is “十二五”末.
pub(in crate::extract) fn plan_end(text: &str) -> Option<u16> {
    let (period, length) = plan(text)?;
    matches!(&text[length..], "末" | "期末" | "时期末").then_some(period.last())
}

/// Years of the plan named anywhere in a heading, as “十三五”时期工作回顾; not one that has only begun.
pub(in crate::extract) fn plan_in(text: &str) -> Option<(usize, Period)> {
    plans(text).find(|(_, _, rest)| !begins(rest)).map(|(at, period, _)| (at, period))
}

/// The first year of a plan that a heading says has begun: “十四五”良好开局.
pub(in crate::extract) fn begun(text: &str) -> Option<(usize, u16)> {
    plans(text).find(|(_, _, rest)| begins(rest)).map(|(at, period, _)| (at, period.first()))
}

/// The five-year plans that a text names: where, which years, and what follows.
fn plans(text: &str) -> impl Iterator<Item = (usize, Period, &str)> {
    let quoted = |(at, _)| {
        let (period, length) = plan(&text[at..])?;
        Some((at, period, text[at + length..].trim_start_matches('”')))
    };
    text.char_indices().filter(|(_, c)| matches!(c, '“' | '十' | '九' | '八')).filter_map(quoted)
}

fn begins(rest: &str) -> bool {
    ["开局", "良好开局", "开好局", "开门红", "起步", "首年", "第一年", "头一年"]
        .iter()
        .any(|word| rest.starts_with(word))
}
