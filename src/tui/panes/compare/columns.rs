//! Which columns stand where: the metric stays at the left, the regions and what is derived from the first
//! two scroll.
//!
//! ```text
//! two regions: their bars grow from an axis between them      three and more: a bar behind each number
//!  metric unit  ▴ 704.11 '24 ▐███│█▌   ▴ 91.8 '24  …           metric unit  ▴ 704.11 '24 ███  297.6 '24 █
//! ```

use std::ops::RangeInclusive;

use ratatui::layout::Rect;

use crate::model::Language;

/// Cells of a blank and the mark of the better number.
const MARK: u16 = 2;
/// Least and most cells of a number with what it is: 目标 ≥1000.5.
const NUMBER: RangeInclusive<u16> = 10..=16;
/// Cells of the year behind a number, with a blank before it.
const YEAR: u16 = 4;
/// Cells of difference, ratio and growth gap, each with a blank before it.
const DERIVED: [u16; 3] = [11, 8, 9];
/// Cells of each bar of two regions, and how many each gets before names are drawn out.
const FACING: RangeInclusive<u16> = 6..=24;
const FACING_FIRST: u16 = 10;
/// Cells of the axis between them and the blanks beside their numbers.
const AXIS: u16 = 3;
/// Cells of each bar of more than two.
const BEHIND: RangeInclusive<u16> = 4..=12;
/// Cells of a metric's name: the fewest where there is any room, those that bars leave it, and the most.
const NAME: [u16; 3] = [20, 28, 40];
/// English names are longer.
const ENGLISH_NAME: [u16; 3] = [26, 34, 44];

/// What of the rows takes room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// Whether any row has bars.
    pub(super) bars: bool,
    /// Whether any cell tells its year.
    pub(super) dated: bool,
}

/// Which columns stand where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Cells of the metric's name, at the left.
    pub(super) name: u16,
    /// Cells of the unit with a blank before it.
    pub(super) unit: u16,
    /// Whether the bars of two regions grow from one axis.
    pub(super) facing: bool,
    /// Cells of a number.
    number: u16,
    /// Cells of each bar; 0 for none.
    bar: u16,
    year: u16,
    /// Cells of each column that scrolls.
    widths: Vec<u16>,
    /// Cells that the scrolling columns share.
    room: u16,
}

/// Where the parts of a region's cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) mark: Rect,
    pub(super) number: Rect,
    pub(super) year: Rect,
    pub(super) bar: Rect,
    /// Between two regions.
    pub(super) axis: Rect,
    /// Whether the bar grows to the left.
    pub(super) to_left: bool,
}

impl Columns {
    /// The columns for `regions` regions in `width` cells.
    pub(super) fn fit(width: u16, regions: usize, traits: Traits, lang: Language) -> Self {
        let regions = regions.min(usize::from(u8::MAX)) as u16;
        // Behind a number stands at least the mark of a doubt.
        let year = if traits.dated { YEAR } else { 1 };
        let cell = MARK + *NUMBER.start() + year;
        let unit = if width >= 100 { 9 } else { 7 };
        let derived: u16 = if regions < 2 { 0 } else { DERIVED.iter().sum() };
        let [fewest, roomy, most] = if lang == Language::En { ENGLISH_NAME } else { NAME };
        let name = (width / 4).clamp(8, fewest).min(width);
        let left = width.saturating_sub(unit + name);
        let spare = left.saturating_sub(regions * cell + derived);
        let bar = match regions {
            2 if traits.bars => facing_bar(spare, roomy.saturating_sub(name)),
            3.. if traits.bars => {
                bar_behind((spare / regions).saturating_sub(1), (left / regions).saturating_sub(cell + 1))
            }
            _ => 0,
        };
        let facing = regions == 2 && bar > 0;
        let bars = if facing { AXIS + 2 * bar } else { regions * (bar + u16::from(bar > 0)) };
        let spare = spare.saturating_sub(bars);
        let longer = spare.min(most.saturating_sub(name));
        let name = name + longer;
        let wider = ((spare - longer) / regions.max(1)).min(NUMBER.end() - NUMBER.start());
        let (number, cell) = (NUMBER.start() + wider, cell + wider);
        let mut widths = vec![cell + if bar > 0 { bar + 1 } else { 0 }; usize::from(regions)];
        if facing {
            widths[0] += 1;
        }
        if regions >= 2 {
            widths.extend(DERIVED);
        }
        Self { name, unit, facing, number, bar, year, widths, room: width.saturating_sub(name + unit) }
    }

    /// Number of columns that scroll.
    pub(super) fn len(&self) -> usize {
        self.widths.len()
    }

