//! The words before a number: what they say of its measure, bound, base and scope, and what is left.

use super::{
    comparison::{base_phrase, fulfilled, gap, part, placed},
    words::{Words, ends},
};
use crate::model::Bound;

/// How a number relates to what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Compare {
    /// 增长, 提高, 下降 …: a change; −1 for a fall.
    Change(f64),
    /// 增速, 降幅 …: the rate of change itself.
    Rate(f64),
    /// 高于, 低于 …: a gap to another region; −1 when below.
    Gap(f64),
}

/// How one list of numbers belongs to one list of subjects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Spread {
    /// One subject.
    #[default]
    One,
    /// 分别, 分居: each number to its own subject.
    Respectively,
    /// 均, 都: the number to every subject.
    Each,
}

/// What the words before a number say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lead {
    /// What is left: the subject, with the verbs that belong to its name.
    pub(super) head: String,
    pub(super) compare: Option<Compare>,
    /// 增至, 提高到: the number is the level that was reached.
    pub(super) reached: bool,
    pub(super) bound: Option<Bound>,
    /// What a change or multiple is measured against: `yoy`, `avg` or the text's words.
    pub(super) base: Option<String>,
    /// The group that a place, gap or share is compared with.
    pub(super) scope: Option<String>,
    pub(super) spread: Spread,
    /// A place verb stands before: 居, 位列.
    pub(super) placed: bool,
    /// 占 … : the number is a part of the scope.
    pub(super) part: bool,
    /// 由…, 从…: what it was before; with the year before where the text tells.
    pub(super) former: Option<Former>,
}

/// When a number was true that another has replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Former {
    /// 由上年的: the year before the one that is told of.
    YearBefore,
    /// 由: some time before, which the text does not tell.
    Earlier,
    /// 由现在的: when it is told.
    Now,
    /// 从2022年的, 从“十二五”末的
    In(u16),
}

const BOUNDS: &[(&str, Bound)] = &[
    ("突破", Bound::Above),
    ("超过", Bound::Above),
    ("超出", Bound::Above),
    ("超", Bound::Above),
    ("逾", Bound::Above),
    ("迈上", Bound::Above),
    ("跨上", Bound::Above),
    ("站上", Bound::Above),
    ("跨越", Bound::Above),
    ("迈过", Bound::Above),
    ("跨过", Bound::Above),
    ("接近", Bound::About),
    ("大约", Bound::About),
    ("近", Bound::About),
    ("约", Bound::About),
    ("过", Bound::Above),
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
];

/// Words that lead from a subject to its number and add nothing to either.
static REACH: Words = Words::at_end(&[
    "完成", "实现", "达到了", "达到", "达", "为", "是", "共", "共计", "合计", "总计", "累计达", "稳定在", "保持在",
    "控制在", "维持在", "优化为", "优化到", "调整为", "调整到", "位于", "仅为", "高达", "多达", "了", "已", "也", "还",
    "再", "又", "就", "将", "可", "预计", "有望", "力争", "确保", "约为", "在", "预计达", "计", "余", "今年", "去年",
    "全年", "当年", "本年度", "有", "可达", "以", "的", "年均", "平均", "提前", "全面", "稳步", "逆势", "实际", "继续",
    "持续", "同口径", "可比口径", "按可比口径", "按可比价格计算", "按可比价计算", "可比", "名义", "总体", "净", "只",
    "较快", "快速", "大幅", "大幅度", "显著", "进一步", "首次", "成功", "累计", "均", "都", "各", "双双", "分别",
    "同比", "环比", "不变价", "比上年", "较上年", "比去年", "较去年", "比上年同期", "较上年同期", "同比实际", "保持",
    "先后", "相继", "陆续", "率先", "率先达到", "连续", "仍", "仍然", "高于", "占比", "自然", "突破性", "控制", "确定",
    "确定为", "定为", "预期目标", "年平均", "年递增", "每人每年", "每人每月", "每年每人", "每月每人", "每生每年",
    "每月", "每人", "每户", "每亩",
]);

/// Words that tell a change, longest first where one begins another; the sign of the change.
const CHANGES: &[(&str, f64)] = &[
    ("负增长", -1.0),
    ("增长了", 1.0),
    ("增长", 1.0),
    ("增加了", 1.0),
    ("增加", 1.0),
    ("净增", 1.0),
    ("递增", 1.0),
    ("增收", 1.0),
    ("增产", 1.0),
    ("多增", 1.0),
    ("提高了", 1.0),
    ("提高", 1.0),
    ("提升了", 1.0),
    ("提升", 1.0),
    ("上升了", 1.0),
    ("上升", 1.0),
    ("上涨", 1.0),
    ("扩大", 1.0),
    ("下降了", -1.0),
    ("下降", -1.0),
    ("减少了", -1.0),
    ("减少", -1.0),
    ("降低了", -1.0),
    ("降低", -1.0),
    ("回落", -1.0),
    ("压减", -1.0),
    ("压缩", -1.0),
    ("削减", -1.0),
    ("缩短", -1.0),
    ("收窄", -1.0),
    ("缩减", -1.0),
    ("下滑", -1.0),
    ("前移", 1.0),
    ("前进", 1.0),
    ("偏多", 1.0),
    ("偏少", -1.0),
    ("增", 1.0),
    ("降", -1.0),
    ("升", 1.0),
];

