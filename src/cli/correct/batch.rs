//! `xianzhi correct batch`: acts from standard input, each told once it is on the disk.

use std::io::{self, BufRead as _};

use anyhow::{Result, bail};
use serde::Deserialize;

use super::{Common, add, changed, desk::Desk, wanted::Wanted};
use crate::{
    cli::{
        failure::{Outcome, say},
        options::Options,
    },
    model::correction::Deed,
};

/// An act as it is written on standard input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    act: String,
    #[serde(default)]
    figure: String,
    #[serde(default)]
    set: Wanted,
    #[serde(default)]
    undoes: String,
    #[serde(default)]
    note: String,
}

/// Does one act after the other. One that cannot be done is told with its line, and the rest is done.
pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome> {
    let mut desk = Desk::open(common, options)?;
    let mut outcome = Outcome::Done;
    for (number, line) in (1..).zip(io::stdin().lock().lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match act(&desk, &line) {
            Ok((deed, note)) => desk.write(deed, note)?,
            Err(error) => {
                say!("standard input:{number}: {error}");
                outcome = Outcome::Incomplete;
            }
        }
    }
    Ok(outcome.and(desk.finish([])?))
}

/// The act of a line, and why it is done.
fn act(desk: &Desk, line: &str) -> Result<(Deed, String)> {
    let Line { act, figure, set, undoes, note } = serde_json::from_str(line)?;
    let anchor = || Ok::<_, anyhow::Error>(desk.anchor(desk.figure(&figure)?));
    let deed = match act.as_str() {
        "accept" => Deed::Accept(anchor()?),
        "reject" => Deed::Reject(anchor()?),
        "note" if note.is_empty() => bail!("nothing is said; note says it"),
        "note" => Deed::Note(anchor()?),
        "change" => changed(desk, desk.figure(&figure)?, &set)?,
        "add" => add::added(desk, &figure, &set)?,
        "undo" => desk.undo(&undoes)?,
        other => bail!("there is no act {other}; there are accept, change, reject, add, note and undo"),
    };
    Ok((deed, note))
}
