//! Regions as tables name them: by name, by name under another column, or by code of 6, 9 or 12 digits.

use std::collections::{BTreeMap, HashMap};

use super::{
    cell::Cell,
    text::{half_width, without_bullet, without_english, without_notes},
};
use crate::model::{Gazetteer, Level, Region, RegionCode};

/// Why a label is no region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing is called so or has this code.
    Unknown,
    /// Several are called so.
    Several(Vec<RegionCode>),
    /// The code is of a township or village, which the table of regions does not hold.
    Below,
}

/// Words for a region as a whole: the one that a table is about, or that lies around it.
const WHOLES: [&str; 4] = ["全省", "全市", "全县", "全区"];

/// Whether a region is of the kind that a word of [`WHOLES`] tells.
fn is_whole(word: &str, region: &Region) -> bool {
    let is_county = region.level == Level::County;
    match word {
        "全省" => region.level == Level::Province,
        "全市" => region.name.ends_with('市'),
        "全县" => is_county && !region.name.ends_with('区'),
        // Of a 地区 it may be the 自治区 around.
        _ => region.name.ends_with('区') && region.level != Level::Prefecture,
    }
}

/// Finds regions, each label once.
#[derive(Debug)]
pub(super) struct Regions<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    /// What is said by hand.
    said: &'a BTreeMap<String, RegionCode>,
    /// Regions that the whole table is about.
    pub(super) context: Vec<RegionCode>,
    known: HashMap<(String, RegionCode), Result<RegionCode, Fault>>,
}

