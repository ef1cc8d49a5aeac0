//! Series as columns: one row high as a sparkline, or several rows high; a gap is not a zero.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::text::put;

/// Eighths of a cell from the bottom.
const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The height of each value in eighths of a cell: the least value one eighth, the greatest `most` of
/// them; all in the middle where they do not differ.
fn heights(values: &[Option<f64>], most: u16) -> Vec<Option<u16>> {
    let known = || values.iter().flatten().copied().filter(|value| value.is_finite());
    let (low, high) = known().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    values
        .iter()
        .map(|value| {
            let value = value.filter(|value| value.is_finite())?;
            let part = if high > low { (value - low) / (high - low) } else { 0.5 };
            Some(1 + (part * f64::from(most - 1)).round() as u16)
        })
        .collect()
}

/// Known values from which a series has a course that can be drawn.
const LEAST_KNOWN: usize = 3;

/// Whether so much of a series is known that it has a course.
pub(crate) fn has_course(values: impl IntoIterator<Item = Option<f64>>) -> bool {
    values.into_iter().flatten().count() >= LEAST_KNOWN
}

/// A sparkline of values in at most `cells` cells; empty when they have no course. Where there are
/// fewer cells than values, each shows the last that is known of those it stands for.
pub(crate) fn sparkline(values: &[Option<f64>], cells: u16) -> String {
    if cells == 0 || !has_course(values.iter().copied()) {
        return String::new();
    }
    let mut shown = vec![None; values.len().min(usize::from(cells))];
    for (place, value) in values.iter().enumerate().filter(|(_, value)| value.is_some()) {
        let cell = place * shown.len() / values.len();
        shown[cell] = *value;
    }
    // The topmost eighth stays free, so that sparklines in rows below each other do not touch.
    heights(&shown, 7).into_iter().map(|height| height.map_or(' ', |h| EIGHTHS[usize::from(h) - 1])).collect()
}

/// Draws the last values that fit as columns that fill `area`, each as wide as there is room; returns
/// how many values are shown and the width of a column with its gap.
pub(crate) fn columns(buf: &mut Buffer, area: Rect, values: &[Option<f64>], style: Style) -> (usize, u16) {
    if area.is_empty() || values.is_empty() {
        return (0, 0);
    }
    let shown = values.len().min(usize::from(area.width));
    let values = &values[values.len() - shown..];
    let pitch = (area.width / shown as u16).clamp(1, 5);
    let body = if pitch > 1 { pitch - 1 } else { 1 };
    for (height, x) in heights(values, area.height * 8).into_iter().zip((area.x..).step_by(usize::from(pitch))) {
        let mut left = height.unwrap_or(0);
        for y in (area.top()..area.bottom()).rev() {
            let eighths = left.min(8);
            if eighths == 0 {
                break;
            }
            let cell = EIGHTHS[usize::from(eighths) - 1].to_string().repeat(usize::from(body));
            put(buf, x, y, body, &cell, style);
            left -= eighths;
        }
    }
    (shown, pitch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_not_a_zero() {
        assert_eq!(sparkline(&[Some(0.0), None, Some(7.0), Some(7.0)], 8), "▁ ▇▇");
        assert_eq!(sparkline(&[Some(1.0), Some(2.0), Some(2.0), Some(3.0)], 3), "▁▁▇");
        assert_eq!(sparkline(&[Some(5.0); 3], 8), "▄▄▄");
        assert_eq!(sparkline(&[Some(4.0), None, Some(5.0)], 8), "", "two values are no course");
        let years: Vec<_> = (0..25).map(|year| (year % 5 == 1).then(|| f64::from(year))).collect();
        assert_eq!(sparkline(&years, 5), "▁▃▄▆▇", "25 years in 5 cells");
        assert_eq!(sparkline(&[Some(f64::NAN), Some(1.0), Some(2.0)], 8), " ▁▇");
    }

    #[test]
    fn columns_grow_over_several_rows() {
        let area = Rect::new(0, 0, 6, 2);
        let mut buf = Buffer::empty(area);
        let layout = columns(&mut buf, area, &[Some(1.0), None, Some(2.0)], Style::new());
        assert_eq!(layout, (3, 2));
        let text: String = buf.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(text, "    █ ▁   █ ");
        assert_eq!(columns(&mut buf, Rect::ZERO, &[Some(1.0)], Style::new()), (0, 0));
    }
}
