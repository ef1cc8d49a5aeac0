//! Regions in order, as a table and as records.

use super::{
    Cell, Column, Sheet, number,
    reading::{self, Shown, unless_actual},
};
use crate::{
    index::Atlas,
    model::{Language, Region},
    query::{RankEntry, Ranking, Reading},
};

/// A line for each region with its place, its value, and the place that its report claims.
#[must_use]
pub fn ranking_table(atlas: &Atlas, ranking: &Ranking, language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::number("place", "位次", "Place"),
        Column::text("region", "地区", "Region"),
        Column::text("parent", "上级", "Parent"),
        Column::number("value", "数值", "Value"),
        Column::text("unit", "单位", "Unit"),
        Column::text("period", "时期", "Period"),
        Column::text("status", "状态", "Status"),
        Column::text("claimed", "报告称", "Reported place"),
    ]);
    sheet.rows.extend(ranking.entries.iter().map(|entry| {
        vec![
            entry.place.into(),
            atlas.gazetteer().name(entry.region).into(),
            parent(atlas, entry).map(|parent| parent.name.as_str()).into(),
            reading::converted(entry.value, &entry.reading).into(),
            ranking.unit.as_str().into(),
            reading::period(entry.reading.period).into(),
            unless_actual(entry.reading.status, language),
            entry.claimed.as_ref().map(|claimed| Shown::from(claimed).amount_in_scope(language)).into(),
        ]
    }));
    sheet
}

/// A record for each region.
#[must_use]
pub fn ranking_records(atlas: &Atlas, ranking: &Ranking) -> Sheet {
    let keys = "place region region_code parent value unit bound period status doubt claimed_place claimed_bound \
                claimed_scope doc start end";
    let mut sheet = Sheet::of(keys.split_whitespace().map(|key| Column::text(key, key, key)).collect());
    sheet.rows.extend(ranking.entries.iter().map(|entry| {
        let figure = atlas.figure(entry.reading.id);
        let claimed = entry.claimed.as_ref();
        vec![
            entry.place.into(),
            atlas.gazetteer().name(entry.region).into(),
            entry.region.to_string().into(),
            parent(atlas, entry).map(|parent| parent.name.as_str()).into(),
            number::computed(entry.value).into(),
            ranking.unit.as_str().into(),
            super::figures::bound(entry.reading.bound),
            entry.reading.period.map(|period| period.to_string()).into(),
            Cell::word(&entry.reading.status),
            super::figures::doubts(entry.reading.doubt),
            claimed.and_then(Reading::number).into(),
            claimed.map_or(Cell::Empty, |claimed| super::figures::bound(claimed.bound)),
            claimed.and_then(|claimed| claimed.scope.as_deref()).into(),
            atlas.sources()[figure.source().0 as usize].id.as_str().into(),
            figure.span().0.into(),
            figure.span().1.into(),
        ]
    }));
    sheet
}

fn parent<'a>(atlas: &'a Atlas, entry: &RankEntry) -> Option<&'a Region> {
    atlas.gazetteer().lineage(entry.region).nth(1)
}
