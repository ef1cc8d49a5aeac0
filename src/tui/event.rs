//! What can happen, from every side, in one queue: keys, sizes, signals, a terminal that goes away.
//!
//! Each source blocks in a thread of its own and sends into one channel; the loop blocks on the channel.
//! Nothing polls. The threads end with the process.

use std::{io, sync::mpsc, thread};

use crossterm::event::{self, KeyEvent, KeyEventKind};

use super::signals;

/// What can happen.
#[derive(Debug)]
pub(crate) enum Event {
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize,
    /// The process is asked to stop (SIGTSTP).
    Suspend,
    /// The process runs again (SIGCONT).
    Continue,
    /// The process is asked to end by a signal of this number.
    Terminate(i32),
    /// The terminal went away.
    Hangup,
    /// Nothing more can be read from the terminal.
    Closed(io::Error),
}

/// Starts all sources of events.
///
/// # Errors
/// Signals cannot be watched.
pub(crate) fn start() -> io::Result<mpsc::Receiver<Event>> {
    let (sender, events) = mpsc::channel();
    signals::watch(sender.clone())?;
    thread::Builder::new().name("input".to_owned()).spawn(move || read(&sender))?;
    Ok(events)
}

/// Sends what the terminal says until it says no more.
fn read(events: &mpsc::Sender<Event>) {
    loop {
        let event = match event::read() {
            Ok(event::Event::Key(key)) if key.kind == KeyEventKind::Release => continue,
            Ok(event::Event::Key(key)) => Event::Key(key),
            Ok(event::Event::Paste(text)) => Event::Paste(text),
            Ok(event::Event::Resize(..)) => Event::Resize,
            Ok(event::Event::FocusGained | event::Event::FocusLost | event::Event::Mouse(_)) => continue,
            Err(error) => {
                let _ = events.send(Event::Closed(error));
                return;
            }
        };
        if events.send(event).is_err() {
            return;
        }
    }
}
