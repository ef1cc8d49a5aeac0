//! The configuration file: its keys with their values and lines. What is no TOML is told, and the rest of
//! the file is read.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::Deserialize as _;
use toml::{
    Value,
    de::{DeTable, ValueDeserializer},
};

/// What stands in a configuration file.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Whether it is there.
    pub(super) is_there: bool,
    /// Values by their key, with the line of the key, from 1.
    pub(super) entries: BTreeMap<String, (Value, usize)>,
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
        let mut entries = BTreeMap::new();
        for (key, value) in table.into_inner() {
            let line = line(key.span().start);
            if let Ok(value) = Value::deserialize(ValueDeserializer::from(value)) {
                entries.insert(key.into_inner().into_owned(), (value, line));
            }
        }
        Self { is_there: true, entries }
    }
}
