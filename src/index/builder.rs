//! Takes figures one by one and sorts them into an [`Atlas`].

use std::{collections::HashMap, sync::Arc};

use super::{
    Atlas, FigureId, MetricId,
    columns::{Columns, Place},
    departures::{Departures, write_text},
    order::Order,
    strings::Interner,
    wording::Wordings,
};
use crate::model::{Catalogue, Figure, Gazetteer, Measure, Metric, Region, RegionCode, Source, Unit, Value};

/// Takes figures one by one and sorts them into an [`Atlas`].
#[derive(Debug)]
pub struct AtlasBuilder {
    gazetteer: Arc<Gazetteer>,
    catalogue: Arc<Catalogue>,
    /// Metrics of the catalogue by key.
    keys: HashMap<String, u32>,
    /// Metrics of the catalogue by Chinese name.
    names: HashMap<String, u32>,
    /// Names of the metrics outside the catalogue.
    others: Interner,
    sources: Vec<Source>,
    source_numbers: HashMap<String, u32>,
    strings: Interner,
    wordings: Wordings,
    /// Codes that figures bear, with the code of today.
    codes: HashMap<RegionCode, RegionCode>,
    /// Region and metric of each figure; in the Atlas each is told once a series.
    regions: Vec<RegionCode>,
    metrics: Vec<MetricId>,
    /// The figures as they came.
    columns: Columns,
    departures: Departures,
    /// Room to write the expected text of a figure.
    expected: String,
}

