//! Keeps what is read, and what people have corrected, from being written over.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::failure::Usage;
use crate::{ledger, load};

/// The options that name a file to write.
const WRITING: [&str; 3] = ["file", "output", "save_map"];

/// Subcommands that write a file of figures beside the reports it is made of, again and again: of what lies in a
/// folder that is given, they write over figures and tables.
const REMAKING: [&str; 2] = ["extract", "build"];

/// Refuses to write to a file that is also read, whether it is named, fits a pattern or lies in a folder, and to one
/// that corrections are kept in.
///
/// # Errors
/// The arguments ask for that.
pub(super) fn refuse(matches: &ArgMatches) -> Result<(), Usage> {
    let (mut command, mut matches) = ("", matches);
    while let Some((name, below)) = matches.subcommand() {
        (command, matches) = (name, below);
    }
    let (targets, read): (Vec<_>, Vec<_>) = paths(matches).partition(|(name, _)| WRITING.contains(name));
    for (option, target) in targets {
        let name = target.display();
        if target.file_name() == Some(OsStr::new(ledger::FILE)) {
            return Err(Usage(format!("{name} is where corrections are kept; write to a file of another name")));
        }
        let Some(place) = fs::canonicalize(&target).ok().filter(|place| place.is_file()) else { continue };
        let is_named = |(other, path): &(&str, PathBuf)| {
            // A mapping is saved where it was taken from.
            (option, *other) != ("save_map", "map") && fs::canonicalize(path).is_ok_and(|read| read == place)
        };
        if read.iter().any(is_named) || is_found(command, &read, &place) {
            return Err(Usage(format!("{name} is read here and would be written over; write to another file")));
        }
    }
    Ok(())
}

/// Every path that is given, with the name of its option.
fn paths(matches: &ArgMatches) -> impl Iterator<Item = (&str, PathBuf)> {
    let names = matches.ids().map(clap::Id::as_str);
    names.flat_map(|name| {
        let paths = matches.try_get_many::<PathBuf>(name).ok().flatten();
        paths.into_iter().flatten().map(move |path| (name, path.clone()))
    })
}

/// Whether a file is read because it lies in a folder or fits a pattern that is given.
fn is_found(command: &str, read: &[(&str, PathBuf)], place: &Path) -> bool {
    let read = read.iter().filter(|(name, _)| ["paths", "reports"].contains(name));
    let paths: Vec<_> = read.map(|(_, path)| path.clone()).collect();
    load::finds(&paths, place, !REMAKING.contains(&command))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    fn told(arguments: &[&str]) -> Option<String> {
        let matches = Cli::command().try_get_matches_from(arguments).unwrap();
        refuse(&matches).err().map(|Usage(told)| told)
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
            vec![&format!("-qo{report}")],
        ] {
            let arguments = [&["xianzhi", "extract", &report][..], &output].concat();
            assert!(told(&arguments).unwrap().contains("is read here"), "{arguments:?}");
        }
        let data = format!("--data={report}");
        assert!(told(&["xianzhi", "show", "x", &data, "-o", &report]).unwrap().contains("is read here"));
        assert!(
            told(&["xianzhi", "build", "d", "-o", "d/corrections.jsonl"]).unwrap().contains("corrections are kept")
        );
        assert_eq!(told(&["xianzhi", "extract", &report, "-o", &other]), None);
        assert_eq!(told(&["xianzhi", "show", "x", "--data", "d", "--map", &map, "--save-map", &map]), None);
    }

    #[test]
    fn nor_is_what_lies_in_a_folder_or_fits_a_pattern() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        fs::create_dir(path("reports")).unwrap();
        for file in ["reports/r.txt", "reports/figures.csv", "reports/.hidden.txt", "beside.txt"] {
            fs::write(path(file), "x").unwrap();
        }
        let (reports, pattern) = (path("reports"), path("reports/*.txt"));
        let (report, figures) = (path("reports/r.txt"), path("reports/figures.csv"));
        for read in [&reports, &pattern, &path("")] {
            assert!(told(&["xianzhi", "extract", read, "-o", &report]).is_some(), "{read}");
        }
        assert!(told(&["xianzhi", "show", "x", "--data", &reports, "-o", &report]).is_some());
        assert!(told(&["xianzhi", "show", "x", "--data", &reports, "--save-map", &report]).is_some());
        // Figures of a folder are read by all but what makes them.
        assert!(told(&["xianzhi", "show", "x", "--data", &reports, "-o", &figures]).is_some());
        assert_eq!(told(&["xianzhi", "extract", &reports, "-o", &figures]), None);
        for free in ["reports/new.txt", "reports/.hidden.txt", "beside.txt"] {
            assert_eq!(told(&["xianzhi", "extract", &reports, "-o", &path(free)]), None, "{free}");
        }
    }
}
