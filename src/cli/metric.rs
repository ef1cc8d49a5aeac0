//! Finds the metric that an argument names.

use std::iter;

use anyhow::{Result, anyhow};

use crate::{
    index::{Atlas, MetricId},
    query::{Scope, Search, Target},
};

/// How many names are offered for one that is not known.
const SUGGESTIONS: usize = 5;

/// Characters up to which a text is looked into for parts that are like a name.
const LONGEST_NAME: usize = 16;

/// The metric of a key, a Chinese name or an alias.
///
/// # Errors
/// Nothing bears the name; the message lists what could have been meant.
pub(super) fn metric(atlas: &Atlas, text: &str) -> Result<MetricId> {
    let text = text.trim();
    let by_alias = || atlas.find_metric(&atlas.catalogue().named(text)?.key);
    atlas
        .find_metric(text)
        .or_else(by_alias)
        .ok_or_else(|| anyhow!("no metric is called {text}{}", suggestions(atlas, text)))
}

/// The metrics with figures whose names are nearest to a text, to follow what is told of it. Where
/// nothing is like the whole text, its longest part that is like a name counts (生产总值 of
/// 生产总值增速).
pub(super) fn suggestions(atlas: &Atlas, text: &str) -> String {
    let search = Search::over(atlas);
    let nearest = |part: &str| {
        let hits = search.find(atlas, Scope::Metrics, part, SUGGESTIONS * 4);
        let names = hits.into_iter().filter_map(|hit| match hit.target {
            Target::Metric(id) if atlas.metric_figures(id) > 0 => Some(match atlas.metric(id) {
                Some(metric) => format!("{} ({})", hit.name(), metric.key),
                None => hit.name(),
            }),
            _ => None,
        });
        names.take(SUGGESTIONS).collect::<Vec<_>>()
    };
    let found =
        iter::once(text.to_owned()).chain(parts(text)).map(|part| nearest(&part)).find(|names| !names.is_empty());
    super::failure::did_you_mean(found.into_iter().flatten())
}

/// Parts of at least two characters, the longest first; none of a text longer than a name is.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let letters = text.chars().collect::<Vec<_>>();
    let lengths = if letters.len() <= LONGEST_NAME { 2..letters.len() } else { 0..0 };
    lengths.rev().flat_map(move |length| letters.windows(length).map(String::from_iter).collect::<Vec<_>>())
}
