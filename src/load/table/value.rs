//! What a cell tells as a value: a number with its bound and unit, a proportion, nothing, or what cannot be read.

use super::{
    cell::Cell,
    text::{half_width, without_notes},
    units,
};
use crate::model::{Bound, Value};

/// What stands for no value in tables.
const NOTHING: &[&str] = &[
    "-", "--", "---", "—", "——", "–", "－", "…", "……", "...", "/", "\\", "无", "缺", "空", "na", "n/a", "nan", "null",
    "none", "nil", "#n/a", "<na>", "nat", "*", ".",
];

/// What a cell tells.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    /// Nothing is told.
    Nothing,
    /// A value.
    Value {
        value: Value,
        bound: Bound,
        /// The unit, where the cell itself tells it.
        unit: Option<String>,
    },
    /// A value in merged cells, of which it is open which row or column it is of.
    Shared,
    /// Something that is no value.
    Unreadable,
}

impl Reading {
    fn number(number: f64, unit: Option<&str>) -> Self {
        Self::Value { value: Value::Number(number), bound: Bound::Equal, unit: unit.map(str::to_owned) }
    }
}

/// Whether a text stands for no value.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || NOTHING.contains(&text.to_lowercase().as_str())
}

/// Reads a cell as a value.
pub(super) fn read(cell: &Cell) -> Reading {
    match cell.plain() {
        Cell::Empty | Cell::Merged(_) => Reading::Nothing,
        Cell::Number(number) if number.is_finite() => Reading::number(*number, None),
        Cell::Percent(number) if number.is_finite() => Reading::number(*number, Some("%")),
        Cell::Number(number) | Cell::Percent(number) if number.is_nan() => Reading::Nothing,
        Cell::Number(_) | Cell::Percent(_) | Cell::Date(..) => Reading::Unreadable,
        Cell::Text(text) => read_text(text),
    }
}

/// Reads a text: `1,234.5`, `704.11亿元`, `5.3%`, `>700`, `700以上`, `8.3:42.9:48.8`, `12.3①`.
fn read_text(text: &str) -> Reading {
    // Most cells of a table are plain numbers.
    if let Some(number) = plain(text) {
        return Reading::number(number, None);
    }
    if is_nothing(text) {
        return Reading::Nothing;
    }
    let text = half_width(text.strip_prefix('\'').unwrap_or(text));
    let (bound, rest) = bound(text.trim());
    let rest = without_notes(rest);
    if let Some(ratio) = ratio(rest) {
        return Reading::Value { value: Value::Ratio(ratio), bound, unit: Some("比".to_owned()) };
    }
    let end = rest.find(|c: char| !matches!(c, '0'..='9' | '.' | ',' | '+' | '-' | ' ')).unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(end);
    let unit = unit.trim();
    match grouped(digits.trim()) {
        Some(number) if unit.is_empty() => Reading::Value { value: Value::Number(number), bound, unit: None },
        Some(number) if units::is_unit(unit) => {
            Reading::Value { value: Value::Number(number), bound, unit: Some(units::written(unit)) }
        }
        _ => Reading::Unreadable,
    }
}

/// The number that a text of digits, one point and a sign is; no word such as `inf`, no hexadecimal.
fn plain(text: &str) -> Option<f64> {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mantissa = body.split(['e', 'E']).next()?;
    let known = !mantissa.is_empty() && mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let first = body.bytes().next()?.is_ascii_digit();
    if known && first { text.parse().ok().filter(|number: &f64| number.is_finite()) } else { None }
}

/// A number with or without separators of thousands; those must stand where they belong.
fn grouped(text: &str) -> Option<f64> {
    let text = text.replace(", ", ",");
    if !text.contains([',', ' ']) {
        return plain(&text);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut groups = whole.trim_start_matches(['-', '+']).split([',', ' ']);
    let first = groups.next()?;
    let sound = (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
        && !fraction.contains([',', ' ']);
    if sound { plain(&text.replace([',', ' '], "")) } else { None }
}

/// The bound that signs and words around a number tell, and the rest.
fn bound(text: &str) -> (Bound, &str) {
    const BEFORE: [(&str, Bound); 10] = [
        (">=", Bound::AtLeast),
        ("<=", Bound::AtMost),
        ("≥", Bound::AtLeast),
        ("≤", Bound::AtMost),
        (">", Bound::Above),
        ("<", Bound::Below),
        ("~", Bound::About),
        ("≈", Bound::About),
        ("约", Bound::About),
        ("超", Bound::Above),
    ];
    const BEHIND: [(&str, Bound); 4] =
        [("以上", Bound::AtLeast), ("以内", Bound::AtMost), ("左右", Bound::About), ("+", Bound::Above)];
    for (sign, bound) in BEFORE {
        if let Some(rest) = text.strip_prefix(sign) {
            return (bound, rest.trim());
        }
    }
    for (sign, bound) in BEHIND {
        if let Some(rest) = text.strip_suffix(sign) {
            return (bound, rest.trim());
        }
    }
    (Bound::Equal, text)
}

/// Two or more numbers in proportion.
fn ratio(text: &str) -> Option<String> {
    let parts: Vec<_> = text.split([':', '∶']).map(str::trim).collect();
    let sound = parts.len() > 1 && parts.iter().all(|part| plain(part).is_some_and(|number| number >= 0.0));
    // 12:30 would be a time of day; tables of figures have none.
    sound.then(|| parts.join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match read(&Cell::text(text)) {
            Reading::Nothing => "nothing".into(),
            Reading::Unreadable | Reading::Shared => "unreadable".into(),
            Reading::Value { value, bound, unit } => {
                let value = match value {
                    Value::Number(number) => number.to_string(),
                    Value::Ratio(ratio) => ratio,
                };
                format!("{} {value} {}", bound.sign(), unit.unwrap_or_default()).trim().to_owned()
            }
        }
    }

    #[test]
    fn numbers_as_tables_write_them() {
        let cases = [
            ("704.11", "= 704.11"),
            ("1,234.5", "= 1234.5"),
            ("１，２３４．５", "= 1234.5"),
            ("12 345", "= 12345"),
            ("-3.1", "= -3.1"),
            ("－3.1", "= -3.1"),
            ("−3.1", "= -3.1"),
            ("+5.5", "= 5.5"),
            ("5.3%", "= 5.3 %"),
            ("5.3％", "= 5.3 %"),
            ("704.11亿元", "= 704.11 亿元"),
            ("1.2个百分点", "= 1.2 个百分点"),
            ("53.68①", "= 53.68"),
            ("53.68[1]", "= 53.68"),
            (">700", "> 700"),
            ("≥700亿元", ">= 700 亿元"),
            ("700以上", ">= 700"),
            ("约12.5万人", "~ 12.5 万人"),
            ("8.3:42.9:48.8", "= 8.3:42.9:48.8 比"),
            ("8.3∶42.9∶48.8", "= 8.3:42.9:48.8 比"),
            ("1e3", "= 1000"),
            ("'-3", "= -3"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_stands_for_nothing_and_what_cannot_be_read() {
        for text in ["", "—", "…", "－", "-", "N/A", "nan", " ", "/", "……"] {
            assert_eq!(told(text), "nothing", "{text}");
        }
        for text in ["7?4.1", "7\u{fffd}4", "1,23", "12,34,567", "长垣市", "inf", "0x10", "1.2.3", "5 %x", "#DIV/0!"]
        {
            assert_eq!(told(text), "unreadable", "{text}");
        }
    }
}
