//! Which columns the table has room for.

use crate::model::Language;

/// Cells before a metric's name.
pub(super) const INDENT: u16 = 2;
/// Cells of a number.
pub(super) const NUMBER: u16 = 9;
/// Least cells of a name before columns are left out; English names are longer.
const NAME: (u16, u16) = (18, 24);

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
    /// The columns for `width` cells: growth, place, year and sparkline come in as there is room; what is
    /// then left widens names, places, sparklines and units.
    pub(super) fn fit(width: u16, lang: Language) -> Self {
        let mut columns = Self { unit: 6, ..Self::default() };
        let value = 1 + NUMBER + columns.unit;
        let name = if lang == Language::En { NAME.1 } else { NAME.0 };
        columns.name = name.min(width.saturating_sub(INDENT + value).max(width / 3));
        let mut left = width.saturating_sub(INDENT + columns.name + value);
        for (column, cells) in
            [(&mut columns.growth, 8), (&mut columns.place, 13), (&mut columns.year, 7), (&mut columns.spark, 6)]
        {
            if left < cells {
                break;
            }
            *column = cells;
            left -= cells;
        }
        let mut widen = |column: &mut u16, most: u16| {
            let more = left.min(most);
            *column += more;
            left -= more;
        };
        widen(&mut columns.name, 8);
        if columns.place > 0 {
            widen(&mut columns.place, 7);
        }
        if columns.spark > 0 {
            widen(&mut columns.unit, 2);
            widen(&mut columns.spark, 11);
        }
        // A name further from its value would be hard to follow: what is left stays blank at the right.
        widen(&mut columns.name, 12);
        if columns.place > 0 {
            widen(&mut columns.place, 6);
        }
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_a_screen_of_120_has_all_columns_and_one_of_80_has_places() {
        let all = Columns::fit(70, Language::Zh);
        assert!(all.spark > 0 && all.name >= 18, "{all:?}");
        let narrow = Columns::fit(58, Language::Zh);
        assert!(narrow.place > 0 && narrow.year == 0, "{narrow:?}");
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
