//! Series as columns: one row high as a sparkline, or several rows high; a gap is not a zero.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::{bar::Scale, text::put};

/// Eighths of a cell from the bottom.
const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Where the height of a value begins.
///
/// Amounts are drawn from zero: from the least, a series that grew by a tenth would look like one that grew
/// tenfold, and rows below each other could not be compared. Rates and growth live in a narrow band far from
/// zero, where only their course says something, and a zero means nothing special.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// At zero, or below it where a value is.
    Zero,
    /// At the least of the values.
    Least,
}

/// The height of each value in eighths of a cell, at least one eighth, the greatest `most` of them; all in
/// the middle where they do not differ from the base.
fn heights(values: &[Option<f64>], most: u16, base: Base) -> Vec<Option<u16>> {
    let known = || values.iter().flatten().copied().filter(|value| value.is_finite());
    let (low, high) = known().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let low = if base == Base::Zero { low.min(0.0) } else { low };
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
pub(crate) fn sparkline(values: &[Option<f64>], cells: u16, base: Base) -> String {
    if cells == 0 || !has_course(values.iter().copied()) {
        return String::new();
    }
    let mut shown = vec![None; values.len().min(usize::from(cells))];
    for (place, value) in values.iter().enumerate().filter(|(_, value)| value.is_some()) {
        let cell = place * shown.len() / values.len();
        shown[cell] = *value;
    }
    // The topmost eighth stays free, so that sparklines in rows below each other do not touch.
    heights(&shown, 7, base).into_iter().map(|height| height.map_or(' ', |h| EIGHTHS[usize::from(h) - 1])).collect()
}

/// How many of so many values are shown as columns in `cells` cells, and the width of one with its gap.
pub(crate) fn room(values: usize, cells: u16) -> (usize, u16) {
    let shown = values.min(usize::from(cells));
    (shown, (cells / (shown as u16).max(1)).clamp(1, 5))
}

/// Draws the last values that fit as columns from zero that fill `area`, each as wide as there is room;
/// those below zero hang down. Returns how many values are shown and the width of a column with its gap.
pub(crate) fn columns(buf: &mut Buffer, area: Rect, values: &[Option<f64>], style: Style) -> (usize, u16) {
    if area.is_empty() || values.is_empty() {
        return (0, 0);
    }
    let (shown, pitch) = room(values.len(), area.width);
    let values = &values[values.len() - shown..];
    let body = if pitch > 1 { pitch - 1 } else { 1 };
    let scale = Scale::of(values.iter().flatten().copied(), area.height);
    for (value, x) in values.iter().zip((area.x..).step_by(usize::from(pitch))) {
        let Some(value) = value.filter(|value| value.is_finite()) else { continue };
        let hangs = value < 0.0;
        let mut left = scale.eighths(value);
        for row in 0..if hangs { scale.left } else { scale.right } {
            let filled = left.min(8);
            if filled == 0 {
                break;
            }
            left -= filled;
            // There are no blocks for the upper eighths of a cell: the lower ones are left out instead.
            let (cell, style) = if hangs && filled < 8 {
                (EIGHTHS[7 - filled], style.add_modifier(Modifier::REVERSED))
            } else {
                (EIGHTHS[filled - 1], style)
            };
            let y = if hangs { area.y + scale.right + row } else { area.y + scale.right - 1 - row };
            put(buf, x, y, body, &cell.to_string().repeat(usize::from(body)), style);
        }
    }
    (shown, pitch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_not_a_zero() {
        let least = |values: &[Option<f64>], cells| sparkline(values, cells, Base::Least);
        assert_eq!(least(&[Some(0.0), None, Some(7.0), Some(7.0)], 8), "▁ ▇▇");
        assert_eq!(least(&[Some(1.0), Some(2.0), Some(2.0), Some(3.0)], 3), "▁▁▇");
        assert_eq!(least(&[Some(5.0); 3], 8), "▄▄▄");
        assert_eq!(least(&[Some(4.0), None, Some(5.0)], 8), "", "two values are no course");
        let years: Vec<_> = (0..25).map(|year| (year % 5 == 1).then(|| f64::from(year))).collect();
        assert_eq!(least(&years, 5), "▁▃▄▆▇", "25 years in 5 cells");
        assert_eq!(least(&[Some(f64::NAN), Some(1.0), Some(2.0)], 8), " ▁▇");
    }

    #[test]
    fn amounts_are_drawn_from_zero() {
        let zero = |values: &[f64]| sparkline(&values.iter().copied().map(Some).collect::<Vec<_>>(), 8, Base::Zero);
        assert_eq!(zero(&[100.0, 105.0, 110.0]), "▆▇▇", "a tenth more is not ten times as much");
        assert_eq!(zero(&[1.0, 5.0, 10.0]), "▂▄▇");
        assert_eq!(zero(&[5.0; 3]), "▇▇▇");
        assert_eq!(zero(&[-5.0, 0.0, 5.0]), "▁▄▇");
    }

    fn columns_of(values: &[Option<f64>], area: Rect) -> (Vec<String>, (usize, u16)) {
        let mut buf = Buffer::empty(area);
        let layout = columns(&mut buf, area, values, Style::new());
        let line = |y| (0..area.width).map(|x| buf[(x, y)].symbol()).collect();
        ((0..area.height).map(line).collect(), layout)
    }

    #[test]
    fn columns_grow_from_zero_over_several_rows() {
        let area = Rect::new(0, 0, 6, 2);
        let (drawn, layout) = columns_of(&[Some(1.0), None, Some(2.0)], area);
        assert_eq!((drawn, layout), (vec!["    █ ".to_owned(), "█   █ ".to_owned()], (3, 2)));
        assert_eq!(columns_of(&[Some(1.0)], Rect::ZERO).1, (0, 0));
        // The lower column is drawn in reverse: its upper quarter is filled.
        let (drawn, _) = columns_of(&[Some(8.0), Some(-2.0)], Rect::new(0, 0, 2, 3));
        assert_eq!(drawn, ["█ ", "█ ", " ▄"]);
    }
}
