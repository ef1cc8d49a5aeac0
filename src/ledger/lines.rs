//! The lines of a ledger → acts; what is no act is told with its line and stays where it is.

use std::collections::HashSet;

use serde::Deserialize as _;

use crate::model::correction::{Act, Deed};

/// What of a ledger could not be taken; the rest was, and nothing is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, where one is to blame, from 1.
    pub line: Option<usize>,
    /// What is wrong and what to do about it, one sentence.
    pub message: String,
}

/// What a ledger holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Acts {
    /// The acts in the order of their lines.
    pub acts: Vec<Act>,
    /// What of it could not be taken.
    pub problems: Vec<Problem>,
}

impl Acts {
    /// Reads the content of a ledger.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        let content = without_mark(content);
        let mut read = Self::default();
        let mut known = HashSet::new();
        for (number, line) in (1..).zip(content.split_inclusive(|&byte| byte == b'\n')) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match act(line) {
                // Ledgers that were put together may hold an act twice.
                Ok(act) if known.contains(&act.id) => {}
                Ok(act) => {
                    if let Deed::Undo { undoes } = &act.deed
                        && !known.contains(undoes)
                    {
                        let message = format!("undoes {undoes}, which is no act before it; it has no effect");
                        read.problems.push(Problem { line: Some(number), message });
                    }
                    known.insert(act.id.clone());
                    read.acts.push(act);
                }
                Err(_) if !line.ends_with(b"\n") => read.problems.push(Problem {
                    line: Some(number),
                    message: "breaks off; the next correction that is saved moves it aside, nothing before it is lost"
                        .to_owned(),
                }),
                Err(message) => read.problems.push(Problem { line: Some(number), message }),
            }
        }
        read
    }
}

/// The content without the byte order mark that an editor may have put before it.
pub(super) fn without_mark(content: &[u8]) -> &[u8] {
    content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content)
}

/// Whether a line is one of a ledger.
#[must_use]
pub fn is_act(line: &[u8]) -> bool {
    act(line).is_ok()
}

/// Whether a line is one of a ledger, be it of another version of the program.
pub(super) fn is_of_ledger(line: &[u8]) -> bool {
    serde_json::from_slice(line).is_ok_and(|value: serde_json::Value| value.get("act").is_some())
}

/// The act of a line.
///
/// # Errors
/// It holds none, or one that this version does not know.
pub(super) fn act(line: &[u8]) -> Result<Act, String> {
    let value: serde_json::Value = serde_json::from_slice(line)
        .map_err(|error| format!("is no JSON ({error}); it stays as it is and has no effect, mend or remove it"))?;
    let told = value.get("act").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    Act::deserialize(value).map_err(|error| {
        if told.is_empty() || WORDS.contains(&told.as_str()) {
            format!("is no correction ({error}); it stays as it is and has no effect, mend or remove it")
        } else {
            format!(
                "holds an act {told}, which this version does not know; it stays as it is, open it with a newer one"
            )
        }
    })
}

/// The words for what is done.
const WORDS: [&str; 6] = ["accept", "change", "reject", "add", "note", "undo"];
