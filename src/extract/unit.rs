//! Units behind a number: those that count, those that measure, and those of the calendar.

use super::words::Words;

/// Units that count things; what is counted may follow.
static COUNTS: Words = Words::at_start(&[
    "个工作日", "人次", "场次", "批次", "片区", "家", "个", "项", "件", "条", "座", "所", "处", "套", "台", "辆", "头",
    "只", "羽", "株", "户", "人", "次", "场", "种", "块", "批", "宗", "名", "间", "张", "栋", "层", "支", "首", "颗",
    "片", "道", "村", "例", "列", "部", "艘", "架", "幅", "门", "步", "方", "棵", "对", "班", "类", "起", "篇", "枚",
    "册", "床", "位", "眼", "口", "盏", "根", "匹", "尾", "箱", "幢", "户次", "家次", "盘", "组", "份", "宗地", "师",
    "团", "路", "期",
]);

/// Units that measure.
static MEASURES: Words = Words::at_start(&[
    "个百分点", "百分点", "美元", "欧元", "日元", "港元", "元", "%", "‰", "立方米", "立方", "平方公里", "平方千米",
    "平方米", "公里", "千米", "毫米", "厘米", "米", "里", "千瓦时", "千瓦", "兆瓦", "吉瓦", "瓦", "度电", "度",
    "微克/立方米", "毫克/立方米", "微克", "公斤/亩", "公斤", "千克", "克", "吨标准煤", "吨", "斤", "担", "亩", "公顷",
    "标准箱", "标箱", "天", "倍", "成", "㎡", "m²", "岁", "分", "升", "辆次", "美金", "折",
]);

/// Units of calendar and clock, and endings of names; numbers with them measure nothing here.
static CALENDAR: Words = Words::at_start(&[
    "年代", "年度", "年", "月份", "月", "日", "号", "届", "期", "时", "点", "分钟", "小时", "秒", "周年", "周", "级",
    "世纪", "中全会", "大", "字", "版", "后", "线", "路公交", "国道", "省道", "式", "型", "化", "有", "+", "A", "G",
    "D", "K", "米跑", "个月", "个季度", "个小时", "个周", "个年头", "千伏", "伏", "吨级", "万吨级", "亿级", "元级",
]);

/// What stands behind the digits of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// A unit (empty when there is none), whether 余 or 多 stands with it, and the byte after it.
    Unit { unit: String, more: bool, end: usize },
    /// A unit of the calendar up to this byte: the number is a date or part of a name.
    Calendar(usize),
}

/// The unit of measure that a text begins with.
pub(super) fn measure(text: &str) -> Option<&'static str> {
    MEASURES.longest(text)
}

/// Whether a text begins with a unit or a power of ten.
pub(super) fn begins(text: &str) -> bool {
    scale(text) > 0 || measure(text).is_some() || COUNTS.any(text)
}

/// Whether the unit counts things rather than measures a quantity.
pub(super) fn is_count(unit: &str) -> bool {
    let bare = unit.trim_start_matches(['十', '百', '千', '万', '亿']);
    !bare.is_empty() && COUNTS.contain(bare)
}

/// Whether the unit is a power of ten alone: 突破千亿大关.
pub(super) fn is_scale(unit: &str) -> bool {
    !unit.is_empty() && Sort::of(unit) == Sort::Bare
}

/// A coarse sort of quantity: a metric told in another sort of unit is another metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Money,
    Percent,
    Area,
    Length,
    Mass,
    Count,
    /// A bare number, 万 or 亿.
    Bare,
    Other,
}

impl Sort {
    /// The sort of a unit as written.
    pub(super) fn of(unit: &str) -> Self {
        let bare = unit.trim_start_matches(['十', '百', '千', '万', '亿']);
        match bare {
            "" => Self::Bare,
            "%" | "‰" => Self::Percent,
            "亩" | "公顷" | "平方米" | "平方公里" | "平方千米" | "㎡" => Self::Area,
            "公里" | "千米" | "米" | "里" => Self::Length,
            "吨" | "斤" | "公斤" | "千克" => Self::Mass,
            _ if bare.ends_with('元') || bare == "美金" => Self::Money,
            _ if is_count(bare) => Self::Count,
            _ => Self::Other,
        }
    }
}

/// The length of the powers of ten that a text begins with: 百亿, 万.
pub(super) fn scale(text: &str) -> usize {
    let mut length = 0;
    // No report counts beyond 万亿; a longer run is no scale.
    for c in text.chars().take(4) {
        match c {
            // 千米, 千瓦, 千克 are units, not thousands.
            '千' if measure(&text[length..]).is_some() || text[length..].starts_with("千伏") => break,
            '十' | '百' | '千' | '万' | '亿' => length += c.len_utf8(),
            _ => break,
        }
    }
    length
}

/// Reads what stands behind the digits that end at the byte `at`.
pub(super) fn behind(text: &str, at: usize) -> Behind {
    let mut end = at;
    let mut more = false;
    let mut skip_more = |end: &mut usize| {
        for word in ["余", "多"] {
            if text[*end..].starts_with(word) {
                *end += word.len();
                more = true;
            }
        }
    };
    skip_more(&mut end);
    let scaled = end + scale(&text[end..]);
    let tens = &text[end..scaled];
    end = scaled;
    skip_more(&mut end);
    let rest = text[end..].strip_prefix(' ').unwrap_or(&text[end..]);
    let gap = text.len() - end - rest.len();
    // 10万吨级泊位: the class of a thing, no quantity.
    let named = measure(rest).into_iter().chain(COUNTS.longest(rest)).max_by_key(|unit| unit.len());
    let calendar = CALENDAR.longest(rest).unwrap_or_default();
    match named {
        // 5日 is a date, 5万期 is not.
        Some(unit) if rest[unit.len()..].starts_with('级') => Behind::Calendar(end + gap + unit.len()),
        Some(unit) if unit.len() > calendar.len() || (unit.len() == calendar.len() && !tens.is_empty()) => {
            Behind::Unit { unit: format!("{tens}{unit}"), more, end: end + gap + unit.len() }
        }
        _ if !calendar.is_empty() && tens.is_empty() => Behind::Calendar(end + gap + calendar.len()),
        _ => Behind::Unit { unit: tens.to_owned(), more, end },
    }
}
