//! Paths → the files below them that can be read, in a fixed order.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ffi::OsStr,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::AtomicBool,
};

use anyhow::{Result, bail};

use super::{Ledger, Trouble, clean::clean_line, lines::unreadable, progress::Meter, sources, standard_input, table};
use crate::ledger;

/// What a file holds, told by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Figures, one a line.
    Figures,
    /// Figures in tables.
    Table,
    /// Sources, one a line.
    Sources,
    /// A report in prose.
    Report,
    /// Corrections, which are no input but are put to it.
    Ledger,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        if path.file_name() == Some(OsStr::new(sources::FILE)) {
            return Some(Self::Sources);
        }
        if path.file_name() == Some(OsStr::new(ledger::FILE)) {
            return Some(Self::Ledger);
        }
        if table::is_table(path) {
            return Some(Self::Table);
        }
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "jsonl" => Some(Self::Figures),
            "txt" | "md" | "html" | "htm" | "xhtml" | "shtml" | "mht" | "mhtml" | "docx" | "odt" | "pdf" => {
                Some(Self::Report)
            }
            // Not read, but what people take for a report: it is named with what to do about it.
            "doc" | "wps" | "rtf" | "ofd" | "ppt" | "pptx" | "zip" | "rar" | "7z" => Some(Self::Report),
            _ => None,
        }
    }
}

/// A file that can be read.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// As it was given or found.
    pub(super) path: PathBuf,
    /// Where it is, links resolved: the same file by whatever path.
    pub(super) place: PathBuf,
    kind: Kind,
}

/// The files that paths lead to, and the troubles on the way.
#[derive(Debug, Default)]
pub(super) struct Input {
    files: Vec<File>,
    seen: HashSet<PathBuf>,
    /// Where corrections of what is read may be: beside what was given, whether there are any or not, and in the
    /// folders below; and whether all of that folder is read.
    ledgers: Vec<(PathBuf, bool)>,
    /// What was passed over in the folder that is gone through, by kind.
    passed_over: PassedOver,
    pub(super) troubles: Vec<Trouble>,
}

/// What can be given, in troubles.
const GIVE: &str = "reports (.txt, .md, .html, .docx, .pdf), figures (.jsonl, .csv, .xlsx, .json) or a folder of them";

/// Whether there is anything to read.
///
/// # Errors
/// No path exists, nor a file that a pattern fits.
pub(super) fn check(paths: &[PathBuf]) -> Result<()> {
    if !paths.iter().any(|path| standard_input::is(path) || path.exists() || matches(path).next().is_some()) {
        let paths: Vec<_> = paths.iter().map(|path| clean_line(path.display().to_string())).collect();
        bail!("there is no {}; give {GIVE}", paths.join(", "));
    }
    Ok(())
}

/// Finds files: those given or fitting a pattern, and in folders all of a kind that can be read, in the order
/// of their names, but for hidden ones and README.md. Ends early when the meter is stopped.
///
/// # Errors
/// No path exists, nor a file that a pattern fits.
pub(super) fn gather(paths: &[PathBuf], meter: &mut Meter) -> Result<Input> {
    check(paths)?;
    let mut input = Input::default();
    for path in paths {
        let mut found = matches(path).peekable();
        if standard_input::is(path) {
            input.ledgers.extend(ledger::beside(path).map(|ledger| (ledger, false)));
            input.file(path.clone(), Kind::Report, meter);
        } else if found.peek().is_some() {
            found.for_each(|path| input.path(&path, meter));
        } else {
            input.path(path, meter);
        }
    }
    if input.files.is_empty() && input.troubles.is_empty() {
        let paths = paths.iter().filter(|path| Kind::of(path) == Some(Kind::Ledger));
        let message = "holds corrections, which are put to the figures beside it; xianzhi ledger lists them";
        input.troubles.extend(paths.map(|path| Trouble::new(path, message)));
    }
    Ok(input)
}

