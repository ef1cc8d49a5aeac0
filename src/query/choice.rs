//! Which of several figures stands for a region, a metric and a time.

use std::cmp::Ordering;

use crate::{
    index::{Atlas, FigureRef, MetricId},
    model::{Bound, Dimension, Measure, Period, Status, Unit},
};

/// The time that a row of figures stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// One whole year.
    Year(u16),
    /// Several years or some months: what is counted over them is the value of no year.
    Span(Period),
    /// The text does not tell.
    Untold,
}

impl Time {
    pub(super) fn of(figure: FigureRef<'_>) -> Self {
        match figure.period() {
            Some(period) if period.is_year() => Self::Year(period.last()),
            Some(period) => Self::Span(period),
            None => Self::Untold,
        }
    }

    /// The time at which the figures are the latest that count: the last year with an actual figure,
    /// so that next year's target does not hide this year's value; else actual figures whose time is
    /// untold, then years that are only forecast, then only aimed at, and at last what is counted
    /// over longer or shorter times.
    pub(super) fn latest<'a>(figures: impl Iterator<Item = FigureRef<'a>>) -> Option<Self> {
        let standing = |figure: FigureRef<'_>| {
            let class = match (Self::of(figure), figure.status()) {
                (Self::Year(_), Status::Actual) => 6,
                (Self::Untold, Status::Actual) => 5,
                (Self::Year(_), Status::Forecast) => 4,
                (Self::Year(_), Status::Target) => 3,
                (Self::Untold, _) => 2,
                (Self::Span(_), Status::Actual) => 1,
                (Self::Span(_), _) => 0,
            };
            (class, figure.period())
        };
        figures.max_by_key(|&figure| standing(figure)).map(Self::of)
    }

    /// The same for figures that ascend by period; an actual figure of a year is then soon found.
    pub(super) fn latest_of_sorted<'a>(
        figures: impl DoubleEndedIterator<Item = FigureRef<'a>> + Clone,
    ) -> Option<Self> {
        let mut actual = figures.clone().rev().filter(|figure| figure.status() == Status::Actual).map(Self::of);
        actual.find(|time| matches!(time, Self::Year(_))).or_else(|| Self::latest(figures))
    }

    pub(super) fn year(self) -> Option<u16> {
        match self {
            Self::Year(year) => Some(year),
            Self::Span(_) | Self::Untold => None,
        }
    }
}

/// Whether a figure of this measure and base stands beside others: growth since 2016, or on average
/// over some years, does not stand beside growth in a year.
pub(super) fn comparable(measure: Measure, base: Option<&str>) -> bool {
    measure != Measure::Growth || matches!(base, None | Some("yoy"))
}

/// Whether it tells what has come about or is about to, not what is aimed at.
pub(super) fn is_result(figure: &FigureRef<'_>) -> bool {
    figure.status() != Status::Target
}

/// The unit in which most of the figures are written, the first of those equally common.
pub(super) fn most_common_unit<'a>(figures: impl Iterator<Item = FigureRef<'a>>) -> &'a str {
    // Few units are in use for one metric.
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for unit in figures.map(FigureRef::unit) {
        match counts.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => counts.push((unit, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or("", |(unit, _)| unit)
}

/// Chooses among the figures of one metric and measure.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    atlas: &'a Atlas,
    /// What a level of the metric measures.
    dimension: Option<Dimension>,
}

impl<'a> Choice<'a> {
    pub(super) fn new(atlas: &'a Atlas, metric: MetricId) -> Self {
        Self { atlas, dimension: atlas.metric(metric).map(|metric| Unit::parse(&metric.unit).dimension) }
    }

    /// The better one is less. What decides, in this order:
    ///
    /// 1. actual, then forecast, then target;
    /// 2. a value before a damaged number;
    /// 3. the metric's own kind of unit (704.11亿元 before 700亿);
    /// 4. a sure reading before a doubtful one;
    /// 5. exactly so, then about so, then a bound;
    /// 6. growth against the year before, then on average, then against anything else;
    /// 7. what a person has looked at;
    /// 8. more digits;
    /// 9. the document of the later date;
    /// 10. what was read in a text before what is only quoted, so that the sentence can be shown;
    /// 11. the document added later, then what it says first.
    pub(super) fn order(&self, a: FigureRef<'_>, b: FigureRef<'_>) -> Ordering {
        let date = |figure: FigureRef<'_>| self.atlas.sources()[figure.source().0 as usize].date.as_str();
        (self.rank(a).cmp(&self.rank(b)))
            .then_with(|| a.review().is_none().cmp(&b.review().is_none()))
            .then_with(|| digits(b).cmp(&digits(a)))
            .then_with(|| date(b).cmp(date(a)))
            .then_with(|| quoted(a).cmp(&quoted(b)))
            .then_with(|| b.source().cmp(&a.source()))
            .then_with(|| (a.span(), a.id()).cmp(&(b.span(), b.id())))
    }

    pub(super) fn best(&self, figures: impl Iterator<Item = FigureRef<'a>>) -> Option<FigureRef<'a>> {
        figures.min_by(|&a, &b| self.order(a, b))
    }

    /// The first six of the rules of [`Choice::order`]; less is better.
    fn rank(&self, figure: FigureRef<'_>) -> (u8, bool, bool, bool, u8, u8) {
        let status = match figure.status() {
            Status::Actual => 0,
            Status::Forecast => 1,
            Status::Target => 2,
        };
        let damaged = figure.flag().is_some() || figure.value().is_none();
        let strange = figure.measure() == Measure::Level
            && self.dimension.as_ref().is_some_and(|dimension| *dimension != figure.parsed_unit().dimension);
        let bound = match figure.bound() {
            Bound::Equal => 0,
            Bound::About => 1,
            Bound::Above | Bound::AtLeast | Bound::Below | Bound::AtMost => 2,
        };
        let base = match figure.base() {
            None | Some("yoy") => 0,
            Some("avg") => 1,
            Some(_) => 2,
        };
        (status, damaged, strange, !figure.doubt().is_empty(), bound, base)
    }
}

/// Whether the figure has no place in a text.
fn quoted(figure: FigureRef<'_>) -> bool {
    figure.paragraph() == 0
}

/// How many digits the number is told with, zeros at its end not counted.
fn digits(figure: FigureRef<'_>) -> usize {
    let Some(number) = figure.number() else { return 0 };
    format!("{number:e}").bytes().take_while(|&byte| byte != b'e').filter(u8::is_ascii_digit).count()
}
