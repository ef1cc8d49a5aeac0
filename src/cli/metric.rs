//! Finds the metric that an argument names.

use std::iter;

use anyhow::{Result, anyhow};

use super::{failure, region::is_region};
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
    named_metric(atlas, text).ok_or_else(|| {
        if is_region(atlas, text) {
            return anyhow!("no metric is called {text}, which is a region; the metric comes first, and xianzhi show {text} tells what it has");
        }
        anyhow!("no metric is called {text}{}", suggestions(atlas, text))
    })
}

/// The metric of a key, a Chinese name or an alias, if there is one.
pub(super) fn named_metric(atlas: &Atlas, text: &str) -> Option<MetricId> {
    let by_alias = || atlas.find_metric(&atlas.catalogue().named(text)?.key);
    atlas.find_metric(text).or_else(by_alias)
}

/// The metrics with figures whose names are nearest to a text, to follow what is told of it; where none is near, where
/// all are listed. What is but misspelled comes first (gdp of gpd). Where nothing is like the whole text, its longest
/// part that is like a name counts (生产总值 of 生产总值增速).
pub(super) fn suggestions(atlas: &Atlas, text: &str) -> String {
    let search = Search::over(atlas);
    let nearest = |part: &str| {
        let hits = search.find(atlas, Scope::Metrics, part, SUGGESTIONS * 4);
        let told = hits.into_iter().filter_map(|hit| match hit.target {
            Target::Metric(id) if atlas.metric_figures(id) > 0 => Some(id),
            _ => None,
        });
        told.collect::<Vec<_>>()
    };
    let searched = iter::once(text.to_owned()).chain(parts(text)).map(|part| nearest(&part));
    let found = iter::once(misspelled(atlas, text)).chain(searched).find(|found| !found.is_empty());
    let Some(found) = found else {
        return "; xianzhi metrics lists them, xianzhi search finds them by pinyin and English".to_owned();
    };
    let named = |id: &MetricId| match atlas.metric(*id) {
        Some(metric) => format!("{} ({})", metric.zh, metric.key),
        None => atlas.metric_name(*id).to_owned(),
    };
    failure::did_you_mean(found.iter().take(SUGGESTIONS).map(named))
}

/// Metrics of the catalogue with figures that have a name spelled much like the text.
fn misspelled(atlas: &Atlas, text: &str) -> Vec<MetricId> {
    let ids = (0..atlas.metric_count() as u32).map(MetricId).filter(|id| atlas.metric_figures(*id) > 0);
    let names = ids.filter_map(|id| Some((id, atlas.metric(id)?))).flat_map(|(id, metric)| {
        let names = [&metric.key, &metric.zh, &metric.en].into_iter().chain(&metric.aliases);
        names.map(move |name| (name.as_str(), id))
    });
    failure::nearest(text, names)
}

/// Parts of at least two characters, the longest first; none of a text longer than a name is.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let letters = text.chars().collect::<Vec<_>>();
    let lengths = if letters.len() <= LONGEST_NAME { 2..letters.len() } else { 0..0 };
    lengths.rev().flat_map(move |length| letters.windows(length).map(String::from_iter).collect::<Vec<_>>())
}
