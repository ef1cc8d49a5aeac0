//! Regions in order, as a table and as records.

use super::{
    Answer, Cell, Column, Kind, Records, Sheet, figures,
    lists::region_name,
    number,
    reading::{self, Shown, tagged, unless_actual},
    sources::cited,
};
use crate::{
    index::Atlas,
    model::{Language, Measure, Region},
    query::{Movement, RankEntry, Ranking, Reading},
};

/// Regions in order, as an answer.
#[must_use]
pub fn ranking_answer(atlas: &Atlas, ranking: &Ranking, language: Language) -> Answer<'static> {
    let told = ranking
        .entries
        .iter()
        .flat_map(|entry| [Some(&entry.reading), entry.beside.as_ref(), entry.claimed.as_ref()].into_iter().flatten());
    Answer {
        name: language.pick("排行", "Ranking"),
        table: ranking_table(atlas, ranking, language),
        records: Records::Sheet(ranking_records(atlas, ranking)),
        sources: cited(atlas, told.map(|reading| reading.source)),
    }
}

/// A line for each region with its place, its value, what is told beside it, and the place that its
/// report claims; how it moved only where that is told.
#[must_use]
pub fn ranking_table(atlas: &Atlas, ranking: &Ranking, language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::integer("place", "位次", "Place").naming(),
        Column::text("region", "地区", "Region").naming(),
        Column::text("parent", "上级", "Parent"),
        Column::number("value", "数值", "Value"),
        Column::text("unit", "单位", "Unit"),
        Column::period("period", "时期", "Period"),
        Column::text("status", "状态", "Status"),
        Column::number("beside", "同比", "YoY"),
        Column::text("claimed", "报告称", "Reported place").folding(),
    ]);
    if ranking.entries.first().is_some_and(|entry| entry.reading.measure == Measure::Growth) {
        sheet.columns[3] = Column::number("value", "同比", "YoY");
        sheet.columns[7] = Column::number("beside", "数值", "Value");
    }
    let tells_moves = ranking.before.is_some();
    if tells_moves {
        sheet.columns.insert(1, Column::text("moved", "升降", "Moved").naming());
    }
    sheet.rows.extend(ranking.entries.iter().map(|entry| {
        let own = |amount, reading: &Reading| tagged(amount, reading.status, entry.reading.status, language);
        let moved = tells_moves.then(|| entry.movement.map(|movement| movement.mark(language)).into());
        let cells = vec![
            region_name(atlas, entry.region, language).into(),
            parent(atlas, entry).map(|parent| region_name(atlas, parent.code, language)).into(),
            reading::converted(entry.value, &entry.reading).into(),
            ranking.unit.as_str().into(),
            reading::period(entry.reading.period).into(),
            unless_actual(entry.reading.status, language),
            entry.beside.as_ref().map(|beside| own(Shown::from(beside).amount(language), beside)).into(),
            entry.claimed.as_ref().map(|claimed| own(Shown::from(claimed).amount_in_scope(language), claimed)).into(),
        ];
        [entry.place.into()].into_iter().chain(moved).chain(cells).collect()
    }));
    sheet
}

/// A record for each region. `moved` is how many places it rose against the year before; it is empty where
/// that is not told, or of a region that had no place then.
#[must_use]
pub fn ranking_records(atlas: &Atlas, ranking: &Ranking) -> Sheet {
    let mut sheet = Sheet::keyed(&[
        ("place", Kind::Integer),
        ("region", Kind::Text),
        ("region_code", Kind::Integer),
        ("parent", Kind::Text),
        ("value", Kind::Number),
        ("unit", Kind::Text),
        ("bound", Kind::Text),
        ("period", Kind::Period),
        ("status", Kind::Text),
        ("doubt", Kind::Text),
        ("moved", Kind::Integer),
        ("beside", Kind::Text),
        ("beside_value", Kind::Number),
        ("beside_unit", Kind::Text),
        ("beside_bound", Kind::Text),
        ("beside_status", Kind::Text),
        ("claimed_place", Kind::Integer),
        ("claimed_bound", Kind::Text),
        ("claimed_status", Kind::Text),
        ("claimed_scope", Kind::Text),
        ("doc", Kind::Text),
        ("start", Kind::Integer),
        ("end", Kind::Integer),
    ]);
    sheet.rows.extend(ranking.entries.iter().map(|entry| {
        let figure = atlas.figure(entry.reading.id);
        let (beside, claimed) = (entry.beside.as_ref(), entry.claimed.as_ref());
        vec![
            entry.place.into(),
            atlas.gazetteer().name(entry.region).into(),
            figures::code(entry.region),
            parent(atlas, entry).map(|parent| parent.name.as_str()).into(),
            number::computed(entry.value).into(),
            ranking.unit.as_str().into(),
            figures::bound(entry.reading.bound),
            entry.reading.period.map(|period| period.to_string()).into(),
            Cell::word(&entry.reading.status),
            figures::doubts(entry.reading.doubt),
            entry.movement.and_then(moved).into(),
            beside.map_or(Cell::Empty, |beside| Cell::word(&beside.measure)),
            beside.and_then(Reading::number).into(),
            beside.map(|beside| &*beside.unit).into(),
            beside.map_or(Cell::Empty, |beside| figures::bound(beside.bound)),
            beside.map_or(Cell::Empty, |beside| Cell::word(&beside.status)),
            claimed.and_then(Reading::number).into(),
            claimed.map_or(Cell::Empty, |claimed| figures::bound(claimed.bound)),
            claimed.map_or(Cell::Empty, |claimed| Cell::word(&claimed.status)),
            claimed.and_then(|claimed| claimed.scope.as_deref()).into(),
            atlas.sources()[figure.source().0 as usize].id.as_str().into(),
            figure.span().0.into(),
            figure.span().1.into(),
        ]
    }));
    sheet
}

/// Places towards the first.
fn moved(movement: Movement) -> Option<f64> {
    match movement {
        Movement::Up(places) => Some(f64::from(places)),
        Movement::Down(places) => Some(-f64::from(places)),
        Movement::Same => Some(0.0),
        Movement::New => None,
    }
}

fn parent<'a>(atlas: &'a Atlas, entry: &RankEntry) -> Option<&'a Region> {
    atlas.gazetteer().lineage(entry.region).nth(1)
}
