//! Shapes on the screen: which region each half of a cell belongs to.
//!
//! A cell is about twice as high as wide; its two halves are pixels about as wide as high.

mod paint;
mod plain;

use ratatui::layout::{Position, Size};

pub(crate) use paint::{Shade, paint};
pub(crate) use plain::plain;

use crate::query::map::Corner;

/// Which region each pixel belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Raster {
    /// Cells.
    size: Size,
    /// A region's number for each pixel, row by row, two rows a cell.
    owners: Vec<Option<u16>>,
    /// How many regions and pixels of regions there are.
    regions: usize,
    pixels: usize,
}

/// Where shapes are on the raster.
struct Frame {
    left: f64,
    top: f64,
    /// Pixels a kilometre.
    scale: f64,
    /// Pixels before the shapes begin.
    offset: (f64, f64),
}

impl Frame {
    /// Puts all that is drawn in the middle of so many pixels, as large as there is room; `None` where
    /// nothing is drawn.
    fn around<'a>(outlines: impl Iterator<Item = &'a [Corner]>, (columns, rows): (f64, f64)) -> Option<Self> {
        let mut points = outlines.flatten().map(|corner| corner.at);
        let first = points.next()?;
        let (mut low, mut high) = (first, first);
        for point in points {
            (low.x, low.y) = (low.x.min(point.x), low.y.min(point.y));
            (high.x, high.y) = (high.x.max(point.x), high.y.max(point.y));
        }
        let (width, height) = ((high.x - low.x).max(1.0), (high.y - low.y).max(1.0));
        let scale = (columns / width).min(rows / height);
        let offset = ((columns - width * scale) / 2.0, (rows - height * scale) / 2.0);
        Some(Self { left: low.x, top: low.y, scale, offset })
    }

    /// The corners of a shape in pixels.
    fn place(&self, outline: &[Corner]) -> Vec<(f64, f64)> {
        let place = |corner: &Corner| {
            let (x, y) = (corner.at.x - self.left, corner.at.y - self.top);
            (self.offset.0 + x * self.scale, self.offset.1 + y * self.scale)
        };
        outline.iter().map(place).collect()
    }
}

