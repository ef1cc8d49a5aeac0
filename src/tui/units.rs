//! In which units values are written: as the reports have them, or in one unit for all of a kind.

mod short;

pub(crate) use short::unit_in;

use crate::{
    model::{Dimension, Unit},
    query::Reading,
};

/// In which units values are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Units {
    /// Each as it was read.
    #[default]
    AsWritten,
    /// 亿元, 万人, 万吨.
    Large,
    /// 万元, 人, 吨.
    Middle,
    /// 元, 人, 吨.
    Base,
}

/// Units by what they count, the large one, the middle one and the one that counts single things. What is
/// not here is counted singly in all three.
const LADDERS: &[[&str; 3]] = &[
    ["亿元", "万元", "元"],
    ["亿美元", "万美元", "美元"],
    ["万人", "人", "人"],
    ["万人次", "人次", "人次"],
    ["万户", "户", "户"],
    ["亿斤", "万斤", "斤"],
    ["万吨", "吨", "吨"],
    ["万亩", "亩", "亩"],
    ["平方公里", "平方公里", "平方公里"],
    ["万平方米", "平方米", "平方米"],
    ["公里", "公里", "公里"],
    ["亿千瓦时", "万千瓦时", "千瓦时"],
    ["万千瓦", "千瓦", "千瓦"],
    ["万头", "头", "头"],
    ["万套", "套", "套"],
    ["万件", "件", "件"],
    ["万张", "张", "张"],
    ["万标箱", "标箱", "标箱"],
];

/// Below this a number would be mostly zeros: it stays as it was written.
const LEAST: f64 = 0.01;

impl Units {
    /// The next choice.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::AsWritten => Self::Large,
            Self::Large => Self::Middle,
            Self::Middle => Self::Base,
            Self::Base => Self::AsWritten,
        }
    }

    /// What the choice makes of the commonest quantities; empty for what is as written.
    pub(crate) fn examples(self) -> Vec<&'static str> {
        let of = |rung: usize| [0, 2, 6].into_iter().map(|ladder: usize| LADDERS[ladder][rung]).collect();
        self.rung().map(of).unwrap_or_default()
    }

    /// A value of a metric of this Chinese name, which the catalogue tells in `own` units, in the unit it
    /// is shown in; `None` where it is shown as it was written.
    pub(crate) fn convert<'a>(self, reading: &'a Reading, name: &str, own: Option<&str>) -> Option<(f64, &'a str)> {
        let unit = self.unit_for(&reading.unit, name, own).filter(|unit| **unit != *reading.unit)?;
        // Multiplied before it is divided, as 536800万元 are 53.68亿元 and not 53.680000000000007.
        let value = reading.number()? * Unit::parse(&reading.unit).scale / Unit::parse(unit).scale;
        (value.abs() >= LEAST).then_some((value, unit))
    }

    /// The unit in which values in `unit` are shown; `None` for what is no amount, and as written.
    pub(crate) fn unit_for<'a>(self, unit: &'a str, name: &str, own: Option<&str>) -> Option<&'a str> {
        let rung = self.rung()?;
        let dimension = Unit::parse(unit).dimension;
        let Dimension::Counted(counted) = &dimension else { return None };
        // An income per head in 亿元 would say nothing.
        let rung = if is_average(name) { 2 } else { rung };
        // Of several units for the same quantity (亿斤, 万吨) the one that the metric, or the text, uses.
        let alike = |ladder: &&[&str; 3]| Unit::parse(ladder[2]).dimension == dimension;
        let used = |ladder: &&[&str; 3]| own.unwrap_or(unit).ends_with(ladder[2]);
        match LADDERS.iter().filter(alike).find(used).or_else(|| LADDERS.iter().find(alike)) {
            Some(ladder) => Some(ladder[rung]),
            // 1.2万家 are 12000家; a bare number stays one.
            None if counted.is_empty() => None,
            None => unit.get(unit.len().checked_sub(counted.len())?..),
        }
    }

    fn rung(self) -> Option<usize> {
        match self {
            Self::AsWritten => None,
            Self::Large => Some(0),
            Self::Middle => Some(1),
            Self::Base => Some(2),
        }
    }
}

