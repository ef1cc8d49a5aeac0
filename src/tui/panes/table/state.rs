//! Which metric is chosen, which categories are closed, in what order the rows stand.

use std::collections::BTreeSet;

use super::{arrange::Sort, columns::Column};
use crate::{
    index::{Atlas, MetricId},
    model::{Language, pinyin::readings},
    query::{Profile, Row},
    tui::{
        carry::Carry,
        widgets::scroll::{Scroll, Step},
    },
};

/// What the user can ask of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// To the next category.
    NextGroup,
    /// To the category before.
    PreviousGroup,
    /// Close all categories, or open all.
    ToggleAll,
    /// Sort by the next column; behind the last, by none.
    Sort,
    /// Sort the other way round.
    Reverse,
    /// Sort by a column.
    SortBy(Column),
    /// Show or hide a column.
    Show(Column),
    /// Choose a line.
    Choose(usize),
    /// Open or close the category of a line.
    Toggle(usize),
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The name of a category: its place in the profile.
    Heading(usize),
    /// A metric: the places of its category and of its row there.
    Metric(usize, usize),
}

/// Which metric is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) lines: Vec<Line>,
    pub(crate) scroll: Scroll,
    /// In what order the rows stand; `None` for that of the catalogue, by category.
    pub(crate) sort: Option<Sort>,
    /// Columns that are not shown.
    pub(crate) hidden: Vec<Column>,
    /// Categories of which only the name is shown.
    pub(crate) closed: BTreeSet<String>,
    /// The metric that the user chose last: it stays chosen from region to region.
    wanted: Option<MetricId>,
    /// The category on whose name the cursor is.
    heading: Option<String>,
    /// In what language the names were when the lines were put in order; `None` when that is to be done
    /// anew.
    listed: Option<Language>,
}

/// The row of a line; `None` for a heading.
pub(crate) fn row(profile: &Profile, line: Line) -> Option<&Row> {
    match line {
        Line::Heading(_) => None,
        Line::Metric(group, row) => profile.groups.get(group)?.rows.get(row),
    }
}

impl State {
    /// Whether the lines are to be put in order anew.
    pub(crate) fn is_stale(&self, lang: Language) -> bool {
        self.listed != Some(lang)
    }

    /// Takes another profile, or another order of its lines; what was chosen stays so where the region has
    /// it, and where it was on the screen.
    pub(crate) fn follow(&mut self, profile: &Profile, atlas: &Atlas, lang: Language) {
        self.listed = Some(lang);
        self.lines = match self.sort {
            Some(sort) => sort.lines(profile, |row| alphabetical(row.metric, atlas, lang)),
            None => self.by_category(profile),
        };
        let height_of_cursor = self.scroll.cursor.saturating_sub(self.scroll.offset);
        let first = self.lines.iter().position(|line| matches!(line, Line::Metric(..)));
        let wanted = || self.wanted.and_then(|metric| self.place(profile, metric));
        self.scroll.cursor = self.heading_place(profile).or_else(wanted).or(first).unwrap_or(0);
        self.scroll.offset = self.scroll.cursor.saturating_sub(height_of_cursor);
        self.note_heading(profile);
        if self.wanted.is_none() {
            self.want(profile);
        }
    }

    fn by_category(&self, profile: &Profile) -> Vec<Line> {
        let groups = profile.groups.iter().enumerate();
        let lines = groups.flat_map(|(group, of)| {
            let rows = if self.closed.contains(&of.category) { 0 } else { of.rows.len() };
            std::iter::once(Line::Heading(group)).chain((0..rows).map(move |row| Line::Metric(group, row)))
        });
        lines.collect()
    }

    /// The metric that was chosen last; the region on the screen may lack it.
    pub(crate) fn wanted(&self) -> Option<MetricId> {
        self.wanted
    }

    /// Takes the ids of another Atlas. The metric of the cursor counts as chosen, so that it stays so.
    pub(crate) fn carry_over(&mut self, profile: Option<&Profile>, carry: &Carry) {
        if let Some(profile) = profile {
            self.want(profile);
        }
        self.wanted = self.wanted.and_then(|metric| carry.metric(metric));
        self.listed = None;
    }

