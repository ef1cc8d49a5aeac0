//! Which figure of each region stands in a row.

use super::Align;
use crate::{
    index::{Atlas, FigureRef, Figures},
    model::{Measure, Period, Status},
    query::choice::{Choice, Time, comparable},
};

/// What regions have of one metric and measure.
pub(super) struct Told<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) measure: Measure,
    /// Those columns that have anything, with their figures.
    pub(super) columns: Vec<(usize, Figures)>,
}

impl<'a> Told<'a> {
    /// The figure of each column that has one, for `year` or else as `align` has it.
    pub(super) fn choose(&self, choice: &Choice<'a>, year: Option<u16>, align: Align) -> Vec<(usize, FigureRef<'a>)> {
        let shared = || if align == Align::SameYear { self.shared() } else { None };
        let shared = year.map(Period::year).or_else(shared);
        let at_time = self.columns.iter().map(|(column, figures)| {
            let mut at_time = shared.map(|period| self.of_period(figures, period).collect()).unwrap_or_default();
            if year.is_none() && Vec::is_empty(&at_time) {
                let latest = self.latest(figures);
                at_time = self.comparable(figures.clone()).filter(|&figure| Some(Time::of(figure)) == latest).collect();
            }
            (*column, at_time)
        });
        let at_time: Vec<(usize, Vec<FigureRef<'a>>)> = at_time.collect();
        // Places and shares compare within one scope.
        let scope = most_shared_scope(&at_time);
        let best = at_time.iter().filter_map(|(column, figures)| {
            let in_scope = figures.iter().copied().filter(|figure| scope.is_some() && figure.scope() == scope);
            Some((*column, choice.best(in_scope).or_else(|| choice.best(figures.iter().copied()))?))
        });
        best.collect()
    }

    /// The time that the columns have in common: a year, but where one has no whole year the months that all
    /// have, for months beside a year say nothing.
    fn shared(&self) -> Option<Period> {
        let year = self.shared_year().map(Period::year);
        let has_no_year = |(_, figures): &(usize, Figures)| matches!(self.latest(figures), Some(Time::Span(_)));
        if !self.columns.iter().any(has_no_year) {
            return year;
        }
        let (span, count) = self.most_shared_span().unzip();
        if year.is_none() || count == Some(self.columns.len()) { span.or(year) } else { year }
    }

    /// The latest of the times shorter or longer than a year that most columns have results of, the longest of
    /// those that end at once, and how many have it; `None` where no two have the same.
    fn most_shared_span(&self) -> Option<(Period, usize)> {
        let of_column = |(column, figures): &(usize, Figures)| {
            let results = self.comparable(figures.clone()).filter(|figure| figure.status() == Status::Actual);
            let spans = results.filter_map(FigureRef::period).filter(|period| !period.is_year());
            spans.map(|period| (period, *column)).collect::<Vec<_>>()
        };
        let mut spans: Vec<(Period, usize)> = self.columns.iter().flat_map(of_column).collect();
        spans.sort_unstable();
        spans.dedup();
        let shared = spans.chunk_by(|a, b| a.0 == b.0).filter(|columns| columns.len() > 1);
        let counted = shared.map(|columns| (columns[0].0, columns.len()));
        counted.reduce(|most, next| {
            let later = next.1 == most.1 && !next.0.ends_with(most.0);
            if next.1 > most.1 || later { next } else { most }
        })
    }

    /// The latest time that a column has.
    fn latest(&self, figures: &Figures) -> Option<Time> {
        Time::latest_of_sorted(self.comparable(figures.clone()))
    }

    /// The latest of the years that most columns have, by actual figures where there are any; `None`
    /// where no two have the same.
    fn shared_year(&self) -> Option<u16> {
        if self.columns.len() < 2 {
            return None;
        }
        let actual = |figure: FigureRef<'_>| figure.status() == Status::Actual;
        self.most_shared_year(actual).or_else(|| self.most_shared_year(|_| true))
    }

    fn most_shared_year(&self, counts: impl Fn(FigureRef<'a>) -> bool) -> Option<u16> {
        let mut most = (None, 1);
        for &year in self.atlas.years().iter().rev() {
            let has = |(_, figures): &&(usize, Figures)| self.of_period(figures, Period::year(year)).any(&counts);
            let count = self.columns.iter().filter(has).count();
            if count > most.1 {
                most = (Some(year), count);
            }
            if count == self.columns.len() {
                break;
            }
        }
        most.0
    }

    fn of_period(&self, figures: &Figures, period: Period) -> impl Iterator<Item = FigureRef<'a>> {
        let of_period = self.atlas.measured_in(figures, self.measure, Some(period));
        self.comparable(of_period)
    }

    fn comparable(&self, figures: Figures) -> impl DoubleEndedIterator<Item = FigureRef<'a>> + Clone {
        let (atlas, measure) = (self.atlas, self.measure);
        let figures = figures.map(move |id| atlas.figure(id));
        figures.filter(move |figure| comparable(measure, figure.base()))
    }
}

/// The scope that most columns have, the first by name of those that as many have.
fn most_shared_scope<'a>(columns: &[(usize, Vec<FigureRef<'a>>)]) -> Option<&'a str> {
    let of_column = |(column, figures): &(usize, Vec<FigureRef<'a>>)| {
        let scopes = figures.iter().filter_map(|figure| figure.scope());
        scopes.map(|scope| (scope, *column)).collect::<Vec<_>>()
    };
    let mut scopes: Vec<(&str, usize)> = columns.iter().flat_map(of_column).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let most = scopes.chunk_by(|a, b| a.0 == b.0).rev().max_by_key(|columns| columns.len());
    most.map(|columns| columns[0].0)
}
