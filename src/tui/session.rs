//! What the dashboard remembers from one start to the next: plain values, by names that outlive an Atlas.

use serde::{Deserialize, Serialize};

use super::state::{Focus, State, View};
use crate::{
    index::Atlas,
    model::RegionCode,
    query::{Align, Order},
};

/// What the dashboard remembers. What is missing is as at a first start; what is not known any more is
/// dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The view: `overview`, `compare`, `rank`, `trend`, `map`, `sources`, `audit`.
    pub view: String,
    /// The pane of the overview that takes the keys: `tree`, `table`, `detail`.
    pub pane: String,
    /// The chosen region.
    pub region: Option<RegionCode>,
    /// The chosen metric: its key, or its name where it has none.
    pub metric: Option<String>,
    /// The chosen year; nothing for the latest.
    pub year: Option<u16>,
    /// Pinned regions in the order in which they were pinned.
    pub pins: Vec<RegionCode>,
    /// Regions side by side.
    pub compared: Vec<RegionCode>,
    /// What narrows the tree.
    pub filter: String,
    /// Whether regions without figures are shown too.
    pub all_regions: bool,
    /// Whether the comparison has only what two regions have.
    pub common_only: bool,
    /// Of which year the comparison is: `same_year`, `latest`.
    pub align: String,
    /// In which order the comparison is: `shared`, `gap`.
    pub order: String,
    /// The language, if another was chosen than is set.
    pub lang: Option<Changed>,
    /// The theme, if another was chosen than is set.
    pub theme: Option<Changed>,
}

/// A setting that was changed in the dashboard. It holds as long as the setting stays what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// What was set.
    pub from: String,
    /// What was chosen.
    pub to: String,
}

impl Changed {
    /// The change from what is set to what is chosen; `None` where they are the same.
    pub(crate) fn new(from: &str, to: &str) -> Option<Self> {
        (from != to).then(|| Self { from: from.to_owned(), to: to.to_owned() })
    }

    /// What was chosen, if what is `set` is what was set then.
    pub(crate) fn holds<'a>(changed: Option<&'a Self>, set: &str) -> Option<&'a str> {
        changed.filter(|changed| changed.from == set).map(|changed| changed.to.as_str())
    }
}

pub(crate) const VIEWS: &[(&str, View)] = &[
    ("overview", View::Overview),
    ("compare", View::Compare),
    ("rank", View::Rank),
    ("trend", View::Trend),
    ("map", View::Map),
    ("sources", View::Sources),
    ("audit", View::Audit),
];
pub(crate) const PANES: &[(&str, Focus)] = &[("tree", Focus::Tree), ("table", Focus::Table), ("detail", Focus::Detail)];
pub(crate) const ALIGNS: &[(&str, Align)] = &[("same_year", Align::SameYear), ("latest", Align::Latest)];
pub(crate) const ORDERS: &[(&str, Order)] = &[("shared", Order::Shared), ("gap", Order::Gap)];

/// The word for a value.
fn word<T: PartialEq>(words: &[(&str, T)], value: &T) -> String {
    words.iter().find(|(_, known)| known == value).map_or_else(String::new, |(word, _)| (*word).to_owned())
}

/// The value of a word; `None` for a word of another time.
pub(crate) fn value<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
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
            view: word(VIEWS, &state.view),
            pane: word(PANES, &state.focus),
            region: state.region(),
            metric,
            year: state.year,
            pins: state.pins.clone(),
            compared: state.compared.clone(),
            filter: filter.unwrap_or_default(),
            all_regions: state.tree.all,
            common_only: state.compare.common_only,
            align: word(ALIGNS, &state.compare.align),
            order: word(ORDERS, &state.compare.order),
            lang: None,
            theme: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_has_a_word() {
        for view in View::ALL {
            assert_eq!(value(VIEWS, &word(VIEWS, &view)), Some(view));
        }
        assert_eq!(value(VIEWS, "globe"), None);
    }

    #[test]
    fn a_change_holds_until_the_setting_changes() {
        let changed = Changed::new("dark", "light");
        assert_eq!(Changed::holds(changed.as_ref(), "dark"), Some("light"));
        assert_eq!(Changed::holds(changed.as_ref(), "high-contrast"), None);
        assert_eq!(Changed::new("dark", "dark"), None);
    }

    #[test]
    fn what_is_missing_is_as_at_a_first_start_and_what_is_unknown_is_left_out() {
        let session: Session = serde_json::from_str(r#"{ "year": 2024, "moon": "full" }"#).unwrap();
        assert_eq!(session, Session { year: Some(2024), ..Session::default() });
    }
}
