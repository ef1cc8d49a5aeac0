//! 行政区划: the units of GB/T 2260, their former codes and names, and how names find them.

mod latin;
mod names;
mod settle;
mod table;

use std::{fmt, iter, sync::OnceLock};

use serde::{Deserialize, Serialize};

use latin::Latin;
use names::Names;

/// A six-digit code of GB/T 2260; 0 stands for a region that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegionCode(pub u32);

impl RegionCode {
    /// The region of figures whose text does not tell it.
    pub const UNKNOWN: Self = Self(0);
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// The rank of a region in the administrative order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 地级市, 地区, 自治州, 盟.
    Prefecture,
    /// 县, 县级市, 市辖区, 旗.
    County,
}

/// A unit of GB/T 2260.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code today.
    pub code: RegionCode,
    /// Its full name today, as `长垣市`.
    pub name: String,
    /// Its name without the word for its kind, as `长垣`; the full name where nothing would be left.
    pub short: String,
    /// Its level.
    pub level: Level,
    /// The region it belongs to; `None` for a province.
    pub parent: Option<RegionCode>,
    /// Codes and names it had before, and regions that were merged into it, the latest first.
    pub former: Vec<Former>,
}

/// A code and name that is no longer in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The code then.
    pub code: RegionCode,
    /// The full name then.
    pub name: String,
    /// The last of the yearly lists that has it (data/README.md names them).
    pub until: u16,
    /// Whether the region of today is more than this one was: it was merged into it.
    pub merged: bool,
}

/// All regions, and every way to find one.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    /// In the order of their codes.
    regions: Vec<Region>,
    /// Former units that have no successor, in the order of their codes.
    dissolved: Vec<Former>,
    /// Former codes with the codes of today, in the order of the former; without those in use again.
    recoded: Vec<(RegionCode, RegionCode)>,
    names: Names,
    /// Names in Latin letters, one for each region; made when the first is asked for.
    latin: OnceLock<Vec<Latin>>,
}

impl Gazetteer {
    /// The table that the program carries (data/regions.tsv, data/regions-former.tsv).
    ///
    /// # Panics
    /// When the carried tables are broken, which a test rules out.
    #[must_use]
    pub fn carried() -> Self {
        table::parse(include_str!("../../data/regions.tsv"), include_str!("../../data/regions-former.tsv"))
            .expect("the carried tables of regions are well formed")
    }

    /// All regions in the order of their codes.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// Former units whose territory went to several regions, or of which it is not known where it went.
    #[must_use]
    pub fn dissolved(&self) -> &[Former] {
        &self.dissolved
    }

    /// The region of a code of today.
    #[must_use]
    pub fn get(&self, code: RegionCode) -> Option<&Region> {
        let found = self.regions.binary_search_by_key(&code, |region| region.code).ok()?;
        self.regions.get(found)
    }

    /// Full name of a region, `未定地区` for one that is not known.
    #[must_use]
    pub fn name(&self, code: RegionCode) -> &str {
        self.get(code).map_or("未定地区", |region| &region.name)
    }

    /// Name of a region in Latin letters with the English word for its kind, as `Changyuan City`;
    /// `Unknown region` for one that is not known.
    #[must_use]
    pub fn latin(&self, code: RegionCode) -> &str {
        self.in_latin(code).map_or("Unknown region", |name| &name.full)
    }

    /// The same without the word for its kind, as `Changyuan`; with it where the region above or one beside
    /// it is called the same: Xinxiang County lies in Xinxiang.
    #[must_use]
    pub fn latin_short(&self, code: RegionCode) -> &str {
        self.in_latin(code).map_or("Unknown region", Latin::short)
    }

    fn in_latin(&self, code: RegionCode) -> Option<&Latin> {
        let names = self.latin.get_or_init(|| latin::all(self));
        let place = self.regions.binary_search_by_key(&code, |region| region.code).ok()?;
        names.get(place)
    }

    /// The region itself and those above it, nearest first.
    pub fn lineage(&self, code: RegionCode) -> impl Iterator<Item = &Region> {
        iter::successors(self.get(code), |region| self.get(region.parent?))
    }

    /// The regions directly below, in the order of their codes.
    pub fn children(&self, code: RegionCode) -> impl Iterator<Item = &Region> {
        // What lies below a region stands after it, in the numbers that its zeros leave open.
        let open = match code.0 {
            of_province if of_province % 10_000 == 0 => 10_000,
            of_prefecture if of_prefecture % 100 == 0 => 100,
            _ => 1,
        };
        let first = self.regions.partition_point(|region| region.code <= code);
        self.regions[first..]
            .iter()
            .take_while(move |region| region.code.0 < code.0 + open)
            .filter(move |region| region.parent == Some(code))
    }

