//! Where figures depart from what their other fields let expect.

use std::fmt::Write;

use super::sparse::Sparse;
use crate::model::Value;

/// What figures have otherwise than their other fields let expect, 8 bytes each. All are numbers of
/// strings, except for codes and reviews.
#[derive(Debug, Default)]
pub(super) struct Departures {
    /// Name, where it is not that of the metric.
    pub(super) name: Sparse,
    /// Text, where it is not that of [`write_text`].
    pub(super) text: Sparse,
    /// Name of the region, where it is not that of its code.
    pub(super) region: Sparse,
    /// Code of the region, where it is not the code of today.
    pub(super) code: Sparse,
    /// Key, where it is not that of the metric.
    pub(super) key: Sparse,
    /// Value, where it is a proportion.
    pub(super) ratio: Sparse,
    /// What a person made of the reading, by its place in [`Review::ALL`](crate::model::Review::ALL).
    pub(super) review: Sparse,
}

impl Departures {
    /// The departures after each figure has moved to `places[figure]`.
    pub(super) fn moved(self, places: &[u32]) -> Self {
        Self {
            name: self.name.moved(places),
            text: self.text.moved(places),
            region: self.region.moved(places),
            code: self.code.moved(places),
            key: self.key.moved(places),
            ratio: self.ratio.moved(places),
            review: self.review.moved(places),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let all = [&self.name, &self.text, &self.region, &self.code, &self.key, &self.ratio, &self.review];
        all.iter().map(|sparse| sparse.bytes()).sum()
    }
}

/// Writes the characters that a figure has in most texts: the number with its unit.
pub(super) fn write_text(out: &mut String, value: Option<&Value>, unit: &str) {
    let written = match value {
        Some(Value::Number(number)) => write!(out, "{number}{unit}"),
        Some(Value::Ratio(ratio)) => write!(out, "{ratio}"),
        None => write!(out, "{unit}"),
    };
    written.expect("writing to a string does not fail");
}