    /// The row of the cursor; none on the name of a category, where nothing is to be corrected or copied.
    pub(crate) fn selected<'a>(&self, profile: &'a Profile) -> Option<&'a Row> {
        row(profile, *self.lines.get(self.scroll.cursor)?)
    }

    /// Chooses a metric and opens its category; false where the region lacks it.
    pub(crate) fn select(&mut self, profile: &Profile, metric: MetricId) -> bool {
        self.wanted = Some(metric);
        let of_metric = |rows: &[Row]| rows.iter().any(|row| row.metric == metric);
        let Some(group) = profile.groups.iter().find(|group| of_metric(&group.rows)) else { return false };
        self.heading = None;
        if self.closed.remove(&group.category) {
            self.listed = None;
        } else if let Some(place) = self.place(profile, metric) {
            self.scroll.cursor = place;
        }
        true
    }

    /// Moves the cursor from line to line.
    pub(crate) fn step(&mut self, step: Step, profile: &Profile, height: usize) {
        self.scroll.step(step, self.lines.len(), height);
        self.moved(profile);
    }

    /// Moves the window as the wheel does.
    pub(crate) fn wheel(&mut self, down: bool, profile: &Profile, height: usize) {
        let before = self.scroll.cursor;
        self.scroll.wheel(down, self.lines.len(), height);
        if self.scroll.cursor != before {
            self.moved(profile);
        }
    }

    /// Chooses a line.
    pub(crate) fn choose(&mut self, line: usize, profile: &Profile) {
        self.scroll.cursor = line.min(self.lines.len().saturating_sub(1));
        self.moved(profile);
    }

    /// Moves the cursor to the first metric of the next category, or of the one before; to the name of one
    /// that is closed.
    pub(crate) fn step_group(&mut self, forward: bool, profile: &Profile) {
        let is_heading = |place: &usize| matches!(self.lines[*place], Line::Heading(_));
        let inside = |heading: usize| match self.lines.get(heading + 1) {
            Some(Line::Metric(..)) => heading + 1,
            _ => heading,
        };
        let mut stops = (0..self.lines.len()).filter(is_heading).map(inside);
        let cursor = self.scroll.cursor;
        let stop = if forward { stops.find(|stop| *stop > cursor) } else { stops.rfind(|stop| *stop < cursor) };
        if let Some(stop) = stop {
            self.choose(stop, profile);
        }
    }

    /// Opens or closes the category on whose name the cursor is; false where it is on none.
    pub(crate) fn toggle(&mut self) -> bool {
        let Some(category) = &self.heading else { return false };
        if !self.closed.remove(category) {
            self.closed.insert(category.clone());
        }
        self.listed = None;
        true
    }

    /// Opens the category on whose name the cursor is, or goes to its first metric; false where it is on none.
    pub(crate) fn open(&mut self, profile: &Profile) -> bool {
        match &self.heading {
            None => false,
            Some(category) if self.closed.contains(category) => self.toggle(),
            Some(_) => {
                self.choose(self.scroll.cursor + 1, profile);
                true
            }
        }
    }

    /// Closes the category on whose name the cursor is; false where it is on none that is open.
    pub(crate) fn close(&mut self) -> bool {
        self.heading.as_ref().is_some_and(|category| !self.closed.contains(category)) && self.toggle()
    }

    /// Closes all categories, or opens all where none is open.
    pub(crate) fn toggle_all(&mut self, profile: &Profile) {
        let categories = || profile.groups.iter().map(|group| group.category.clone());
        if categories().all(|category| self.closed.contains(&category)) {
            self.closed.clear();
        } else {
            let group = match self.lines.get(self.scroll.cursor) {
                Some(Line::Heading(group) | Line::Metric(group, _)) => profile.groups.get(*group),
                None => None,
            };
            self.heading = group.map(|group| group.category.clone());
            self.closed.extend(categories());
        }
        self.listed = None;
    }

    /// Puts the rows in another order.
    pub(crate) fn sort(&mut self, sort: Option<Sort>) {
        self.sort = sort;
        self.heading = None;
        self.listed = None;
    }

    /// Shows or hides a column.
    pub(crate) fn show(&mut self, column: Column) {
        let shown = self.hidden.len();
        self.hidden.retain(|hidden| *hidden != column);
        if self.hidden.len() == shown {
            self.hidden.push(column);
        }
    }

    /// Takes note of what the cursor has come to.
    fn moved(&mut self, profile: &Profile) {
        self.note_heading(profile);
        if self.heading.is_none() {
            self.want(profile);
        }
    }

    fn note_heading(&mut self, profile: &Profile) {
        self.heading = match self.lines.get(self.scroll.cursor) {
            Some(Line::Heading(group)) => profile.groups.get(*group).map(|group| group.category.clone()),
            _ => None,
        };
    }

    fn want(&mut self, profile: &Profile) {
        let first = || match self.lines.get(self.scroll.cursor)? {
            // Where all categories are closed, other views still have a metric to begin with.
            Line::Heading(group) => profile.groups.get(*group)?.rows.first(),
            Line::Metric(..) => None,
        };
        let chosen = self.selected(profile).map(|row| row.metric).or(self.wanted);
        self.wanted = chosen.or_else(|| first().map(|row| row.metric));
    }

    /// The line of a metric; that of its category where it is closed.
    fn place(&self, profile: &Profile, metric: MetricId) -> Option<usize> {
        let is_metric = |line: &Line| row(profile, *line).is_some_and(|row| row.metric == metric);
        let holds = |line: &Line| match line {
            Line::Heading(group) => profile.groups[*group].rows.iter().any(|row| row.metric == metric),
            Line::Metric(..) => false,
        };
        self.lines.iter().position(is_metric).or_else(|| self.lines.iter().position(holds))
    }

    fn heading_place(&self, profile: &Profile) -> Option<usize> {
        let category = self.heading.as_ref()?;
        self.lines.iter().position(|line| match line {
            Line::Heading(group) => profile.groups[*group].category == *category,
            Line::Metric(..) => false,
        })
    }
}

/// What the name of a metric is sorted by: Chinese by its pinyin.
fn alphabetical(metric: MetricId, atlas: &Atlas, lang: Language) -> String {
    match atlas.metric(metric) {
        Some(known) if lang == Language::En && !known.en.is_empty() => known.en.to_lowercase(),
        _ => atlas.metric_name(metric).chars().fold(String::new(), |mut text, character| {
            match readings(character).first() {
                Some(reading) => text.push_str(reading),
                None => text.extend(character.to_lowercase()),
            }
            text
        }),
    }
}
