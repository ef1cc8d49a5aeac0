//! The world outside the dashboard: what is asked of it, and the news that come from it.

use std::{fmt, sync::mpsc};

use super::{Opened, Session, event::Event};
use crate::{
    model::correction::{Act, Deed},
    query::Search,
};

/// What the dashboard asks of the world outside it. No call waits: what takes time is done elsewhere, and
/// how it went comes as [`News`].
pub trait Host {
    /// Writes a file of this name, or of one like it that is not taken: nothing is ever overwritten.
    /// [`News::Written`] tells the path of the file, or why there is none.
    fn write(&mut self, name: String, content: Vec<u8>);

    /// Puts text on the clipboard of the system; [`News::Clipboard`] tells how that went.
    fn copy(&mut self, text: &str);

    /// Reads everything again that was opened.
    fn read_again(&mut self);

    /// Stops the reading that is under way.
    fn stop_reading(&mut self);

    /// Keeps what the user makes of a reading, and why; [`News::Corrected`] tells once it is on the disk. What
    /// was opened is then read again, with the correction.
    fn correct(&mut self, deed: Deed, note: String);

    /// Waits for what [`Host::correct`] was asked to keep. Of the last `untold` nobody has heard how they went:
    /// those that are not saved are told outside the dashboard, which is gone.
    fn finish(&mut self, untold: usize);

    /// Keeps what is shown, for the next start.
    fn remember(&mut self, session: Session);
}

/// What happens outside the dashboard.
#[derive(Debug)]
pub enum News {
    /// How far reading has come; `None` when it has ended.
    Reading(Option<Reading>),
    /// Files were read.
    Read(Box<Read>),
    /// Files were read again, and nothing has changed.
    Unchanged,
    /// Nothing could be read; why, in a sentence. What was shown before stays.
    Unread(String),
    /// Changes of the files will not be noticed; why, in a sentence.
    Unwatched(String),
    /// The text is on the clipboard of the system, or why it is not.
    Clipboard(Result<(), String>),
    /// A correction is on the disk, or why it is not.
    Corrected(Result<Box<Act>, String>),
    /// A file was written: its path, or why it was not.
    Written(Result<String, String>),
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Files that were read.
    pub done: usize,
    /// Files that there are.
    pub all: usize,
    /// Figures that were read.
    pub figures: usize,
}

/// What was read.
#[derive(Debug)]
pub struct Read {
    /// Everything there is now.
    pub opened: Opened,
    /// The search over it, made beforehand: it takes a while.
    pub search: Search,
    /// Files that are new or have changed.
    pub read: usize,
    /// Files that are gone.
    pub gone: usize,
    /// How far reading had come when it was stopped, if it was.
    pub stopped: Option<Reading>,
}

/// A way for news to the dashboard.
#[must_use]
pub fn news() -> (NewsSender, NewsReceiver) {
    let (sender, events) = mpsc::channel();
    (NewsSender(sender.clone()), NewsReceiver { sender, events })
}

/// Sends news to the dashboard, from any thread.
#[derive(Clone)]
pub struct NewsSender(mpsc::Sender<Event>);

impl NewsSender {
    /// Sends news; false when there is no dashboard any more.
    #[expect(clippy::must_use_candidate, reason = "where nobody is there, nobody misses it")]
    pub fn send(&self, news: News) -> bool {
        self.0.send(Event::News(news)).is_ok()
    }
}

impl fmt::Debug for NewsSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewsSender")
    }
}

/// Where the dashboard takes news from. They come in one queue with everything else that happens.
#[derive(Debug)]
pub struct NewsReceiver {
    pub(super) sender: mpsc::Sender<Event>,
    pub(super) events: mpsc::Receiver<Event>,
}
