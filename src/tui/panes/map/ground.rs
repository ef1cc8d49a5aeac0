//! The shapes of the regions, laid out on the screen; made anew only when the regions or the size change.

use ratatui::layout::Size;

use super::Answer;
use crate::{
    model::{Places, RegionCode},
    query::{
        Territory,
        map::{Direction, Point},
    },
    tui::widgets::map::Raster,
};

/// The shapes of the regions, laid out on the screen.
#[derive(Debug, Default)]
pub(super) struct Ground {
    /// Whose territory this is.
    province: RegionCode,
    territory: Territory,
    /// The regions of the shading, which the raster and the centres are of.
    regions: Vec<RegionCode>,
    centres: Vec<Option<Point>>,
    pub(super) raster: Raster,
}

impl Ground {
    /// Lays out the regions of an answer on so many cells.
    pub(super) fn lay(&mut self, answer: &Answer, size: Size) {
        let regions = answer.shading.regions.iter().map(|shaded| shaded.region);
        let same = self.regions.iter().copied().eq(regions.clone());
        if same && self.raster.size() == size {
            return;
        }
        let province = answer.shade.within.province();
        if self.province != province {
            self.territory = Territory::of(Places::carried().counties(province));
            self.province = province;
        }
        self.regions = regions.collect();
        let owners = self.territory.owners(&self.regions);
        self.centres = (0..self.regions.len()).map(|region| self.territory.centre(&owners, region)).collect();
        let shapes = self.territory.parcels.iter().zip(&owners);
        let shapes = shapes.filter_map(|(parcel, owner)| Some(((*owner)?, parcel.outline.as_slice())));
        self.raster = Raster::new(&shapes.collect::<Vec<_>>(), size);
    }

    pub(super) fn territory(&self) -> &Territory {
        &self.territory
    }

    /// Whether the place of any region is known.
    pub(super) fn is_known(&self) -> bool {
        self.centres.iter().any(Option::is_some)
    }

    /// The region that lies next to one in a direction; from the middle of them all where none is chosen.
    pub(super) fn next(&self, from: Option<usize>, direction: Direction) -> Option<usize> {
        let known: Vec<(usize, Point)> =
            self.centres.iter().enumerate().filter_map(|(place, centre)| Some((place, (*centre)?))).collect();
        let middle = |of: fn(Point) -> f64| known.iter().map(|(_, point)| of(*point)).sum::<f64>() / known.len() as f64;
        let middle = || Point { x: middle(|point| point.x), y: middle(|point| point.y) };
        let start = from.and_then(|from| self.centres[from]).unwrap_or_else(middle);
        let next = direction.nearest(start, known.iter().map(|(_, point)| *point))?;
        Some(known[next].0)
    }
}
