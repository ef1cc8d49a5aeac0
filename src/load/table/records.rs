//! JSON: an array of figures in the interchange form, or of records that make a table.

use std::{collections::HashMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value as Json;

use super::{
    book::{Book, Places},
    cell::{Cell, Row},
    layout::COLUMNS,
};

const WHAT: &str = "give an array of objects, one a figure or a record, as pandas writes it with orient=\"records\"";

/// An object with its fields in their order.
struct Record(Vec<(String, Json)>);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Record;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Record(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

/// Reads an array of objects as one table.
///
/// # Errors
/// It is none; where that shows and what to do.
pub(super) fn read(bytes: &[u8], book: &mut Book<'_, '_>) -> Result<(), String> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let records: Vec<Record> = serde_json::from_slice(bytes).map_err(|error| format!("{error}; {WHAT}"))?;
    let mut columns: HashMap<String, usize> = HashMap::new();
    let mut heading: Row = Vec::new();
    for (name, _) in records.iter().flat_map(|record| &record.0) {
        if !columns.contains_key(name) && heading.len() < COLUMNS {
            columns.insert(name.clone(), heading.len());
            heading.push(Cell::text(name));
        }
    }
    let rows = records.into_iter().map(|record| {
        let mut row = vec![Cell::Empty; heading.len()];
        for (name, value) in record.0 {
            if let Some(at) = columns.get(&name) {
                row[*at] = cell(&value);
            }
        }
        row
    });
    let rows = std::iter::once(heading.clone()).chain(rows);
    let mut numbered = (0..).zip(rows).map(Ok);
    let _ = book.sheet("", Places::Records, &mut numbered);
    Ok(())
}

/// The cell of a value; a list of words, such as the reasons of a doubt, with blanks between.
fn cell(value: &Json) -> Cell {
    match value {
        Json::Null => Cell::Empty,
        Json::Bool(word) => Cell::Text(word.to_string()),
        Json::Number(number) => number.as_f64().map_or(Cell::Empty, Cell::Number),
        Json::String(text) => Cell::text(text),
        Json::Array(list) => Cell::text(&list.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(" ")),
        Json::Object(_) => Cell::Text(value.to_string()),
    }
}
