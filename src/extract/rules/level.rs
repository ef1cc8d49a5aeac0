//! The quantity itself, named before or after its number.
//!
//! - `一般公共预算收入完成53亿元` → level 53 一般公共预算收入
//! - `新增学位5240个` → level 5240 新增学位
//! - `新增7家瞪羚企业、21家高新技术企业` → level 7 新增瞪羚企业 · level 21 新增高新技术企业
//! - `18个老旧小区完成改造` → level 18 改造老旧小区
//! - `三次产业结构调整为8:42:50` → level 8:42:50 三次产业结构
//! - `实施800万元以上项目37个` → level 37 实施800万元以上项目
//! - `新增瞪羚企业7家，达到31家` → level 7 新增瞪羚企业 · level 31 瞪羚企业
//! - `新辟7条公交线路` → level 7 新辟公交线路

use super::{Rule, Sense, Slot, Subject};
use crate::{
    extract::{number::Shape, phrase, unit, words::Words},
    model::Measure,
};

/// Nouns too general to name a row: what is done to them tells which they are.
const GENERAL: &[&str] = &[
    "项目", "企业", "设备", "村", "工作", "学校", "问题", "活动", "成果", "产品", "案例", "道路", "乡镇", "社区",
    "单位", "路段", "高速", "县", "行业",
];

/// Words that lead to whom something is done.
const AIMING: &[&str] = &["对", "使", "为", "向", "给", "让", "将", "把", "帮助", "惠及", "带动"];

/// Words before or behind a noun that belong to the name of what is new or made.
const MADE: &[&str] = &[
    "新增", "净增", "新建", "新入库", "新认定", "新培育", "新引进", "新招引", "新发展", "新获评", "新入选", "改造",
    "新改扩建", "新开工", "新落地", "新签约",
];

/// Ends of phrases that only say what is done, so that the thing itself comes after the number.
static DOING: Words = Words::at_end(&[
    "发放", "设立", "投入", "建成", "培育", "新增", "新建", "实施", "完成", "争取", "发展", "引进", "拥有", "投资",
    "拉动", "组建", "打造", "年产", "解决",
]);

/// Ends of names that are told without a unit.
static BARE: Words = Words::at_end(&["系数", "指数", "指标值", "收入比"]);

/// 新辟, 新设: a word for what is new at the end of a phrase.
fn made(head: &str) -> Option<&str> {
    let head = head.trim_end_matches('了');
    let (at, _) = head.char_indices().rev().nth(1)?;
    head[at..].starts_with('新').then_some(&head[at..])
}

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    let mut sense = Sense::new(Rule::Named, Measure::Level, slot);
    sense.base = None;
    if matches!(slot.number.shape, Shape::Proportion(_)) {
        sense.rule = Rule::Proportion;
        // 由16:48:36调整为15:48:37: the structure was named before.
        let head = phrase::clean(&lead.head);
        let told = head.is_empty() || ["结构", "比例", "构成", "比重", "产业"].iter().any(|word| head.contains(word));
        return (told || head.ends_with('比')).then_some(sense);
    }
    if slot.unit().is_empty() {
        sense.rule = Rule::Index;
        return BARE.any(&lead.head).then_some(sense);
    }
    let head = summed(phrase::clean(&lead.head));
    if !head.is_empty() {
        sense.subject = Subject::Named(head.to_owned());
    }
    // Behind a unit that counts, or a verb that only says what is done, the thing itself is named.
    let doing = head.is_empty()
        || DOING.any(head)
        || head.ends_with('等')
        || unit::is_count(slot.unit())
        || slot.unit() == "万";
    if let Some(counted) = slot.counted.filter(|_| doing) {
        let fresh =
            MADE.iter().copied().find(|word| head.starts_with(word) || head.ends_with(word)).or_else(|| made(head));
        let noun = counted.noun;
        let general = GENERAL.contains(&noun) && (head.is_empty() || head.ends_with('等'));
        let tail = done(counted.tail, general);
        let noun = match fresh {
            Some(fresh) => format!("{fresh}{noun}"),
            None if noun.chars().count() == 1 && !head.is_empty() && !AIMING.contains(&head) => format!("{head}{noun}"),
            None => noun.to_owned(),
        };
        let full = if !tail.is_empty() {
            format!("{tail}{noun}")
        } else if GENERAL.contains(&noun.as_str()) && !head.ends_with('等') {
            format!("{head}{noun}")
        } else {
            noun.clone()
        };
        sense.rule = Rule::Counted;
        sense.subject = Subject::Counted { noun, full };
    }
    Some(sense)
}

/// Verbs whose doing tells the things that are counted from others of their kind.
static TELLING: Words = Words::at_start(&[
    "建成", "投产", "开工", "通过", "获", "入选", "签约", "落地", "入市", "投入使用", "竣工", "改造", "完成改造",
    "完成股改", "完成上市", "上市", "驻企", "办结", "集中", "投用", "投运", "纳入", "进入", "成为", "被", "合作",
    "治愈", "正常", "绿化", "出列", "摘帽", "脱贫", "落户", "荣获", "被认定",
]);

/// Words of how well, or how far, something is done.
static PRAISE: Words =
    Words::at_start(&["全部", "成功", "超额", "高质量", "顺利", "全面", "已", "均", "实现", "有序", "先后", "陆续"]);

/// What is done to the things that are counted, without how well: 全部建成投产 → 建成投产; empty when
/// it says more than their name could bear. Of a noun too general to name a row every deed tells: 企业 → 完成职工安置企业.
fn done(tail: &str, general: bool) -> &str {
    let mut tail = tail;
    while let Some((rest, _)) = PRAISE.cut(tail) {
        tail = rest;
    }
    let telling = general || TELLING.any(tail);
    if telling && tail.chars().count() <= 14 { tail } else { "" }
}

/// 甲、乙等文旅活动 → 文旅活动: examples give way to what they are summed up as, where that tells enough.
fn summed(head: &str) -> &str {
    let Some((examples, sum)) = head.rsplit_once('等') else { return head };
    let enough = sum.chars().count() >= 4 && examples.contains('、') && !GENERAL.contains(&sum);
    if enough { sum } else { head }
}
