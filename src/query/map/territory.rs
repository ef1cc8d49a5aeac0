//! The shapes of a province's counties, made of nothing but their centres and areas.
//!
//! Each county gets the ground that is nearer to its site than to any other, less a weight that grows
//! until the county has its area (a power diagram); the site moves until the middle of the ground is the
//! centre that is told. No ground reaches farther than its weight, which gives the province its outline.
//! A district that another county encloses would get nothing this way: it is drawn as an island on it.

use std::f64::consts::PI;

use super::polygon::{Corner, HalfPlane, Point, circle, contains, cut, measured};
use crate::model::{Place, RegionCode};

/// Rounds after which it is known who is enclosed.
const ROUNDS: usize = 8;
/// Rounds after which areas are within some percent.
const MORE_ROUNDS: usize = 16;
/// Of its area, what a county must get not to count as enclosed.
const FREE: f64 = 0.5;
/// The least and the greatest weight, in squared radii of a circle of the county's area.
const WEIGHTS: [f64; 2] = [0.3, 2.2];
/// The most by which a weight changes in a round, in the same.
const STEP: f64 = 0.3;
/// Square kilometres by which the ground reaches farther than its weight, so that no gaps are left.
const SEAM: f64 = 220.0;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.2;

/// The shapes of a province's counties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Territory {
    /// Islands stand behind the parcels that they lie on.
    pub parcels: Vec<Parcel>,
}

/// The ground of one county.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel {
    /// The county.
    pub region: RegionCode,
    /// Its centre as it is told.
    pub centre: Point,
    /// Square kilometres as they are told.
    pub area: f64,
    /// A convex polygon, clockwise on a screen; what lies beyond its edges are places in
    /// [`Territory::parcels`].
    pub outline: Vec<Corner>,
}

/// A county before it has its ground.
#[derive(Clone, Copy, Debug)]
struct County {
    region: RegionCode,
    centre: Point,
    area: f64,
}

impl Territory {
    /// Makes the shapes of the counties at these places.
    #[must_use]
    pub fn of<'a>(places: impl Iterator<Item = &'a Place>) -> Self {
        let counties = project(&places.collect::<Vec<_>>());
        let got = divide(&counties, ROUNDS, 0.0).into_iter().map(|outline| area(&outline));
        let (mainland, islands): (Vec<_>, Vec<_>) =
            counties.iter().zip(got).partition(|(county, got)| *got >= FREE * county.area);
        let [mainland, islands] =
            [mainland, islands].map(|part| part.into_iter().map(|(county, _)| *county).collect::<Vec<County>>());

        let mut territory = Self::default();
        territory.settle(&mainland, divide(&mainland, MORE_ROUNDS, SEAM));
        let grounds = territory.parcels.len();
        let mut shores = divide(&islands, ROUNDS, 0.0);
        for (island, outline) in islands.iter().zip(&mut shores) {
            let ground = territory.parcels.iter().position(|parcel| contains(&parcel.outline, island.centre));
            for corner in outline {
                corner.beyond = corner.beyond.map_or(ground, |other| Some(grounds + other));
            }
        }
        territory.settle(&islands, shores);
        territory
    }

    fn settle(&mut self, counties: &[County], outlines: Vec<Vec<Corner>>) {
        let parcels = counties.iter().zip(outlines).map(|(&County { region, centre, area }, outline)| Parcel {
            region,
            centre,
            area,
            outline,
        });
        self.parcels.extend(parcels);
    }

    /// For each parcel, which of these regions it belongs to.
    #[must_use]
    pub fn owners(&self, regions: &[RegionCode]) -> Vec<Option<usize>> {
        let owner = |parcel: &Parcel| regions.iter().position(|region| lies_in(parcel.region, *region));
        self.parcels.iter().map(owner).collect()
    }

    /// A point in the middle of an owner's ground: the common centre of its parcels or, where that is
    /// another's, the centre of the nearest of them. `None` for one that has no ground.
    #[must_use]
    pub fn centre(&self, owners: &[Option<usize>], owner: usize) -> Option<Point> {
        let own = || self.parcels.iter().zip(owners).filter(|(_, of)| **of == Some(owner)).map(|(parcel, _)| parcel);
        let area: f64 = own().map(|parcel| parcel.area).sum();
        let mean = |of: fn(Point) -> f64| own().map(|parcel| parcel.area * of(parcel.centre)).sum::<f64>() / area;
        let middle = Point { x: mean(|point| point.x), y: mean(|point| point.y) };
        if own().any(|parcel| contains(&parcel.outline, middle)) {
            return Some(middle);
        }
        let centres = own().map(|parcel| parcel.centre);
        centres.min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)))
    }
}

/// Whether a county is a region or lies in it, as its code tells.
const fn lies_in(county: RegionCode, region: RegionCode) -> bool {
    let open = match region.0 {
        of_province if of_province.is_multiple_of(10_000) => 10_000,
        of_prefecture if of_prefecture.is_multiple_of(100) => 100,
        _ => 1,
    };
    county.0 / open == region.0 / open
}

/// Lays the places on a plane around the middle of them all.
fn project(places: &[&Place]) -> Vec<County> {
    let middle = |of: fn(&Place) -> f64| places.iter().map(|place| of(place)).sum::<f64>() / places.len().max(1) as f64;
    let (lon, lat) = (middle(|place| place.lon), middle(|place| place.lat));
    let centre =
        |place: &Place| Point { x: (place.lon - lon) * DEGREE * lat.to_radians().cos(), y: (lat - place.lat) * DEGREE };
    let county = |place: &&Place| County { region: place.region, centre: centre(place), area: place.area };
    places.iter().map(county).collect()
}

