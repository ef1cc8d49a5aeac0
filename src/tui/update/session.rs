//! Brings back what was shown when the dashboard was left.

use super::Update;
use crate::{
    model::{Level, RegionCode},
    query::{Align, Order, TrendMode},
    tui::{
        panes::{
            table::{Column, Sort},
            trend::Form,
        },
        session::Session,
        state::{Focus, MOST_PINS, View},
        word::Word as _,
    },
};

impl Update<'_> {
    /// Brings back what a session tells; what is no longer there is as at a first start.
    pub(crate) fn restore(&mut self, session: &Session) {
        let atlas = &self.archive.atlas;
        let exists = |region: &RegionCode| atlas.gazetteer().get(*region).is_some();
        let regions = |codes: &[RegionCode]| -> Vec<RegionCode> {
            let mut known: Vec<RegionCode> = Vec::new();
            for code in codes.iter().filter(|code| exists(code)).take(MOST_PINS) {
                if !known.contains(code) {
                    known.push(*code);
                }
            }
            known
        };
        let state = &mut *self.state;
        state.year = session.year.filter(|year| (1000..=9999).contains(year));
        state.pins = regions(&session.pins);
        state.compared = regions(&session.compare.regions);
        state.search.remember_all(&session.searches);
        // Who types meanwhile is not interrupted.
        let is_typed = state.tree.is_typed();
        if !is_typed {
            state.focus = Focus::of(&session.pane).unwrap_or_default();
        }
        state.table.sort(session.table.sort.as_deref().and_then(Column::of).map(|by| {
            let reversed = session.table.reversed;
            Sort { by, reversed }
        }));
        state.table.closed = session.table.closed.iter().cloned().collect();
        state.compare.common_only = session.compare.common_only;
        state.compare.align = Align::of(&session.compare.align).unwrap_or_default();
        state.compare.order = Order::of(&session.compare.order).unwrap_or_default();
        state.rank.by_growth = session.rank.by_growth;
        state.rank.level = session.rank.level.as_deref().and_then(Level::of);
        state.rank.widened = session.rank.widened;
        state.map.by_growth = session.map.by_growth;
        state.map.level = session.map.level.as_deref().and_then(Level::of);
        state.map.widened = session.map.widened;
        state.trend.mode = TrendMode::of(&session.trend.mode).unwrap_or_default();
        state.trend.form = Form::of(&session.trend.form).unwrap_or_default();
        if session.all_regions != state.tree.all {
            state.tree.toggle_all(atlas);
        }
        if !is_typed && !session.filter.is_empty() {
            state.tree.type_filter();
            state.tree.insert_filter(&session.filter, self.archive.region_names(), atlas);
            state.tree.keep_filter();
        }
        let with_figures = |region: &RegionCode| session.all_regions || state.tree.knows(*region);
        if let Some(region) = session.region.filter(exists).filter(with_figures).filter(|_| !is_typed) {
            self.choose_region(region);
        }
        self.answers.follow(self.state, self.archive);
        if let Some(metric) = session.metric.as_deref().and_then(|name| atlas.find_metric(name)) {
            self.choose_metric(metric);
        }
        let view = View::of(&session.view).unwrap_or_default();
        // A comparison of fewer than two is none.
        let is_none = view == View::Compare && self.state.compared.len() < 2;
        self.state.view = if is_typed || is_none { View::Overview } else { view };
        self.follow();
    }
}
