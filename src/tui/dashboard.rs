//! The loop: waits for events, applies all that are there, draws once.

use std::{
    io,
    sync::mpsc::{Receiver, Sender},
    thread,
    time::{Duration, Instant},
};

use super::{
    Error, Exit, Host, Listening, NewsReceiver, Opened, Options,
    app::App,
    event::{self, Event},
    signals,
    terminal::Terminal,
    update::Command,
};

/// Most events that are applied before a frame is drawn, so that a flood of them does not hide the screen.
const BATCH: usize = 256;

/// So long the first frame waits for what is being read: an empty one would only flash up.
const PATIENCE: Duration = Duration::from_millis(40);

/// Runs the dashboard in the terminal until something ends it.
pub(crate) fn run(
    opened: Opened,
    options: Options,
    listening: Listening,
    host: &mut dyn Host,
    news: NewsReceiver,
) -> Result<Exit, Error> {
    let mut terminal = Terminal::take(listening)?;
    // The size is asked for once changes of it are told, so that none is missed.
    event::start(news.sender.clone())?;
    let size = terminal.size()?;
    let mut app = App::new(opened, options, size.width, size.height);
    let ended = Dashboard { app: &mut app, terminal: &mut terminal, host, events: news.sender }.run(&news.events);
    // The terminal is given back first: whoever leaves does not wait for a disk.
    drop(terminal);
    host.finish(app.unsaved());
    if let Some(session) = app.session() {
        host.remember(session);
    }
    match ended {
        // Reading and writing may fail before the end of the terminal is told.
        Err(_) if signals::is_hung_up() => Ok(Exit::Hangup),
        ended => ended,
    }
}

/// The dashboard between the terminal and the world outside.
struct Dashboard<'a> {
    app: &'a mut App,
    terminal: &'a mut Terminal,
    host: &'a mut dyn Host,
    /// For what is found out beside the loop.
    events: Sender<Event>,
}

impl Dashboard<'_> {
    fn run(&mut self, events: &Receiver<Event>) -> Result<Exit, Error> {
        if let Some(exit) = self.await_reading(events)? {
            return Ok(exit);
        }
        loop {
            if let Some(job) = self.app.job() {
                let events = self.events.clone();
                // It ends with the process; where nobody waits any more nobody misses what it finds.
                thread::spawn(move || events.send(Event::Done(Box::new(job.run()))));
            }
            self.terminal.draw(|buf| self.app.draw(buf))?;
            let Ok(first) = events.recv() else { return Ok(Exit::Hangup) };
            for event in std::iter::once(first).chain(events.try_iter()).take(BATCH) {
                if let Some(exit) = self.apply(event)? {
                    return Ok(exit);
                }
            }
        }
    }

    /// Applies what has happened so far, and where files are being read, waits for them a moment.
    fn await_reading(&mut self, events: &Receiver<Event>) -> Result<Option<Exit>, Error> {
        let start = Instant::now();
        loop {
            let patience =
                if self.app.is_reading() { PATIENCE.saturating_sub(start.elapsed()) } else { Duration::ZERO };
            let Ok(event) = events.recv_timeout(patience) else { return Ok(None) };
            if let Some(exit) = self.apply(event)? {
                return Ok(Some(exit));
            }
        }
    }

    /// Applies an event; the reason to end, if it is one.
    fn apply(&mut self, event: Event) -> Result<Option<Exit>, Error> {
        match event {
            Event::Key(key) => {
                if let Some(command) = self.app.key(key) {
                    return self.carry_out(command);
                }
            }
            Event::Mouse(mouse) => {
                if let Some(command) = self.app.mouse(mouse) {
                    return self.carry_out(command);
                }
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Resize => self.resize()?,
            Event::Suspend => {
                self.terminal.leave()?;
                if !signals::stop()? {
                    self.terminal.enter()?;
                }
            }
            // After a stop that was not ours too: the shell has drawn over the screen meanwhile.
            Event::Continue => {
                self.terminal.leave()?;
                self.terminal.enter()?;
                self.resize()?;
            }
            Event::Terminate(signal) => return Ok(Some(Exit::Signal(signal))),
            Event::Hangup => return Ok(Some(Exit::Hangup)),
            Event::Closed(error) => return Err(error.into()),
            Event::News(news) => self.app.hear(news),
            Event::Done(done) => self.app.done(*done),
        }
        Ok(None)
    }

    fn carry_out(&mut self, command: Command) -> Result<Option<Exit>, Error> {
        match command {
            Command::Quit => return Ok(Some(Exit::Quit)),
            Command::Suspend => signals::suspend_group()?,
            Command::Redraw => self.terminal.clear()?,
            Command::ReadAgain => self.host.read_again(),
            Command::StopReading => self.host.stop_reading(),
            Command::Correct { deed, note } => self.host.correct(*deed, note),
            Command::Copy(text) => {
                if !self.terminal.copy(&text)? {
                    self.app.terminal_declines();
                }
                self.host.copy(&text);
            }
            Command::Write { name, content } => self.host.write(name, content),
        }
        Ok(None)
    }

    fn resize(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.app.resize(size.width, size.height);
        Ok(())
    }
}
