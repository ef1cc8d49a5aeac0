//! Terms of office: 本届政府任期的五年, 市五届人大一次会议以来.

use super::{Span, Told, numeral};
use crate::model::Period;

/// Who holds office for a term.
const BODIES: &[&str] = &["人大", "人民代表大会", "政府", "人民政府", "省政府", "市政府", "州政府", "县政府", "区政府"];

/// The term of office that a text begins with, as a time with its length: the years that it is said to have had, or
/// several that are not told.
pub(super) fn term(rest: &str, told: Told) -> Option<(Span, usize)> {
    let behind = body(rest)?;
    let behind = skip(behind, &["第一次会议", "一次会议"]);
    let office = skip(behind, &["任期"]);
    let during = skip(office, &["以来", "内", "期间"]);
    let years = skip(skip(during, &["的"]), &["这"]);
    let count = numeral(years)
        .filter(|(count, _)| (2..=7).contains(count))
        .and_then(|(count, length)| Some((count, years[length..].strip_prefix('年')?)));
    // 本届政府任期目标, 市四届人大三次会议: no time.
    let span = |count: u16| told.anchor.report.map_or(Span::Lost, |to| Span::Over(Period::range(to + 1 - count, to)));
    match count {
        Some((count, behind)) => Some((span(count), rest.len() - behind.len())),
        None if during.len() < office.len() => {
            let span = told.anchor.report.map_or(Span::Lost, Span::Until);
            Some((span, rest.len() - during.len()))
        }
        None => None,
    }
}

/// The length of words behind a date that say it began a term: 换届以来, 市四届人大一次会议以来.
pub(super) fn since(text: &str) -> Option<usize> {
    let changed = "换届以来";
    if text.starts_with(changed) {
        return Some(changed.len());
    }
    let rest = skip(text, &["省", "市", "州", "县", "区"]);
    let behind = skip(body(rest)?, &["第一次会议", "一次会议"]);
    let end = behind.strip_prefix("以来")?;
    Some(text.len() - end.len())
}

/// Where a heading names the term that it reviews: 本届政府工作回顾, 七届政府工作回顾.
pub(in crate::extract) fn term_in(heading: &str) -> Option<usize> {
    heading
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| !heading[..*at].ends_with(['新', '上', '下']) && body(&heading[*at..]).is_some())
}

/// What stands behind 本届政府, 五届人大.
fn body(text: &str) -> Option<&str> {
    let which = match text.strip_prefix('本') {
        Some(rest) => rest,
        None => &text[numeral(text)?.1..],
    };
    let body = which.strip_prefix('届')?;
    BODIES.iter().find_map(|name| body.strip_prefix(*name))
}

fn skip<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().find_map(|word| text.strip_prefix(*word)).unwrap_or(text)
}
