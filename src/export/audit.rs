//! What an audit found, as a table and as records.

mod arithmetic;
mod words;

use serde::{Serialize, Serializer, ser::SerializeMap as _};

pub use self::{
    arithmetic::{Brief, finding_brief, finding_sentence, finding_steps},
    words::{kind_label, kind_sentence, severity_label},
};
use super::{
    Answer, Cell, Column, Kind, Records, Sheet,
    lists::{metric_name, region_name},
    number, reading,
    sources::cited,
};
use crate::{
    index::{Atlas, FigureId},
    model::{Figure, Language},
    query::{Finding, audit::Reckoning},
};

/// What an audit found, as an answer.
#[must_use]
pub fn findings_answer<'a>(atlas: &'a Atlas, findings: &'a [Finding], language: Language) -> Answer<'a> {
    let figures = findings.iter().flat_map(|finding| &finding.figures);
    Answer {
        name: language.pick("核查", "Audit"),
        table: findings_table(atlas, findings, language),
        records: Records::Findings(atlas, findings),
        sources: cited(atlas, figures.map(|figure| atlas.figure(*figure).source())),
    }
}

/// The findings as objects, each with its figures in the interchange form.
pub(super) fn records<'a>(atlas: &'a Atlas, findings: &'a [Finding]) -> impl Iterator<Item = Record<'a>> {
    findings.iter().map(move |finding| Record { atlas, finding })
}

/// A line for each finding: whose, when, and the arithmetic as a sentence.
#[must_use]
pub fn findings_table(atlas: &Atlas, findings: &[Finding], language: Language) -> Sheet {
    let mut sheet = Sheet::of(vec![
        Column::text("kind", "核查", "Check").naming(),
        Column::text("region", "地区", "Region").naming(),
        Column::period("period", "时期", "Period"),
        Column::text("doubt", "存疑", "Doubt"),
        Column::text("source", "出处", "Source").folding(),
        // The longest stands last, so that nothing is pushed away by it.
        Column::text("finding", "发现", "Finding").folding(),
    ]);
    sheet.rows.extend(findings.iter().map(|finding| {
        vec![
            kind_label(finding.kind, language).into(),
            region_name(atlas, finding.region, language).into(),
            finding.period.map_or_else(String::new, |period| reading::period(Some(period))).into(),
            Cell::Text(if finding.doubtful { language.pick("存疑", "doubtful") } else { "" }.to_owned()),
            source_of(atlas, finding.figures[0]).into(),
            finding_sentence(atlas, finding, language).into(),
        ]
    }));
    sheet
}

/// A record for each finding, with the place of each figure.
pub(super) fn findings_records(atlas: &Atlas, findings: &[Finding]) -> Sheet {
    let mut sheet = Sheet::keyed(&[
        ("kind", Kind::Text),
        ("severity", Kind::Text),
        ("region", Kind::Text),
        ("region_code", Kind::Integer),
        ("metric", Kind::Text),
        ("name", Kind::Text),
        ("period", Kind::Period),
        ("doubtful", Kind::Truth),
        ("told", Kind::Number),
        ("relation", Kind::Text),
        ("expected", Kind::Number),
        ("tolerance", Kind::Number),
        ("unit", Kind::Text),
        ("finding", Kind::Text),
        ("figures", Kind::Text),
    ]);
    sheet.rows.extend(findings.iter().map(|finding| {
        fields(atlas, finding).into_iter().map(|(_, cell)| cell).chain([places(atlas, finding).into()]).collect()
    }));
    sheet
}

/// All fields but the figures, in the order of the columns.
fn fields(atlas: &Atlas, finding: &Finding) -> Vec<(&'static str, Cell)> {
    let figure = atlas.figure(finding.figures[0]);
    let reckoning = finding.reckoning.as_ref();
    let computed = |pick: fn(&Reckoning) -> f64| reckoning.map(|reckoning| number::computed(pick(reckoning))).into();
    vec![
        ("kind", finding.kind.word().into()),
        ("severity", Cell::word(&finding.kind.severity())),
        ("region", atlas.gazetteer().name(finding.region).into()),
        ("region_code", super::figures::code(finding.region)),
        ("metric", atlas.metric(finding.metric).map(|metric| metric.key.as_str()).into()),
        ("name", metric_name(atlas, finding.metric, Language::Zh).into()),
        ("period", finding.period.map(|period| period.to_string()).into()),
        ("doubtful", finding.doubtful.into()),
        ("told", computed(|reckoning| reckoning.told)),
        ("relation", reckoning.map_or(Cell::Empty, |reckoning| Cell::word(&reckoning.relation))),
        ("expected", computed(|reckoning| reckoning.expected)),
        ("tolerance", computed(|reckoning| reckoning.tolerance)),
        ("unit", reckoning.map(|_| figure.unit()).into()),
        ("finding", finding_sentence(atlas, finding, Language::En).into()),
    ]
}

/// Document, first and last character of each figure.
fn places(atlas: &Atlas, finding: &Finding) -> String {
    let place = |id: &FigureId| {
        let (start, end) = atlas.figure(*id).span();
        format!("{}:{start}-{end}", source_of(atlas, *id))
    };
    finding.figures.iter().map(place).collect::<Vec<_>>().join(" | ")
}

fn source_of(atlas: &Atlas, figure: FigureId) -> &str {
    &atlas.sources()[atlas.figure(figure).source().0 as usize].id
}

/// A finding as an object.
pub(super) struct Record<'a> {
    atlas: &'a Atlas,
    finding: &'a Finding,
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, cell) in fields(self.atlas, self.finding) {
            map.serialize_entry(key, &cell)?;
        }
        // Of a document with many the places are enough; the figures themselves are in the data.
        let figures = self.finding.figures.iter().map(|id| self.atlas.figure(*id).to_figure());
        map.serialize_entry("figures", &figures.collect::<Vec<Figure>>())?;
        map.end()
    }
}
