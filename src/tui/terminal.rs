//! The terminal: taken, drawn to, and given back as it was, whatever happens.

use std::{
    io::{self, BufWriter, IsTerminal, Stdout, Write},
    mem::ManuallyDrop,
    panic,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use crossterm::{
    clipboard::CopyToClipboard,
    cursor::Show,
    event::{
        DisableBracketedPaste, EnableBracketedPaste, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
        PushKeyboardEnhancementFlags,
    },
    execute, queue,
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
        enable_raw_mode,
    },
};
use ratatui::{
    Terminal as Ratatui,
    backend::CrosstermBackend,
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use super::{Error, Listening};

#[cfg(not(unix))]
use crossterm::event::{DisableMouseCapture as NoClicks, EnableMouseCapture as Clicks};

/// Presses of the mouse and turns of its wheel are told (1000), also beyond column 223 (1006). Not its
/// movements, which crossterm's own command asks for as well: nothing here follows the pointer.
#[cfg(unix)]
struct Clicks;

/// Nothing is told of the mouse any more.
#[cfg(unix)]
struct NoClicks;

#[cfg(unix)]
impl crossterm::Command for Clicks {
    fn write_ansi(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        out.write_str("\x1b[?1000h\x1b[?1006h")
    }
}

#[cfg(unix)]
impl crossterm::Command for NoClicks {
    fn write_ansi(&self, out: &mut impl std::fmt::Write) -> std::fmt::Result {
        out.write_str("\x1b[?1006l\x1b[?1000l")
    }
}

/// Most bytes of text that are put on the clipboard through the terminal, which gets 4 for 3; more than
/// 100 kB at once some terminals drop, or take as text.
const MOST_COPIED: usize = 75_000;

/// Bytes of a frame that are gathered before they are written.
const FRAME: usize = 1 << 16;

/// The terminal while the dashboard has it. Dropping it gives it back.
pub(crate) struct Terminal {
    /// Never dropped: where the terminal is gone, ratatui's drop panics for want of a place to complain.
    inner: ManuallyDrop<Ratatui<CrosstermBackend<BufWriter<Stdout>>>>,
    /// Whether the terminal is ours; shared with the panic hook.
    taken: Arc<AtomicBool>,
    listening: Listening,
}

impl Terminal {
    /// Takes the terminal: raw mode, alternate screen, pastes told from typing, clicks. No query is sent
    /// to it: one that does not answer would be waited for.
    ///
    /// # Errors
    /// Standard input or output is no terminal (it is left untouched), or it failed.
    pub(crate) fn take(listening: Listening) -> Result<Self, Error> {
        if !io::stdin().is_terminal() {
            return Err(Error::NoTerminal("stdin"));
        }
        if !io::stdout().is_terminal() {
            return Err(Error::NoTerminal("stdout"));
        }
        let taken = Arc::new(AtomicBool::new(false));
        restore_on_panic(Arc::clone(&taken), listening);
        let inner = Ratatui::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout())))?;
        let mut terminal = Self { inner: ManuallyDrop::new(inner), taken, listening };
        terminal.enter()?;
        Ok(terminal)
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    /// Draws a frame; only cells that changed are written, all at once. Draws nothing while the terminal
    /// is given back.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        if !self.taken.load(Ordering::SeqCst) {
            return Ok(());
        }
        queue!(self.inner.backend_mut(), BeginSynchronizedUpdate)?;
        self.inner.draw(|frame| {
            if let Some(cursor) = draw(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        execute!(self.inner.backend_mut(), EndSynchronizedUpdate)
    }

    /// Forgets what is on the screen, so that the next frame is written whole.
    pub(crate) fn clear(&mut self) -> io::Result<()> {
        // Ratatui's own clear asks the terminal where the cursor is, and fails where nothing answers.
        let area = Rect::from((Position::ORIGIN, self.inner.size()?));
        self.inner.resize(area)
    }

    /// Takes the terminal again after it was given back or after someone else may have changed it.
    pub(crate) fn enter(&mut self) -> io::Result<()> {
        // Raw mode is set anew even if it was never left: another process may have changed it.
        disable_raw_mode()?;
        self.taken.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        execute!(self.inner.backend_mut(), EnterAlternateScreen, EnableBracketedPaste)?;
        if self.listening.mouse {
            execute!(self.inner.backend_mut(), Clicks)?;
        }
        if self.listening.keys {
            let apart = PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES);
            execute!(self.inner.backend_mut(), apart)?;
        }
        self.clear()
    }

    /// Asks the terminal to put text on the clipboard of the machine that it runs on, over SSH too
    /// (OSC 52); whether it does, it does not tell. False for a text that is too long for that.
    pub(crate) fn copy(&mut self, text: &str) -> io::Result<bool> {
        if text.len() > MOST_COPIED {
            return Ok(false);
        }
        execute!(self.inner.backend_mut(), CopyToClipboard::to_clipboard_from(text))?;
        Ok(true)
    }

    /// Gives the terminal back.
    pub(crate) fn leave(&mut self) -> io::Result<()> {
        restore(&self.taken, self.listening)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The terminal may be gone; there is nobody left to tell.
        let _ = self.leave();
    }
}

/// Gives the terminal back, once.
fn restore(taken: &AtomicBool, listening: Listening) -> io::Result<()> {
    if !taken.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    let raw = disable_raw_mode();
    let mut out = io::stdout();
    let keys = if listening.keys { execute!(out, PopKeyboardEnhancementFlags) } else { Ok(()) };
    let screen = execute!(out, EndSynchronizedUpdate, NoClicks, DisableBracketedPaste, LeaveAlternateScreen, Show);
    raw.and(keys).and(screen).and_then(|()| out.flush())
}

/// Gives the terminal back before a panic of this thread is told, so that the message can be read. A panic
/// of another thread does not end the dashboard and must not write over it: who started the thread tells.
fn restore_on_panic(taken: Arc<AtomicBool>, listening: Listening) {
    let before = panic::take_hook();
    let owner = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != owner && taken.load(Ordering::SeqCst) {
            return;
        }
        let _ = restore(&taken, listening);
        before(info);
    }));
}
