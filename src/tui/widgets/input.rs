//! A line that is typed: for the search and for filters.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use tui_input::{Input, InputRequest};

use super::text::{put, put_char, shown, width};
use crate::tui::theme::Theme;

/// Most characters of a line where nothing else is told: a pasted report is no name.
const MOST: usize = 100;

/// A line that is typed.
#[derive(Clone, Debug)]
pub(crate) struct TypedLine {
    input: Input,
    /// Characters, at most.
    most: usize,
}

impl Default for TypedLine {
    fn default() -> Self {
        Self::with_room(MOST)
    }
}

impl TypedLine {
    /// An empty line with room for so many characters.
    pub(crate) fn with_room(most: usize) -> Self {
        Self { input: Input::default(), most }
    }

    /// A line in which a text stands, as if it had been typed.
    pub(crate) fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// The text.
    pub(crate) fn value(&self) -> &str {
        self.input.value()
    }

    /// Changes the line; true when its text has changed and not only where the cursor stands.
    pub(crate) fn edit(&mut self, request: InputRequest) -> bool {
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Types the first line of a text, without control characters, as far as there is room; true when
    /// something was typed.
    pub(crate) fn insert(&mut self, text: &str) -> bool {
        let line = text.trim_start().split(['\r', '\n']).next().unwrap_or_default();
        // A blank that is typed alone stays one.
        let line = if line.is_empty() { text } else { line };
        let room = self.most.saturating_sub(self.value().chars().count());
        let mut changed = false;
        for character in line.chars().filter(|character| !character.is_control()).take(room) {
            changed |= self.edit(InputRequest::InsertChar(character));
        }
        changed
    }

    /// Draws the line behind a prompt, or what can be typed while it is empty, into the first row of `area`.
    /// Returns where the cursor stands.
    pub(crate) fn draw_after(&self, prompt: &str, hint: &str, theme: &Theme, area: Rect, buf: &mut Buffer) -> Position {
        let used = 1 + put(buf, area.x + 1, area.y, area.width.saturating_sub(1), prompt, theme.search.prompt);
        let room = Rect { x: area.x + used, width: area.width.saturating_sub(used + 1), ..area };
        if self.value().is_empty() {
            put(buf, room.x, room.y, room.width, hint, theme.pane.empty);
        }
        self.draw(room, theme.search.input, buf)
    }

    /// Draws the line into the first row of `area`; of a long text the part around the cursor. Returns
    /// where the cursor stands.
    pub(crate) fn draw(&self, area: Rect, style: Style, buf: &mut Buffer) -> Position {
        let before: String = self.value().chars().take(self.input.cursor()).collect();
        let mut skipped = width(&before).saturating_sub(area.width.saturating_sub(1));
        let (mut at, mut skip) = (area.x, skipped);
        for (character, cells) in self.value().chars().filter_map(shown) {
            if skip > 0 {
                // A wide character that straddles the edge goes whole.
                skipped += cells.saturating_sub(skip);
                skip = skip.saturating_sub(cells);
            } else {
                at += put_char(buf, at, area.y, area.right(), character, style);
            }
        }
        let x = (area.x + width(&before).saturating_sub(skipped)).min(area.right());
        Position::new(x, area.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, cells: u16) -> (String, u16) {
        let mut line = TypedLine::default();
        line.insert(text);
        let area = Rect::new(0, 0, cells, 1);
        let mut buf = Buffer::empty(area);
        let cursor = line.draw(area, Style::new(), &mut buf);
        (buf.content().iter().map(ratatui::buffer::Cell::symbol).collect(), cursor.x)
    }

    #[test]
    fn the_end_of_a_long_line_is_in_sight() {
        assert_eq!(drawn("abc", 6), ("abc   ".to_owned(), 3));
        assert_eq!(drawn("abcdefgh", 6), ("defgh ".to_owned(), 5));
        assert_eq!(drawn("长垣市", 6), ("垣 市   ".to_owned(), 4));
        assert_eq!(drawn("abc", 0).1, 0);
    }

    #[test]
    fn only_the_first_line_without_control_characters_is_typed() {
        let mut line = TypedLine::default();
        assert!(line.insert("长\u{7}垣\n第二行"));
        assert!(!line.insert("\n"));
        assert_eq!(line.value(), "长垣");
        line.insert(&"a".repeat(1000));
        assert_eq!(line.value().chars().count(), MOST);
    }
}
