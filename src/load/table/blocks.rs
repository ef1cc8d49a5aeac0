//! Labels that are written once for several rows, as where merged cells were saved as csv: `长垣市 2022`, `(blank) 2023`,
//! `红旗区 2022`, `(blank) 2023`. Only where every label stands above the same rows is a blank no label forgotten.

use std::collections::HashSet;

use super::{
    cell::{Cell, Row},
    labels::Columns,
};

/// The labels of a table that are written once for several rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks(Vec<Lead>);

/// A label that is written once.
#[derive(Clone, Debug)]
struct Lead {
    what: &'static str,
    /// Its columns.
    at: Vec<usize>,
    /// The columns of the labels that every row has.
    keys: Vec<usize>,
    /// What these tell in the rows of each block.
    rows: Vec<Vec<String>>,
    /// What the label of the block was, if it follows the others.
    label: Option<Vec<Cell>>,
    /// So many rows of the block were read.
    read: usize,
}

impl Blocks {
    /// Finds them among the first rows of a table, below its heading; `is_cut` says whether more rows follow.
    pub(super) fn find(columns: &Columns<'_>, rows: &[Row], is_data: impl Fn(&Row) -> bool, is_cut: bool) -> Self {
        let names: Vec<_> = columns.regions.iter().copied().chain(columns.code).collect();
        let labels =
            [("region", names), ("year", Vec::from_iter(columns.year)), ("metric", Vec::from_iter(columns.metric))];
        // A row of sums may have no label at all.
        let is_labelled = |row: &Row| labels.iter().any(|(_, at)| !is_blank(row, at));
        let mut data: Vec<Row> = rows.iter().filter(|row| is_data(row) && is_labelled(row)).cloned().collect();
        let (mut blank, full): (Vec<_>, Vec<_>) = labels
            .into_iter()
            .filter(|(_, at)| !at.is_empty())
            .partition(|(_, at)| data.iter().any(|row| is_blank(row, at)));
        let mut keys: Vec<_> = full.into_iter().flat_map(|(_, at)| at).collect();
        let mut found = Self::default();
        // What stands farther right changes sooner.
        blank.sort_by_key(|(_, at)| std::cmp::Reverse(at.iter().max().copied()));
        for (what, at) in blank {
            let Some(rows) = repeated(&data, &at, &keys, is_cut) else { continue };
            let mut lead = Lead { what, at: at.clone(), keys: keys.clone(), rows, label: None, read: 0 };
            for row in &mut data {
                lead.fill(row);
            }
            (lead.label, lead.read) = (None, 0);
            keys.extend(at);
            found.0.push(lead);
        }
        found
    }

    /// Fills in the labels that the row leaves to one above.
    pub(super) fn fill(&mut self, row: &mut Row) {
        for lead in &mut self.0 {
            lead.fill(row);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is made of the blanks, a sentence each.
    pub(super) fn told(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|Lead { what, rows, .. }| {
            let first = rows.first().map(|row| row.join(" ")).unwrap_or_default();
            let last = rows.last().map(|row| row.join(" ")).unwrap_or_default();
            format!(
                "rows without a {what} are taken for the {what} above, as each stands above the same {} rows (“{first}” to “{last}”); \
                 if that is wrong, write the {what} in every row",
                rows.len()
            )
        })
    }
}

impl Lead {
    fn fill(&mut self, row: &mut Row) {
        let Some(key) = key(row, &self.keys) else { return };
        if is_blank(row, &self.at) {
            let label = self.label.take().filter(|_| self.rows.get(self.read) == Some(&key));
            if let Some(label) = label {
                let width = self.at.iter().max().map_or(0, |at| at + 1);
                if row.len() < width {
                    row.resize(width, Cell::Empty);
                }
                for (at, cell) in self.at.iter().zip(&label) {
                    row[*at].clone_from(cell);
                }
                self.label = Some(label);
                self.read += 1;
            }
        } else {
            let label = || self.at.iter().map(|at| row.get(*at).cloned().unwrap_or_default()).collect();
            self.label = (self.rows.first() == Some(&key)).then(label);
            self.read = 1;
        }
    }
}

/// What the rows of each block tell, where all blocks have the same, and there are several of each.
fn repeated(rows: &[Row], at: &[usize], keys: &[usize], is_cut: bool) -> Option<Vec<Vec<String>>> {
    let mut blocks: Vec<Vec<Vec<String>>> = Vec::new();
    for row in rows {
        let Some(key) = key(row, keys) else { continue };
        if is_blank(row, at) {
            blocks.last_mut()?.push(key);
        } else {
            blocks.push(vec![key]);
        }
    }
    // The last one may go on behind the rows that are looked at.
    let last = if is_cut { blocks.pop() } else { None };
    let (first, others) = blocks.split_first()?;
    let follows = last.is_none_or(|last| first.starts_with(&last)) && others.iter().all(|block| block == first);
    let distinct = first.iter().collect::<HashSet<_>>().len() == first.len();
    (first.len() > 1 && !others.is_empty() && follows && distinct).then(|| first.clone())
}

fn is_blank(row: &Row, at: &[usize]) -> bool {
    at.iter().all(|at| row.get(*at).is_none_or(Cell::is_empty))
}

/// What the labels of a row tell that every row has.
fn key(row: &Row, keys: &[usize]) -> Option<Vec<String>> {
    let key: Vec<_> = keys.iter().map(|at| row.get(*at).map(Cell::shown).unwrap_or_default()).collect();
    key.iter().any(|label| !label.is_empty()).then_some(key)
}
