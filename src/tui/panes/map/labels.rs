//! Where the names of regions are written on the map: on their own ground, never on each other.

use crate::tui::widgets::{map::Raster, text::width};

/// Cells of a name that must lie on its own region, of ten.
const OWN: u16 = 7;
/// How far a name is moved to find room, in cells and in lines: a little, or else farther.
const ASIDE: [(i32, i32); 2] = [(3, 1), (12, 5)];

/// A name on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) owner: usize,
    /// Cells from the left and lines from the top of the map.
    pub(super) column: u16,
    pub(super) line: u16,
    pub(super) cells: u16,
}

/// Places the names of regions, the first in `order` before the others; `foremost` has its name whatever
/// it covers. What finds no room is left out.
pub(super) fn place(
    raster: &Raster,
    names: &[String],
    order: impl IntoIterator<Item = usize>,
    foremost: Option<usize>,
) -> Vec<Label> {
    let sums = raster.sums(names.len());
    let mut by_size: Vec<usize> = (0..names.len()).filter(|owner| sums[*owner].0 > 0).collect();
    by_size.sort_by_key(|owner| std::cmp::Reverse(sums[*owner].0));
    let order = foremost.into_iter().chain(order).chain(by_size);
    let mut placed = Placed { raster, labels: Vec::new() };
    for owner in order {
        let (pixels, columns, rows) = sums[owner];
        let cells = width(&names[owner]);
        if pixels == 0 || cells > raster.size().width || placed.labels.iter().any(|label| label.owner == owner) {
            continue;
        }
        let column = f64::from(columns) / f64::from(pixels) + 0.5 - f64::from(cells) / 2.0;
        // Two rows of pixels a line.
        let line = f64::from(rows) / f64::from(2 * pixels) - 0.25;
        let middle = (column.round() as i32, line.round() as i32);
        let least = if foremost == Some(owner) { 0 } else { OWN * cells };
        let found = ASIDE.into_iter().find_map(|aside| placed.find(owner, cells, middle, aside, least));
        placed.labels.extend(found);
    }
    placed.labels
}

/// The names that have found their places.
struct Placed<'a> {
    raster: &'a Raster,
    labels: Vec<Label>,
}

impl Placed<'_> {
    /// The best place for a name within so many cells and lines of where it would stand, of which at least
    /// `least` tenths of its cells lie on its own region.
    fn find(&self, owner: usize, cells: u16, middle: (i32, i32), aside: (i32, i32), least: u16) -> Option<Label> {
        let size = self.raster.size();
        let places = (-aside.1..=aside.1).flat_map(|down| (-aside.0..=aside.0).map(move |right| (right, down)));
        let inside = places.filter_map(|(right, down)| {
            let column = u16::try_from(middle.0 + right).ok().filter(|column| column + cells <= size.width)?;
            let line = u16::try_from(middle.1 + down).ok().filter(|line| *line < size.height)?;
            Some((right.abs() + 2 * down.abs(), Label { owner, column, line, cells }))
        });
        let fitting = inside.filter_map(|(moved, label)| {
            let own = self.own(&label);
            (own * 10 >= least).then_some((own, -moved, label))
        });
        let free = fitting.filter(|(.., label)| !self.labels.iter().any(|other| label.meets(other)));
        free.max_by_key(|(own, moved, _)| (*own, *moved)).map(|(.., label)| label)
    }

    /// How many cells of a name lie on its own region.
    fn own(&self, label: &Label) -> u16 {
        let columns = label.column..label.column + label.cells;
        columns.filter(|column| self.raster.halves(*column, label.line).contains(&Some(label.owner))).count() as u16
    }
}

impl Label {
    /// Whether two names stand on each other or without a blank between them.
    fn meets(&self, other: &Self) -> bool {
        let (end, others_end) = (self.column + self.cells, other.column + other.cells);
        self.line == other.line && self.column <= others_end && other.column <= end
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::query::map::{Corner, Point};

    /// Names placed on regions that stand side by side, each so many cells wide.
    fn placed(widths: &[f64], names: &[&str], foremost: Option<usize>) -> Vec<(usize, u16, u16)> {
        let mut left = 0.0;
        let shapes: Vec<Vec<Corner>> = widths
            .iter()
            .map(|width| {
                let (from, to) = (left, left + width);
                left = to;
                let corners = [(from, 0.0), (to, 0.0), (to, 6.0), (from, 6.0)];
                corners.map(|(x, y)| Corner { at: Point { x, y }, beyond: None }).to_vec()
            })
            .collect();
        let shapes: Vec<_> = shapes.iter().enumerate().map(|(owner, outline)| (owner, outline.as_slice())).collect();
        let raster = Raster::new(&shapes, Size { width: left as u16, height: 3 });
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let labels = place(&raster, &names, [], foremost);
        labels.into_iter().map(|label| (label.owner, label.column, label.line)).collect()
    }

    #[test]
    fn a_name_stands_in_the_middle_of_its_region() {
        assert_eq!(placed(&[8.0, 10.0], &["长垣", "封丘"], None), [(1, 11, 1), (0, 2, 1)]);
    }

    #[test]
    fn a_name_without_room_is_left_out_but_for_the_foremost() {
        assert_eq!(placed(&[3.0, 10.0], &["长垣县", "封丘"], None), [(1, 6, 1)]);
        assert_eq!(placed(&[3.0, 10.0], &["长垣县", "封丘"], Some(0)), [(0, 0, 1), (1, 7, 1)]);
    }

    #[test]
    fn names_keep_a_blank_between_them() {
        assert_eq!(placed(&[4.0, 4.0], &["长垣", "封丘"], None).len(), 2, "one moves to another line");
        let lines: Vec<_> = placed(&[4.0, 4.0], &["长垣", "封丘"], None).iter().map(|label| label.2).collect();
        assert_ne!(lines[0], lines[1]);
    }
}
