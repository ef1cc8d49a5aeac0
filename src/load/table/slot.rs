//! A column of values: what it, with the labels of a row, tells of the measure and unit of a value.

use super::{
    fractions::Kind,
    labels::{Labels, Named},
    map::Column,
    units,
};
use crate::model::{Measure, Period};

/// A column of values.
pub(super) struct Slot<'l> {
    pub(super) at: usize,
    pub(super) column: &'l Column,
}

impl Slot<'_> {
    /// The measure of a value: of its column, of its row.
    pub(super) fn measure(&self, labels: &Labels, named: &Named) -> Measure {
        match (self.column.measure, labels.measure.or(named.measure)) {
            (Some(measure), _) if measure != Measure::Level => measure,
            (_, Some(measure)) => measure,
            _ => Measure::Level,
        }
    }

    /// What a growth is measured against: the year before, or the years that it is the average of. Over several
    /// years, of which it is not called the average, that is open.
    pub(super) fn base(&self, labels: &Labels, measure: Measure, period: Period) -> Option<String> {
        let names = [self.column.heading.as_deref(), labels.label.as_deref()];
        let is_average = names.into_iter().flatten().any(|name| name.contains("年均") || name.contains("年平均"));
        match measure {
            Measure::Growth if is_average => Some("avg".to_owned()),
            Measure::Growth if period.first() == period.last() => Some("yoy".to_owned()),
            _ => None,
        }
    }

    /// What a percentage is set beside others by.
    pub(super) fn kind(&self, named: &Named, measure: Measure) -> Kind {
        (self.column.metric.is_some().then_some(self.at), named.name.clone(), measure)
    }

    /// The unit of a value: its own, that of its row or column, that given for the table which fits the metric.
    pub(super) fn unit(
        &self,
        labels: &Labels,
        named: &Named,
        measure: Measure,
        own: Option<String>,
        given: &[String],
    ) -> Option<String> {
        let of_column = self.column.unit.clone();
        let of_row = labels.unit.clone().or_else(|| named.unit.clone());
        let told = match measure {
            Measure::Level => of_row.or(of_column),
            _ => of_column.or_else(|| named.unit.clone()).or(of_row),
        };
        // 5.3% under 增减（个百分点） is in points.
        let own =
            own.filter(|own| own != "%" || told.as_deref().is_none_or(|told| told == "%" || measure == Measure::Level));
        if let Some(unit) = own.or(told) {
            // GDP(亿) is in 亿元: a bare number of what the metric is counted in.
            let lacks_base = matches!(unit.as_str(), "万" | "亿") && measure == Measure::Level;
            let base = named.base.as_deref().map(|base| base.trim_start_matches(['万', '亿'])).filter(|_| lacks_base);
            let counted = base.filter(|base| matches!(*base, "元" | "人" | "美元"));
            return Some(unit + counted.unwrap_or_default());
        }
        match measure {
            Measure::Growth | Measure::Share => return Some("%".to_owned()),
            Measure::Rank | Measure::GrowthRank => return Some("位".to_owned()),
            Measure::Multiple => return Some("倍".to_owned()),
            _ => {}
        }
        let fitting = match &named.base {
            Some(base) => given.iter().find(|unit| units::alike(unit, base)),
            // 单位：亿元 above numbers of enterprises tells nothing of these.
            None => {
                given.first().filter(|unit| given.len() == 1 && !(named.name.ends_with('数') && unit.contains('元')))
            }
        };
        // A rate is written in no other unit than its own.
        let rate = named.base.clone().filter(|base| matches!(base.as_str(), "%" | "‰"));
        fitting.cloned().or(rate)
    }
}
