//! Finds the names of regions in a text and settles which region is meant.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::model::{Gazetteer, Level, RegionCode};

/// A region's name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) region: RegionCode,
}

/// Finds the names of regions in a text.
#[derive(Debug)]
pub(super) struct Places {
    gazetteer: Arc<Gazetteer>,
    full: Names,
    all: Names,
}

#[derive(Debug)]
struct Names {
    automaton: AhoCorasick,
    candidates: Vec<Vec<RegionCode>>,
}

impl Names {
    fn new(names: Vec<(&str, &[RegionCode])>) -> Self {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(names.iter().map(|(name, _)| name))
            .expect("region names are far fewer than the automaton's limit");
        Self { automaton, candidates: names.into_iter().map(|(_, codes)| codes.to_vec()).collect() }
    }
}

impl Places {
    pub(super) fn new(gazetteer: Arc<Gazetteer>) -> Self {
        let names: Vec<(&str, &[RegionCode])> =
            gazetteer.names().filter(|(name, _)| name.chars().count() >= 2 && !name.is_ascii()).collect();
        let full = names.iter().copied().filter(|(name, codes)| {
            let kind = ["省", "市", "县", "区", "州", "盟", "旗"].iter().any(|kind| name.ends_with(kind));
            kind && name.chars().count() >= 3 && !codes.is_empty()
        });
        Self { full: Names::new(full.collect()), all: Names::new(names.clone()), gazetteer: Arc::clone(&gazetteer) }
    }

    /// Full names (长垣市) in the text, in order, as far as `context` settles them.
    pub(super) fn full(&self, text: &str, context: &[RegionCode]) -> Vec<Place> {
        self.find(&self.full, text, context, None)
    }

    /// Full and short names (长垣) of regions of some levels in the text.
    pub(super) fn any(&self, text: &str, levels: Option<&[Level]>) -> Vec<Place> {
        self.find(&self.all, text, &[], levels)
    }

    fn find(&self, names: &Names, text: &str, context: &[RegionCode], levels: Option<&[Level]>) -> Vec<Place> {
        let settle = |found: aho_corasick::Match| {
            let fits = |code: &&RegionCode| {
                levels.is_none_or(|levels| self.level(**code).is_some_and(|level| levels.contains(&level)))
            };
            let candidates: Vec<RegionCode> = names.candidates[found.pattern()].iter().filter(fits).copied().collect();
            let name = &text[found.range()];
            let region = match candidates.as_slice() {
                [one] => *one,
                [] => return None,
                several => self
                    .gazetteer
                    .settle(name, context)
                    .ok()
                    .filter(|region| several.contains(region))
                    .or_else(|| self.current(name, several))?,
            };
            Some(Place { start: found.start(), end: found.end(), region })
        };
        names.automaton.find_iter(text).filter_map(settle).collect()
    }

    /// The only one of the candidates that bears the name today, as 张掖市 beside 甘州区 that once bore it.
    fn current(&self, name: &str, candidates: &[RegionCode]) -> Option<RegionCode> {
        let bears = |code: &&RegionCode| {
            self.gazetteer.get(**code).is_some_and(|region| region.name == name || region.short == name)
        };
        let mut bearing = candidates.iter().filter(bears);
        bearing.next().filter(|_| bearing.next().is_none()).copied()
    }

    /// Whether `inner` is `outer` or lies below it.
    pub(super) fn within(&self, inner: RegionCode, outer: RegionCode) -> bool {
        self.gazetteer.within(inner, outer)
    }

    pub(super) fn name(&self, region: RegionCode) -> &str {
        self.gazetteer.name(region)
    }

    pub(super) fn level(&self, region: RegionCode) -> Option<Level> {
        self.gazetteer.get(region).map(|region| region.level)
    }
}
