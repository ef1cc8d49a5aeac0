//! Finds metrics, regions and metrics of regions by name, pinyin, initials and English.

mod fit;
mod fuzzy;
mod hit;
mod pair;
mod regions;
mod sieve;
mod spelling;
mod syllables;
mod term;
mod terms;
mod typed;

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    ops::Range,
};

use self::{
    fit::{Fit, Standing, points},
    fuzzy::Fuzzy,
    sieve::Sieve,
    term::{Place, Script, Term},
    typed::Typed,
};
pub use self::{
    hit::{Hit, Name, Scope, Target},
    regions::{NamedRegion, RegionNames},
};
use crate::{
    index::{Atlas, MetricId},
    model::{Level, RegionCode},
};

/// Fewer hits than this are filled up with fuzzy matches.
const FEW: usize = 10;

/// So many terms are looked into for a fuzzy match, those of what has most figures first.
const MOST_FUZZY: usize = 20_000;

/// What a point counts in the score of a hit; the rest tells hits of the same points apart.
const POINT: i64 = 1000;

/// The names to search in, made once for an Atlas.
#[derive(Debug)]
pub struct Search {
    /// Best first: by what they stand for, then what has more figures, then the higher level.
    entries: Vec<Entry>,
    /// What the entries are found by, in their order.
    terms: Vec<Term>,
    /// What rules terms out, one for each.
    sieves: Vec<Sieve>,
}

/// A metric or region that can be found.
#[derive(Debug)]
struct Entry {
    target: Target,
    standing: Standing,
    /// Its terms; the first is its name.
    terms: Range<usize>,
}

/// A term in which a typed text stands.
#[derive(Clone, Copy, Debug)]
struct Match {
    entry: usize,
    term: usize,
    place: Place,
    points: i64,
}

impl Search {
    /// Collects names, aliases, pinyin, initials and English names of the metrics and regions. The
    /// regions are those of the whole table.
    #[must_use]
    pub fn over(atlas: &Atlas) -> Self {
        let carried = atlas.catalogue().metrics().len();
        let mut found: Vec<(Standing, Reverse<usize>, Option<Level>, Target)> = Vec::new();
        for metric in (0..atlas.metric_count() as u32).map(MetricId) {
            let figures = atlas.metric_figures(metric);
            let standing = match (metric.0 as usize) < carried {
                true if figures > 0 => Standing::Core,
                true => Standing::CoreWithout,
                false => Standing::Tail,
            };
            found.push((standing, Reverse(figures), None, Target::Metric(metric)));
        }
        let figures: HashMap<RegionCode, usize> = atlas.regions().collect();
        for region in atlas.gazetteer().regions() {
            let figures = figures.get(&region.code).copied().unwrap_or_default();
            let standing = if figures > 0 { Standing::Region } else { Standing::RegionWithout };
            found.push((standing, Reverse(figures), Some(region.level), Target::Region(region.code)));
        }
        // 西安 is rather the city than the district of another one.
        found.sort_by_key(|&(standing, figures, level, _)| (standing, figures, level));

        let mut search = Self { entries: Vec::new(), terms: Vec::new(), sieves: Vec::new() };
        for (standing, _, _, target) in found {
            let first = search.terms.len();
            search.terms.extend(terms::of(target, atlas));
            search.entries.push(Entry { target, standing, terms: first..search.terms.len() });
        }
        search.sieves.extend(search.terms.iter().map(Sieve::of_term));
        search
    }