/// The paths that fit a path with wildcards, in the order of their names; none where there is a file of that
/// very name.
fn matches(path: &Path) -> impl Iterator<Item = PathBuf> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']) && !path.exists());
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::default() };
    let found = pattern.and_then(|pattern| glob::glob_with(pattern, options).ok());
    found.into_iter().flatten().flatten()
}

impl Input {
    /// Files of one kind, in their order.
    pub(super) fn of(&self, wanted: Kind) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.kind == wanted)
    }

    /// Leaves out the file at a place.
    pub(super) fn leave_out(&mut self, place: &Path) {
        self.files.retain(|file| file.place != place);
    }

    /// Leaves out the ledger that is named, which may have any name.
    pub(super) fn leave_out_ledger(&mut self, ledger: &Ledger) {
        if let Ledger::At(path) = ledger
            && let Ok(place) = path.canonicalize()
        {
            self.leave_out(&place);
        }
    }

    /// Reports with what their figures call them.
    pub(super) fn reports(&self) -> impl Iterator<Item = (&File, String)> {
        self.called(Kind::Report)
    }

    /// Files of one kind with what their figures call them: the file name, with as many of the folders above
    /// as tell it from the others.
    pub(super) fn called(&self, kind: Kind) -> impl Iterator<Item = (&File, String)> {
        let files: Vec<_> = self.of(kind).collect();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_path()).collect();
        let ids = ids(&paths);
        files.into_iter().zip(ids)
    }

    /// Takes what was given by name: a folder, or a file, which is a report where its name does not tell.
    fn path(&mut self, path: &Path, meter: &mut Meter) {
        let metadata = fs::metadata(path);
        if let Ok(metadata) = &metadata {
            self.ledgers.extend(ledger::beside(path).map(|ledger| (ledger, metadata.is_dir())));
        }
        match metadata {
            Err(error) => self.troubles.push(unreadable(path, &error)),
            Ok(metadata) if metadata.is_dir() => {
                let before = (self.files.len(), self.troubles.len());
                self.folder(path, meter);
                if before == (self.files.len(), self.troubles.len()) {
                    self.troubles.push(Trouble::new(path, format!("holds nothing to read; give {GIVE}")));
                }
                let passed_over = std::mem::take(&mut self.passed_over);
                self.troubles.extend(passed_over.told().map(|told| Trouble::note(path, told)));
            }
            // As where a pattern stands for all that is in a folder.
            Ok(_) if Kind::of(path) == Some(Kind::Ledger) => {}
            Ok(_) => self.file(path.to_owned(), Kind::of(path).unwrap_or(Kind::Report), meter),
        }
    }

    /// See [`Input::ledgers`]; the one beside what was given first comes first.
    pub(super) fn ledgers(&self) -> impl Iterator<Item = (&Path, bool)> {
        self.ledgers.iter().map(|(path, is_whole)| (path.as_path(), *is_whole))
    }

    fn file(&mut self, path: PathBuf, kind: Kind, meter: &mut Meter) {
        let place = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.seen.insert(place.clone()) {
            self.files.push(File { path, place, kind });
            meter.found();
        }
    }

    fn folder(&mut self, folder: &Path, meter: &mut Meter) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.troubles.push(unreadable(folder, &error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if meter.is_stopped() {
                return;
            }
            let path = entry.path();
            if is_passed_over(&entry.file_name()) || belongs_to_page(&path) {
                continue;
            }
            // A link to a folder is not followed: it may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.folder(&path, meter);
            } else if Kind::of(&path) == Some(Kind::Ledger) {
                self.ledgers.push((path, true));
            } else {
                match (Kind::of(&path), fs::metadata(&path)) {
                    (Some(kind), Ok(metadata)) if metadata.is_file() => self.file(path, kind, meter),
                    (Some(_), Err(error)) => self.troubles.push(unreadable(&path, &error)),
                    (_, metadata) => self.passed_over.add(&path, metadata.ok().as_ref()),
                }
            }
        }
    }
}

/// Files in a folder that are not read, by kind.
#[derive(Debug, Default)]
struct PassedOver(BTreeMap<String, Vec<String>>);

