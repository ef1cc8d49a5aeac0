//! What is lit in a line of a report: numbers that were read, and numbers that were not.

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::{
    extract::{Extraction, Problem, ProblemKind, Rule},
    model::{Figure, Measure, Status},
};

/// What was found of one number.
#[derive(Debug)]
pub(super) struct Mark<'a> {
    /// Its characters in the document.
    pub(super) span: Range<u32>,
    /// What was read of it, several where it tells of several metrics.
    pub(super) figures: Vec<(&'a Figure, Rule)>,
    /// Why it was not read.
    pub(super) problem: Option<&'a Problem>,
}

/// The marks of a document in the order of the text.
pub(super) fn of(extraction: &Extraction) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    for (figure, rule) in extraction.figures.iter().zip(&extraction.rules) {
        let span = figure.start..figure.end;
        match marks.last_mut().filter(|mark| mark.span == span) {
            Some(mark) => mark.figures.push((figure, *rule)),
            None => marks.push(Mark { span, figures: vec![(figure, *rule)], problem: None }),
        }
    }
    // A damaged number is both: it is told with what it would have measured.
    let read = |problem: &Problem| {
        problem.kind == ProblemKind::DamagedNumber
            && extraction.figures.binary_search_by_key(&problem.start, |figure| figure.start).is_ok()
    };
    let unread = extraction.problems.iter().filter(|problem| problem.start < problem.end && !read(problem));
    marks.extend(unread.map(|problem| Mark {
        span: problem.start..problem.end,
        figures: Vec::new(),
        problem: Some(problem),
    }));
    marks.sort_by_key(|mark| mark.span.start);
    marks
}

impl Mark<'_> {
    /// How the number is lit.
    pub(super) fn style(&self) -> Style {
        let Some((figure, _)) = self.figures.first() else { return Style::new().dimmed().underline() };
        let colour = match figure.measure {
            _ if figure.value.is_none() => AnsiColor::Red,
            Measure::Level => AnsiColor::Cyan,
            Measure::Growth | Measure::Change | Measure::Gap | Measure::Multiple => AnsiColor::Green,
            Measure::Rank | Measure::GrowthRank => AnsiColor::Yellow,
            Measure::Share => AnsiColor::Magenta,
        };
        let style = colour.on_default().bold();
        if figure.status == Status::Actual { style } else { style.italic() }
    }

    /// Whether all that was read of it is sure.
    pub(super) fn is_sure(&self) -> bool {
        self.figures.iter().all(|(figure, _)| figure.doubt.is_empty())
    }
}
