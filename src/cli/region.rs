//! Finds the region that an argument names.

use anyhow::{Result, anyhow};

use super::failure::Usage;
use crate::{
    index::Atlas,
    model::{Gazetteer, RegionCode},
    query::{Scope, Search, Target},
};

/// How many names are offered for one that is not known.
const SUGGESTIONS: usize = 5;

/// The region of a code, a full, short or former name, with or without its parents before it
/// (`新乡市红旗区`, `新乡/红旗`).
///
/// # Errors
/// Nothing bears the name, or several regions do; the message lists what could have been meant.
pub(super) fn region(atlas: &Atlas, text: &str) -> Result<RegionCode> {
    one_of(atlas, text, &candidates(atlas.gazetteer(), text))
}

/// The region of that name that others lie in: 河南 is the province, not 河南蒙古族自治县.
///
/// # Errors
/// As for [`region`].
pub(super) fn parent(atlas: &Atlas, text: &str) -> Result<RegionCode> {
    let codes = candidates(atlas.gazetteer(), text);
    let with_children = |code: &RegionCode| atlas.gazetteer().children(*code).next().is_some();
    let parents = codes.iter().copied().filter(with_children).collect::<Vec<_>>();
    one_of(atlas, text, if parents.is_empty() { &codes } else { &parents })
}

fn one_of(atlas: &Atlas, text: &str, codes: &[RegionCode]) -> Result<RegionCode> {
    match *codes {
        [code] => Ok(code),
        [] => Err(anyhow!("no region is called {text}{}", suggestions(atlas, text))),
        _ => Err(Usage(ambiguous(atlas.gazetteer(), text, codes)).into()),
    }
}

/// Every region that the text may mean. A full name of today stands for itself even where it is
/// also a short or former name of another.
fn candidates(gazetteer: &Gazetteer, text: &str) -> Vec<RegionCode> {
    let found = gazetteer.find(text);
    // The last part of a path counts as a name does.
    let full = found.iter().copied().filter(|code| text.trim_end().ends_with(gazetteer.name(*code)));
    let full = full.collect::<Vec<_>>();
    if full.is_empty() { found } else { full }
}

fn ambiguous(gazetteer: &Gazetteer, text: &str, codes: &[RegionCode]) -> String {
    let with_parents = |code: &RegionCode| {
        let mut lineage = gazetteer.lineage(*code).map(|region| region.name.as_str()).collect::<Vec<_>>();
        lineage.reverse();
        format!("\n  {code}  {}", lineage.concat())
    };
    let list = codes.iter().map(with_parents).collect::<String>();
    format!("several regions are called {text}; write the code, or the name as given here:{list}")
}

fn suggestions(atlas: &Atlas, text: &str) -> String {
    let hits = Search::over(atlas).find(atlas, Scope::Regions, text, SUGGESTIONS);
    let names = hits.iter().filter_map(|hit| match hit.target {
        Target::Region(code) => Some(format!("{} ({code})", hit.name())),
        Target::Metric(_) | Target::Pair(..) => None,
    });
    super::failure::did_you_mean(names)
}
