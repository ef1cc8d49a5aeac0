//! Figures written as one line each, and readings as short words.

use std::sync::Arc;

use xianzhi::{
    export::{Cell, Sheet},
    index::{Atlas, AtlasBuilder, MetricId},
    model::{Bound, Catalogue, Doubts, Figure, Flag, Gazetteer, Measure, RegionCode, Source, Status, Value},
    query::Reading,
};

pub(crate) const CHANGYUAN: RegionCode = RegionCode(410_783);
pub(crate) const HONGQI: RegionCode = RegionCode(410_702);
pub(crate) const FENGQUAN: RegionCode = RegionCode(410_704);
pub(crate) const XINXIANG: RegionCode = RegionCode(410_700);

/// An Atlas of figures, one a line: region, metric, period (`-` where untold), measure, bound with
/// number and unit (a unit alone is a damaged number), then in any order a status, `scope:…`,
/// `base:…`, `doc:…`, `doubt:…` and `quoted` for one without a place. A document called `2025.txt` is of 2025.
pub(crate) fn atlas(lines: &str) -> Atlas {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    for figure in lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(figure) {
        let date = figure.doc.trim_end_matches(".txt").to_owned();
        builder.source(Source { id: figure.doc.clone(), date, ..Source::default() });
        builder.push(&figure);
    }
    builder.build()
}

fn figure(line: &str) -> Figure {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [region, metric, period, measure, number, more @ ..] = &words[..] else { panic!("{line}") };
    let catalogue = Catalogue::carried();
    let key = catalogue.get(metric).map(|metric| metric.key.clone());
    let (sign, number) = number.split_at(number.find(|c: char| !"<>=~".contains(c)).unwrap());
    let digits = number.find(|c: char| !(c.is_ascii_digit() || "-.:".contains(c))).unwrap_or(number.len());
    let (number, unit) = number.split_at(digits);
    let value = match number {
        "" => None,
        ratio if ratio.contains(':') => Some(Value::Ratio(ratio.to_owned())),
        number => Some(Value::Number(number.parse().unwrap())),
    };
    let mut figure = Figure {
        doc: "2025.txt".to_owned(),
        start: 0,
        end: 1,
        paragraph: 1,
        text: format!("{number}{unit}"),
        region: None,
        region_code: region.parse().ok().filter(|code| *code != 0).map(RegionCode),
        name: catalogue.get(metric).map_or(*metric, |metric| &metric.zh).to_owned(),
        metric: key,
        measure: serde_json::from_str::<Measure>(&format!("{measure:?}")).unwrap(),
        doubt: Doubts::NONE,
        flag: value.is_none().then_some(Flag::Damaged),
        review: None,
        value,
        unit: unit.to_owned(),
        bound: if sign.is_empty() { Bound::Equal } else { serde_json::from_str(&format!("{sign:?}")).unwrap() },
        period: (*period != "-").then(|| period.parse().unwrap()),
        status: Status::Actual,
        scope: None,
        base: None,
    };
    for word in more {
        match word.split_once(':') {
            Some(("scope", scope)) => figure.scope = Some(scope.to_owned()),
            Some(("base", base)) => figure.base = Some(base.to_owned()),
            Some(("doc", doc)) => doc.clone_into(&mut figure.doc),
            Some(("doubt", doubt)) => figure.doubt = serde_json::from_str(&format!("{doubt:?}")).unwrap(),
            None if *word == "quoted" => (figure.end, figure.paragraph) = (0, 0),
            _ => figure.status = serde_json::from_str(&format!("{word:?}")).unwrap(),
        }
    }
    figure
}

pub(crate) fn metric(atlas: &Atlas, key_or_name: &str) -> MetricId {
    atlas.find_metric(key_or_name).unwrap_or_else(|| panic!("no metric {key_or_name}"))
}

/// A reading in short: `>700亿元`, `5位 全省`, `8% target`, `?元` for a damaged one.
pub(crate) fn short(reading: &Reading) -> String {
    let value = match &reading.value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Ratio(ratio)) => ratio.clone(),
        None => "?".to_owned(),
    };
    let sign = if reading.bound == Bound::Equal { "" } else { reading.bound.sign() };
    let status = match reading.status {
        Status::Actual => "",
        Status::Target => " target",
        Status::Forecast => " forecast",
    };
    let scope = reading.scope.as_ref().map(|scope| format!(" {scope}")).unwrap_or_default();
    format!("{sign}{value}{}{scope}{status}", reading.unit)
}

/// The reading in short, `—` for none.
pub(crate) fn cell(reading: Option<&Reading>) -> String {
    reading.map_or_else(|| "—".to_owned(), short)
}

/// The cells of a column of a table.
pub(crate) fn column(sheet: &Sheet, key: &str) -> Vec<String> {
    let at = sheet.columns.iter().position(|column| column.key == key).unwrap();
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Amount(amount) => amount.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty | Cell::Truth(_) => String::new(),
    };
    sheet.rows.iter().map(|row| text(&row[at])).collect()
}
