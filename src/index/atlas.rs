//! The immutable index over all figures.

use std::{cmp::Ordering, ops::Range, sync::Arc};

use super::{
    FigureRef, Figures,
    columns::{Columns, Place},
    departures::Departures,
    order::Order,
    strings::Strings,
    wording::Wording,
};
use crate::model::{Catalogue, Gazetteer, Measure, Metric, Period, RegionCode, Source};

/// Position of a figure in the Atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub u32);

/// Position of a metric in the Atlas: those of the catalogue first, in its order, then the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MetricId(pub u32);

/// Position of a source in the Atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// The immutable index over all figures.
///
/// Figures stand by region, metric, measure and period (unknown periods last), those alike in all
/// four in the order in which they were added; equal input gives an equal Atlas. A figure costs at
/// most 64 bytes beside the strings it brings and the places where it departs from the expected
/// ([`Atlas::bytes`]).
#[derive(Debug)]
pub struct Atlas {
    pub(super) gazetteer: Arc<Gazetteer>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) sources: Vec<Source>,
    /// Names of the metrics outside the catalogue.
    pub(super) others: Strings,
    pub(super) years: Vec<u16>,
    /// Strings of `departures` and `wordings`.
    pub(super) strings: Strings,
    /// What many figures have alike.
    pub(super) wordings: Vec<Wording>,
    pub(super) columns: Columns,
    pub(super) departures: Departures,
    pub(super) order: Order,
}

impl Atlas {
    /// The regions the Atlas knows.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The catalogue the Atlas knows.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Number of figures.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there is no figure.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of all columns and orders; strings, sources, regions and catalogue not counted.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.columns.bytes() + self.departures.bytes() + self.order.bytes()
    }

    /// All sources, in the order in which they were added.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Regions that have figures, in the order of their codes, with how many.
    pub fn regions(&self) -> impl Iterator<Item = (RegionCode, usize)> {
        self.order.regions()
    }

    /// All years in which a single-year period of a figure lies, ascending.
    #[must_use]
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// Number of metrics: those of the catalogue and the others.
    #[must_use]
    pub fn metric_count(&self) -> usize {
        self.catalogue.metrics().len() + self.others.len()
    }

    /// Chinese name of a metric; empty for one that is not of this Atlas.
    #[must_use]
    pub fn metric_name(&self, metric: MetricId) -> &str {
        let other = || self.others.get(metric.0 - self.catalogue.metrics().len() as u32);
        self.metric(metric).map_or_else(|| other().unwrap_or_default(), |metric| &metric.zh)
    }

    /// The catalogue's entry, `None` for a metric outside it.
    #[must_use]
    pub fn metric(&self, metric: MetricId) -> Option<&Metric> {
        self.catalogue.metrics().get(metric.0 as usize)
    }

    /// How many figures a metric has.
    #[must_use]
    pub fn metric_figures(&self, metric: MetricId) -> usize {
        self.metric_series(metric).map(|(_, figures)| figures.len()).sum()
    }

    /// The metric of a catalogue key or of exactly this name; of the catalogue's, also of an alias.
    #[must_use]
    pub fn find_metric(&self, key_or_name: &str) -> Option<MetricId> {
        let metrics = self.catalogue.metrics();
        let carried = self.catalogue.get(key_or_name).or_else(|| self.catalogue.named(key_or_name));
        let at = match carried {
            Some(carried) => metrics.iter().position(|metric| metric.key == carried.key),
            None => self.others.iter().position(|name| name == key_or_name).map(|at| metrics.len() + at),
        };
        at.map(|at| MetricId(at as u32))
    }

    /// One figure, its fields by accessor, which panic for an id of another Atlas.
    #[must_use]
    pub fn figure(&self, id: FigureId) -> FigureRef<'_> {
        FigureRef { atlas: self, id }
    }

    /// The series of a region: its metrics, in their order, with the figures of each.
    pub fn region_series(&self, region: RegionCode) -> impl Iterator<Item = (MetricId, Figures)> {
        self.order.of_region(region)
    }

    /// The series of a metric: the regions that have it, by code, with the figures of each.
    pub fn metric_series(&self, metric: MetricId) -> impl Iterator<Item = (RegionCode, Figures)> {
        self.order.of_metric(metric)
    }

    /// The figures of one region and metric, by measure and period.
    #[must_use]
    pub fn series(&self, region: RegionCode, metric: MetricId) -> Figures {
        self.order.of_region_and_metric(region, metric)
    }

    /// Those of a series that tell `measure`, by period, unknown ones last.
    #[must_use]
    pub fn measured(&self, series: &Figures, measure: Measure) -> Figures {
        self.stretch(series, |place| place.compare_measure(measure))
    }

    /// Those of a series that tell `measure` for exactly this period.
    #[must_use]
    pub fn measured_in(&self, series: &Figures, measure: Measure, period: Option<Period>) -> Figures {
        let wanted = Place::new(measure, period);
        self.stretch(series, |place| place.cmp(&wanted))
    }

    /// The figures of a series whose place compares as equal.
    fn stretch(&self, series: &Figures, compare: impl Fn(Place) -> Ordering) -> Figures {
        let Range { start, end } = series.0;
        let places = &self.columns.place[start as usize..end as usize];
        let first = places.partition_point(|&place| compare(place).is_lt());
        let length = places[first..].partition_point(|&place| compare(place).is_eq());
        let first = start + first as u32;
        Figures(first..first + length as u32)
    }

    /// The figures of a source, in the order of the text.
    pub fn source_figures(&self, source: SourceId) -> impl Iterator<Item = FigureId> {
        self.order.of_source(source)
    }
}
