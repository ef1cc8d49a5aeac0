//! Names of regions with the regions that bear them, sorted for look-up.

use super::RegionCode;

/// How a region bears a name; what comes first goes first where nothing else decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bearing {
    /// It is its full name.
    Full,
    /// It is its full name without the word for its kind.
    Short,
    /// It was its name, full or short.
    Former,
}

/// The regions that bear a name: two slices of one length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidates<'a> {
    /// By bearing, then by code.
    pub(super) codes: &'a [RegionCode],
    pub(super) bearings: &'a [Bearing],
}

/// Names of regions with the regions that bear them.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// A name and the place after its last candidate, by name.
    entries: Vec<(&'static str, u32)>,
    codes: Vec<RegionCode>,
    bearings: Vec<Bearing>,
}

impl Names {
    /// Sorts names. Of two bearings of one name by one region the better one stays.
    pub(super) fn new(mut entries: Vec<(&'static str, Bearing, RegionCode)>) -> Self {
        entries.sort_unstable();
        let mut sorted = Self { entries: Vec::new(), codes: Vec::new(), bearings: Vec::new() };
        let mut first = 0;
        for (name, bearing, code) in entries {
            if sorted.entries.last().is_none_or(|(last, _)| *last != name) {
                first = sorted.codes.len();
                sorted.entries.push((name, 0));
            }
            if !sorted.codes[first..].contains(&code) {
                sorted.codes.push(code);
                sorted.bearings.push(bearing);
            }
            if let Some((_, end)) = sorted.entries.last_mut() {
                *end = sorted.codes.len() as u32;
            }
        }
        sorted
    }

    /// Who bears exactly this name; empty slices for nobody.
    pub(super) fn get(&self, name: &str) -> Candidates<'_> {
        match self.entries.binary_search_by_key(&name, |(name, _)| name) {
            Ok(at) => self.candidates(at),
            Err(_) => Candidates { codes: &[], bearings: &[] },
        }
    }

    /// All names in the order of their characters.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Candidates<'_>)> {
        self.entries.iter().enumerate().map(|(at, (name, _))| (*name, self.candidates(at)))
    }

    fn candidates(&self, at: usize) -> Candidates<'_> {
        let first = at.checked_sub(1).map_or(0, |before| self.entries[before].1 as usize);
        let end = self.entries[at].1 as usize;
        Candidates { codes: &self.codes[first..end], bearings: &self.bearings[first..end] }
    }
}
