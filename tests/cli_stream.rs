//! `xianzhi extract - --jsonl-in` in a pipe: documents in, figures out, in order and at a bounded memory.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
};

use program::{Ran, run, run_fed, scratch, start};
use serde_json::{Value, json};

const STREAM: [&str; 3] = ["extract", "-", "--jsonl-in"];

/// A report of the year, with as many paragraphs as are wanted.
fn report(year: usize, paragraphs: usize) -> String {
    let mut text = format!("长垣市{year}年统计公报\n\n");
    for number in 0..paragraphs {
        write!(text, "{year}年，全市地区生产总值{}.5亿元，增长{}.1%。\n\n", 300 + number, number % 9).unwrap();
    }
    text
}

fn streamed(lines: &str) -> Ran {
    run_fed(&STREAM, lines.as_bytes())
}

/// Ids of the documents of figures, as they come.
fn docs(figures: &str) -> Vec<String> {
    let doc = |line| serde_json::from_str::<Value>(line).unwrap()["doc"].as_str().unwrap().to_owned();
    figures.lines().map(doc).collect()
}

#[test]
fn a_stream_gives_what_the_files_give_in_the_order_of_its_lines() {
    let folder = scratch("stream-order");
    let mut lines = String::new();
    for number in 0..120 {
        // Long ones first: those that are done early have to wait for their turn.
        let (name, text) = (format!("{number:03}.txt"), report(2000 + number % 25, (120 - number) / 4));
        fs::write(folder.join(&name), format!("\u{feff}{text}")).unwrap();
        writeln!(lines, "{}", json!({"id": name, "text": text, "kind": {"of": "report"}})).unwrap();
    }
    let of_files = run(&["extract", folder.to_str().unwrap(), "--format", "jsonl"]).done();
    assert!(of_files.lines().count() > 1000);
    assert_eq!(streamed(&lines).done(), of_files);
    let file = scratch("stream-file").join("documents.jsonl");
    fs::write(&file, lines).unwrap();
    let out = file.with_file_name("figures.csv");
    assert_eq!(run(&["extract", file.to_str().unwrap(), "--jsonl-in"]).done(), of_files);
    run(&["extract", file.to_str().unwrap(), "--jsonl-in", "-o", out.to_str().unwrap()]).done();
    assert_eq!(fs::read_to_string(out).unwrap(), run(&["extract", folder.to_str().unwrap(), "-f", "csv"]).done());
}

#[test]
fn a_line_that_cannot_be_read_is_told_by_its_number_and_the_rest_goes_on() {
    let good = json!({"id": "甲.txt", "text": report(2024, 1)}).to_string();
    let lines =
        [good.as_str(), "{\"id\":", "", r#"{"id":"乙.txt"}"#, r#"{"text":"一"}"#, r#"{"id":9,"text":""}"#, &good];
    let ran = streamed(&lines.join("\n"));
    assert_eq!(ran.code, 0);
    assert_eq!(docs(&ran.stdout), ["甲.txt"; 4], "two documents of one id are one");
    let told: Vec<_> = ran.stderr.lines().collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("-:2: column 6: EOF while parsing a value; a line must hold one document"), "{told:?}");
    assert!(told[1].starts_with("-:4: 乙.txt has no text; a line must hold"), "{told:?}");
    assert!(told[2].starts_with("-:5: has no id"), "{told:?}");
    let strict = run_fed(&[&STREAM[..], &["--strict"]].concat(), lines.join("\n").as_bytes());
    assert_eq!((strict.code, strict.stdout), (1, ran.stdout));
}

#[test]
fn an_input_without_documents_or_figures_is_no_error() {
    assert_eq!(streamed("").done(), "");
    assert_eq!(streamed(r#"{"id":"a","text":"这里没有数字。"}"#).done(), "");
}

#[test]
fn by_document_every_line_has_its_answer() {
    let lines =
        [json!({"id": "甲", "text": report(2024, 2)}), json!({"id": 7, "text": ""})].map(|line| line.to_string());
    let shown = run_fed(&[&STREAM[..], &["--per-document"]].concat(), lines.join("\n").as_bytes()).done();
    let answers: Vec<Value> = shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> =
        answers.iter().map(|answer| (&answer["id"], answer["figures"].as_array().unwrap().len())).collect();
    assert_eq!(told, [(&json!("甲"), 4), (&json!("7"), 0)]);
    assert!(run(&["extract", "x.txt", "--per-document"]).failed(2).contains("--jsonl-in"));
}

#[test]
fn figures_come_before_the_input_ends() {
    let mut child = start(&STREAM);
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for year in 2001..2010 {
        writeln!(to, "{}", json!({"id": year, "text": report(year, 1)})).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert_eq!(docs(&line), [year.to_string()]);
        from.read_line(&mut line).unwrap();
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn whoever_has_had_enough_ends_it_in_silence() {
    let mut child = start(&STREAM);
    let mut to = child.stdin.take().unwrap();
    drop(child.stdout.take());
    writeln!(to, "{}", json!({"id": "a", "text": report(2024, 1)})).unwrap();
    // The input stays open: nothing more has to come for it to end.
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!(told, "");
}

#[test]
fn what_is_not_there_is_told() {
    let told = run(&["extract", "nowhere.jsonl", "--jsonl-in"]).failed(1);
    assert!(told.starts_with("xianzhi: reading nowhere.jsonl: "), "{told}");
}

/// The most memory that a process ever had, in KiB.
#[cfg(target_os = "linux")]
fn peak(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn its_memory_does_not_grow_with_its_input() {
    let mut child = start(&STREAM);
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    // Most lines hold nothing to read, so that the test is quick.
    let filler = json!({"id": "filler", "text": "", "more": "无".repeat(2000)}).to_string() + "\n";
    let last = json!({"id": "last", "text": report(2024, 1)}).to_string() + "\n";
    let mut feed = |megabytes: usize| {
        for _ in 0..megabytes * (1 << 20) / filler.len() {
            to.write_all(filler.as_bytes()).unwrap();
        }
        to.write_all(last.as_bytes()).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        from.read_line(&mut line).unwrap();
        peak(child.id())
    };
    let (after_8, after_80) = (feed(8), feed(72));
    assert!(after_80 < after_8 + (4 << 10), "{after_8} KiB after 8 MiB, {after_80} KiB after 80 MiB");
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn what_of_a_ledger_is_not_applied_is_told() {
    let folder = scratch("stream-ledger");
    let (report, ledger) = (folder.join("甲.txt"), folder.join("corrections.jsonl"));
    fs::write(&report, "2024年，长垣市地区生产总值704.11亿元，增长5.5%。").unwrap();
    let data = folder.to_str().unwrap();
    run(&["correct", "reject", "甲.txt@704.11亿元", "--data", data, "--author", "李"]).done();
    fs::write(&ledger, [fs::read(&ledger).unwrap().as_slice(), b"no act\n"].concat()).unwrap();
    let words = [&STREAM[..], &["--ledger", ledger.to_str().unwrap()]].concat();
    let line = json!({"id": "甲.txt", "text": "2024年，封丘县粮食产量12.5万吨。"}).to_string();
    let ran = run_fed(&words, line.as_bytes());
    assert!(ran.stderr.contains("corrections.jsonl:2: is no JSON"), "{}", ran.stderr);
    assert!(ran.stderr.contains("704.11亿元 in 甲.txt, is set aside"), "{}", ran.stderr);
    assert_eq!(run_fed(&[&words[..], &["--strict"]].concat(), line.as_bytes()).code, 1);
}
