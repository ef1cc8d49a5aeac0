//! Horizontal bars to an eighth of a cell.

use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
};

use super::text::{put, put_right};

/// Eighths of a cell from the left.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Draws a bar of `part` (0 to 1) of `cells` cells at (`x`, `y`); a part above 0 shows at least a sliver.
pub(crate) fn bar(buf: &mut Buffer, x: u16, y: u16, cells: u16, part: f64, style: Style) {
    put(buf, x, y, cells, &text(cells, part), style);
}

/// Draws a bar that grows from the right end of `cells` cells at (`x`, `y`) to the left, to half a cell:
/// terminals have no finer blocks that stand on the right.
pub(crate) fn bar_to_left(buf: &mut Buffer, x: u16, y: u16, cells: u16, part: f64, style: Style) {
    put_right(buf, x, y, cells, &text_to_left(cells, part), style);
}

fn text_to_left(cells: u16, part: f64) -> String {
    let halves = eighths(cells, part).div_ceil(4);
    let half = if halves.is_multiple_of(2) { "" } else { "▐" };
    half.to_owned() + &"█".repeat(halves / 2)
}

/// A bar of whole cells, at least one, for what does not stand beside the others on equal terms.
pub(crate) fn hatched(cells: u16, part: f64) -> String {
    "▒".repeat(eighths(cells, part).div_ceil(8))
}

/// The bar as text.
pub(crate) fn text(cells: u16, part: f64) -> String {
    blocks(eighths(cells, part))
}

/// Where bars of several values begin: at zero, which stands so far from the left that the least of them
/// has room when it is below zero, on one scale for both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// Cells below zero: those at the left.
    pub(super) left: u16,
    /// Cells above zero: those at the right.
    pub(super) right: u16,
    /// What a cell stands for.
    cell: f64,
}

impl Scale {
    /// The scale on which all of the values fit `cells` cells.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>, cells: u16) -> Self {
        let (low, high) = (values.into_iter().filter(|value| value.is_finite()))
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let share = if low < 0.0 { -low / (high - low) } else { 0.0 };
        let left = ((share * f64::from(cells)).round() as u16).max(u16::from(low < 0.0)).min(cells);
        let left = if high > 0.0 { left.min(cells.saturating_sub(1)) } else { left };
        let right = cells - left;
        let cell = (-low / f64::from(left.max(1))).max(high / f64::from(right.max(1)));
        Self { left, right, cell }
    }

    /// Draws the bar of a value at (`x`, `y`), where the cells of the scale begin: from zero to the right,
    /// of a value below zero to the left.
    pub(crate) fn draw(self, buf: &mut Buffer, x: u16, y: u16, value: f64, style: Style) {
        let zero = x + self.left;
        let eighths = self.eighths(value);
        let whole = (eighths / 8) as u16;
        if value >= 0.0 {
            put(buf, zero, y, self.right, &blocks(eighths), style);
            return;
        }
        put(buf, zero - whole, y, whole, &blocks(eighths - eighths % 8), style);
        if !eighths.is_multiple_of(8) {
            // There are no blocks for the right eighths of a cell: the left ones are left out instead.
            let rest = EIGHTHS[8 - eighths % 8];
            put(buf, zero - whole - 1, y, 1, rest, style.add_modifier(Modifier::REVERSED));
        }
    }

    /// Draws a thin bar, to whole cells, for what is derived.
    pub(crate) fn draw_thin(self, buf: &mut Buffer, x: u16, y: u16, value: f64, style: Style) {
        let cells = self.eighths(value).div_ceil(8) as u16;
        let zero = x + self.left;
        put(buf, if value < 0.0 { zero - cells } else { zero }, y, cells, &"─".repeat(cells.into()), style);
    }

    /// How many eighths of a cell the bar of a value is long, on its side of zero; at least one unless the
    /// value is zero.
    pub(super) fn eighths(self, value: f64) -> usize {
        let cells = if value < 0.0 { self.left } else { self.right };
        eighths(cells, value.abs() / self.cell / f64::from(cells))
    }
}

/// So many eighths of a cell as text.
fn blocks(eighths: usize) -> String {
    let mut text = "█".repeat(eighths / 8);
    text.push_str(EIGHTHS[eighths % 8]);
    text
}

/// How many eighths of a cell a part of `cells` cells is; a part above 0 is at least one.
fn eighths(cells: u16, part: f64) -> usize {
    let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
    let whole = u32::from(cells) * 8;
    ((part * f64::from(whole)).round() as u32).max(u32::from(part > 0.0)).min(whole) as usize
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(text(4, 1.0), "████");
        assert_eq!(text(4, 0.5), "██");
        assert_eq!(text(4, 0.28), "█▏");
        assert_eq!(text(4, 0.0001), "▏");
        assert_eq!(text(4, 0.0), "");
        assert_eq!(text(0, 1.0), "");
        for part in [f64::NAN, f64::INFINITY, -3.0] {
            assert_eq!(text(4, part), "");
        }
        assert_eq!(text(4, 7.0), "████");
    }

    #[test]
    fn a_bar_to_the_left_is_as_long_in_halves() {
        assert_eq!(text_to_left(4, 1.0), "████");
        assert_eq!(text_to_left(4, 0.6), "▐██");
        assert_eq!(text_to_left(4, 0.0001), "▐");
        assert_eq!((text_to_left(4, 0.0), text_to_left(0, 1.0)), (String::new(), String::new()));
        assert_eq!((hatched(4, 0.6), hatched(4, 0.0)), ("▒▒▒".to_owned(), String::new()));
    }

    fn drawn(values: [f64; 3]) -> [String; 3] {
        let scale = Scale::of(values, 8);
        values.map(|value| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
            scale.draw(&mut buf, 0, 0, value, Style::new());
            buf.content().iter().map(ratatui::buffer::Cell::symbol).collect()
        })
    }

    #[test]
    fn bars_begin_at_zero_and_go_to_either_side() {
        assert_eq!(drawn([8.0, 4.0, 0.0]), ["████████", "████    ", "        "]);
        assert_eq!(drawn([6.0, -2.0, 3.0]), ["  ██████", "██      ", "  ███   "]);
        assert_eq!(drawn([-4.0, -2.0, -8.0]), ["    ████", "      ██", "████████"]);
        // The cell that is left out in part is drawn in reverse.
        assert_eq!(drawn([7.0, -1.0, -0.5]), [" ███████", "█       ", "▌       "]);
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        Scale::of([6.0, -2.0], 8).draw_thin(&mut buf, 0, 0, 1.5, Style::new());
        assert_eq!(buf.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>(), "  ──    ");
        assert_eq!(drawn([f64::NAN, f64::INFINITY, 1.0])[2], "████████");
        for cells in 0..3 {
            let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
            Scale::of([-1.0, 1.0], cells).draw(&mut buf, 0, 0, -1.0, Style::new());
        }
    }
}
