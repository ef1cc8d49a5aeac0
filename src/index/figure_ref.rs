//! One figure inside an Atlas, its fields read from the columns.

use std::sync::Arc;

use super::{Atlas, FigureId, MetricId, SourceId, departures::write_text, wording::Wording};
use crate::model::{Bound, Doubts, Figure, Flag, Measure, Period, RegionCode, Review, Status, Unit, Value};

/// A figure inside an Atlas.
#[derive(Clone, Copy, Debug)]
pub struct FigureRef<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) id: FigureId,
}

#[expect(missing_docs, reason = "each is the field of Figure of the same name")]
impl<'a> FigureRef<'a> {
    #[must_use]
    pub fn id(self) -> FigureId {
        self.id
    }

    #[must_use]
    pub fn source(self) -> SourceId {
        SourceId(self.atlas.columns.source[self.at()])
    }

    /// Offsets in the document, in characters.
    #[must_use]
    pub fn span(self) -> (u32, u32) {
        (self.atlas.columns.start[self.at()], self.atlas.columns.end[self.at()])
    }

    #[must_use]
    pub fn paragraph(self) -> u32 {
        self.atlas.columns.paragraph[self.at()]
    }

    /// The characters that were read; empty for a figure that was not read from prose.
    #[must_use]
    pub fn text(self) -> String {
        if let Some(text) = self.atlas.departures.text.get(self.id.0) {
            return self.string(text).unwrap_or_default().to_owned();
        }
        let mut text = String::new();
        let (start, end) = self.span();
        if start != end {
            write_text(&mut text, self.value().as_ref(), self.unit());
        }
        text
    }

    /// The characters that were read, where they are others than number and unit make.
    #[must_use]
    pub fn own_text(self) -> Option<&'a str> {
        self.atlas.departures.text.get(self.id.0).and_then(|text| self.string(text))
    }

    /// Code of the region today.
    #[must_use]
    pub fn region(self) -> RegionCode {
        self.atlas.order.head(self.id).0
    }

    #[must_use]
    pub fn metric(self) -> MetricId {
        self.atlas.order.head(self.id).1
    }

    /// The text's own name for what is measured.
    #[must_use]
    pub fn name(self) -> &'a str {
        let own = self.atlas.departures.name.get(self.id.0).and_then(|name| self.string(name));
        own.unwrap_or_else(|| self.atlas.metric_name(self.metric()))
    }

    #[must_use]
    pub fn measure(self) -> Measure {
        self.atlas.columns.place[self.at()].measure()
    }

    #[must_use]
    pub fn value(self) -> Option<Value> {
        match self.number() {
            Some(number) => Some(Value::Number(number)),
            None => self.ratio().map(|ratio| Value::Ratio(ratio.to_owned())),
        }
    }

    /// The value, where it is a number.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        let number = self.atlas.columns.value[self.at()];
        (!number.is_nan()).then_some(number)
    }

    /// The number brought to another unit; `None` where there is none or the unit measures something else.
    #[must_use]
    pub fn number_in(self, unit: &Unit) -> Option<f64> {
        let own = self.parsed_unit();
        if own.dimension != unit.dimension {
            return None;
        }
        // Multiplied before it is divided, as 536800万元 are 53.68亿元 and not 53.680000000000007.
        self.number().map(|number| if own == unit { number } else { number * own.scale / unit.scale })
    }

    #[must_use]
    pub fn unit(self) -> &'a str {
        &self.wording().unit
    }

    /// What the unit measures.
    #[must_use]
    pub fn parsed_unit(self) -> &'a Unit {
        &self.wording().measures
    }

    #[must_use]
    pub fn bound(self) -> Bound {
        self.wording().bound
    }

    #[must_use]
    pub fn period(self) -> Option<Period> {
        self.atlas.columns.place[self.at()].period()
    }

    #[must_use]
    pub fn status(self) -> Status {
        self.wording().status
    }

    #[must_use]
    pub fn scope(self) -> Option<&'a str> {
        self.wording().scope.as_deref()
    }

    #[must_use]
    pub fn base(self) -> Option<&'a str> {
        self.wording().base.as_deref()
    }

    /// Unit, scope and base, shared with the Atlas.
    #[must_use]
    pub fn wording_shared(self) -> (Arc<str>, Option<Arc<str>>, Option<Arc<str>>) {
        let Wording { unit, scope, base, .. } = self.wording();
        (Arc::clone(unit), scope.clone(), base.clone())
    }

    #[must_use]
    pub fn doubt(self) -> Doubts {
        self.atlas.columns.doubt[self.at()]
    }

    #[must_use]
    pub fn flag(self) -> Option<Flag> {
        self.wording().flag
    }

    #[must_use]
    pub fn review(self) -> Option<Review> {
        let number = self.atlas.departures.review.get(self.id.0)?;
        Review::ALL.get(number as usize).copied()
    }

    /// The figure as it went in. (A value that is no number (NaN) comes back as none, a code 0 as no code.)
    #[must_use]
    pub fn to_figure(self) -> Figure {
        let (start, end) = self.span();
        let departures = &self.atlas.departures;
        let own = |number: u32| self.string(number).map(str::to_owned);
        let region = self.region();
        let code = departures.code.get(self.id.0).map_or(region, RegionCode);
        Figure {
            doc: self.atlas.sources[self.source().0 as usize].id.clone(),
            start,
            end,
            paragraph: self.paragraph(),
            text: self.text(),
            region: match departures.region.get(self.id.0) {
                Some(name) => own(name),
                None => self.atlas.gazetteer.get(region).map(|region| region.name.clone()),
            },
            region_code: (code != RegionCode::UNKNOWN).then_some(code),
            metric: match departures.key.get(self.id.0) {
                Some(key) => own(key),
                None => self.atlas.metric(self.metric()).map(|metric| metric.key.clone()),
            },
            name: self.name().to_owned(),
            measure: self.measure(),
            value: self.value(),
            unit: self.unit().to_owned(),
            bound: self.bound(),
            period: self.period(),
            status: self.status(),
            scope: self.scope().map(str::to_owned),
            base: self.base().map(str::to_owned),
            doubt: self.doubt(),
            flag: self.flag(),
            review: self.review(),
        }
    }

    fn wording(self) -> &'a Wording {
        &self.atlas.wordings[self.atlas.columns.wording[self.at()] as usize]
    }

    fn at(self) -> usize {
        self.id.0 as usize
    }

    fn string(self, number: u32) -> Option<&'a str> {
        self.atlas.strings.get(number)
    }

    fn ratio(self) -> Option<&'a str> {
        self.atlas.departures.ratio.get(self.id.0).and_then(|ratio| self.string(ratio))
    }
}
