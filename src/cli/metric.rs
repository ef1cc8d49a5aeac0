//! Finds the metric that an argument names.

use anyhow::{Result, anyhow};

use crate::{
    index::{Atlas, MetricId},
    query::{Search, Target},
};

/// How many names are offered for one that is not known.
const SUGGESTIONS: usize = 5;

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

fn suggestions(atlas: &Atlas, text: &str) -> String {
    let hits = Search::over(atlas).find(text, SUGGESTIONS * 4);
    let names = hits.iter().filter_map(|hit| match hit.target {
        Target::Metric(id) => Some(match atlas.metric(id) {
            Some(metric) => format!("{} ({})", hit.name, metric.key),
            None => hit.name.clone(),
        }),
        Target::Region(_) => None,
    });
    super::failure::did_you_mean(names.take(SUGGESTIONS))
}
