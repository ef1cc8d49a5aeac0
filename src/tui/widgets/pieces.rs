//! A line of pieces of text, some of which ask for something when they are pressed.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::text::{put, width};
use crate::tui::action::Action;

/// A piece of text, and what it asks for when it is pressed.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    text: String,
    style: Style,
    asks: Option<Action>,
    area: Rect,
}

impl Piece {
    /// A piece that has no place yet.
    pub(crate) fn new(text: impl Into<String>, style: Style, asks: Option<Action>) -> Self {
        Self { text: text.into(), style, asks, area: Rect::ZERO }
    }
}

/// Pieces of one line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pieces(Vec<Piece>);

/// Cells that pieces take beside each other.
pub(crate) fn cells(pieces: &[Piece]) -> u16 {
    pieces.iter().map(|piece| width(&piece.text)).sum()
}

impl Pieces {
    /// Places pieces beside each other from the left end of `line`, cut where it ends; returns the cells
    /// they take.
    pub(crate) fn place(&mut self, line: Rect, pieces: impl IntoIterator<Item = Piece>) -> u16 {
        let mut x = line.x;
        for piece in pieces {
            let cells = width(&piece.text).min(line.right().saturating_sub(x));
            self.0.push(Piece { area: Rect { x, width: cells, height: 1, ..line }, ..piece });
            x += cells;
        }
        x - line.x
    }

    /// Places pieces so that they end where `line` does; returns the cells they take.
    pub(crate) fn place_right(&mut self, line: Rect, pieces: Vec<Piece>) -> u16 {
        let cells = cells(&pieces).min(line.width);
        self.place(Rect { x: line.right() - cells, width: cells, ..line }, pieces)
    }

    /// Draws them.
    pub(crate) fn draw(&self, buf: &mut Buffer) {
        for Piece { text, style, area, .. } in &self.0 {
            put(buf, area.x, area.y, area.width, text, *style);
        }
    }

    /// What the piece at a place asks for.
    pub(crate) fn press(&self, at: Position) -> Option<Action> {
        self.0.iter().find(|piece| piece.area.contains(at))?.asks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::state::View;

    #[test]
    fn a_press_asks_for_what_the_piece_under_it_does() {
        let (style, line) = (Style::new(), Rect::new(0, 0, 20, 1));
        let asks = |view| Some(Action::View(view));
        let mut pieces = Pieces::default();
        let left = [Piece::new("概览", style, asks(View::Overview)), Piece::new("  ", style, None)];
        assert_eq!(pieces.place(line, left), 6);
        assert_eq!(pieces.place_right(line, vec![Piece::new("地图", style, asks(View::Map))]), 4);
        let at = |x| pieces.press(Position { x, y: 0 });
        assert_eq!(
            [at(0), at(3), at(4), at(15), at(16), at(19)],
            [asks(View::Overview), asks(View::Overview), None, None, asks(View::Map), asks(View::Map)]
        );
        assert_eq!(pieces.press(Position { x: 0, y: 1 }), None);
    }

    #[test]
    fn pieces_are_cut_where_the_line_ends() {
        let mut pieces = Pieces::default();
        let line = Rect::new(0, 0, 5, 1);
        pieces.place(line, [Piece::new("长垣市", Style::new(), None), Piece::new("x", Style::new(), None)]);
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        pieces.draw(&mut buf);
        let drawn: String = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(drawn, "长 垣 …   ");
    }
}
