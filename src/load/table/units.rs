//! Units as headings write them.

use super::text::half_width;
use crate::model::{Dimension, Unit};

/// What is counted or measured, without 万 or 亿.
const BASES: &[&str] = &[
    "元", "美元", "人民币", "人", "人次", "户", "个", "家", "件", "套", "张", "辆", "台", "部", "位", "名", "天", "日",
    "岁", "起", "头", "只", "羽", "株", "斤", "公斤", "千克", "克", "吨", "亩", "公顷", "平方米", "㎡", "平方公里",
    "平方千米", "公里", "千米", "米", "瓦时", "度", "瓦", "兆瓦", "立方米", "标箱", "比", "倍", "所", "处", "条", "座",
    "项", "宗", "次", "分", "微克", "毫克", "吨标准煤", "标准煤", "%", "‰", "百分点", "个百分点", "人民币元", "美元",
    "港元", "欧元", "比例", "人年", "小时", "万", "亿", "百分比", "元人民币",
];

/// Units that English headings write, and what they are.
const ENGLISH: &[(&str, &str)] = &[
    ("100 million yuan", "亿元"),
    ("100 million cny", "亿元"),
    ("100 million rmb", "亿元"),
    ("billion yuan", "十亿元"),
    ("billion cny", "十亿元"),
    ("million yuan", "百万元"),
    ("million cny", "百万元"),
    ("10,000 yuan", "万元"),
    ("10000 yuan", "万元"),
    ("10 thousand yuan", "万元"),
    ("thousand yuan", "千元"),
    ("yuan", "元"),
    ("cny", "元"),
    ("rmb", "元"),
    ("usd", "美元"),
    ("million usd", "百万美元"),
    ("100 million usd", "亿美元"),
    ("10,000 usd", "万美元"),
    ("10,000 persons", "万人"),
    ("10000 persons", "万人"),
    ("persons", "人"),
    ("people", "人"),
    ("percent", "%"),
    ("per cent", "%"),
    ("pct", "%"),
    ("tons", "吨"),
    ("tonnes", "吨"),
    ("10,000 tons", "万吨"),
    ("km", "公里"),
    ("sq km", "平方公里"),
    ("km2", "平方公里"),
];

/// Whether a text is a unit and nothing else.
pub(super) fn is_unit(text: &str) -> bool {
    let text = half_width(text.trim());
    let known = |part: &str| {
        let base = part.trim_start_matches(['十', '百', '千', '万', '亿']);
        BASES.contains(&part) || BASES.contains(&base)
    };
    let lower = text.to_lowercase();
    ENGLISH.iter().any(|(name, _)| *name == lower) || (!text.is_empty() && text.split('/').all(known))
}

/// A unit in the form in which figures bear it.
pub(super) fn written(unit: &str) -> String {
    let unit = half_width(unit.trim());
    let lower = unit.to_lowercase();
    if let Some((_, chinese)) = ENGLISH.iter().find(|(name, _)| *name == lower) {
        return (*chinese).to_owned();
    }
    match unit.as_str() {
        "百分点" => "个百分点".to_owned(),
        "百分比" => "%".to_owned(),
        _ => unit.replace("元人民币", "元").replace("人民币元", "元"),
    }
}

/// The units in a text that lists some: `亿元、%`, `单位：万元`.
pub(super) fn listed(text: &str) -> Vec<String> {
    let text = half_width(text);
    let text = text.trim().trim_start_matches("计量").trim_start_matches("单位").trim_start_matches([':', ' ']);
    if is_unit(text) {
        return vec![written(text)];
    }
    let parts: Vec<_> = text.split(['、', ',', ';', ' ']).map(str::trim).filter(|part| is_unit(part)).collect();
    parts.into_iter().map(written).collect()
}

/// Whether two units measure the same, be it in other scales; what is only counted (家, 户, 个) is alike.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let class = |unit: &str| match Unit::parse(unit).dimension {
        Dimension::Counted(base) if ["家", "户", "个", "件", "项", "所", "处", "套"].contains(&base.as_str()) => {
            Dimension::Counted("个".to_owned())
        }
        Dimension::Counted(base) if ["人", "人次", "名"].contains(&base.as_str()) => {
            Dimension::Counted("人".to_owned())
        }
        dimension => dimension,
    };
    class(one) == class(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_other_words() {
        for unit in [
            "亿元", "万千瓦时", "亿千瓦时", "万千瓦", "千克", "％", "万人次", "公斤/亩", "元/人", "平方公里",
            "100 million yuan", "Percent", "亿美元", "家",
        ] {
            assert!(is_unit(unit), "{unit}");
        }
        for other in ["", "现价", "上年=100", "2023年", "地区", "元旦", "收入"] {
            assert!(!is_unit(other), "{other}");
        }
    }

    #[test]
    fn units_are_taken_out_of_lists() {
        assert_eq!(listed("单位：亿元、%"), ["亿元", "%"]);
        assert_eq!(listed("计量单位: 万元"), ["万元"]);
        assert_eq!(listed("当年价，亿元"), ["亿元"]);
        assert_eq!(listed("10,000 yuan"), ["万元"]);
        assert!(listed("按现价计算").is_empty());
    }

    #[test]
    fn what_is_counted_is_alike_and_money_is_no_number_of_people() {
        assert!(alike("万元", "元") && alike("户", "家") && alike("人次", "万人次"));
        assert!(!alike("万人", "元") && !alike("亿元", "%"));
    }
}
