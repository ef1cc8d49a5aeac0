//! Reads the carried tables of regions: tab-separated columns under a head line.

use std::sync::OnceLock;

use super::{
    Former, Gazetteer, Level, Region, RegionCode,
    names::{Bearing, Names},
};

/// Words for a kind of district that some districts had as their whole name. In a text they are
/// hardly ever that district, so they do not find it; its code does.
const NO_PROPER_NAMES: [&str; 6] = ["城区", "郊区", "市区", "市郊区", "矿区", "新区"];

/// Reads both tables; `None` when a line is not in their form.
pub(super) fn parse(regions: &'static str, former: &'static str) -> Option<Gazetteer> {
    let mut names = Vec::new();
    let mut gazetteer = Gazetteer {
        regions: Vec::new(),
        dissolved: Vec::new(),
        recoded: Vec::new(),
        names: Names::new(Vec::new()),
        latin: OnceLock::new(),
    };
    for line in regions.lines().skip(1) {
        let [code, name, short, also, parent] = columns(line)?;
        let code = RegionCode(code.parse().ok()?);
        names.push((name, Bearing::Full, code));
        names.push((short, Bearing::Short, code));
        if !also.is_empty() {
            names.push((also, Bearing::Short, code));
        }
        gazetteer.regions.push(Region {
            code,
            name: name.to_owned(),
            short: short.to_owned(),
            level: code.level(),
            parent: if parent.is_empty() { None } else { Some(RegionCode(parent.parse().ok()?)) },
            former: Vec::new(),
        });
    }
    for line in former.lines().skip(1) {
        let [code, name, short, until, today, how] = columns(line)?;
        let code = RegionCode(code.parse().ok()?);
        let unit = Former { code, name: name.to_owned(), until: until.parse().ok()?, merged: how == "merged" };
        if today.is_empty() {
            gazetteer.dissolved.push(unit);
            continue;
        }
        let today = RegionCode(today.parse().ok()?);
        let place = gazetteer.regions.binary_search_by_key(&today, |region| region.code).ok()?;
        gazetteer.regions[place].former.push(unit);
        // 周口市 is the prefecture now, and not 川汇区 in it that was called so before.
        let taken = |name: &str| gazetteer.lineage(today).any(|region| region.name == name || region.short == name);
        let former_names = [name, short].into_iter().filter(|name| !NO_PROPER_NAMES.contains(name) && !taken(name));
        names.extend(former_names.map(|name| (name, Bearing::Former, today)));
        if gazetteer.get(code).is_none() {
            gazetteer.recoded.push((code, today));
        }
    }
    for region in &mut gazetteer.regions {
        region.former.sort_by_key(|unit| std::cmp::Reverse(unit.until));
    }
    gazetteer.recoded.sort_unstable();
    gazetteer.recoded.dedup();
    gazetteer.names = Names::new(names);
    Some(gazetteer)
}

/// The columns of a line; `None` when there are more or fewer than `N`.
fn columns<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut cells = line.split('\t');
    let mut columns = [""; N];
    for column in &mut columns {
        *column = cells.next()?;
    }
    cells.next().is_none().then_some(columns)
}

impl RegionCode {
    /// The level that the code's zeros tell.
    pub(super) const fn level(self) -> Level {
        match self.0 {
            code if code.is_multiple_of(10_000) => Level::Province,
            code if code.is_multiple_of(100) => Level::Prefecture,
            _ => Level::County,
        }
    }

    /// The code of the province it lies in.
    #[must_use]
    pub const fn province(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }
}
