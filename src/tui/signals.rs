//! Signals and the end of the terminal as events, and stopping the process as Ctrl-Z does.

#[cfg(unix)]
pub(crate) use unix::{is_hung_up, stop, suspend_group, watch};

#[cfg(not(unix))]
pub(crate) use elsewhere::{is_hung_up, stop, suspend_group, watch};

#[cfg(unix)]
mod unix {
    use std::{io, sync::mpsc::Sender, thread};

    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        io::Errno,
        process::{Signal, getpgrp, getsid, kill_current_process_group},
    };
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
        iterator::Signals,
        low_level::emulate_default_handler,
    };

    use crate::tui::event::Event;

    /// Sends an event for every signal that concerns the terminal, and one when the terminal goes away.
    pub(crate) fn watch(events: Sender<Event>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let hangup = events.clone();
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let event = match signal {
                    SIGTSTP => Event::Suspend,
                    SIGCONT => Event::Continue,
                    // Crossterm tells of new sizes too, but only once its reader runs.
                    SIGWINCH => Event::Resize,
                    signal => Event::Terminate(signal),
                };
                if events.send(event).is_err() {
                    return;
                }
            }
        })?;
        thread::Builder::new().name("hangup".to_owned()).spawn(move || await_hangup(&hangup))?;
        Ok(())
    }

    /// Blocks until the terminal is gone, even where SIGHUP is ignored (nohup): the reader would spin.
    fn await_hangup(events: &Sender<Event>) {
        loop {
            match hung_up(None) {
                Ok(true) => {
                    let _ = events.send(Event::Hangup);
                    return;
                }
                Err(Errno::INTR) => {}
                // A system that cannot watch terminals this way; SIGHUP must do there.
                Ok(false) | Err(_) => return,
            }
        }
    }

    /// Whether the terminal is gone.
    pub(crate) fn is_hung_up() -> bool {
        hung_up(Some(&Timespec::default())).unwrap_or(false)
    }

    /// Waits for the end of the terminal, at most so long.
    fn hung_up(timeout: Option<&Timespec>) -> Result<bool, Errno> {
        // No flag is asked for: only the end (HUP, ERR) is told.
        let mut fds = [PollFd::from_borrowed_fd(rustix::stdio::stdin(), PollFlags::empty())];
        poll(&mut fds, timeout)?;
        Ok(fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR))
    }

    /// Asks the whole foreground job to stop, as the terminal does on Ctrl-Z outside raw mode; the signal
    /// comes back as [`Event::Suspend`].
    pub(crate) fn suspend_group() -> io::Result<()> {
        kill_current_process_group(Signal::TSTP).map_err(io::Error::from)
    }

    /// Stops this process until it is continued, which comes as [`Event::Continue`]. Does nothing and
    /// returns false where no shell could continue it: in a process group of the session's leader, as in
    /// a terminal window that runs nothing else.
    pub(crate) fn stop() -> io::Result<bool> {
        if getsid(None).is_ok_and(|session| session == getpgrp()) {
            return Ok(false);
        }
        emulate_default_handler(SIGTSTP).map(|()| true)
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::{io, sync::mpsc::Sender};

    use crate::tui::event::Event;

    /// There are no signals to watch.
    pub(crate) fn watch(_: Sender<Event>) -> io::Result<()> {
        Ok(())
    }

    /// Reading and writing tell it.
    pub(crate) fn is_hung_up() -> bool {
        false
    }

    /// There is no job control.
    pub(crate) fn suspend_group() -> io::Result<()> {
        Ok(())
    }

    /// There is no job control.
    pub(crate) fn stop() -> io::Result<bool> {
        Ok(false)
    }
}
