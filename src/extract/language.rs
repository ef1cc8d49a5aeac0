//! What rules, families and problems are called in the languages of the program.

use super::{Family, ProblemKind, Rule};
use crate::model::Language;

impl Family {
    /// The word for it on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Multiple => "multiple",
            Self::Share => "share",
            Self::Growth => "growth",
            Self::Level => "level",
            Self::Counted => "counted",
            Self::Distribution => "distribution",
            Self::Threshold => "threshold",
            Self::MetricBefore => "metric-before",
            Self::CarriedTime => "carried-time",
            Self::HeadingTime => "heading-time",
            Self::HeadingRegion => "heading-region",
            Self::ClauseRegion => "clause-region",
            Self::Outlook => "outlook",
            Self::Damage => "damage",
        }
    }
}

impl Rule {
    /// What the rule goes by, with the wording that it reads.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Place => language.pick("位次：居…第N位", "place: 居…第N位"),
            Self::PlacesOfAspects => {
                language.pick("位次：总量、增速分别居…", "places of level and growth: 总量、增速分别居…")
            }
            Self::PlaceInList => language.pick("位次：居…百强第N位", "place in a list: 居…百强第N位"),
            Self::Multiple => language.pick("倍数：是…的N倍，翻番", "multiple: 是…的N倍, 翻番"),
            Self::Part => language.pick("占比：占…N%", "share: 占…N%"),
            Self::PartCounted => language.pick("占比：N%的…", "share: N%的…"),
            Self::RateInBrackets => language.pick("增速：快于…（N%）", "growth in brackets: 快于…（N%）"),
            Self::Gap => language.pick("差距：高于…N个百分点", "gap: 高于…N个百分点"),
            Self::Rate => language.pick("增速：增速N%", "growth: 增速N%"),
            Self::BeyondTarget => language.pick("增减：超目标任务N", "change: 超目标任务N"),
            Self::Change => language.pick("增减：增长、下降N", "growth or change: 增长, 下降N"),
            Self::Points => language.pick("增减：N个百分点", "change: N个百分点"),
            Self::Proportion => language.pick("数值：比例N:N:N", "level: proportion N:N:N"),
            Self::Index => language.pick("数值：系数、指数N", "level: 系数, 指数N"),
            Self::Named => language.pick("数值：指标在前", "level: name before it"),
            Self::Counted => language.pick("数值：计数对象在后", "level: name behind it"),
        }
    }
}

impl ProblemKind {
    /// Why it was not read.
    #[must_use]
    pub const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::DamagedNumber => language.pick("数字缺损", "digits of this number are lost"),
            Self::NoMetric => language.pick("未说明所指指标", "nothing tells what this number measures"),
            Self::NoUnit => language.pick("没有单位，不作数据", "without a unit this number measures nothing"),
            Self::NamesAnother => {
                language.pick("是名称的一部分", "this number is part of the name of what is counted or grouped")
            }
            Self::Ordinal => language.pick("是序号，不是位次", "an order, and no place among regions"),
            Self::OtherUnit => {
                language.pick("前述指标不用这一单位", "what was told before is not measured in this unit")
            }
            Self::ListShort => language.pick("并列项目少于数字", "the list has fewer members than numbers"),
            Self::NoRegion => language.pick("未说明所指地区", "nothing tells which region this reports on"),
        }
    }
}
