//! The user's own themes: files in a folder beside the configuration.

use std::{fs, io, path::Path};

use crate::tui::ThemeFile;

/// Reads the themes of a folder in the order of their names; what cannot be read is told.
pub(super) fn read(folder: Option<&Path>, problems: &mut Vec<String>) -> Vec<ThemeFile> {
    let Some(folder) = folder else { return Vec::new() };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Vec::new();
        }
        Err(error) => {
            problems.push(format!("{}: {error}", folder.display()));
            return Vec::new();
        }
    };
    let mut themes = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_stem().and_then(|name| name.to_str());
        let (Some(name), Some("toml")) = (name, path.extension().and_then(|extension| extension.to_str())) else {
            continue;
        };
        match fs::read_to_string(&path) {
            Ok(text) => themes.push(ThemeFile { name: name.to_owned(), path: path.display().to_string(), text }),
            Err(error) => problems.push(format!("{}: {error}", path.display())),
        }
    }
    themes.sort_by(|one, other| one.name.cmp(&other.name));
    themes
}