    /// Whether any cell tells its year.
    pub(super) fn dated(&self) -> bool {
        self.year >= YEAR
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

    /// The first column so that `column` is visible, moving as little as possible from `first`; either may
    /// be of a comparison that had more columns.
    pub(super) fn scrolled(&self, first: usize, column: usize) -> usize {
        let column = column.min(self.len().saturating_sub(1));
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

    /// Where the parts of a region's cell stand.
    pub(super) fn parts(&self, column: usize, cell: Rect) -> Parts {
        let within = |from: u16, width: u16| Rect { x: cell.x.saturating_add(from), width, ..cell }.intersection(cell);
        // The second of two regions has its bar before its number, so that it meets that of the first.
        let before = if self.facing && column == 1 { self.bar } else { 0 };
        let number = before + MARK;
        let year = number + self.number;
        let bar = if before > 0 { 0 } else { year + self.year + 1 };
        let axis = u16::from(self.facing && column == 0);
        Parts {
            mark: within(before + MARK - 1, 1),
            number: within(number, self.number),
            year: within(year, self.year),
            bar: within(bar, self.bar),
            axis: within(bar + self.bar, axis),
            to_left: axis > 0,
        }
    }
}

/// Cells of each bar of two regions, of `spare` cells of which names would like `name`.
fn facing_bar(spare: u16, name: u16) -> u16 {
    let each = |spare: u16| spare.saturating_sub(AXIS) / 2;
    let bar = each(spare).min(FACING_FIRST).max(each(spare.saturating_sub(name))).min(*FACING.end());
    if bar < *FACING.start() { 0 } else { bar }
}

/// Cells of each bar of more than two regions, of those that are to spare for each. Where these are too few,
/// what is derived of the first two gives way: `alone` are to spare for each without it.
fn bar_behind(spare: u16, alone: u16) -> u16 {
    let least = *BEHIND.start();
    if spare >= least {
        spare.min(*BEHIND.end())
    } else if alone > least {
        alone.min(least + 2)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Traits = Traits { bars: true, dated: true };

    fn seen(columns: &Columns) -> Vec<usize> {
        columns.visible(0).iter().map(|(column, ..)| *column).collect()
    }

    #[test]
    fn two_regions_with_difference_and_ratio_fit_eighty_columns() {
        let columns = Columns::fit(77, 2, ALL, Language::Zh);
        assert_eq!((columns.name, seen(&columns)), (19, vec![0, 1, 2, 3]));
        assert!(!columns.facing);
    }

    #[test]
    fn what_does_not_fit_scrolls_and_the_name_stays() {
        let columns = Columns::fit(77, 8, ALL, Language::Zh);
        assert_eq!((columns.name, seen(&columns)), (19, vec![0, 1, 2]));
        assert_eq!(columns.scrolled(0, 2), 0);
        assert_eq!(columns.scrolled(0, 3), 1);
        assert_eq!(columns.scrolled(5, 1), 1);
        let last = columns.scrolled(0, columns.len() - 1);
        assert_eq!(columns.visible(last).last().map(|(column, ..)| *column), Some(10));
    }

    #[test]
    fn the_bars_of_two_meet_at_an_axis() {
        let columns = Columns::fit(117, 2, ALL, Language::Zh);
        assert_eq!((columns.facing, seen(&columns)), (true, vec![0, 1, 2, 3, 4]));
        let cell = |column: usize| {
            let (_, x, width) = columns.visible(0)[column];
            columns.parts(column, Rect { x, y: 0, width, height: 1 })
        };
        let (first, second) = (cell(0), cell(1));
        assert_eq!((first.bar.right(), first.axis.right()), (first.axis.x, second.bar.x));
        assert_eq!(first.bar.width, second.bar.width);
        assert!(first.number.right() < first.bar.x && second.bar.right() < second.number.x);
    }

    #[test]
    fn each_of_several_has_a_bar_behind_its_number() {
        for (width, regions, all) in [(117, 3, false), (117, 4, false), (197, 4, true)] {
            let columns = Columns::fit(width, regions, ALL, Language::Zh);
            assert!(columns.bar > 0 && !columns.facing && seen(&columns).len() >= regions, "{columns:?}");
            assert_eq!(seen(&columns).len() == columns.len(), all, "{columns:?}");
        }
        let eight = Columns::fit(197, 8, ALL, Language::Zh);
        assert_eq!((eight.bar, seen(&eight).len()), (0, 11), "no room for bars, but for all columns");
        assert_eq!(Columns::fit(197, 4, Traits { bars: false, dated: true }, Language::Zh).bar, 0);
    }

    #[test]
    fn a_tiny_screen_does_not_break() {
        for width in 0..220 {
            for regions in 0..9 {
                let columns = Columns::fit(width, regions, ALL, Language::Zh);
                for column in 0..columns.len() {
                    let first = columns.scrolled(0, column);
                    assert!(columns.visible(first).iter().any(|(visible, ..)| *visible == column));
                }
                assert!(columns.scrolled(40, 50) <= columns.len(), "from a comparison of more regions");
            }
        }
    }
}
