//! Which columns the ranking has room for.

/// Cells of the quarter, the place and a blank, the mark of a chosen or pinned region and a blank.
pub(super) const PLACE: u16 = 1 + 4;
pub(super) const MARK: u16 = 1 + 2;
/// Least cells of a number with a blank before it and the mark of a doubt behind.
const NUMBER: u16 = 11;
/// Cells by which what a number is, 预计 or `est.`, may widen its column.
pub(super) const TAG: u16 = 5;
/// Least and most cells of a name.
const NAME: (u16, u16) = (8, 20);
/// Least and most cells of a bar with a blank on either side.
const BAR: (u16, u16) = (10, 62);
/// Cells of a movement with a blank before it.
const MOVED: u16 = 5;
/// Cells of a year with two blanks before it.
const YEAR: u16 = 6;
/// Cells of a growth, and of a level with its unit.
pub(super) const GROWTH: u16 = 9;
pub(super) const LEVEL: u16 = 14;
/// Least and most cells of a claimed place with two blanks before it.
const CLAIMED: (u16, u16) = (14, 26);
/// Most cells of the region above.
const ABOVE: u16 = 16;

/// What the entries need.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Needs {
    /// Cells of the longest name, and of the longest of a region above; 0 where all have the same above.
    pub(super) name: u16,
    pub(super) above: u16,
    /// Cells of the longest number with what it is.
    pub(super) number: u16,
    pub(super) moved: bool,
    pub(super) years: bool,
    /// Cells of what stands beside; 0 where nothing does.
    pub(super) beside: u16,
    pub(super) claimed: bool,
}

/// Cells of each column, with the blanks before it; 0 for one that is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) number: u16,
    pub(super) moved: u16,
    pub(super) name: u16,
    pub(super) above: u16,
    pub(super) bar: u16,
    pub(super) beside: u16,
    pub(super) year: u16,
    pub(super) claimed: u16,
}

impl Columns {
    /// The columns for `width` cells: the year where it differs, movement and what stands beside come in as
    /// there is room, then bars, claims and the region above; what is left widens claims and bars.
    pub(super) fn fit(width: u16, needs: Needs) -> Self {
        let mut left = width.saturating_sub(PLACE + MARK + NUMBER);
        let mut columns = Self { number: NUMBER, name: needs.name.clamp(NAME.0, NAME.1).min(left), ..Self::default() };
        left -= columns.name;
        for (column, needed, cells) in [
            (&mut columns.year, needs.years, YEAR),
            (&mut columns.moved, needs.moved, MOVED),
            (&mut columns.beside, needs.beside > 0, needs.beside),
            (&mut columns.bar, true, BAR.0),
            (&mut columns.claimed, needs.claimed, CLAIMED.0),
            (&mut columns.above, needs.above > 0, needs.above.min(ABOVE) + 2),
        ] {
            if needed && cells <= left {
                *column = cells;
                left -= cells;
            }
        }
        let number = (needs.number + 2).clamp(NUMBER, NUMBER + TAG);
        for (column, most) in
            [(&mut columns.number, number), (&mut columns.claimed, CLAIMED.1), (&mut columns.bar, BAR.1)]
        {
            if *column > 0 {
                let more = left.min(most - *column);
                *column += more;
                left -= more;
            }
        }
        columns
    }

    /// Cells before what stands beside.
    pub(super) const fn before_beside(&self) -> u16 {
        PLACE + self.moved + MARK + self.name + self.above + self.number + self.bar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Needs = Needs { name: 8, above: 8, number: 7, moved: true, years: true, beside: GROWTH, claimed: true };

    #[test]
    fn a_screen_of_120_has_every_column_and_one_of_40_those_that_matter() {
        let wide = Columns::fit(117, ALL);
        assert!(wide.above > 0 && wide.claimed > 0 && wide.bar > 20, "{wide:?}");
        let narrow = Columns::fit(37, ALL);
        assert_eq!(narrow, Columns { number: NUMBER, name: 8, year: 6, ..Columns::default() });
    }

    #[test]
    fn columns_never_exceed_the_width() {
        for width in 0..200 {
            let c = Columns::fit(width, Needs { name: 40, above: 30, number: 20, ..ALL });
            let used = c.number - NUMBER + c.moved + c.name + c.above + c.bar + c.beside + c.year + c.claimed;
            assert!(used <= width.saturating_sub(PLACE + MARK + NUMBER), "{width}: {c:?}");
        }
    }
}
