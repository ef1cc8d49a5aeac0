//! What is chosen in the years of a metric.

use ratatui::layout::Rect;

use super::{Answer, parts::Parts};
use crate::{
    model::RegionCode,
    query::{TrendLine, TrendMode},
    tui::widgets::scroll::{Scroll, Step},
};

/// What the user can ask of the years of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Step(Step),
    Left,
    Right,
    /// The next of levels, index and growth.
    NextMode,
    /// Show the years in this form; when they are shown so already, as lines again.
    Toggle(Form),
    /// The next metric of which these regions have years, or the one before.
    StepMetric(bool),
    /// Pin the region of the cursor, or take the pin away.
    Pin,
    /// Go to the region of the cursor.
    Open,
    /// Put the cursor on a line.
    ChooseLine(usize),
    /// Put the cursor on a year, counted from the first.
    ChooseYear(usize),
}

/// How the years are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// Lines over one axis.
    #[default]
    Lines,
    /// Columns for each region, each on a scale of its own.
    Multiples,
    /// Numbers: years down, regions across.
    Table,
}

/// What is chosen in the years of a metric.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) mode: TrendMode,
    pub(crate) form: Form,
    /// The line of the cursor and the first of those listed.
    pub(crate) lines: Scroll,
    /// The year of the cursor, counted from the first, and the first row of the table.
    pub(crate) years: Scroll,
    /// The region and the year of the cursor.
    region: Option<RegionCode>,
    year: Option<u16>,
    /// The region and the year that were chosen for all views when the last answer came.
    chosen: (Option<RegionCode>, Option<u16>),
}

impl State {
    /// Takes another answer: the cursor stays on its region and year, or goes to those chosen meanwhile;
    /// without a year, to the last in which anything came about in its region, or else in any.
    pub(crate) fn follow(&mut self, answer: &Answer) {
        let (region, year) = answer.chosen;
        if self.chosen.0 != region {
            self.region = region;
        }
        if self.chosen.1 != year {
            self.year = year;
        }
        self.chosen = answer.chosen;
        let line = |region| answer.chart.lines.iter().position(|line| Some(line.region) == region);
        self.lines.cursor = line(self.region).or_else(|| line(region)).unwrap_or(0);
        let Some(years) = answer.chart.years() else { return };
        let last_of =
            |line: &TrendLine| line.points.iter().rfind(|point| point.value.is_some()).map(|point| point.year);
        let lines = &answer.chart.lines;
        let last = lines.get(self.lines.cursor).and_then(last_of).or_else(|| lines.iter().filter_map(last_of).max());
        let year = self.year.filter(|year| years.contains(year)).or(last).unwrap_or(*years.end());
        self.years.cursor = usize::from(year - years.start());
    }

    /// Moves the cursor from line to line; in the table from year to year.
    pub(crate) fn step(&mut self, step: Step, answer: &Answer, area: Rect) {
        let parts = Parts::of(self.form, answer, area);
        match parts.form {
            Form::Table => self.years.step(step, answer.years(), parts.rows()),
            Form::Lines | Form::Multiples => self.lines.step(step, answer.chart.lines.len(), parts.rows()),
        }
        self.keep(answer);
    }

    /// Moves the cursor to the year before or after; in the table to the region on the left or right.
    pub(crate) fn step_across(&mut self, right: bool, answer: &Answer, area: Rect) {
        let (cursor, count) = match Parts::of(self.form, answer, area).form {
            Form::Table => (&mut self.lines.cursor, answer.chart.lines.len()),
            Form::Lines | Form::Multiples => (&mut self.years.cursor, answer.years()),
        };
        *cursor = if right { (*cursor + 1).min(count.saturating_sub(1)) } else { cursor.saturating_sub(1) };
        self.keep(answer);
    }

    /// Puts the cursor on a line.
    pub(crate) fn choose_line(&mut self, line: usize, answer: &Answer) {
        self.lines.cursor = line.min(answer.chart.lines.len().saturating_sub(1));
        self.keep(answer);
    }

    /// Puts the cursor on a year, counted from the first.
    pub(crate) fn choose_year(&mut self, year: usize, answer: &Answer) {
        self.years.cursor = year.min(answer.years().saturating_sub(1));
        self.keep(answer);
    }

    /// Shows the next of levels, index and growth.
    pub(crate) fn next_mode(&mut self) {
        self.mode = match self.mode {
            TrendMode::Absolute => TrendMode::Indexed,
            TrendMode::Indexed => TrendMode::YearOnYear,
            TrendMode::YearOnYear => TrendMode::Absolute,
        };
    }

    /// Shows the years in a form, or as lines again.
    pub(crate) fn toggle(&mut self, form: Form) {
        self.form = if self.form == form { Form::Lines } else { form };
    }

    /// The region of the cursor.
    pub(crate) fn selected(&self, answer: &Answer) -> Option<RegionCode> {
        answer.chart.lines.get(self.lines.cursor).map(|line| line.region)
    }

    /// Brings the cursor into sight.
    pub(crate) fn settle(&mut self, answer: Option<&Answer>, area: Rect) {
        let Some(answer) = answer else { return };
        let parts = Parts::of(self.form, answer, area);
        match parts.form {
            Form::Table => {
                self.years.settle(answer.years(), parts.rows());
                self.lines.settle(answer.chart.lines.len(), parts.columns());
            }
            Form::Lines | Form::Multiples => self.lines.settle(answer.chart.lines.len(), parts.rows()),
        }
    }

    /// Remembers where the cursor is, for the next answer.
    fn keep(&mut self, answer: &Answer) {
        self.region = self.selected(answer);
        self.year = answer.chart.years().map(|years| years.start() + self.years.cursor as u16);
    }
}
