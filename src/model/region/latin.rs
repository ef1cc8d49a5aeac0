//! Names of regions in Latin letters: 长垣市 as `Changyuan City`.

mod otherwise;

use std::collections::HashMap;

use self::otherwise::OTHERWISE;
use super::{Gazetteer, Level, Region, RegionCode};
use crate::model::pinyin::readings;

/// Words for kinds of regions with the English for each, the longer of two before the shorter. The
/// peoples of an autonomous unit are left out, as they are in speech.
const KINDS: &[(&str, &str)] = &[
    ("地区", "Prefecture"),
    ("自治州", "Prefecture"),
    ("盟", "League"),
    ("新区", "New Area"),
    ("林区", "Forestry District"),
    ("特区", "Special District"),
    ("市", "City"),
    ("区", "District"),
    ("县", "County"),
    ("旗", "Banner"),
];

/// A name in Latin letters, of which the first `short` bytes are the name without its kind.
#[derive(Clone, Debug)]
pub(super) struct Latin {
    pub(super) full: String,
    short: usize,
}

impl Latin {
    /// The name without its kind; with it where the region above or one beside it is called the same.
    pub(super) fn short(&self) -> &str {
        &self.full[..self.short]
    }
}

/// The names of all regions, in their order.
pub(super) fn all(gazetteer: &Gazetteer) -> Vec<Latin> {
    let mut names: Vec<_> = gazetteer.regions().iter().map(latin).collect();
    let mut alike: HashMap<(Option<RegionCode>, &str), usize> = HashMap::new();
    for (region, name) in gazetteer.regions().iter().zip(&names) {
        *alike.entry((region.parent, name.short())).or_default() += 1;
        *alike.entry((Some(region.code), name.short())).or_default() += 1;
    }
    let with_kind = |(region, name): (&Region, &Latin)| alike[&(region.parent, name.short())] > 1;
    let with_kind: Vec<_> = gazetteer.regions().iter().zip(&names).map(with_kind).collect();
    for (name, _) in names.iter_mut().zip(with_kind).filter(|(_, with_kind)| *with_kind) {
        name.short = name.full.len();
    }
    names
}

/// The name of a region: what it is called in pinyin or by custom, and the English for its kind;
/// provinces without their kind.
fn latin(region: &Region) -> Latin {
    let name = region.name.as_str();
    // Of 赵县 the short name is the whole: 赵 alone is no name in Chinese, but Zhao is in English.
    let stem =
        if region.short == name { name.strip_suffix(['县', '市', '区']).unwrap_or(name) } else { &region.short };
    let kind = KINDS.iter().find(|(word, _)| region.level != Level::Province && name[stem.len()..].ends_with(word));
    let mut full = called(stem);
    let short = full.len();
    if let Some((_, kind)) = kind {
        full.extend([" ", kind]);
    }
    Latin { full, short }
}

/// What a name without its kind is called.
fn called(stem: &str) -> String {
    if let Ok(at) = OTHERWISE.binary_search_by_key(&stem, |(stem, _)| stem) {
        return OTHERWISE[at].1.to_owned();
    }
    let mut text = String::new();
    for reading in stem.chars().filter_map(|character| readings(character).first().copied()) {
        // 西安 is Xi'an, and not the one syllable Xian.
        if !text.is_empty() && reading.starts_with(['a', 'e', 'o']) {
            text.push('\'');
        }
        text.extend(reading.chars().map(|letter| if letter == 'v' { 'ü' } else { letter }));
    }
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Gazetteer, RegionCode};

    fn latin_of(code: u32) -> String {
        Gazetteer::carried().latin(RegionCode(code)).to_owned()
    }

    #[test]
    fn a_name_is_spelled_and_its_kind_translated() {
        let names = [410_000, 410_700, 410_783, 410_702, 410_727, 110_000].map(latin_of);
        let expected = ["Henan", "Xinxiang City", "Changyuan City", "Hongqi District", "Fengqiu County", "Beijing"];
        assert_eq!(names, expected);
        // 赵县, 恩施土家族苗族自治州, 浦东新区, 吕梁市
        let names = [130_133, 422_800, 310_115, 141_100].map(latin_of);
        assert_eq!(names, ["Zhao County", "Enshi Prefecture", "Pudong New Area", "Lüliang City"]);
        assert_eq!(latin_of(0), "Unknown region");
        let gazetteer = Gazetteer::carried();
        let short = [410_783, 410_000, 150_521].map(|code| gazetteer.latin_short(RegionCode(code)).to_owned());
        assert_eq!(short, ["Changyuan", "Henan", "Horqin Left Middle"]);
        // 新乡市 and the 新乡县 in it
        let short = [410_700, 410_721].map(|code| gazetteer.latin_short(RegionCode(code)).to_owned());
        assert_eq!(short, ["Xinxiang", "Xinxiang County"]);
    }

    #[test]
    fn syllables_that_begin_with_a_vowel_are_kept_apart() {
        // 西安市, 六安市, 东阿县
        assert_eq!([610_100, 341_500, 371_524].map(latin_of), ["Xi'an City", "Lu'an City", "Dong'e County"]);
    }

    #[test]
    fn custom_goes_before_spelling() {
        // 陕西省, 香港特别行政区, 乐清市, 喀什地区, 科尔沁左翼中旗
        let names = [610_000, 810_000, 330_382, 653_100, 150_521].map(latin_of);
        let expected = ["Shaanxi", "Hong Kong", "Yueqing City", "Kashgar Prefecture", "Horqin Left Middle Banner"];
        assert_eq!(names, expected);
    }

    #[test]
    fn every_region_has_a_latin_name_that_tells_it_from_its_neighbours() {
        let gazetteer = Gazetteer::carried();
        for region in gazetteer.regions() {
            let name = gazetteer.latin(region.code);
            let latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, ' ' | '\'' | 'ü');
            assert!(name.starts_with(|first: char| first.is_ascii_uppercase()) && name.chars().all(latin), "{name}");
            let mut alike = vec![gazetteer.latin_short(region.code)];
            for child in gazetteer.children(region.code).map(|child| gazetteer.latin_short(child.code)) {
                assert!(!alike.contains(&child), "two of {name} are called {child}");
                alike.push(child);
            }
        }
    }

    #[test]
    fn names_called_otherwise_are_names_of_regions_and_stand_in_order() {
        assert!(OTHERWISE.is_sorted_by(|one, other| one.0 < other.0));
        let gazetteer = Gazetteer::carried();
        for (stem, _) in OTHERWISE {
            assert!(gazetteer.regions().iter().any(|region| region.name.starts_with(stem)), "{stem}");
        }
    }
}
