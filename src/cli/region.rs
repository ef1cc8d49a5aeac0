//! Finds the region that an argument names.

use anyhow::{Result, anyhow};

use super::{
    failure::{self, Usage},
    metric::named_metric,
};
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
    one_of(atlas, text, &atlas.gazetteer().typed(text))
}

/// The regions of several names, each of which is another.
///
/// # Errors
/// As for [`region`], or one is named twice.
pub(super) fn regions(atlas: &Atlas, texts: &[String]) -> Result<Vec<RegionCode>> {
    let mut codes = Vec::new();
    for text in texts {
        let code = region(atlas, text)?;
        if codes.contains(&code) {
            let name = atlas.gazetteer().name(code);
            return Err(Usage(format!("{name} ({code}) is named twice; leave one out, or name another region")).into());
        }
        codes.push(code);
    }
    Ok(codes)
}

/// The region of that name that others lie in: 新乡 is the city, not 新乡县.
///
/// # Errors
/// As for [`region`].
pub(super) fn parent(atlas: &Atlas, text: &str) -> Result<RegionCode> {
    let codes = atlas.gazetteer().typed(text);
    let with_children = |code: &RegionCode| atlas.gazetteer().children(*code).next().is_some();
    let parents = codes.iter().copied().filter(with_children).collect::<Vec<_>>();
    one_of(atlas, text, if parents.is_empty() { &codes } else { &parents })
}

fn one_of(atlas: &Atlas, text: &str, codes: &[RegionCode]) -> Result<RegionCode> {
    match *codes {
        [code] => Ok(code),
        [] => match named_metric(atlas, text) {
            Some(metric) => {
                let name = atlas.metric_name(metric);
                let asked = format!("xianzhi rank {text} and xianzhi trend {text} REGION ask for it");
                Err(anyhow!("no region is called {text}, which is a metric ({name}); {asked}"))
            }
            None => Err(anyhow!("no region is called {text}{}", suggestions(atlas, text))),
        },
        _ => Err(Usage(ambiguous(atlas.gazetteer(), text, codes)).into()),
    }
}

/// Whether some region bears the name.
pub(super) fn is_region(atlas: &Atlas, text: &str) -> bool {
    !atlas.gazetteer().typed(text).is_empty()
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

/// The regions whose names are nearest to a text, to follow what is told of it; where none is near, where all are
/// listed.
pub(super) fn suggestions(atlas: &Atlas, text: &str) -> String {
    let gazetteer = atlas.gazetteer();
    let hits = Search::over(atlas).find(atlas, Scope::Regions, text, SUGGESTIONS);
    let mut codes: Vec<_> = hits
        .iter()
        .filter_map(|hit| match hit.target {
            Target::Region(code) => Some(code),
            Target::Metric(_) | Target::Pair(..) => None,
        })
        .collect();
    if codes.is_empty() {
        // Of those that are as near, the ones with figures first.
        let told: Vec<_> = atlas.regions().filter_map(|(code, _)| gazetteer.get(code)).collect();
        let names = told.into_iter().chain(gazetteer.regions()).flat_map(|region| {
            let latin = [gazetteer.latin(region.code), gazetteer.latin_short(region.code)];
            [region.name.as_str(), &region.short].into_iter().chain(latin).map(|name| (name, region.code))
        });
        codes = failure::nearest(text, names);
    }
    if codes.is_empty() {
        return "; xianzhi regions lists those with figures, xianzhi regions --all the whole country".to_owned();
    }
    let named = |code: &RegionCode| format!("{} ({code})", gazetteer.name(*code));
    failure::did_you_mean(codes.iter().take(SUGGESTIONS).map(named))
}
