//! The language in which the program speaks; figures and names stay as the reports have them.

use super::{Bound, Doubt, Level, Measure, Status};

/// The language of headings, messages and help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The language of a locale name such as `zh_CN.UTF-8` or `en_GB`; Chinese for one that names no
    /// language (empty, `C`, `POSIX`), because the reports are Chinese.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        match name {
            "" | "C" | "POSIX" => Self::Zh,
            name if name.eq_ignore_ascii_case("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    /// Whichever of the two texts is in this language.
    #[must_use]
    pub const fn pick<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Zh => chinese,
            Self::En => english,
        }
    }
}

impl Measure {
    /// What the measure is called in headings.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Level => language.pick("数值", "level"),
            Self::Growth => language.pick("增速", "growth"),
            Self::Change => language.pick("增减", "change"),
            Self::Gap => language.pick("差距", "gap"),
            Self::Rank => language.pick("位次", "place"),
            Self::GrowthRank => language.pick("增速位次", "place by growth"),
            Self::Share => language.pick("占比", "share"),
            Self::Multiple => language.pick("倍数", "multiple"),
        }
    }
}

impl Bound {
    /// What stands before a number that is no exact value.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Equal => "",
            Self::Above => ">",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::About => "~",
        }
    }
}

impl Status {
    /// What the status is called beside a figure.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Actual => language.pick("实际", "actual"),
            Self::Target => language.pick("目标", "target"),
            Self::Forecast => language.pick("预计", "forecast"),
        }
    }
}

impl Doubt {
    /// The reason in a few words.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::MetricBefore => language.pick("指标承前", "metric from before"),
            Self::TwoMetrics => language.pick("指标不一", "several metrics"),
            Self::NameUnclear => language.pick("名称不清", "unclear name"),
            Self::FarApart => language.pick("相距较远", "far apart"),
            Self::ListUneven => language.pick("项数不等", "uneven list"),
            Self::LevelOrGrowth => language.pick("口径不明", "level or growth"),
            Self::UnitUnusual => language.pick("单位不符", "unusual unit"),
            Self::ValueUnlikely => language.pick("数值可疑", "unlikely value"),
            Self::RegionInherited => language.pick("地区承前", "region from before"),
            Self::PeriodInherited => language.pick("时期承前", "time from before"),
            Self::PeriodSpan => language.pick("时段不明", "year or years"),
            Self::StatusOpen => language.pick("状态不明", "done or planned"),
            Self::DamageNear => language.pick("邻近缺损", "damage nearby"),
        }
    }

    /// The reason as a sentence.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::MetricBefore => language.pick(
                "指标不在数字旁边，取自前面的句子。",
                "What is measured is not named beside the number; it is taken from before.",
            ),
            Self::TwoMetrics => {
                language.pick("数字之前提到不止一个指标。", "More than one metric is named before the number.")
            }
            Self::NameUnclear => language.pick(
                "名称不在指标目录之内，可能只是句中片段。",
                "The name is not in the catalogue and may be a piece of a sentence.",
            ),
            Self::FarApart => language.pick("数字与所指指标相距较远。", "The number stands far from what is measured."),
            Self::ListUneven => {
                language.pick("并列的项目与数字个数不等。", "The list has not as many members as numbers.")
            }
            Self::LevelOrGrowth => language.pick(
                "百分数未说明是水平、增速还是占比。",
                "Nothing says whether the percentage is a level, a growth or a share.",
            ),
            Self::UnitUnusual => {
                language.pick("该指标通常不用这一单位。", "The metric is not usually told in this unit.")
            }
            Self::ValueUnlikely => language.pick("这一数值几乎没有地区能达到。", "Hardly any region has such a value."),
            Self::RegionInherited => language.pick(
                "地区取自全文，而其间提到别的地区。",
                "The region is that of the document, though others are spoken of in between.",
            ),
            Self::PeriodInherited => language.pick(
                "时期取自前面的句子、标题或全文。",
                "The time is that of an earlier sentence, a heading or the document.",
            ),
            Self::PeriodSpan => language.pick(
                "是一年之数还是数年合计，未说明。",
                "It is open whether the value is of one year or of several together.",
            ),
            Self::StatusOpen => language
                .pick("是已实现还是计划，未说明。", "It is open whether the value has come about or is planned."),
            Self::DamageNear => language.pick("邻近文字有数字缺损。", "Digits are lost nearby."),
        }
    }
}

impl Level {
    /// What a region of the level is called.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Province => language.pick("省级", "province"),
            Self::Prefecture => language.pick("地级", "prefecture"),
            Self::County => language.pick("县级", "county"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "zh-TW", "ZH"] {
            assert_eq!(Language::of_locale(locale), Language::Zh, "{locale}");
        }
        for locale in ["en_US.UTF-8", "en", "de_DE@euro"] {
            assert_eq!(Language::of_locale(locale), Language::En, "{locale}");
        }
    }
}
