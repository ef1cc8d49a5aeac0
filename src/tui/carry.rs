//! Ids of one Atlas as those of another: what is chosen stays chosen when everything is read again.

use crate::index::{Atlas, FigureId, FigureRef, MetricId, SourceId};

/// Turns ids of one Atlas into those of another, by name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carry<'a> {
    pub(crate) from: &'a Atlas,
    pub(crate) to: &'a Atlas,
}

impl Carry<'_> {
    /// The metric of the same key or name; `None` where the new Atlas knows none.
    pub(crate) fn metric(&self, metric: MetricId) -> Option<MetricId> {
        match self.from.metric(metric) {
            Some(known) => self.to.find_metric(&known.key),
            None => self.to.find_metric(self.from.metric_name(metric)),
        }
    }

    /// The source of the same id.
    pub(crate) fn source(&self, source: SourceId) -> Option<SourceId> {
        let id = &self.from.sources().get(source.0 as usize)?.id;
        let at = self.to.sources().iter().position(|other| other.id == *id)?;
        Some(SourceId(at as u32))
    }

    /// The figure that says the same of the same region and metric at the same time, of the same source
    /// if there is one; its value may have changed.
    pub(crate) fn figure(&self, figure: FigureId) -> Option<FigureId> {
        let old = self.from.figure(figure);
        let source = self.source(old.source());
        let series = self.to.series(old.region(), self.metric(old.metric())?);
        let told = self.to.measured_in(&series, old.measure(), old.period()).map(|id| self.to.figure(id));
        let alike =
            told.filter(|new| (new.status(), new.scope(), new.base()) == (old.status(), old.scope(), old.base()));
        // Of several in one document, the one that stands nearest to where it stood.
        let nearest = alike.min_by_key(|new| (Some(new.source()) != source, new.span().0.abs_diff(old.span().0)));
        nearest.map(FigureRef::id)
    }
}
