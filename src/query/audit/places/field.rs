//! Among whom a place is claimed.

use std::ops::Range;

use crate::{
    index::FigureRef,
    model::{Gazetteer, Level, Region, RegionCode},
};

/// Words for the counties of a region, which may stand behind it: 全省县域.
const COUNTIES: [&str; 9] =
    ["县域", "县市", "县（市）", "县(市)", "县（市、区）", "县(市、区)", "县市区", "各县", "县级"];

/// Among whom a place is claimed.
pub(super) struct Field<'a> {
    gazetteer: &'a Gazetteer,
    claimant: &'a Region,
    /// The codes below the region that holds them.
    pub(super) codes: Range<RegionCode>,
}

impl<'a> Field<'a> {
    /// The regions that the scope of a claim names; `None` for one that leaves open who they are: 中部城市,
    /// or 全区, which is the autonomous region for its cities and for a county may be anything.
    pub(super) fn of(claim: FigureRef<'_>, gazetteer: &'a Gazetteer) -> Option<Self> {
        let claimant = gazetteer.get(claim.region())?;
        let scope = claim.scope()?;
        let above = |level: Level| gazetteer.lineage(claimant.code).skip(1).find(move |region| region.level == level);
        let whole = COUNTIES.iter().find_map(|counties| scope.strip_suffix(counties)).unwrap_or(scope);
        let outer = match (claimant.level, whole) {
            (Level::County | Level::Prefecture, "全省") | (Level::Prefecture, "全区") => above(Level::Province)?,
            (Level::County, "全市") => above(Level::Prefecture)?,
            (Level::County, name) => above(Level::Prefecture).filter(|region| region.name == name)?,
            _ => return None,
        };
        // GB/T 2260: what lies below a region has its code up to its zeros.
        let step = if outer.level == Level::Province { 10_000 } else { 100 };
        let codes = RegionCode(outer.code.0 + 1)..RegionCode(outer.code.0 + step);
        Some(Self { gazetteer, claimant, codes })
    }

    /// Whether a region within the codes takes part however the scope is meant: districts are held against
    /// districts only, counties against counties, for 县域 has no districts.
    pub(super) fn surely_holds(&self, region: RegionCode) -> bool {
        self.gazetteer.get(region).is_some_and(|region| {
            region.level == self.claimant.level && is_district(region) == is_district(self.claimant)
        })
    }

    /// All that may take part.
    pub(super) fn may_hold(&self) -> impl Iterator<Item = RegionCode> {
        let regions = self.gazetteer.regions();
        let first = regions.partition_point(|region| region.code < self.codes.start);
        let within = regions[first..].iter().take_while(|region| region.code < self.codes.end);
        within.filter(|region| region.level == self.claimant.level).map(|region| region.code)
    }
}

fn is_district(region: &Region) -> bool {
    region.level == Level::County && region.name.ends_with('区')
}
