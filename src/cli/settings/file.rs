//! The configuration file: its keys with their values and lines. What is no TOML is told, and the rest of
//! the file is read.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::Deserialize as _;
use toml::{
    Value,
    de::{DeTable, DeValue, ValueDeserializer},
};

/// What stands in a configuration file.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Whether it is there.
    pub(super) is_there: bool,
    /// Values by their key, with the line of the key, from 1.
    pub(super) entries: BTreeMap<String, (Value, usize)>,
    /// The lines of all keys, also of those in tables, whose names stand before theirs with a dot.
    pub(super) lines: BTreeMap<String, usize>,
}

impl File {
    /// Reads a file; one that is not there is empty.
    pub(super) fn read(path: &Path, problems: &mut Vec<String>) -> Self {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text, path, problems),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::default(),
            Err(error) => {
                problems.push(format!("{}: {error}", path.display()));
                Self::default()
            }
        }
    }

    pub(super) fn parse(text: &str, path: &Path, problems: &mut Vec<String>) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let line = |byte: usize| 1 + text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count();
        for error in errors {
            let line = error.span().map_or(1, |span| line(span.start));
            problems.push(format!("{}:{line}: {}", path.display(), error.message().replace('\n', " ")));
        }
        let mut lines = BTreeMap::new();
        note_lines("", table.get_ref(), &line, &mut lines);
        let mut entries = BTreeMap::new();
        for (key, value) in table.into_inner() {
            let line = line(key.span().start);
            if let Ok(value) = Value::deserialize(ValueDeserializer::from(value)) {
                entries.insert(key.into_inner().into_owned(), (value, line));
            }
        }
        Self { is_there: true, entries, lines }
    }
}

/// Notes where the keys of a table stand, whose name with a dot is `before`.
fn note_lines(before: &str, table: &DeTable, line: &impl Fn(usize) -> usize, lines: &mut BTreeMap<String, usize>) {
    for (key, value) in table {
        let name = format!("{before}{}", key.get_ref());
        if let DeValue::Table(inner) = value.get_ref() {
            note_lines(&format!("{name}."), inner, line, lines);
        }
        lines.insert(name, line(key.span().start));
    }
}
