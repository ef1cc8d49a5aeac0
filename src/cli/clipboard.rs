//! The clipboard of the system, in a thread of its own: a display server that hangs holds up nobody.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::Duration,
};

use crate::tui::{News, NewsSender};

/// The clipboard of the system.
pub(super) struct Clipboard {
    news: NewsSender,
    thread: Option<Thread>,
}

/// The thread that copies; it is started with the first text.
struct Thread {
    texts: Sender<String>,
    /// Ends with the thread.
    alive: Receiver<()>,
}

/// So long the end of the program waits for the clipboard to be handed on: on X11 its content belongs to
/// the program, and goes with it where no other takes it over.
const FAREWELL: Duration = Duration::from_millis(300);

impl Clipboard {
    /// Tells `news` how each copy went.
    pub(super) fn new(news: NewsSender) -> Self {
        Self { news, thread: None }
    }

    /// Puts text on the clipboard.
    pub(super) fn copy(&mut self, text: &str) {
        let thread = self.thread.get_or_insert_with(|| {
            let (texts, queue) = mpsc::channel();
            let (living, alive) = mpsc::channel();
            let news = self.news.clone();
            let work = move || {
                let _living: Sender<()> = living;
                work(&queue, &news);
            };
            // Where no thread can be started, nobody takes the text, which is told below.
            let _ = thread::Builder::new().name("clipboard".to_owned()).spawn(work);
            Thread { texts, alive }
        });
        if thread.texts.send(text.to_owned()).is_err() {
            self.news.send(News::Clipboard(Err("no thread for it".to_owned())));
        }
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        if let Some(Thread { texts, alive }) = self.thread.take() {
            drop(texts);
            let _ = alive.recv_timeout(FAREWELL);
        }
    }
}

/// Copies what comes. The clipboard is kept: on X11 its content belongs to the program and goes with it.
fn work(texts: &Receiver<String>, news: &NewsSender) {
    let mut clipboard = None;
    for text in texts {
        let opened = match clipboard.take() {
            Some(opened) => Ok(opened),
            None => arboard::Clipboard::new(),
        };
        let copied = opened.and_then(|mut opened| {
            opened.set_text(text)?;
            clipboard = Some(opened);
            Ok(())
        });
        news.send(News::Clipboard(copied.map_err(|error| error.to_string())));
    }
}
