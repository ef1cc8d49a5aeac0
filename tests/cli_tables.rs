//! Tables of figures: what the program writes reads back, workbooks read as they look, and a mapping says it by hand.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

use std::{fs, path::Path};

use program::{Ran, run, run_in, scratch};
use rust_xlsxwriter::{Format, Workbook};

/// A report whose figures have all that figures can have.
const REPORT: &str = "长垣市2024年国民经济和社会发展统计公报\n\n2024年，全市地区生产总值704.11亿元，增长5.5%，居全省县域第10位。三次产业结构为8.3:42.9:48.8。\
    工业用电量下降3.1%。税收收入占比74.8%。粮食产量突破70万吨。绿道工程完成投资2.5亿元。“十四五”时期，全市财政支出\n年均增长6%。完成投资.6亿元。\
    2025年，一般公共预算收入力争增长7%以上。\n";

/// The figures that files hold, as lines, without the lines of sources.
fn figures(folder: &Path, files: &[&str]) -> Vec<String> {
    let all = [&["build"], files, &["-o", "all.jsonl", "--full", "--quiet"]].concat();
    let Ran { code, stderr, .. } = run_in(folder, &all);
    assert_eq!((code, stderr.as_str()), (0, ""), "{files:?}");
    let text = fs::read_to_string(folder.join("all.jsonl")).unwrap();
    text.lines().filter(|line| !line.starts_with("{\"source\"")).map(str::to_owned).collect()
}

#[test]
fn what_is_written_reads_back() {
    let folder = scratch("tables-back");
    fs::write(folder.join("长垣市.txt"), REPORT).unwrap();
    let read = figures(&folder, &["长垣市.txt"]);
    assert!(read.len() > 8, "{read:?}");
    let mut formats = vec!["jsonl", "json", "csv", "xlsx"];
    if cfg!(feature = "parquet") {
        formats.push("parquet");
    }
    for format in formats {
        let name = format!("figures.{format}");
        assert_eq!(run_in(&folder, &["extract", "长垣市.txt", "-o", &name]).code, 0);
        assert_eq!(figures(&folder, &[&name]), read, "{format}");
    }
}

/// A workbook as yearbooks look: a title, two rows of headings with merged cells, percentages, notes.
fn yearbook(path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("表1").unwrap();
    let (plain, percent) = (Format::new(), Format::new().set_num_format("0.0%"));
    sheet.merge_range(0, 0, 0, 4, "表1  2022—2023年主要指标", &plain).unwrap();
    sheet.write(1, 4, "单位：亿元").unwrap();
    sheet.merge_range(2, 0, 3, 0, "地  区", &plain).unwrap();
    sheet.merge_range(2, 1, 2, 2, "2022年", &plain).unwrap();
    sheet.merge_range(2, 3, 2, 4, "2023年", &plain).unwrap();
    for (column, text) in (1..).zip(["地区生产\n总值", "同比增长（%）", "地区生产\n总值", "同比增长（%）"])
    {
        sheet.write(3, column, text).unwrap();
    }
    for (row, name, values) in
        [(4, "长　垣　市", [700.5, 0.053, 710.0, -0.01]), (6, "红　旗　区", [290.0, 0.1, 297.6, 0.066])]
    {
        sheet.write(row, 0, name).unwrap();
        for (column, value) in (1..).zip(values) {
            let format = if column % 2 == 0 { &percent } else { &plain };
            sheet.write_number_with_format(row, column, value, format).unwrap();
        }
    }
    sheet.write(7, 0, "某某示范区").unwrap();
    sheet.write(7, 1, "1,234.5").unwrap();
    sheet.write(7, 2, "—").unwrap();
    sheet.write(8, 0, "注：增速按不变价计算。").unwrap();
    sheet.write(9, 0, "数据来源：某统计局").unwrap();
    workbook.add_worksheet().set_name("说明").unwrap().write(0, 0, "由各县汇总。").unwrap();
    workbook.save(path).unwrap();
}

