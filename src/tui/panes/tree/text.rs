//! The regions as text: for the clipboard.

use super::state::{Node, State};
use crate::{
    export::{Cell, Sheet},
    model::RegionCode,
    tui::{look::Look, strings::Columns},
};

/// The regions in sight of the tree, a row each.
pub(crate) fn table(state: &State, look: &Look) -> Sheet {
    let columns = vec![
        Columns::text("name", |word| word.region),
        Columns::text("code", |word| word.code),
        Columns::number("figures", |word| word.figures),
    ];
    Sheet { columns, rows: state.nodes.iter().map(|node| cells(node, look)).collect() }
}

/// The chosen region, cells separated by tabs.
pub(crate) fn row(state: &State, look: &Look) -> Option<String> {
    table(state, look).tabbed(state.scroll.cursor)
}

/// Its name.
pub(crate) fn cell(state: &State, look: &Look) -> Option<String> {
    state.selected().map(|region| look.region(region).to_owned())
}

fn cells(node: &Node, look: &Look) -> Vec<Cell> {
    let code = (node.region != RegionCode::UNKNOWN).then(|| node.region.to_string());
    vec![look.region(node.region).into(), code.into(), node.figures.into()]
}
