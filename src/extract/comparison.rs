//! What a number is compared with: the base of a change, the group of a place, the other side of a gap,
//! the whole of a part.

use super::{
    lead::{Compare, Lead, Spread},
    words::Words,
};
use crate::model::Bound;

/// Words between a quantity and that of another region.
static GAPS: Words = Words::at_start(&["高于", "快于", "多于", "优于", "领先", "高出", "低于", "慢于", "少于"]);

/// Those of them that tell a shortfall.
const BELOW: &[&str] = &["低于", "慢于", "少于"];

/// Words before what a change is measured against.
static BASES: Words = Words::at_start(&["较", "比", "与"]);

/// Words before what a multiple is told of.
static MULTIPLIED: Words = Words::at_start(&["较", "比", "是", "为", "相当于", "超"]);

static PLACED: Words = Words::at_end(&[
    "稳居", "位居", "跃居", "分居", "均居", "居于", "居", "位列", "分列", "均列", "名列", "列入", "列", "排名", "排在",
    "排到", "位于", "排", "跻身", "夺得", "获得", "荣获", "取得", "获", "升至", "位次", "继续保持", "保持", "升到",
    "跃升至", "跃升", "前移至", "前移到", "上升到", "提升到", "提升至", "上升至", "位",
]);

/// Groups that places, gaps and shares are told of; a bare one ends the subject: 总量全市第一.
static SCOPES: Words = Words::at_start(&[
    "全省", "全市", "全国", "全区", "全县", "全州", "全球", "世界", "省内", "市内", "国内", "中部", "西部", "同类",
]);

/// 完成年度目标任务的: the head before and what was aimed at.
pub(super) fn fulfilled(text: &str) -> Option<(&str, &str)> {
    let (head, aim) = text.strip_suffix('的')?.rsplit_once("完成")?;
    let aimed = ["目标任务", "目标", "任务", "计划"].iter().any(|word| aim.ends_with(word));
    (aimed && aim.chars().count() <= 10)
        .then(|| (head.strip_suffix('超').unwrap_or(head).trim_end_matches(['，', '、']), aim))
}

/// 较“十三五”末, 比2020年, 是上年的: the head before and the base.
pub(super) fn base_phrase(text: &str, times: bool) -> Option<(&str, String)> {
    let text = text.strip_suffix("相比").unwrap_or(text);
    let text = text.strip_suffix("同期").filter(|t| t.ends_with('超')).map_or(text, |_| text);
    let text = text.trim_end_matches('的');
    let text = text.strip_suffix("相比").unwrap_or(text);
    if !text.ends_with(['年', '末', '期', '月', '初', '底', '”']) {
        return None;
    }
    let (at, word) = if times { &MULTIPLIED } else { &BASES }.last_in(text)?;
    // 比重, 比例 are no comparison.
    if word == "比" && text[at + word.len()..].starts_with(['重', '例']) {
        return None;
    }
    let base = &text[at + word.len()..];
    let punctuated = base.contains(['，', '、', '；', '。']);
    // 产业比由上年的…: what it was before.
    let punctuated = punctuated || base.starts_with(['由', '从']);
    // Of names in quotation marks only those of plans are times.
    if base.ends_with('”') && !super::time::is_plan(base) {
        return None;
    }
    if punctuated || base.chars().count() > 14 || base.is_empty() {
        return None;
    }
    let yearly = matches!(base, "上年" | "去年" | "同期" | "上年同期" | "去年同期" | "上年末" | "前一年");
    Some((&text[..at], if yearly { "yoy".into() } else { base.to_owned() }))
}

