//! A region and a metric in one line: 长垣 财政, hongqi gdp, 红旗区gdp.

use std::cmp::Reverse;

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

/// A line split in two: what is to be the region, and what the metric.
struct Split {
    region: Typed,
    metric: Typed,
    /// Whether there is a blank between them; without one the region has to be told in full.
    blank: bool,
}

/// A region and a metric that fit the two parts of a line.
struct Pair<'a> {
    split: &'a Split,
    region: (RegionCode, Match),
    metric: (MetricId, Match),
}

impl Search {
    /// The best `limit` metrics of regions that a line tells, those with figures; without any, the few
    /// that fit best.
    pub(super) fn pairs(&self, typed: &Typed, atlas: &Atlas, limit: usize) -> Vec<Hit> {
        let splits = self.splits(typed);
        let mut pairs: Vec<Pair<'_>> = splits.iter().flat_map(|split| self.paired(split)).collect();
        let has_figures = |pair: &Pair<'_>| atlas.series(pair.region.0, pair.metric.0).len() > 0;
        pairs.sort_by_cached_key(|pair| (!has_figures(pair), Reverse(pair.score())));
        let with = pairs.iter().take_while(|pair| has_figures(pair)).count();
        pairs.truncate(if with > 0 { with.min(limit) } else { WITHOUT.min(limit) });
        let mut hits: Vec<Hit> = Vec::new();
        for pair in pairs {
            let target = Target::Pair(pair.region.0, pair.metric.0);
            // Two splits may tell the same.
            if hits.iter().all(|hit| hit.target != target) {
                let region = self.name_of(&pair.region.1, &pair.split.region);
                let metric = self.name_of(&pair.metric.1, &pair.split.metric);
                hits.push(Hit { target, names: vec![region, metric], score: pair.score() });
            }
        }
        hits
    }

    fn paired<'a>(&self, split: &'a Split) -> Vec<Pair<'a>> {
        let mut regions = self.best(&split.region, Scope::Regions, REGIONS);
        let least = if split.blank { Fit::Initials } else { Fit::Whole };
        regions.retain(|region| region.place.fit >= least);
        if regions.is_empty() {
            return Vec::new();
        }
        let metrics = self.best(&split.metric, Scope::Metrics, METRICS);
        let pairs = regions.iter().flat_map(|region| metrics.iter().map(move |metric| (*region, *metric)));
        let pairs = pairs.filter_map(|(region, metric)| match (self.target(&region), self.target(&metric)) {
            (Target::Region(code), Target::Metric(id)) => {
                Some(Pair { split, region: (code, region), metric: (id, metric) })
            }
            _ => None,
        });
        pairs.collect()
    }

    fn target(&self, found: &Match) -> Target {
        self.entries[found.entry].target
    }

    /// The ways in which a line may tell a region and a metric.
    fn splits(&self, typed: &Typed) -> Vec<Split> {
        let words = typed.words();
        let blanks: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).take(BLANKS).collect();
        let blank = !blanks.is_empty();
        let places = if blank { blanks } else { self.ends_of_regions(words) };
        let mut splits = Vec::new();
        for (one, other) in places.into_iter().map(|at| words.split_at(at)) {
            for (region, metric) in [(one, other), (other, one)] {
                let (region, metric) = (Typed::new(region), Typed::new(metric));
                // Without a blank one character is rather the end of the region's name: 鼓楼|区.
                let least = if blank { 1 } else { 2 };
                if !region.is_empty() && metric.bare().chars().count() >= least {
                    splits.push(Split { region, metric, blank });
                }
            }
        }
        splits
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

impl Pair<'_> {
    /// As good as its worse part, a little less than that part alone would be.
    fn score(&self) -> i64 {
        let (region, metric) = (self.region.1.points, self.metric.1.points);
        POINT * region.min(metric) + region.max(metric) - POINT / 2
    }
}
