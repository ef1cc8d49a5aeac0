//! What people make of readings: acts, each about one figure, that are kept and applied on load.

mod anchor;
mod entry;
mod fields;

use serde::{Deserialize, Serialize};

pub use self::{
    anchor::Anchor,
    entry::{Entry, Standing},
    fields::Fields,
};
use super::Figure;

/// What a person made of a reading that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Review {
    /// It was found right as it was read.
    Accepted,
    /// Some of its fields were corrected by hand.
    Changed,
    /// It was read by a person, not by the program.
    Added,
}

impl Review {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Changed, Self::Added];
}

/// One act of a person; one JSON object a line is the form of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// Tells it from every other act, whichever process wrote it.
    pub id: String,
    /// When, as RFC 3339 with the offset of the place.
    pub at: String,
    /// Who, in the words of the person; may be empty.
    #[serde(default)]
    pub who: String,
    /// What was done.
    #[serde(flatten)]
    pub deed: Deed,
    /// Why; empty where nothing was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Deed {
    /// The reading is right.
    Accept(Box<Anchor>),
    /// The reading is right once these fields are as they are told here.
    Change {
        /// The reading.
        #[serde(flatten)]
        on: Box<Anchor>,
        /// The fields as they shall be.
        set: Fields,
    },
    /// The characters do not tell this figure.
    Reject(Box<Anchor>),
    /// The characters tell this figure, which was not read.
    Add(Box<Anchor>),
    /// Nothing is to change; the note says what is to be said.
    Note(Box<Anchor>),
    /// An earlier act no longer holds.
    Undo {
        /// The id of that act.
        undoes: String,
    },
}

impl Deed {
    /// The word for it in the ledger.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Accept(_) => "accept",
            Self::Change { .. } => "change",
            Self::Reject(_) => "reject",
            Self::Add(_) => "add",
            Self::Note(_) => "note",
            Self::Undo { .. } => "undo",
        }
    }

    /// The figure it is about, with its place; `None` for an undo.
    #[must_use]
    pub const fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Accept(on) | Self::Change { on, .. } | Self::Reject(on) | Self::Add(on) | Self::Note(on) => Some(on),
            Self::Undo { .. } => None,
        }
    }

    /// The figure as it shall be, marked as reviewed: nothing for what takes a figure out or leaves it.
    ///
    /// # Errors
    /// A field that is to be changed does not exist or cannot be so; told in a sentence.
    pub fn outcome(&self) -> Result<Option<Figure>, String> {
        let (figure, review) = match self {
            Self::Accept(on) => (on.figure.clone(), Review::Accepted),
            Self::Change { on, set } => (set.onto(&on.figure)?, Review::Changed),
            Self::Add(on) => (on.figure.clone(), Review::Added),
            Self::Reject(_) | Self::Note(_) | Self::Undo { .. } => return Ok(None),
        };
        Ok(Some(Figure { doubt: super::Doubts::NONE, review: Some(review), ..figure }))
    }
}
