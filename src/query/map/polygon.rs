//! Convex polygons on the plane, cut along lines.

/// A point on the plane: kilometres to the east and to the south.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the east.
    pub x: f64,
    /// To the south, as rows of a screen count.
    pub y: f64,
}

impl Point {
    /// How far apart two points are.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point `part` of the way to another.
    pub(super) fn towards(self, other: Self, part: f64) -> Self {
        Self { x: self.x + part * (other.x - self.x), y: self.y + part * (other.y - self.y) }
    }
}

/// A corner of a polygon and what lies beyond the edge that begins here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// Where it is.
    pub at: Point,
    /// The parcel on the other side of the edge to the next corner; `None` where there is none.
    pub beyond: Option<usize>,
}

/// The points at which `a·x + b·y` is at most `most`.
#[derive(Clone, Copy, Debug)]
pub(super) struct HalfPlane {
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) most: f64,
}

impl HalfPlane {
    /// How far a point lies outside, in units of its own; negative for one inside.
    fn excess(self, point: Point) -> f64 {
        self.a * point.x + self.b * point.y - self.most
    }
}

/// Corners of a circle.
const CIRCLE: usize = 32;

/// The circle around `centre` as a polygon, nothing beyond it.
pub(super) fn circle(centre: Point, radius: f64) -> Vec<Corner> {
    let corner = |number: usize| {
        let (sin, cos) = (std::f64::consts::TAU * number as f64 / CIRCLE as f64).sin_cos();
        Corner { at: Point { x: centre.x + radius * cos, y: centre.y + radius * sin }, beyond: None }
    };
    (0..CIRCLE).map(corner).collect()
}

/// What of a convex polygon lies in a half-plane; `beyond` lies on the other side of the cut.
pub(super) fn cut(corners: &[Corner], half: HalfPlane, beyond: usize, kept: &mut Vec<Corner>) {
    kept.clear();
    for (place, corner) in corners.iter().enumerate() {
        let next = corners[(place + 1) % corners.len()];
        let (here, there) = (half.excess(corner.at), half.excess(next.at));
        let crossing = || corner.at.towards(next.at, here / (here - there));
        if here <= 0.0 {
            kept.push(*corner);
            if there > 0.0 {
                kept.push(Corner { at: crossing(), beyond: Some(beyond) });
            }
        } else if there <= 0.0 {
            kept.push(Corner { at: crossing(), beyond: corner.beyond });
        }
    }
}

/// Area and centre of a polygon; `None` for one without an inside.
pub(super) fn measured(corners: &[Corner]) -> Option<(f64, Point)> {
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for (place, corner) in corners.iter().enumerate() {
        let (a, b) = (corner.at, corners[(place + 1) % corners.len()].at);
        let cross = a.x * b.y - b.x * a.y;
        twice += cross;
        x += cross * (a.x + b.x);
        y += cross * (a.y + b.y);
    }
    (twice > f64::EPSILON).then(|| (twice / 2.0, Point { x: x / (3.0 * twice), y: y / (3.0 * twice) }))
}

/// Whether a point lies in a convex polygon.
pub(super) fn contains(corners: &[Corner], point: Point) -> bool {
    let side = |(place, corner): (usize, &Corner)| {
        let (a, b) = (corner.at, corners[(place + 1) % corners.len()].at);
        (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= 0.0
    };
    !corners.is_empty() && corners.iter().enumerate().all(side)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Corner> {
        [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
            .map(|(x, y)| Corner { at: Point { x, y }, beyond: None })
            .to_vec()
    }

    #[test]
    fn a_cut_knows_what_lies_beyond_it() {
        let mut left = Vec::new();
        cut(&square(), HalfPlane { a: 1.0, b: 0.0, most: 1.0 }, 7, &mut left);
        assert_eq!(measured(&left), Some((4.0, Point { x: 0.5, y: 2.0 })));
        let cuts: Vec<_> = left.iter().filter(|corner| corner.beyond == Some(7)).map(|corner| corner.at.x).collect();
        assert_eq!(cuts, [1.0], "the edge along the cut begins at one corner");
        let mut nothing = Vec::new();
        cut(&square(), HalfPlane { a: 1.0, b: 0.0, most: -1.0 }, 7, &mut nothing);
        assert_eq!(measured(&nothing), None);
    }

    #[test]
    fn a_circle_has_its_area_and_holds_its_centre() {
        let centre = Point { x: 3.0, y: -2.0 };
        let (area, middle) = measured(&circle(centre, 2.0)).unwrap();
        assert!((area / (4.0 * std::f64::consts::PI) - 1.0).abs() < 0.01 && middle.distance(centre) < 1e-9);
        assert!(contains(&circle(centre, 2.0), centre));
        assert!(!contains(&circle(centre, 2.0), Point { x: 5.1, y: -2.0 }));
        assert!(!contains(&[], centre));
    }
}
