//! Figure files (.jsonl): one figure a line, its region brought to the table of regions.

use std::{io::BufRead, ops::ControlFlow, path::Path};

use super::{
    Trouble,
    clean::clean_figure,
    lines::{self, Log},
};
use crate::model::{Figure, Gazetteer, RegionCode};

const WHAT: &str = "one figure as a JSON object, as xianzhi extract --format jsonl writes it";

/// Reads a figure file and hands over its figures until told to stop.
pub(super) fn read_file(
    path: &Path,
    gazetteer: &Gazetteer,
    take: impl FnMut(Figure) -> ControlFlow<()>,
) -> Vec<Trouble> {
    match lines::open(path) {
        Ok(reader) => read(reader, path, gazetteer, take),
        Err(trouble) => vec![trouble],
    }
}

/// Reads figures, one JSON object a line, and hands them over until told to stop.
pub(super) fn read(
    reader: impl BufRead,
    path: &Path,
    gazetteer: &Gazetteer,
    mut take: impl FnMut(Figure) -> ControlFlow<()>,
) -> Vec<Trouble> {
    let mut log = Log::new(path);
    lines::read(reader, WHAT, &mut log, |line, mut figure: Figure, log| {
        clean_figure(&mut figure);
        if let Err(message) = place(&mut figure, gazetteer) {
            log.line(line, message);
        }
        take(figure)
    });
    log.finish()
}

/// Gives the figure a code that the table of regions knows, or none. A code of former days stays: the
/// index knows what it is today.
///
/// # Errors
/// The region is told and cannot be found; what to do about it.
fn place(figure: &mut Figure, gazetteer: &Gazetteer) -> Result<(), String> {
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
