//! The documents behind figures: those that an answer rests on, and lists of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Column, Kind, Records, Sheet, lists::region_name};
use crate::{
    index::{Atlas, SourceId},
    model::{Language, Period, RegionCode, Source},
};

/// Regions of a document that are named to people; of the others only how many they are.
const NAMED: usize = 3;

/// The documents of these numbers, each once, in the order in which they were added.
pub(super) fn cited(atlas: &Atlas, sources: impl IntoIterator<Item = SourceId>) -> Vec<Source> {
    let numbers: BTreeSet<_> = sources.into_iter().collect();
    numbers.into_iter().filter_map(|number| atlas.sources().get(number.0 as usize)).cloned().collect()
}

/// A line for each document behind an answer: what it takes to find it again.
pub(super) fn cited_sheet(sources: &[Source]) -> Sheet {
    let mut sheet = Sheet::keyed(&["id", "title", "publisher", "date", "hash", "url"].map(|key| (key, Kind::Text)));
    let row = |source: &Source| {
        let Source { id, title, publisher, date, hash, url, .. } = source;
        [id, title, publisher, date, hash, url].map(|text| text.as_str().into()).into()
    };
    sheet.rows.extend(sources.iter().map(row));
    sheet
}

/// The documents, with their regions, how many figures they have, and of which years.
#[must_use]
pub fn documents_answer(atlas: &Atlas, documents: &[SourceId], language: Language) -> Answer<'static> {
    let known: Vec<_> = documents.iter().map(|id| Document::of(atlas, *id)).collect();
    let mut table = Sheet::of(vec![
        Column::text("id", "文件", "Document").naming().whole(),
        Column::text("title", "标题", "Title"),
        Column::text("publisher", "发布", "Publisher"),
        Column::text("date", "日期", "Date").whole(),
        Column::text("regions", "地区", "Regions"),
        Column::integer("figures", "数据", "Figures"),
        Column::period("years", "年份", "Years"),
        Column::text("hash", "SHA-256", "SHA-256").whole(),
    ]);
    table.rows.extend(known.iter().map(|document| {
        let Source { id, title, publisher, date, hash, .. } = document.source;
        vec![
            id.as_str().into(),
            title.as_str().into(),
            publisher.as_str().into(),
            date.as_str().into(),
            document.main_regions(atlas, language).into(),
            document.figures.into(),
            document.years.map(|(first, last)| Period::range(first, last).to_string()).into(),
            // Enough to tell documents apart, and to find one by the output of sha256sum.
            hash.get(..12).into(),
        ]
    }));
    Answer {
        name: language.pick("文件", "Documents"),
        table,
        records: Records::Sheet(records(atlas, &known)),
        sources: Vec::new(),
    }
}

/// The documents for programs.
fn records(atlas: &Atlas, known: &[Document]) -> Sheet {
    let mut sheet = Sheet::keyed(&[
        ("id", Kind::Text),
        ("title", Kind::Text),
        ("publisher", Kind::Text),
        ("date", Kind::Text),
        ("regions", Kind::Text),
        ("region_codes", Kind::Text),
        ("figures", Kind::Integer),
        ("first_year", Kind::Integer),
        ("last_year", Kind::Integer),
        ("hash", Kind::Text),
        ("url", Kind::Text),
    ]);
    sheet.rows.extend(known.iter().map(|document| {
        let Source { id, title, publisher, date, hash, url, .. } = document.source;
        let names: Vec<_> = document.regions.iter().map(|region| atlas.gazetteer().name(*region)).collect();
        let codes: Vec<_> = document.regions.iter().map(ToString::to_string).collect();
        vec![
            id.as_str().into(),
            title.as_str().into(),
            publisher.as_str().into(),
            date.as_str().into(),
            names.join(" ").into(),
            codes.join(" ").into(),
            document.figures.into(),
            document.years.map(|(first, _)| first).into(),
            document.years.map(|(_, last)| last).into(),
            hash.as_str().into(),
            url.as_str().into(),
        ]
    }));
    sheet
}

/// What the figures of a document tell of it.
struct Document<'a> {
    source: &'a Source,
    figures: usize,
    /// The regions that are known, the one with the most figures first.
    regions: Vec<RegionCode>,
    /// The first and the last year that a figure ends in.
    years: Option<(u16, u16)>,
}

impl<'a> Document<'a> {
    fn of(atlas: &'a Atlas, id: SourceId) -> Self {
        let mut counts = BTreeMap::<RegionCode, usize>::new();
        let mut years: Option<(u16, u16)> = None;
        let mut figures = 0;
        for figure in atlas.source_figures(id).map(|id| atlas.figure(id)) {
            figures += 1;
            if figure.region() != RegionCode::UNKNOWN {
                *counts.entry(figure.region()).or_default() += 1;
            }
            if let Some(year) = figure.period().map(Period::last) {
                years = Some(years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
            }
        }
        let mut regions: Vec<_> = counts.keys().copied().collect();
        regions.sort_by_key(|region| std::cmp::Reverse(counts[region]));
        Self { source: &atlas.sources()[id.0 as usize], figures, regions, years }
    }

    /// The regions with the most figures, and how many others there are.
    fn main_regions(&self, atlas: &Atlas, language: Language) -> String {
        let named: Vec<_> = self.regions.iter().take(NAMED).map(|code| region_name(atlas, *code, language)).collect();
        let told = named.join(language.pick("、", ", "));
        match (self.regions.len().saturating_sub(NAMED), language) {
            (0, _) => told,
            (_, Language::Zh) => format!("{told}等 {} 个", self.regions.len()),
            (more, Language::En) => format!("{told} and {more} more"),
        }
    }
}
