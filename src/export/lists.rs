//! Lists of what there is: metrics, regions, and what a search finds.

use std::collections::HashMap;

use super::{Answer, Column, Records, Sheet, figures};
use crate::{
    index::{Atlas, MetricId},
    model::{Language, RegionCode},
    query::{Hit, Target},
};

/// Metrics, as an answer.
#[must_use]
pub fn metrics_answer(atlas: &Atlas, metrics: &[MetricId], language: Language) -> Answer<'static> {
    list(language.pick("指标", "Metrics"), language, |words, names| metrics_sheet(atlas, metrics, words, names))
}

/// A line for each metric: its key, names, category, unit and number of figures.
fn metrics_sheet(atlas: &Atlas, metrics: &[MetricId], words: Language, names: Language) -> Sheet {
    let english = Column::text("english", "英文", "English");
    let mut sheet = Sheet::of(vec![
        Column::text("key", "键", "Key").naming().whole(),
        Column::text("name", "指标", "Metric").naming(),
        if words == Language::En { english.folding() } else { english },
        Column::text("category", "类别", "Category"),
        Column::text("unit", "单位", "Unit"),
        Column::integer("figures", "数据", "Figures"),
        Column::text("aliases", "别名", "Aliases"),
    ]);
    sheet.rows.extend(metrics.iter().map(|id| {
        let metric = atlas.metric(*id);
        vec![
            metric.map(|metric| metric.key.as_str()).into(),
            atlas.metric_name(*id).into(),
            metric.map(|metric| metric.en.as_str()).into(),
            metric.map(|metric| names.category(&metric.category)).into(),
            metric.map(|metric| metric.unit.as_str()).into(),
            atlas.metric_figures(*id).into(),
            metric.map(|metric| metric.aliases.join("、")).into(),
        ]
    }));
    sheet
}

/// Regions, as an answer.
#[must_use]
pub fn regions_answer(atlas: &Atlas, regions: &[RegionCode], language: Language) -> Answer<'static> {
    list(language.pick("地区", "Regions"), language, |words, names| regions_sheet(atlas, regions, words, names))
}

/// A line for each region: its code, names, level, parents, former names and number of figures.
fn regions_sheet(atlas: &Atlas, regions: &[RegionCode], words: Language, names: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::code("code", "代码", "Code").naming(),
        Column::text("name", "地区", "Region").naming(),
        Column::text("english", "英文", "English").folding(),
        Column::text("level", "级别", "Level"),
        Column::text("parents", "上级", "Parents").folding(),
        Column::integer("figures", "数据", "Figures"),
        Column::text("former", "曾用", "Formerly"),
    ]);
    let counts = atlas.regions().collect::<HashMap<_, _>>();
    sheet.rows.extend(regions.iter().filter_map(|code| atlas.gazetteer().get(*code)).map(|region| {
        let above = atlas.gazetteer().lineage(region.code).skip(1);
        let mut parents = above.map(|parent| region_name(atlas, parent.code, names)).collect::<Vec<_>>();
        parents.reverse();
        let former = region.former.iter().map(|former| format!("{} {}", former.code, former.name)).collect::<Vec<_>>();
        vec![
            figures::code(region.code),
            region.name.as_str().into(),
            atlas.gazetteer().latin(region.code).into(),
            region.level.label(words).into(),
            parents.join(" › ").into(),
            counts.get(&region.code).copied().unwrap_or_default().into(),
            former.join("、").into(),
        ]
    }));
    sheet
}

/// What a search found, as an answer.
#[must_use]
pub fn hits_answer(atlas: &Atlas, hits: &[Hit], language: Language) -> Answer<'static> {
    list(language.pick("搜索", "Search"), language, |words, names| hits_sheet(atlas, hits, words, names))
}

/// A line for each thing found: what it is, its name, and by which other name it was found.
fn hits_sheet(atlas: &Atlas, hits: &[Hit], words: Language, names: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("kind", "种类", "Kind").naming(),
        Column::text("key", "键", "Key").naming().whole(),
        Column::text("name", "名称", "Name").naming(),
        Column::text("via", "匹配", "Found by"),
        Column::integer("figures", "数据", "Figures"),
    ]);
    let counts = atlas.regions().collect::<HashMap<_, _>>();
    sheet.rows.extend(hits.iter().map(|hit| {
        let (kind, key, count) = match hit.target {
            Target::Metric(id) => (
                words.pick("指标", "metric"),
                atlas.metric(id).map(|metric| metric.key.clone()),
                atlas.metric_figures(id),
            ),
            Target::Region(code) => {
                (words.pick("地区", "region"), Some(code.to_string()), counts.get(&code).copied().unwrap_or_default())
            }
            Target::Pair(code, id) => (
                words.pick("地区指标", "metric of region"),
                atlas.metric(id).map(|metric| format!("{code} {}", metric.key)),
                atlas.series(code, id).len(),
            ),
        };
        let via = hit.names.iter().filter_map(|name| name.via.as_deref()).collect::<Vec<_>>().join(" · ");
        let via = (!via.is_empty()).then_some(via);
        let name = match (names, hit.target) {
            (Language::Zh, _) => hit.name(),
            (_, Target::Metric(id)) => metric_name(atlas, id, names).to_owned(),
            (_, Target::Region(code)) => region_name(atlas, code, names).to_owned(),
            (_, Target::Pair(code, id)) => {
                format!("{} · {}", region_name(atlas, code, names), metric_name(atlas, id, names))
            }
        };
        vec![kind.into(), key.into(), name.into(), via.into(), count.into()]
    }));
    sheet
}

/// A list whose rows are the same for people and programs; `sheet` is told the language of words and that of names.
/// To programs words are English, and names as the reports have them.
fn list(name: &'static str, language: Language, sheet: impl Fn(Language, Language) -> Sheet) -> Answer<'static> {
    let records = Records::List(sheet(Language::En, Language::Zh));
    Answer { name, table: sheet(language, language), records, sources: Vec::new() }
}

/// What a region is called in a language.
pub(super) fn region_name(atlas: &Atlas, region: RegionCode, language: Language) -> &str {
    match language {
        Language::Zh => atlas.gazetteer().name(region),
        Language::En => atlas.gazetteer().latin(region),
    }
}

/// What a metric is called in a language; outside the catalogue it has the reports' name only.
pub(super) fn metric_name(atlas: &Atlas, id: MetricId, language: Language) -> &str {
    match (language, atlas.metric(id)) {
        (Language::En, Some(metric)) => &metric.en,
        _ => atlas.metric_name(id),
    }
}
