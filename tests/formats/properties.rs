//! No text, whatever it is, becomes a formula or breaks a table.

use proptest::prelude::*;
use xianzhi::{
    export::{Cell, Column, Format, Sheet, write_sheet},
    model::Language,
};

/// Cells of any text, often of such that begin as formulas do.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof!["[=+@\t\r\n＝＋－＠-].{0,12}", ".{0,16}", "[+-]?[0-9]{1,4}(\\.[0-9]{1,3})?", "[^a-z]{0,8}"];
    prop::collection::vec(text, 1..8)
}

fn written(texts: &[String], format: Format) -> String {
    let sheet = Sheet {
        columns: vec![Column::text("text", "文", "Text")],
        rows: texts.iter().map(|text| vec![Cell::Text(text.clone())]).collect(),
    };
    let mut out = Vec::new();
    write_sheet(&sheet, format, Language::Zh, None, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_holds_no_formula_and_loses_nothing(texts in texts()) {
        let csv = written(&texts, Format::Csv);
        let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(csv.as_bytes());
        let cells: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
        prop_assert_eq!(cells.len(), texts.len());
        for (cell, text) in cells.iter().zip(&texts) {
            let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            prop_assert!(!runs || is_number, "{cell:?}");
            prop_assert_eq!(cell.strip_prefix('\'').filter(|_| !text.starts_with('\'')).unwrap_or(cell), text);
        }
    }

    #[test]
    fn a_row_of_markdown_is_a_line(texts in texts()) {
        let table = written(&texts, Format::Markdown);
        prop_assert_eq!(table.lines().count(), texts.len() + 2);
        for line in table.lines() {
            // One cell: a stroke at either end, and none in between that is not escaped.
            prop_assert!(line.starts_with("| ") && line.ends_with(" |"), "{line:?}");
            prop_assert!(!line[1..line.len() - 1].replace("\\\\", "").replace("\\|", "").contains('|'), "{line:?}");
        }
    }
}
