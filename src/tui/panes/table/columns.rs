//! Which columns the table has room for.

use ratatui::layout::Rect;

use crate::model::Language;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Value,
    Growth,
    Place,
    Year,
    Trend,
}

/// Cells before a metric's name.
pub(super) const INDENT: u16 = 2;
/// Least cells of a name before columns are left out.
const LEAST_NAME: u16 = 14;
/// Cells that a name gets before there is a sparkline.
const NAME: u16 = 18;
/// Cells of a number, which has what it is before it: 目标, or the longer `share`.
const NUMBER: (u16, u16) = (9, 10);
/// Least and most cells of a growth: one of a region's many that needs more goes on before its column.
const GROWTH: (u16, u16) = (6, 7);
/// Cells of a sparkline with the blank before it.
const SPARK: u16 = 6;
/// Cells of a place from which two blanks stand before it.
const WIDE_PLACE: u16 = 13;

/// Cells of each column, with the blanks before it; 0 for one that is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: u16,
    /// Of a number, which ends where its unit begins.
    pub(super) number: u16,
    pub(super) unit: u16,
    pub(super) growth: u16,
    pub(super) place: u16,
    pub(super) year: u16,
    pub(super) spark: u16,
}

impl Columns {
    /// The columns for `width` cells without those that are `hidden`; the numbers of the growths take up to
    /// `growth` cells: growth, place and year come in as there is room for the shortest of each, sparklines
    /// once names have what tells them apart; what is left widens all.
    pub(super) fn fit(width: u16, hidden: &[Column], growth: u16, lang: Language) -> Self {
        let number = if lang == Language::En { NUMBER.1 } else { NUMBER.0 };
        let mut columns = Self { number, unit: 6, ..Self::default() };
        let value = 1 + number + columns.unit;
        columns.name = LEAST_NAME.min(width.saturating_sub(INDENT + value).max(width / 3));
        let mut left = width.saturating_sub(INDENT + columns.name + value);
        let wanted = |column| !hidden.contains(&column);
        let mut narrow = false;
        for (column, cells, wanted) in [
            (&mut columns.growth, 1 + growth.clamp(GROWTH.0, GROWTH.1), wanted(Column::Growth)),
            (&mut columns.place, 10, wanted(Column::Place)),
            (&mut columns.year, 6, wanted(Column::Year)),
        ] {
            narrow |= wanted && left < cells;
            if wanted && !narrow {
                *column = cells;
                left -= cells;
            }
        }
        let (growth, place, year) = (columns.growth > 0, columns.place > 0, columns.year > 0);
        widen(&mut left, &mut columns.name, 2, true);
        widen(&mut left, &mut columns.place, 1, place);
        if left >= SPARK && !narrow && wanted(Column::Trend) {
            columns.spark = SPARK;
            left -= SPARK;
        }
        widen(&mut left, &mut columns.name, NAME - LEAST_NAME - 2, true);
        widen(&mut left, &mut columns.place, WIDE_PLACE - 11, place);
        widen(&mut left, &mut columns.growth, 1, growth);
        widen(&mut left, &mut columns.year, 1, year);
        widen(&mut left, &mut columns.name, 8, true);
        widen(&mut left, &mut columns.place, 7, place);
        widen(&mut left, &mut columns.unit, 2, true);
        let spark = columns.spark > 0;
        widen(&mut left, &mut columns.spark, 11, spark);
        // A name further from its value would be hard to follow: what is left stays blank at the right.
        widen(&mut left, &mut columns.name, 12, true);
        widen(&mut left, &mut columns.place, 6, place);
        columns
    }

    /// The columns with their areas in a line; the value's ends with its unit.
    pub(super) fn areas(&self, line: Rect) -> [(Column, Rect); 6] {
        let mut x = line.x.saturating_add(INDENT);
        [
            (Column::Name, self.name),
            (Column::Value, 1 + self.number + self.unit),
            (Column::Growth, self.growth),
            (Column::Place, self.place),
            (Column::Year, self.year),
            (Column::Trend, self.spark),
        ]
        .map(|(column, width)| {
            let area = Rect { x, width, ..line }.intersection(line);
            x = x.saturating_add(width);
            (column, area)
        })
    }

    /// Blanks before a place.
    pub(super) const fn before_place(&self) -> u16 {
        if self.place < WIDE_PLACE { 1 } else { 2 }
    }
}

/// Gives a column that is there what is left, but no more than `most`.
fn widen(left: &mut u16, column: &mut u16, most: u16, there: bool) {
    let more = if there { (*left).min(most) } else { 0 };
    *column += more;
    *left -= more;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_growth_that_doubles_has_room_for_its_unit_and_no_column_gives_way() {
        for growth in [7, 20] {
            let narrow = Columns::fit(58, &[], growth, Language::Zh);
            assert!(narrow.growth > 7 && narrow.name >= 16 && narrow.place > 0 && narrow.year > 0, "{narrow:?}");
            let all = Columns::fit(67, &[], growth, Language::Zh);
            assert!(all.growth > 7 && all.name >= 18 && all.year > 0 && all.spark > 0, "{all:?}");
        }
    }

    #[test]
    fn a_table_of_a_screen_of_80_lacks_only_the_sparkline() {
        for (lang, place) in [(Language::Zh, 12), (Language::En, 11)] {
            // What a screen of 120 leaves to the table, and one of 80.
            let all = Columns::fit(67, &[], 6, lang);
            assert!(all.spark > 0 && all.name >= NAME && all.place >= place, "{all:?}");
            let narrow = Columns::fit(58, &[], 6, lang);
            assert!(narrow.growth > 0 && narrow.place > 0 && narrow.year > 0 && narrow.spark == 0, "{narrow:?}");
            assert!(narrow.name >= 16, "{narrow:?}");
        }
    }

    #[test]
    fn columns_never_exceed_the_width() {
        for hidden in [&[][..], &[Column::Place], &[Column::Growth, Column::Place, Column::Year, Column::Trend]] {
            for width in 28..300 {
                let columns = Columns::fit(width, hidden, 7, Language::En);
                let line = Rect::new(0, 0, width, 1);
                let total: u16 = INDENT + columns.areas(line).iter().map(|(_, area)| area.width).sum::<u16>();
                let widest = columns.areas(Rect::new(0, 0, 1000, 1)).iter().map(|(_, area)| area.width).sum::<u16>();
                assert_eq!(total, INDENT + widest, "{width}: {columns:?} is cut");
            }
        }
    }

    #[test]
    fn what_is_hidden_leaves_its_room_to_the_others() {
        let hidden = Columns::fit(58, &[Column::Place], 6, Language::En);
        assert!(hidden.place == 0 && hidden.spark > 0 && hidden.name >= NAME, "{hidden:?}");
        let bare = Columns::fit(40, &[Column::Growth, Column::Place], 6, Language::Zh);
        assert!(bare.year > 0 && bare.growth == 0, "{bare:?}");
    }
}
