//! Which columns stand where: the metric stays at the left, regions, difference and ratio scroll.

use std::ops::RangeInclusive;

/// Cells of a number with a blank before it.
pub(super) const NUMBER: u16 = 11;
/// Cells of the year behind a number, with a blank before it.
pub(super) const YEAR: u16 = 4;
/// Cells of a difference with a blank before it.
const DIFFERENCE: u16 = 11;
/// Cells of a ratio with a blank before it.
const RATIO: u16 = 8;
/// Cells of a unit with a blank before it.
pub(super) const UNIT: u16 = 7;
/// Bars are drawn in so many cells at least and at most.
const BAR: RangeInclusive<u16> = 6..=14;

/// Which columns stand where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Cells of the metric's name, at the left.
    pub(super) name: u16,
    /// Cells of the bar behind each number; 0 for none.
    pub(super) bar: u16,
    /// Cells of each column that scrolls: the regions, the difference, the ratio.
    widths: Vec<u16>,
    /// Cells that the scrolling columns share.
    room: u16,
}

impl Columns {
    /// The columns for `regions` regions in `width` cells, with bars where there are any.
    pub(super) fn fit(width: u16, regions: usize, bars: bool) -> Self {
        let regions = regions.min(usize::from(u8::MAX)) as u16;
        let cell = NUMBER + YEAR;
        let needed = UNIT + regions * cell + DIFFERENCE + RATIO;
        let spare = width.saturating_sub(needed);
        let name = if spare >= 20 { spare.min(30) } else { (width / 3).clamp(8, 20).min(width) };
        let bar = spare.saturating_sub(name).checked_div(regions).unwrap_or(0).min(*BAR.end());
        let bar = if bars && BAR.contains(&bar) { bar } else { 0 };
        let mut widths = vec![cell + bar; usize::from(regions)];
        widths.extend([DIFFERENCE, RATIO]);
        Self { name, bar, widths, room: width.saturating_sub(name + UNIT) }
    }

    /// Number of columns that scroll.
    pub(super) fn len(&self) -> usize {
        self.widths.len()
    }

    /// The columns that are visible when `first` is the first, with their cells from the left of the
    /// scrolling part; at least one, cut where it does not fit.
    pub(super) fn visible(&self, first: usize) -> Vec<(usize, u16, u16)> {
        let mut at = 0;
        let mut visible = Vec::new();
        for (column, &width) in self.widths.iter().enumerate().skip(first) {
            if at + width > self.room && !visible.is_empty() {
                break;
            }
            visible.push((column, at, width.min(self.room)));
            at += width;
        }
        visible
    }

    /// The first column so that `column` is visible, moving as little as possible from `first`.
    pub(super) fn scrolled(&self, first: usize, column: usize) -> usize {
        let mut first = first.min(column);
        while self.visible(first).last().is_some_and(|(last, ..)| *last < column) {
            first += 1;
        }
        // No blank at the right end while columns hide at the left.
        while first > 0 && self.widths[first - 1..].iter().sum::<u16>() <= self.room {
            first -= 1;
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_regions_fit_eighty_columns() {
        let columns = Columns::fit(78, 2, true);
        assert_eq!(columns.name, 22);
        assert_eq!(columns.visible(0).len(), 4);
    }

    #[test]
    fn what_does_not_fit_scrolls_and_the_name_stays() {
        let columns = Columns::fit(78, 8, true);
        assert_eq!(columns.name, 20);
        assert_eq!(columns.visible(0).iter().map(|(column, ..)| *column).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(columns.scrolled(0, 2), 0);
        assert_eq!(columns.scrolled(0, 3), 1);
        assert_eq!(columns.scrolled(5, 1), 1);
        let last = columns.scrolled(0, columns.len() - 1);
        assert_eq!(columns.visible(last).last().map(|(column, ..)| *column), Some(9));
    }

    #[test]
    fn a_wide_screen_has_bars_and_a_tiny_one_does_not_break() {
        assert!(Columns::fit(150, 2, true).bar > 0 && Columns::fit(150, 2, false).bar == 0);
        for width in 0..60 {
            for regions in 0..9 {
                let columns = Columns::fit(width, regions, true);
                for column in 0..columns.len() {
                    let first = columns.scrolled(0, column);
                    assert!(columns.visible(first).iter().any(|(visible, ..)| *visible == column));
                }
            }
        }
    }
}
