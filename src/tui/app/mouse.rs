//! Takes what the mouse does.

use ratatui::layout::Position;

use super::App;
use crate::tui::{
    action::Action,
    event::{Gesture, Mouse},
    update::{
        Command,
        mouse::{Part, Under},
    },
    widgets::scroll::Step,
};

/// Steps that a notch of the wheel is worth where it moves a cursor.
const STEPS: usize = 3;

impl App {
    /// Presses the mouse at a cell; gives what that asks of the world outside.
    pub fn click(&mut self, x: u16, y: u16) -> Option<Command> {
        self.mouse(Mouse { at: Position { x, y }, does: Gesture::Click })
    }

    /// Presses it twice.
    pub fn double_click(&mut self, x: u16, y: u16) -> Option<Command> {
        self.click(x, y).or_else(|| self.mouse(Mouse { at: Position { x, y }, does: Gesture::DoubleClick }))
    }

    /// Turns its wheel by a notch.
    pub fn wheel(&mut self, x: u16, y: u16, down: bool) {
        let does = if down { Gesture::WheelDown } else { Gesture::WheelUp };
        self.mouse(Mouse { at: Position { x, y }, does });
    }

    /// Takes what the mouse does.
    pub(crate) fn mouse(&mut self, mouse: Mouse) -> Option<Command> {
        let under = Under::at(mouse.at, &self.state, &self.answers, &self.look());
        match mouse.does {
            Gesture::Click => self.press_at(under),
            Gesture::DoubleClick => {
                let command = self.press_at(under);
                if under.opens() { self.apply(Action::Open) } else { command }
            }
            Gesture::WheelDown => self.turn(under.part, true),
            Gesture::WheelUp => self.turn(under.part, false),
        }
    }

    fn press_at(&mut self, under: Under) -> Option<Command> {
        self.state.pending.clear();
        if let Part::Pane(focus) = under.part {
            self.apply(Action::Focus(focus));
        }
        under.asks.and_then(|action| self.apply(action))
    }

    fn turn(&mut self, part: Part, down: bool) -> Option<Command> {
        match part {
            Part::Pane(pane) => self.update().wheel(pane, down),
            Part::Main | Part::Window => {
                let step = if down { Step::Down } else { Step::Up };
                return (0..STEPS).find_map(|_| self.apply(Action::Move(step)));
            }
            Part::Behind | Part::Other => {}
        }
        None
    }
}
