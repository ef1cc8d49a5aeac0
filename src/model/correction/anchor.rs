//! Where a figure stands that an act is about, told so that it can be found again.

use serde::{Deserialize, Serialize};

use crate::model::Figure;

/// A figure as it was read, with what it takes to find it again when the document has changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Anchor {
    /// The reading as it was: document, place, characters and fields. Of an added figure, as it shall be.
    pub figure: Figure,
    /// SHA-256 of the document's bytes; empty when it is not known.
    #[serde(default)]
    pub hash: String,
    /// The characters before, at most [`Anchor::CONTEXT`]; empty when the document was not at hand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The characters behind, likewise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// How many other figures were read from the same characters.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub beside: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Anchor {
    /// So many characters before and behind are kept: a clause or two, which few documents hold twice.
    pub const CONTEXT: usize = 24;

    /// An anchor for a figure. `hash` is that of its document, `text` the document's, where it is at hand;
    /// `beside` counts the other figures that were read from the same characters.
    #[must_use]
    pub fn new(figure: Figure, hash: &str, text: Option<&str>, beside: u32) -> Self {
        let (before, after) = text.map(|text| around(text, figure.start, figure.end)).unwrap_or_default();
        Self { figure, hash: hash.to_owned(), before, after, beside }
    }
}

/// The characters before and behind a place, at most [`Anchor::CONTEXT`] each.
fn around(text: &str, start: u32, end: u32) -> (String, String) {
    let (start, end) = (start as usize, end as usize);
    if start >= end {
        return <(String, String)>::default();
    }
    let first = start.saturating_sub(Anchor::CONTEXT);
    let before = text.chars().skip(first).take(start - first).collect();
    let after = text.chars().skip(end).take(Anchor::CONTEXT).collect();
    (before, after)
}