#[test]
fn a_yearbook_reads_as_it_looks_and_what_was_not_read_is_told() {
    let folder = scratch("tables-yearbook");
    yearbook(&folder.join("年鉴.xlsx"));
    let shown = run_in(&folder, &["show", "长垣", "--year", "2023", "--data", "年鉴.xlsx", "-f", "jsonl"]);
    let lines: Vec<serde_json::Value> = shown.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |line: &serde_json::Value| {
        ["metric", "measure", "value", "unit", "period", "text", "doc"].map(|key| line[key].to_string()).join(" ")
    };
    assert_eq!(
        lines.iter().map(told).collect::<Vec<_>>(),
        [
            r#""gdp" "level" 710 "亿元" "2023" "表1!D5" "年鉴.xlsx""#,
            r#""gdp" "growth" -1 "%" "2023" "表1!E5" "年鉴.xlsx""#
        ]
    );
    let troubles: Vec<_> = shown.stderr.lines().collect();
    assert_eq!(troubles.len(), 3, "{troubles:?}");
    assert!(
        troubles[0].starts_with("年鉴.xlsx: the sheet “说明” is not read: it has no row of headings"),
        "{troubles:?}"
    );
    assert_eq!(troubles[1], "年鉴.xlsx: read were the sheets “表1” (8 figures)");
    assert!(
        troubles[2].starts_with("年鉴.xlsx: 表1!A8: “某某示范区” is no region (1 figure left out)"),
        "{troubles:?}"
    );
    let sources = run_in(&folder, &["sources", "--data", "年鉴.xlsx", "-f", "jsonl"]).stdout;
    assert!(sources.contains("表1  2022—2023年主要指标") && sources.contains("某统计局"), "{sources}");
}

