//! A file that is there whole or not at all: written beside its place and then put there.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use tempfile::{Builder, NamedTempFile};

use super::interrupt::Untidy;

/// A file that is being written; what was in its place stays there until it is whole.
#[derive(Debug)]
pub(super) struct Whole {
    file: NamedTempFile,
    place: PathBuf,
    untidy: Untidy,
}

impl Whole {
    /// Begins a file for a place; where a link is, for where it leads.
    ///
    /// # Errors
    /// Its folder cannot be written to, or it is there and must not be written to.
    pub(super) fn begin(path: &Path) -> io::Result<Self> {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        tidy(folder_of(&place));
        let before = fs::metadata(&place).ok();
        if before.is_some() {
            OpenOptions::new().write(true).open(&place)?;
        }
        let file = beside(&place)?;
        if let Some(before) = before {
            file.as_file().set_permissions(before.permissions())?;
        }
        let written = file.path().to_owned();
        let untidy = Untidy::new(move || drop(fs::remove_file(written)));
        Ok(Self { file, place, untidy })
    }

    /// What is to be written to.
    ///
    /// # Errors
    /// The system has no more files to give.
    pub(super) fn file(&self) -> io::Result<File> {
        self.file.as_file().try_clone()
    }

    /// Puts it in its place, once it is on the disk.
    ///
    /// # Errors
    /// It cannot be written to the disk, or not be put there; what was there before still is.
    pub(super) fn put(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(&self.place)?;
        drop(self.untidy);
        Ok(())
    }
}

/// Writes a file that is not there yet; where there is one of that name, with a number behind the name. The
/// path that it has.
///
/// # Errors
/// It cannot be written; then nothing is there.
pub(super) fn write_new(path: &Path, content: &[u8]) -> io::Result<String> {
    let mut file = beside(path)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default();
    let mut number = 1;
    loop {
        let name = if number == 1 { format!("{stem}{extension}") } else { format!("{stem}-{number}{extension}") };
        let path = path.with_file_name(name);
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path.display().to_string()),
            Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => {
                (file, number) = (taken.file, number + 1);
            }
            Err(failed) => return Err(failed.error),
        }
    }
}

/// How files that are being written are called: hidden, so that nobody who reads the folder takes one for a file of
/// figures.
const PREFIX: &str = ".xianzhi-writing-";

fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file that is being written in the folder of a place. It is locked as long as somebody writes it.
fn beside(place: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(place);
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    if let Some(permissions) = usual() {
        builder.permissions(permissions);
    }
    // The system tells of the new file, which nobody has named.
    let file = builder.tempfile_in(folder).map_err(|error| {
        let folder = folder.display();
        let told = match error.kind() {
            ErrorKind::NotFound => format!("there is no folder {folder}; make it first"),
            ErrorKind::NotADirectory => format!("{folder} is a file and no folder; name another"),
            ErrorKind::PermissionDenied => format!("no file may be made in the folder {folder}; name another"),
            _ => return error,
        };
        io::Error::new(error.kind(), told)
    })?;
    // Where there are no locks, what is left behind stays.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// So long a file has not been touched before it is taken for left behind: another program may not have locked it yet.
const LEFT: Duration = Duration::from_mins(1);

/// Takes away what programs that were killed have left in a folder: files being written that nobody writes any more.
fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !name.to_str().is_some_and(|name| name.starts_with(PREFIX)) {
            continue;
        }
        let old = |modified: SystemTime| modified.elapsed().is_ok_and(|age| age >= LEFT);
        if entry.metadata().and_then(|metadata| metadata.modified()).is_ok_and(old)
            && let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The permissions that a new file has, before those that the user takes away.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there are none")]
fn usual() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual() -> Option<Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_overwritten_and_nothing_is_left_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("排行.csv");
        let written = [b"1", b"2", b"3"].map(|content| write_new(&path, content).unwrap());
        let names = written.each_ref().map(|path| Path::new(path).file_name().unwrap().to_str().unwrap());
        assert_eq!(names, ["排行.csv", "排行-2.csv", "排行-3.csv"]);
        assert_eq!(written.map(|path| fs::read(path).unwrap()), [b"1", b"2", b"3"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
        assert!(write_new(&folder.path().join("no folder").join("a.csv"), b"").is_err());
    }

    #[test]
    fn what_a_killed_program_left_is_taken_away_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jsonl");
        let long_ago = SystemTime::now() - 2 * LEFT;
        let stale = |name: &str| {
            fs::write(folder.path().join(name), "half").unwrap();
            let file = File::options().write(true).open(folder.path().join(name)).unwrap();
            file.set_modified(long_ago).unwrap();
        };
        stale(".xianzhi-writing-killed");
        stale(".another");
        fs::write(folder.path().join(".xianzhi-writing-new"), "half").unwrap();
        let written = Whole::begin(&path).unwrap();
        written.file().unwrap().set_modified(long_ago).unwrap();
        let other = Whole::begin(&folder.path().join("b.jsonl")).unwrap();
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left.len(), 4, "{left:?}");
        assert!(
            !left.contains(&".xianzhi-writing-killed".into()) && left.contains(&".xianzhi-writing-new".into()),
            "{left:?}"
        );
        written.put().unwrap();
        drop(other);
        assert!(path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_replaced_keeps_who_may_read_it_and_what_must_not_be_written_to_stays() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        for mode in [0o666, 0o600] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            let whole = Whole::begin(&path).unwrap();
            whole.file().unwrap().write_all(b"new").unwrap();
            whole.put().unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        }
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let told = Whole::begin(&folder.path().join("none").join("a.csv")).unwrap_err().to_string();
        assert!(told.starts_with("there is no folder ") && told.ends_with("none; make it first"), "{told}");
        let told = Whole::begin(&path.join("b.csv")).unwrap_err().to_string();
        assert!(told.ends_with("a.csv is a file and no folder; name another"), "{told}");
    }

    #[cfg(unix)]
    #[test]
    fn it_is_as_readable_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (ours, any) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        write_new(&ours, b"1").unwrap();
        fs::write(&any, b"1").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&any));
    }
}
