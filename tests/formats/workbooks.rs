//! Workbooks, read back with another library and by their XML.

use std::{
    fs::{self, File},
    io::{Cursor, Read as _},
    path::Path,
};

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use crate::{
    ANSWERS,
    program::{figures, run, scratch},
    written,
};

/// The cell under a heading in a row, which counts from 1.
fn cell(book: &mut Xlsx<std::io::BufReader<File>>, sheet: &str, row: usize, heading: &str) -> Data {
    let range = book.worksheet_range(sheet).unwrap();
    let headings: Vec<_> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let column = headings.iter().position(|known| known == heading);
    let column = column.unwrap_or_else(|| panic!("{sheet} has no {heading}, but {headings:?}"));
    range.rows().nth(row).unwrap()[column].clone()
}

/// The XML of a part of a workbook.
fn part(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn open(path: &Path) -> Xlsx<std::io::BufReader<File>> {
    open_workbook(path).unwrap()
}

#[test]
fn a_comparison_has_typed_numbers_and_its_sources() {
    let (folder, data) = (scratch("book"), figures("book-data"));
    let file = folder.join("对比.xlsx");
    let bytes = written(&["compare", "红旗区", "凤泉区"], &data, &file);
    let mut book = open(&file);
    assert_eq!(book.sheet_names(), ["对比", "数据", "来源"]);
    assert_eq!(cell(&mut book, "对比", 1, "指标"), Data::String("地区生产总值".into()));
    assert_eq!(cell(&mut book, "对比", 1, "年份"), Data::Float(2024.0));
    assert_eq!(cell(&mut book, "对比", 1, "红旗区"), Data::Float(297.6));
    // It reads >100, and is 100 to count with.
    assert_eq!(cell(&mut book, "对比", 1, "凤泉区"), Data::Float(100.0));
    assert!(part(&bytes, "xl/styles.xml").contains("&quot;&gt;&quot;#,##0"));
    assert_eq!(cell(&mut book, "数据", 1, "region_code"), Data::Float(410_702.0));
    assert_eq!(cell(&mut book, "数据", 1, "period"), Data::Float(2024.0));
    assert_eq!(cell(&mut book, "来源", 2, "id"), Data::String("丙.txt".into()));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<pane xSplit="3" ySplit="1" topLeftCell="D2""#), "{sheet}");
    assert!(sheet.contains(r#"<autoFilter ref="A1:H2"/>"#), "{sheet}");
}

#[test]
fn figures_have_a_column_for_each_field() {
    let (folder, data) = (scratch("book-figures"), figures("book-figures-data"));
    let file = folder.join("a.xlsx");
    written(&["show", "长垣"], &data, &file);
    let mut book = open(&file);
    assert_eq!(book.sheet_names(), ["地区", "figures", "来源"]);
    assert_eq!(cell(&mut book, "地区", 1, "数值"), Data::Float(704.11));
    assert_eq!(cell(&mut book, "地区", 1, "同比"), Data::Float(5.5));
    for (heading, value) in [
        ("doc", Data::String("甲.txt".into())),
        ("start", Data::Float(10.0)),
        ("region_code", Data::Float(410_783.0)),
        ("value", Data::Float(704.11)),
        ("unit", Data::String("亿元".into())),
        ("year", Data::Float(2024.0)),
        ("ratio", Data::Empty),
    ] {
        assert_eq!(cell(&mut book, "figures", 1, heading), value, "{heading}");
    }
    // Five and a half per cent is 5.5 with % behind it, not 0.055.
    assert_eq!(cell(&mut book, "figures", 2, "value"), Data::Float(5.5));
    assert_eq!(cell(&mut book, "figures", 2, "unit"), Data::String("%".into()));
}

#[test]
fn nothing_in_a_workbook_is_a_formula() {
    let folder = scratch("book-formula");
    let data = folder.join("figures.jsonl");
    let line = r#"{"doc":"=cmd|' /C calc'!A0","name":"@SUM(A1)","measure":"growth","value":-3.1,"unit":"%","region":"长垣市","region_code":410783,"scope":"+1","base":"-2"}"#;
    fs::write(&data, format!("{line}\n")).unwrap();
    let file = folder.join("a.xlsx");
    written(&["show", "长垣"], data.to_str().unwrap(), &file);
    let mut book = open(&file);
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
    assert_eq!(cell(&mut book, "figures", 1, "doc"), Data::String("=cmd|' /C calc'!A0".into()));
    assert_eq!(cell(&mut book, "figures", 1, "scope"), Data::String("+1".into()));
    assert_eq!(cell(&mut book, "来源", 1, "id"), Data::String("=cmd|' /C calc'!A0".into()));
}

#[test]
fn the_same_figures_give_the_same_bytes() {
    let (folder, data) = (scratch("book-same"), figures("book-same-data"));
    for answer in ANSWERS {
        let once = written(answer, &data, &folder.join("once.xlsx"));
        // The archive has times to two seconds, which must not be those of the clock.
        std::thread::sleep(std::time::Duration::from_millis(250));
        assert!(once == written(answer, &data, &folder.join("again.xlsx")), "{answer:?}");
    }
}

#[test]
fn reports_give_a_workbook_of_figures_and_documents() {
    let folder = scratch("book-extract");
    let report = folder.join("长垣市.txt");
    fs::write(
        &report,
        "长垣市2024年政府工作报告\n\n地区生产总值完成704.11亿元，增长5.5%。三次产业结构为8.3:42.9:48.8。\n",
    )
    .unwrap();
    let file = folder.join("a.xlsx");
    run(&["extract", report.to_str().unwrap(), "-o", file.to_str().unwrap()]).done();
    let mut book = open(&file);
    assert_eq!(book.sheet_names(), ["figures", "来源"]);
    assert_eq!(cell(&mut book, "figures", 1, "value"), Data::Float(704.11));
    assert_eq!(cell(&mut book, "figures", 3, "ratio"), Data::String("8.3:42.9:48.8".into()));
    assert_eq!(cell(&mut book, "figures", 3, "value"), Data::Empty);
    assert_eq!(cell(&mut book, "来源", 1, "title"), Data::String("长垣市2024年政府工作报告".into()));
}