impl AtlasBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new(gazetteer: Arc<Gazetteer>, catalogue: Arc<Catalogue>) -> Self {
        let metrics = || catalogue.metrics().iter().zip(0..);
        Self {
            keys: metrics().map(|(metric, number)| (metric.key.clone(), number)).collect(),
            names: metrics().map(|(metric, number)| (metric.zh.clone(), number)).collect(),
            others: Interner::default(),
            sources: Vec::new(),
            source_numbers: HashMap::new(),
            strings: Interner::default(),
            wordings: Wordings::default(),
            codes: HashMap::new(),
            regions: Vec::new(),
            metrics: Vec::new(),
            columns: Columns::default(),
            departures: Departures::default(),
            expected: String::new(),
            gazetteer,
            catalogue,
        }
    }

    /// Makes a source known; a later one with the same id replaces it.
    pub fn source(&mut self, source: Source) {
        if let Some(&number) = self.source_numbers.get(&source.id) {
            self.sources[number as usize] = source;
        } else {
            self.source_numbers.insert(source.id.clone(), self.sources.len() as u32);
            self.sources.push(source);
        }
    }

    /// Adds a figure. Its `doc` becomes a source of its own when none is known by that id. A code that
    /// its region had before counts as the region of today.
    pub fn push(&mut self, figure: &Figure) {
        let region = self.region(figure);
        let metric = self.metric(figure);
        let source = self.source_number(&figure.doc);
        self.text(figure);
        let value = match &figure.value {
            Some(Value::Number(number)) => *number,
            Some(Value::Ratio(ratio)) => {
                self.departures.ratio.push(self.columns.len(), self.strings.number(ratio));
                f64::NAN
            }
            None => f64::NAN,
        };
        if let Some(review) = figure.review {
            self.departures.review.push(self.columns.len(), review as u32);
        }
        self.regions.push(region);
        self.metrics.push(metric);
        let columns = &mut self.columns;
        columns.value.push(value);
        columns.start.push(figure.start);
        columns.end.push(figure.end);
        columns.paragraph.push(figure.paragraph);
        columns.doubt.push(figure.doubt);
        columns.source.push(source);
        columns.place.push(Place::new(figure.measure, figure.period));
        columns.wording.push(self.wordings.number(figure, &mut self.strings));
    }

    fn source_number(&mut self, doc: &str) -> u32 {
        // Figures of one document follow each other.
        if let Some(&last) = self.columns.source.last()
            && self.sources[last as usize].id == doc
        {
            return last;
        }
        if let Some(&number) = self.source_numbers.get(doc) {
            return number;
        }
        self.source(Source { id: doc.to_owned(), ..Source::default() });
        self.sources.len() as u32 - 1
    }

    fn region(&mut self, figure: &Figure) -> RegionCode {
        let code = figure.region_code.unwrap_or(RegionCode::UNKNOWN);
        let gazetteer = &self.gazetteer;
        let today = *self.codes.entry(code).or_insert_with(|| today(gazetteer, code));
        let row = self.columns.len();
        if today != code {
            self.departures.code.push(row, code.0);
        }
        if figure.region.as_deref() != gazetteer.get(today).map(|region| region.name.as_str()) {
            self.departures.region.push(row, self.strings.optional(figure.region.as_deref()));
        }
        today
    }

    fn metric(&mut self, figure: &Figure) -> MetricId {
        let row = self.columns.len();
        let key = figure.metric.as_deref();
        if let Some(&metric) = key.and_then(|key| self.keys.get(key)) {
            if figure.name != self.catalogue.metrics()[metric as usize].zh {
                self.departures.name.push(row, self.strings.number(&figure.name));
            }
            return MetricId(metric);
        }
        let named = self.names.get(&figure.name).copied();
        if let Some(metric) = named.filter(|&metric| fits(figure, &self.catalogue.metrics()[metric as usize])) {
            self.departures.key.push(row, self.strings.optional(key));
            return MetricId(metric);
        }
        if key.is_some() {
            self.departures.key.push(row, self.strings.optional(key));
        }
        MetricId(self.catalogue.metrics().len() as u32 + self.others.number(&figure.name))
    }

    fn text(&mut self, figure: &Figure) {
        self.expected.clear();
        if figure.start != figure.end {
            write_text(&mut self.expected, figure.value.as_ref(), &figure.unit);
        }
        if figure.text != self.expected {
            self.departures.text.push(self.columns.len(), self.strings.number(&figure.text));
        }
    }

    /// Sorts and seals.
    #[must_use]
    pub fn build(self) -> Atlas {
        self.build_with_arrivals().0
    }

    /// The same, with the figures in the order in which they were added: added so again, to a builder that was
    /// told of the sources in their order, they give an equal Atlas.
    #[must_use]
    pub fn build_with_arrivals(self) -> (Atlas, Vec<FigureId>) {
        let mut keys: Vec<(u64, u64)> = (0..self.columns.len()).map(|figure| self.sort_key(figure)).collect();
        drop((self.regions, self.metrics));
        keys.sort_unstable();
        let arrivals: Vec<u32> = keys.iter().map(|key| key.1 as u32).collect();
        let columns = self.columns.in_order(&arrivals);
        let mut places = vec![0; arrivals.len()];
        for (place, arrival) in (0..).zip(arrivals) {
            places[arrival as usize] = place;
        }
        let heads = keys.iter().map(|key| (RegionCode((key.0 >> 32) as u32), MetricId(key.0 as u32)));
        let metrics = self.catalogue.metrics().len() + self.others.len();
        let order = Order::new(heads, &columns, &places, metrics, self.sources.len());
        drop(keys);
        let strings = self.strings.seal();
        let departures = self.departures.moved(&places);
        let atlas = Atlas {
            years: years(&columns),
            departures,
            wordings: self.wordings.seal(&strings),
            strings,
            others: self.others.seal(),
            sources: self.sources,
            columns,
            order,
            gazetteer: self.gazetteer,
            catalogue: self.catalogue,
        };
        (atlas, places.into_iter().map(FigureId).collect())
    }

    /// Region, metric, measure and period, then the position, so that an unstable sort is stable.
    /// Two words compare faster than five fields.
    fn sort_key(&self, figure: usize) -> (u64, u64) {
        let series = u64::from(self.regions[figure].0) << 32 | u64::from(self.metrics[figure].0);
        let place = u64::from(self.columns.place[figure].bits());
        (series, place << 32 | figure as u64)
    }
}

/// Whether a figure without a key can be one of the metric whose name it bears: a level in 万人 is
/// none of 总面积.
fn fits(figure: &Figure, metric: &Metric) -> bool {
    figure.measure != Measure::Level || Unit::parse(&figure.unit).dimension == Unit::parse(&metric.unit).dimension
}

/// The code of today. A region that was merged into another keeps its own: what 崇文区 had is not what
/// 东城区 has.
fn today(gazetteer: &Gazetteer, code: RegionCode) -> RegionCode {
    let region = gazetteer.today(code).and_then(|today| gazetteer.get(today));
    let same = |region: &&Region| region.former.iter().any(|former| former.code == code && !former.merged);
    region.filter(same).map_or(code, |region| region.code)
}

fn years(columns: &Columns) -> Vec<u16> {
    let mut seen = vec![false; usize::from(u16::MAX) + 1];
    let periods = columns.place.iter().filter_map(|place| place.period());
    for period in periods.filter(|period| period.is_year()) {
        seen[usize::from(period.last())] = true;
    }
    (0..=u16::MAX).filter(|&year| seen[usize::from(year)]).collect()
}
