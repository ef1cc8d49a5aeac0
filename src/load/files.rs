//! Paths → the files below them that can be read, in a fixed order.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use super::{Trouble, clean::clean_line, lines::unreadable, sources};

/// What a file holds, told by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Figures, one a line.
    Figures,
    /// Sources, one a line.
    Sources,
    /// A report in prose.
    Report,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        if path.file_name() == Some(OsStr::new(sources::FILE)) {
            return Some(Self::Sources);
        }
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "jsonl" => Some(Self::Figures),
            "txt" | "md" => Some(Self::Report),
            _ => None,
        }
    }
}

/// The files that paths lead to, and the troubles on the way.
#[derive(Debug, Default)]
pub(super) struct Input {
    files: Vec<(PathBuf, Kind)>,
    seen: HashSet<PathBuf>,
    pub(super) troubles: Vec<Trouble>,
}

/// Finds files: those given, and in folders all of a kind that can be read, in the order of their
/// names, but for hidden ones and README.md.
///
/// # Errors
/// No path exists.
pub(super) fn gather(paths: &[PathBuf]) -> Result<Input> {
    if !paths.iter().any(|path| path.exists()) {
        let paths: Vec<_> = paths.iter().map(|path| clean_line(path.display().to_string())).collect();
        bail!(
            "there is no {}; give a figure file (.jsonl), a report (.txt, .md) or a folder of them",
            paths.join(", ")
        );
    }
    let mut input = Input::default();
    for path in paths {
        match fs::metadata(path) {
            Err(error) => input.troubles.push(unreadable(path, &error)),
            Ok(metadata) if metadata.is_dir() => {
                let before = (input.files.len(), input.troubles.len());
                input.folder(path);
                if before == (input.files.len(), input.troubles.len()) {
                    let message = "holds nothing to read; put figures (.jsonl) or reports (.txt, .md) there";
                    input.troubles.push(Trouble::new(path, message));
                }
            }
            Ok(_) => match Kind::of(path) {
                Some(kind) => input.file(path.clone(), kind),
                None => input.troubles.push(Trouble::new(
                    path,
                    "is of no kind that is read; give figures (.jsonl), reports (.txt, .md) or a folder of them",
                )),
            },
        }
    }
    Ok(input)
}

impl Input {
    /// Files of one kind, in their order.
    pub(super) fn of(&self, wanted: Kind) -> impl Iterator<Item = &Path> {
        self.files.iter().filter(move |(_, kind)| *kind == wanted).map(|(path, _)| path.as_path())
    }

    /// Reports with what their figures call them: the file name, with as many of the folders above as
    /// tell it from the others.
    pub(super) fn reports(&self) -> impl Iterator<Item = (&Path, String)> {
        let paths: Vec<_> = self.of(Kind::Report).collect();
        let ids = ids(&paths);
        paths.into_iter().zip(ids)
    }

    fn file(&mut self, path: PathBuf, kind: Kind) {
        let place = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.seen.insert(place) {
            self.files.push((path, kind));
        }
    }

    fn folder(&mut self, folder: &Path) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.troubles.push(unreadable(folder, &error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let hidden = name.as_encoded_bytes().starts_with(b".");
            if hidden || name.eq_ignore_ascii_case("readme.md") {
                continue;
            }
            let path = entry.path();
            // A link to a folder is not followed: it may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.folder(&path);
            } else if let Some(kind) = Kind::of(&path) {
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => self.file(path, kind),
                    // A pipe or a link to a folder.
                    Ok(_) => {}
                    Err(error) => self.troubles.push(unreadable(&path, &error)),
                }
            }
        }
    }
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
