//! Finds metrics and regions by name, pinyin, initials and English.

mod regions;
mod spelling;
mod term;
mod terms;
mod typed;

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    ops::Range,
};

use fuzzy_matcher::skim::SkimMatcherV2;

pub use self::regions::{NamedRegion, RegionNames};
use self::{
    term::{Fit, Term},
    typed::Typed,
};
use crate::{
    index::{Atlas, MetricId},
    model::RegionCode,
};

/// What a search leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A metric.
    Metric(MetricId),
    /// A region.
    Region(RegionCode),
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Its Chinese name.
    pub name: String,
    /// What matched, when it was not the name itself: an alias or former name, pinyin with a capital
    /// at the beginning of each syllable, an English name, a key or code, or the category.
    pub via: Option<String>,
    /// Positions, in characters, of the matched characters in `via` or else in `name`.
    pub matched: Vec<usize>,
    /// How well it matched; more is better.
    pub score: i64,
}

/// Letters typed times letters of a name up to which the best fuzzy match is looked for; beyond, the
/// first will do.
const LONGEST_FUZZY: usize = 20_000;

/// The names to search in, made once for an Atlas.
#[derive(Debug)]
pub struct Search {
    /// Best first: what has figures; then metrics of the catalogue, regions and other metrics; then
    /// what has more figures.
    entries: Vec<Entry>,
    /// What the entries are found by, in their order.
    terms: Vec<Term>,
}

/// A metric or region that can be found.
#[derive(Debug)]
struct Entry {
    target: Target,
    /// Its terms; the first is its name.
    terms: Range<usize>,
}

/// A term that a typed text fits.
struct Match {
    entry: usize,
    term: usize,
    /// More is better.
    score: i64,
}

impl Search {
    /// Collects names, aliases, pinyin, initials and English names of the metrics and regions. The
    /// regions are those of the whole table; those with figures come first.
    #[must_use]
    pub fn over(atlas: &Atlas) -> Self {
        let carried = atlas.catalogue().metrics().len();
        let mut found: Vec<(Target, usize, Vec<Term>)> = Vec::new();
        for metric in (0..atlas.metric_count() as u32).map(MetricId) {
            let terms = match atlas.metric(metric) {
                Some(metric) => terms::of_metric(metric),
                None => terms::of_name(atlas.metric_name(metric), 2),
            };
            found.push((Target::Metric(metric), atlas.metric_figures(metric), terms));
        }
        let figures: HashMap<RegionCode, usize> = atlas.regions().collect();
        for region in atlas.gazetteer().regions() {
            let figures = figures.get(&region.code).copied().unwrap_or_default();
            found.push((Target::Region(region.code), figures, terms::of_region(region)));
        }
        found.sort_by_key(|&(target, figures, _)| {
            let kind = match target {
                Target::Metric(metric) if (metric.0 as usize) < carried => 0,
                Target::Region(_) => 1,
                Target::Metric(_) => 2,
            };
            (figures == 0, kind, Reverse(figures))
        });
        let mut search = Self { entries: Vec::new(), terms: Vec::new() };
        for (target, _, terms) in found {
            let first = search.terms.len();
            search.terms.extend(terms);
            search.entries.push(Entry { target, terms: first..search.terms.len() });
        }
        search
    }

    /// The best `limit` hits for `text`, best first: exact before prefix before the rest; among
    /// equals what has figures before what has none, metrics of the catalogue before regions and
    /// other metrics, and what has more figures first. A category finds its metrics as a prefix does.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<Hit> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let skim = SkimMatcherV2::default().ignore_case().element_limit(LONGEST_FUZZY);
        let mut found = self.matches(&typed, |_, term| Some(term.place(&typed)?.fit.score()));
        // Where a whole name is typed, that is what is wanted.
        let whole = found.iter().any(|hit| hit.score >= Fit::Whole.score());
        if !whole && found.len() < limit && typed.is_telling() {
            let known: HashSet<usize> = found.iter().map(|hit| hit.entry).collect();
            found.extend(self.matches(&typed, |entry, term| {
                if known.contains(&entry) { None } else { term.fuzzy(&skim, &typed).map(|(score, _)| score) }
            }));
        }
        // Stable: equals stay in the order of the entries.
        found.sort_by_key(|hit| Reverse(hit.score));
        found.truncate(limit);
        found.into_iter().map(|hit| self.hit(&hit, &skim, &typed)).collect()
    }

    /// The best match of each entry that has one, in the order of the entries.
    fn matches(&self, typed: &Typed, score: impl Fn(usize, &Term) -> Option<i64>) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        for (entry, Entry { terms, .. }) in self.entries.iter().enumerate() {
            let fitting = terms.clone().filter(|&term| self.terms[term].may_hold(typed)).filter_map(|term| {
                let score = score(entry, &self.terms[term])?;
                Some(Match { entry, term, score })
            });
            // The name is the first term, and the first of equals is wanted.
            found.extend(fitting.reduce(|best, other| if other.score > best.score { other } else { best }));
        }
        found
    }

    fn hit(&self, found: &Match, skim: &SkimMatcherV2, typed: &Typed) -> Hit {
        let Entry { target, terms } = &self.entries[found.entry];
        let name = &self.terms[terms.start].text;
        let term = &self.terms[found.term];
        let as_it_is = term.place(typed).map(|place| term.matched(place, typed));
        let fuzzy = || term.fuzzy(skim, typed).map(|(_, matched)| matched);
        let mut matched = as_it_is.or_else(fuzzy).unwrap_or_default();
        let mut via = None;
        match name.find(&*term.text) {
            // 长垣 within 长垣市 is the name itself.
            Some(start) => {
                let before = name[..start].chars().count();
                for at in &mut matched {
                    *at += before;
                }
            }
            None => via = Some(term.text.to_string()),
        }
        Hit { target: *target, name: name.to_string(), via, matched, score: found.score }
    }
}
