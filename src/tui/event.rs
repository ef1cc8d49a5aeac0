//! What can happen, from every side, in one queue: keys, clicks, sizes, signals, a terminal that goes away,
//! news from outside.
//!
//! Each source blocks in a thread of its own and sends into one channel; the loop blocks on the channel.
//! Nothing polls. The threads end with the process.

mod clicks;

use std::{io, sync::mpsc, thread};

use crossterm::event::{self, KeyEvent, KeyEventKind};
use ratatui::layout::Position;

use self::clicks::Clicks;
use super::{app::Done, host::News, signals};

/// What can happen.
#[derive(Debug)]
pub(crate) enum Event {
    Key(KeyEvent),
    Mouse(Mouse),
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
    /// Something happened outside.
    News(News),
    /// Something was found out beside the loop.
    Done(Box<Done>),
}

/// What the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mouse {
    pub(crate) at: Position,
    pub(crate) does: Gesture,
}

/// What the mouse does at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gesture {
    Click,
    /// The second click of two.
    DoubleClick,
    /// The wheel is turned towards the user.
    WheelDown,
    /// The wheel is turned away from the user.
    WheelUp,
}

/// Starts the sources of events that belong to the terminal.
///
/// # Errors
/// Signals cannot be watched.
pub(crate) fn start(events: mpsc::Sender<Event>) -> io::Result<()> {
    signals::watch(events.clone())?;
    thread::Builder::new().name("input".to_owned()).spawn(move || read(&events))?;
    Ok(())
}

/// Sends what the terminal says until it says no more.
fn read(events: &mpsc::Sender<Event>) {
    let mut clicks = Clicks::default();
    loop {
        let event = match event::read() {
            Ok(event::Event::Key(key)) if key.kind == KeyEventKind::Release => continue,
            Ok(event::Event::Key(key)) => Event::Key(key),
            Ok(event::Event::Mouse(mouse)) => match clicks.take(mouse) {
                Some(mouse) => Event::Mouse(mouse),
                None => continue,
            },
            Ok(event::Event::Paste(text)) => Event::Paste(text),
            Ok(event::Event::Resize(..)) => Event::Resize,
            Ok(event::Event::FocusGained | event::Event::FocusLost) => continue,
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