/// Divides the plane among counties; the ground of each, empty for one that gets none.
fn divide(counties: &[County], rounds: usize, seam: f64) -> Vec<Vec<Corner>> {
    let mut sites = Sites::new(counties);
    for _ in 0..rounds {
        sites.improve(counties);
    }
    (0..counties.len()).map(|number| sites.ground(number, seam)).collect()
}

/// The points that claim the ground around them.
struct Sites {
    at: Vec<Point>,
    /// Squares of the distances to which they reach.
    weights: Vec<f64>,
    /// Those that may be neighbours of each.
    neighbours: Vec<Vec<usize>>,
}

impl Sites {
    fn new(counties: &[County]) -> Self {
        let radius = |county: &County| (county.area / PI).sqrt();
        let near = |a: &County, b: &County| {
            let reach = |county| (WEIGHTS[1] * radius(county).powi(2) + SEAM).sqrt();
            // The sites may move a little.
            a.centre.distance(b.centre) < 1.2 * (reach(a) + reach(b))
        };
        let neighbours = |county: &County| {
            let mut near: Vec<_> = (0..counties.len()).filter(|number| near(county, &counties[*number])).collect();
            near.sort_by(|a, b| {
                let far = |number: &usize| county.centre.distance(counties[*number].centre);
                far(a).total_cmp(&far(b))
            });
            near
        };
        Self {
            at: counties.iter().map(|county| county.centre).collect(),
            weights: counties.iter().map(|county| radius(county).powi(2)).collect(),
            neighbours: counties.iter().map(neighbours).collect(),
        }
    }

    /// Brings the area and the middle of each ground nearer to what is told.
    fn improve(&mut self, counties: &[County]) {
        let grounds: Vec<_> = (0..counties.len()).map(|number| measured(&self.ground(number, 0.0))).collect();
        for (number, (county, ground)) in counties.iter().zip(grounds).enumerate() {
            let circle = county.area / PI;
            let lacking = circle - ground.map_or(0.0, |(area, _)| area / PI);
            // Neighbours give as much: half of it at a time.
            let step = (lacking / 2.0).clamp(-STEP * circle, STEP * circle);
            self.weights[number] = (self.weights[number] + step).clamp(WEIGHTS[0] * circle, WEIGHTS[1] * circle);
            if let Some((_, middle)) = ground {
                let site = &mut self.at[number];
                site.x += (county.centre.x - middle.x) / 2.0;
                site.y += (county.centre.y - middle.y) / 2.0;
            }
        }
    }

    /// The ground of a site: a circle without what is nearer to others.
    fn ground(&self, number: usize, seam: f64) -> Vec<Corner> {
        let (at, weight) = (self.at[number], self.weights[number]);
        let mut ground = circle(at, (weight + seam).sqrt());
        let mut kept = Vec::new();
        for &other in self.neighbours[number].iter().filter(|other| **other != number) {
            let (there, theirs) = (self.at[other], self.weights[other]);
            let [a, b] = [2.0 * (there.x - at.x), 2.0 * (there.y - at.y)];
            let square = |point: Point| point.x.powi(2) + point.y.powi(2);
            let most = square(there) - theirs - square(at) + weight;
            cut(&ground, HalfPlane { a, b, most }, other, &mut kept);
            std::mem::swap(&mut ground, &mut kept);
        }
        ground
    }
}

fn area(outline: &[Corner]) -> f64 {
    measured(outline).map_or(0.0, |(area, _)| area)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Places;

    fn henan() -> (Vec<Place>, Territory) {
        let places: Vec<_> = Places::carried().counties(RegionCode(410_000)).copied().collect();
        let territory = Territory::of(places.iter());
        (places, territory)
    }

    #[test]
    fn every_county_has_about_its_area_about_where_it_is() {
        let (places, territory) = henan();
        assert_eq!(territory.parcels.len(), places.len());
        let mut off = 0.0;
        for parcel in &territory.parcels {
            let place = places.iter().find(|place| place.region == parcel.region).unwrap();
            let (area, middle) = measured(&parcel.outline).unwrap_or_else(|| panic!("{} has no ground", parcel.region));
            off += (area - place.area).abs();
            let radius = (place.area / PI).sqrt();
            assert!(middle.distance(parcel.centre) < radius, "{} lies elsewhere", parcel.region);
        }
        let all: f64 = places.iter().map(|place| place.area).sum();
        assert!(off < 0.1 * all, "{:.1} % of the area is another's", 100.0 * off / all);
    }

    #[test]
    fn neighbours_know_each_other_and_islands_their_ground() {
        let (_, territory) = henan();
        let parcel = |code| territory.parcels.iter().position(|parcel| parcel.region.0 == code).unwrap();
        let beyond = |number: usize| {
            territory.parcels[number].outline.iter().filter_map(|corner| corner.beyond).collect::<Vec<_>>()
        };
        // 长垣市 and 封丘县 share a border; 中牟县 is far from both.
        let (changyuan, fengqiu) = (parcel(410_783), parcel(410_727));
        assert!(beyond(changyuan).contains(&fengqiu) && beyond(fengqiu).contains(&changyuan));
        assert!(!beyond(changyuan).contains(&parcel(410_122)));
        // 魏都区 lies in 建安区.
        assert!(beyond(parcel(411_002)).iter().all(|other| *other == parcel(411_003)));
    }

    #[test]
    fn the_same_places_make_the_same_shapes_and_none_make_none() {
        let (places, territory) = henan();
        assert_eq!(Territory::of(places.iter()), territory);
        assert_eq!(Territory::of([].iter()), Territory::default());
        let alone = Territory::of(places[..1].iter());
        assert_eq!(alone.parcels.len(), 1);
    }
}
