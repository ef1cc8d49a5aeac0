//! What each metric and region is found by.

use super::{
    Target,
    spelling::spellings,
    term::{Script, Term},
};
use crate::{
    index::Atlas,
    model::{Metric, Region},
};

/// Terms of a metric or region; its name comes first.
pub(super) fn of(target: Target, atlas: &Atlas) -> Vec<Term> {
    match target {
        Target::Metric(id) => atlas.metric(id).map_or_else(|| of_name(atlas.metric_name(id), 2), of_metric),
        Target::Region(code) => {
            let mut terms = atlas.gazetteer().get(code).map_or_else(Vec::new, of_region);
            let latin = atlas.gazetteer().latin(code);
            // Changyuan of Changyuan City.
            let stem = latin.rfind(' ').unwrap_or(latin.len());
            terms.push(Term::new(latin, Script::Latin).with_core(stem));
            terms
        }
        Target::Pair(..) => Vec::new(),
    }
}

fn of_metric(metric: &Metric) -> Vec<Term> {
    let mut terms = of_name(&metric.zh, 6);
    for alias in &metric.aliases {
        terms.extend(of_name(alias, 3));
    }
    terms.push(Term::new(metric.en.as_str(), Script::English));
    terms.push(Term::new(metric.key.as_str(), Script::English));
    terms.extend(of_name(&metric.category, 3).into_iter().map(Term::of_category));
    terms
}

/// A Chinese name and at most `readings` spellings of it.
fn of_name(name: &str, readings: usize) -> Vec<Term> {
    let spellings = spellings(name, readings).into_iter();
    let spellings = spellings.map(|spelling| Term::new(spelling, Script::Pinyin));
    std::iter::once(Term::new(name, Script::Chinese)).chain(spellings).collect()
}

pub(super) fn of_region(region: &Region) -> Vec<Term> {
    let mut terms = of_region_name(&region.name, &region.short, 12);
    terms.push(Term::new(region.code.to_string(), Script::Code));
    let mut known = vec![region.name.as_str()];
    for former in &region.former {
        if !known.contains(&former.name.as_str()) {
            known.push(&former.name);
            terms.extend(of_region_name(&former.name, &region.short, 4));
        }
        if former.code != region.code {
            terms.push(Term::new(former.code.to_string(), Script::Code));
        }
    }
    terms
}

/// A name that is whole already without the word for its kind: 长垣 of 长垣市.
fn of_region_name(name: &str, short: &str, readings: usize) -> Vec<Term> {
    let Some(kind) = name.strip_prefix(short) else { return of_name(name, readings) };
    let kind_spelled = spellings(kind, 1).pop().unwrap_or_default();
    let spellings = spellings(short, readings)
        .into_iter()
        .map(|spelling| Term::new(format!("{spelling}{kind_spelled}"), Script::Pinyin).with_core(spelling.len()));
    std::iter::once(Term::new(name, Script::Chinese).with_core(short.len())).chain(spellings).collect()
}
