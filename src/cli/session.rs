//! Keeps what the dashboard showed from one start to the next: a file for each set of opened paths.
//!
//! A session is written beside its file and then put in its place, so that a reader finds the old one or
//! the new one, whole, whatever happens and however many dashboards are open.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::settings::{Origin, Settings};
use crate::tui::{Change, Changes, Session};

/// A session as its file holds it.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    /// The paths that were opened, for whoever looks into the file.
    #[serde(default)]
    opened: Vec<String>,
    #[serde(flatten)]
    session: Session,
}

/// Where the session is kept, if it is.
#[derive(Default)]
pub(super) struct Keeper {
    path: Option<PathBuf>,
    opened: Vec<String>,
    /// What was changed when the dashboard was left before.
    before: Changes,
    /// Which of language, theme and units is set for this time only.
    once: [bool; 3],
    /// Why the session could not be kept.
    pub(super) failure: Option<String>,
}

impl Keeper {
    /// Reads the session of these paths in a folder. A broken file is set aside and told; what cannot be read
    /// or set aside is told and left alone.
    pub(super) fn open(
        folder: Option<PathBuf>,
        paths: &[PathBuf],
        settings: &Settings,
        problems: &mut Vec<String>,
    ) -> (Self, Option<Session>) {
        let Some(folder) = folder else { return (Self::default(), None) };
        let opened = absolute(paths);
        let path = folder.join(file_name(&opened));
        let mut session = match read(&path) {
            Ok(session) => session,
            Err(Problem::SetAside(told)) => {
                problems.push(told);
                None
            }
            Err(Problem::Unreadable(told)) => {
                problems.push(told);
                return (Self::default(), None);
            }
        };
        let before = session.as_ref().map(|session| session.changed.clone()).unwrap_or_default();
        let once = [&settings.lang.origin, &settings.theme.origin, &settings.units.origin]
            .map(|origin| matches!(origin, Origin::CommandLine(_) | Origin::Environment(_)));
        if let Some(session) = &mut session {
            for (change, once) in each(&mut session.changed).into_iter().zip(once) {
                change.take_if(|_| once);
            }
        }
        (Self { path: Some(path), opened, before, once, failure: None }, session)
    }

    /// Writes a session. What is set for this time only does not change what is kept.
    pub(super) fn keep(&mut self, mut session: Session) {
        let Some(path) = &self.path else { return };
        let changes = each(&mut session.changed).into_iter().zip(each(&mut self.before));
        for ((change, before), _) in changes.zip(self.once).filter(|(_, once)| *once) {
            *change = before.take();
        }
        let kept = Kept { opened: self.opened.clone(), session };
        self.failure = write(path, &kept).err().map(|error| format!("{}: {error}", path.display()));
    }
}

/// The changes of what can be set for one time only.
fn each(changes: &mut Changes) -> [&mut Option<Change>; 3] {
    [&mut changes.lang, &mut changes.theme, &mut changes.units]
}

/// Why there is no session.
enum Problem {
    /// It was broken, and is out of the way.
    SetAside(String),
    /// Its file cannot be read, or not be set aside.
    Unreadable(String),
}

/// The session of a file; `None` where there is no file.
fn read(path: &Path) -> Result<Option<Session>, Problem> {
    let content = match fs::read(path) {
        Ok(content) => content,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Problem::Unreadable(format!("{}: {error}", path.display()))),
    };
    let broken = match serde_json::from_slice::<Kept>(&content) {
        Ok(kept) => return Ok(Some(kept.session)),
        Err(error) => error,
    };
    let told = format!("{}: the session cannot be read ({broken})", path.display());
    match set_aside(path, &content) {
        Ok(aside) => Err(Problem::SetAside(format!("{told}; it is now {}", aside.display()))),
        Err(error) => Err(Problem::Unreadable(format!("{told} and not be set aside: {error}"))),
    }
}

/// Takes a broken file out of the way, under a name that no other has: `session.json.broken-1`.
fn set_aside(path: &Path, content: &[u8]) -> io::Result<PathBuf> {
    for number in 1.. {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".broken-{number}"));
        let aside = PathBuf::from(name);
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(mut file) => {
                file.write_all(content)?;
                file.sync_all()?;
                // Another dashboard may have set it aside at the same moment.
                return match fs::remove_file(path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                    _ => Ok(aside),
                };
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    unreachable!("there is always another number")
}

/// Writes a session in the place of the one before.
fn write(path: &Path, kept: &Kept) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::with_prefix_in(".session-", folder)?;
    serde_json::to_writer_pretty(&mut file, kept)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Paths as they are found from everywhere, in order, each once.
fn absolute(paths: &[PathBuf]) -> Vec<String> {
    let absolute = |path: &PathBuf| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    let texts = paths.iter().map(|path| absolute(path).unwrap_or_else(|_| path.clone()));
    let mut texts: Vec<_> = texts.map(|path| path.to_string_lossy().into_owned()).collect();
    texts.sort();
    texts.dedup();
    texts
}

/// The file of a set of paths: `session.json` for none, the carried figures; else with a hash of them.
fn file_name(opened: &[String]) -> String {
    if opened.is_empty() {
        return "session.json".to_owned();
    }
    let hash = Sha256::digest(opened.join("\0"));
    let number = hash.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("session-{number:016x}.json")
}

#[cfg(test)]
mod tests;
