//! What the labels of a row tell: its region, time, metric and unit.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::{
    blocks::Blocks,
    book::Book,
    cell::{Cell, Row},
    heading::{self, Heading},
    map::{Column, Role},
    names::Names,
    regions::Fault,
    units, year,
};
use crate::model::{Measure, Metric, Period, RegionCode, Status};

/// What was read of a table so far.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) figures: usize,
    /// Rows without values since the last with some.
    pub(super) lines: Vec<(u32, Row)>,
    /// Labels that rows leave to those above.
    blocks: Blocks,
    /// Labels of the row before in the columns of regions.
    labels: Vec<String>,
    /// Metric of the row before.
    pub(super) metric: Option<Named>,
    /// Metric that a row without values named for the rows below it.
    pub(super) group: Option<Named>,
    /// Metrics that rows named, by their label.
    metrics: HashMap<String, Named>,
}

impl Read {
    pub(super) fn new(blocks: Blocks) -> Self {
        Self { blocks, ..Self::default() }
    }

    /// The row with the labels that it leaves to one above.
    pub(super) fn filled<'r>(&mut self, row: &'r Row) -> Cow<'r, Row> {
        if self.blocks.is_empty() {
            return Cow::Borrowed(row);
        }
        let mut row = row.clone();
        self.blocks.fill(&mut row);
        Cow::Owned(row)
    }
}

/// What a row or column tells of its metric.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) name: String,
    /// Key and base unit, of a metric of the catalogue.
    pub(super) key: Option<String>,
    pub(super) base: Option<String>,
    pub(super) measure: Option<Measure>,
    pub(super) unit: Option<String>,
    pub(super) status: Option<Status>,
    pub(super) scope: Option<String>,
}

impl Named {
    fn of(metric: &Metric) -> Self {
        Self {
            name: metric.zh.clone(),
            key: Some(metric.key.clone()),
            base: Some(metric.unit.clone()),
            ..Self::default()
        }
    }

    /// What a key or name says.
    pub(super) fn by_name(name: &str, names: &Names<'_>) -> Self {
        match names.get(name).or_else(|| names.find(name)) {
            Some(metric) => Self::of(metric),
            None => Self { name: name.to_owned(), ..Self::default() },
        }
    }

    fn by_heading(heading: Heading, names: &Names<'_>) -> Self {
        let Heading { name, metric, measure, unit, status, scope, .. } = heading;
        let base = metric.as_deref().and_then(|key| names.get(key)).map(|metric| metric.unit.clone());
        Self { name, key: metric, base, measure, unit, status, scope }
    }
}

/// The columns that label rows.
#[derive(Debug)]
pub(super) struct Columns<'l> {
    pub(super) regions: Vec<usize>,
    pub(super) code: Option<usize>,
    pub(super) year: Option<usize>,
    pub(super) metric: Option<usize>,
    unit: Option<usize>,
    measure: Option<usize>,
    status: Option<usize>,
    all: &'l [Column],
}

/// What a row tells of the time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Time {
    /// No column is for it.
    Untold,
    /// What stands there is no time.
    Unreadable,
    Of(Period),
}

/// What the labels of a row tell.
pub(super) struct Labels {
    /// The region, or the column whose label names none; nothing where no column names regions.
    pub(super) region: Option<Result<RegionCode, (usize, Fault)>>,
    pub(super) time: Time,
    pub(super) metric: Option<Named>,
    /// What stands in the column of metrics.
    pub(super) label: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) measure: Option<Measure>,
    pub(super) status: Option<Status>,
}

impl<'l> Columns<'l> {
    pub(super) fn new(columns: &'l [Column]) -> Self {
        let of =
            |role| columns.iter().enumerate().filter(move |(_, column)| column.role == Some(role)).map(|(at, _)| at);
        Self {
            regions: of(Role::Region).collect(),
            code: of(Role::Code).next_back(),
            year: of(Role::Year).next(),
            metric: of(Role::Metric).next(),
            unit: of(Role::Unit).next(),
            measure: of(Role::Measure).next(),
            status: of(Role::Status).next(),
            all: columns,
        }
    }

