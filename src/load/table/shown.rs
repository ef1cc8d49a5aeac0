//! How cells of a sheet are shown — merged, as percentages — where the library that reads their values does not tell it.

use std::{
    collections::{BTreeMap, HashMap},
    io::BufRead,
};

use calamine::Dimensions;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::cell::{Cell, Row};

/// How cells of a sheet are shown.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) merged: Vec<Dimensions>,
    /// Percentages: the first of rows that are alike, with the last and the first and last of their columns.
    percentages: BTreeMap<u32, (u32, Vec<[u32; 2]>)>,
}

impl Shown {
    /// Says that cells of some rows are percentages.
    pub(super) fn percentages(&mut self, rows: [u32; 2], columns: [u32; 2]) {
        self.percentages.entry(rows[0]).or_insert((rows[1], Vec::new())).1.push(columns);
    }

    /// Puts percentages into the cells of a row that are shown as such.
    pub(super) fn put_into(&self, number: u32, row: &mut Row) {
        let Some((_, (last, columns))) = self.percentages.range(..=number).next_back() else { return };
        for [from, to] in columns.iter().filter(|_| *last >= number) {
            for cell in row.iter_mut().take(*to as usize + 1).skip(*from as usize) {
                if let Cell::Number(number) = cell {
                    *cell = Cell::percent(*number);
                }
            }
        }
    }
}

/// How the cells of an ods are shown, by sheet: reads its content.xml.
///
/// # Errors
/// It is no XML.
pub(super) fn of_ods(xml: &mut dyn BufRead) -> quick_xml::Result<HashMap<String, Shown>> {
    let mut reader = Reader::from_reader(xml);
    let (mut sheets, mut buffer) = (HashMap::new(), Vec::new());
    let (mut name, mut shown) = (String::new(), Shown::default());
    let (mut rows, mut column) = ([0_u32; 2], 0_u32);
    loop {
        let event = reader.read_event_into(&mut buffer)?;
        if let Event::Start(tag) | Event::Empty(tag) = &event {
            match tag.name().as_ref() {
                "table:table" => {
                    name = text(tag, "table:name").unwrap_or_default();
                    rows = [0, 0];
                }
                "table:table-row" => {
                    column = 0;
                    rows[1] = rows[0].saturating_add(number(tag, "table:number-rows-repeated") - 1);
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let last = column.saturating_add(number(tag, "table:number-columns-repeated") - 1);
                    if text(tag, "office:value-type").as_deref() == Some("percentage") {
                        shown.percentages(rows, [column, last]);
                    }
                    let [down, across] =
                        ["table:number-rows-spanned", "table:number-columns-spanned"].map(|key| number(tag, key) - 1);
                    if down + across > 0 {
                        let end = (rows[0].saturating_add(down), column.saturating_add(across));
                        shown.merged.push(Dimensions { start: (rows[0], column), end });
                    }
                    column = last.saturating_add(1);
                }
                _ => {}
            }
        }
        match &event {
            Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => rows[0] = rows[1].saturating_add(1),
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => rows[0] = rows[1].saturating_add(1),
            Event::End(tag) if tag.name().as_ref() == "table:table" => {
                sheets.insert(std::mem::take(&mut name), std::mem::take(&mut shown));
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        buffer.clear();
    }
}

fn text(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(key).ok()??;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A number that an attribute tells, 1 where it does not.
fn number(tag: &BytesStart<'_>, key: &str) -> u32 {
    text(tag, key).and_then(|text| text.parse().ok()).map_or(1, |number: u32| number.clamp(1, 1 << 20))
}

/// Whether a number format shows a percentage: a `%` that is not written as a word, as in `0.0"%"`.
pub(super) fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    format.chars().any(|c| {
        let literal = quoted || escaped;
        escaped = !literal && c == '\\';
        quoted ^= c == '"' && !escaped;
        c == '%' && !literal
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_and_percentages_of_an_ods() {
        let xml = r#"<table:table table:name="表&amp;1"><table:table-row table:number-rows-repeated="2"/><table:table-row>
            <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"/><table:covered-table-cell/>
            <table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="1.05"/></table:table-row>
            <table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float"/></table:table-row>
            </table:table><table:table table:name="b"></table:table>"#;
        let sheets = of_ods(&mut xml.as_bytes()).unwrap();
        assert_eq!(sheets["表&1"].merged, [Dimensions { start: (2, 0), end: (4, 1) }]);
        let mut row = vec![Cell::Number(1.05); 5];
        sheets["表&1"].put_into(2, &mut row);
        let (number, percent) = (Cell::Number(1.05), Cell::Percent(105.0));
        assert_eq!(row, [number.clone(), number.clone(), percent.clone(), percent, number]);
        let mut row = vec![Cell::Number(1.05); 5];
        sheets["表&1"].put_into(3, &mut row);
        assert!(!row.contains(&Cell::Percent(105.0)));
        assert!(sheets["b"].merged.is_empty());
    }

    #[test]
    fn percentages_are_told_from_signs_that_are_words() {
        for format in ["0%", "0.0%", "0.00%;[Red]-0.00%", "\"a\"0%"] {
            assert!(is_percent(format), "{format}");
        }
        for format in ["General", "0.0\"%\"", "#,##0.0\"%\";-#,##0.0\"%\"", "0\\%"] {
            assert!(!is_percent(format), "{format}");
        }
    }
}
