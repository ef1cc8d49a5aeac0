//! Which years a figure is of within a span of several: what flows adds up over them, what stands is of
//! their end.

use super::{
    name::Name,
    number::Number,
    time::{self, Span},
    unit,
    words::Words,
};
use crate::model::{Kind, Measure, Period};

/// Words of what adds up over years.
static FLOWING: Words = Words::at_start(&[
    "新增", "新建", "完成", "改造", "投入", "发放", "解决", "争取", "新改", "减税", "安置房", "兑付", "化解", "转移",
    "实施", "引进", "落地", "签约", "开工", "竣工", "投产", "办结", "培训", "搬迁", "脱贫", "新辟", "减免", "造林",
    "就业", "建成", "淘汰", "出清", "硬化", "除险加固", "扩建", "打通", "治理", "修复", "整治", "拆除", "关闭", "关停",
    "减贫", "净增", "安置", "举办", "查处", "创建", "培育", "资助", "救助", "帮扶", "获得", "荣获", "交办", "出列",
    "摘帽", "落户", "投资",
]);

/// Ends of names of sums that are told year by year, so that several years add up only where the text says so.
static ANNUAL: Words =
    Words::at_end(&["收入", "支出", "总额", "产值", "增加值", "余额", "生产总值", "利润", "利税", "业务总量"]);

/// Words of names whose things are there once they are founded.
static FOUNDED: Words = Words::at_start(&["平台", "中心", "实验室", "研究", "设施", "站点", "企业"]);

/// Words of what stands, however long it took to gather.
static STANDING: Words = Words::at_start(&["培育", "创建", "建成", "创成", "入选", "获评", "入驻", "拥有"]);

/// Words before or behind a number that measure it against the years before these.
static FORMER_YEARS: Words =
    Words::at_start(&["前五年", "前5年", "上一个五年", "上个五年", "上五年", "上一个5年", "上个5年"]);

/// What stands directly behind a number.
pub(super) fn following(behind: &str) -> &str {
    behind.char_indices().nth(12).map_or(behind, |(at, _)| &behind[..at])
}

/// Whether a base of comparison is several years: 前五年, “十五”时期.
pub(super) fn of_years(base: &str) -> bool {
    FORMER_YEARS.within(base) || time::names_plan(base)
}

/// Whether a text compares with several years: 是前五年的, 比“十五”.
pub(super) fn against(text: &str) -> bool {
    let compared = ["比", "是", "为", "较", "相当于"].iter().any(|word| text.contains(word));
    compared && of_years(text)
}

/// A number within a span of time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timed<'a> {
    pub(super) name: &'a Name,
    pub(super) measure: Measure,
    pub(super) base: Option<&'a str>,
    /// 达到, 增至: the number is what has been reached.
    pub(super) reached: bool,
    pub(super) number: &'a Number,
    /// The sentence up to the number, and behind it.
    pub(super) before: &'a str,
    pub(super) behind: &'a str,
    /// The words of the clause before the number.
    pub(super) words: &'a str,
    /// The years that an average is over, where the text tells.
    pub(super) years: Option<Period>,
}

/// The period of a figure within a span of time: over several years, what flows is of the whole span
/// and what stands is of its end.
pub(super) fn period(span: Span, timed: &Timed<'_>) -> Option<Period> {
    let Timed { name, measure, number, words, .. } = *timed;
    // 年均增长8%: of all the years that it averages over.
    if measure == Measure::Growth && timed.base == Some("avg") {
        return timed.years.or(span.over());
    }
    if let Span::In(period) = span {
        return Some(period);
    }
    let last = span.last()?;
    // 是前五年的2.9倍: what is measured against years is itself of years; 比2010年增长 of a year.
    let next = following(timed.behind);
    let goes_on = next.strip_prefix('，');
    let yearly = goes_on.is_some_and(|next| next.starts_with("年均") || time::compared_year(next).is_some());
    let gathered = timed.before.rfind("累计").or(timed.before.rfind("年共")).map_or("", |at| &timed.before[at..]);
    // 累计投入4亿元，创新平台突破200家: what a later clause says is reached was not gathered, unless it flows.
    let reached = name.kind != Some(Kind::Flow) && (timed.reached || words.contains("突破"));
    let gathered = if reached && gathered.len() > words.len() { "" } else { gathered };
    let cumulated = !gathered.is_empty() || against(words) || against(next);
    let deed = timed.behind.split(['，', '。', '；', '、']).next().unwrap_or_default();
    let any = |list: &Words| [&name.text, words, gathered, deed].iter().any(|text| list.within(text));
    let stands =
        matches!(number.unit.as_str(), "家" | "户" | "位") || (number.unit == "个" && FOUNDED.within(&name.text));
    let ratio = number.unit == "%" || number.unit.is_empty();
    let money = number.unit.ends_with('元');
    let flows = match name.kind {
        Some(Kind::Ratio) => false,
        // What a person has is told of a year.
        _ if money && name.text.contains("人均") => false,
        // Firms, centres and titles stand; roads and flats are built.
        Some(Kind::Stock) | None if stands && any(&STANDING) => false,
        _ if !gathered.is_empty() && unit::is_count(&number.unit) && any(&STANDING) => false,
        Some(Kind::Stock) => cumulated && any(&FLOWING),
        Some(Kind::Flow) => cumulated || (!money && any(&FLOWING)),
        None if money && ANNUAL.any(&name.text) => cumulated,
        None => !ratio && (cumulated || (!timed.reached && (any(&FLOWING) || name.text.ends_with("项目")))),
    };
    let told = match measure {
        Measure::Level | Measure::Rank => flows && !yearly,
        // What has changed without a base has changed over the years.
        Measure::Growth | Measure::Change | Measure::Multiple => {
            timed.base.is_none_or(of_years) || (measure == Measure::Growth && cumulated)
        }
        _ => false,
    };
    if told { span.over() } else { Some(Period::year(last)) }
}
