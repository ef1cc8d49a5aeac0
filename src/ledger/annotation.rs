//! Corrections as an annotation: what people found, in the form that `score.py` compares a reading with.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use crate::model::{
    Bound, Figure, Flag, Measure, Period, Source, Status, Value,
    correction::{Anchor, Deed, Entry, Standing},
};

/// What people found in documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    /// A row a figure, in the order of the documents and their texts.
    pub rows: Vec<Row>,
    /// What of each document was looked at: its file name, first character, the one after the last. A document
    /// that is not named was looked at from end to end.
    pub ranges: Vec<(String, u32, u32)>,
    /// How many places tell no figure.
    pub rejected: usize,
    /// File names that several documents bear; they are left out.
    pub alike: Vec<String>,
}

/// A figure as it is annotated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The document's file name.
    doc: String,
    start: u32,
    end: u32,
    text: String,
    measure: Measure,
    /// The noun phrase.
    metric: String,
    /// The key of the catalogue, empty outside it.
    key: String,
    region: Option<String>,
    period: Option<Period>,
    status: Status,
    bound: Bound,
    scope: Option<String>,
    base: Option<String>,
    flag: Option<Mark>,
    value: Option<Value>,
    unit: String,
}

/// How a row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Mark {
    /// Digits are lost: a value that is read counts against the reading.
    Damaged,
    /// Nobody said whether it is right: it counts neither for nor against.
    Opt,
}

impl Annotation {
    /// How many figures people found.
    #[must_use]
    pub fn figures(&self) -> usize {
        self.rows.iter().filter(|row| row.flag != Some(Mark::Opt)).count()
    }
}

/// What people found. `figures` are all there are, corrected, of the documents `sources`; of those in `whole` all is
/// taken as looked at, of the others what an act is about.
#[must_use]
pub fn annotate(entries: &[Entry], sources: &[Source], figures: Vec<Figure>, whole: &[String]) -> Annotation {
    let whole: HashSet<&str> = whole.iter().map(String::as_str).collect();
    let mut docs: BTreeMap<String, Found> = BTreeMap::new();
    for entry in entries {
        // Only what holds was found; where the document has changed, at the place of today.
        let (place, Deed::Reject(on)) = (&entry.standing, &entry.act.deed) else { continue };
        let span = match place {
            // A cell has no characters that could be annotated.
            Standing::Applied if on.figure.start < on.figure.end => (on.figure.start, on.figure.end),
            Standing::Reanchored { start, end } => (*start, *end),
            _ => continue,
        };
        for doc in called(on, place, sources) {
            let found = docs.entry(doc).or_default();
            found.rejected.insert(span);
            found.looked_at.insert(span);
        }
    }
    for figure in &figures {
        if figure.review.is_some() || whole.contains(figure.doc.as_str()) {
            docs.entry(figure.doc.clone()).or_default().looked_at.insert((figure.start, figure.end));
        }
    }
    for figure in figures {
        if let Some(found) = docs.get_mut(&figure.doc)
            && found.looked_at.contains(&(figure.start, figure.end))
            && figure.start < figure.end
        {
            found.figures.push(figure);
        }
    }
    written(docs, &whole)
}

/// What the document of an anchor is called now: it may have been renamed since, and lie there twice.
fn called(on: &Anchor, place: &Standing, sources: &[Source]) -> Vec<String> {
    let is_it = |source: &&Source| *place == Standing::Applied && !on.hash.is_empty() && source.hash == on.hash;
    let now: Vec<_> = sources.iter().filter(is_it).map(|source| source.id.clone()).collect();
    if now.is_empty() { vec![on.figure.doc.clone()] } else { now }
}

/// What was found in a document.
#[derive(Default)]
struct Found {
    looked_at: BTreeSet<(u32, u32)>,
    rejected: BTreeSet<(u32, u32)>,
    figures: Vec<Figure>,
}

fn written(docs: BTreeMap<String, Found>, whole: &HashSet<&str>) -> Annotation {
    let mut annotation = Annotation::default();
    let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
    for doc in docs.keys() {
        *bearers.entry(file_name(doc)).or_default() += 1;
    }
    annotation.alike = bearers.iter().filter(|(_, count)| **count > 1).map(|(name, _)| name.clone()).collect();
    for (doc, mut found) in docs {
        let name = file_name(&doc);
        if annotation.alike.contains(&name) {
            continue;
        }
        let is_whole = whole.contains(doc.as_str());
        found.figures.sort_by_key(|figure| (figure.start, figure.end));
        // A document in which every number was rejected is still one of those that are scored.
        if found.figures.is_empty() {
            annotation.rows.push(nothing(&name));
        }
        annotation.rows.extend(found.figures.into_iter().map(|figure| row(&name, figure, is_whole)));
        annotation.rejected += found.rejected.len();
        if !is_whole {
            annotation.ranges.extend(found.looked_at.into_iter().map(|(start, end)| (name.clone(), start, end)));
        }
    }
    annotation
}

fn row(doc: &str, figure: Figure, is_whole: bool) -> Row {
    let flag = match figure.flag {
        Some(Flag::Damaged) => Some(Mark::Damaged),
        None if figure.review.is_none() && !is_whole => Some(Mark::Opt),
        None => None,
    };
    Row {
        doc: doc.to_owned(),
        start: figure.start,
        end: figure.end,
        text: figure.text,
        measure: figure.measure,
        metric: figure.name,
        key: figure.metric.unwrap_or_default(),
        region: figure.region,
        period: figure.period,
        status: figure.status,
        bound: figure.bound,
        scope: figure.scope,
        base: figure.base,
        flag,
        value: figure.value,
        unit: figure.unit,
    }
}

/// A row that no figure can meet.
fn nothing(doc: &str) -> Row {
    Row {
        doc: doc.to_owned(),
        start: 0,
        end: 0,
        text: String::new(),
        measure: Measure::Level,
        metric: String::new(),
        key: String::new(),
        region: None,
        period: None,
        status: Status::Actual,
        bound: Bound::Equal,
        scope: None,
        base: None,
        flag: Some(Mark::Opt),
        value: None,
        unit: String::new(),
    }
}

fn file_name(doc: &str) -> String {
    doc.rsplit('/').next().unwrap_or(doc).to_owned()
}
