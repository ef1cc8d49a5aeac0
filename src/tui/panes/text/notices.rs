//! What could not be read.

use super::Line;
use crate::tui::{look::Look, widgets::flow::wrap};

/// The lines that tell what could not be read, in `cells` cells.
pub(crate) fn notices(notices: &[String], look: &Look, cells: u16) -> Vec<Line> {
    if notices.is_empty() {
        return vec![vec![(look.words.no_notices.to_owned(), look.theme.pane.empty)]];
    }
    let mut lines = Vec::new();
    for notice in notices {
        for (place, text) in wrap(notice, cells.saturating_sub(2)).into_iter().enumerate() {
            let mark = if place == 0 { "• " } else { "  " };
            lines.push(vec![(mark.to_owned(), look.theme.hint.message), (text, look.theme.evidence.text)]);
        }
    }
    lines
}
