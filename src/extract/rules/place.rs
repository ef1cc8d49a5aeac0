//! Places, of the level or of the growth: what stands directly before decides.
//!
//! - `粮食产量、茶叶产量分别居全省第5位、第1位` → rank 5 粮食产量 · rank 1 茶叶产量
//! - `固定资产投资增长15%，居全市第六位` → growth 15 固定资产投资 · `growth_rank` 6 固定资产投资
//! - `地区生产总值增长4%，总量居全省首位` → growth 4 地区生产总值 · rank 1 地区生产总值
//! - `旅游收入4亿元，总量、增速分别居全省第9位、第3位` → level 4 旅游收入 · rank 9 旅游收入 · `growth_rank` 3 旅游收入
//! - `优良天数、水质指数均列全省前10位` → rank 10 优良天数 · rank 10 水质指数
//! - `旅游收入增长9%，在沿海大市中增速第一` → growth 9 旅游收入 · `growth_rank` 1 旅游收入

use super::{Rule, Sense, Slot, Subject};
use crate::{
    extract::{
        lead::{Compare, Spread, without_rate},
        phrase,
    },
    model::Measure,
};

/// Words that name the level although a growth was told before: 总量居全市第4位.
const LEVEL: &[&str] = &["总量", "数量", "规模", "占比", "比重", "总额", "金额", "资金额"];

/// Whose list of the best is spoken of.
const GROUPS: &[&str] = &["全国", "中国", "国家", "全省", "世界", "全球"];

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    if let Some(sense) = aspects(slot) {
        return Some(sense);
    }
    let bare = lead.head.trim_end_matches(['均', '都']).trim_end_matches("分别");
    let bare = without_streak(bare).trim_end_matches("有望").trim_end_matches("预计");
    let rated = matches!(lead.compare, Some(Compare::Rate(_)));
    let (head, rate) = without_rate(bare).map_or((bare, rated), |head| (head, true));
    let head = phrase::clean(without_streak(head)).trim_end_matches(['和', '与']);
    // 总量和增速均居第一
    let head = if LEVEL.contains(&head) && rate { "" } else { head };
    // 在经济大省中增速第一: the group may stand before the rate.
    let among = head.strip_suffix(['中', '里']).filter(|group| rate && group.ends_with(['省', '市', '县', '区', '城']));
    let head = if among.is_some() { "" } else { head };
    // 位居全国百强县第67位、投资竞争力百强县第80位: the list itself is what the place is in.
    let list = if head.is_empty() { lead.scope.as_deref().and_then(listed) } else { listed(head) };
    // 第一 without a verb of placing or a group is an ordinal.
    if !lead.placed && lead.scope.is_none() && list.is_none() && !rate {
        return None;
    }
    let level = LEVEL.iter().any(|word| head.ends_with(word));
    let grown = matches!(slot.last, Some(Measure::Growth | Measure::GrowthRank));
    let growth = list.is_none() && (rate || (head.is_empty() && !level && grown));
    let rule = if list.is_some() { Rule::PlaceInList } else { Rule::Place };
    let mut sense = Sense::new(rule, if growth { Measure::GrowthRank } else { Measure::Rank }, slot);
    sense.subject = if head.is_empty() { Subject::Before } else { Subject::Named(head.to_owned()) };
    if let Some((group, list)) = list {
        sense.subject = Subject::Named(list.to_owned());
        sense.scope = Some(group.to_owned()).filter(|group| !group.is_empty()).or(sense.scope);
    }
    if let Some(group) = among {
        sense.scope = Some(group.to_owned());
    }
    if lead.head.ends_with(['均', '都']) {
        sense.spread = Spread::Each;
    }
    sense.base = None;
    Some(sense)
}

/// 总量、增速分别居全省第9位、第3位: places of one metric, each of the level or of the growth.
fn aspects(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    let mut parts: Vec<&str> = lead.head.split(['、', '和']).collect();
    if let Some(Compare::Rate(_)) = lead.compare {
        // The last word of the list was taken for the rate that is told.
        *parts.last_mut()? = "增速";
    }
    let stem = |part: &'_ str| {
        LEVEL.iter().find_map(|word| part.strip_suffix(word)).map(|stem| (stem.to_owned(), Measure::Rank))
    };
    let grown = |part: &'_ str| without_rate(part).map(|stem| (stem.to_owned(), Measure::GrowthRank));
    let read: Option<Vec<(String, Measure)>> = parts.iter().map(|part| stem(part).or_else(|| grown(part))).collect();
    let read = read.filter(|read| read.len() > 1 && lead.spread == Spread::Respectively)?;
    let ((owner, _), rest) = read.split_first()?;
    if rest.iter().any(|(stem, _)| !stem.is_empty()) || read.iter().all(|(_, measure)| *measure == Measure::Rank) {
        return None;
    }
    let mut sense = Sense::new(Rule::PlacesOfAspects, Measure::Rank, slot);
    sense.subject = if phrase::clean(owner).is_empty() { Subject::Before } else { Subject::Named(owner.clone()) };
    sense.spread = Spread::One;
    sense.base = None;
    sense.measures = read.into_iter().map(|(_, measure)| measure).collect();
    Some(sense)
}

/// A list of the best: (whose, its name).
fn listed(text: &str) -> Option<(&str, &str)> {
    let best = ["强市", "强县", "强区", "强", "强县市", "强县（市）"].iter().any(|end| text.ends_with(end));
    let group = GROUPS.iter().find(|group| text.starts_with(**group)).map_or(0, |group| group.len());
    best.then(|| (&text[..group], &text[group..]))
}

/// The head without 连续3年, which says how long and not what.
fn without_streak(head: &str) -> &str {
    let Some(at) = head.rfind("连续") else { return head };
    if head.ends_with('年') { &head[..at] } else { head }
}
