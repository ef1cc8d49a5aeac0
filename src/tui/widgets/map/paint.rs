//! A map in colours: half a cell a pixel.

use ratatui::{buffer::Buffer, layout::Rect, style::Color, style::Style};

use super::Raster;
use crate::tui::widgets::text::put;

/// How a region is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    /// The colour of its ground.
    pub(crate) ground: Color,
    /// The colour along its border, for the one that is to be seen.
    pub(crate) rim: Option<Color>,
}

/// Pixels that a region must have on average for borders of a whole pixel.
const ROOM: usize = 500;

/// Paints a map into `area`. Where regions are large, lines of the colour of `border` run between them;
/// where they are small, thinner ones between those that their ground does not tell apart.
pub(crate) fn paint(raster: &Raster, shade: impl Fn(usize) -> Shade, border: Style, area: Rect, buf: &mut Buffer) {
    let line = border.fg.filter(|_| raster.room() >= ROOM);
    let painter = Painter { raster, shade, line };
    for line in 0..area.height.min(raster.size.height) {
        for column in 0..area.width.min(raster.size.width) {
            let (x, y) = (area.x + column, area.y + line);
            match [2 * line, 2 * line + 1].map(|row| painter.colour(column, row)) {
                [None, None] => {}
                [Some(upper), None] => _ = put(buf, x, y, 1, "▀", Style::new().fg(upper)),
                [None, Some(lower)] => _ = put(buf, x, y, 1, "▄", Style::new().fg(lower)),
                [Some(upper), Some(lower)] if upper != lower => {
                    put(buf, x, y, 1, "▀", Style::new().fg(upper).bg(lower));
                }
                [Some(ground), Some(_)] => {
                    put(buf, x, y, 1, painter.line(column, line, ground), border.bg(ground));
                }
            }
        }
    }
}

struct Painter<'a, S> {
    raster: &'a Raster,
    shade: S,
    /// The colour of pixels along borders, where there is room for them.
    line: Option<Color>,
}

impl<S: Fn(usize) -> Shade> Painter<'_, S> {
    /// The colour of a pixel; `None` outside all regions.
    fn colour(&self, column: u16, row: u16) -> Option<Color> {
        let own = self.raster.owner(column, row)?;
        let shade = (self.shade)(own);
        if let Some(rim) = shade.rim {
            return Some(if self.raster.is_edge(column, row) { rim } else { shade.ground });
        }
        // One of the two sides has the line; none has it beside a rim.
        let beyond = |column, row| self.raster.owner(column, row).filter(|other| *other != own);
        let mut others = [beyond(column + 1, row), beyond(column, row + 1)].into_iter().flatten();
        let line = self.line.filter(|_| others.any(|other| (self.shade)(other).rim.is_none()));
        Some(line.unwrap_or(shade.ground))
    }

    /// What is drawn in a cell of one colour: the line between two regions of that colour, or nothing.
    fn line(&self, column: u16, line: u16, ground: Color) -> &'static str {
        let [upper, lower] = self.raster.halves(column, line);
        // Another region of the same colour.
        let meets = |column: u16, row: u16, own: Option<usize>| {
            self.raster.owner(column, row) != own && self.colour(column, row) == Some(ground)
        };
        let left = column.checked_sub(1);
        if upper != lower {
            "─"
        } else if left.is_some_and(|left| meets(left, 2 * line, upper) && meets(left, 2 * line + 1, lower)) {
            "▏"
        } else if line > 0 && meets(column, 2 * line - 1, upper) {
            "▔"
        } else {
            " "
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::query::map::{Corner, Point};

    /// Four regions in the corners of a square of 8 × 8 pixels; the first two have one colour.
    fn painted(rim: Option<Color>, scale: u16) -> Buffer {
        let rectangle = |left: f64, top: f64| {
            [(left, top), (left + 4.0, top), (left + 4.0, top + 4.0), (left, top + 4.0)]
                .map(|(x, y)| Corner { at: Point { x, y }, beyond: None })
        };
        let corners = [rectangle(0.0, 0.0), rectangle(4.0, 0.0), rectangle(0.0, 4.0), rectangle(4.0, 4.0)];
        let shapes: Vec<_> = corners.iter().enumerate().map(|(owner, corners)| (owner, corners.as_slice())).collect();
        let raster = Raster::new(&shapes, Size { width: 8 * scale, height: 4 * scale });
        let shade = |owner| match owner {
            0 | 1 => Shade { ground: Color::Blue, rim: rim.filter(|_| owner == 0) },
            2 => Shade { ground: Color::Green, rim: None },
            _ => Shade { ground: Color::Red, rim: None },
        };
        let area = Rect::new(0, 0, 8 * scale, 4 * scale);
        let mut buf = Buffer::empty(area);
        paint(&raster, shade, Style::new().fg(Color::Black), area, &mut buf);
        buf
    }

    #[test]
    fn a_line_is_drawn_only_where_colours_are_alike() {
        let buf = painted(None, 1);
        assert_eq!((buf[(4, 0)].symbol(), buf[(4, 0)].bg), ("▏", Color::Blue));
        assert_eq!((buf[(4, 2)].symbol(), buf[(4, 2)].bg), (" ", Color::Red));
        assert_eq!((buf[(0, 2)].symbol(), buf[(0, 2)].bg), (" ", Color::Green));
    }

    #[test]
    fn large_regions_have_a_line_of_pixels_between_them() {
        let buf = painted(None, 6);
        assert_eq!((buf[(23, 0)].symbol(), buf[(23, 0)].bg), (" ", Color::Black));
        assert_eq!((buf[(24, 0)].symbol(), buf[(24, 0)].bg), (" ", Color::Blue), "on one side only");
        assert_eq!((buf[(3, 11)].symbol(), buf[(3, 11)].fg, buf[(3, 11)].bg), ("▀", Color::Blue, Color::Black));
        let lit = painted(Some(Color::Yellow), 6);
        assert_eq!(lit[(23, 0)].bg, Color::Yellow, "the rim needs no line");
    }

    #[test]
    fn the_rim_goes_around_the_region() {
        let buf = painted(Some(Color::Yellow), 1);
        // The rim takes a pixel: half a cell at the top, a whole one at the left.
        assert_eq!((buf[(1, 0)].symbol(), buf[(1, 0)].fg, buf[(1, 0)].bg), ("▀", Color::Yellow, Color::Blue));
        assert_eq!((buf[(0, 0)].symbol(), buf[(0, 0)].bg), (" ", Color::Yellow));
        assert_eq!((buf[(4, 0)].symbol(), buf[(4, 0)].bg), (" ", Color::Blue), "the rim tells the two apart");
    }
}