    /// Whether `inner` is `outer` or lies below it.
    #[must_use]
    pub fn within(&self, inner: RegionCode, outer: RegionCode) -> bool {
        self.lineage(inner).any(|region| region.code == outer)
    }

    /// The code of today for a code of today or before; `None` for one that nobody has or had, that
    /// has no successor, or that was given to several in turn.
    #[must_use]
    pub fn today(&self, code: RegionCode) -> Option<RegionCode> {
        match *self.bearers(code) {
            [(_, today)] => Some(today),
            _ => self.get(code).map(|region| region.code),
        }
    }

    /// Who had a code that is not in use: the code with each of the codes of today.
    fn bearers(&self, code: RegionCode) -> &[(RegionCode, RegionCode)] {
        let first = self.recoded.partition_point(|(former, _)| *former < code);
        let rest = &self.recoded[first..];
        &rest[..rest.partition_point(|(former, _)| *former == code)]
    }

    /// Every region that a text names: by code of today or before, full name, short name, former
    /// name (full or short), or by a path of up to three of them from above, as `新乡市红旗区` or
    /// `河南 › 新乡 › 红旗`, with or without strokes, dots or blanks in between.
    /// Full names of today come first, then short, then former ones.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<RegionCode> {
        self.find_below(text.trim(), 2)
    }

    /// Every region that a person may mean who types the text. A full name of today stands for itself even
    /// where it is also a short or former name of another, and so does the short name of a province: who
    /// types 河南 means the province, not 河南蒙古族自治县. In prose the text around a name decides, see
    /// [`Gazetteer::settle`].
    #[must_use]
    pub fn typed(&self, text: &str) -> Vec<RegionCode> {
        let found = self.find(text);
        let text = text.trim();
        // The last part of a path counts as a name does.
        let full: Vec<RegionCode> = found.iter().copied().filter(|code| text.ends_with(self.name(*code))).collect();
        if !full.is_empty() {
            return full;
        }
        let is_province = |region: &&Region| region.level == Level::Province && region.short == text;
        match found.iter().filter_map(|code| self.get(*code)).find(is_province) {
            Some(province) => vec![province.code],
            None => found,
        }
    }

    /// [`Gazetteer::find`] with at most so many names of regions above before the last name.
    fn find_below(&self, text: &str, above: usize) -> Vec<RegionCode> {
        if text.len() == 6
            && let Ok(code) = text.parse()
        {
            let code = RegionCode(code);
            let former = self.bearers(code).iter().map(|(_, today)| *today);
            return self.get(code).map(|region| region.code).into_iter().chain(former).collect();
        }
        let direct = self.names.get(text).codes;
        if direct.is_empty() { self.find_path(text, above) } else { direct.to_vec() }
    }

    /// The regions at the end of a path of names, of which at most `above` are before the last. The
    /// limit keeps the work within the square of the length: a text of repeated names has very many
    /// ways to be split.
    fn find_path(&self, path: &str, above: usize) -> Vec<RegionCode> {
        /// Longer than any path of three names with strokes between them.
        const LONGEST: usize = 240;
        let mut found = Vec::new();
        if above == 0 || path.len() > LONGEST {
            return found;
        }
        for (at, _) in path.char_indices().skip(2) {
            let (outer, below) = path.split_at(at);
            let below = below.trim_start_matches(|c: char| !c.is_alphanumeric());
            let outer = self.names.get(outer.trim_end_matches(|c: char| !c.is_alphanumeric())).codes;
            if outer.is_empty() || below.is_empty() {
                continue;
            }
            for code in self.find_below(below, above - 1) {
                let lies_below = |outer: &RegionCode| code != *outer && self.within(code, *outer);
                if outer.iter().any(lies_below) && !found.contains(&code) {
                    found.push(code);
                }
            }
        }
        found
    }

    /// The one region a text names where `context` (regions already known, the most telling first)
    /// settles it: the only candidate, else the only one that is, lies below, above or beside a
    /// region of the context, else the only one in the province of one. Between candidates that the
    /// context does not tell apart a full name of today goes before a short one and that before a
    /// former one, and of short names the region above goes before those below it (新乡 is 新乡市,
    /// not 新乡县). `Err` holds the candidates that remain.
    ///
    /// # Errors
    /// No candidate (an empty list) or several.
    pub fn settle(&self, text: &str, context: &[RegionCode]) -> Result<RegionCode, Vec<RegionCode>> {
        settle::settle(self, text.trim(), context)
    }

    /// Every name with its candidates, for building a lexicon: (name, codes).
    pub fn names(&self) -> impl Iterator<Item = (&str, &[RegionCode])> {
        self.names.iter().map(|(name, candidates)| (name, candidates.codes))
    }
}

#[cfg(test)]
mod tests;