/// Words before a number that another has replaced, the more telling first.
const FORMER: &[(&[&str], Former)] = &[
    (&["由上年的", "从上年的", "由上年", "从上年", "由去年的", "从去年的", "由去年", "从去年"], Former::YearBefore),
    (&["由目前的", "由目前", "从目前的", "由现在的", "由现在", "从现在的", "由现有的", "由现有", "由现"], Former::Now),
    (&["由前年的", "从前年的", "由", "从"], Former::Earlier),
];

/// Words that name the rate of change.
const RATES: &[(&str, f64)] = &[
    ("增长率", 1.0),
    ("增长速度", 1.0),
    ("增长幅度", 1.0),
    ("提升幅度", 1.0),
    ("上升幅度", 1.0),
    ("下降幅度", -1.0),
    ("升幅", 1.0),
    ("增速", 1.0),
    ("增幅", 1.0),
    ("涨幅", 1.0),
    ("降幅", -1.0),
    ("降低率", -1.0),
    ("下降率", -1.0),
];

/// 从2022年的: the head before, and the year.
fn former_year(text: &str) -> Option<(&str, u16)> {
    let text = text.strip_suffix('的').unwrap_or(text);
    let told = ["从", "由"]
        .iter()
        .filter_map(|word| text.rsplit_once(word))
        .find_map(|(head, when)| Some((head, super::time::plan_end(when)?)));
    if told.is_some() {
        return told;
    }
    let at = text.len().checked_sub("2022年".len())?;
    let (year, length) = text.get(at..).and_then(super::time::year)?;
    let head = ["从", "由"].iter().find_map(|word| text[..at].strip_suffix(word))?;
    (at + length == text.len()).then_some((head, year))
}

/// A phrase without the word for its rate of change: 投资增速 → 投资.
pub(super) fn without_rate(phrase: &str) -> Option<&str> {
    RATES.iter().find_map(|(word, _)| phrase.strip_suffix(word))
}

/// Cuts off what the number is compared with, and that it was true before another.
fn compared<'a>(text: &'a str, times: bool, lead: &mut Lead) -> &'a str {
    let mut rest = text;
    if let Some((head, year)) = former_year(rest) {
        lead.former = Some(Former::In(year));
        rest = head;
    } else if let Some(head) = base_phrase(rest, times) {
        lead.base = Some(head.1);
        rest = head.0;
    }
    for (words, former) in FORMER {
        if let Some(head) = words.iter().find_map(|word| rest.strip_suffix(word)) {
            lead.former = Some(*former);
            rest = head;
            break;
        }
    }
    rest
}