/// So many of a kind are named.
const NAMED: usize = 3;

impl PassedOver {
    fn add(&mut self, path: &Path, metadata: Option<&fs::Metadata>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(ledger::FILE) {
            return;
        }
        let ending = || path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let kind = match metadata {
            Some(metadata) if metadata.is_dir() => "link to a folder".to_owned(),
            Some(metadata) if !metadata.is_file() => "pipe or device".to_owned(),
            _ => ending().unwrap_or_else(|| "without ending".to_owned()),
        };
        self.0.entry(kind).or_default().push(name);
    }

    /// One sentence on all of them; `None` where there are none.
    fn told(&self) -> Option<String> {
        let all: usize = self.0.values().map(Vec::len).sum();
        let of_kind = |(kind, names): (&String, &Vec<String>)| {
            let more = if names.len() > NAMED { ", …" } else { "" };
            format!("{} {kind} ({}{more})", names.len(), names[..names.len().min(NAMED)].join(", "))
        };
        let kinds: Vec<_> = self.0.iter().map(of_kind).collect();
        let remedy = "give one by its name or a pattern to be told why";
        (all > 0).then(|| format!("{all} of other kinds passed over: {}; {remedy}", kinds.join(", ")))
    }
}

/// Whether a file or folder of this name is passed over where a folder is read.
fn is_passed_over(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") || name.eq_ignore_ascii_case("readme.md")
}

/// Whether a folder is the one that a browser saves beside a page: pictures, scripts, frames of other sites.
fn belongs_to_page(folder: &Path) -> bool {
    let page = folder.to_str().and_then(|name| name.strip_suffix("_files").or_else(|| name.strip_suffix(".files")));
    page.is_some_and(|page| ["html", "htm"].iter().any(|extension| Path::new(&format!("{page}.{extension}")).is_file()))
}

/// Whether a file, links resolved, is among those that are found where these paths are given; `figures` says whether
/// figures and tables count.
#[must_use]
pub fn finds(paths: &[PathBuf], place: &Path, figures: bool) -> bool {
    let stopped = AtomicBool::new(false);
    let go_on = &mut |_| ControlFlow::Continue(());
    let Ok(input) = gather(paths, &mut Meter::new(go_on, &stopped)) else { return false };
    input.files.iter().any(|file| file.place == place && (figures || !matches!(file.kind, Kind::Figures | Kind::Table)))
}

/// Whether what happens to this path, below a folder that is read, can change what is read: it is of a
/// kind that is read, or it may be a folder.
#[must_use]
pub fn concerns(path: &Path) -> bool {
    let passed_over = path.file_name().is_some_and(is_passed_over);
    !passed_over && (path.extension().is_none() || Kind::of(path).is_some() || path.is_dir())
}

/// The shortest ends of the paths, from the file name upwards, that tell each from the others.
fn ids(paths: &[&Path]) -> Vec<String> {
    let end = |path: &Path, length: usize| {
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        clean_line(parts[parts.len().saturating_sub(length)..].join("/"))
    };
    let mut lengths = vec![1; paths.len()];
    loop {
        let ids: Vec<_> = paths.iter().zip(&lengths).map(|(path, length)| end(path, *length)).collect();
        let mut bearers: HashMap<&str, usize> = HashMap::new();
        for id in &ids {
            *bearers.entry(id).or_default() += 1;
        }
        let mut grown = false;
        for ((id, path), length) in ids.iter().zip(paths).zip(&mut lengths) {
            if bearers[id.as_str()] > 1 && *length < path.components().count() {
                *length += 1;
                grown = true;
            }
        }
        if !grown {
            return ids;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_called_by_its_name_and_by_its_folder_where_two_have_one_name() {
        let paths = ["r/甲市/2023.md", "r/乙市/2023.md", "r/乙市/丙县.md", "s/乙市/2023.md"];
        let ids = ids(&paths.map(Path::new));
        assert_eq!(ids, ["甲市/2023.md", "r/乙市/2023.md", "丙县.md", "s/乙市/2023.md"]);
    }
}
