//! Which document is chosen, in which order they stand, and what narrows them.

use std::cmp::Ordering;

use ratatui::layout::Rect;
use tui_input::InputRequest;

use super::{Answer, ask::Row, columns::Column, view::rows};
use crate::{
    index::SourceId,
    model::RegionCode,
    tui::{
        carry::Carry,
        widgets::{
            input::TypedLine,
            scroll::{Scroll, Step},
        },
    },
};

/// What the user can ask of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Sort by the next column.
    NextColumn,
    /// Turn the order around.
    Reverse,
    /// Sort by a column; where it is that already, turn the order around.
    Sort(Column),
    /// Type a text that narrows the list.
    Filter,
    /// Choose the row at a place.
    Choose(usize),
}

/// Which document is chosen, in which order they stand, and what narrows them.
#[derive(Debug)]
pub(crate) struct State {
    pub(super) scroll: Scroll,
    pub(super) sort: Column,
    /// Whether what is more comes first.
    pub(super) descending: bool,
    pub(super) filter: TypedLine,
    /// Whether the filter is being typed.
    typed: bool,
    /// Only documents that tell of this year.
    year: Option<u16>,
    /// The rows shown, by their place in the answer.
    pub(super) order: Vec<usize>,
    chosen: Option<SourceId>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            scroll: Scroll::default(),
            sort: Column::Region,
            descending: false,
            filter: TypedLine::default(),
            typed: false,
            year: None,
            order: Vec::new(),
            chosen: None,
        }
    }
}

impl State {
    /// Whether the filter is being typed.
    pub(crate) fn is_typed(&self) -> bool {
        self.typed
    }

    /// Whether what is typed narrows the list.
    pub(crate) fn is_narrowed(&self) -> bool {
        !self.filter.value().trim().is_empty()
    }

    /// Whether the list was made for another year.
    pub(crate) fn is_stale(&self, year: Option<u16>) -> bool {
        self.year != year
    }

    /// The chosen row.
    pub(crate) fn selected<'a>(&self, answer: &'a Answer) -> Option<&'a Row> {
        answer.rows.get(*self.order.get(self.scroll.cursor)?)
    }

    /// Takes the ids of another Atlas.
    pub(crate) fn carry_over(&mut self, carry: &Carry) {
        self.chosen = self.chosen.and_then(|source| carry.source(source));
    }

    /// Takes another answer or year; the first time, a document of the region is chosen, if there is one.
    pub(crate) fn follow(&mut self, answer: &Answer, region: Option<RegionCode>, year: Option<u16>) {
        self.year = year;
        if self.chosen.is_none() {
            let of_region = answer.rows.iter().filter(|row| row.region.is_some() && row.region == region);
            self.chosen = of_region.max_by(|a, b| a.date.cmp(&b.date)).map(|row| row.source);
        }
        self.arrange(answer);
    }

    /// Brings the cursor into sight.
    pub(crate) fn settle(&mut self, _answer: Option<&Answer>, area: Rect) {
        self.scroll.settle(self.order.len(), rows(self, area));
    }

    pub(crate) fn step(&mut self, step: Step, answer: &Answer, area: Rect) {
        self.scroll.step(step, self.order.len(), rows(self, area));
        self.keep(answer);
    }

    /// Chooses a document, whatever narrows the list.
    pub(crate) fn choose_source(&mut self, source: SourceId, answer: Option<&Answer>) {
        self.chosen = Some(source);
        if let Some(answer) = answer {
            self.arrange(answer);
        }
    }

    /// Chooses the row at a place.
    pub(crate) fn choose(&mut self, row: usize, answer: &Answer) {
        self.scroll.cursor = row.min(self.order.len().saturating_sub(1));
        self.keep(answer);
    }

    /// Sorts by a column, which begins as is natural to it; by the same column, the other way round.
    pub(crate) fn sort_by(&mut self, column: Column, answer: &Answer) {
        self.descending = if self.sort == column { !self.descending } else { column.begins_with_most() };
        self.sort = column;
        self.arrange(answer);
    }

    /// Sorts by the column after the one that is sorted by.
    pub(crate) fn sort_by_next(&mut self, answer: &Answer) {
        let place = Column::ALL.iter().position(|column| *column == self.sort).unwrap_or_default();
        self.sort_by(Column::ALL[(place + 1) % Column::ALL.len()], answer);
    }

    /// The column that is sorted by.
    pub(crate) fn sorted_by(&self) -> Column {
        self.sort
    }

    /// Begins to type what narrows the list.
    pub(crate) fn type_filter(&mut self) {
        self.typed = true;
    }

    /// Ends typing and keeps what was typed.
    pub(crate) fn keep_filter(&mut self) {
        self.typed = false;
    }

    /// Takes the filter away; false where there was none.
    pub(crate) fn clear_filter(&mut self, answer: Option<&Answer>) -> bool {
        let was = self.typed || self.is_narrowed();
        (self.typed, self.filter) = (false, TypedLine::default());
        if let Some(answer) = answer {
            self.arrange(answer);
        }
        was
    }

    /// Changes what narrows the list.
    pub(crate) fn edit_filter(&mut self, request: InputRequest, answer: &Answer) {
        if self.filter.edit(request) {
            self.arrange(answer);
        }
    }

    /// Types what narrows the list.
    pub(crate) fn insert_filter(&mut self, text: &str, answer: &Answer) {
        if self.filter.insert(text) {
            self.arrange(answer);
        }
    }

    /// Narrows and sorts; the chosen document stays chosen where it is among those that are left.
    fn arrange(&mut self, answer: &Answer) {
        let text = self.filter.value().to_lowercase();
        let words: Vec<_> = text.split_whitespace().collect();
        let tells = |row: &Row| self.year.is_none_or(|year| row.years.contains(&year));
        let fits = |row: &Row| tells(row) && words.iter().all(|word| row.found_by.contains(word));
        self.order = (0..answer.rows.len()).filter(|place| fits(&answer.rows[*place])).collect();
        let (sort, descending) = (self.sort, self.descending);
        self.order.sort_by(|a, b| {
            let (a, b) = (&answer.rows[*a], &answer.rows[*b]);
            let order = compare(sort, a, b);
            let order = if descending { order.reverse() } else { order };
            order.then_with(|| b.date.cmp(&a.date)).then_with(|| a.title.cmp(&b.title))
        });
        let kept = self.order.iter().position(|place| Some(answer.rows[*place].source) == self.chosen);
        self.scroll.cursor = kept.unwrap_or(0);
        if self.chosen.is_none() {
            self.keep(answer);
        }
    }

    fn keep(&mut self, answer: &Answer) {
        self.chosen = self.selected(answer).map(|row| row.source).or(self.chosen);
    }
}

fn compare(column: Column, a: &Row, b: &Row) -> Ordering {
    match column {
        Column::Title => a.title.cmp(&b.title),
        // Documents of no known region stand last.
        Column::Region => (a.region.is_none(), a.region).cmp(&(b.region.is_none(), b.region)),
        Column::Date => a.date.cmp(&b.date),
        Column::Publisher => (a.publisher.is_empty(), &a.publisher).cmp(&(b.publisher.is_empty(), &b.publisher)),
        Column::AtHand => a.at_hand.cmp(&b.at_hand),
        Column::Figures | Column::Sure | Column::Doubtful | Column::Damaged => a.number(column).cmp(&b.number(column)),
    }
}
