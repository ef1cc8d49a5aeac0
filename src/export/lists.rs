//! Lists of what there is: metrics, regions, and what a search finds.

use std::collections::HashMap;

use super::{Answer, Column, Records, Sheet};
use crate::{
    index::{Atlas, MetricId},
    model::{Language, RegionCode},
    query::{Hit, Target},
};

/// Metrics, as an answer.
#[must_use]
pub fn metrics_answer(atlas: &Atlas, metrics: &[MetricId], language: Language) -> Answer<'static> {
    list(language.pick("指标", "Metrics"), language, |_| metrics_sheet(atlas, metrics))
}

/// A line for each metric: its key, names, category, unit and number of figures.
fn metrics_sheet(atlas: &Atlas, metrics: &[MetricId]) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("key", "键", "Key").naming(),
        Column::text("name", "指标", "Metric").naming(),
        Column::text("english", "英文", "English"),
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
            metric.map(|metric| metric.category.as_str()).into(),
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
    list(language.pick("地区", "Regions"), language, |language| regions_sheet(atlas, regions, language))
}

/// A line for each region: its code, name, level, parents, former names and number of figures.
fn regions_sheet(atlas: &Atlas, regions: &[RegionCode], language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::code("code", "代码", "Code").naming(),
        Column::text("name", "地区", "Region").naming(),
        Column::text("level", "级别", "Level"),
        Column::text("parents", "上级", "Parents"),
        Column::integer("figures", "数据", "Figures"),
        Column::text("former", "曾用", "Formerly"),
    ]);
    let figures = atlas.regions().collect::<HashMap<_, _>>();
    sheet.rows.extend(regions.iter().filter_map(|code| atlas.gazetteer().get(*code)).map(|region| {
        let mut parents =
            atlas.gazetteer().lineage(region.code).skip(1).map(|parent| parent.name.as_str()).collect::<Vec<_>>();
        parents.reverse();
        let former = region.former.iter().map(|former| format!("{} {}", former.code, former.name)).collect::<Vec<_>>();
        vec![
            region.code.to_string().into(),
            region.name.as_str().into(),
            region.level.label(language).into(),
            parents.join(" › ").into(),
            figures.get(&region.code).copied().unwrap_or_default().into(),
            former.join("、").into(),
        ]
    }));
    sheet
}

/// What a search found, as an answer.
#[must_use]
pub fn hits_answer(atlas: &Atlas, hits: &[Hit], language: Language) -> Answer<'static> {
    list(language.pick("搜索", "Search"), language, |language| hits_sheet(atlas, hits, language))
}

/// A line for each thing found: what it is, its name, and by which other name it was found.
fn hits_sheet(atlas: &Atlas, hits: &[Hit], language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("kind", "种类", "Kind").naming(),
        Column::text("key", "键", "Key").naming(),
        Column::text("name", "名称", "Name").naming(),
        Column::text("via", "匹配", "Found by"),
        Column::integer("figures", "数据", "Figures"),
    ]);
    let figures = atlas.regions().collect::<HashMap<_, _>>();
    sheet.rows.extend(hits.iter().map(|hit| {
        let (kind, key, count) = match hit.target {
            Target::Metric(id) => (
                language.pick("指标", "metric"),
                atlas.metric(id).map(|metric| metric.key.clone()),
                atlas.metric_figures(id),
            ),
            Target::Region(code) => (
                language.pick("地区", "region"),
                Some(code.to_string()),
                figures.get(&code).copied().unwrap_or_default(),
            ),
            Target::Pair(code, id) => (
                language.pick("地区指标", "metric of region"),
                atlas.metric(id).map(|metric| format!("{code} {}", metric.key)),
                atlas.series(code, id).len(),
            ),
        };
        let via = hit.names.iter().filter_map(|name| name.via.as_deref()).collect::<Vec<_>>().join(" · ");
        let via = (!via.is_empty()).then_some(via);
        vec![kind.into(), key.into(), hit.name().into(), via.into(), count.into()]
    }));
    sheet
}

/// A list whose rows are the same for people and programs; those of programs are in English.
fn list(name: &'static str, language: Language, sheet: impl Fn(Language) -> Sheet) -> Answer<'static> {
    Answer { name, table: sheet(language), records: Records::List(sheet(Language::En)), sources: Vec::new() }
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
