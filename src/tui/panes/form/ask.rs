//! Names that a text that is typed may mean.

use crate::{
    index::Atlas,
    model::{Gazetteer, RegionCode},
    query::{RegionNames, Scope, Search, Target},
};

use super::{Field, State};

/// So many names are suggested.
const MOST: usize = 8;

/// Asks which names a text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    field: Field,
    text: String,
}

/// A name that a text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suggestion {
    /// What is put into the field: it means one thing only.
    pub(crate) text: String,
}

impl Question {
    /// What is being typed, where names are completed and something was typed.
    pub(crate) fn of(state: &State) -> Option<Self> {
        let field = state.field();
        let text = state.text(field).trim();
        let asks = field.is_completed() && !text.is_empty() && state.is_changed(field);
        asks.then(|| Self { field, text: text.to_owned() })
    }

    /// Answers, the best first; a text that is a name as it stands needs no other.
    pub(crate) fn ask<'a>(
        &self,
        atlas: &Atlas,
        names: impl FnOnce() -> &'a RegionNames,
        search: impl FnOnce() -> &'a Search,
    ) -> Vec<Suggestion> {
        let suggested = match self.field {
            Field::Region => regions(&self.text, atlas, names()),
            _ => metrics(&self.text, atlas, search()),
        };
        let suggested: Vec<_> = suggested.into_iter().map(|text| Suggestion { text }).collect();
        match &suggested[..] {
            [only] if only.text == self.text => Vec::new(),
            _ => suggested,
        }
    }
}

/// Regions whose names the text fits: those that have figures first.
fn regions(text: &str, atlas: &Atlas, names: &RegionNames) -> Vec<String> {
    let gazetteer = atlas.gazetteer();
    let mut codes = gazetteer.find(text);
    let known: std::collections::HashSet<RegionCode> = atlas.regions().map(|(region, _)| region).collect();
    let mut fitting = names.fitting(text);
    fitting.sort_by_key(|named| std::cmp::Reverse((named.score, known.contains(&named.region))));
    codes.extend(fitting.into_iter().map(|named| named.region));
    let mut told: Vec<String> = Vec::new();
    for code in codes {
        let path = path(code, gazetteer);
        if !told.contains(&path) {
            told.push(path);
        }
        if told.len() == MOST {
            break;
        }
    }
    told
}

fn metrics(text: &str, atlas: &Atlas, search: &Search) -> Vec<String> {
    let hits = search.find(atlas, Scope::Metrics, text, MOST);
    let metrics = hits.into_iter().filter_map(|hit| match hit.target {
        Target::Metric(metric) => Some(atlas.metric_name(metric).to_owned()),
        _ => None,
    });
    metrics.collect()
}

/// The name of a region, with as many of those above it before as it takes to tell it from others.
pub(super) fn path(code: RegionCode, gazetteer: &Gazetteer) -> String {
    let mut path = String::new();
    for region in gazetteer.lineage(code) {
        path.insert_str(0, &region.name);
        if gazetteer.find(&path) == [code] {
            return path;
        }
    }
    code.to_string()
}
