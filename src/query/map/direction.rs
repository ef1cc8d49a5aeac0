//! Which region lies next in a direction.

use super::Point;

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// North.
    Up,
    /// South.
    Down,
    /// West.
    Left,
    /// East.
    Right,
}

impl Direction {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Up, Self::Down, Self::Left, Self::Right];

    /// How far `to` lies from `from` along this direction, and how far aside.
    fn along(self, from: Point, to: Point) -> (f64, f64) {
        let (x, y) = (to.x - from.x, to.y - from.y);
        match self {
            Self::Up => (-y, x.abs()),
            Self::Down => (y, x.abs()),
            Self::Left => (-x, y.abs()),
            Self::Right => (x, y.abs()),
        }
    }

    /// The place in `points` of the nearest that lies in this direction; `None` at the edge. What lies
    /// aside counts as farther, up to twice as far at an angle of 45°, and what lies steeper is left to
    /// the other directions unless nothing else is there.
    #[must_use]
    pub fn nearest(self, from: Point, points: impl IntoIterator<Item = Point>) -> Option<usize> {
        let cost = |to: Point| {
            let (along, aside) = self.along(from, to);
            let steep = aside > along;
            (along > 0.0).then(|| (steep, along.hypot(aside) * (1.0 + aside / along)))
        };
        let costs = points.into_iter().enumerate().filter_map(|(place, point)| Some((place, cost(point)?)));
        let nearer = |a: &(bool, f64), b: &(bool, f64)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
        costs.min_by(|(_, a), (_, b)| nearer(a, b)).map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Gazetteer, Level, Places, RegionCode},
        query::map::Territory,
    };

    #[test]
    fn the_nearest_ahead_goes_before_the_nearer_aside() {
        let from = Point::default();
        let points = [Point { x: 5.0, y: 0.0 }, Point { x: 2.0, y: 3.0 }, Point { x: -1.0, y: 0.0 }];
        assert_eq!(Direction::Right.nearest(from, points), Some(0));
        assert_eq!(Direction::Down.nearest(from, points), Some(1));
        assert_eq!(Direction::Left.nearest(from, points), Some(2));
        assert_eq!(Direction::Up.nearest(from, points), None);
    }

    /// Which of the points can be reached from the first by moves in the four directions.
    fn reached(points: &[Point], from: usize) -> usize {
        let mut seen = vec![false; points.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(Direction::ALL.iter().filter_map(|way| way.nearest(points[at], points.iter().copied())));
            }
        }
        seen.iter().filter(|seen| **seen).count()
    }

    #[test]
    fn every_region_is_reached_from_every_other() {
        let (places, gazetteer) = (Places::carried(), Gazetteer::carried());
        let henan = RegionCode(410_000);
        let territory = Territory::of(places.counties(henan));
        let below = |level: Level, within: RegionCode| -> Vec<RegionCode> {
            let regions = gazetteer.regions().iter().filter(|region| region.level == level && region.code != within);
            regions.map(|region| region.code).filter(|code| gazetteer.within(*code, within)).collect()
        };
        let prefectures = below(Level::Prefecture, henan);
        let mut all = vec![prefectures.clone(), below(Level::County, henan)];
        all.extend(prefectures.iter().map(|prefecture| below(Level::County, *prefecture)));
        for regions in all {
            let owners = territory.owners(&regions);
            let points: Vec<Point> =
                (0..regions.len()).map(|region| territory.centre(&owners, region).unwrap()).collect();
            for (from, region) in regions.iter().enumerate() {
                assert_eq!(reached(&points, from), regions.len(), "of {} from {region}", regions.len());
            }
        }
    }
}
