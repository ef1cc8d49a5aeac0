//! Parts of a whole; a part whose share has a name of its own is the level of that ratio.
//!
//! - `机械产业产值120亿元，占全市三分之二` → level 120 机械产业产值 · share 0.6667 机械产业产值
//! - `民生支出占一般公共预算支出的76%` → level 76 民生支出占一般公共预算支出比重
//! - `近50%的农户用上天然气` → share 50 农户
//! - `农民收入只有全省的71%、全国的63%` → share 71 农民收入 · share 63 农民收入
//! - `机械产业产值在工业产值中的比重达到31%` → share 31 机械产业产值
//! - `果品产值占农业产值比重由36%提高到41%` → share 36 果品产值 · share 41 果品产值

use super::{Rule, Sense, Slot, Subject};
use crate::{extract::phrase::clean, model::Measure};

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    let proportion = slot.unit() == "%" || slot.unit().is_empty();
    if !proportion || lead.compare.is_some() && !lead.part && !lead.reached {
        return None;
    }
    // 只有全省47%、全国62%
    let group = lead.head.trim_start_matches(['、', '和']);
    if slot.last == Some(Measure::Share) && matches!(group, "全国" | "全省" | "全市") && slot.continues {
        let mut sense = Sense::new(Rule::Part, Measure::Share, slot);
        sense.subject = Subject::Before;
        sense.scope = Some(group.to_owned());
        return Some(sense);
    }
    // 比重由8%提高到9%: the second is a part of the same whole.
    if slot.last == Some(Measure::Share) && lead.reached && clean(&lead.head).is_empty() {
        let mut sense = Sense::new(Rule::Part, Measure::Share, slot);
        sense.scope = slot.scope.map(str::to_owned);
        sense.subject = Subject::Before;
        return Some(sense);
    }
    if lead.part {
        return Some(Sense::new(Rule::Part, Measure::Share, slot));
    }
    let counted = slot.counted?;
    if slot.unit() != "%" || !clean(&lead.head).is_empty() {
        return None;
    }
    let mut sense = Sense::new(Rule::PartCounted, Measure::Share, slot);
    sense.subject = Subject::Named(counted.noun.to_owned());
    sense.scope = Some(counted.noun.to_owned());
    Some(sense)
}
