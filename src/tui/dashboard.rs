//! The loop: waits for events, applies all that are there, draws once.

use std::{io, sync::mpsc::Receiver};

use super::{
    Error, Exit, Opened, Options,
    app::App,
    event::{self, Event},
    signals,
    terminal::Terminal,
    update::Command,
};

/// Most events that are applied before a frame is drawn, so that a flood of them does not hide the screen.
const BATCH: usize = 256;

/// Runs the dashboard in the terminal until something ends it.
pub(crate) fn run(opened: Opened, options: Options) -> Result<Exit, Error> {
    let mut terminal = Terminal::take()?;
    // The size is asked for once changes of it are told, so that none is missed.
    let events = event::start()?;
    let size = terminal.size()?;
    let mut app = App::new(opened, options, size.width, size.height);
    match turn(&mut app, &mut terminal, &events) {
        // Reading and writing may fail before the end of the terminal is told.
        Err(_) if signals::is_hung_up() => Ok(Exit::Hangup),
        ended => ended,
    }
}

fn turn(app: &mut App, terminal: &mut Terminal, events: &Receiver<Event>) -> Result<Exit, Error> {
    loop {
        terminal.draw(|buf| app.draw(buf))?;
        let Ok(first) = events.recv() else { return Ok(Exit::Hangup) };
        for event in std::iter::once(first).chain(events.try_iter()).take(BATCH) {
            if let Some(exit) = apply(event, app, terminal)? {
                return Ok(exit);
            }
        }
    }
}

/// Applies an event; the reason to end, if it is one.
fn apply(event: Event, app: &mut App, terminal: &mut Terminal) -> Result<Option<Exit>, Error> {
    match event {
        Event::Key(key) => match app.key(key) {
            Some(Command::Quit) => return Ok(Some(Exit::Quit)),
            Some(Command::Suspend) => signals::suspend_group()?,
            Some(Command::Redraw) => terminal.clear()?,
            None => {}
        },
        Event::Paste(text) => app.paste(&text),
        Event::Resize => resize(app, terminal)?,
        Event::Suspend => {
            terminal.leave()?;
            if !signals::stop()? {
                terminal.enter()?;
            }
        }
        // After a stop that was not ours too: the shell has drawn over the screen meanwhile.
        Event::Continue => {
            terminal.leave()?;
            terminal.enter()?;
            resize(app, terminal)?;
        }
        Event::Terminate(signal) => return Ok(Some(Exit::Signal(signal))),
        Event::Hangup => return Ok(Some(Exit::Hangup)),
        Event::Closed(error) => return Err(error.into()),
    }
    Ok(None)
}

fn resize(app: &mut App, terminal: &Terminal) -> io::Result<()> {
    let size = terminal.size()?;
    app.resize(size.width, size.height);
    Ok(())
}
