//! The columns of the list of documents, and which of them there is room for.

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Title,
    Region,
    Date,
    Publisher,
    Figures,
    Sure,
    Doubtful,
    Damaged,
    AtHand,
}

impl Column {
    /// All, from left to right.
    pub(crate) const ALL: [Self; 9] = [
        Self::Title,
        Self::Region,
        Self::Date,
        Self::Publisher,
        Self::Figures,
        Self::Sure,
        Self::Doubtful,
        Self::Damaged,
        Self::AtHand,
    ];

    /// The order in which columns come in as there is room, with the cells they need; the title takes the rest.
    const BY_WORTH: [(Self, u16); 8] = [
        (Self::Figures, 8),
        (Self::AtHand, 6),
        (Self::Doubtful, 9),
        (Self::Date, 12),
        (Self::Region, 16),
        (Self::Damaged, 8),
        (Self::Sure, 7),
        (Self::Publisher, 18),
    ];

    /// Whether what is more comes first when the column is sorted by for the first time.
    pub(crate) const fn begins_with_most(self) -> bool {
        matches!(self, Self::Date | Self::Figures | Self::Sure | Self::Doubtful | Self::Damaged | Self::AtHand)
    }

    /// Whether its cells line up on the right.
    pub(crate) const fn is_number(self) -> bool {
        matches!(self, Self::Figures | Self::Sure | Self::Doubtful | Self::Damaged)
    }
}

/// Least cells of a title.
const LEAST_TITLE: u16 = 20;
/// Cells of a title beyond which its row would be hard to follow.
const MOST_TITLE: u16 = 64;

/// The columns in `width` cells: each with its first cell and its width, which holds the blanks before it.
pub(super) fn fit(width: u16) -> Vec<(Column, u16, u16)> {
    let mut left = width.saturating_sub(LEAST_TITLE);
    let mut shown = Vec::new();
    for (column, cells) in Column::BY_WORTH {
        if left < cells {
            break;
        }
        left -= cells;
        shown.push((column, cells));
    }
    let title = width.min(LEAST_TITLE + left).min(MOST_TITLE);
    let mut at = 0;
    let cells = |column: Column| match column {
        Column::Title => Some(title),
        _ => shown.iter().find(|(known, _)| *known == column).map(|(_, cells)| *cells),
    };
    let columns = Column::ALL.into_iter().filter_map(|column| {
        let cells = cells(column)?;
        at += cells;
        Some((column, at - cells, cells))
    });
    columns.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_with_room_and_never_exceed_it() {
        let names = |width| fit(width).into_iter().map(|(column, ..)| column).collect::<Vec<_>>();
        assert_eq!(names(38), [Column::Title, Column::Figures, Column::AtHand]);
        assert_eq!(names(118), Column::ALL);
        for width in 0..300 {
            let columns = fit(width);
            let (_, at, cells) = *columns.last().unwrap();
            assert!(at + cells <= width, "{width}");
            assert!(columns.windows(2).all(|pair| pair[0].1 + pair[0].2 == pair[1].1), "{width}");
        }
    }
}