/// Whether a metric of this Chinese name is told per head, household, area or the like; 均衡性转移支付 and
/// 均等化 are not.
fn is_average(name: &str) -> bool {
    name.match_indices('均').any(|(at, _)| !name[at..].starts_with("均衡") && !name[at..].starts_with("均等"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::{FigureId, SourceId},
        model::{Bound, Doubts, Measure, Status, Value},
    };

    fn reading(number: f64, unit: &str) -> Reading {
        Reading {
            id: FigureId(0),
            source: SourceId(0),
            measure: Measure::Level,
            value: Some(Value::Number(number)),
            unit: unit.into(),
            bound: Bound::Equal,
            period: None,
            status: Status::Actual,
            scope: None,
            base: None,
            doubt: Doubts::NONE,
            flag: None,
            review: None,
        }
    }

    fn shown(units: Units, number: f64, unit: &str, name: &str, own: Option<&str>) -> Option<String> {
        let reading = reading(number, unit);
        units.convert(&reading, name, own).map(|(value, unit)| format!("{value}{unit}"))
    }

    #[test]
    fn money_people_and_mass_have_a_unit_each() {
        let large = |number, unit, own| shown(Units::Large, number, unit, "", own);
        assert_eq!(large(1.52, "万亿元", Some("元")).as_deref(), Some("15200亿元"));
        assert_eq!(large(8800.0, "万元", Some("元")).as_deref(), Some("0.88亿元"));
        assert_eq!(large(704.11, "亿元", Some("元")), None, "it is written so");
        assert_eq!(large(429_328.0, "人", Some("人")).as_deref(), Some("42.9328万人"));
        assert_eq!(large(10.0, "亿斤", Some("斤")), None);
        assert_eq!(large(50.0, "万吨", Some("斤")).as_deref(), Some("10亿斤"), "grain is told in 斤");
        assert_eq!(large(1.0, "亿公斤", Some("吨")).as_deref(), Some("10万吨"));
        assert_eq!(large(1.2, "万家", Some("家")).as_deref(), Some("12000家"));
        assert_eq!(large(3.0, "亿美元", Some("元")), None, "no rate of exchange is made up");
        assert_eq!(shown(Units::Middle, 53.68, "亿元", "", None).as_deref(), Some("536800万元"));
        assert_eq!(shown(Units::Base, 5.7, "万户", "", None).as_deref(), Some("57000户"));
    }

    #[test]
    fn what_is_per_head_stays_in_single_yuan_and_what_would_be_nothing_as_it_is() {
        assert_eq!(shown(Units::Large, 4.26, "万元", "居民人均可支配收入", Some("元")).as_deref(), Some("42600元"));
        assert_eq!(shown(Units::Large, 123_000.0, "万元", "均衡性转移支付", None).as_deref(), Some("12.3亿元"));
        assert_eq!(shown(Units::Base, 6.5, "万元", "均衡地区户均收入", None).as_deref(), Some("65000元"));
        assert_eq!(shown(Units::Large, 36.0, "元", "", None), None);
        assert_eq!(shown(Units::Large, 0.0, "万元", "", None), None);
    }

    #[test]
    fn what_is_no_amount_is_left_alone() {
        for unit in ["%", "个百分点", "位", "比", "", "万"] {
            for units in [Units::AsWritten, Units::Large, Units::Middle, Units::Base] {
                assert_eq!(shown(units, 5.0, unit, "", None), None, "{unit}");
            }
        }
        assert_eq!(shown(Units::AsWritten, 5.0, "万元", "", None), None);
    }

    #[test]
    fn every_ladder_measures_one_thing() {
        for ladder in LADDERS {
            let [large, middle, single] = ladder.map(Unit::parse);
            assert!(large.dimension == single.dimension && middle.dimension == single.dimension, "{ladder:?}");
            assert!(large.scale >= middle.scale && middle.scale >= single.scale, "{ladder:?}");
        }
    }
}
