//! Why a figure may be wrong, in words.

use super::Language;
use crate::model::Doubt;

impl Doubt {
    /// The reason in a few words.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        let [(zh, _), (en, _)] = self.words();
        language.pick(zh, en)
    }

    /// The reason as a sentence.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        let [(_, zh), (_, en)] = self.words();
        language.pick(zh, en)
    }

    /// Few words and a sentence in Chinese and in English.
    const fn words(self) -> [(&'static str, &'static str); 2] {
        match self {
            Self::MetricBefore => [
                ("指标承前", "数字旁边没有指标，取自前一句。"),
                ("metric from before", "The metric is not named beside the number; it is that of the sentence before."),
            ],
            Self::NameJoined => [
                ("名称拼合", "指标名称由句中不相连的词拼成。"),
                ("name put together", "The name is put together from words that stand apart."),
            ],
            Self::NameGeneral => [
                ("名称笼统", "名称笼统，不足以与同类指标区分。"),
                ("general name", "The name is too general to tell it from others of its kind."),
            ],
            Self::NameBroken => {
                [("名称不整", "名称可能只是句中的片段。"), ("broken name", "The name may be a piece of a sentence.")]
            }
            Self::OwnerBefore => [
                ("主体存疑", "前面说的是企业、园区、项目或行业，数字可能只是它的。"),
                ("whose it is", "It may be of the enterprise, park, project or industry that was spoken of before."),
            ],
            Self::TwoMetrics => [
                ("指标不一", "数字之前提到不止一个指标。"),
                ("several metrics", "More than one metric is named before the number."),
            ],
            Self::FarApart => [
                ("相距较远", "数字与指标相距较远，中间另有所述。"),
                ("far apart", "The number stands far from the name, with other words between them."),
            ],
            Self::ListUneven => [
                ("项数不等", "并列的指标与数字个数不等。"),
                ("uneven list", "The list names more or fewer metrics than it has numbers."),
            ],
            Self::LevelOrGrowth => [
                ("口径不明", "没有说明这个百分数是水平、增速还是占比。"),
                ("level or growth", "Nothing says whether the percentage is a level, a growth or a share."),
            ],
            Self::UnitUnusual => [
                ("单位存疑", "这项指标通常不用这一单位。"),
                ("unusual unit", "The metric is not usually told in this unit."),
            ],
            Self::ValueUnlikely => {
                [("数值存疑", "很少有地区达到这一数值。"), ("unlikely value", "Hardly any region has such a value.")]
            }
            Self::RegionInherited => [
                ("地区存疑", "前面提到别的地区，数字可能是它的。"),
                ("which region", "Another region was spoken of before; it may be of that one."),
            ],
            Self::PeriodUnknown => {
                [("时期不明", "文中没有说明时期。"), ("time not told", "The text does not tell the time.")]
            }
            Self::PeriodSpan => [
                ("时段不明", "没有说明是一年之数，还是数年合计或平均。"),
                ("year or years", "Nothing says whether it is of one year, or of several together or on average."),
            ],
            Self::StatusOpen => [
                ("状态存疑", "前面说的是预计数，没有说明这一数字是不是。"),
                ("done or expected", "Estimates were told before; nothing says whether this is one."),
            ],
            Self::DamageNear => {
                [("邻近缺损", "同一句中有数字缺损。"), ("damage nearby", "Digits are lost in the same sentence.")]
            }
        }
    }
}
