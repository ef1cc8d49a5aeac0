//! A figure as the texts of a form, and back.

use super::{
    Field, Problem, State,
    ask::path,
    field::{BOUNDS, MEASURES, STATUSES},
};
use crate::{
    index::Atlas,
    model::{Figure, Language, RegionCode, Value},
    tui::strings::Strings,
};

/// What stands in a field of a figure that is to be corrected.
pub(super) fn text(field: Field, figure: &Figure, atlas: &Atlas, lang: Language) -> String {
    let words = Strings::of(lang);
    match field {
        Field::Region => region(figure, atlas),
        Field::Metric => figure
            .metric
            .as_deref()
            .and_then(|key| atlas.catalogue().get(key))
            .map_or_else(|| figure.name.clone(), |metric| metric.zh.clone()),
        Field::Value => figure.value.as_ref().map_or_else(String::new, |value| match value {
            Value::Number(number) => number.to_string(),
            Value::Ratio(ratio) => ratio.clone(),
        }),
        Field::Unit => figure.unit.clone(),
        Field::Period => figure.period.map_or_else(String::new, |period| period.to_string()),
        Field::Scope => figure.scope.clone().unwrap_or_default(),
        Field::Base => match figure.base.as_deref() {
            Some("yoy") => words.yoy.to_owned(),
            Some("avg") => words.average.to_owned(),
            base => base.unwrap_or_default().to_owned(),
        },
        Field::Measure | Field::Bound | Field::Status | Field::Note => String::new(),
    }
}

fn region(figure: &Figure, atlas: &Atlas) -> String {
    match figure.region_code {
        Some(code) if atlas.gazetteer().get(code).is_some() => path(code, atlas.gazetteer()),
        _ => figure.region.clone().unwrap_or_default(),
    }
}

impl State {
    /// The figure as it stands in the form; what was not changed is as it was.
    ///
    /// # Errors
    /// What stands in a field cannot be so.
    pub(crate) fn outcome(&self, atlas: &Atlas) -> Result<Figure, (Field, Problem)> {
        let mut figure = self.figure.clone();
        for field in self.fields().iter().copied() {
            self.take(field, &mut figure, atlas).map_err(|problem| (field, problem))?;
        }
        Ok(figure)
    }

    /// Why what stands in a field cannot be saved.
    pub(crate) fn problem(&self, field: Field, atlas: &Atlas) -> Option<Problem> {
        self.take(field, &mut self.figure.clone(), atlas).err()
    }

    fn take(&self, field: Field, figure: &mut Figure, atlas: &Atlas) -> Result<(), Problem> {
        if !self.is_changed(field) {
            return self.lacks(field).map_or(Ok(()), Err);
        }
        let text = self.text(field).trim();
        let told = || Some(text.to_owned()).filter(|text| !text.is_empty());
        let chosen = self.chosen(field).unwrap_or_default();
        match field {
            Field::Region => (figure.region_code, figure.region) = take_region(text, atlas)?,
            Field::Metric => (figure.metric, figure.name) = take_metric(text, atlas)?,
            Field::Measure => figure.measure = MEASURES[chosen],
            Field::Value => {
                figure.value = Some(value(text)?);
                // Whoever looked at it has found the digits.
                figure.flag = None;
            }
            Field::Unit => text.clone_into(&mut figure.unit),
            Field::Bound => figure.bound = BOUNDS[chosen],
            Field::Period => {
                figure.period = told().map(|text| text.parse()).transpose().map_err(|_| Problem::NotPeriod)?;
            }
            Field::Status => figure.status = STATUSES[chosen],
            Field::Scope => figure.scope = told(),
            Field::Base => figure.base = told().map(base),
            Field::Note => {}
        }
        Ok(())
    }

    /// What a field has to tell and does not, in a figure that is added.
    fn lacks(&self, field: Field) -> Option<Problem> {
        match field {
            Field::Metric if self.text(field).trim().is_empty() => Some(Problem::NoMetric),
            Field::Measure if self.chosen(field).is_none() => Some(Problem::NoMeasure),
            Field::Value if self.figure.value.is_none() && self.figure.flag.is_none() => Some(Problem::NoNumber),
            _ => None,
        }
    }
}

fn take_region(text: &str, atlas: &Atlas) -> Result<(Option<RegionCode>, Option<String>), Problem> {
    if text.is_empty() {
        return Ok((None, None));
    }
    match atlas.gazetteer().typed(text)[..] {
        [code] => Ok((Some(code), Some(atlas.gazetteer().name(code).to_owned()))),
        [] => Err(Problem::UnknownRegion),
        ref several => Err(Problem::SeveralRegions(several.len())),
    }
}

/// Key and name of the metric that is called so; one that is not in the catalogue has only its name.
fn take_metric(text: &str, atlas: &Atlas) -> Result<(Option<String>, String), Problem> {
    let known = atlas.catalogue().get(text).or_else(|| atlas.catalogue().named(text));
    match known {
        Some(metric) => Ok((Some(metric.key.clone()), metric.zh.clone())),
        None if text.is_empty() => Err(Problem::NoMetric),
        // Names are Chinese: letters are what is typed to find one.
        None if text.is_ascii() && atlas.find_metric(text).is_none() => Err(Problem::UnknownMetric),
        None => Ok((None, text.to_owned())),
    }
}

/// The number that a text is, or several in proportion.
fn value(text: &str) -> Result<Value, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::NoNumber);
    }
    Value::typed(text).ok_or(Problem::NotNumber)
}

/// The number that stands in a text, if it is one.
pub(crate) fn number(text: &str) -> Option<Value> {
    value(text).ok()
}

/// A base as the interchange form has it.
fn base(text: String) -> String {
    let is_called = |word: fn(&Strings) -> &'static str| {
        [Language::Zh, Language::En].iter().any(|lang| word(Strings::of(*lang)).eq_ignore_ascii_case(&text))
    };
    if is_called(|words| words.yoy) {
        "yoy".to_owned()
    } else if is_called(|words| words.average) {
        "avg".to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        let number = |text: &str| number(text).and_then(|value| value.number());
        assert_eq!(number("1,234.5"), Some(1234.5));
        assert_eq!(value("8.3：42.9:48.8"), Ok(Value::Ratio("8.3:42.9:48.8".to_owned())));
        assert_eq!(value("8.3:"), Err(Problem::NotNumber));
        assert_eq!(value(" "), Err(Problem::NoNumber));
    }
}
