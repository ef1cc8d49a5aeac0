//! Finds the sentence around a figure.

use crate::{
    index::{Atlas, FigureId, MetricId},
    model::{Document, Doubts, Period, RegionCode, Source, correction::Entry},
    tui::{corrections::about, widgets::excerpt::Excerpt},
};

/// Where a figure was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evidence {
    pub(crate) source: Source,
    /// Line of the document, from 1; 0 when it was not read from prose.
    pub(crate) paragraph: u32,
    /// Offsets in the document, in characters.
    pub(crate) span: (u32, u32),
    /// The cell of a table that it stands in, as `Sheet1!C5`; empty for one that was read from prose.
    pub(crate) cell: String,
    /// What it is of.
    pub(crate) region: RegionCode,
    pub(crate) metric: MetricId,
    pub(crate) period: Option<Period>,
    /// Why the reading may be wrong.
    pub(crate) doubt: Doubts,
    /// What people made of it, in the order in which it was done.
    pub(crate) acts: Vec<Entry>,
    /// The sentence, when the document is at hand.
    pub(crate) excerpt: Option<Excerpt>,
}

impl Evidence {
    /// The evidence of a figure; `document` gives the document of a source's id, if it is at hand.
    pub(crate) fn of<'d>(
        figure: FigureId,
        atlas: &Atlas,
        document: impl FnOnce(&str) -> Option<&'d Document>,
        corrections: &[Entry],
    ) -> Self {
        let figure = atlas.figure(figure);
        let source = atlas.sources().get(figure.source().0 as usize).cloned().unwrap_or_default();
        let span = figure.span();
        let acts = about(corrections, &figure.to_figure(), &source.hash).into_iter().cloned().collect();
        let excerpt = document(&source.id).and_then(|document| Excerpt::around(&document.text, span));
        let cell = if span.0 == span.1 { figure.text() } else { String::new() };
        Self {
            source,
            paragraph: figure.paragraph(),
            span,
            cell,
            region: figure.region(),
            metric: figure.metric(),
            period: figure.period(),
            doubt: figure.doubt(),
            acts,
            excerpt,
        }
    }
}