    /// The best `limit` hits of a scope for `text`, best first: a whole name before its beginning,
    /// before initials, before the rest; metrics of the catalogue before other metrics, and what has
    /// figures before what has none. A category finds its metrics as a beginning does. A region and a
    /// metric, in either order and, where the region is told in full, with or without a blank between
    /// them, find the metric of that region; a region and one above it find the former.
    ///
    /// `atlas` is the one that the search was made for.
    #[must_use]
    pub fn find(&self, atlas: &Atlas, scope: Scope, text: &str, limit: usize) -> Vec<Hit> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let found = self.best(&typed, scope, limit);
        // Where a whole name is typed, that is what is wanted.
        let is_whole = found.first().is_some_and(|found| found.place.fit == Fit::Whole);
        let mut hits: Vec<Hit> = found.iter().map(|found| self.hit(found, &typed)).collect();
        if !is_whole && scope != Scope::Metrics {
            hits.extend(self.below(&typed, atlas));
        }
        if !is_whole && scope == Scope::All {
            hits.extend(self.pairs(&typed, atlas, limit));
        }
        if !is_whole && hits.len() < FEW.min(limit) && typed.is_telling() {
            hits.extend(self.scattered(&typed, scope));
        }
        // Stable: equals stay in the order of the entries. What is found in several ways counts once.
        hits.sort_by_key(|hit| Reverse(hit.score));
        let mut known = HashSet::new();
        hits.retain(|hit| known.insert(hit.target));
        hits.truncate(limit);
        hits
    }

    /// The entries in which a text stands, the best `limit`, best first.
    fn best(&self, typed: &Typed, scope: Scope, limit: usize) -> Vec<Match> {
        let sieve = Sieve::of_typed(typed);
        let mut found: Vec<Match> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.target.is_in(scope)) {
            let terms = entry.terms.clone().filter(|&term| self.sieves[term].may_hold(sieve));
            let places = terms.filter_map(|term| Some((term, self.terms[term].place(typed)?)));
            // The name is the first term, and the first of equals is wanted.
            let best = places.reduce(|best, other| if other.1.fit > best.1.fit { other } else { best });
            found.extend(best.map(|(term, place)| {
                let points = points(place.fit, entry.standing);
                Match { entry: at, term, place, points }
            }));
        }
        let order = |found: &Match| (Reverse(found.points), found.entry);
        if found.len() > limit && limit > 0 {
            found.select_nth_unstable_by_key(limit - 1, order);
        }
        found.truncate(limit);
        found.sort_unstable_by_key(order);
        found
    }

    /// Entries in which the characters of a text stand with others between them.
    fn scattered(&self, typed: &Typed, scope: Scope) -> Vec<Hit> {
        let fuzzy = Fuzzy::new();
        let sieve = Sieve::of_typed(typed);
        let mut hits = Vec::new();
        let mut looked_into = 0;
        for entry in self.entries.iter().filter(|entry| entry.target.is_in(scope)) {
            let terms = entry.terms.clone().filter(|&term| self.sieves[term].may_hold_scattered(sieve));
            let terms = terms.inspect(|_| looked_into += 1);
            let found = terms.filter_map(|term| Some((term, fuzzy.find(&self.terms[term], typed)?)));
            let best = found.reduce(|best, other| if other.1.0 > best.1.0 { other } else { best });
            hits.extend(best.map(|(term, (score, matched))| {
                // Below everything in which the text stands as it is.
                let below = score - POINT * POINT;
                Hit { target: entry.target, names: vec![self.name(entry, term, matched)], score: below }
            }));
            if looked_into > MOST_FUZZY {
                break;
            }
        }
        hits
    }

    fn hit(&self, found: &Match, typed: &Typed) -> Hit {
        let Entry { target, .. } = self.entries[found.entry];
        Hit { target, names: vec![self.name_of(found, typed)], score: found.points * POINT }
    }

    fn name_of(&self, found: &Match, typed: &Typed) -> Name {
        let matched = self.terms[found.term].matched(found.place, typed);
        self.name(&self.entries[found.entry], found.term, matched)
    }

    /// The name of an entry in which characters of a term matched; for pinyin those that it spells.
    fn name(&self, entry: &Entry, at: usize, mut matched: Vec<usize>) -> Name {
        let text = &self.terms[entry.terms.start].text;
        let mut term = &self.terms[at];
        if term.script == Script::Pinyin {
            let syllables = term.syllables(&matched);
            let spelled = self.terms[entry.terms.start..at].iter().rfind(|term| term.script == Script::Chinese);
            term = spelled.unwrap_or(term);
            matched = spelling::spelled(&term.text, &syllables);
        }
        let mut via = None;
        match text.find(&*term.text) {
            // 长垣 within 长垣市 is the name itself.
            Some(start) => {
                let before = text[..start].chars().count();
                for at in &mut matched {
                    *at += before;
                }
            }
            None => via = Some(term.text.to_string()),
        }
        Name { text: text.to_string(), via, matched }
    }
}

impl Target {
    fn is_in(self, scope: Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Metrics => matches!(self, Self::Metric(_)),
            Scope::Regions => matches!(self, Self::Region(_)),
        }
    }
}
