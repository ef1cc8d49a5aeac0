//! Multiples: `专利是2016年的2.1倍` → multiple 2.1 of 专利, base 2016年; `产值翻一番` → 2.

use super::{Sense, Slot};
use crate::model::Measure;

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    // 连续4年翻番 tells how long, not how much.
    (!slot.lead.head.contains("连续")).then(|| Sense::new(Measure::Multiple, slot))
}
