//! Multiples of a base.
//!
//! - `专利授权量是2016年的2.1倍` → multiple 2.1 专利授权量
//! - `茶园面积翻一番` → multiple 2 茶园面积
//! - `茶叶产量、旅游收入分别增长1.6倍、43%` → multiple 1.6 茶叶产量 · growth 43 旅游收入

use super::{Rule, Sense, Slot};
use crate::model::Measure;

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    // 连续4年翻番 tells how long, not how much.
    (!slot.lead.head.contains("连续")).then(|| Sense::new(Rule::Multiple, Measure::Multiple, slot))
}
