//! The file of the ledger: acts are only ever appended, one line each, and are on the disk before that is said.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Context as _, Result, bail};

use super::lines::{self, Acts};
use crate::model::correction::Act;

/// Between two tries for the lock.
const PAUSE: Duration = Duration::from_millis(5);

/// So often a writer tries for the lock: for ten seconds.
const WRITER: u32 = 2_000;

/// So often a reader does: for half a second. It harms nothing if it reads without.
const READER: u32 = 100;

/// What was done beside appending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appended {
    /// What was found wrong at the end of the ledger and mended, one sentence.
    pub mended: Option<String>,
}

/// Reads a ledger. One that is not there yet is empty.
///
/// # Errors
/// The file is there and cannot be read.
pub fn read(path: &Path) -> io::Result<Acts> {
    match regular(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Acts::default()),
        regular => regular?,
    }
    let mut file = File::open(path)?;
    // Whoever writes just now is waited for, so that a line is seen whole or not at all.
    let _ = patiently(READER, || file.try_lock_shared());
    let mut content = Vec::new();
    file.read_to_end(&mut content)?;
    Ok(Acts::of(&content))
}

/// Appends acts to a ledger, which is made where there is none. When this returns, they are on the disk. A
/// line that an earlier writer left broken at the end is moved to a file of its own beside the ledger.
///
/// # Errors
/// They are not saved, and what to do about it.
pub fn append(path: &Path, acts: &[Act]) -> Result<Appended> {
    let mut content = Vec::new();
    for act in acts {
        serde_json::to_writer(&mut content, act)?;
        content.push(b'\n');
    }
    let remedy = || {
        format!(
            "the correction is not saved: {} cannot be written; name another place with --ledger FILE",
            path.display()
        )
    };
    loop {
        let is_new = !path.exists();
        let mut file = open(path).with_context(remedy)?;
        let lock = patiently(WRITER, || file.try_lock()).with_context(remedy)?;
        if lock == Lock::Held {
            bail!(
                "the correction is not saved: {} has been held by another process for ten seconds; try again",
                path.display()
            );
        }
        if !is_ledger(&mut file).with_context(remedy)? {
            bail!(
                "the correction is not saved: {} holds something else than corrections; name another place with \
                 --ledger FILE",
                path.display()
            );
        }
        let mended = mend(&mut file, path).with_context(remedy)?;
        let length = file.metadata().with_context(remedy)?.len();
        if let Err(error) = file.write_all(&content).and_then(|()| file.sync_all()) {
            // What is said not to be saved is not to come to light later. Where even this fails, the next one mends it.
            // Without a lock somebody else may have written behind it.
            if lock == Lock::Had {
                let _ = file.set_len(length);
            }
            return Err(error).with_context(remedy);
        }
        if is_new {
            sync_folder(path).with_context(remedy)?;
        }
        // An editor may have put another file in its place meanwhile; what was written went with the old one.
        if is_at(&file, path) {
            return Ok(Appended { mended });
        }
    }
}

/// Opens the ledger for appending, and makes it and its folder where they are not there.
fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    if path.exists() {
        regular(path)?;
    }
    OpenOptions::new().read(true).append(true).create(true).open(path)
}

/// Refuses what is no file, before it is opened: a device may give bytes without end, a pipe none.
///
/// # Errors
/// It is none, or not there.
fn regular(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.is_file() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file"))
}

/// Whether acts may be appended to a file: it holds one among its first lines, or no whole line yet.
fn is_ledger(file: &mut File) -> io::Result<bool> {
    const LOOK: u64 = 1 << 16;
    let mut begin = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    Read::by_ref(file).take(LOOK).read_to_end(&mut begin)?;
    let lines = lines::without_mark(&begin).split_inclusive(|&byte| byte == b'\n');
    let (whole, torn): (Vec<_>, Vec<_>) =
        lines.filter(|line| !line.trim_ascii().is_empty()).partition(|line| line.ends_with(b"\n"));
    if whole.is_empty() {
        return Ok(torn.iter().all(|line| line.starts_with(b"{")));
    }
    Ok(whole.iter().any(|line| lines::is_of_ledger(line)))
}

/// What came of trying for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lock {
    Had,
    /// Somebody else had it all the time.
    Held,
    /// The file system has none. It is written to all the same: lines are appended in one piece.
    None,
}

/// Tries for a lock so often.
fn patiently(tries: u32, mut lock: impl FnMut() -> Result<(), TryLockError>) -> io::Result<Lock> {
    for _ in 0..tries {
        match lock() {
            Ok(()) => return Ok(Lock::Had),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Lock::None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(Lock::Held)
}

/// Brings the end of the ledger in order: a last line without an end is given one where it is whole, and
/// else moved aside. What was done, in a sentence.
fn mend(file: &mut File, path: &Path) -> io::Result<Option<String>> {
    let length = file.metadata()?.len();
    let start = last_line(file, length)?;
    if start == length {
        return Ok(None);
    }
    let mut torn = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.read_to_end(&mut torn)?;
    if lines::act(lines::without_mark(&torn)).is_ok() {
        file.write_all(b"\n")?;
        return Ok(Some(format!("the last line of {} had no end and was given one", path.display())));
    }
    let aside = put_aside(path, &torn)?;
    file.set_len(start)?;
    file.sync_all()?;
    Ok(Some(format!(
        "the last line of {} was broken off, as by a crash before it was saved; it was moved to {}",
        path.display(),
        aside.display()
    )))
}

/// Where the last line begins that has no end; the length where it has one.
fn last_line(file: &mut File, length: u64) -> io::Result<u64> {
    const PIECE: u64 = 4096;
    let mut end = length;
    while end > 0 {
        let start = end.saturating_sub(PIECE);
        let mut piece = vec![0; (end - start) as usize];
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(&mut piece)?;
        if let Some(at) = piece.iter().rposition(|&byte| byte == b'\n') {
            return Ok(start + at as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

/// Writes what was torn to a new file beside the ledger.
fn put_aside(path: &Path, torn: &[u8]) -> io::Result<PathBuf> {
    for number in 1.. {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".torn-{number}"));
        match OpenOptions::new().write(true).create_new(true).open(&name) {
            Ok(mut file) => {
                let written = file.write_all(torn).and_then(|()| file.sync_all()).and_then(|()| sync_folder(path));
                if written.is_err() {
                    // What was torn is still where it was.
                    let _ = fs::remove_file(&name);
                }
                return written.map(|()| name.into());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    unreachable!("there are more numbers than files")
}

/// Has the name of a new file on the disk too, not only its content.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        // Elsewhere a folder cannot be opened, and the file system sees to it.
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Whether the file is the one that is at the path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
