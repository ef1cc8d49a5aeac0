//! A figure as an answer shows it.

use crate::{
    index::{Atlas, FigureId, SourceId},
    model::{Bound, Flag, Measure, Period, Status, Value},
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
    /// Its unit as written.
    pub unit: String,
    /// How the number bounds the value.
    pub bound: Bound,
    /// Its time.
    pub period: Option<Period>,
    /// Come about or planned.
    pub status: Status,
    /// The group a place, gap or share is compared with.
    pub scope: Option<String>,
    /// What a growth or change is measured against.
    pub base: Option<String>,
    /// What is to be known before it is used.
    pub flag: Option<Flag>,
}

impl Reading {
    /// The reading of a figure.
    #[must_use]
    pub fn of(atlas: &Atlas, id: FigureId) -> Self {
        let figure = atlas.figure(id);
        Self {
            id,
            source: figure.source(),
            measure: figure.measure(),
            value: figure.value(),
            unit: figure.unit().to_owned(),
            bound: figure.bound(),
            period: figure.period(),
            status: figure.status(),
            scope: figure.scope().map(str::to_owned),
            base: figure.base().map(str::to_owned),
            flag: figure.flag(),
        }
    }

    /// The number, where the value is one.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.value.as_ref().and_then(Value::number)
    }
}
