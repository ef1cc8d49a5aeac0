//! Tables of our own: a column for each field of the interchange form of figures, or of sources.

use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value as Json};

use super::cell::{Cell, Row};
use crate::{
    load::clean::{clean_figure, clean_source},
    model::{Figure, Source},
};

/// Which field stands in which column.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    names: Vec<String>,
    is_sources: bool,
}

/// What a row holds.
pub(super) enum Item {
    Figure(Box<Figure>),
    Source(Source),
    Nothing,
}

/// Fields that are texts, though what stands in them may look like a number.
const TEXTS: &[&str] = &[
    "doc", "text", "region", "metric", "name", "unit", "period", "scope", "base", "ratio", "id", "title", "publisher",
    "date", "hash", "url",
];

/// The fields that a heading names, if it is that of figures or sources in the interchange form.
pub(super) fn fields(heading: &Row) -> Option<Fields> {
    let names: Vec<_> = heading.iter().map(Cell::shown).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|wanted| names.iter().any(|name| name == wanted));
    let is_sources = has(&["id", "title", "publisher", "date"]);
    (is_sources || has(&["doc", "name", "measure", "value", "period"])).then_some(Fields { names, is_sources })
}

/// The figure or source of a row.
///
/// # Errors
/// What is wrong with it.
pub(super) fn item(fields: &Fields, row: &Row) -> Result<Item, String> {
    let mut object = Map::new();
    for (name, cell) in fields.names.iter().zip(row) {
        if let Some(value) = json(name, cell) {
            object.insert(name.clone(), value);
        }
    }
    if object.is_empty() {
        return Ok(Item::Nothing);
    }
    if fields.is_sources {
        let mut source: Source = parse(object)?;
        clean_source(&mut source);
        return Ok(Item::Source(source));
    }
    // Where columns have types, several numbers in proportion stand in one of their own.
    let value = object.remove("ratio").unwrap_or(Json::Null);
    object.entry("value").or_insert(value);
    // An empty name is an empty cell.
    object.entry("name").or_insert_with(|| Json::String(String::new()));
    let mut figure: Figure = parse(object)?;
    clean_figure(&mut figure);
    Ok(Item::Figure(Box::new(figure)))
}

fn parse<T: DeserializeOwned>(object: Map<String, Json>) -> Result<T, String> {
    serde_json::from_value(Json::Object(object)).map_err(|error| error.to_string())
}

/// A cell as the interchange form has it; `None` for an empty one.
fn json(field: &str, cell: &Cell) -> Option<Json> {
    let is_text = TEXTS.contains(&field);
    Some(match cell.plain() {
        Cell::Empty | Cell::Merged(_) => return None,
        Cell::Number(number) if is_text => Json::String(number.to_string()),
        Cell::Number(number) | Cell::Percent(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            Json::Number(Number::from(*number as i64))
        }
        Cell::Number(number) | Cell::Percent(number) => Json::Number(Number::from_f64(*number)?),
        Cell::Date(..) => Json::String(cell.shown()),
        Cell::Text(text) => {
            let text = unguarded(text);
            match text.parse::<f64>() {
                Ok(number) if !is_text && number.is_finite() => return json(field, &Cell::Number(number)),
                _ => Json::String(text.to_owned()),
            }
        }
    })
}

/// A text without the apostrophe that keeps spreadsheets from running it, or from taking it for a time.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) => rest,
        // 12:43:45, 2024-09.
        Some(rest)
            if rest.starts_with(|c: char| c.is_ascii_digit())
                && rest.contains([':', '-'])
                && rest.bytes().all(|byte| b"0123456789:-./ ".contains(&byte)) =>
        {
            rest
        }
        // 0017, 12e4, more than fifteen digits.
        Some(rest)
            if (rest.len() > 15 || rest.starts_with('0') || rest.contains(['e', 'E']))
                && !rest.starts_with("0.")
                && rest.len() > 1
                && rest.bytes().all(|byte| b"0123456789.eE+".contains(&byte)) =>
        {
            rest
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apostrophe_of_spreadsheets_is_taken_away_again() {
        for (guarded, plain) in [
            ("'12:43:45", "12:43:45"),
            ("'2024-09", "2024-09"),
            ("'=1", "=1"),
            ("'－1", "－1"),
            ("'0017", "0017"),
            ("'12e4", "12e4"),
            ("'123456789012345678", "123456789012345678"),
            ("'2024", "'2024"),
            ("'甲", "'甲"),
        ] {
            assert_eq!(unguarded(guarded), plain);
        }
    }
}
