//! Horizontal bars to an eighth of a cell.

use ratatui::{buffer::Buffer, style::Style};

use super::text::put;

/// Eighths of a cell from the left.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Draws a bar of `part` (0 to 1) of `cells` cells at (`x`, `y`); a part above 0 shows at least a sliver.
pub(crate) fn bar(buf: &mut Buffer, x: u16, y: u16, cells: u16, part: f64, style: Style) {
    put(buf, x, y, cells, &text(cells, part), style);
}

/// The bar as text.
pub(crate) fn text(cells: u16, part: f64) -> String {
    let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
    let whole = u32::from(cells) * 8;
    let eighths = ((part * f64::from(whole)).round() as u32).max(u32::from(part > 0.0)).min(whole) as usize;
    let mut text = "█".repeat(eighths / 8);
    text.push_str(EIGHTHS[eighths % 8]);
    text
}

#[cfg(test)]
mod tests {
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
}
