//! The immutable index over all figures.

use std::sync::Arc;

use crate::model::{
    Bound, Catalogue, Figure, Flag, Gazetteer, Measure, Metric, Period, RegionCode, Source, Status, Value,
};

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
#[derive(Debug)]
pub struct Atlas {
    pub(crate) gazetteer: Arc<Gazetteer>,
    pub(crate) catalogue: Arc<Catalogue>,
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
        todo!()
    }

    /// Whether there is no figure.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All sources, in the order in which they were added.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        todo!()
    }

    /// Regions that have figures, in the order of their codes, with how many.
    pub fn regions(&self) -> impl Iterator<Item = (RegionCode, usize)> {
        todo!() as std::iter::Empty<(RegionCode, usize)>
    }

    /// All years in which a single-year period of a figure lies, ascending.
    #[must_use]
    pub fn years(&self) -> &[u16] {
        todo!()
    }

    /// Number of metrics: those of the catalogue and the others.
    #[must_use]
    pub fn metric_count(&self) -> usize {
        todo!()
    }

    /// Chinese name of a metric.
    #[must_use]
    pub fn metric_name(&self, metric: MetricId) -> &str {
        let _ = metric;
        todo!()
    }

    /// The catalogue's entry, `None` for a metric outside it.
    #[must_use]
    pub fn metric(&self, metric: MetricId) -> Option<&Metric> {
        let _ = metric;
        todo!()
    }

    /// How many figures a metric has.
    #[must_use]
    pub fn metric_figures(&self, metric: MetricId) -> usize {
        let _ = metric;
        todo!()
    }

    /// The metric of a catalogue key or of exactly this name.
    #[must_use]
    pub fn find_metric(&self, key_or_name: &str) -> Option<MetricId> {
        let _ = key_or_name;
        todo!()
    }

    /// One figure, its fields by accessor.
    #[must_use]
    pub fn figure(&self, id: FigureId) -> FigureRef<'_> {
        FigureRef { atlas: self, id }
    }

    /// The figures of a source, in the order of the text.
    pub fn source_figures(&self, source: SourceId) -> impl Iterator<Item = FigureId> {
        let _ = source;
        todo!() as std::iter::Empty<FigureId>
    }
}

/// A figure inside an Atlas.
#[derive(Clone, Copy, Debug)]
pub struct FigureRef<'a> {
    atlas: &'a Atlas,
    id: FigureId,
}

#[expect(missing_docs, reason = "each is the field of Figure of the same name")]
impl<'a> FigureRef<'a> {
    #[must_use]
    pub fn id(self) -> FigureId {
        self.id
    }
    #[must_use]
    pub fn source(self) -> SourceId {
        todo!()
    }
    /// Offsets in the document, in characters.
    #[must_use]
    pub fn span(self) -> (u32, u32) {
        todo!()
    }
    #[must_use]
    pub fn paragraph(self) -> u32 {
        todo!()
    }
    #[must_use]
    pub fn region(self) -> RegionCode {
        todo!()
    }
    #[must_use]
    pub fn metric(self) -> MetricId {
        todo!()
    }
    /// The text's own name for what is measured.
    #[must_use]
    pub fn name(self) -> &'a str {
        todo!()
    }
    #[must_use]
    pub fn measure(self) -> Measure {
        todo!()
    }
    #[must_use]
    pub fn value(self) -> Option<Value> {
        todo!()
    }
    #[must_use]
    pub fn unit(self) -> &'a str {
        let _ = self.atlas;
        todo!()
    }
    #[must_use]
    pub fn bound(self) -> Bound {
        todo!()
    }
    #[must_use]
    pub fn period(self) -> Option<Period> {
        todo!()
    }
    #[must_use]
    pub fn status(self) -> Status {
        todo!()
    }
    #[must_use]
    pub fn scope(self) -> Option<&'a str> {
        todo!()
    }
    #[must_use]
    pub fn base(self) -> Option<&'a str> {
        todo!()
    }
    #[must_use]
    pub fn flag(self) -> Option<Flag> {
        todo!()
    }
    /// The figure as it went in.
    #[must_use]
    pub fn to_figure(self) -> Figure {
        todo!()
    }
}
