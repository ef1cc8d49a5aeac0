//! A file that is there whole or not at all: written beside its place and then put there.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
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

/// A new file in the folder of a place; hidden, so that nobody who reads the folder takes it for one of figures.
fn beside(place: &Path) -> io::Result<NamedTempFile> {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".xianzhi-");
    if let Some(permissions) = usual() {
        builder.permissions(permissions);
    }
    // The system tells of the new file, which nobody has named.
    builder.tempfile_in(folder).map_err(|error| {
        let folder = folder.display();
        let told = match error.kind() {
            ErrorKind::NotFound => format!("there is no folder {folder}; make it first"),
            ErrorKind::NotADirectory => format!("{folder} is a file and no folder; name another"),
            ErrorKind::PermissionDenied => format!("no file may be made in the folder {folder}; name another"),
            _ => return error,
        };
        io::Error::new(error.kind(), told)
    })
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
