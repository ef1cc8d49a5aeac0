//! What goes out: every subcommand in every format, read back by other libraries and programs than those that
//! wrote it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

#[path = "formats/names.rs"]
mod names;
#[path = "formats/parquet.rs"]
mod parquet;
#[path = "formats/properties.rs"]
mod properties;
#[path = "formats/terminal.rs"]
mod terminal;
#[path = "formats/workbooks.rs"]
mod workbooks;

use std::{fs, path::Path};

use program::{figures, run, scratch};

/// Every subcommand that gives an answer, with arguments that find something in the figures of the tests.
const ANSWERS: &[&[&str]] = &[
    &["show", "长垣"],
    &["compare", "红旗区", "凤泉区"],
    &["rank", "gdp"],
    &["map", "gdp", "--within", "新乡市"],
    &["trend", "gdp", "长垣", "红旗区"],
    &["search", "税收"],
    &["audit"],
    &["sources"],
    &["regions"],
    &["metrics", "收入"],
];

/// Writes an answer into a file, whose name tells the format.
fn written(answer: &[&str], data: &str, file: &Path) -> Vec<u8> {
    let mut arguments = answer.to_vec();
    arguments.extend(["--data", data, "-o", file.to_str().unwrap()]);
    let ran = run(&arguments);
    // An audit that found something says so.
    let code = i32::from(answer[0] == "audit");
    assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{answer:?}: {}", ran.stderr);
    fs::read(file).unwrap_or_else(|error| panic!("{answer:?} wrote no {}: {error}", file.display()))
}

#[test]
fn every_answer_is_written_in_every_format() {
    let (folder, data) = (scratch("every-format"), figures("every-format-data"));
    for answer in ANSWERS {
        for format in ["txt", "json", "jsonl", "csv", "md", "xlsx"] {
            let content = written(answer, &data, &folder.join(format!("{}.{format}", answer[0])));
            match format {
                "json" => assert!(serde_json::from_slice::<serde_json::Value>(&content).unwrap().is_array()),
                "xlsx" => assert!(content.starts_with(b"PK"), "{answer:?}"),
                "jsonl" => assert!(content.starts_with(b"{") && content.ends_with(b"}\n"), "{answer:?}"),
                _ => assert!(String::from_utf8(content).unwrap().lines().count() > 1, "{answer:?} {format}"),
            }
        }
    }
}

#[test]
fn the_name_of_the_file_chooses_unless_a_format_is_given() {
    let (folder, data) = (scratch("extension"), figures("extension-data"));
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let csv = run(&["rank", "gdp", "--data", &data, "-f", "csv"]).done();
    run(&["rank", "gdp", "--data", &data, "-o", &at("a.csv")]).done();
    run(&["rank", "gdp", "--data", &data, "-f", "csv", "-o", &at("a.xlsx")]).done();
    for name in ["a.csv", "a.xlsx"] {
        assert_eq!(fs::read_to_string(at(name)).unwrap(), csv, "{name}");
    }
    // A device has no extension.
    run(&["rank", "gdp", "--data", &data, "-o", &at("table")]).done();
    assert_eq!(fs::read_to_string(at("table")).unwrap(), run(&["rank", "gdp", "--data", &data]).done());
    let told = run(&["rank", "gdp", "--data", &data, "-o", &at("a.doc")]).failed(2);
    assert!(told.contains("no format goes by .doc") && told.contains("--format") && told.contains("xlsx"), "{told}");
    assert!(!Path::new(&at("a.doc")).exists());
}

#[test]
fn csv_for_excel_is_asked_for() {
    let data = figures("excel");
    let plain = run(&["rank", "gdp", "--data", &data, "-f", "csv"]).done();
    let excel = run(&["rank", "gdp", "--data", &data, "--excel"]).done();
    assert_eq!(excel, format!("\u{feff}{}", plain.replace('\n', "\r\n")));
    let told = run(&["rank", "gdp", "--data", &data, "--excel", "-f", "json"]).failed(2);
    assert!(told.contains("--excel is a way to write csv, not json"), "{told}");
}

#[test]
fn objects_of_documents_are_lines_and_nothing_else() {
    let folder = scratch("per-document");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let documents = at("documents.jsonl");
    fs::write(&documents, "{\"id\":\"a\",\"text\":\"长垣市2024年生产总值704.11亿元。\"}\n").unwrap();
    for name in ["a.parquet", "a.csv", "a.json", "a.txt", "a.xlsx"] {
        let told = run(&["extract", &documents, "--jsonl-in", "--per-document", "-o", &at(name)]).failed(2);
        assert!(told.contains("--per-document") || told.contains("needs the feature"), "{name}: {told}");
        assert!(!Path::new(&at(name)).exists(), "{name}");
    }
    run(&["extract", &documents, "--jsonl-in", "--per-document", "-o", &at("a.jsonl")]).done();
    assert!(fs::read_to_string(at("a.jsonl")).unwrap().starts_with("{\"id\":\"a\",\"figures\":["));
}

#[test]
fn an_explanation_is_text_and_nothing_else() {
    let folder = scratch("explained");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::write(at("r.txt"), "长垣市2024年生产总值704.11亿元。\n").unwrap();
    for name in ["a.csv", "a.md", "a.xlsx"] {
        let told = run(&["extract", "--explain", &at("r.txt"), "-o", &at(name)]).failed(2);
        assert!(told.contains("--explain writes text"), "{name}: {told}");
        assert!(!Path::new(&at(name)).exists(), "{name}");
    }
    run(&["extract", "--explain", &at("r.txt"), "-o", &at("a.txt")]).done();
    assert!(fs::read_to_string(at("a.txt")).unwrap().contains("704.11亿元"));
}

