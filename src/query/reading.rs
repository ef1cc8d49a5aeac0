//! A figure as an answer shows it.

use std::sync::Arc;

use crate::{
    index::{Atlas, FigureId, SourceId},
    model::{Bound, Doubts, Flag, Measure, Period, Review, Status, Value},
};

/// A figure as an answer shows it, free of the Atlas it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Where it stands in the Atlas.
    pub id: FigureId,
    /// The document.
    pub source: SourceId,
    /// What the number tells.
    pub measure: Measure,
    /// The number; `None` when the text lost digits.
    pub value: Option<Value>,
    /// Its unit as written. The strings are shared with the Atlas.
    pub unit: Arc<str>,
    /// How the number bounds the value.
    pub bound: Bound,
    /// Its time.
    pub period: Option<Period>,
    /// Come about or planned.
    pub status: Status,
    /// The group a place, gap or share is compared with.
    pub scope: Option<Arc<str>>,
    /// What a growth or change is measured against.
    pub base: Option<Arc<str>>,
    /// Why it may be wrong.
    pub doubt: Doubts,
    /// What is to be known before it is used.
    pub flag: Option<Flag>,
    /// What a person made of it.
    pub review: Option<Review>,
}

impl Reading {
    /// The reading of a figure.
    #[must_use]
    pub fn of(atlas: &Atlas, id: FigureId) -> Self {
        let figure = atlas.figure(id);
        let (unit, scope, base) = figure.wording_shared();
        Self {
            id,
            source: figure.source(),
            measure: figure.measure(),
            value: figure.value(),
            unit,
            bound: figure.bound(),
            period: figure.period(),
            status: figure.status(),
            scope,
            base,
            doubt: figure.doubt(),
            flag: figure.flag(),
            review: figure.review(),
        }
    }

    /// The number, where the value is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.value.as_ref().and_then(Value::number)
    }
}
