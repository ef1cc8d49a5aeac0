//! The regions that stand to reason beside those compared, before a name is typed.

use std::cmp::Reverse;

use super::MOST_HITS;
use crate::{
    index::Atlas,
    model::{Region, RegionCode},
    query::{Hit, Name, Target},
};

/// Regions with figures of the level of the first compared: those below the same region first, then those of
/// the same province, then those with more figures.
pub(crate) fn neighbours(compared: &[RegionCode], atlas: &Atlas) -> Vec<Hit> {
    let gazetteer = atlas.gazetteer();
    let Some(first) = compared.first().and_then(|region| gazetteer.get(*region)) else { return Vec::new() };
    let others = atlas.regions().filter(|(region, _)| !compared.contains(region));
    let others = others.filter_map(|(code, figures)| Some((gazetteer.get(code)?, figures)));
    let mut others: Vec<_> = others.filter(|(region, _)| region.level == first.level).collect();
    let province = |region: &Region| region.code.0 / 10_000;
    others.sort_by_key(|(region, figures)| {
        (region.parent != first.parent, province(region) != province(first), Reverse(*figures))
    });
    let hit = |name: &str, region| Hit {
        target: Target::Region(region),
        names: vec![Name { text: name.to_owned(), via: None, matched: Vec::new() }],
        score: 0,
    };
    others.into_iter().take(MOST_HITS).map(|(region, _)| hit(&region.name, region.code)).collect()
}
