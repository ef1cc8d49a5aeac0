//! Which document is open, which of its figures is chosen, and what of the text is in sight.

use ratatui::layout::Rect;

use super::{Page, Unread, parts::Parts};
use crate::{
    index::{FigureId, SourceId},
    tui::{
        carry::Carry,
        state::View,
        widgets::{
            scroll::{Scroll, Step},
            typeset::Lines,
        },
    },
};

/// Lines kept in sight above and below the chosen figure.
const MARGIN: usize = 3;

/// What the user can ask of the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// To the next figure.
    Next,
    /// To the figure before.
    Previous,
    /// Choose the figure at a place among those of the document.
    Choose(usize),
    /// Pick a number that was not read, to add what it tells, or one that is rejected.
    Pick,
    /// Pick the one at that place among them.
    PickAt(usize),
}

/// Which document is open, which of its figures is chosen, and what of the text is in sight.
#[derive(Debug, Default)]
pub(crate) struct State {
    source: Option<SourceId>,
    /// The figure to choose when the document is there.
    wanted: Option<FigureId>,
    /// The view from which the document was opened, to go back to.
    pub(crate) from: Option<View>,
    /// The chosen figure, by its place among those of the document.
    pub(super) figure: usize,
    /// The lines in sight; of a document that is not at hand, the figures.
    pub(super) scroll: Scroll,
    /// The number that is picked to be added, by its place among those that were not read.
    picked: Option<usize>,
    /// Whether the chosen figure is to be brought into sight.
    follows: bool,
    pub(super) lines: Lines,
    /// What `lines` were broken for.
    laid_out: Option<(SourceId, u16)>,
}

impl State {
    /// Opens a document, at a figure where one is wanted.
    pub(crate) fn open(&mut self, source: SourceId, wanted: Option<FigureId>, from: View) {
        if self.source != Some(source) {
            (self.figure, self.scroll) = (0, Scroll::default());
        }
        (self.source, self.wanted, self.from, self.follows) = (Some(source), wanted, Some(from), true);
        self.picked = None;
    }

    /// Takes the ids of another Atlas; a document that is gone is closed.
    pub(crate) fn carry_over(&mut self, page: Option<&Page>, carry: &Carry) {
        self.wanted = page.and_then(|page| self.chosen(page)).and_then(|figure| carry.figure(figure));
        self.source = self.source.and_then(|source| carry.source(source));
        // Its number may be another one now.
        self.picked = None;
    }

    /// Closes the document; the view from which it was opened.
    pub(crate) fn close(&mut self) -> Option<View> {
        (self.source, self.picked) = (None, None);
        self.from.take()
    }

    /// The document that is open, and the view from which it was opened.
    pub(crate) fn opened(&self) -> Option<(SourceId, View)> {
        Some((self.source?, self.from.unwrap_or(View::Sources)))
    }

    /// The document that is open.
    pub(crate) fn source(&self) -> Option<SourceId> {
        self.source
    }

    pub(crate) fn is_open(&self) -> bool {
        self.source.is_some()
    }

    /// The chosen figure.
    pub(crate) fn chosen(&self, page: &Page) -> Option<FigureId> {
        page.figures.get(self.figure).copied()
    }

