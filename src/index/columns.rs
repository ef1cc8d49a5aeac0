//! What every figure has, a column for each field.

use crate::model::{Bound, Flag, Measure, Period, Status};

/// The period of a figure whose text does not tell it; sorts after all others.
const NO_PERIOD: u32 = 1 << 26;

/// A period in 27 bits that sort as periods do, the unknown one last.
pub(super) fn pack(period: Option<Period>) -> u32 {
    period.map_or(NO_PERIOD, Period::to_bits)
}

/// The period that [`pack`] packed.
pub(super) fn unpack(bits: u32) -> Option<Period> {
    (bits != NO_PERIOD).then(|| Period::from_bits(bits))
}

/// The columns, all of one length: 44 bytes a figure.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// NaN where there is no number.
    pub(super) value: Vec<f64>,
    pub(super) start: Vec<u32>,
    pub(super) end: Vec<u32>,
    pub(super) paragraph: Vec<u32>,
    pub(super) source: Vec<u32>,
    /// Packed, see [`pack`].
    pub(super) period: Vec<u32>,
    pub(super) unit: Vec<u32>,
    /// Number of a string or none, as `base`.
    pub(super) scope: Vec<u32>,
    pub(super) base: Vec<u32>,
    pub(super) measure: Vec<Measure>,
    pub(super) bound: Vec<Bound>,
    pub(super) status: Vec<Status>,
    pub(super) flag: Vec<Option<Flag>>,
}

impl Columns {
    pub(super) fn len(&self) -> usize {
        self.value.len()
    }

    /// The columns with the figures in the order `order`, which names each once.
    pub(super) fn in_order(self, order: &[u32]) -> Self {
        // One column after the other, so that only one is there twice.
        Self {
            value: gather(self.value, order),
            start: gather(self.start, order),
            end: gather(self.end, order),
            paragraph: gather(self.paragraph, order),
            source: gather(self.source, order),
            period: gather(self.period, order),
            unit: gather(self.unit, order),
            scope: gather(self.scope, order),
            base: gather(self.base, order),
            measure: gather(self.measure, order),
            bound: gather(self.bound, order),
            status: gather(self.status, order),
            flag: gather(self.flag, order),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let (unit, scope, base) = (&self.unit, &self.scope, &self.base);
        let words = [&self.start, &self.end, &self.paragraph, &self.source, &self.period, unit, scope, base];
        let words = words.iter().map(|column| size_of_val(column.as_slice()));
        size_of_val(self.value.as_slice())
            + words.sum::<usize>()
            + size_of_val(self.measure.as_slice())
            + size_of_val(self.bound.as_slice())
            + size_of_val(self.status.as_slice())
            + size_of_val(self.flag.as_slice())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the old column is given back to the allocator at once")]
fn gather<T: Copy>(column: Vec<T>, order: &[u32]) -> Vec<T> {
    order.iter().map(|&figure| column[figure as usize]).collect()
}
