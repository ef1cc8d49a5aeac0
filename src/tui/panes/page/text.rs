//! The figures of a document as text: for the clipboard and for files.

use super::{Page, State};
use crate::{
    export::{Sheet, amount, figures_table},
    model::Figure,
    tui::look::Look,
};

/// The figures in the order of the text, in columns for people.
pub(crate) fn table(page: Option<&Page>, look: &Look) -> Option<Sheet> {
    Some(figures_table(&figures(page?, look), look.lang))
}

/// The chosen figure, cells separated by tabs.
pub(crate) fn row(state: &State, page: Option<&Page>, look: &Look) -> Option<String> {
    let figure = look.atlas.figure(state.chosen(page?)?).to_figure();
    figures_table(&[figure], look.lang).tabbed(0)
}

/// Its value.
pub(crate) fn cell(state: &State, page: Option<&Page>, look: &Look) -> Option<String> {
    Some(amount(&look.atlas.figure(state.chosen(page?)?).to_figure(), look.lang))
}

fn figures(page: &Page, look: &Look) -> Vec<Figure> {
    page.figures.iter().map(|id| look.atlas.figure(*id).to_figure()).collect()
}
