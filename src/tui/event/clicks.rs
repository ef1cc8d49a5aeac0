//! Presses of the mouse as clicks and double clicks.

use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{Gesture, Mouse};

/// Two presses on one cell within so long are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Remembers the last press.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, Position)>,
}

impl Clicks {
    /// What a report of the mouse means; releases, other buttons and movements mean nothing.
    pub(super) fn take(&mut self, event: MouseEvent) -> Option<Mouse> {
        self.take_at(event, Instant::now())
    }

    fn take_at(&mut self, event: MouseEvent, now: Instant) -> Option<Mouse> {
        let at = Position { x: event.column, y: event.row };
        let does = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let double = self.last.is_some_and(|(then, place)| place == at && now - then <= DOUBLE);
                // A third press is a single click again.
                self.last = (!double).then_some((now, at));
                if double { Gesture::DoubleClick } else { Gesture::Click }
            }
            MouseEventKind::ScrollDown => Gesture::WheelDown,
            MouseEventKind::ScrollUp => Gesture::WheelUp,
            _ => return None,
        };
        Some(Mouse { at, does })
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    fn does(clicks: &mut Clicks, kind: MouseEventKind, column: u16, now: Instant) -> Option<Gesture> {
        let event = MouseEvent { kind, column, row: 2, modifiers: KeyModifiers::NONE };
        clicks.take_at(event, now).map(|mouse| mouse.does)
    }

    #[test]
    fn two_quick_presses_on_a_cell_are_a_double_click() {
        let (clicks, start) = (&mut Clicks::default(), Instant::now());
        let down = MouseEventKind::Down(MouseButton::Left);
        let mut at = |column, millis| does(clicks, down, column, start + Duration::from_millis(millis));
        assert_eq!(at(5, 0), Some(Gesture::Click));
        assert_eq!(at(5, 200), Some(Gesture::DoubleClick));
        assert_eq!(at(5, 300), Some(Gesture::Click), "the third is none");
        assert_eq!(at(5, 900), Some(Gesture::Click), "too late");
        assert_eq!(at(6, 950), Some(Gesture::Click), "elsewhere");
    }

    #[test]
    fn only_the_left_button_and_the_wheel_count() {
        let (clicks, now) = (&mut Clicks::default(), Instant::now());
        let none =
            [MouseEventKind::Moved, MouseEventKind::Up(MouseButton::Left), MouseEventKind::Down(MouseButton::Right)];
        assert!(none.into_iter().all(|kind| does(clicks, kind, 1, now).is_none()));
        assert_eq!(does(clicks, MouseEventKind::ScrollUp, 1, now), Some(Gesture::WheelUp));
        assert_eq!(does(clicks, MouseEventKind::ScrollDown, 1, now), Some(Gesture::WheelDown));
    }
}
