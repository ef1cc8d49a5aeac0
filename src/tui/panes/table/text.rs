//! The metrics of a region as text: for the clipboard.

use super::state::{Line, State};
use crate::{
    export::{Cell, Sheet, amount, profile_table},
    query::{Group, Profile},
    tui::look::Look,
};

/// The metrics in the order in which they are shown, a row each.
pub(crate) fn table(state: &State, profile: Option<&Profile>, look: &Look) -> Option<Sheet> {
    let profile = profile?;
    let head = profile_table(look.atlas, &Profile { region: profile.region, groups: Vec::new() }, look.lang);
    Some(Sheet { rows: state.lines.iter().filter_map(|line| cells(*line, profile, look)).collect(), ..head })
}

/// The chosen metric, cells separated by tabs.
pub(crate) fn row(state: &State, profile: Option<&Profile>, look: &Look) -> Option<String> {
    let cells = cells(*state.lines.get(state.scroll.cursor)?, profile?, look)?;
    Sheet { columns: Vec::new(), rows: vec![cells] }.tabbed(0)
}

/// Its value; the growth or whatever else is told of it where it has none.
pub(crate) fn cell(state: &State, profile: Option<&Profile>, look: &Look) -> Option<String> {
    let row = state.selected(profile?)?;
    let mut told = [&row.level, &row.growth, &row.rank].into_iter().flatten().chain(&row.others);
    told.next().map(|reading| amount(&look.atlas.figure(reading.id).to_figure(), look.lang))
}

/// The metric of a line; `None` for the name of a category.
fn cells(line: Line, profile: &Profile, look: &Look) -> Option<Vec<Cell>> {
    let Line::Metric(group, row) = line else { return None };
    let group = profile.groups.get(group)?;
    let only = Group { category: group.category.clone(), rows: vec![group.rows.get(row)?.clone()] };
    let only = Profile { region: profile.region, groups: vec![only] };
    profile_table(look.atlas, &only, look.lang).rows.into_iter().next()
}