impl Raster {
    /// Draws convex shapes, each with the number of its region, the later above the earlier. Every region
    /// gets a pixel at least, if there are as many.
    pub(crate) fn new(shapes: &[(usize, &[Corner])], size: Size) -> Self {
        let (columns, rows) = (usize::from(size.width), usize::from(size.height) * 2);
        let mut raster = Self { size, owners: vec![None; columns * rows], ..Self::default() };
        let outlines = shapes.iter().map(|(_, outline)| *outline);
        let Some(frame) = Frame::around(outlines, (columns as f64, rows as f64)) else { return raster };
        let placed: Vec<_> = shapes.iter().map(|(owner, outline)| (*owner as u16, frame.place(outline))).collect();
        for (owner, corners) in &placed {
            raster.fill(*owner, corners);
        }
        raster.close();
        raster.mark(&placed);
        let mut regions: Vec<u16> = raster.owners.iter().copied().flatten().collect();
        raster.pixels = regions.len();
        regions.sort_unstable();
        regions.dedup();
        raster.regions = regions.len();
        raster
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// The region of a pixel; `row` counts halves of cells.
    pub(crate) fn owner(&self, column: u16, row: u16) -> Option<usize> {
        if column >= self.size.width {
            return None;
        }
        let place = usize::from(row) * usize::from(self.size.width) + usize::from(column);
        self.owners.get(place).copied().flatten().map(usize::from)
    }

    /// The region of the upper and of the lower half of a cell.
    pub(crate) fn halves(&self, column: u16, line: u16) -> [Option<usize>; 2] {
        [self.owner(column, 2 * line), self.owner(column, 2 * line + 1)]
    }

    /// The region at a cell, counted from the top left of the map.
    pub(crate) fn at(&self, cell: Position) -> Option<usize> {
        let [upper, lower] = self.halves(cell.x, cell.y);
        upper.or(lower)
    }

    /// Pixels that a region has on average.
    fn room(&self) -> usize {
        self.pixels / self.regions.max(1)
    }

    /// How many pixels each of `count` regions has, and the sums of their columns and rows.
    pub(crate) fn sums(&self, count: usize) -> Vec<(u32, u32, u32)> {
        let mut sums = vec![(0, 0, 0); count];
        let columns = usize::from(self.size.width).max(1);
        for (place, owner) in self.owners.iter().enumerate() {
            if let Some(sum) = owner.and_then(|owner| sums.get_mut(usize::from(owner))) {
                let (column, row) = ((place % columns) as u32, (place / columns) as u32);
                *sum = (sum.0 + 1, sum.1 + column, sum.2 + row);
            }
        }
        sums
    }

    fn rows(&self) -> u16 {
        self.size.height * 2
    }

    fn set(&mut self, column: u16, row: u16, owner: u16) {
        self.owners[usize::from(row) * usize::from(self.size.width) + usize::from(column)] = Some(owner);
    }

    /// Takes the pixels whose middle lies in a convex polygon.
    fn fill(&mut self, owner: u16, corners: &[(f64, f64)]) {
        for row in 0..self.rows() {
            let middle = f64::from(row) + 0.5;
            let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
            for (place, &(x, y)) in corners.iter().enumerate() {
                let (to_x, to_y) = corners[(place + 1) % corners.len()];
                if (y <= middle) != (to_y <= middle) {
                    let crossing = x + (middle - y) / (to_y - y) * (to_x - x);
                    (left, right) = (left.min(crossing), right.max(crossing));
                }
            }
            let first = (left - 0.5).ceil().max(0.0);
            let last = (right - 0.5).floor().min(f64::from(self.size.width) - 1.0);
            if first <= last {
                (first as u16..=last as u16).for_each(|column| self.set(column, row, owner));
            }
        }
    }

    /// Gives pixels between regions that belong to none to a neighbour.
    fn close(&mut self) {
        let mut closed = Vec::new();
        for row in 0..self.rows() {
            for column in 0..self.size.width {
                if self.owner(column, row).is_none() {
                    let around = self.around(column, row);
                    let owned: Vec<_> = around.into_iter().flatten().collect();
                    if owned.len() > 2 {
                        closed.push((column, row, owned[0] as u16));
                    }
                }
            }
        }
        for (column, row, owner) in closed {
            self.set(column, row, owner);
        }
    }

    /// Owners of the pixels on the left, on the right, above and below.
    fn around(&self, column: u16, row: u16) -> [Option<usize>; 4] {
        let left = column.checked_sub(1).and_then(|column| self.owner(column, row));
        let above = row.checked_sub(1).and_then(|row| self.owner(column, row));
        [left, self.owner(column + 1, row), above, self.owner(column, row + 1)]
    }

    /// Whether a pixel lies at the border of its region.
    fn is_edge(&self, column: u16, row: u16) -> bool {
        let own = self.owner(column, row);
        self.around(column, row).iter().any(|owner| *owner != own)
    }

    /// Gives regions that are too small for a pixel the one nearest to their middle of which no other
    /// would be lost.
    fn mark(&mut self, shapes: &[(u16, Vec<(f64, f64)>)]) {
        let mut counts = vec![0_u32; shapes.iter().map(|(owner, _)| usize::from(*owner) + 1).max().unwrap_or(0)];
        for owner in self.owners.iter().flatten() {
            counts[usize::from(*owner)] += 1;
        }
        for (owner, corners) in shapes.iter().filter(|(_, corners)| !corners.is_empty()) {
            if counts[usize::from(*owner)] > 0 {
                continue;
            }
            let mean = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).sum::<f64>() / corners.len() as f64;
            let (x, y) = (mean(|corner| corner.0), mean(|corner| corner.1));
            let columns = usize::from(self.size.width);
            let far = |place: &usize| {
                let (column, row) = ((place % columns) as f64 + 0.5, (place / columns) as f64 + 0.5);
                (column - x).hypot(row - y)
            };
            let spare = |place: &usize| self.owners[*place].is_none_or(|owner| counts[usize::from(owner)] > 1);
            let places = (0..self.owners.len()).filter(spare);
            let Some(nearest) = places.min_by(|a, b| far(a).total_cmp(&far(b))) else { return };
            if let Some(loser) = self.owners[nearest].replace(*owner) {
                counts[usize::from(loser)] -= 1;
            }
            counts[usize::from(*owner)] += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::map::Point;

    /// A rectangle in kilometres.
    fn rectangle(left: f64, top: f64, right: f64, bottom: f64) -> Vec<Corner> {
        [(left, top), (right, top), (right, bottom), (left, bottom)]
            .map(|(x, y)| Corner { at: Point { x, y }, beyond: None })
            .to_vec()
    }

    fn raster(shapes: &[Vec<Corner>], width: u16, height: u16) -> Raster {
        let shapes: Vec<_> = shapes.iter().enumerate().map(|(owner, outline)| (owner, outline.as_slice())).collect();
        Raster::new(&shapes, Size { width, height })
    }

    /// The pixels, a row a line.
    fn drawn(raster: &Raster) -> Vec<String> {
        let pixel = |column, row| raster.owner(column, row).map_or(" ".to_owned(), |owner| owner.to_string());
        let row = |row| (0..raster.size.width).map(|column| pixel(column, row)).collect();
        (0..raster.rows()).map(row).collect()
    }

    #[test]
    fn shapes_fill_the_screen_and_keep_their_proportions() {
        let shapes = [rectangle(0.0, 0.0, 20.0, 20.0), rectangle(20.0, 0.0, 40.0, 40.0)];
        assert_eq!(drawn(&raster(&shapes, 4, 2)), ["0011", "0011", "  11", "  11"]);
        // Twice as wide a screen shows the same in its middle.
        assert_eq!(drawn(&raster(&shapes, 8, 2))[0], "  0011  ");
        assert_eq!(raster(&shapes, 4, 2).halves(0, 0), [Some(0), Some(0)]);
        assert_eq!(raster(&shapes, 4, 2).at(Position { x: 0, y: 1 }), None);
        assert_eq!(raster(&shapes, 4, 2).sums(2), [(4, 2, 2), (8, 20, 12)]);
    }

    #[test]
    fn a_hole_of_a_pixel_is_closed_and_a_region_without_one_gets_one() {
        let around = [
            rectangle(0.0, 0.0, 30.0, 10.0),
            rectangle(0.0, 10.0, 10.0, 20.0),
            rectangle(20.0, 10.0, 30.0, 20.0),
            rectangle(0.0, 20.0, 30.0, 40.0),
        ];
        assert_eq!(drawn(&raster(&around, 3, 2)), ["000", "112", "333", "333"]);
        let speck = [rectangle(0.0, 0.0, 40.0, 40.0), rectangle(21.0, 21.0, 22.0, 22.0)];
        assert_eq!(drawn(&raster(&speck, 4, 2)), ["0000", "0000", "0010", "0000"]);
    }

    #[test]
    fn no_size_is_too_small() {
        let shapes = [rectangle(0.0, 0.0, 20.0, 20.0), rectangle(20.0, 0.0, 40.0, 40.0)];
        for (width, height) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let raster = raster(&shapes, width, height);
            assert_eq!(raster.owner(0, 0).is_some(), width * height > 0);
        }
        assert_eq!(Raster::new(&[], Size { width: 2, height: 2 }).owner(0, 0), None);
    }
}