    /// Puts the columns of regions in the order of their levels: the city may stand behind its counties.
    pub(super) fn order(&mut self, book: &mut Book<'_, '_>, rows: &[Row]) {
        let mut level = |at: usize| {
            let labels = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
            let mut counts = BTreeMap::new();
            for label in labels {
                let code = match book.regions.find(&label.shown(), None) {
                    Ok(code) => Some(code),
                    Err(Fault::Several(codes)) => codes.first().copied(),
                    Err(_) => None,
                };
                let code = code.and_then(|code| book.regions.gazetteer.today(code));
                let level = code.and_then(|code| book.regions.gazetteer.get(code)).map(|region| region.level);
                *counts.entry(level).or_insert(0) += usize::from(level.is_some());
            }
            counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(level, _)| level)
        };
        if self.regions.len() > 1 {
            let mut levels: Vec<_> = self.regions.iter().map(|at| (level(*at), *at)).collect();
            levels.sort_by_key(|(level, _)| *level);
            self.regions = levels.into_iter().map(|(_, at)| at).collect();
        }
    }

    /// Whether a cell in a column of regions is a word for such a column: a heading.
    pub(super) fn head(&self, row: &Row) -> bool {
        // 合计 heads values, but begins a row of sums too.
        let heads = |at: &usize| {
            let role = row.get(*at).and_then(Cell::as_text).and_then(heading::role);
            role.is_some_and(|role| role != Role::Value)
        };
        self.regions.iter().any(heads)
    }

    /// The column of a label that is merged over several rows, where no other label tells these apart.
    pub(super) fn shared(&self, row: &Row) -> Option<usize> {
        let all = self.regions.iter().copied().chain(self.code).chain(self.year).chain(self.metric);
        let cells = all.chain(self.measure).chain(self.status).filter_map(|at| Some((at, row.get(at)?)));
        let mut shared = None;
        for (at, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
            match cell {
                Cell::Merged(merged) if merged.has_rows => shared = shared.or(Some(at)),
                _ => return None,
            }
        }
        shared
    }

    /// What the labels of a row tell.
    pub(super) fn read(&self, book: &mut Book<'_, '_>, read: &mut Read, row: &Row) -> Labels {
        let text = |at: Option<usize>| at.and_then(|at| row.get(at)).map(Cell::shown).filter(|text| !text.is_empty());
        let metric = self.named(book, read, row);
        if let Some(named) = &metric {
            read.metric = Some(named.clone());
            read.group = None;
        }
        let column_unit = |at: Option<usize>| at.and_then(|at| self.all[at].unit.clone());
        Labels {
            region: self.region(book, read, row),
            time: match self.year {
                None => Time::Untold,
                Some(at) => row.get(at).and_then(year::of_cell).map_or(Time::Unreadable, Time::Of),
            },
            unit: text(self.unit).map(|unit| units::written(&unit)).or_else(|| column_unit(self.metric)),
            measure: text(self.measure).and_then(|word| measure(&word, &book.names)),
            status: text(self.status).and_then(|word| status(&word)),
            label: text(self.metric),
            metric: metric.or_else(|| self.metric.and(read.group.clone())),
        }
    }

    /// The region that a row names; `None` where no column names one.
    fn region(
        &self,
        book: &mut Book<'_, '_>,
        read: &mut Read,
        row: &Row,
    ) -> Option<Result<RegionCode, (usize, Fault)>> {
        let label = |at: usize| row.get(at).map(Cell::shown).unwrap_or_default();
        let code = self.code.map(|at| (at, label(at))).filter(|(_, code)| !code.is_empty());
        let code = code.map(|(at, code)| book.regions.find(&code, None).map_err(|fault| (at, fault)));
        let mut labels: Vec<_> = self.regions.iter().map(|at| label(*at)).collect();
        if labels.iter().all(String::is_empty) && !matches!(code, Some(Ok(_))) {
            return code;
        }
        let narrowest = labels.iter().rposition(|label| !label.is_empty()).unwrap_or_default();
        for (at, label) in labels.iter_mut().enumerate().take(narrowest) {
            if label.is_empty() {
                *label = read.labels.get(at).cloned().unwrap_or_default();
            }
        }
        let mut below = code.as_ref().and_then(|code| code.as_ref().ok()).copied();
        let mut found = None;
        for (at, label) in self.regions.iter().zip(&labels).filter(|(_, label)| !label.is_empty()) {
            let named = book.regions.find(label, below);
            below = named.as_ref().ok().copied().or(below);
            found = Some(named.map_err(|fault| (*at, fault)));
        }
        read.labels = labels;
        match (code, found) {
            (Some(Ok(code)), Some(Ok(named))) if contradict(book, code, named) => {
                let at = self.regions.last().copied().unwrap_or_default();
                Some(Err((at, Fault::Several(vec![code, named]))))
            }
            (Some(Ok(code)), _) => Some(Ok(code)),
            (_, Some(found)) => Some(found),
            (code, None) => code,
        }
    }

    /// What the row's label tells of its metric.
    pub(super) fn named(&self, book: &mut Book<'_, '_>, read: &mut Read, row: &Row) -> Option<Named> {
        let label = row.get(self.metric?)?.as_text()?;
        if let Some(named) = read.metrics.get(label).filter(|named| !named.name.is_empty()) {
            return Some(named.clone());
        }
        let mut named = match book.mapping.metrics.get(label) {
            Some(key) => Named::by_name(key, &book.names),
            None => Named::by_heading(heading::read(label, &book.names), &book.names),
        };
        read.metrics.insert(label.to_owned(), named.clone());
        // 同比增长 below its metric.
        if named.name.is_empty()
            && let Some(above) = &read.metric
        {
            named = Named { measure: named.measure, unit: named.unit, status: named.status, ..above.clone() };
        }
        Some(named)
    }
}

/// Whether a code and a name in one row are of different regions.
fn contradict(book: &Book<'_, '_>, code: RegionCode, named: RegionCode) -> bool {
    let today = |code| book.regions.gazetteer.today(code).unwrap_or(code);
    let (code, named) = (today(code), today(named));
    // The code may be of a wider column: 新乡市 beside 河南省.
    code != named && !book.regions.gazetteer.within(code, named) && !book.regions.gazetteer.within(named, code)
}

/// The measure that a word names.
fn measure(word: &str, names: &Names<'_>) -> Option<Measure> {
    let known = serde_json::from_value(serde_json::Value::String(word.to_owned())).ok();
    known.or_else(|| heading::read(word, names).measure)
}

/// The status that a word names.
fn status(word: &str) -> Option<Status> {
    match word {
        "目标" | "计划" | "预期" => Some(Status::Target),
        "预计" | "预测" => Some(Status::Forecast),
        word => serde_json::from_value(serde_json::Value::String(word.to_owned())).ok(),
    }
}
