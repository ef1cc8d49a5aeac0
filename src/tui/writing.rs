//! How a figure is written: its number, bound, unit and time, and what tells a plan from a fact.

use std::borrow::Cow;

use ratatui::{buffer::Buffer, style::Style};

use super::{
    look::Look,
    units::unit_in,
    widgets::text::{put, width},
};
use crate::{
    index::MetricId,
    model::{Bound, Doubts, Language, Measure, Period, Review, Status, Value},
    query::Reading,
};

/// What stands behind a value that may be read wrongly.
pub(crate) const DOUBT: &str = "?";

/// What stands behind a value that a person found right as it was read.
pub(crate) const ACCEPTED: &str = "✓";

/// What stands behind a value that a person corrected or added.
pub(crate) const CORRECTED: &str = "✎";

/// What stands behind a number of a text that a person rejected.
pub(crate) const REJECTED: &str = "×";

/// What stands behind a value: that it may be read wrongly, or what a person made of the reading.
pub(crate) const fn mark(doubt: Doubts, review: Option<Review>) -> &'static str {
    match review {
        Some(Review::Accepted) => ACCEPTED,
        Some(Review::Changed | Review::Added) => CORRECTED,
        None if doubt.is_empty() => "",
        None => DOUBT,
    }
}

/// What stands before a number that is better than those beside it.
pub(crate) const BETTER: &str = "▴";

/// A figure in pieces: `目标` `≥` `850` `亿元` `?`.
#[derive(Clone, Debug)]
pub(crate) struct Written<'a> {
    /// Target, forecast or, beside values of another measure, what it is; empty for what has come about.
    pub(crate) tag: &'static str,
    /// The bound, and the sign of a growth.
    pub(crate) sign: &'static str,
    pub(crate) number: Cow<'a, str>,
    pub(crate) unit: &'a str,
    /// What stands behind it, as [`mark`] gives it; empty for a sure figure that nobody has looked at.
    pub(crate) mark: &'static str,
    /// Of tag and number.
    pub(crate) style: Style,
}

impl<'a> Written<'a> {
    /// Writes a figure as it was read.
    pub(crate) fn of(reading: &'a Reading, look: &Look) -> Self {
        let number = match &reading.value {
            None => None,
            Some(Value::Number(number)) => Some(Cow::Owned(as_read(*number))),
            Some(Value::Ratio(ratio)) => Some(Cow::Borrowed(ratio.as_str())),
        };
        Self::with(reading, number, &reading.unit, look)
    }

    /// Writes a figure of a metric in the units that the user chose.
    pub(crate) fn shown(reading: &'a Reading, metric: MetricId, look: &Look) -> Self {
        let own = look.atlas.metric(metric).map(|metric| metric.unit.as_str());
        match look.units.convert(reading, look.atlas.metric_name(metric), own) {
            Some((value, unit)) => Self::with(reading, Some(Cow::Owned(computed(value))), unit, look),
            None => Self::of(reading, look),
        }
    }

    /// Writes a figure whose number was brought to `unit`.
    pub(crate) fn in_unit(reading: &'a Reading, value: Option<f64>, unit: &'a str, look: &Look) -> Self {
        match value {
            Some(value) if *reading.unit != *unit => Self::with(reading, Some(Cow::Owned(computed(value))), unit, look),
            _ => Self::of(reading, look),
        }
    }

    fn with(reading: &Reading, number: Option<Cow<'a, str>>, unit: &'a str, look: &Look) -> Self {
        let figure = &look.theme.figure;
        let Some(number) = number else {
            let damaged = look.words.damaged;
            return Self { tag: "", sign: "", number: damaged.into(), unit: "", mark: "", style: figure.damaged };
        };
        let is_change = matches!(reading.measure, Measure::Growth | Measure::Change | Measure::Gap);
        let style = match (reading.status, reading.number()) {
            (Status::Target, _) => figure.target,
            (Status::Forecast, _) => figure.forecast,
            (Status::Actual, Some(number)) if is_change && number < 0.0 => figure.fall,
            (Status::Actual, Some(_)) if is_change => figure.rise,
            (Status::Actual, _) if is_place(reading.measure) => figure.rank,
            (Status::Actual, _) => figure.value,
        };
        let sign = match reading.bound {
            Bound::Equal if is_place(reading.measure) => "#",
            Bound::Equal if is_change && reading.number().is_some_and(|number| number > 0.0) => "+",
            bound => bound.mark(),
        };
        // What a place or a proportion is counted in goes without saying.
        let bare = is_place(reading.measure) || matches!(reading.value, Some(Value::Ratio(_)));
        let unit = if bare { "" } else { unit };
        let mark = mark(reading.doubt, reading.review);
        Self { tag: tag(reading.status, look), sign, number, unit, mark, style }
    }

