//! Figure files (.jsonl): one figure a line, its region brought to the table of regions, and among them what is
//! known of documents.

use std::{io::BufRead, ops::ControlFlow, path::Path};

use serde::Deserialize;

use super::{
    Trouble,
    clean::{clean_figure, clean_source},
    lines::{self, Log},
};
use crate::{
    ledger,
    model::{Figure, Gazetteer, RegionCode, Source},
};

const WHAT: &str = "one figure as a JSON object, as xianzhi extract --format jsonl writes it";

/// What a line holds.
pub(super) enum Line {
    Figure(Figure),
    /// What is known of a document, as `{"source": {…}}`.
    Source(Source),
}

/// Reads a figure file and hands over its figures and sources until told to stop.
pub(super) fn read_file(path: &Path, gazetteer: &Gazetteer, take: impl FnMut(Line) -> ControlFlow<()>) -> Vec<Trouble> {
    match lines::open(path) {
        Ok(reader) => read(reader, path, gazetteer, take),
        Err(trouble) => vec![trouble],
    }
}

/// Reads figures and sources, one JSON object a line, and hands them over until told to stop.
pub(super) fn read(
    reader: impl BufRead,
    path: &Path,
    gazetteer: &Gazetteer,
    mut take: impl FnMut(Line) -> ControlFlow<()>,
) -> Vec<Trouble> {
    let mut log = Log::new(path);
    let mut told = false;
    lines::read_with(reader, WHAT, parse, &mut log, |number, line, log| {
        let Some(mut line) = line else {
            if !told {
                log.line(number, "holds a correction and no figure, as may the lines below; name the file with --ledger, or call it corrections.jsonl");
            }
            told = true;
            return ControlFlow::Continue(());
        };
        match &mut line {
            Line::Source(source) => clean_source(source),
            Line::Figure(figure) => {
                clean_figure(figure);
                if let Err(message) = place(figure, gazetteer) {
                    log.line(number, message);
                }
            }
        }
        take(line)
    });
    log.finish()
}

/// A line of a source begins with that; all others are to be figures. `None` for what a ledger should hold.
fn parse(line: &[u8]) -> serde_json::Result<Option<Line>> {
    #[derive(Deserialize)]
    struct OfSource {
        source: Source,
    }
    if is_source(line) {
        serde_json::from_slice(line).map(|OfSource { source }| Some(Line::Source(source)))
    } else {
        match serde_json::from_slice(line) {
            Err(_) if ledger::is_act(line) => Ok(None),
            figure => figure.map(Line::Figure).map(Some),
        }
    }
}

/// Whether a line is an object that begins with a source, itself an object.
fn is_source(line: &[u8]) -> bool {
    let mut rest = line;
    ["{", "\"source\"", ":", "{"].iter().all(|part| {
        let after = rest.trim_ascii_start().strip_prefix(part.as_bytes());
        rest = after.unwrap_or_default();
        after.is_some()
    })
}

/// Gives the figure a code that the table of regions knows, or none. A code of former days stays: the
/// index knows what it is today.
///
/// # Errors
/// The region is told and cannot be found; what to do about it.
pub(super) fn place(figure: &mut Figure, gazetteer: &Gazetteer) -> Result<(), String> {
    let code = figure.region_code.filter(|code| *code != RegionCode::UNKNOWN);
    if let Some(code) = code
        && gazetteer.today(code).is_some()
    {
        return Ok(());
    }
    figure.region_code = None;
    let by_name = figure.region.as_deref().map(|name| (name, gazetteer.settle(name, &[])));
    match (code, by_name) {
        (None, None) => Ok(()),
        (None, Some((_, Ok(found)))) => {
            figure.region_code = Some(found);
            Ok(())
        }
        (None, Some((name, Err(candidates)))) if candidates.is_empty() => Err(format!(
            "no region is called {name}; write its full name or give region_code (xianzhi regions lists them)"
        )),
        (None, Some((name, Err(candidates)))) => {
            let candidates: Vec<_> = candidates.iter().map(|code| path(*code, gazetteer)).collect();
            Err(format!("several regions are called {name}; give region_code as one of {}", candidates.join(", ")))
        }
        (Some(code), Some((_, Ok(found)))) => {
            figure.region_code = Some(found);
            let name = path(found, gazetteer);
            Err(format!(
                "no region has or had the code {code}; it is taken for {name} by its name, correct region_code"
            ))
        }
        (Some(code), _) => Err(format!(
            "no region has the code {code} or became one that has a code; correct region_code (xianzhi regions lists them)"
        )),
    }
}

/// Code and names of a region from above, as `410783 河南省新乡市长垣市`.
fn path(code: RegionCode, gazetteer: &Gazetteer) -> String {
    let mut names: Vec<_> = gazetteer.lineage(code).map(|region| region.name.as_str()).collect();
    names.reverse();
    format!("{code} {}", names.concat())
}