#[test]
fn a_dash_is_standard_output() {
    let data = figures("dash");
    let plain = run(&["rank", "gdp", "--data", &data]).done();
    assert_eq!(run(&["rank", "gdp", "--data", &data, "-o", "-"]).done(), plain);
    assert!(!Path::new("-").exists());
}

#[test]
fn a_code_is_a_number_in_every_answer() {
    let data = figures("codes");
    for answer in ANSWERS {
        let lines = run(&[*answer, &["--data", &data, "-f", "jsonl"]].concat()).stdout;
        for line in lines.lines() {
            let record = serde_json::from_str::<serde_json::Value>(line).unwrap();
            for key in ["region_code", "code"] {
                assert!(record.get(key).is_none_or(serde_json::Value::is_number), "{answer:?}: {line}");
            }
        }
    }
}

#[test]
fn of_three_regions_the_table_says_which_two_are_set_against_each_other() {
    let data = figures("three");
    let two = run(&["compare", "长垣", "红旗区", "--data", &data]).done();
    assert!(two.lines().next().unwrap().ends_with("差     比"), "{two}");
    let three = run(&["compare", "长垣", "红旗区", "凤泉区", "--data", &data]).done();
    assert!(three.lines().next().unwrap().contains("长垣市 − 红旗区  长垣市 ÷ 红旗区"), "{three}");
}

#[test]
fn a_folder_that_is_missing_is_told_by_its_name() {
    let file = scratch("no-folder").join("none/a.csv");
    let told = run(&["regions", "--data", &figures("no-folder-data"), "-o", file.to_str().unwrap()]).failed(1);
    assert!(told.contains("there is no folder ") && told.trim_end().ends_with("none; make it first"), "{told}");
}

#[test]
fn a_list_is_no_picture() {
    let (folder, data) = (scratch("no-picture"), figures("no-picture-data"));
    let file = folder.join("a.svg");
    let told = run(&["show", "长垣", "--data", &data, "-o", file.to_str().unwrap()]).failed(2);
    assert!(told.contains("compare, map, rank and trend draw"), "{told}");
    assert!(!file.exists());
}

#[test]
fn charts_are_pictures_with_chinese_text() {
    let (folder, data) = (scratch("pictures"), figures("pictures-data"));
    for (answer, names) in [
        (&["compare", "红旗区", "凤泉区"][..], &["红旗区", "凤泉区", "地区生产总值"][..]),
        (&["rank", "gdp", "--mark", "长垣"], &["长垣市", "红旗区", "704.11"]),
        (&["trend", "gdp", "长垣", "红旗区"], &["长垣市", "2024"]),
        (&["map", "gdp", "--within", "新乡市"], &["长垣", "红旗"]),
    ] {
        let picture = String::from_utf8(written(answer, &data, &folder.join(format!("{}.svg", answer[0])))).unwrap();
        assert!(picture.starts_with("<svg") && picture.contains("Noto Sans CJK SC"), "{answer:?}");
        for name in names {
            assert!(picture.contains(name), "{answer:?} lacks {name}");
        }
    }
}

#[test]
fn documents_are_listed_with_what_they_hold() {
    let data = figures("documents");
    let json = run(&["sources", "--data", &data, "-f", "json"]).done();
    let documents = serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_eq!(documents.as_array().unwrap().len(), 3);
    assert_eq!(documents[0]["id"], "甲.txt");
    assert_eq!(documents[0]["region_codes"], "410783");
    assert_eq!(documents[0]["figures"], 5);
    assert_eq!((&documents[0]["first_year"], &documents[0]["last_year"]), (&2024.into(), &2025.into()));
    let one = run(&["sources", "--region", "红旗区", "--data", &data]).done();
    assert!(one.lines().count() == 2 && one.contains("乙.txt"), "{one}");
    let all = run(&["sources", "--region", "新乡市", "--data", &data]).done();
    assert_eq!(all.lines().count(), 4, "{all}");
    assert!(run(&["sources", "丁", "--data", &data]).failed(1).contains("no such document"));
}

#[test]
fn a_file_stays_as_it_was_until_the_answer_is_whole() {
    let folder = scratch("whole-output");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (report, old) = (at("r.txt"), at("old.csv"));
    fs::write(&report, "长垣市2024年生产总值704.11亿元。\n").unwrap();
    fs::write(&old, "old").unwrap();
    fs::write(at("empty.txt"), "这里没有数字。\n").unwrap();
    let told = run(&["extract", &report, "-f", "csv", "-o", &report]).failed(2);
    assert!(told.contains("is read here and would be written over"), "{told}");
    assert!(fs::read_to_string(&report).unwrap().contains("704.11亿元"));
    for missing in [at("missing.txt"), at("empty.txt")] {
        run(&["extract", &missing, "-o", &old]).failed(1);
        assert_eq!(fs::read_to_string(&old).unwrap(), "old", "{missing}");
    }
    run(&["extract", &report, "-o", &old]).done();
    assert!(fs::read_to_string(&old).unwrap().contains("704.11亿元"));
    run(&["extract", &report, "-f", "csv", "-o", "/dev/null"]).done();
    assert_eq!(run(&["extract", &report, "-f", "csv", "-o", "/dev/stdout"]).done(), fs::read_to_string(&old).unwrap());
    let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["empty.txt", "old.csv", "r.txt"]);
}