    /// Puts the figure so that the number ends before `x + number_cells` and the unit begins there; a
    /// number that is too long goes on into the cells of the unit. The tag stands at the left with a blank
    /// behind it, short where there is little room, the mark of a doubt in the cell behind all.
    pub(crate) fn put(&self, buf: &mut Buffer, x: u16, y: u16, number_cells: u16, unit_cells: u16, look: &Look) {
        let used = width(self.sign) + width(&self.number);
        let beyond = used.saturating_sub(number_cells).min(unit_cells);
        let (number_cells, unit_cells) = (number_cells + beyond, unit_cells - beyond);
        let free = number_cells.saturating_sub(used);
        put(buf, x, y, free, tag_in(self.tag, free).trim_end(), self.style);
        let drawn = put(buf, x + free, y, number_cells - free, self.sign, self.sign_style(look));
        put(buf, x + free + drawn, y, number_cells - free - drawn, &self.number, self.style);
        let unit = self.unit_in(unit_cells, look);
        let drawn = put(buf, x + number_cells, y, unit_cells, unit, look.theme.figure.unit);
        put(buf, x + number_cells + drawn, y, 1, self.mark, look.theme.figure.doubt);
    }

    /// Puts number and unit so that they end before `x + cells`, the tag before them where there is room;
    /// returns the cells they took. Of what does not fit, the unit is shortened, so that the number is whole.
    /// The mark of a doubt stands in the cell behind, so that numbers below each other line up.
    pub(crate) fn put_right(&self, buf: &mut Buffer, x: u16, y: u16, cells: u16, look: &Look) -> u16 {
        let number = width(self.sign) + width(&self.number);
        let unit = self.unit_in(cells.saturating_sub(number), look);
        let used = (number + width(unit)).min(cells);
        let mut at = x + cells - used;
        let pieces = [(self.sign, self.sign_style(look)), (&*self.number, self.style), (unit, look.theme.figure.unit)];
        for (text, style) in pieces {
            at += put(buf, at, y, x + cells - at, text, style);
        }
        put(buf, at, y, 1, self.mark, look.theme.figure.doubt);
        let free = cells - used;
        let tag = tag_in(self.tag, free);
        let tagged = width(&tag);
        put(buf, x + free - tagged, y, tagged, tag.trim_end(), self.style);
        used + tagged
    }

    /// Cells of the tag with a blank behind it, and of the number.
    pub(crate) fn tagged_number(&self) -> u16 {
        let tag = if self.tag.is_empty() { 0 } else { width(self.tag) + 1 };
        tag + width(self.sign) + width(&self.number)
    }

    /// Cells that it takes at least, with a short tag and unit.
    pub(crate) fn least_width(&self, look: &Look) -> u16 {
        width(&short_tag(self.tag)) + width(self.sign) + width(&self.number) + self.unit_width(look)
    }

    /// Cells of the unit, short where it is long.
    pub(crate) fn unit_width(&self, look: &Look) -> u16 {
        /// Cells in which a long unit is not a mere sign that there is one.
        const ENOUGH: u16 = 6;
        width(self.unit_in(ENOUGH, look))
    }

    fn unit_in(&self, cells: u16, look: &Look) -> &'a str {
        unit_in(self.unit, cells, look.lang)
    }

    /// Cells of sign, number and unit.
    pub(crate) fn width(&self) -> u16 {
        width(self.sign) + width(&self.number) + width(self.unit)
    }

    fn sign_style(&self, look: &Look) -> Style {
        if matches!(self.sign, "+" | "#" | "") { self.style } else { look.theme.figure.bound }
    }
}

/// The group of a place with the place and the mark of a doubt: `全省县域≤10?`; that of a growth says so:
/// `全市增速#3`.
pub(crate) fn put_place(buf: &mut Buffer, x: u16, y: u16, cells: u16, reading: &Reading, look: &Look) {
    let written = Written::of(reading, look);
    let cells = cells.saturating_sub(width(written.mark));
    let number = written.width().min(cells);
    let group = group(reading, look);
    let room = cells - number;
    let tag = tag_in(written.tag, room.saturating_sub(width(&group)));
    let tagged = put(buf, x, y, room, &tag, written.style);
    let used = tagged + put(buf, x + tagged, y, room - tagged, &group, look.theme.figure.unit);
    written.put_right(buf, x + used, y, number, look);
}

