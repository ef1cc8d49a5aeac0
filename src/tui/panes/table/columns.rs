//! Which columns the table has room for.

use crate::model::Language;

/// Cells before a metric's name.
pub(super) const INDENT: u16 = 2;
/// Cells of a number.
pub(super) const NUMBER: u16 = 9;
/// Least cells of a name before columns are left out.
const LEAST_NAME: u16 = 14;
/// Cells that a name gets before others widen; English names are longer.
const NAME: (u16, u16) = (18, 24);
/// Cells of a place from which two blanks stand before it.
const WIDE_PLACE: u16 = 13;

/// Cells of each column, with the blanks before it; 0 for one that is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: u16,
    pub(super) unit: u16,
    pub(super) growth: u16,
    pub(super) place: u16,
    pub(super) year: u16,
    pub(super) spark: u16,
}

impl Columns {
    /// The columns for `width` cells: growth, place and year come in as there is room for the shortest of
    /// each, sparklines once those and the names have what they need; what is left widens all.
    pub(super) fn fit(width: u16, lang: Language) -> Self {
        let mut columns = Self { unit: 6, ..Self::default() };
        let value = 1 + NUMBER + columns.unit;
        columns.name = LEAST_NAME.min(width.saturating_sub(INDENT + value).max(width / 3));
        let mut left = width.saturating_sub(INDENT + columns.name + value);
        for (column, cells) in [(&mut columns.growth, 7), (&mut columns.place, 10), (&mut columns.year, 6)] {
            if left < cells {
                break;
            }
            *column = cells;
            left -= cells;
        }
        let name = if lang == Language::En { NAME.1 } else { NAME.0 };
        widen(&mut left, &mut columns.name, 2);
        if columns.place > 0 {
            widen(&mut left, &mut columns.place, 1);
        }
        widen(&mut left, &mut columns.name, name - LEAST_NAME - 2);
        if columns.place > 0 {
            widen(&mut left, &mut columns.place, WIDE_PLACE - 11);
        }
        if columns.year > 0 {
            widen(&mut left, &mut columns.growth, 1);
            widen(&mut left, &mut columns.year, 1);
            if left >= 6 {
                columns.spark = 6;
                left -= 6;
            }
        }
        widen(&mut left, &mut columns.name, 8);
        if columns.place > 0 {
            widen(&mut left, &mut columns.place, 7);
        }
        if columns.spark > 0 {
            widen(&mut left, &mut columns.unit, 2);
            widen(&mut left, &mut columns.spark, 11);
        }
        // A name further from its value would be hard to follow: what is left stays blank at the right.
        widen(&mut left, &mut columns.name, 12);
        if columns.place > 0 {
            widen(&mut left, &mut columns.place, 6);
        }
        columns
    }

    /// Blanks before a place.
    pub(super) const fn before_place(&self) -> u16 {
        if self.place < WIDE_PLACE { 1 } else { 2 }
    }
}

/// Gives a column what is left, but no more than `most`.
fn widen(left: &mut u16, column: &mut u16, most: u16) {
    let more = (*left).min(most);
    *column += more;
    *left -= more;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_screen_of_80_lacks_only_the_sparkline() {
        let all = Columns::fit(70, Language::Zh);
        assert!(all.spark > 0 && all.name >= 18, "{all:?}");
        for lang in [Language::Zh, Language::En] {
            let narrow = Columns::fit(58, lang);
            assert!(narrow.growth > 0 && narrow.place > 0 && narrow.year > 0 && narrow.spark == 0, "{narrow:?}");
            assert!(narrow.name >= 16, "{narrow:?}");
        }
    }

    #[test]
    fn columns_never_exceed_the_width() {
        for width in 26..300 {
            let c = Columns::fit(width, Language::Zh);
            let total = INDENT + c.name + 1 + NUMBER + c.unit + c.growth + c.place + c.year + c.spark;
            assert!(total == width || (width > 110 && total < width), "{width}: {c:?}");
        }
    }
}
