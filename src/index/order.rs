//! The orders in which figures are found: by region and metric, by metric and by source.

use std::ops::Range;

use super::{FigureId, MetricId, SourceId, columns::Columns};
use crate::model::RegionCode;

/// Figures that stand one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures(pub(super) Range<u32>);

impl Iterator for Figures {
    type Item = FigureId;

    fn next(&mut self) -> Option<FigureId> {
        self.0.next().map(FigureId)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Figures {
    fn next_back(&mut self) -> Option<FigureId> {
        self.0.next_back().map(FigureId)
    }
}

impl ExactSizeIterator for Figures {}

/// Things grouped under numbered heads: those of head `h` are `items[starts[h]..starts[h + 1]]`.
#[derive(Debug)]
struct Grouped {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Grouped {
    /// Puts item `i` under `heads[i]`, of which there are `count`; items under one head ascend.
    fn new(heads: impl Iterator<Item = u32> + Clone, count: usize) -> Self {
        let mut starts = vec![0_u32; count + 1];
        let mut len = 0;
        for head in heads.clone() {
            starts[head as usize + 1] += 1;
            len += 1;
        }
        for head in 0..count {
            starts[head + 1] += starts[head];
        }
        let mut next = starts.clone();
        let mut items = vec![0; len];
        for (item, head) in heads.enumerate() {
            let place = &mut next[head as usize];
            items[*place as usize] = item as u32;
            *place += 1;
        }
        Self { starts, items }
    }

    fn range(&self, head: u32) -> Range<usize> {
        match self.starts.get(head as usize..head as usize + 2) {
            Some(bounds) => bounds[0] as usize..bounds[1] as usize,
            None => 0..0,
        }
    }

    fn of(&self, head: u32) -> &[u32] {
        &self.items[self.range(head)]
    }

    fn bytes(&self) -> usize {
        size_of_val(self.starts.as_slice()) + size_of_val(self.items.as_slice())
    }
}

/// A series: the figures of one region and metric.
#[derive(Clone, Copy, Debug)]
struct Series {
    region: RegionCode,
    metric: MetricId,
    first: u32,
}

/// All orders: 4 bytes a figure, 16 a series (which has at least one figure), and 8 a region, metric
/// and source.
#[derive(Debug)]
pub(super) struct Order {
    // Number of figures.
    len: u32,
    // By region and metric.
    series: Vec<Series>,
    // By code, each with its first series.
    regions: Vec<(RegionCode, u32)>,
    series_by_metric: Grouped,
    figures_by_source: Grouped,
}

impl Order {
    /// `heads` are region and metric of each figure, ascending; `places` tells where each figure, in
    /// the order of arrival, stands in `columns`.
    pub(super) fn new(
        heads: impl Iterator<Item = (RegionCode, MetricId)>,
        columns: &Columns,
        places: &[u32],
        metrics: usize,
        sources: usize,
    ) -> Self {
        let mut series: Vec<Series> = Vec::new();
        let mut regions: Vec<(RegionCode, u32)> = Vec::new();
        for (figure, (region, metric)) in heads.enumerate() {
            if series.last().is_none_or(|last| (last.region, last.metric) != (region, metric)) {
                if regions.last().is_none_or(|last| last.0 != region) {
                    regions.push((region, series.len() as u32));
                }
                series.push(Series { region, metric, first: figure as u32 });
            }
        }
        series.shrink_to_fit();
        let series_by_metric = Grouped::new(series.iter().map(|series| series.metric.0), metrics);
        let figures_by_source = by_source(columns, places, sources);
        Self { len: columns.len() as u32, series, regions, series_by_metric, figures_by_source }
    }

    pub(super) fn regions(&self) -> impl Iterator<Item = (RegionCode, usize)> {
        (0..self.regions.len()).map(|at| {
            let of_region = self.series_at(at);
            let count = self.first_figure(of_region.end) - self.first_figure(of_region.start);
            (self.regions[at].0, count as usize)
        })
    }

    pub(super) fn head(&self, figure: FigureId) -> (RegionCode, MetricId) {
        let series = self.series[self.series.partition_point(|series| series.first <= figure.0) - 1];
        (series.region, series.metric)
    }

    pub(super) fn of_region(&self, region: RegionCode) -> impl Iterator<Item = (MetricId, Figures)> {
        self.series_of(region).map(|at| (self.series[at].metric, self.figures(at)))
    }

    pub(super) fn of_metric(&self, metric: MetricId) -> impl Iterator<Item = (RegionCode, Figures)> {
        let series = self.series_by_metric.of(metric.0);
        series.iter().map(|&at| (self.series[at as usize].region, self.figures(at as usize)))
    }

    pub(super) fn of_region_and_metric(&self, region: RegionCode, metric: MetricId) -> Figures {
        let of_region = self.series_of(region);
        let found = self.series[of_region.clone()].binary_search_by_key(&metric, |series| series.metric);
        found.map_or(Figures(0..0), |at| self.figures(of_region.start + at))
    }

    pub(super) fn of_source(&self, source: SourceId) -> impl Iterator<Item = FigureId> {
        self.figures_by_source.of(source.0).iter().copied().map(FigureId)
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.series.as_slice())
            + size_of_val(self.regions.as_slice())
            + self.series_by_metric.bytes()
            + self.figures_by_source.bytes()
    }

    /// Places of a region's series.
    fn series_of(&self, region: RegionCode) -> Range<usize> {
        self.regions.binary_search_by_key(&region, |entry| entry.0).map_or(0..0, |at| self.series_at(at))
    }

    /// Places of the series of the region at `at`.
    fn series_at(&self, at: usize) -> Range<usize> {
        let end = self.regions.get(at + 1).map_or(self.series.len(), |next| next.1 as usize);
        self.regions[at].1 as usize..end
    }

    /// Figures of the series at `at`.
    fn figures(&self, at: usize) -> Figures {
        Figures(self.first_figure(at)..self.first_figure(at + 1))
    }

    fn first_figure(&self, series: usize) -> u32 {
        self.series.get(series).map_or(self.len, |series| series.first)
    }
}

/// The figures of each source in the order of the text; those of one place as they arrived.
fn by_source(columns: &Columns, places: &[u32], sources: usize) -> Grouped {
    let mut grouped = Grouped::new(places.iter().map(|&figure| columns.source[figure as usize]), sources);
    for source in 0..sources as u32 {
        let range = grouped.range(source);
        let figures = &mut grouped.items[range];
        for arrival in figures.iter_mut() {
            *arrival = places[*arrival as usize];
        }
        figures.sort_by_key(|&figure| columns.start[figure as usize]);
    }
    grouped
}
