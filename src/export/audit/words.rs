//! What the checks are called.

use crate::{
    model::Language,
    query::audit::{Kind, Severity},
};

/// What a kind is called in headings.
#[must_use]
pub const fn kind_label(kind: Kind, language: Language) -> &'static str {
    words(kind, language).0
}

/// What is wrong where something of the kind is found, as a sentence.
#[must_use]
pub const fn kind_sentence(kind: Kind, language: Language) -> &'static str {
    words(kind, language).1
}

const fn words(kind: Kind, language: Language) -> (&'static str, &'static str) {
    let [zh, en] = match kind {
        Kind::TaxShare => [
            ("税收占比", "税收收入除以一般公共预算收入，与所称的税收占比不符。"),
            ("tax share", "Tax revenue over budget revenue is not the tax share that is told."),
        ],
        Kind::Parts => [
            ("部分与整体", "部分大于整体，或各部分之和不等于整体。"),
            ("parts", "A part is more than its whole, or the parts do not add up to it."),
        ],
        Kind::Shares => [
            ("占比越界", "占比超过百分之百，或结构比例之和不是百分之百。"),
            ("shares", "A share is above 100 %, or proportions do not add up to it."),
        ],
        Kind::Incomes => [
            ("收入次序", "居民收入不合农村≤居民≤城镇的次序。"),
            ("incomes", "Incomes are out of their order: rural, all, urban."),
        ],
        Kind::Places => [
            ("位次", "其他地区的数值推翻了所称的位次。"),
            ("places", "The values of other regions refute the place that is claimed."),
        ],
        Kind::Growth => [
            ("增速与水平", "本年与上年的数值推不出所称的增速；只查按现价计算的指标，允许上年数修订百分之一。"),
            (
                "growth",
                "The levels of two years do not give the growth that is told; nominal metrics only, 1 % granted for \
                 revision.",
            ),
        ],
        Kind::Sums => [
            ("下级合计", "下级地区合计大于上级地区。"),
            ("sums", "Regions together have more than the one that they lie in."),
        ],
        Kind::Sources => [
            ("来源不一", "不同来源对同一数据说法不一，差别超出取舍尾数。"),
            ("sources", "Sources tell the same figure differently, beyond rounding."),
        ],
        Kind::Restated => [
            ("前后不一", "同一来源对同一数据有两种说法。"),
            ("restated", "One source tells the same figure differently."),
        ],
        Kind::Damaged => {
            [("数字缺损", "原文丢失了数字，没有数值。"), ("damaged", "The text has lost digits; there is no value.")]
        }
        Kind::Doubtful => [
            ("读数存疑", "读数可能有误，使用前请看原文。"),
            ("doubtful", "The reading may be wrong; look it up first."),
        ],
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// What a weight is called.
#[must_use]
pub const fn severity_label(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Contradiction => language.pick("矛盾", "contradiction"),
        Severity::Question => language.pick("待查", "question"),
        Severity::Note => language.pick("提示", "note"),
    }
}
