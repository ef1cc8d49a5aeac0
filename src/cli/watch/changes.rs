//! Tells what happens to the files and folders that were opened.

use std::path::{Component, Path, PathBuf};

use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, MetadataKind, ModifyKind, RemoveKind},
};

use crate::load;

/// Watches files and folders.
pub(super) struct Changes {
    opened: Vec<PathBuf>,
    /// The same where they are, links resolved.
    watched: Vec<PathBuf>,
    watcher: Option<notify::Result<RecommendedWatcher>>,
}

impl Changes {
    /// Tells `tell`, from a thread of its own, what happens to the paths, once they are watched; without
    /// any path nothing is watched.
    pub(super) fn new(opened: Vec<PathBuf>, tell: impl Fn(notify::Result<Event>) + Send + 'static) -> Self {
        let tell = move |event: notify::Result<Event>| {
            if !event.as_ref().is_ok_and(|event| is_harmless(event.kind)) {
                tell(event);
            }
        };
        // A link to a folder is not followed where folders are read, either.
        let config = notify::Config::default().with_follow_symlinks(false);
        let watcher = (!opened.is_empty()).then(|| RecommendedWatcher::new(tell, config));
        Self { opened, watched: Vec::new(), watcher }
    }

    /// Watches the paths that are there, and those of files whose folder is: they may come. A file is watched through its folder: many editors put a new file
    /// in the place of the old one.
    ///
    /// # Errors
    /// Some of them cannot be watched; the others are.
    pub(super) fn watch(&mut self) -> notify::Result<()> {
        let watcher = match &mut self.watcher {
            None => return Ok(()),
            Some(Err(error)) => return Err(notify::Error::generic(&error.to_string())),
            Some(Ok(watcher)) => watcher,
        };
        self.watched = self.opened.iter().filter_map(|path| place(path)).collect();
        let mut result = Ok(());
        for path in &self.watched {
            // A folder that is watched twice would be watched the second way, without what is below.
            if self.watched.iter().any(|other| other != path && other.is_dir() && path.starts_with(other)) {
                continue;
            }
            let watching = match path.parent() {
                Some(folder) if !path.is_dir() => watcher.watch(folder, RecursiveMode::NonRecursive),
                _ => watcher.watch(path, RecursiveMode::Recursive),
            };
            result = result.and(watching);
        }
        result
    }

    /// The paths of an event at which something may be read again.
    pub(super) fn concerned<'a>(&'a self, event: &'a Event) -> impl Iterator<Item = &'a Path> {
        event.paths.iter().map(PathBuf::as_path).filter(|path| {
            self.watched.iter().any(|opened| match path.strip_prefix(opened) {
                Err(_) => false,
                Ok(below) if below.as_os_str().is_empty() => true,
                Ok(below) => !is_hidden(below) && (load::concerns(path) || is_of_folders(event.kind)),
            })
        })
    }
}

/// Where a path is, links resolved; of a file that is not there, where it would be.
fn place(path: &Path) -> Option<PathBuf> {
    let to_come = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    };
    path.canonicalize().ok().or_else(to_come)
}

/// Whether nothing can have changed: somebody has looked at a file, perhaps we.
fn is_harmless(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access != AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => true,
        _ => false,
    }
}

/// Whether it may have happened to a folder that is no longer where it was.
fn is_of_folders(kind: EventKind) -> bool {
    matches!(kind, EventKind::Remove(RemoveKind::Folder) | EventKind::Modify(ModifyKind::Name(_)))
}

fn is_hidden(path: &Path) -> bool {
    let hidden = |part| matches!(part, Component::Normal(name) if name.as_encoded_bytes().starts_with(b"."));
    path.components().any(hidden)
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, RenameMode};

    use super::*;

    fn concerned(opened: &str, kind: EventKind, path: &str) -> bool {
        let changes = Changes { opened: Vec::new(), watched: vec![opened.into()], watcher: None };
        !is_harmless(kind) && changes.concerned(&Event::new(kind).add_path(path.into())).next().is_some()
    }

    #[test]
    fn what_can_be_read_concerns() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        for path in ["/r/a.txt", "/r/b/c.md", "/r/figures.jsonl", "/r/folder"] {
            assert!(concerned("/r", written, path), "{path}");
        }
        for path in ["/r/.a.txt.swp", "/r/.git/HEAD", "/r/a.png", "/r/README.md", "/s/a.txt", "/ra.txt"] {
            assert!(!concerned("/r", written, path), "{path}");
        }
        assert!(concerned("/r/a.csv", written, "/r/a.csv"), "what was given concerns whatever it is");
        assert!(!concerned("/r/a.txt", written, "/r/b.txt"), "its neighbours do not");
    }

    #[test]
    fn what_cannot_be_watched_is_told() {
        let opened = vec![std::env::temp_dir()];
        let mut changes = Changes::new(opened.clone(), |_| ());
        assert!(changes.watch().is_ok());
        changes.watcher = Some(Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)));
        assert!(changes.watch().is_err());
        let mut idle = Changes::new(Vec::new(), |_| ());
        assert!(idle.watcher.is_none() && idle.watch().is_ok());
    }

    #[test]
    fn what_was_read_does_not_concern_but_what_was_written_and_moved() {
        let path = "/r/a.txt";
        assert!(!concerned("/r", EventKind::Access(AccessKind::Open(AccessMode::Any)), path));
        assert!(!concerned("/r", EventKind::Access(AccessKind::Close(AccessMode::Read)), path));
        assert!(concerned("/r", EventKind::Access(AccessKind::Close(AccessMode::Write)), path));
        assert!(concerned("/r", EventKind::Create(CreateKind::File), path));
        assert!(concerned("/r", EventKind::Modify(ModifyKind::Name(RenameMode::From)), "/r/folder-1.0"));
        assert!(concerned("/r", EventKind::Remove(RemoveKind::Folder), "/r/folder-1.0"));
    }
}