/// Whether a verb of placing is no part of a longer word: 安居, 居民, 单位, 系列, 减排.
fn stands_alone(text: &str, at: usize, verb: &str) -> bool {
    let (before, after): (&[char], &[char]) = match verb {
        "居" => (&['安', '人', '定', '旅', '邻', '群', '迁', '聚', '新', '宜'], &['民', '住', '家']),
        "位" => (&['单', '岗', '学', '泊', '床', '车', '地', '部', '席', '职', '摊', '方', '点'], &[]),
        "列" => (&['系', '序', '班', '陈', '专', '并'], &['车']),
        "排" => (&['减', '安'], &['放', '污', '水', '涝', '查']),
        _ => return true,
    };
    !text[..at].ends_with(before) && !text[at + verb.len()..].starts_with(after)
}

/// 居全省县市, 全市: cuts the scope and the verb off the words before a place.
pub(super) fn placed<'a>(text: &'a str, lead: &mut Lead) -> &'a str {
    let text = match text.strip_suffix('前') {
        Some(text) => {
            lead.bound = Some(Bound::AtMost);
            text
        }
        None => text,
    };
    let clause_start = text.rfind('，').map_or(0, |at| at + '，'.len_utf8());
    let clause = &text[clause_start..];
    let verb = PLACED.backwards(clause).find(|(at, verb)| stands_alone(clause, *at, verb));
    if let Some((at, verb)) = verb {
        let scope = clause[at + verb.len()..].trim_matches(|c: char| c.is_whitespace() || c == '在');
        if scope.chars().count() <= 16 {
            lead.placed = true;
            if verb.starts_with('均') {
                lead.spread = Spread::Each;
            } else if verb.starts_with('分') {
                lead.spread = Spread::Respectively;
            }
            if !scope.is_empty() {
                lead.scope = Some(scope.to_owned());
            }
            return &text[..clause_start + at];
        }
    }
    if let Some((at, _)) = SCOPES.last_in(clause) {
        let scope = clause[at..].trim();
        let scope = ["排名", "位次", "排位"].iter().find_map(|word| scope.strip_suffix(word)).unwrap_or(scope);
        lead.placed = true;
        // 中部地区增速第二
        let bare = super::lead::without_rate(scope).filter(|bare| !bare.is_empty());
        if bare.is_some() {
            lead.compare = Some(Compare::Rate(1.0));
        }
        lead.scope = Some(bare.unwrap_or(scope).to_owned());
        return &text[..clause_start + at];
    }
    text
}

/// 高于全国, 比全省平均水平高: cuts off what a gap is measured against.
pub(super) fn gap<'a>(text: &'a str, lead: &mut Lead) -> &'a str {
    if let Some((at, word)) = GAPS.last_in(text) {
        let sign = if BELOW.contains(&word) { -1.0 } else { 1.0 };
        let scope = &text[at + word.len()..];
        // 领先 is also a word of praise: 领先示范企业.
        let praise = word == "领先" && !SCOPES.any(scope);
        if !scope.contains(['，', '；', '。']) && !scope.is_empty() && !praise {
            lead.compare = Some(Compare::Gap(sign));
            lead.scope = Some(benchmark(scope).to_owned());
            let head = &text[..at];
            if let Some(head) = head.strip_suffix("分别") {
                // 分别高于全国、全省: one quantity against each of the groups.
                if groups(benchmark(scope)).len() < 2 {
                    lead.spread = Spread::Respectively;
                }
                return head;
            }
            if let Some(head) = head.strip_suffix('均') {
                lead.spread = Spread::Each;
                return head;
            }
            return head;
        }
    }
    for (word, sign) in [("高出", 1.0), ("高", 1.0), ("快", 1.0), ("多", 1.0), ("低", -1.0), ("慢", -1.0), ("少", -1.0)]
    {
        let Some(rest) = text.strip_suffix(word) else { continue };
        let Some(at) = rest.rfind('比') else { continue };
        let scope = rest[at + '比'.len_utf8()..].trim_end_matches(['均', '都']);
        // 比上年高3个百分点
        if matches!(scope, "上年" | "去年" | "上年同期" | "去年同期") {
            lead.compare = Some(Compare::Change(sign));
            lead.base = Some("yoy".into());
            return &rest[..at];
        }
        // 比预期目标多4万人
        if ["目标", "任务", "计划"].iter().any(|aim| scope.ends_with(aim)) {
            lead.compare = Some(Compare::Change(sign));
            lead.base = Some(scope.to_owned());
            return &rest[..at];
        }
        if !scope.contains(['，', '；']) && !scope.is_empty() && scope.chars().count() < 14 {
            lead.compare = Some(Compare::Gap(sign));
            lead.scope = Some(benchmark(scope).to_owned());
            return &rest[..at];
        }
    }
    text
}

