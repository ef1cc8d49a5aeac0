//! Keeps what is read, and what people have corrected, from being written over.

use std::{
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
};

use super::failure::Usage;
use crate::ledger;

/// The options that name a file to write.
const WRITING: [&str; 3] = ["--output", "-o", "--save-map"];

/// Refuses to write to a file that is also named to be read, and to one that corrections are kept in.
///
/// # Errors
/// The arguments ask for that.
pub(super) fn refuse(arguments: &[OsString]) -> Result<(), Usage> {
    for (at, target) in targets(arguments) {
        let name = target.display();
        if target.file_name() == Some(OsStr::new(ledger::FILE)) {
            return Err(Usage(format!("{name} is where corrections are kept; write to a file of another name")));
        }
        let Ok(place) = fs::canonicalize(&target) else { continue };
        let is_read = arguments.iter().enumerate().any(|(other, argument)| {
            // A mapping is saved where it was taken from.
            let is_mapping = other > 0 && arguments[other - 1] == "--map";
            other != at
                && !is_mapping
                && is_file(argument)
                && fs::canonicalize(argument).is_ok_and(|read| read == place)
        });
        if is_read && place.is_file() {
            return Err(Usage(format!("{name} is read here and would be written over; write to another file")));
        }
    }
    Ok(())
}

fn is_file(argument: &OsStr) -> bool {
    Path::new(argument).is_file()
}

/// The files that are to be written, with the place of the argument that names each.
fn targets(arguments: &[OsString]) -> Vec<(usize, PathBuf)> {
    let mut targets = Vec::new();
    for (at, argument) in arguments.iter().enumerate() {
        let text = argument.to_string_lossy();
        if WRITING.contains(&text.as_ref()) {
            targets.extend(arguments.get(at + 1).map(|target| (at + 1, PathBuf::from(target))));
        } else if let Some(target) = text.strip_prefix("--output=").or_else(|| text.strip_prefix("--save-map=")) {
            targets.push((at, PathBuf::from(target)));
        } else if let Some(target) = text.strip_prefix("-o").filter(|_| !text.starts_with("--")) {
            targets.push((at, PathBuf::from(target.trim_start_matches('='))));
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(arguments: &[&str]) -> Option<String> {
        let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
        refuse(&arguments).err().map(|Usage(told)| told)
    }

    #[test]
    fn what_is_read_or_corrected_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (report, other, map) = (path("r.txt"), path("a.csv"), path("m.toml"));
        for file in [&report, &map] {
            fs::write(file, "x").unwrap();
        }
        let dotted = format!("{}/./r.txt", folder.path().display());
        for output in [
            vec!["-o", &report],
            vec!["-o", &dotted],
            vec![&format!("--output={report}")],
            vec![&format!("-o{report}")],
        ] {
            let arguments = [&["xianzhi", "extract", &report][..], &output].concat();
            assert!(told(&arguments).unwrap().contains("is read here"), "{arguments:?}");
        }
        assert!(
            told(&["xianzhi", "build", "d", "-o", "d/corrections.jsonl"]).unwrap().contains("corrections are kept")
        );
        assert_eq!(told(&["xianzhi", "extract", &report, "-o", &other]), None);
        assert_eq!(told(&["xianzhi", "show", "x", "--map", &map, "--save-map", &map]), None);
    }
}