/// A workbook as a library writes it that calculates nothing.
fn uncalculated(path: &Path) {
    let rows = [
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>2023年主要指标（单位：亿元）</t></is></c></row>"#,
        r#"<row r="2"><c r="A2" t="inlineStr"><is><t>地区</t></is></c><c r="B2" t="inlineStr"><is><t>GDP</t></is></c><c r="C2" t="inlineStr"><is><t>税收收入</t></is></c></row>"#,
        r#"<row r="3"><c r="A3" t="inlineStr"><is><t>长垣市</t></is></c><c r="B3"><f>400+12.35</f><v></v></c><c r="C3"><v>53.6</v></c></row>"#,
        r#"<row r="4"><c r="A4" t="inlineStr"><is><t>红旗区</t></is></c><c r="B4"><f>B3*2</f><v>824.7</v></c><c r="C4"><f>SUM(C3:C3)</f></c></row>"#,
    ];
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{}</sheetData></worksheet>"#, rows.concat()),
        ),
    ];
    let mut archive = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, content) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, content.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn formulas_that_nobody_calculated_are_told_of() {
    let folder = scratch("uncalculated");
    uncalculated(&folder.join("a.xlsx"));
    let ran = run_in(&folder, &["show", "长垣", "--data", "a.xlsx", "-f", "jsonl"]);
    assert!(ran.stdout.contains("53.6") && !ran.stdout.contains("gdp"), "{}", ran.stdout);
    let told = "a.xlsx: the sheet “表一” has 2 cells with a formula but no value, the first B3, which are not read; open the file";
    assert_eq!(ran.stderr.matches("with a formula").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
}

#[test]
fn merged_cells_spread_labels_and_no_values_and_hidden_sheets_are_told() {
    let folder = scratch("tables-merged");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    for (column, text) in (0..).zip(["地区", "年份", "GDP（亿元）", "", "进出口总额（亿元）"]) {
        sheet.write(0, column, text).unwrap();
    }
    sheet.merge_range(0, 2, 0, 3, "GDP（亿元）", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "长垣市", &plain).unwrap();
    for (row, value) in [(1, 650.0), (2, 704.0)] {
        sheet.write(row, 1, 2021 + row).unwrap();
        sheet.merge_range(row, 2, row, 3, "", &plain).unwrap();
        sheet.write(row, 2, value).unwrap();
    }
    sheet.merge_range(1, 4, 2, 4, "", &plain).unwrap();
    sheet.write(1, 4, 20.5).unwrap();
    let old = workbook.add_worksheet().set_name("旧").unwrap();
    old.write(0, 0, "地区").unwrap();
    old.set_hidden(true);
    workbook.save(folder.join("a.xlsx")).unwrap();
    let ran = run_in(&folder, &["build", "a.xlsx", "-o", "all.jsonl", "--full", "--quiet"]);
    let text = fs::read_to_string(folder.join("all.jsonl")).unwrap();
    let told: Vec<_> = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| line.get("doc").is_some())
        .map(|line| ["region", "metric", "value", "period", "text"].map(|key| line[key].to_string()).join(" "))
        .collect();
    assert_eq!(
        told,
        [r#""长垣市" "gdp" 650 "2022" "Sheet1!C2""#, r#""长垣市" "gdp" 704 "2023" "Sheet1!C3""#],
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr
            .contains("Sheet1!E2: values stand in merged cells, and of which of them is open (2 figures left out)")
    );
    assert!(ran.stderr.contains("the sheet “旧” is hidden and not read"), "{}", ran.stderr);
}

#[test]
fn a_mapping_says_it_by_hand_and_is_kept() {
    let folder = scratch("tables-map");
    yearbook(&folder.join("年鉴.xlsx"));
    let map = "[regions]\n\"某某示范区\" = 410725\n\n[[table]]\nsheet = \"说明\"\nskip = true\n";
    fs::write(folder.join("map.toml"), map).unwrap();
    let asked = ["show", "410725", "--data", "年鉴.xlsx", "--map", "map.toml"];
    let first = run_in(&folder, &[&asked[..], &["--save-map", "used.toml"]].concat()).done();
    assert!(first.contains("1234.5亿元"), "{first}");
    let used = fs::read_to_string(folder.join("used.toml")).unwrap();
    for said in [
        "\"某某示范区\" = 410725",
        "skip = true",
        "header = [3, 4]",
        "is = \"region\"",
        "metric = \"gdp\"",
        "year = \"2022\"",
    ] {
        assert!(used.contains(said), "{said} in\n{used}");
    }
    let again = run_in(&folder, &["show", "410725", "--data", "年鉴.xlsx", "--map", "used.toml"]).done();
    assert_eq!(again, first);
    fs::write(folder.join("broken.toml"), "[[table]]\nyears = 2023\n").unwrap();
    let refused = run_in(&folder, &["show", "410725", "--data", "年鉴.xlsx", "--map", "broken.toml"]).failed(1);
    assert!(refused.contains("broken.toml") && refused.contains("unknown field `years`"), "{refused}");
    assert_eq!(run(&["show", "长垣", "--map", "map.toml"]).code, 2, "without --data there is nothing to map");
}

#[test]
fn extract_says_that_a_table_holds_figures_already() {
    let folder = scratch("tables-extract");
    fs::write(folder.join("a.csv"), "地区,年份,GDP（亿元）\n长垣市,2023,704.11\n").unwrap();
    let ran = run_in(&folder, &["extract", "a.csv"]);
    assert!(ran.stderr.contains("holds figures already"), "{}", ran.stderr);
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_the_feature_it_is_named() {
    let folder = scratch("tables-parquet");
    fs::write(folder.join("a.parquet"), "PAR1").unwrap();
    let ran = run_in(&folder, &["show", "长垣", "--data", "a.parquet"]);
    assert!(ran.stderr.contains("reading Parquet needs the feature `parquet`"), "{}", ran.stderr);
}

#[test]
fn an_answer_that_is_saved_beside_its_documents_changes_none_of_them() {
    let folder = scratch("tables-beside");
    for (name, county) in [("甲.txt", "长垣市"), ("乙.txt", "红旗区")] {
        let text = format!("# {county}2024年统计公报\n\n2024年，{county}地区生产总值500.5亿元，粮食产量8万吨。\n");
        fs::write(folder.join(name), text).unwrap();
    }
    let here = folder.to_str().unwrap();
    let show = || run(&["show", "长垣", "--data", here, "-f", "jsonl"]);
    let before = show().done();
    assert!(before.lines().count() >= 2, "{before}");
    for name in ["c.xlsx", "c.csv"] {
        let path = folder.join(name);
        run(&["compare", "长垣", "红旗区", "--data", here, "-o", path.to_str().unwrap()]).done();
        let after = show();
        assert_eq!(after.stdout, before, "{name}");
        fs::remove_file(path).unwrap();
    }
    let saved = folder.join("s.xlsx");
    run(&["show", "长垣", "--data", here, "-o", saved.to_str().unwrap()]).done();
    let after = show();
    assert_eq!(after.stdout, before);
    assert!(after.stderr.contains("figures of files that are read here themselves"), "{}", after.stderr);
}
