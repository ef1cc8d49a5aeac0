//! Places: `收入、税收分别居全省第5位、第1位` → rank 5 of 收入 and rank 1 of 税收, scope 全省.

use super::{Sense, Slot, Subject};
use crate::{
    extract::lead::{Compare, Spread},
    model::Measure,
};

/// Words that name the level although a growth was told before: 总量居全市第4位.
const LEVEL: &[&str] = &["总量", "数量", "规模", "占比", "比重", "总额", "金额", "资金额", "均值"];

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    // 第一 without a verb of placing or a group is an ordinal.
    if !lead.placed && lead.scope.is_none() {
        return None;
    }
    let rated = matches!(lead.compare, Some(Compare::Rate(_)));
    let head = lead.head.trim_end_matches(['均', '都']);
    let (head, rate) = match ["增速", "增幅", "增长率", "涨幅"].iter().find_map(|word| head.strip_suffix(word))
    {
        Some(head) => (head, true),
        None => (head, rated),
    };
    let head = head.trim_end_matches("分别");
    let level = LEVEL.iter().any(|word| head.ends_with(word));
    let growth =
        rate || (head.is_empty() && !level && matches!(slot.last, Some(Measure::Growth | Measure::GrowthRank)));
    let head = without_streak(head);
    let mut sense = Sense::new(if growth { Measure::GrowthRank } else { Measure::Rank }, slot);
    sense.subject = if head.is_empty() { Subject::Before } else { Subject::Named(head.to_owned()) };
    // 位居全国先进制造业百强市第67位: the list itself is what the place is in.
    if let Some((group, list)) =
        lead.scope.as_deref().and_then(listed).filter(|_| crate::extract::name::clean(head).is_empty())
    {
        sense.subject = Subject::Named(list.to_owned());
        sense.scope = Some(group.to_owned());
    }
    if lead.head.ends_with(['均', '都']) {
        sense.spread = Spread::Each;
    }
    sense.base = None;
    Some(sense)
}

/// A list of the best as a scope: (whose, its name).
fn listed(scope: &str) -> Option<(&str, &str)> {
    if !scope.contains('强') {
        return None;
    }
    let group = ["全国", "中国", "国家", "全省", "河南"]
        .iter()
        .find(|group| scope.starts_with(**group))
        .map_or("", |group| &scope[..group.len()]);
    Some((group, &scope[group.len()..]))
}

/// The head without 连续3年, which says how long and not what.
fn without_streak(head: &str) -> &str {
    let Some(at) = head.rfind("连续") else { return head };
    if head.ends_with('年') { &head[..at] } else { head }
}