/// Reads the words before a number; `place` says that the number is a place, `unit` is its unit.
pub(super) fn lead(left: &str, place: bool, unit: &str) -> Lead {
    let times = unit == "倍";
    let proportion = matches!(unit, "" | "%" | "‰" | "成" | "个百分点" | "百分点");
    let mut lead = Lead::default();
    let mut rest = left.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '（' | '：'));
    // 增长（同比，下同）5.1%
    if let Some((head, _)) = rest.strip_suffix('）').and_then(|rest| rest.rsplit_once('（')) {
        rest = head;
    }
    let of = rest.ends_with('的');
    if let Some((head, aim)) = fulfilled(rest) {
        lead.part = true;
        lead.scope = Some(aim.to_owned());
        lead.head = head.to_owned();
        return lead;
    }
    rest = compared(rest, times, &mut lead);
    if place {
        rest = placed(rest, &mut lead);
    }
    loop {
        rest = rest.trim_end();
        if let Some((word, bound)) = BOUNDS.iter().find(|(word, _)| ends(rest, word) && !rest.ends_with("通过")) {
            lead.bound.get_or_insert(*bound);
            rest = &rest[..rest.len() - word.len()];
        } else if let Some(head) = ["至", "到"].iter().find_map(|word| rest.strip_suffix(word)) {
            lead.reached = true;
            rest = head;
        } else if let Some((word, sign)) =
            RATES.iter().find(|(word, _)| ends(rest, word) && !rest.ends_with("自然增长率"))
        {
            lead.compare.get_or_insert(Compare::Rate(*sign));
            rest = &rest[..rest.len() - word.len()];
        } else if let Some((word, sign)) = CHANGES.iter().find(|(word, _)| ends(rest, word)) {
            // 新增长 …, 倍增 are no changes; a second word of change leaves the first to decide.
            let before = &rest[..rest.len() - word.len()];
            // 改造提升 is what is done.
            let done = ["改造", "优化", "整治", "完善", "巩固", "挖潜"].iter().any(|verb| before.ends_with(verb));
            if before.ends_with(['新', '倍']) || done {
                break;
            }
            lead.compare.get_or_insert(Compare::Change(*sign));
            rest = before;
            // 年递增6%
            if let Some(head) = before.strip_suffix('年').filter(|_| *word == "递增") {
                lead.base = Some("avg".into());
                rest = head;
            }
        } else if let Some(word) = REACH.longest(rest) {
            match word {
                "达" => lead.reached |= lead.compare.is_none(),
                "分别" => lead.spread = Spread::Respectively,
                "均" | "都" | "各" | "双双" => lead.spread = Spread::Each,
                "年均" | "年平均" | "年递增" => lead.base = Some("avg".into()),
                w if w.contains("同比") || w.contains("上年") || w.contains("去年") => {
                    lead.base = Some("yoy".into());
                }
                "控制在" => lead.bound = lead.bound.or(Some(Bound::Equal)),
                "占比" => break,
                _ => {}
            }
            rest = &rest[..rest.len() - word.len()];
            // 5年平均增长: how many years is no part of the name.
            if lead.base.as_deref() == Some("avg") {
                rest = rest.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
            }
            // 较…分别增长: a base may stand before 分别.
            if lead.base.is_none()
                && let Some((head, base)) = base_phrase(rest, times)
            {
                lead.base = Some(base);
                rest = head;
            }
        } else if let Some((head, base)) = (lead.base.is_none()).then(|| base_phrase(rest, times)).flatten() {
            lead.base = Some(base);
            rest = head;
        } else {
            break;
        }
    }
    // 调整为2010年的: when is no part of the name.
    if lead.former.is_none()
        && let Some((head, _)) = rest
            .rsplit_once(['为', '到'])
            .filter(|(_, when)| super::time::year(when).is_some_and(|(_, length)| length == when.len()))
    {
        rest = ["调整", "优化", "转变", "变化"].iter().find_map(|verb| head.strip_suffix(verb)).unwrap_or(head);
    }
    // 失业率连续5年保持在: how long is no part of the name.
    if let Some(at) = rest.rfind("连续").filter(|_| rest.ends_with('年')) {
        rest = &rest[..at];
    }
    if !place {
        rest = gap(rest, &mut lead);
        if proportion {
            rest = part(rest, of, &mut lead);
        }
    }
    lead.head = rest.to_owned();
    lead
}

/// The last piece of a clause, for subjects that stand behind a connective.
pub(super) fn last_piece(text: &str) -> &str {
    text.rsplit(['，', '；', '：', '。', ' ']).next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Lead {
        lead(text, false, "%")
    }

    #[test]
    fn levels_keep_their_subject() {
        assert_eq!(read("一般公共预算收入完成").head, "一般公共预算收入");
        assert_eq!(read("水土保持率达到").head, "水土保持率");
        let milestone = read("生产总值突破");
        assert_eq!((milestone.head.as_str(), milestone.bound), ("生产总值", Some(Bound::Above)));
    }

    #[test]
    fn changes_rates_and_their_bases() {
        let change = read("进出口总额同比增长");
        assert_eq!(
            (change.head.as_str(), change.compare, change.base.as_deref()),
            ("进出口总额", Some(Compare::Change(1.0)), Some("yoy"))
        );
        let fall = read("登记失业率较“十二五”末下降");
        assert_eq!((fall.compare, fall.base.as_deref()), (Some(Compare::Change(-1.0)), Some("“十二五”末")));
        let shared = read("企业数量较“十二五”末分别增长");
        assert_eq!((shared.spread, shared.base.as_deref()), (Spread::Respectively, Some("“十二五”末")));
        assert!(read("居民收入增长至").reached);
    }

    #[test]
    fn gaps_and_parts() {
        let gap = read("，高于全国");
        assert_eq!((gap.compare, gap.scope.as_deref()), (Some(Compare::Gap(1.0)), Some("全国")));
        let part = read("产值占全市规模以上工业产值比重达");
        assert_eq!(
            (part.head.as_str(), part.part, part.scope.as_deref()),
            ("产值", true, Some("全市规模以上工业产值"))
        );
    }

    #[test]
    fn places() {
        let place = lead("收入、税收分别居全省县市", true, "位");
        assert_eq!(
            (place.head.as_str(), place.scope.as_deref(), place.spread),
            ("收入、税收", Some("全省县市"), Spread::Respectively)
        );
        let bare = lead("收入总量全市", true, "位");
        assert_eq!((bare.head.as_str(), bare.scope.as_deref()), ("收入总量", Some("全市")));
        let band = lead("稳居全省县域前", true, "位");
        assert_eq!((band.scope.as_deref(), band.bound), (Some("全省县域"), Some(Bound::AtMost)));
    }
}