/// Words behind the name of a group that say which quantity of it a gap is measured against.
static AVERAGES: Words = Words::at_end(&["平均水平", "平均增速", "平均", "水平", "增速", "增幅", "的"]);

/// 全省平均水平 → 全省: the group that a gap is measured against.
fn benchmark(scope: &str) -> &str {
    let mut scope = scope.trim();
    while let Some((shorter, _)) = AVERAGES.cut(scope) {
        scope = shorter;
    }
    scope
}

/// 全国、全省, 全国全省: the groups that are listed, where the text is a list of nothing else.
pub(super) fn groups(scope: &str) -> Vec<&'static str> {
    let mut rest = scope;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let Some((behind, group)) = SCOPES.cut(rest) else { return Vec::new() };
        found.push(group);
        rest = behind.trim_start_matches(['、', '和', '与', '及']);
    }
    found
}

/// 只有全省平均水平的: the head before, and the group of which it is so much.
fn below(text: &str) -> Option<(&str, &str)> {
    let whole = text.trim_end_matches('的');
    let whole = whole.strip_suffix("平均水平").or_else(|| whole.strip_suffix("平均")).unwrap_or(whole);
    let (head, group) = SCOPES
        .last_in(whole)
        .filter(|(at, group)| at + group.len() == whole.len())
        .map(|(at, group)| (&whole[..at], group))?;
    let verb =
        ["只有", "仅有", "仅为", "仅相当于", "相当于", "不足", "仅是"].iter().find(|verb| head.ends_with(**verb))?;
    let head = head.strip_suffix(verb)?;
    Some((head.strip_suffix("分别").unwrap_or(head), group))
}

/// Words behind the name of a whole that are no part of it.
static PARTS: Words = Words::at_end(&["比重", "的比例", "比例", "的", "总量", "超"]);

/// 占全市规模以上工业产值比重, 达到耕地总面积的: cuts off the whole of which the number is a part.
/// `of` says that 的 stood before the number.
pub(super) fn part<'a>(text: &'a str, of: bool, lead: &mut Lead) -> &'a str {
    // 甲在乙中的比重
    if let Some((part, whole)) = ["中的比重", "中的比例", "中的占比"]
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .and_then(|text| text.rsplit_once('在'))
    {
        lead.part = true;
        lead.scope = Some(whole.to_owned());
        return part;
    }
    // 人均水平只有全省的47%
    let text = match below(text) {
        Some((head, whole)) => {
            lead.part = true;
            lead.scope = Some(whole.to_owned());
            return head;
        }
        None => text,
    };
    let reached = || text.rfind("达到").filter(|_| of).map(|at| (at, "达到"));
    let Some((at, verb)) = text.rfind('占').map(|at| (at, "占")).or_else(reached) else { return text };
    let scope = &text[at + verb.len()..];
    if scope.starts_with(['比', '用'])
        || scope.starts_with('地') && !scope.starts_with("地区")
        || scope.contains(['，', '；', '。'])
    {
        return text;
    }
    if scope.is_empty() {
        // 收入38亿元，其中税收占71%: of what was told before.
        let within = ["其中", "其中，", "其中："].iter().any(|word| text.starts_with(word));
        lead.part = within;
        return if within { &text[..at] } else { text };
    }
    let mut whole = scope;
    while let Some((shorter, _)) = PARTS.cut(whole) {
        whole = shorter;
    }
    lead.part = true;
    lead.scope = Some(whole.to_owned());
    &text[..at]
}
