//! Does what is chosen in the palette.

use super::{Command, Update};
use crate::tui::{
    panes::palette::What,
    state::{Message, Window},
};

impl Update<'_> {
    pub(super) fn open_palette(&mut self) {
        self.state.palette.clear();
        self.state.window = Some(Window::Palette);
    }

    /// Does what the chosen entry asks for, as if its keys had been pressed.
    pub(super) fn run(&mut self) -> Option<Command> {
        let entry = self.answers.palette.answer().and_then(|answer| self.state.palette.selected(answer))?;
        let (what, applies) = (entry.what, entry.applies);
        self.state.window = None;
        match what {
            What::Binding(binding) if !applies => {
                self.state.message = Some(Message::OnlyIn(binding.context));
                None
            }
            what => self.change(what.action()),
        }
    }
}
