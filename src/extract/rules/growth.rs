//! Changes, relative and absolute, and gaps to others.
//!
//! - `旅游收入同比增长5.5%` → growth 5.5 旅游收入
//! - `居民消费价格涨幅3%` → growth 3 居民消费价格
//! - `工业用水量下降3.1%` → growth -3.1 工业用水量
//! - `城镇化率提高1.2个百分点` → change 1.2 城镇化率
//! - `进出口总额增长9%，高于全省2个百分点` → growth 9 进出口总额 · gap 2 进出口总额
//! - `优良天数260天，超目标任务8天` → level 260 优良天数 · change 8 优良天数
//! - `工业投资增长9%，高于全国3个百分点、全省2个百分点` → growth 9 工业投资 · gap 3 工业投资 · gap 2 工业投资
//! - `经济增长7.5%` → growth 7.5 地区生产总值
//! - `果品产值占农业产值比重提高4个百分点` → change 4 果品产值占农业产值比重
//! - `压减办件材料35%` → growth -35 办件材料

use super::{Rule, Sense, Slot, Subject};
use crate::{
    extract::{
        lead::{self, Compare, without_rate},
        phrase::clean,
    },
    model::Measure,
};

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    let points = slot.unit().ends_with("百分点");
    let percent = matches!(slot.unit(), "%" | "‰");
    match lead.compare {
        // 甲增速快于乙增速（5%）: what the brackets tell is the rate of the one compared with.
        Some(Compare::Gap(_)) if percent && slot.bracketed => {
            let mut sense = Sense::new(Rule::RateInBrackets, Measure::Growth, slot);
            sense.subject = lead.scope.clone().map_or(Subject::Before, Subject::Named);
            sense.scope = None;
            sense.base = Some("yoy".into());
            Some(sense)
        }
        Some(Compare::Gap(sign)) if !percent => {
            let mut sense = Sense::new(Rule::Gap, Measure::Gap, slot);
            sense.sign = sign;
            sense.base = None;
            // 农民增速快于市民增速1个百分点: the gap is one of the metric.
            if let Some(head) = without_rate(&lead.head) {
                let bare = clean(head).is_empty();
                sense.subject = if bare { Subject::Before } else { Subject::Named(head.to_owned()) };
            }
            Some(sense)
        }
        // 高于全国3个、全省2个百分点: the second gap goes on with the first.
        None if points && slot.last == Some(Measure::Gap) && is_group(joined(&lead.head)) => {
            let mut sense = Sense::new(Rule::Gap, Measure::Gap, slot);
            sense.subject = Subject::Before;
            sense.scope = Some(joined(&lead.head).to_owned());
            sense.sign = slot.sign;
            Some(sense)
        }
        // 压减办件材料35%
        None if percent && verb_first(&lead.head).is_some() => {
            let (rest, sign) = verb_first(&lead.head)?;
            let mut sense = Sense::new(Rule::Change, Measure::Growth, slot);
            sense.subject = Subject::Named(rest.to_owned());
            sense.sign = sign;
            Some(sense)
        }
        // 增长到3%: the rate that was reached is still a rate; 提高到60%: a level.
        Some(Compare::Rate(sign)) if percent => {
            let mut sense = Sense::new(Rule::Rate, Measure::Growth, slot);
            sense.sign = sign;
            sense.base = sense.base.or_else(|| Some("yoy".into()));
            Some(sense)
        }
        Some(Compare::Change(_)) if lead.reached => None,
        // 超目标任务18天: how far beyond what was aimed at.
        None if beyond(&lead.head).is_some() => {
            let mut sense = Sense::new(Rule::BeyondTarget, Measure::Change, slot);
            sense.base = beyond(&lead.head).map(str::to_owned);
            sense.subject = Subject::Before;
            Some(sense)
        }
        Some(Compare::Change(sign)) => {
            let mut sense = Sense::new(Rule::Change, if percent { Measure::Growth } else { Measure::Change }, slot);
            sense.sign = sign;
            sense.base = sense.base.or_else(|| Some("yoy".into()));
            if clean(&lead.head) == "经济" {
                sense.subject = Subject::Named("地区生产总值".into());
            }
            // 甲占乙比重提高3个百分点: what changes is the share.
            if let Some(whole) = lead.scope.as_deref().filter(|_| lead.part && points) {
                sense.subject = Subject::Named(format!("{}占{whole}比重", lead.head));
                sense.scope = None;
            }
            // 增加就业5万人, 减少污染企业3家: what is done, not what changed.
            if let Some(counted) = slot.counted.filter(|_| !percent && !points && lead.head.is_empty()) {
                sense.subject = Subject::Named(counted.noun.to_owned());
            }
            Some(sense)
        }
        _ if points => Some(Sense::new(Rule::Points, Measure::Change, slot)),
        _ => None,
    }
}

/// What a connective joins to the list before: 、全省 → 全省.
fn joined(head: &str) -> &str {
    head.trim_start_matches(['、', '，', '和', '与', '及'])
}

/// Groups that a later gap of a sentence is told against.
fn is_group(text: &str) -> bool {
    matches!(
        text.trim_end_matches("平均水平").trim_end_matches("平均"),
        "全国" | "全省" | "全市" | "全区" | "全州" | "全球"
    )
}

/// 压减办件材料 → 办件材料, −1: a verb of changing before what it changes.
fn verb_first(head: &str) -> Option<(&str, f64)> {
    const VERBS: &[(&str, f64)] =
        &[("压减", -1.0), ("压缩", -1.0), ("缩减", -1.0), ("削减", -1.0), ("精简", -1.0), ("缩短", -1.0)];
    let head = clean(lead::last_piece(head));
    VERBS.iter().find_map(|(verb, sign)| {
        let rest = head.strip_prefix(verb)?;
        (rest.chars().count() >= 2).then_some((rest, *sign))
    })
}

fn beyond(head: &str) -> Option<&str> {
    let base = head.strip_prefix("超额完成").or_else(|| head.strip_prefix('超'))?;
    ["目标任务", "年度目标", "目标", "任务"].contains(&base).then_some(base)
}
