//! Narrows the regions to those whose names a typed text fits.

use std::ops::Range;

use super::{
    fit::{Standing, points},
    sieve::Sieve,
    term::{Place, Script, Term},
    terms,
    typed::Typed,
};
use crate::model::{Gazetteer, RegionCode};

/// The names of all regions, made once, to be narrowed by what is typed.
#[derive(Debug)]
pub struct RegionNames {
    /// In the order of their codes, each with the places of its terms.
    regions: Vec<(RegionCode, Range<usize>)>,
    terms: Vec<Term>,
    /// What rules terms out, one for each.
    sieves: Vec<Sieve>,
}

/// A region that a typed text fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRegion {
    /// The region.
    pub region: RegionCode,
    /// Which characters of its name, by their places, are what was typed: as they are written or by
    /// their pinyin. None where the name of today is not what fits.
    pub lit: Vec<usize>,
    /// The former name or the code that fits, where the name of today does not.
    pub via: Option<String>,
    /// How well it fits; more is better.
    pub score: i64,
}

impl RegionNames {
    /// The names of the regions of a gazetteer: of today and before, with their pinyin and codes.
    #[must_use]
    pub fn of(gazetteer: &Gazetteer) -> Self {
        let regions = Vec::with_capacity(gazetteer.regions().len());
        let mut names = Self { regions, terms: Vec::new(), sieves: Vec::new() };
        for region in gazetteer.regions() {
            let first = names.terms.len();
            names.terms.extend(terms::of_region(region));
            names.regions.push((region.code, first..names.terms.len()));
        }
        names.sieves.extend(names.terms.iter().map(Sieve::of_term));
        names
    }

    /// The regions in whose names the text stands, in the order of their codes: Chinese, pinyin,
    /// initials, a former name or the beginning of a code. Nothing fits an empty text.
    #[must_use]
    pub fn fitting(&self, text: &str) -> Vec<NamedRegion> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let sieve = Sieve::of_typed(&typed);
        let best = |places: &Range<usize>| {
            let terms = places.clone().filter(|&at| self.sieves[at].may_hold(sieve));
            let placed = terms.filter_map(|at| Some((at, self.terms[at].place(&typed)?)));
            // The first of equals is wanted: names of today stand before others.
            placed.reduce(|best, other| if other.1.fit > best.1.fit { other } else { best })
        };
        let fitting = self.regions.iter().filter_map(|(region, places)| {
            let (at, place) = best(places)?;
            let score = points(place.fit, Standing::Region);
            let (lit, via) = self.told(places, at, place, &typed);
            Some(NamedRegion { region: *region, lit, via, score })
        });
        fitting.collect()
    }

    /// The characters of the name that are lit by the match of the term `at`, or what else it is.
    fn told(&self, places: &Range<usize>, at: usize, place: Place, typed: &Typed) -> (Vec<usize>, Option<String>) {
        let term = &self.terms[at];
        let matched = term.matched(place, typed);
        // The name of today and its spellings stand before the first code.
        let of_today = self.terms[places.clone()].iter().take_while(|term| term.script != Script::Code).count();
        match term.script {
            Script::Chinese if at == places.start => (matched, None),
            Script::Pinyin if at < places.start + of_today => (term.syllables(&matched), None),
            Script::Pinyin => {
                let chinese = self.terms[..at].iter().rfind(|term| term.script == Script::Chinese);
                (Vec::new(), chinese.map(|name| name.text.to_string()))
            }
            _ => (Vec::new(), Some(term.text.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitting(text: &str) -> Vec<(String, Vec<usize>, Option<String>)> {
        let gazetteer = Gazetteer::carried();
        let found = RegionNames::of(&gazetteer).fitting(text);
        found.into_iter().map(|hit| (gazetteer.name(hit.region).to_owned(), hit.lit, hit.via)).collect()
    }

    fn lit(text: &str, name: &str) -> Option<Vec<usize>> {
        fitting(text).into_iter().find(|(known, ..)| known == name).map(|(_, lit, _)| lit)
    }

    #[test]
    fn a_region_is_found_by_characters_pinyin_and_initials() {
        for (text, characters) in [
            ("长垣", vec![0, 1]),
            ("垣", vec![1]),
            ("changy", vec![0, 1]),
            ("cy", vec![0, 1]),
            ("zhangyuan", vec![0, 1]),
        ] {
            assert_eq!(lit(text, "长垣市"), Some(characters), "{text}");
        }
        assert_eq!(lit("yuan", "长垣市"), Some(vec![1]), "from the beginning of a syllable");
        assert_eq!(lit("uan", "长垣市"), None, "not from within one");
        assert_eq!(lit("hqq", "红旗区"), Some(vec![0, 1, 2]));
    }

    #[test]
    fn a_former_name_or_a_code_lights_nothing_of_the_name_of_today() {
        let via = |text: &str| {
            let found = fitting(text).into_iter().find(|(name, ..)| name == "长垣市");
            found.map(|(_, lit, via)| (lit, via.unwrap_or_default()))
        };
        assert_eq!(via("长垣县"), Some((vec![], "长垣县".to_owned())));
        assert_eq!(via("changyuanx"), Some((vec![], "长垣县".to_owned())));
        assert_eq!(via("410783"), Some((vec![], "410783".to_owned())));
    }

    #[test]
    fn the_whole_name_fits_best_and_nothing_fits_nothing() {
        let gazetteer = Gazetteer::carried();
        let names = RegionNames::of(&gazetteer);
        let best = names.fitting("新乡").into_iter().rev().max_by_key(|hit| hit.score).unwrap();
        assert_eq!(gazetteer.name(best.region), "新乡市");
        assert!(names.fitting(" ").is_empty());
        assert!(names.fitting("没有这样的地方").is_empty());
    }
}
