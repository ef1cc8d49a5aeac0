//! Which of the regions that bear a name is meant, told by the regions known from the text around it.

use super::{Gazetteer, Level, RegionCode, names::Bearing};

/// How near a candidate is to a region of the context, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It is that region.
    Same,
    /// It lies below it.
    Below,
    /// It lies above it.
    Above,
    /// Both lie directly below one region.
    Beside,
    /// Both lie in one province.
    Province,
}

/// [`Gazetteer::settle`].
pub(super) fn settle(gazetteer: &Gazetteer, text: &str, context: &[RegionCode]) -> Result<RegionCode, Vec<RegionCode>> {
    let named = gazetteer.names.get(text);
    let mut candidates: Vec<(Bearing, RegionCode)> =
        named.bearings.iter().copied().zip(named.codes.iter().copied()).collect();
    if candidates.is_empty() {
        // A code or a path of names.
        candidates.extend(gazetteer.find(text).into_iter().map(|code| (Bearing::Full, code)));
    }
    for &known in context {
        if candidates.len() < 2 {
            break;
        }
        let near = |(bearing, code): &(Bearing, RegionCode)| Some((nearness(gazetteer, *code, known)?, *bearing));
        // A name of today goes before a former one, unless all that it has in common with the context
        // is the province.
        let rank = |(nearness, bearing): (Nearness, Bearing)| match (nearness, bearing) {
            (Nearness::Province, bearing) => (2, nearness, bearing),
            (nearness, Bearing::Former) => (1, nearness, bearing),
            (nearness, bearing) => (0, nearness, bearing),
        };
        let best = candidates.iter().filter_map(near).map(rank).min();
        if best.is_some() {
            candidates.retain(|candidate| near(candidate).map(rank) == best);
        }
    }
    keep_best_bearing(&mut candidates);
    if let Some(highest) = highest(gazetteer, &candidates) {
        return Ok(highest);
    }
    Err(candidates.into_iter().map(|(_, code)| code).collect())
}

/// How near a candidate is to a region; `None` when they have no province in common.
fn nearness(gazetteer: &Gazetteer, candidate: RegionCode, known: RegionCode) -> Option<Nearness> {
    if candidate == known {
        return Some(Nearness::Same);
    }
    if gazetteer.within(candidate, known) {
        return Some(Nearness::Below);
    }
    if gazetteer.within(known, candidate) {
        return Some(Nearness::Above);
    }
    let parent = |code| gazetteer.get(code)?.parent;
    if parent(candidate).is_some_and(|above| parent(known) == Some(above)) {
        return Some(Nearness::Beside);
    }
    (candidate.province() == known.province()).then_some(Nearness::Province)
}

/// Leaves the candidates that bear the name best.
fn keep_best_bearing(candidates: &mut Vec<(Bearing, RegionCode)>) {
    if let Some(best) = candidates.iter().map(|(bearing, _)| *bearing).min() {
        candidates.retain(|(bearing, _)| *bearing == best);
    }
}

/// The candidate that all others lie below, or the only province: 河南 by itself is the province and
/// not 河南蒙古族自治县.
fn highest(gazetteer: &Gazetteer, candidates: &[(Bearing, RegionCode)]) -> Option<RegionCode> {
    let codes = || candidates.iter().map(|(_, code)| *code);
    let above_all = |outer: &RegionCode| codes().all(|inner| gazetteer.within(inner, *outer));
    let is_province = |code: &RegionCode| gazetteer.get(*code).is_some_and(|region| region.level == Level::Province);
    codes().find(above_all).or_else(|| codes().find(is_province))
}
