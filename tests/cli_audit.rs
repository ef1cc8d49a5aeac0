//! `xianzhi audit` as a script uses it: what it prints and how it ends.

#[path = "cli/program.rs"]
mod program;

use std::fs;

use program::{figures, run, scratch};

/// A file of figures of 长垣市, one a line: metric, measure, value, unit, period, first character.
fn file(name: &str, lines: &[(&str, &str, f64, &str, u16, u32)]) -> String {
    let file = scratch(name).join("figures.jsonl");
    let line = |(metric, measure, value, unit, period, start): &(&str, &str, f64, &str, u16, u32)| {
        let text = format!("{value}{unit}");
        let end = start + text.chars().count() as u32;
        serde_json::json!({
            "doc": "甲.txt", "start": start, "end": end, "paragraph": 1, "text": text, "region": "长垣市",
            "region_code": 410_783, "metric": metric, "name": metric, "measure": measure, "value": value,
            "unit": unit, "period": period.to_string(), "status": "actual",
        })
        .to_string()
    };
    fs::write(&file, lines.iter().map(line).collect::<Vec<_>>().join("\n")).expect("the target folder can be written");
    file.to_str().expect("the path is UTF-8").to_owned()
}

/// Figures of which the tax share and the growth are wrong.
fn wrong(name: &str) -> String {
    file(
        name,
        &[
            ("tax_revenue", "level", 40.14, "亿元", 2024, 10),
            ("fiscal_revenue", "level", 53.68, "亿元", 2024, 30),
            ("fiscal_revenue", "growth", 2.5, "%", 2024, 40),
            ("fiscal_revenue", "level", 50.11, "亿元", 2023, 50),
            ("tax_share", "level", 78.4, "%", 2024, 60),
        ],
    )
}

#[test]
fn what_contradicts_is_told_with_its_arithmetic_and_exit_code_1() {
    let ran = run(&["audit", "--data", &wrong("audit_table")]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let lines = ran.stdout.lines().collect::<Vec<_>>();
    assert_eq!(lines.len(), 3, "{}", ran.stdout);
    assert!(
        lines[1].ends_with("税收收入 40.14亿元 ÷ 一般公共预算收入 53.68亿元 = 74.78%，报告称 78.4%"),
        "{}",
        ran.stdout
    );
    assert!(
        lines[2].ends_with("一般公共预算收入 53.68亿元 ÷ 上年 50.11亿元 − 1 = +7.12%，报告称 +2.5%"),
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.contains("税收占比：核查 1，发现 1"), "{}", ran.stderr);
    let quiet = run(&["audit", "--data", &wrong("audit_quiet"), "--quiet"]);
    assert_eq!((quiet.code, quiet.stdout, quiet.stderr.as_str()), (1, ran.stdout, ""));
}

#[test]
fn where_all_agrees_nothing_is_printed_and_the_exit_code_is_0() {
    let data = file("audit_agrees", &[("fiscal_revenue", "level", 53.68, "亿元", 2024, 30)]);
    let ran = run(&["audit", "--data", &data]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert!(ran.stderr.contains("来源不一：核查 0，发现 0"), "{}", ran.stderr);
    assert_eq!(run(&["audit", "--data", &data, "-f", "json"]).done(), "[\n]\n");
}

#[test]
fn programs_get_the_numbers_and_the_figures() {
    let ran = run(&["audit", "长垣", "--data", &wrong("audit_jsonl"), "--kind", "tax_share", "-f", "jsonl"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let finding: serde_json::Value = serde_json::from_str(&ran.stdout).expect("one object");
    assert_eq!(finding["kind"], "tax_share");
    assert_eq!(
        (&finding["told"], &finding["unit"], &finding["relation"]),
        (&78.4.into(), &"%".into(), &"equal".into())
    );
    let expected = finding["expected"].as_f64().expect("a number");
    assert!((expected - 74.776).abs() < 0.001, "{expected}");
    let tolerance = finding["tolerance"].as_f64().expect("a number");
    assert!((0.1..0.13).contains(&tolerance), "{tolerance}");
    let metrics = finding["figures"].as_array().expect("a list").iter().map(|figure| &figure["metric"]);
    assert!(metrics.eq(["tax_share", "tax_revenue", "fiscal_revenue"]), "{finding}");

    let csv = run(&["audit", "--data", &wrong("audit_csv"), "-f", "csv"]).stdout;
    let row = csv.lines().nth(1).expect("a finding");
    assert!(
        csv.starts_with("kind,severity,region,") && row.ends_with("甲.txt:60-65 | 甲.txt:10-17 | 甲.txt:30-37"),
        "{csv}"
    );
}

#[test]
fn kind_and_year_narrow_it_and_unknown_ones_are_refused() {
    let data = wrong("audit_narrow");
    let lines = |arguments: &[&str]| {
        let ran = run(&[&["audit", "--data", &data, "-f", "jsonl"], arguments].concat());
        assert_eq!(ran.code == 1, !ran.stdout.is_empty());
        ran.stdout.lines().count()
    };
    assert_eq!(lines(&[]), 2);
    assert_eq!(lines(&["--kind", "growth"]), 1);
    assert_eq!(lines(&["--kind", "growth,tax_share"]), 2);
    assert_eq!(lines(&["--kind", "places"]), 0);
    assert_eq!(lines(&["--year", "2023"]), 0);
    let told = run(&["audit", "--kind", "everything"]).failed(2);
    assert!(told.contains("tax_share") && told.contains("restated"), "{told}");
}

#[test]
fn a_doubtful_reading_is_a_note_and_english_is_spoken() {
    let ran = run(&["audit", "--data", &figures("audit_notes"), "--lang", "en"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.starts_with("Check ") && ran.stdout.contains("1 doubtful"), "{}", ran.stdout);
    assert!(ran.stderr.contains("doubtful: 7 checked, 1 found"), "{}", ran.stderr);
}
