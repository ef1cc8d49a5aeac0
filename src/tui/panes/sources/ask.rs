//! What is known of each document: whose figures, how many, how sure.

use std::collections::HashSet;

use super::columns::Column;
use crate::{
    index::{Atlas, SourceId},
    model::{Period, RegionCode},
};

/// All documents.
#[derive(Debug)]
pub(crate) struct Answer {
    /// In the order of the Atlas.
    pub(crate) rows: Vec<Row>,
}

/// What is known of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) source: SourceId,
    /// The region of most of its figures.
    pub(crate) region: Option<RegionCode>,
    /// How many regions it has figures of.
    pub(crate) regions: usize,
    pub(crate) figures: usize,
    pub(crate) doubtful: usize,
    pub(crate) damaged: usize,
    /// The years that its figures tell of.
    pub(super) years: Vec<u16>,
    pub(crate) at_hand: bool,
    /// Whether no figure was read from a text: all are quoted.
    pub(crate) quoted: bool,
    /// Its title or, where it has none, its id.
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) date: String,
    /// All by which it is found, in small letters.
    pub(crate) found_by: String,
}

impl Row {
    pub(crate) fn sure(&self) -> usize {
        self.figures - self.doubtful - self.damaged
    }

    /// The number in a column of numbers.
    pub(crate) fn number(&self, column: Column) -> Option<usize> {
        match column {
            Column::Figures => Some(self.figures),
            Column::Sure => Some(self.sure()),
            Column::Doubtful => Some(self.doubtful),
            Column::Damaged => Some(self.damaged),
            Column::Title | Column::Region | Column::Date | Column::Publisher | Column::AtHand => None,
        }
    }
}

impl Answer {
    /// What is known of the documents of an Atlas; `at_hand` tells whether the document of a source's id is at hand.
    pub(crate) fn of(atlas: &Atlas, at_hand: impl Fn(&str) -> bool) -> Self {
        let mut rows: Vec<Row> = (0..)
            .zip(atlas.sources())
            .map(|(number, source)| {
                let title = if source.title.is_empty() { &source.id } else { &source.title };
                Row {
                    source: SourceId(number),
                    region: None,
                    regions: 0,
                    figures: 0,
                    doubtful: 0,
                    damaged: 0,
                    years: Vec::new(),
                    at_hand: at_hand(&source.id),
                    quoted: true,
                    title: title.clone(),
                    publisher: source.publisher.clone(),
                    date: source.date.clone(),
                    found_by: format!("{title} {} {} {}", source.id, source.publisher, source.date),
                }
            })
            .collect();
        count(atlas, &mut rows);
        for row in &mut rows {
            let names = row.region.map(|region| (atlas.gazetteer().name(region), atlas.gazetteer().latin(region)));
            let names = names.map(|(name, latin)| format!(" {name} {latin}")).unwrap_or_default();
            row.found_by = format!("{}{names}", row.found_by).to_lowercase();
        }
        Self { rows }
    }
}

/// Counts the figures of each document, region by region, so that none has to be asked for its region.
fn count(atlas: &Atlas, rows: &mut [Row]) {
    let mut most = vec![0_usize; rows.len()];
    let mut here = vec![0_usize; rows.len()];
    let mut touched = HashSet::new();
    for (region, _) in atlas.regions() {
        for figure in atlas.region_series(region).flat_map(|(_, figures)| figures).map(|id| atlas.figure(id)) {
            let place = figure.source().0 as usize;
            let row = &mut rows[place];
            row.figures += 1;
            row.quoted &= figure.paragraph() == 0;
            // There are few of a document.
            if let Some(year) = figure.period().map(Period::last).filter(|year| !row.years.contains(year)) {
                row.years.push(year);
            }
            if figure.flag().is_some() {
                row.damaged += 1;
            } else if !figure.doubt().is_empty() {
                row.doubtful += 1;
            }
            if here[place] == 0 {
                touched.insert(place);
            }
            here[place] += 1;
        }
        for place in touched.drain() {
            let known = region != RegionCode::UNKNOWN;
            if known && here[place] > most[place] {
                (most[place], rows[place].region) = (here[place], Some(region));
            }
            rows[place].regions += usize::from(known);
            here[place] = 0;
        }
    }
}
