//! What the dashboard remembers from one start to the next: plain values, by names that outlive an Atlas.

use serde::{Deserialize, Serialize};

use super::{panes::table::Column, state::State, word::Word as _};
use crate::{index::Atlas, model::RegionCode};

/// What the dashboard remembers. What is missing is as at a first start; what is not known any more is
/// dropped. Choices are told by the words of [`Word`](super::Word).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The view.
    pub view: String,
    /// The pane of the overview that takes the keys.
    pub pane: String,
    /// The chosen region.
    pub region: Option<RegionCode>,
    /// The chosen metric: its key, or its name where it has none.
    pub metric: Option<String>,
    /// The chosen year; nothing for the latest.
    pub year: Option<u16>,
    /// Pinned regions in the order in which they were pinned.
    pub pins: Vec<RegionCode>,
    /// What narrows the tree.
    pub filter: String,
    /// Whether regions without figures are shown too.
    pub all_regions: bool,
    /// How the table is shown.
    pub table: Table,
    /// How regions are compared.
    pub compare: Compare,
    /// How regions are ranked.
    pub rank: Rank,
    /// How years are shown.
    pub trend: Trend,
    /// How regions are shown on the map.
    pub map: Rank,
    /// What was searched for, the latest first.
    pub searches: Vec<String>,
    /// What was chosen instead of what is set.
    pub changed: Changes,
}

/// How the table is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// The column by which the rows are sorted; nothing for the order of the catalogue.
    pub sort: Option<String>,
    /// Whether they are sorted the other way round.
    pub reversed: bool,
    /// Categories of which only the name is shown.
    pub closed: Vec<String>,
}

/// How regions are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Compare {
    /// The regions side by side.
    pub regions: Vec<RegionCode>,
    /// Whether only what two regions have is shown.
    pub common_only: bool,
    /// Of which year the figures are.
    pub align: String,
    /// In which order the rows stand.
    pub order: String,
}

/// How regions are ranked, or shown on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rank {
    /// Whether by growth.
    pub by_growth: bool,
    /// Their level; nothing for that of the chosen region.
    pub level: Option<String>,
    /// How many regions above the nearest the view is wider.
    pub widened: usize,
}

/// How years are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Trend {
    /// What is drawn of each year.
    pub mode: String,
    /// How it is drawn.
    pub form: String,
}

/// What was chosen instead of what is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Changes {
    /// The language.
    pub lang: Option<Change>,
    /// The theme.
    pub theme: Option<Change>,
    /// The units of values.
    pub units: Option<Change>,
    /// The columns of the table, with commas between them.
    pub columns: Option<Change>,
}

/// A setting that was changed in the dashboard. The change holds as long as the setting stays what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was set.
    pub from: String,
    /// What was chosen.
    pub to: String,
}

impl Change {
    /// The change from what is set to what is chosen; `None` where they are the same.
    pub(crate) fn new(from: &str, to: &str) -> Option<Self> {
        (from != to).then(|| Self { from: from.to_owned(), to: to.to_owned() })
    }

    /// What was chosen, if what is `set` is what was set then.
    pub(crate) fn holds<'a>(change: Option<&'a Self>, set: &str) -> Option<&'a str> {
        change.filter(|change| change.from == set).map(|change| change.to.as_str())
    }
}

impl Session {
    /// What is to be remembered of a state.
    pub(crate) fn of(state: &State, atlas: &Atlas) -> Self {
        let metric = state.metric().map(|metric| match atlas.metric(metric) {
            Some(known) => known.key.clone(),
            None => atlas.metric_name(metric).to_owned(),
        });
        let filter = state.tree.filter.as_ref().map(|filter| filter.line.value().trim().to_owned());
        Self {
            view: state.view.word().to_owned(),
            pane: state.focus.word().to_owned(),
            region: state.region(),
            metric,
            year: state.year,
            pins: state.pins.clone(),
            filter: filter.unwrap_or_default(),
            all_regions: state.tree.all,
            table: Table {
                sort: state.table.sort.map(|sort| sort.by.word().to_owned()),
                reversed: state.table.sort.is_some_and(|sort| sort.reversed),
                closed: state.table.closed.iter().cloned().collect(),
            },
            compare: Compare {
                regions: state.compared.clone(),
                common_only: state.compare.common_only,
                align: state.compare.align.word().to_owned(),
                order: state.compare.order.word().to_owned(),
            },
            rank: Rank {
                by_growth: state.rank.by_growth,
                level: state.rank.level.map(|level| level.word().to_owned()),
                widened: state.rank.widened,
            },
            map: Rank {
                by_growth: state.map.by_growth,
                level: state.map.level.map(|level| level.word().to_owned()),
                widened: state.map.widened,
            },
            trend: Trend { mode: state.trend.mode.word().to_owned(), form: state.trend.form.word().to_owned() },
            searches: state.search.recent.clone(),
            changed: Changes::default(),
        }
    }
}

/// The columns of the table that can be hidden, in their order.
pub(crate) const COLUMNS: [Column; 4] = [Column::Growth, Column::Place, Column::Year, Column::Trend];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_holds_until_the_setting_changes() {
        let change = Change::new("dark", "light");
        assert_eq!(Change::holds(change.as_ref(), "dark"), Some("light"));
        assert_eq!(Change::holds(change.as_ref(), "high-contrast"), None);
        assert_eq!(Change::new("dark", "dark"), None);
    }

    #[test]
    fn what_is_missing_is_as_at_a_first_start_and_what_is_unknown_is_left_out() {
        let session: Session =
            serde_json::from_str(r#"{ "year": 2024, "moon": "full", "rank": { "tide": 5 } }"#).unwrap();
        assert_eq!(session, Session { year: Some(2024), ..Session::default() });
    }
}
