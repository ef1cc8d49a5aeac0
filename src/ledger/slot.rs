//! The readings of a document, and which of them is the figure of a case.

use super::cases::{alike, span};
use crate::model::Figure;

/// Where the figure of a case stands in a document.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether the document is the one that the act was made for.
    pub(super) exact: bool,
}

/// A reading, and the case that is about it.
pub(super) struct Slot {
    pub(super) span: (u32, u32),
    pub(super) figure: Option<Figure>,
    pub(super) case: Option<usize>,
}

impl Slot {
    pub(super) fn of(figure: Figure) -> Self {
        Self { span: span(&figure), figure: Some(figure), case: None }
    }

    /// Whether it tells what `form` tells, at a place.
    pub(super) fn fits(&self, place: Place, form: &Figure) -> bool {
        self.span == (place.start, place.end) && self.figure.as_ref().is_some_and(|figure| alike(figure, form))
    }

    /// Whether the same characters stand at the same place.
    pub(super) fn stands_at(&self, figure: &Figure) -> bool {
        let same = |own: &Figure| own.text == figure.text && (figure.start < figure.end || alike(own, figure));
        self.span == span(figure) && self.figure.as_ref().is_some_and(same)
    }
}
