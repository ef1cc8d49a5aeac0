//! A region and a metric in one line, or a region and one above it: 长垣 财政, 红旗区gdp, 开封 鼓楼.

use std::{cmp::Reverse, rc::Rc};

use super::{
    Match, POINT, Search, Target,
    fit::Fit,
    hit::{Hit, Scope},
    term::Script,
    typed::Typed,
};
use crate::{
    index::{Atlas, MetricId},
    model::RegionCode,
};

/// So many regions and metrics are paired with each other.
const REGIONS: usize = 20;
const METRICS: usize = 40;

/// Blanks at which a line is split, at most: no name has more words.
const BLANKS: usize = 8;

/// Pairs without figures that are told where no pair has any.
const WITHOUT: usize = 3;

/// A line split in two.
#[derive(Clone, Copy, Debug)]
struct Split<'a> {
    /// What is to be the region.
    region: &'a str,
    rest: &'a str,
    /// How well the region has to fit: without a blank between the two it has to be told in full.
    least: Fit,
}

/// A region that a part of a line tells.
#[derive(Clone, Debug)]
struct Told {
    code: RegionCode,
    found: Match,
    /// The part.
    typed: Rc<Typed>,
}

/// A region and a metric that fit the two parts of a line.
struct Pair {
    region: Told,
    metric: (MetricId, Match),
    /// The part that tells the metric.
    typed: Rc<Typed>,
}

impl Search {
    /// The best `limit` metrics of regions that a line tells, those with figures; without any, the few
    /// that fit best.
    pub(super) fn pairs(&self, typed: &Typed, atlas: &Atlas, limit: usize) -> Vec<Hit> {
        let splits = self.splits(typed.words());
        let mut pairs: Vec<Pair> = splits.iter().flat_map(|split| self.paired(*split, atlas)).collect();
        let has_figures = |pair: &Pair| atlas.series(pair.region.code, pair.metric.0).len() > 0;
        pairs.sort_by_cached_key(|pair| (!has_figures(pair), Reverse(pair.score())));
        let with = pairs.iter().take_while(|pair| has_figures(pair)).count();
        pairs.truncate(if with > 0 { with.min(limit) } else { WITHOUT.min(limit) });
        let hits = pairs.iter().map(|pair| {
            let region = self.name_of(&pair.region.found, &pair.region.typed);
            let metric = self.name_of(&pair.metric.1, &pair.typed);
            let target = Target::Pair(pair.region.code, pair.metric.0);
            Hit { target, names: vec![region, metric], score: pair.score() }
        });
        hits.collect()
    }

    /// Regions that a line tells by the name of one above them and their own: 开封 鼓楼.
    pub(super) fn below(&self, typed: &Typed, atlas: &Atlas) -> Vec<Hit> {
        let hits = self.nested(typed.words(), atlas).into_iter().map(|told| {
            let names = vec![self.name_of(&told.found, &told.typed)];
            Hit { target: Target::Region(told.code), names, score: together(told.found.points, told.found.points) }
        });
        hits.collect()
    }

    fn paired(&self, split: Split<'_>, atlas: &Atlas) -> Vec<Pair> {
        let mut regions = self.regions(split.region, split.least);
        regions.extend(self.nested(split.region, atlas));
        if regions.is_empty() {
            return Vec::new();
        }
        let typed = Rc::new(Typed::new(split.rest));
        let metrics = self.best(&typed, Scope::Metrics, METRICS);
        let metrics = metrics.into_iter().filter_map(|found| match self.entries[found.entry].target {
            Target::Metric(metric) => Some((metric, found)),
            _ => None,
        });
        let metrics: Vec<_> = metrics.collect();
        let pairs = regions.iter().flat_map(|region| metrics.iter().map(move |metric| (region, metric)));
        pairs
            .map(|(region, metric)| Pair { region: region.clone(), metric: *metric, typed: Rc::clone(&typed) })
            .collect()
    }

    /// The regions that a text tells at least so well.
    fn regions(&self, text: &str, least: Fit) -> Vec<Told> {
        let typed = Rc::new(Typed::new(text));
        let found = self.best(&typed, Scope::Regions, REGIONS).into_iter().filter(|found| found.place.fit >= least);
        let told = found.filter_map(|found| match self.entries[found.entry].target {
            Target::Region(code) => Some(Told { code, found, typed: Rc::clone(&typed) }),
            _ => None,
        });
        told.collect()
    }

    /// The regions that a text tells by the name of one above them and their own.
    fn nested(&self, text: &str, atlas: &Atlas) -> Vec<Told> {
        let told = self.splits(text).into_iter().flat_map(|split| {
            let outer = self.regions(split.region, split.least);
            let mut inner = if outer.is_empty() { Vec::new() } else { self.regions(split.rest, split.least) };
            let gazetteer = atlas.gazetteer();
            inner.retain(|inner| {
                outer.iter().any(|outer| outer.code != inner.code && gazetteer.within(inner.code, outer.code))
            });
            inner
        });
        told.collect()
    }

    /// The ways in which a line may tell a region and something else.
    fn splits<'a>(&self, text: &'a str) -> Vec<Split<'a>> {
        let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).take(BLANKS).collect();
        // Without a blank one character is rather the end of the region's name: 鼓楼|区.
        let (least, shortest) = if blanks.is_empty() { (Fit::Whole, 2) } else { (Fit::Initials, 1) };
        let places = if blanks.is_empty() { self.ends_of_regions(text) } else { blanks };
        let both = places.into_iter().map(|at| text.split_at(at)).map(|(one, other)| (one.trim(), other.trim()));
        let both = both.flat_map(|(one, other)| [(one, other), (other, one)]);
        let telling = both.filter(|(region, rest)| !region.is_empty() && rest.chars().count() >= shortest);
        telling.map(|(region, rest)| Split { region, rest, least }).collect()
    }

    /// Bytes of a text without blanks at which the name of a region, told in full, ends or begins.
    fn ends_of_regions(&self, text: &str) -> Vec<usize> {
        let mut ends = Vec::new();
        let terms = self.entries.iter().filter(|entry| entry.target.is_in(Scope::Regions));
        let terms = terms.flat_map(|entry| &self.terms[entry.terms.clone()]);
        for (term, name) in terms.flat_map(|term| term.wholes().map(move |name| (term, name))) {
            // One character, or letters that are no two syllables, stand at the end of many a word.
            let telling = match term.script {
                Script::Chinese => name.chars().nth(1).is_some(),
                Script::Pinyin => name.len() > 5,
                Script::English | Script::Latin | Script::Code => false,
            };
            if !telling || name.len() >= text.len() {
                continue;
            }
            let (bytes, name, rest) = (text.as_bytes(), name.as_bytes(), text.len() - name.len());
            if bytes[..name.len()].eq_ignore_ascii_case(name) && !ends.contains(&name.len()) {
                ends.push(name.len());
            }
            if bytes[rest..].eq_ignore_ascii_case(name) && !ends.contains(&rest) {
                ends.push(rest);
            }
        }
        ends
    }
}

impl Pair {
    fn score(&self) -> i64 {
        together(self.region.found.points, self.metric.1.points)
    }
}

/// The score of what two parts tell together: as good as the worse of them, a little less than that alone
/// would be.
fn together(one: i64, other: i64) -> i64 {
    POINT * one.min(other) + one.max(other) - POINT / 2
}
