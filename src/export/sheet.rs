//! Rows and columns: the form that every answer takes before it is written.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap as _};

use super::Amount;
use crate::model::{Language, Value};

/// Rows under columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in csv and json.
    pub key: String,
    /// Its Chinese heading.
    pub zh: String,
    /// Its English heading.
    pub en: String,
    /// Whether its cells are numbers or end in one, so that they line up on the right.
    pub right: bool,
    /// What its cells hold where the format has types.
    pub kind: Kind,
    /// Whether it tells which row it is: such columns, when they are the first, stay in sight.
    pub naming: bool,
    /// What becomes of a long cell where a line has no room for it.
    pub fit: Fit,
}

/// What becomes of a long cell where a line has no room for it. Numbers and periods are always whole, and what tells
/// which row it is goes on below at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// It is cut: the row can be understood without the rest.
    #[default]
    Cut,
    /// It goes on in a line below.
    Fold,
    /// It stands on one line, unless it is very long: people copy it.
    Whole,
}

/// What the cells of a column hold, for formats that have types. Any cell may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words and names.
    #[default]
    Text,
    /// Whole numbers that are not counted with, or counts: years, codes, places.
    Integer,
    /// Years and other periods: text, and a number where it is a year and a column may hold both.
    Period,
    /// Numbers in a unit.
    Number,
    /// Yes or no.
    Truth,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A number, so that a spreadsheet can count with it.
    Number(f64),
    /// A number as people read it, with what stands around it.
    Amount(Amount),
    /// Yes or no.
    Truth(bool),
    /// Anything else; an empty text is nothing worth a word.
    Text(String),
}

impl Sheet {
    /// A sheet without rows.
    #[must_use]
    pub const fn of(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// A sheet for programs, without rows: columns by their keys, which are their headings too.
    #[must_use]
    pub(super) fn keyed(columns: &[(&str, Kind)]) -> Self {
        Self::of(columns.iter().map(|(key, kind)| Column::keyed(key, *kind)).collect())
    }

    /// The rows as JSON objects, keys in the order of the columns.
    pub(super) fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record { columns: &self.columns, row })
    }
}

impl Column {
    /// A column of text.
    #[must_use]
    pub fn text(key: &str, zh: &str, en: &str) -> Self {
        Self {
            key: key.to_owned(),
            zh: zh.to_owned(),
            en: en.to_owned(),
            right: false,
            kind: Kind::Text,
            naming: false,
            fit: Fit::Cut,
        }
    }

    /// A column whose cells line up on the right.
    #[must_use]
    pub fn number(key: &str, zh: &str, en: &str) -> Self {
        Self { right: true, kind: Kind::Number, ..Self::text(key, zh, en) }
    }

    /// A column of whole numbers, which line up on the right.
    #[must_use]
    pub fn integer(key: &str, zh: &str, en: &str) -> Self {
        Self { kind: Kind::Integer, ..Self::number(key, zh, en) }
    }

    /// A column for programs, known by its key alone.
    #[must_use]
    pub(super) fn keyed(key: &str, kind: Kind) -> Self {
        Self { kind, ..Self::text(key, key, key) }
    }

    /// A column of years and other periods.
    #[must_use]
    pub fn period(key: &str, zh: &str, en: &str) -> Self {
        Self { kind: Kind::Period, ..Self::text(key, zh, en) }
    }

    /// A column of codes that are written in digits.
    #[must_use]
    pub fn code(key: &str, zh: &str, en: &str) -> Self {
        Self { kind: Kind::Integer, ..Self::text(key, zh, en) }
    }

    /// The same column; it tells which row it is.
    #[must_use]
    pub fn naming(self) -> Self {
        Self { naming: true, ..self }
    }

    /// The same column; its long cells go on in a line below.
    #[must_use]
    pub fn folding(self) -> Self {
        Self { fit: Fit::Fold, ..self }
    }

    /// The same column; its cells stand on one line.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { fit: Fit::Whole, ..self }
    }

    /// The heading in a language.
    #[must_use]
    pub fn heading(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }
}

impl Cell {
    /// The number in it, also one that is written as text.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Amount(amount) => amount.number,
            Self::Text(text) => text.parse().ok(),
            Self::Empty | Self::Truth(_) => None,
        }
    }

    /// What is read in it; `None` where nothing is known.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Empty => return None,
            Self::Number(number) => number.to_string().into(),
            Self::Amount(amount) => amount.to_string().into(),
            Self::Truth(truth) => truth.to_string().into(),
            Self::Text(text) => text.into(),
        })
    }

    /// The cell of a word of the interchange format, such as `growth_rank`.
    pub(super) fn word(word: &impl Serialize) -> Self {
        match serde_json::to_value(word) {
            Ok(serde_json::Value::String(word)) => Self::Text(word),
            _ => Self::Empty,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<u16> for Cell {
    fn from(number: u16) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<&Value> for Cell {
    fn from(value: &Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(*number),
            Value::Ratio(ratio) => Self::Text(ratio.clone()),
        }
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Number(number) => Value::Number(*number).serialize(serializer),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Amount(amount) => serializer.collect_str(amount),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// One row as a JSON object.
pub(super) struct Record<'a> {
    columns: &'a [Column],
    row: &'a [Cell],
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(&column.key, cell)?;
        }
        map.end()
    }
}
