//! The fields of a figure as a person wants them.

use anyhow::{Result, anyhow, bail};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use super::desk::Desk;
use crate::{
    cli::{failure::say, metric, region},
    model::{Figure, Flag, Period, Value},
};

/// The fields as a person wants them; empty for what shall be unknown.
#[derive(Debug, Default, clap::Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Wanted {
    /// The region: a code or a name, with its parents where it is ambiguous; '' where the text does not tell
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    region: Option<String>,

    /// The metric: a key or name of the catalogue, or a name of your own
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    metric: Option<String>,

    /// What is measured, in the words of the text [default: the name of the metric]
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    name: Option<String>,

    /// What the number tells of the metric
    #[arg(long, help = "level, growth, change, gap, rank, growth_rank, share or multiple")]
    #[serde(deserialize_with = "word")]
    measure: Option<String>,

    /// The number in its unit, or a proportion such as 8.3:42.9:48.8; '' where digits are lost
    #[arg(long, allow_hyphen_values = true)]
    #[serde(deserialize_with = "word")]
    value: Option<String>,

    /// The unit as it is written: 亿元, %, 个百分点, 位
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    unit: Option<String>,

    /// How the number bounds the value: = > >= < <= or ~
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    bound: Option<String>,

    /// The year or the period: 2024, 2021/2025, 2024-01/2024-09; '' where the text does not tell
    #[arg(long, alias = "period")]
    #[serde(alias = "period", deserialize_with = "word")]
    year: Option<String>,

    /// actual, target or forecast
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    status: Option<String>,

    /// The group that a rank, gap or share is compared with; '' for none
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    scope: Option<String>,

    /// What a growth or change is measured against: yoy, avg or the words of the text; '' for none
    #[arg(long)]
    #[serde(deserialize_with = "word")]
    base: Option<String>,
}

impl Wanted {
    /// The figure as it is wanted.
    ///
    /// # Errors
    /// A field cannot be so; told with the remedy.
    pub(super) fn onto(&self, figure: &Figure, desk: &Desk) -> Result<Figure> {
        let mut to = figure.clone();
        if let Some(text) = &self.region {
            (to.region, to.region_code) = region_of(text, desk)?;
        }
        if let Some(text) = &self.metric {
            (to.metric, to.name) = metric_of(text, desk);
        }
        if let Some(name) = &self.name {
            to.name.clone_from(name);
        }
        if let Some(text) = &self.measure {
            to.measure = one_of("measure", text, "level, growth, change, gap, rank, growth_rank, share, multiple")?;
        }
        if let Some(text) = &self.value {
            to.value = value(text)?;
            to.flag = to.value.is_none().then_some(Flag::Damaged);
        }
        if let Some(unit) = &self.unit {
            to.unit.clone_from(unit);
        }
        if let Some(text) = &self.bound {
            to.bound = one_of("bound", text, "= > >= < <= ~")?;
        }
        if let Some(text) = &self.year {
            to.period = some(text).map(|text| text.parse::<Period>()).transpose()?;
        }
        if let Some(text) = &self.status {
            to.status = one_of("status", text, "actual, target, forecast")?;
        }
        if let Some(scope) = &self.scope {
            to.scope = some(scope);
        }
        if let Some(base) = &self.base {
            to.base = some(base);
        }
        if to.name.is_empty() {
            bail!("a figure needs a name; --metric or --name tells what is measured");
        }
        Ok(to)
    }

    /// Whether both the number and its unit are told.
    pub(super) fn tells_number(&self) -> bool {
        self.value.is_some() && self.unit.is_some()
    }

    /// The options that have to be given where nothing is known, and are not.
    pub(super) fn missing(&self) -> Option<String> {
        let given = [
            ("--region", self.region.is_some()),
            ("--year", self.year.is_some()),
            ("--metric", self.metric.is_some() || self.name.is_some()),
        ];
        let missing: Vec<_> = given.into_iter().filter(|(_, is_given)| !is_given).map(|(option, _)| option).collect();
        (!missing.is_empty()).then(|| missing.join(", "))
    }
}

type Named<T> = (Option<String>, Option<T>);

/// Name and code of a region.
fn region_of(text: &str, desk: &Desk) -> Result<Named<crate::model::RegionCode>> {
    if text.trim().is_empty() {
        return Ok((None, None));
    }
    let code = region::region(desk.atlas(), text)?;
    Ok((Some(desk.atlas().gazetteer().name(code).to_owned()), Some(code)))
}

/// Key and name of a metric; without a key for one outside the catalogue, which is told.
fn metric_of(text: &str, desk: &Desk) -> (Option<String>, String) {
    let text = text.trim();
    let catalogue = &desk.tables.catalogue;
    if let Some(metric) = catalogue.get(text).or_else(|| catalogue.named(text)) {
        return (Some(metric.key.clone()), metric.zh.clone());
    }
    if !text.is_empty() && desk.atlas().find_metric(text).is_none() {
        let nearest = metric::suggestions(desk.atlas(), text);
        say!("xianzhi: {text} is not in the catalogue and is kept under this name{nearest}");
    }
    (None, text.to_owned())
}

/// A number, or several in proportion; none where the text is empty.
fn value(text: &str) -> Result<Option<Value>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match Value::typed(text) {
        Some(value) => Ok(Some(value)),
        None => bail!("{text} is no number; write 704.11 with --unit 亿元, or a proportion such as 8.3:42.9:48.8"),
    }
}

/// A word of the interchange form.
fn one_of<T: DeserializeOwned>(field: &str, text: &str, known: &str) -> Result<T> {
    serde_json::from_value(text.trim().into()).map_err(|_| anyhow!("{field} is not {text} but one of {known}"))
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A text, a number, or null for what shall be unknown.
fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Some(match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text,
        // Without the exponent that JSON writes for very large and very small ones.
        serde_json::Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    }))
}
