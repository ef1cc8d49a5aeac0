//! Takes news from outside: how far reading has come, and what was read.

use std::mem;

use super::App;
use crate::tui::{
    News, Read,
    archive::Archive,
    carry::Carry,
    state::{Message, View},
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
                self.archive.notices.push(why.clone());
                self.standing.push(why.clone());
                self.state.message = Some(Message::Unwatched(why));
            }
            News::Clipboard(_) | News::Written(_) => {}
        }
    }

    /// Shows what was read in place of what was shown before; what is chosen stays chosen.
    fn take(&mut self, read: Read) {
        let Read { mut opened, search, read, gone, stopped } = read;
        opened.notices.extend_from_slice(&self.standing);
        let before = mem::replace(&mut self.archive, Archive::new(opened).with_search(search));
        let answers = mem::take(&mut self.answers);
        let carry = Carry { from: &before.atlas, to: &self.archive.atlas };
        let figure = answers.figure(&self.state).and_then(|figure| carry.figure(figure));
        self.state.carry_over(&answers, &carry);
        self.state.reading = None;
        self.restore();
        self.state.message = match stopped {
            Some(reading) => Some(Message::Stopped(reading.done, reading.all)),
            None if before.atlas.is_empty() => Message::of_notices(self.archive.notices.len()),
            None if self.archive.notices.len() > before.notices.len() => {
                Message::of_notices(self.archive.notices.len())
            }
            None => Some(Message::ReadAgain(read, gone)),
        };
        self.update().follow();
        // The list of figures begins anew with every other answer.
        if let (View::Overview, Some(figure)) = (self.state.view, figure)
            && let Some(detail) = self.answers.detail.answer()
            && let Some(place) = detail.figures.iter().position(|reading| reading.id == figure)
        {
            self.state.detail.scroll.cursor = place;
            self.update().follow();
        }
    }
}
