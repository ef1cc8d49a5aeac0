//! What is told of a file of tables: what could not be matched, once each with its number, and sheets not read.

use std::{collections::BTreeMap, path::Path};

use crate::load::Trouble;

/// So many of a kind are named; of the rest only the number.
const NAMED: usize = 12;

/// So many sentences on a file are told; of the rest only the number.
const NOTES: usize = 20;

/// What was not matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unmatched {
    /// A label that is no region.
    Region,
    /// A name that is not in the catalogue.
    Metric,
    /// A row that names no metric.
    NoMetric,
    /// A text that is no time.
    Year,
    /// A text that is no value.
    Value,
    /// Values without a unit, by metric.
    Unit,
    /// A column that is not used.
    Column,
    /// A measure, status or unit that does not go with its metric.
    Sense,
}

/// Where it was seen first, and how often.
#[derive(Clone, Debug)]
struct Seen {
    first: String,
    count: usize,
    /// What to do about it.
    remedy: String,
}

/// Gathers what is to be told of a file.
#[derive(Debug, Default)]
pub(super) struct Told {
    seen: BTreeMap<(Unmatched, String), Seen>,
    notes: Vec<String>,
    untold: usize,
}

impl Told {
    /// One sentence on the file.
    pub(super) fn note(&mut self, sentence: String) {
        if self.notes.len() == NOTES {
            self.untold += 1;
        } else if !self.notes.contains(&sentence) {
            self.notes.push(sentence);
        }
    }

    /// Counts what was not matched; `remedy` is asked for once.
    pub(super) fn count(
        &mut self,
        what: Unmatched,
        name: &str,
        place: impl FnOnce() -> String,
        remedy: impl FnOnce() -> String,
    ) {
        // Looked up by a pair of which one is borrowed: what is not matched is rare.
        let seen = self.seen.entry((what, name.to_owned()));
        seen.or_insert_with(|| Seen { first: place(), count: 0, remedy: remedy() }).count += 1;
    }

    /// Columns that are named by hand and are not there.
    pub(super) fn unknown_columns<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            self.note(format!(
                "the mapping tells of a column {name}, which the table does not have; correct it in --map"
            ));
        }
    }

    /// A growth of which it is open which year it is of.
    pub(super) fn untimed_column(&mut self, column: Option<&str>, heading: Option<&str>) {
        let (column, heading) = (column.unwrap_or_default(), heading.unwrap_or_default());
        self.note(format!(
            "column {column} “{heading}” is not read: it does not tell which of the years beside it it is of; give year = … for it in --map"
        ));
    }

    /// A column of values that no rule reads.
    pub(super) fn unused_column(&mut self, column: Option<&str>, heading: Option<&str>, why: &str) {
        let (column, heading) = (column.unwrap_or_default(), heading.unwrap_or_default());
        self.note(format!(
            "column {column} “{heading}” is not read: {why}; say metric, measure and year of it in --map, or is = \"ignore\""
        ));
    }

    /// A column that sums up the regions beside it.
    pub(super) fn sum(&mut self, column: Option<&str>, heading: Option<&str>) {
        let (column, heading) = (column.unwrap_or_default(), heading.unwrap_or_default());
        self.note(format!(
            "column {column} “{heading}” is not read: it is a sum over the regions beside it; \
             if it is a region's, give region = CODE for it in --map"
        ));
    }

    /// Percentages that may be written as fractions.
    pub(super) fn fractions(&mut self, column: Option<&str>, heading: Option<&str>) {
        let (column, heading) = (column.unwrap_or_default(), heading.unwrap_or_default());
        self.note(format!(
            "column {column} “{heading}” is not read: most of its percentages are not above 1, so they may be fractions (0.053 for 5.3 %); \
             write them as 5.3%, or say fraction = true, or if they are per cent fraction = false, for it in --map"
        ));
    }

    /// Everything as troubles of the file.
    pub(super) fn troubles(self, path: &Path) -> Vec<Trouble> {
        let mut troubles: Vec<_> = self.notes.into_iter().map(|note| Trouble::new(path, note)).collect();
        if self.untold > 0 {
            troubles
                .push(Trouble::new(path, format!("{} more troubles; mend those above and open it again", self.untold)));
        }
        let mut kinds: BTreeMap<Unmatched, Vec<(String, Seen)>> = BTreeMap::new();
        for ((what, name), seen) in self.seen {
            kinds.entry(what).or_default().push((name, seen));
        }
        for (what, mut names) in kinds {
            names.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
            let more = names.len().saturating_sub(NAMED);
            for (name, seen) in names.into_iter().take(NAMED) {
                troubles.push(Trouble::new(path, what.sentence(&name, &seen)));
            }
            if more > 0 {
                troubles.push(Trouble::new(path, format!("{more} more {}; mend those above first", what.plural())));
            }
        }
        troubles
    }
}

impl Unmatched {
    fn sentence(self, name: &str, Seen { first, count, remedy }: &Seen) -> String {
        let figures = if *count == 1 { "1 figure".to_owned() } else { format!("{count} figures") };
        match self {
            Self::Region if name.is_empty() => {
                format!("{first}: no region stands there ({figures} left out); {remedy}")
            }
            Self::Year if name.is_empty() => format!("{first}: no year stands there ({figures} left out); {remedy}"),
            Self::NoMetric if name.is_empty() => {
                format!("{first}: no metric stands there ({figures} left out); {remedy}")
            }
            Self::NoMetric => format!("{first}: “{name}” tells no metric ({figures} left out); {remedy}"),
            Self::Region => format!("{first}: “{name}” is no region ({figures} left out); {remedy}"),
            Self::Metric => {
                format!("{first}: “{name}” is no metric of the catalogue, its name is kept ({figures}); {remedy}")
            }
            Self::Year => format!("{first}: “{name}” tells no year ({figures} left out); {remedy}"),
            Self::Value => format!("{first}: “{name}” is no value ({figures} left out); {remedy}"),
            Self::Unit => format!("{first}: nothing tells the unit of {name} ({figures}); {remedy}"),
            Self::Column => format!("{first}: the column “{name}” is not read; {remedy}"),
            Self::Sense => format!("{first}: {name} ({figures} left out); {remedy}"),
        }
    }

    fn plural(self) -> &'static str {
        match self {
            Self::Region => "names are no regions",
            Self::Metric => "names are not in the catalogue",
            Self::NoMetric => "texts tell no metric",
            Self::Year => "texts tell no year",
            Self::Value => "texts are no values",
            Self::Unit => "metrics are without unit",
            Self::Column => "columns are not read",
            Self::Sense => "troubles of this kind",
        }
    }
}
