//! Fields of a figure as they shall be.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Figure;

/// Some fields of a figure with the values that they shall have, in the interchange form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(Map<String, Value>);

impl Fields {
    /// The fields that can be changed. What tells the place of a figure is not among them: a figure at
    /// another place is another figure.
    pub const NAMES: [&str; 13] = [
        "region", "region_code", "metric", "name", "measure", "value", "unit", "bound", "period", "status", "scope",
        "base", "flag",
    ];

    /// The fields in which `to` differs from `from`.
    #[must_use]
    pub fn between(from: &Figure, to: &Figure) -> Self {
        let (from, mut to) = (object(from), object(to));
        to.retain(|key, value| Self::NAMES.contains(&key.as_str()) && from.get(key) != Some(value));
        Self(to)
    }

    /// Whether none is to be changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Name and value of each, the value as it is written in the interchange form, texts without quotes and
    /// nothing for what shall be unknown.
    pub fn iter(&self) -> impl Iterator<Item = (&str, String)> {
        let written = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        self.0.iter().map(move |(key, value)| (key.as_str(), written(value)))
    }

    /// Has every text cleaned.
    pub(crate) fn clean(&mut self, clean: impl Fn(String) -> String) {
        for value in self.0.values_mut() {
            if let Value::String(text) = value {
                *text = clean(std::mem::take(text));
            }
        }
    }

    /// The figure with the fields as they shall be.
    ///
    /// # Errors
    /// A field does not exist or cannot have its value; told in a sentence.
    pub fn onto(&self, figure: &Figure) -> Result<Figure, String> {
        let mut fields = object(figure);
        for (key, value) in &self.0 {
            if !Self::NAMES.contains(&key.as_str()) {
                return Err(format!(
                    "a figure has no field {key} that can be changed; there are {}",
                    Self::NAMES.join(", ")
                ));
            }
            fields.insert(key.clone(), value.clone());
        }
        serde_json::from_value(Value::Object(fields)).map_err(|error| format!("a field cannot be so: {error}"))
    }
}

/// The figure as a JSON object.
fn object(figure: &Figure) -> Map<String, Value> {
    match serde_json::to_value(figure) {
        Ok(Value::Object(fields)) => fields,
        // A figure has no keys or numbers that JSON has not.
        _ => Map::new(),
    }
}