/// Cells that a place takes.
pub(crate) fn place_width(reading: &Reading, look: &Look) -> u16 {
    let written = Written::of(reading, look);
    let tag = if written.tag.is_empty() { 0 } else { width(written.tag) + 1 };
    tag + width(&group(reading, look)) + written.width() + width(written.mark)
}

/// The group that a place is in, and that it is one by growth.
pub(crate) fn group(reading: &Reading, look: &Look) -> String {
    let growth = if reading.measure == Measure::GrowthRank { look.words.by_growth } else { "" };
    format!("{}{growth}", reading.scope.as_deref().unwrap_or_default())
}

/// A tag in so many cells: with a blank behind it in full or short, else short without one, for a plan is not to
/// pass for a fact; nothing only where there is no room at all.
fn tag_in(tag: &str, cells: u16) -> String {
    if tag.is_empty() {
        return String::new();
    }
    let short = short_tag(tag);
    let forms = [format!("{tag} "), format!("{short} "), short];
    forms.into_iter().find(|form| width(form) <= cells).unwrap_or_default()
}

/// A tag where there is little room: its first character, of a word in Latin letters with a point.
fn short_tag(tag: &str) -> String {
    let Some(first) = tag.chars().next() else { return String::new() };
    if first.is_ascii() { format!("{first}.") } else { first.to_string() }
}

/// What a figure tells of its metric, in eight cells at most.
pub(crate) const fn label(measure: Measure, lang: Language) -> &'static str {
    match (measure, lang) {
        (Measure::GrowthRank, Language::En) => "by grow.",
        (measure, lang) => measure.label(lang),
    }
}

pub(crate) const fn is_place(measure: Measure) -> bool {
    matches!(measure, Measure::Rank | Measure::GrowthRank)
}

/// What tells that a figure has not come about; empty for one that has.
pub(crate) const fn tag(status: Status, look: &Look) -> &'static str {
    match status {
        Status::Actual => "",
        Status::Target => look.words.goal,
        Status::Forecast => look.words.estimate,
    }
}

/// A number as it was read: the shortest text that reads back as the same number.
fn as_read(number: f64) -> String {
    number.to_string()
}

/// A number that was computed: two decimals, below one three significant digits.
pub(crate) fn computed(number: f64) -> String {
    let decimals = match number.abs() {
        size if size >= 1000.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        _ => 4,
    };
    let text = format!("{number:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A time in few cells: `2024`, `21-25` for a range of years, `24.1-9` for months of a year.
pub(crate) fn period(period: Option<Period>) -> String {
    let Some(period) = period else { return String::new() };
    let text = period.to_string();
    let two_digits = |moment: &str| moment.get(2..4).unwrap_or_default().to_owned();
    let month = |moment: &str| moment.get(5..).unwrap_or_default().trim_start_matches('0').to_owned();
    match text.split_once('/') {
        None if period.is_year() => text,
        None => format!("{}.{}", two_digits(&text), month(&text)),
        Some((first, last)) if first.len() == 4 && last.len() == 4 => {
            format!("{}-{}", two_digits(first), two_digits(last))
        }
        Some((first, last)) if period.first() == period.last() => {
            format!("{}.{}-{}", two_digits(first), month(first), month(last))
        }
        Some((first, last)) => format!("{}-{}", two_digits(first), two_digits(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computed_numbers_are_short() {
        let texts = [704.110_000_01, 0.123_456, 12.0, -0.000_01, 12_345.678, 2.366].map(computed);
        assert_eq!(texts, ["704.11", "0.123", "12", "0", "12345.7", "2.37"]);
        assert_eq!(as_read(704.11), "704.11");
        assert_eq!(as_read(20350.0), "20350");
    }

    #[test]
    fn times_are_short() {
        let texts = [
            Some(Period::year(2024)),
            Some(Period::range(2021, 2025)),
            Some(Period::months(2024, 1, 9)),
            Some(Period::months(2024, 12, 12)),
            None,
        ]
        .map(period);
        assert_eq!(texts, ["2024", "21-25", "24.1-9", "24.12", ""]);
    }
}
