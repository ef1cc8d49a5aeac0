//! Finds the names of regions in a text and settles which region is meant.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::chars::Chars;
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
    /// Names with their regions by their first two characters, the longest first: few places of a text
    /// begin like a name, and those are told by one look.
    names: FxHashMap<[char; 2], Vec<(String, Vec<RegionCode>)>>,
    /// The first characters and the second ones, which spare most of those looks.
    first: Chars,
    second: Chars,
}

/// Words that a full name ends with.
const KINDS: &[char] = &['省', '市', '县', '区', '州', '盟', '旗'];

impl Places {
    pub(super) fn new(gazetteer: Arc<Gazetteer>) -> Self {
        let mut names: FxHashMap<[char; 2], Vec<(String, Vec<RegionCode>)>> = FxHashMap::default();
        for (name, codes) in gazetteer.names().filter(|(name, _)| !name.is_ascii()) {
            let mut start = name.chars();
            if let (Some(first), Some(second)) = (start.next(), start.next()) {
                names.entry([first, second]).or_default().push((name.to_owned(), codes.to_vec()));
            }
        }
        for list in names.values_mut() {
            list.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        let nth = |nth: usize| Chars::new(&names.keys().map(|pair| pair[nth]).collect::<Vec<_>>());
        let (first, second) = (nth(0), nth(1));
        Self { gazetteer, names, first, second }
    }

    /// The longest full name (长垣市) that the text bears at the byte `at`, if `context` settles whose it is.
    pub(super) fn full_at(&self, text: &str, at: usize, context: &[RegionCode]) -> Option<Place> {
        self.at(text, at, is_full, context, None)
    }

    /// Full names in the text, in order, as far as `context` settles them.
    pub(super) fn full(&self, text: &str, context: &[RegionCode]) -> Vec<Place> {
        self.scan(text, |at| self.full_at(text, at, context))
    }

    /// Full names of regions of some levels in the text.
    pub(super) fn full_of(&self, text: &str, levels: Option<&[Level]>) -> Vec<Place> {
        self.scan(text, |at| self.at(text, at, is_full, &[], levels))
    }

    /// Full and short names (长垣) of regions of some levels in the text.
    pub(super) fn any(&self, text: &str, levels: Option<&[Level]>) -> Vec<Place> {
        self.scan(text, |at| self.at(text, at, |_| true, &[], levels))
    }

    /// What stands at the characters of a text from left to right, without overlap.
    fn scan(&self, text: &str, find: impl Fn(usize) -> Option<Place>) -> Vec<Place> {
        let mut out: Vec<Place> = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if self.first.contain(c)
                && at >= from
                && let Some(place) = find(at)
            {
                from = place.end;
                out.push(place);
            }
        }
        out
    }

    fn at(
        &self,
        text: &str,
        at: usize,
        wanted: impl Fn(&str) -> bool,
        context: &[RegionCode],
        levels: Option<&[Level]>,
    ) -> Option<Place> {
        let mut start = text[at..].chars();
        let first = start.next().filter(|c| self.first.contain(*c))?;
        let second = start.next().filter(|c| self.second.contain(*c))?;
        let list = self.names.get(&[first, second])?;
        let (name, codes) = list.iter().find(|(name, _)| text[at..].starts_with(name.as_str()) && wanted(name))?;
        let fits = |code: &&RegionCode| {
            levels.is_none_or(|levels| self.level(**code).is_some_and(|level| levels.contains(&level)))
        };
        let candidates: Vec<RegionCode> = codes.iter().filter(fits).copied().collect();
        let region = match candidates.as_slice() {
            [] => return None,
            [one] => *one,
            several => {
                let settled = self.gazetteer.settle(name, context).ok().filter(|region| several.contains(region));
                settled.or_else(|| self.current(name, several))?
            }
        };
        Some(Place { start: at, end: at + name.len(), region })
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

/// Whether a name is a full one: 长垣市, 浚县; 城区 and 东区 are words.
fn is_full(name: &str) -> bool {
    name.ends_with('县') || (name.ends_with(KINDS) && name.chars().count() >= 3)
}
