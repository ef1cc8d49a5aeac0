//! How numbers are shown in a workbook: with as many digits as they have, and what people read around them.

use std::collections::{HashMap, hash_map::Entry};

use rust_xlsxwriter::{Format, FormatAlign};

use crate::export::{Amount, Cell, Column, Kind};

/// Digits after the point that are shown; with more than 30 a workbook is broken to Excel, which knows 15 of a number.
const MOST_DECIMALS: usize = 15;
/// Characters that a number format may have.
const LONGEST: usize = 255;

/// The formats that are in use, by their codes and whether they line up on the right.
#[derive(Default)]
pub(super) struct Shown(HashMap<(String, bool), Format>);

impl Shown {
    /// The format of a number in a cell; `None` where what stands around it does not fit into one.
    pub(super) fn format(&mut self, cell: &Cell, number: f64, column: &Column) -> Option<&Format> {
        let code = code(cell, number, column.kind);
        if code.chars().count() > LONGEST {
            return None;
        }
        let align = if column.right { FormatAlign::Right } else { FormatAlign::Left };
        let format = |code: &str| Format::new().set_num_format(code).set_align(align);
        Some(match self.0.entry((code, column.right)) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let format = format(&entry.key().0);
                entry.insert(format)
            }
        })
    }
}

/// The code of the format: `#,##0.00` for 704.11, `">"#,##0.00"亿元"` for what reads `>704.11亿元`. Years, codes
/// and counts are whole numbers without separators. A per cent sign is text like any unit: 5.5 % is 5.5.
fn code(cell: &Cell, number: f64, kind: Kind) -> String {
    let text = number.abs().to_string();
    let digits = match (kind, text.split_once('.')) {
        (Kind::Integer | Kind::Period, None) => "0".to_owned(),
        (_, None) => "#,##0".to_owned(),
        (_, Some((_, decimals))) => format!("#,##0.{}", "0".repeat(decimals.len().min(MOST_DECIMALS))),
    };
    let Cell::Amount(Amount { before, after, .. }) = cell else { return digits };
    let (before, after) = (literal(before), literal(after));
    // Below zero the sign would come before everything else.
    format!("{before}{digits}{after};{before}-{digits}{after}")
}

/// A text as a number format shows it as it is.
fn literal(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\"{}\"", text.replace('"', "”")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_people_read_it() {
        let amount = |before: &str, number, after: &str| {
            let amount = Amount { before: before.into(), number: Some(number), after: after.into() };
            code(&Cell::Amount(amount), number, Kind::Number)
        };
        assert_eq!(amount(">", 704.11, "亿元?"), r##"">"#,##0.00"亿元?";">"-#,##0.00"亿元?""##);
        assert_eq!(amount("", -3.1, "%"), r#"#,##0.0"%";-#,##0.0"%""#);
        assert_eq!(code(&Cell::Number(2024.0), 2024.0, Kind::Integer), "0");
        assert_eq!(code(&Cell::Number(429_328.0), 429_328.0, Kind::Number), "#,##0");
        assert_eq!(code(&Cell::Number(-0.25), -0.25, Kind::Number), "#,##0.00");
        assert_eq!(code(&Cell::Number(1e-40), 1e-40, Kind::Number), "#,##0.000000000000000");
    }
}
