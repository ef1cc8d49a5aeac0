//! The clipboard of the system, in a thread of its own: a display server that hangs holds up nobody.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use crate::tui::{News, NewsSender};

/// The clipboard of the system.
pub(super) struct Clipboard {
    news: NewsSender,
    /// Where the thread takes texts from; it is started with the first.
    texts: Option<Sender<String>>,
}

impl Clipboard {
    /// Tells `news` how each copy went.
    pub(super) fn new(news: NewsSender) -> Self {
        Self { news, texts: None }
    }

    /// Puts text on the clipboard.
    pub(super) fn copy(&mut self, text: &str) {
        let texts = self.texts.get_or_insert_with(|| {
            let (sender, texts) = mpsc::channel();
            let news = self.news.clone();
            // Where no thread can be started, the terminal is left to copy through.
            let _ = thread::Builder::new().name("clipboard".to_owned()).spawn(move || work(&texts, &news));
            sender
        });
        if texts.send(text.to_owned()).is_err() {
            self.news.send(News::Clipboard(Err(String::new())));
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
