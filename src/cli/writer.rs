//! Writes files for the dashboard, in a thread of its own: a folder may be slow or far away.

use std::{
    path::Path,
    sync::mpsc::{self, Sender},
    thread::{self, JoinHandle},
};

use super::whole::write_new;
use crate::tui::{News, NewsSender};

/// Writes files one after another and tells how it went.
pub(super) struct Writer {
    news: NewsSender,
    thread: Option<Thread>,
}

/// The thread that writes; it is started with the first file.
struct Thread {
    files: Sender<(String, Vec<u8>)>,
    handle: Option<JoinHandle<()>>,
}

impl Writer {
    /// Tells `news` of each file.
    pub(super) fn new(news: NewsSender) -> Self {
        Self { news, thread: None }
    }

    /// Writes a file of this name, or of one like it that is not taken.
    pub(super) fn write(&mut self, name: String, content: Vec<u8>) {
        let thread = self.thread.get_or_insert_with(|| {
            let (files, queue) = mpsc::channel::<(String, Vec<u8>)>();
            let news = self.news.clone();
            let work = move || {
                for (name, content) in queue {
                    let written = write_new(Path::new(&name), &content).map_err(|error| format!("{name}: {error}"));
                    news.send(News::Written(written));
                }
            };
            // Where no thread can be started, nobody takes the file, which is told below.
            Thread { files, handle: thread::Builder::new().name("writer".to_owned()).spawn(work).ok() }
        });
        if let Err(mpsc::SendError((name, _))) = thread.files.send((name, content)) {
            self.news.send(News::Written(Err(format!("{name}: no thread to write it"))));
        }
    }
}

impl Drop for Writer {
    /// What was asked for is written before the program ends.
    fn drop(&mut self) {
        if let Some(Thread { files, handle }) = self.thread.take() {
            drop(files);
            let _ = handle.map(JoinHandle::join);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_asked_for_is_there_when_the_program_ends() {
        let folder = tempfile::tempdir().unwrap();
        let (news, _receiver) = crate::tui::news();
        let mut writer = Writer::new(news);
        for name in ["a.csv", "b.csv", "no folder/c.csv"] {
            writer.write(folder.path().join(name).display().to_string(), vec![b'1'; 1 << 20]);
        }
        drop(writer);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
