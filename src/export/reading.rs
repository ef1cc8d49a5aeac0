//! A figure as a person reads it: `≥704.11亿元`, `+5.5%`, `全省县域 ≤10`, `20亿元?`.

use super::{Amount, Cell, number};
use crate::{
    model::{Bound, Figure, Language, Measure, Period, Status, Value},
    query::Reading,
};

/// What stands behind a value that may be read wrongly.
const DOUBT: &str = "?";

/// The parts of a figure that its text for people is made of.
pub(super) struct Shown<'a> {
    pub(super) measure: Measure,
    pub(super) value: Option<&'a Value>,
    pub(super) unit: &'a str,
    pub(super) bound: Bound,
    pub(super) scope: Option<&'a str>,
    pub(super) base: Option<&'a str>,
    /// Whether a mark behind it tells that it is doubtful.
    pub(super) marked: bool,
}

impl<'a> From<&'a Reading> for Shown<'a> {
    fn from(reading: &'a Reading) -> Self {
        Self {
            measure: reading.measure,
            value: reading.value.as_ref(),
            unit: &reading.unit,
            bound: reading.bound,
            scope: reading.scope.as_deref(),
            base: reading.base.as_deref(),
            marked: !reading.doubt.is_empty(),
        }
    }
}

/// Without the mark of a doubt: the reasons have a column of their own.
impl<'a> From<&'a Figure> for Shown<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self {
            measure: figure.measure,
            value: figure.value.as_ref(),
            unit: &figure.unit,
            bound: figure.bound,
            scope: figure.scope.as_deref(),
            base: figure.base.as_deref(),
            marked: false,
        }
    }
}

/// The number of a figure with its bound and unit, and before it what it is compared with.
#[must_use]
pub fn amount(figure: &Figure, language: Language) -> String {
    Shown::from(figure).amount_in_scope(language).to_string()
}

impl Shown<'_> {
    /// The number with its bound and unit: `>700亿`, `+5.5%`, `#5`; says so when digits are lost.
    pub(super) fn amount(&self, language: Language) -> Amount {
        let Some(value) = self.value else {
            return Amount::text(language.pick("数字缺损", "damaged"));
        };
        let (before, unit) = match (self.measure, value) {
            (Measure::Rank | Measure::GrowthRank, _) if self.bound == Bound::Equal => ("#", ""),
            (Measure::Rank | Measure::GrowthRank, _) => ("", ""),
            (Measure::Growth | Measure::Change | Measure::Gap, Value::Number(number)) if *number > 0.0 => {
                ("+", self.unit)
            }
            _ => ("", self.unit),
        };
        let amount = match value {
            Value::Ratio(ratio) => Amount::text(ratio),
            Value::Number(number) => Amount::of(*number).behind(before).with(unit),
        };
        amount.behind(self.bound.mark()).with(if self.marked { DOUBT } else { "" })
    }

    /// The number, and before it what it is compared with.
    pub(super) fn amount_in_scope(&self, language: Language) -> Amount {
        let amount = self.amount(language);
        let base = self.base.filter(|base| *base != "yoy" && self.measure != Measure::Level);
        match self.scope.or(base) {
            Some(scope) => amount.behind(" ").behind(scope),
            None => amount,
        }
    }
}

/// The number of a reading brought to another unit, with its bound and the mark of a doubt.
pub(super) fn converted(value: f64, reading: &Reading) -> Amount {
    let doubt = if reading.doubt.is_empty() { "" } else { DOUBT };
    Amount::of(number::computed(value)).behind(reading.bound.mark()).with(doubt)
}

/// The period, or `—` where the text does not tell.
pub(super) fn period(period: Option<Period>) -> String {
    period.map_or_else(|| "—".to_owned(), |period| period.to_string())
}

/// A number that stands in a row of another status tells its own: a forecast beside what has come about.
pub(super) fn tagged(amount: Amount, status: Status, row: Status, language: Language) -> Amount {
    if status == row { amount } else { amount.behind(" ").behind(status.label(language)) }
}

/// The status where it is worth a word: plans and expectations, not what has come about.
pub(super) fn unless_actual(status: Status, language: Language) -> Cell {
    Cell::Text(if status == Status::Actual { "" } else { status.label(language) }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(measure: Measure, value: f64, unit: &str, bound: Bound) -> String {
        let value = Value::Number(value);
        Shown { measure, value: Some(&value), unit, bound, scope: Some("全省县域"), base: None, marked: false }
            .amount(Language::Zh)
            .to_string()
    }

    #[test]
    fn each_measure_reads_as_itself() {
        assert_eq!(shown(Measure::Level, 700.0, "亿元", Bound::Above), ">700亿元");
        assert_eq!(shown(Measure::Growth, 5.5, "%", Bound::Equal), "+5.5%");
        assert_eq!(shown(Measure::Growth, -3.1, "%", Bound::Equal), "-3.1%");
        assert_eq!(shown(Measure::Rank, 10.0, "位", Bound::AtMost), "≤10");
    }

    #[test]
    fn a_damaged_number_shows_no_value() {
        let lost = Shown {
            measure: Measure::Level,
            value: None,
            unit: "亿元",
            bound: Bound::Equal,
            scope: None,
            base: None,
            marked: false,
        };
        assert_eq!(lost.amount_in_scope(Language::En).to_string(), "damaged");
    }
}
