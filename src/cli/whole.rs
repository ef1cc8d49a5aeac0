//! A file that is there whole or not at all: written beside its place and then put there.

use std::{
    fs::{self, File, Permissions},
    io,
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
    /// Its folder cannot be written to.
    pub(super) fn begin(path: &Path) -> io::Result<Self> {
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Hidden, so that nobody who reads the folder takes it for a file of figures.
        let mut builder = Builder::new();
        builder.prefix(".xianzhi-");
        let before = fs::metadata(&place).ok().map(|before| before.permissions());
        if let Some(permissions) = before.or_else(usual) {
            builder.permissions(permissions);
        }
        let file = builder.tempfile_in(folder)?;
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
