//! What a click on the comparison asks for.

use ratatui::layout::{Margin, Position, Rect};

use super::Table;
use crate::{
    query::Comparison,
    tui::{
        look::Look,
        panes::compare::state::{Action, State},
    },
};

/// The action that a click at `at` asks for: on a cell, to choose it; on the name of a region, its column; on
/// what stands above the metrics and above what is derived, the other order.
pub(crate) fn press(
    state: &State,
    comparison: Option<&Comparison>,
    look: &Look,
    area: Rect,
    at: Position,
) -> Option<Action> {
    let comparison = comparison?;
    let table = Table::new(state, comparison, look, area.inner(Margin::new(1, 1)));
    let column = table.cells(Rect { y: at.y, height: 1, ..table.body }).find(|(_, cell)| cell.contains(at));
    let column = column.map(|(column, _)| column);
    if table.header.contains(at) {
        return match column {
            Some(column) if column < comparison.regions.len() => Some(Action::Choose { line: None, column }),
            Some(_) => Some(Action::ToggleOrder),
            None => (at.x < table.header.x + table.columns.name).then_some(Action::ToggleOrder),
        };
    }
    let window = state.scroll.window(state.lines.len(), usize::from(table.body.height));
    let line = window.start + usize::from(at.y.checked_sub(table.body.y)?);
    let chosen = table.body.contains(at) && window.contains(&line);
    chosen.then(|| Action::Choose { line: Some(line), column: column.unwrap_or(state.column) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        index::{AtlasBuilder, MetricId},
        model::{Bound, Catalogue, Gazetteer, Language, Measure, Polarity, RegionCode},
        query::ComparisonRow,
        tui::{Colour, keymap::Keymap, strings::Strings, theme::Theme},
    };

    /// Of two regions a metric that both have, of no figures.
    fn comparison() -> Comparison {
        let row = ComparisonRow {
            metric: MetricId(0),
            name: "地区生产总值".to_owned(),
            category: "综合".to_owned(),
            measure: Measure::Level,
            polarity: Polarity::More,
            unit: "亿元".to_owned(),
            cells: vec![None, None],
            years_differ: false,
            difference: None,
            ratio: None,
            bound: Bound::Equal,
            fair: false,
            growth_gap: None,
            best: None,
            gap: None,
        };
        Comparison { regions: vec![RegionCode(410_702), RegionCode(410_704)], rows: vec![row] }
    }

    #[test]
    fn a_click_chooses_a_cell_a_column_or_the_other_order() {
        let atlas = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried())).build();
        let (theme, keymap) = (Theme::carried(Colour::None), Keymap::carried());
        let lang = Language::Zh;
        let look = Look {
            theme: &theme,
            words: Strings::of(lang),
            lang,
            atlas: &atlas,
            keymap: &keymap,
            units: crate::tui::units::Units::default(),
        };
        let comparison = comparison();
        let mut state = State::default();
        state.follow(&comparison);
        let click = |x, y| press(&state, Some(&comparison), &look, Rect::new(0, 0, 80, 20), Position { x, y });
        // Name and unit take 26 cells, a region 13: borders, then two rows of names, a heading, the row.
        assert_eq!(click(30, 4), Some(Action::Choose { line: Some(1), column: 0 }));
        assert_eq!(click(45, 4), Some(Action::Choose { line: Some(1), column: 1 }));
        assert_eq!(click(5, 4), Some(Action::Choose { line: Some(1), column: 0 }), "the column stays");
        assert_eq!(click(45, 1), Some(Action::Choose { line: None, column: 1 }));
        assert_eq!(click(5, 1), Some(Action::ToggleOrder));
        assert_eq!(click(60, 2), Some(Action::ToggleOrder));
        for (x, y) in [(30, 9), (30, 0), (79, 4), (200, 4), (5, 60)] {
            assert_eq!(click(x, y), None, "nothing stands at {x}, {y}");
        }
    }
}
