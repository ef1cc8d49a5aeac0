//! The world outside the dashboard: files, the clipboard, the reader.

use super::{clipboard::Clipboard, failure::say, scribe::Scribe, session::Keeper, watch::Background, writer::Writer};
use crate::{
    model::correction::Deed,
    tui::{Host, Session},
};

/// The world outside the dashboard.
pub(super) struct Outside {
    pub(super) keeper: Keeper,
    /// Reads and watches, where there is anything to read.
    pub(super) background: Option<Background>,
    pub(super) clipboard: Clipboard,
    pub(super) scribe: Scribe,
    pub(super) writer: Writer,
}

impl Host for Outside {
    fn write(&mut self, name: String, content: Vec<u8>) {
        self.writer.write(name, content);
    }

    fn copy(&mut self, text: &str) {
        self.clipboard.copy(text);
    }

    fn read_again(&mut self) {
        if let Some(background) = &self.background {
            background.read_again();
        }
    }

    fn correct(&mut self, deed: Deed, note: String) {
        self.scribe.write(deed, note);
    }

    fn finish(&mut self, untold: usize) {
        if untold > 0 {
            say!("xianzhi: waiting until the last correction is on the disk");
        }
        for failure in self.scribe.finish(untold) {
            say!("xianzhi: {failure}");
        }
    }

    fn remember(&mut self, session: Session) {
        self.keeper.keep(session);
    }

    fn stop_reading(&mut self) {
        if let Some(background) = &self.background {
            background.stop();
        }
    }
}
