//! A map without colours: a character a class, and lines between regions where there is room for them.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::Raster;
use crate::tui::widgets::text::put;

/// Pixels that a region must have on average for lines between them.
const ROOM: usize = 60;

/// Draws a map into `area`: each cell of a region shows its mark in its style. Lines run between regions
/// of one mark where there is room for them.
pub(crate) fn plain(
    raster: &Raster,
    mark: impl Fn(usize) -> (&'static str, Style),
    border: Style,
    area: Rect,
    buf: &mut Buffer,
) {
    let owner = |column: u16, line: u16| raster.at(Position { x: column, y: line });
    for line in 0..area.height.min(raster.size.height) {
        for column in 0..area.width.min(raster.size.width) {
            let Some(own) = owner(column, line) else { continue };
            let (text, style) = mark(own);
            let alike = |column, line| {
                raster.room() >= ROOM && owner(column, line).is_some_and(|other| other != own && mark(other).0 == text)
            };
            let (text, style) = match (alike(column + 1, line), alike(column, line + 1)) {
                (false, false) => (text, style),
                (true, false) => ("│", border),
                (false, true) => ("─", border),
                (true, true) => ("┘", border),
            };
            put(buf, area.x + column, area.y + line, 1, text, style);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::query::map::{Corner, Point};

    fn drawn(marks: [&'static str; 2], width: u16, height: u16) -> Vec<String> {
        let rectangle = |left: f64| {
            [(left, 0.0), (left + 4.0, 0.0), (left + 4.0, 8.0), (left, 8.0)]
                .map(|(x, y)| Corner { at: Point { x, y }, beyond: None })
        };
        let corners = [rectangle(0.0), rectangle(4.0)];
        let shapes: Vec<_> = corners.iter().enumerate().map(|(owner, corners)| (owner, corners.as_slice())).collect();
        let raster = Raster::new(&shapes, Size { width, height });
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        plain(&raster, |owner| (marks[owner], Style::new()), Style::new(), area, &mut buf);
        let cell = |(x, y)| buf[(x, y)].symbol().to_owned();
        (0..height).map(|y| (0..width).map(|x| cell((x, y))).collect()).collect()
    }

    #[test]
    fn regions_of_one_mark_are_told_apart_by_a_line_where_there_is_room() {
        assert_eq!(drawn(["░", "█"], 12, 6)[0], "░░░░░░██████");
        assert_eq!(drawn(["░", "░"], 12, 6)[0], "░░░░░│░░░░░░");
        assert_eq!(drawn(["░", "░"], 4, 2), ["░░░░", "░░░░"]);
    }
}
