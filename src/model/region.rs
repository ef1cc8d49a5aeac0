//! 行政区划: the units of GB/T 2260, their former codes and names, and how names find them.

use std::fmt;

use serde::{Deserialize, Serialize};

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
    /// Codes and names it had before, the latest first.
    pub former: Vec<Former>,
}

/// A code and name that a region had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The code then.
    pub code: RegionCode,
    /// The full name then.
    pub name: String,
    /// The last year in which the standard listed it.
    pub until: u16,
}

/// All regions, and every way to find one.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    _todo: (),
}

impl Gazetteer {
    /// The table that the program carries.
    #[must_use]
    pub fn carried() -> Self {
        todo!()
    }

    /// All regions in the order of their codes.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        todo!()
    }

    /// The region of a code of today.
    #[must_use]
    pub fn get(&self, code: RegionCode) -> Option<&Region> {
        let _ = code;
        todo!()
    }

    /// Full name of a region, `未定地区` for one that is not known.
    #[must_use]
    pub fn name(&self, code: RegionCode) -> &str {
        let _ = code;
        todo!()
    }

    /// The region itself and those above it, nearest first.
    pub fn lineage(&self, code: RegionCode) -> impl Iterator<Item = &Region> {
        let _ = code;
        todo!() as std::iter::Empty<&Region>
    }

    /// The regions directly below, in the order of their codes.
    pub fn children(&self, code: RegionCode) -> impl Iterator<Item = &Region> {
        let _ = code;
        todo!() as std::iter::Empty<&Region>
    }

    /// Whether `inner` is `outer` or lies below it.
    #[must_use]
    pub fn within(&self, inner: RegionCode, outer: RegionCode) -> bool {
        let _ = (inner, outer);
        todo!()
    }

    /// Every region that a text names: by code of today or before, full name, short name, former
    /// name (full or short). Full names of today come first, then short, then former ones.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<RegionCode> {
        let _ = text;
        todo!()
    }

    /// The one region a text names where `context` (regions already known, the most telling first)
    /// settles it: the only candidate, else the only one that is, lies below, above or beside a
    /// region of the context. `Err` holds the candidates that remain.
    ///
    /// # Errors
    /// No candidate (an empty list) or several.
    pub fn settle(&self, text: &str, context: &[RegionCode]) -> Result<RegionCode, Vec<RegionCode>> {
        let _ = (text, context);
        todo!()
    }

    /// Every name with its candidates, for building a lexicon: (name, codes).
    pub fn names(&self) -> impl Iterator<Item = (&str, &[RegionCode])> {
        todo!() as std::iter::Empty<(&str, &[RegionCode])>
    }
}