impl<'a> Regions<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer, said: &'a BTreeMap<String, RegionCode>) -> Self {
        Self { gazetteer, said, context: Vec::new(), known: HashMap::new() }
    }

    /// Sets the regions that the table is about; labels are settled anew.
    pub(super) fn about(&mut self, context: Vec<RegionCode>) {
        self.context = context;
        self.known.clear();
    }

    /// The region of a label; `below` is the region that a wider column of the row names.
    pub(super) fn find(&mut self, label: &str, below: Option<RegionCode>) -> Result<RegionCode, Fault> {
        let place = (label.to_owned(), below.unwrap_or_default());
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let found = self.settle(label, below);
        self.known.insert(place, found.clone());
        found
    }

    fn settle(&self, label: &str, below: Option<RegionCode>) -> Result<RegionCode, Fault> {
        if let Some(code) = self.said.get(label) {
            return Ok(*code);
        }
        let name: String =
            half_width(without_notes(without_english(without_bullet(label)))).split_whitespace().collect();
        if let Some(code) = self.code(&name) {
            return code;
        }
        let context: Vec<_> = below.into_iter().chain(self.context.iter().copied()).collect();
        if WHOLES.contains(&name.as_str()) {
            let lineage = |code: &RegionCode| self.gazetteer.lineage(*code).find(|region| is_whole(&name, region));
            return context.iter().find_map(lineage).map(|region| region.code).ok_or(Fault::Unknown);
        }
        match self.gazetteer.settle(&name, &context) {
            // 河南's 城关区 is not that of another province: a column beside it says where it lies.
            Ok(code) if below.is_some_and(|above| !self.related(code, above)) => Err(Fault::Unknown),
            Ok(code) => Ok(code),
            Err(candidates) if candidates.is_empty() => Err(Fault::Unknown),
            Err(candidates) => Err(Fault::Several(candidates)),
        }
    }

    /// Whether a figure of a region whose heading or label says 全市, 全县 or 全区 may be of another one around it.
    /// In a table about a county-level city 全市 is that city, elsewhere it may be the one around.
    pub(super) fn may_be_around(&self, name: &str, code: RegionCode, about: Option<RegionCode>) -> bool {
        let Some(region) = self.gazetteer.today(code).and_then(|code| self.gazetteer.get(code)) else { return false };
        let lies_in_city = || {
            let mut around = self.gazetteer.lineage(region.code).skip(1);
            around.any(|outer| outer.name.ends_with('市'))
        };
        WHOLES.iter().skip(1).any(|word| {
            let mut told = name.match_indices(word).map(|(at, _)| &name[..at]);
            // 占全市比重 is its own; 安全市场, 健全区域… say something else.
            let says = told.any(|before| !before.ends_with(['占', '安', '健', '完']));
            let own = is_whole(word, region) && (*word != "全市" || about == Some(region.code) || !lies_in_city());
            says && !own
        })
    }

    /// Whether one of two regions lies within the other, or both within one province.
    fn related(&self, one: RegionCode, other: RegionCode) -> bool {
        self.gazetteer.within(one, other) || self.gazetteer.within(other, one) || one.province() == other.province()
    }

    /// The region of a code of 6, 9 or 12 digits; `None` for what is no code.
    fn code(&self, text: &str) -> Option<Result<RegionCode, Fault>> {
        let text = text.strip_suffix(".0").unwrap_or(text);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || ![6, 9, 12].contains(&text.len()) {
            return None;
        }
        let (code, rest) = text.split_at(6);
        let code = RegionCode(code.parse().ok()?);
        if self.gazetteer.today(code).is_none() {
            return Some(Err(Fault::Unknown));
        }
        Some(if rest.bytes().all(|byte| byte == b'0') { Ok(code) } else { Err(Fault::Below) })
    }

    /// Whether a cell may name a region: it is one, or one of several.
    pub(super) fn may_be(&mut self, cell: &Cell) -> bool {
        let label = match cell.plain() {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) if *number >= 110_000.0 && number.fract() == 0.0 => number.to_string(),
            _ => return false,
        };
        matches!(self.find(&label, None), Ok(_) | Err(Fault::Several(_) | Fault::Below))
    }

    /// The full name of a region, with those above it: 河南省新乡市长垣市.
    pub(super) fn path(&self, code: RegionCode) -> String {
        let code = self.gazetteer.today(code).unwrap_or(code);
        let mut names: Vec<_> = self.gazetteer.lineage(code).map(|region| region.name.as_str()).collect();
        names.reverse();
        names.concat()
    }

    /// The full name today of a region by its code.
    pub(super) fn name(&self, code: RegionCode) -> Option<String> {
        let region = self.gazetteer.today(code).and_then(|code| self.gazetteer.get(code))?;
        Some(region.name.clone())
    }

    /// The narrowest region that all of them lie in.
    pub(super) fn common(&self, regions: &[RegionCode]) -> Option<RegionCode> {
        let (first, rest) = regions.split_first()?;
        let around = self.gazetteer.lineage(*first).map(|region| region.code);
        let mut around = around.filter(|outer| rest.iter().all(|inner| self.gazetteer.within(*inner, *outer)));
        if rest.is_empty() { None } else { around.next() }
    }

    /// The one region that a title names by its full name: 新乡市各县区主要指标. Of regions that lie in each
    /// other the narrowest; of others none.
    pub(super) fn in_title(&self, title: &str) -> Option<RegionCode> {
        /// Characters of the longest name of a region.
        const LONGEST: usize = 15;
        let starts: Vec<_> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
        let mut found: Option<RegionCode> = None;
        let mut first = 0;
        while first < starts.len() {
            let last = (first + LONGEST).min(starts.len() - 1);
            let named = (first + 2..=last).rev().find_map(|end| {
                let text = &title[starts[first]..starts[end]];
                let code = self.gazetteer.settle(text, &[]).ok()?;
                let full = self.gazetteer.get(code).is_some_and(|region| region.name == text);
                full.then_some((end, code))
            });
            let Some((end, code)) = named else {
                first += 1;
                continue;
            };
            found = match found {
                Some(known) if self.gazetteer.within(known, code) => Some(known),
                Some(known) if !self.gazetteer.within(code, known) => return None,
                _ => Some(code),
            };
            first = end;
        }
        found
    }

    /// The name of a region that an unknown one is nearest to; of equals one that the table is about.
    pub(super) fn nearest(&self, name: &str) -> Option<&'a str> {
        let near = self.gazetteer.names().map(|(known, codes)| {
            let about = |code: &RegionCode| self.context.iter().any(|outer| self.gazetteer.within(*code, *outer));
            (strsim::normalized_damerau_levenshtein(known, name), codes.iter().any(about), known)
        });
        let best = near.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then_with(|| b.2.cmp(a.2)))?;
        (best.0 >= 0.6).then_some(best.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_by_name_code_and_context() {
        let (gazetteer, said) = (Gazetteer::carried(), BTreeMap::from([("某示范区".to_owned(), RegionCode(410_725))]));
        let mut regions = Regions::new(&gazetteer, &said);
        let changyuan = Ok(RegionCode(410_783));
        for label in [
            "长垣市", " 长\u{3000}垣 市", "其中：长垣市", "长垣县", "410783", "410783.0", "410783000", "410783000000",
            "新乡市长垣市",
        ] {
            let found = regions.find(label, None);
            assert_eq!(found, changyuan, "{label}");
        }
        assert_eq!(regions.find("410783101000", None), Err(Fault::Below));
        assert_eq!(regions.find("999999", None), Err(Fault::Unknown));
        assert_eq!(regions.find("平原示范区", None), Err(Fault::Unknown));
        assert_eq!(regions.find("某示范区", None), Ok(RegionCode(410_725)));
        assert!(matches!(regions.find("朝阳区", None), Err(Fault::Several(two)) if two.len() == 2));
        assert_eq!(regions.find("朝阳区", Some(RegionCode(110_000))), Ok(RegionCode(110_105)));
        assert_eq!(regions.find("全市", None), Err(Fault::Unknown));
        regions.about(vec![RegionCode(410_700)]);
        assert_eq!(regions.find("全市", None), Ok(RegionCode(410_700)));
    }

    #[test]
    fn a_region_in_a_title() {
        let (gazetteer, said) = (Gazetteer::carried(), BTreeMap::new());
        let regions = Regions::new(&gazetteer, &said);
        assert_eq!(regions.in_title("2023年新乡市各县（市、区）主要指标"), Some(RegionCode(410_700)));
        assert_eq!(regions.in_title("河南省新乡市长垣市"), Some(RegionCode(410_783)));
        assert_eq!(regions.in_title("新乡市与鹤壁市对比"), None);
        assert_eq!(regions.in_title("主要经济指标"), None);
    }
}
