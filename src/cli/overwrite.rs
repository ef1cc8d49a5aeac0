//! Keeps what is read, and what people have corrected, from being written over.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use clap::ArgMatches;

use super::failure::Usage;
use crate::{ledger, load};

/// The options that name a file to write.
const WRITING: [&str; 3] = ["file", "output", "save_map"];

/// Subcommands that write a file of figures beside the reports it is made of, again and again: of what lies in a
/// folder that is given, they write over figures that the program wrote.
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
    if REMAKING.contains(&command) && is_made(place) {
        return load::finds(&paths, place, false);
    }
    load::finds(&paths, place, true)
}

/// Whether a file is one of figures that the program wrote, not one that somebody keeps by hand: it begins with a
/// document that was read, with a figure out of a text, or with the heading of a csv file of these.
fn is_made(place: &Path) -> bool {
    let mut begin = Vec::new();
    let read = File::open(place).and_then(|file| file.take(1 << 16).read_to_end(&mut begin));
    let line = begin.split(|&byte| byte == b'\n').next().unwrap_or_default();
    match place.extension().and_then(OsStr::to_str) {
        _ if read.is_err() => false,
        // Its columns are those of a written file, or it would not be read as figures.
        Some("parquet") => true,
        Some("csv") => line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).starts_with(b"doc,start,end,"),
        Some("jsonl") => serde_json::from_slice(line).is_ok_and(|line: serde_json::Value| {
            let character = |name: &str| line.get(name).and_then(serde_json::Value::as_u64).unwrap_or_default();
            line.get("source").is_some() || character("start") < character("end")
        }),
        _ => false,
    }
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
        // Figures of a folder are kept from all but what made them.
        for (by_hand, made) in [
            ("地区,数值\n", "\u{feff}doc,start,end,paragraph\r\n"),
            (r#"{"doc":"年鉴","value":1}"#, r#"{"doc":"r.txt","start":3,"end":5}"#),
            (r#"{"doc":"年鉴","value":1}"#, r#"{"source":{"id":"r.txt"}}"#),
        ] {
            let figures = if made.starts_with('{') { path("reports/figures.jsonl") } else { figures.clone() };
            fs::write(&figures, by_hand).unwrap();
            assert!(told(&["xianzhi", "extract", &reports, "-o", &figures]).is_some(), "{by_hand}");
            fs::write(&figures, made).unwrap();
            assert_eq!(told(&["xianzhi", "extract", &reports, "-o", &figures]), None, "{made}");
            assert!(told(&["xianzhi", "show", "x", "--data", &reports, "-o", &figures]).is_some());
        }
        assert!(told(&["xianzhi", &figures, "--save-map", &figures]).is_some(), "also without a subcommand");
        for free in ["reports/new.txt", "reports/.hidden.txt", "beside.txt"] {
            assert_eq!(told(&["xianzhi", "extract", &reports, "-o", &path(free)]), None, "{free}");
        }
    }
}