    /// The number that is picked to be added.
    pub(crate) fn picked<'a>(&self, page: &'a Page) -> Option<&'a Unread> {
        page.unread.get(self.picked?)
    }

    /// Its place among those that were not read.
    pub(super) fn picked_place(&self) -> Option<usize> {
        self.picked
    }

    /// Whether a number is being picked.
    pub(crate) fn picks(&self) -> bool {
        self.picked.is_some()
    }

    /// Picks the first number that was not read behind the chosen figure or, where that is out of sight, in
    /// what is in sight; false where all were read.
    pub(crate) fn pick(&mut self, page: &Page, area: Rect) -> bool {
        let in_sight = self.in_sight(area);
        let chosen = page.byte(self.figure).filter(|byte| in_sight.contains(&self.lines.of_byte(*byte)));
        let from = chosen.or_else(|| self.lines.get(in_sight.start).map(|line| line.start)).unwrap_or(0);
        let behind = page.unread.iter().position(|unread| unread.bytes.start >= from);
        self.picked = behind.or(page.unread.len().checked_sub(1));
        self.follows = true;
        self.picks()
    }

    /// Picks a number by its place.
    pub(crate) fn pick_at(&mut self, place: usize) {
        (self.picked, self.follows) = (Some(place), true);
    }

    /// Picks the next number or the one before.
    pub(crate) fn step_pick(&mut self, forward: bool, page: &Page) {
        let last = page.unread.len().saturating_sub(1);
        self.picked = self.picked.map(|at| if forward { (at + 1).min(last) } else { at.saturating_sub(1) });
        self.follows = true;
    }

    /// Picks none.
    pub(crate) fn unpick(&mut self) {
        (self.picked, self.follows) = (None, false);
    }

    /// Wants a figure of the open document chosen, once it is there.
    pub(crate) fn want(&mut self, figure: FigureId) {
        (self.wanted, self.picked, self.follows) = (Some(figure), None, true);
    }

    /// Lets go of lines that were broken for another text.
    pub(crate) fn follow(&mut self) {
        self.laid_out = None;
    }

    /// Chooses the next figure or the one before; where the chosen one is out of sight, the first that is
    /// in sight.
    pub(crate) fn step_figure(&mut self, forward: bool, page: &Page, area: Rect) {
        let last = page.figures.len().saturating_sub(1);
        let in_sight = self.in_sight(area);
        let line = |figure: usize| page.byte(figure).map(|byte| self.lines.of_byte(byte));
        let is_hidden = |figure: usize| line(figure).is_some_and(|line| !in_sight.contains(&line));
        let hidden = is_hidden(self.figure);
        let first = || (0..=last).find(|figure| line(*figure).is_some_and(|line| in_sight.contains(&line)));
        let first = if hidden { first() } else { None };
        let next = if forward { (self.figure + 1).min(last) } else { self.figure.saturating_sub(1) };
        self.choose(first.unwrap_or(next));
    }

    /// Chooses a figure by its place.
    pub(crate) fn choose(&mut self, figure: usize) {
        (self.figure, self.follows) = (figure, true);
    }

    /// Moves through the text, or through the figures of a document that is not at hand.
    pub(crate) fn step(&mut self, step: Step, page: &Page, area: Rect) {
        let height = usize::from(Parts::of(area).page().height);
        if page.text.is_some() {
            self.scroll.pan(step, self.lines.len(), height);
            self.follows = false;
        } else {
            self.scroll.cursor = self.figure;
            self.scroll.step(step, page.figures.len(), height);
            self.figure = self.scroll.cursor;
        }
    }

    /// Breaks the lines anew where text or width have changed, and brings the chosen figure into sight.
    pub(crate) fn settle(&mut self, page: Option<&Page>, area: Rect) {
        let Some(page) = page else { return };
        if let Some(wanted) = self.wanted.take() {
            self.figure = page.figures.iter().position(|figure| *figure == wanted).unwrap_or(0);
        }
        self.figure = self.figure.min(page.figures.len().saturating_sub(1));
        let room = Parts::of(area).page();
        let height = usize::from(room.height);
        let Some(text) = &page.text else {
            self.scroll.cursor = self.figure;
            self.scroll.settle(page.figures.len(), height);
            return;
        };
        if self.laid_out != Some((page.source, room.width)) {
            // What stood at the top stays there.
            let top = self.lines.get(self.scroll.offset).filter(|_| self.laid_out.is_some()).map(|line| line.start);
            self.lines = Lines::of(text, &page.wholes(), room.width);
            self.laid_out = Some((page.source, room.width));
            self.scroll.offset = top.map_or(self.scroll.offset, |byte| self.lines.of_byte(byte));
        }
        self.picked = self.picked.filter(|_| !page.unread.is_empty()).map(|at| at.min(page.unread.len() - 1));
        let followed = self.picked(page).map(|unread| unread.bytes.start).or_else(|| page.byte(self.figure));
        if self.follows
            && let Some(byte) = followed
        {
            let line = self.lines.of_byte(byte);
            let margin = MARGIN.min(height.saturating_sub(1) / 2);
            let highest = line.saturating_sub(margin);
            let lowest = (line + margin + 1).saturating_sub(height);
            self.scroll.offset = self.scroll.offset.clamp(lowest.min(highest), highest);
        }
        self.scroll.offset = self.scroll.offset.min(self.lines.len().saturating_sub(height));
    }

    /// The lines in sight.
    pub(super) fn in_sight(&self, area: Rect) -> std::ops::Range<usize> {
        self.scroll.window(self.lines.len(), Parts::of(area).page().height.into())
    }
}
