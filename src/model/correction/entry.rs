//! An act with what became of it.

use super::Act;

/// An act of the ledger with what became of it on load.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The act.
    pub act: Act,
    /// What became of it.
    pub standing: Standing,
}

/// What became of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds, at the place it was made for.
    Applied,
    /// The document has changed and the characters were found again, at this place.
    Reanchored {
        /// First character.
        start: u32,
        /// The character after the last.
        end: u32,
    },
    /// The table has changed and its row was found again, in this cell.
    Moved(String),
    /// The document has changed and the place cannot be told; why and what to do about it.
    Aside(String),
    /// The document is not among those that were opened.
    Absent,
    /// A later act about the same figure holds instead: its id.
    Superseded(String),
    /// A later act took it back: its id.
    Undone(String),
}

impl Standing {
    /// Whether the act is in force.
    #[must_use]
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Applied | Self::Reanchored { .. } | Self::Moved(_))
    }
}
