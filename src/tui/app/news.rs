//! Takes news from outside: how far reading has come, and what was read.

use std::mem;

use super::App;
use crate::tui::{
    News, Read,
    archive::Archive,
    carry::Carry,
    corrections,
    panes::form::Stage,
    state::{Message, Saving, View, Way},
};

impl App {
    /// Takes news from outside.
    pub fn hear(&mut self, news: News) {
        match news {
            News::Reading(reading) => self.state.reading = reading,
            News::Unchanged => {
                self.state.reading = None;
                self.state.message = Some(Message::Unchanged);
            }
            News::Read(read) => self.take(*read),
            News::Unread(why) => {
                self.state.reading = None;
                self.state.message = Some(Message::Unread(why));
            }
            News::Unwatched(why) => {
                self.stands(why.clone());
                self.state.message = Some(Message::Unwatched(why));
            }
            News::Clipboard(copied) => {
                if let Some(Message::Copied(.., way)) = &mut self.state.message {
                    *way = match (copied, &*way) {
                        (Ok(()), _) => Way::System,
                        (Err(_), Way::Unknown | Way::Terminal | Way::System) => Way::Terminal,
                        (Err(why), Way::Nowhere(_)) => Way::Nowhere(why),
                    };
                }
            }
            News::Corrected(result) => self.saved(result.map(drop)),
            News::Written(Ok(path)) => self.state.message = Some(Message::Written(path)),
            News::Written(Err(why)) => self.state.message = Some(Message::Unwritten(why)),
        }
    }

    /// Notes what holds whatever is read, once.
    pub(super) fn stands(&mut self, told: String) {
        if !self.standing.contains(&told) {
            self.archive.notices.push(told.clone());
            self.standing.push(told);
        }
    }

    /// Tells how saving a correction went. The form stays open until it is saved.
    fn saved(&mut self, result: Result<(), String>) {
        let Some(Saving { told, outcome, in_form }) = self.state.saving.pop_front() else { return };
        match result {
            Ok(()) => {
                if in_form {
                    self.state.form = None;
                    self.state.window = None;
                    self.state.page.unpick();
                }
                self.state.corrected = outcome;
                self.state.unseen = true;
                self.state.message = Some(Message::Saved(told));
            }
            Err(why) => {
                if let Some(form) = self.state.form.as_mut().filter(|_| in_form) {
                    form.stage = Stage::Failed(why.clone());
                }
                self.stands(why.clone());
                self.state.message = Some(Message::Unsaved(why));
            }
        }
        self.update().follow();
    }

    /// Tells that the terminal takes no text as long as the one that is to be copied.
    pub(crate) fn terminal_declines(&mut self) {
        if let Some(Message::Copied(.., way)) = &mut self.state.message {
            *way = Way::Nowhere("…".to_owned());
        }
    }

    /// Shows what was read in place of what was shown before; what is chosen stays chosen.
    fn take(&mut self, read: Read) {
        let Read { mut opened, search, read, gone, stopped } = read;
        opened.notices.extend_from_slice(&self.standing);
        let before = mem::replace(&mut self.archive, Archive::new(opened).with_search(search));
        self.archive.as_read = before.as_read;
        let answers = mem::take(&mut self.answers);
        let carry = Carry { from: &before.atlas, to: &self.archive.atlas };
        let figure = answers.figure(&self.state).and_then(|figure| carry.figure(figure));
        let corrected = self.state.corrected.as_ref().and_then(|figure| corrections::find(&self.archive.atlas, figure));
        let saved = self.state.message.take().filter(|message| matches!(message, Message::Saved(_)));
        self.state.carry_over(&answers, &carry, &self.archive);
        self.state.acts.carry_over(&before.corrections, &self.archive.corrections);
        self.state.unseen = false;
        self.state.reading = None;
        self.restore();
        self.state.message = match stopped {
            Some(reading) => Some(Message::Stopped(reading.done, reading.all)),
            None if before.atlas.is_empty() => Message::of_notices(self.archive.notices.len()),
            None if self.archive.notices.len() > before.notices.len() => {
                Message::of_notices(self.archive.notices.len())
            }
            None if saved.is_some() => saved,
            None => Some(Message::ReadAgain(read, gone)),
        };
        self.update().follow();
        if let Some(figure) = corrected {
            self.state.corrected = None;
            return self.update().return_to_figure(figure);
        }
        // The list of figures begins anew with every other answer.
        if let (View::Overview, Some(figure)) = (self.state.view, figure)
            && let Some(detail) = self.answers.detail.answer()
        {
            self.state.detail.select(figure, detail);
            self.update().follow();
        }
    }
}
