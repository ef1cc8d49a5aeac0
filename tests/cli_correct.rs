//! Corrections as people make them on the command line, and where they hold.

#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(dead_code, reason = "the program is started in more ways elsewhere")]

#[path = "cli/program.rs"]
mod program;

use std::{fs, path::Path};

use program::{Ran, run, run_fed, run_with, scratch};
use serde_json::Value;

const REPORT: &str = "长垣市2024年经济运行情况\n\n2024年,长垣市地区生产总值完成704.11亿元,同比增长5.5%,居全省县域前10位。\n\
                      一般公共预算收入完成53.68亿元,税收占比74.8%。新建厂房甲、乙两座,改造面积37.5万平方米。\n";

/// A folder with a report.
fn report(name: &str) -> String {
    let folder = scratch(name);
    fs::write(folder.join("甲.txt"), REPORT).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Runs with figures and an author.
fn correct(words: &[&str], data: &str) -> Ran {
    run_with(&[("USER", "李")], &[&["correct"], words, &["--data", data]].concat())
}

/// The id of what was saved.
fn id(ran: Ran) -> String {
    let out = ran.done();
    let (id, _) = out.strip_prefix("saved ").unwrap().split_once(':').unwrap();
    id.to_owned()
}

/// The figures of what is opened, one a line.
fn figures(data: &str) -> Vec<Value> {
    let shown = run(&["extract", data, "-f", "jsonl"]).done();
    shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of<'a>(figures: &'a [Value], text: &str) -> &'a Value {
    figures.iter().find(|figure| figure["text"] == text).unwrap_or(&Value::Null)
}

/// What became of each act.
fn standings(data: &str) -> Vec<String> {
    let list = run(&["ledger", "--data", data, "-f", "jsonl"]).done();
    let standing = |line: &str| serde_json::from_str::<Value>(line).unwrap()["standing"].as_str().unwrap().to_owned();
    list.lines().map(standing).collect()
}

#[test]
fn each_act_holds_wherever_the_figures_are_opened_and_can_be_undone() {
    let data = &report("acts");
    let before = figures(data);
    id(correct(&["accept", "甲.txt@704.11亿元", "--note", "对过原文"], data));
    let words = ["change", "甲.txt@5.5%", "--value", "5.6", "--year", "2023", "--metric", "一般公共预算收入"];
    id(correct(&words, data));
    let rejected = id(correct(&["reject", "甲.txt@74.8%"], data));
    let words = [
        "add", "甲.txt@两座", "--region", "长垣", "--year", "2024", "--metric", "新建厂房", "--value", "2", "--unit",
        "座",
    ];
    let added = correct(&words, data);
    assert!(added.stdout.starts_with("saved ") && added.stderr.contains("not in the catalogue"), "{added:?}");
    let after = figures(data);
    assert_eq!(of(&after, "704.11亿元")["review"], "accepted");
    let changed = of(&after, "5.5%");
    assert_eq!(changed["review"], "changed");
    assert_eq!((&changed["metric"], &changed["name"]), (&"fiscal_revenue".into(), &"一般公共预算收入".into()));
    assert_eq!((changed["value"].as_f64(), &changed["period"]), (Some(5.6), &"2023".into()));
    assert_eq!(of(&after, "74.8%"), &Value::Null);
    let added = of(&after, "两座");
    assert_eq!(
        (&added["review"], &added["region_code"], &added["unit"]),
        (&"added".into(), &410_783.into(), &"座".into())
    );

    let shown = run(&["show", "长垣市", "--data", data, "-f", "jsonl"]).done();
    assert!(shown.contains(r#""review":"added""#) && !shown.contains("74.8%"), "{shown}");
    let as_read = run(&["extract", data, "-f", "jsonl", "--as-read"]).done();
    assert_eq!(as_read.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>(), before);
    assert_eq!(standings(data), ["applied"; 4]);

    let again = correct(&["accept", "甲.txt@74.8%"], data).failed(1);
    assert!(again.contains(&format!("xianzhi correct undo {rejected}")), "{again}");
    let undo = id(correct(&["undo", &rejected], data));
    assert_eq!(of(&figures(data), "74.8%"), of(&before, "74.8%"));
    id(correct(&["undo", &undo], data));
    assert_eq!(of(&figures(data), "74.8%"), &Value::Null);
    assert_eq!(standings(data), ["applied", "applied", "applied", "applied", "undone", "applied"]);
    let ledger = fs::read_to_string(Path::new(data).join("corrections.jsonl")).unwrap();
    let first: Value = serde_json::from_str(ledger.lines().next().unwrap()).unwrap();
    assert_eq!((&first["who"], &first["note"], &first["act"]), (&"李".into(), &"对过原文".into(), &"accept".into()));
}

#[test]
fn nothing_is_done_in_a_dry_run_and_what_cannot_be_is_told_with_a_remedy() {
    let data = &report("refused");
    let would = correct(&["change", "甲.txt@53.68亿元", "--year", "2023", "--dry-run"], data).done();
    assert!(would.starts_with("would change 甲.txt@") && would.contains("period=2023"), "{would}");
    assert!(!Path::new(data).join("corrections.jsonl").exists());
    for (words, remedy) in [
        (&["accept", "甲.txt"][..], "DOC@START-END"),
        (&["accept", "乙.txt@1-2"], "xianzhi sources"),
        (&["accept", "甲.txt@704亿元"], "correct list 甲.txt"),
        (&["change", "甲.txt@5.5%"], "accept says that it is right"),
        (&["change", "甲.txt@5.5%", "--year", "24"], "YYYY"),
        (&["change", "甲.txt@5.5%", "--measure", "sum"], "one of level"),
        (&["change", "甲.txt@5.5%", "--value", "多"], "is no number"),
        (&["change", "甲.txt@5.5%", "--region", "长恒市"], "no region is called"),
        (&["change", "甲.txt@5.5%", "--name", ""], "needs a name"),
        (&["add", "甲.txt@两座"], "--region, --year, --metric"),
        (&["add", "甲.txt@99家", "--region", "", "--year", "", "--metric", "企业"], "does not stand in"),
        (&["add", "甲.txt@2-9999", "--region", "", "--year", "", "--metric", "企业"], "characters"),
        (&["add", "甲.txt@704.11亿元", "--region", "长垣", "--year", "2024", "--metric", "gdp"], "there already"),
        (&["note", "甲.txt@5.5%"], "--note WHY"),
        (&["undo", "123"], "xianzhi ledger"),
    ] {
        let told = correct(words, data).failed(1);
        assert!(told.contains(remedy), "{words:?}: {told}");
    }
    assert!(run(&["ledger", "--data", data]).failed(1).contains("there is no correction"));
    assert!(!Path::new(data).join("corrections.jsonl").exists());
}

#[test]
fn a_changed_document_keeps_its_corrections_or_tells_of_them() {
    let data = &report("moved");
    id(correct(&["change", "甲.txt@704.11亿元", "--status", "forecast"], data));
    id(correct(&["reject", "甲.txt@74.8%"], data));
    let file = Path::new(data).join("甲.txt");
    fs::write(&file, format!("长垣市人民政府\n{}", REPORT.replace("税收占比74.8%", "税收占比75.1%"))).unwrap();
    let read = run(&["extract", data, "-f", "jsonl"]);
    assert_eq!(read.code, 0);
    assert!(read.stderr.contains("set aside") && read.stderr.contains("look at it there"), "{}", read.stderr);
    let gdp: Value = read
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .find(|figure| figure["text"] == "704.11亿元")
        .unwrap();
    assert_eq!((&gdp["status"], &gdp["paragraph"]), (&"forecast".into(), &4.into()));
    assert_eq!(run(&["extract", data, "--strict"]).code, 1);
    let list = run(&["ledger", "--data", data, "-f", "jsonl"]).stdout;
    assert!(list.contains("re-anchored") && list.contains("set aside"), "{list}");
    fs::write(&file, REPORT).unwrap();
    assert_eq!(standings(data), ["applied", "applied"], "nothing was dropped");
}

#[test]
fn carried_figures_are_corrected_in_the_users_own_folder() {
    let home = scratch("home").to_str().unwrap().to_owned();
    let run = |words: &[&str]| run_with(&[("XDG_DATA_HOME", &home), ("USER", "李")], words);
    let list = run(&["correct", "list", "长垣市", "--metric", "gdp", "-f", "jsonl"]).done();
    let first: Value = serde_json::from_str(list.lines().next().unwrap()).unwrap();
    let name = first["figure"].as_str().unwrap();
    let out = run(&["correct", "accept", name]).done();
    assert!(out.starts_with("saved "), "{out}");
    assert!(Path::new(&home).join("xianzhi/corrections.jsonl").exists());
    let (doc, span) = name.rsplit_once('@').unwrap();
    let list = run(&["correct", "list", doc, "-f", "csv"]).done();
    assert!(list.lines().any(|line| line.starts_with(&format!("{doc}@{span},"))), "{list}");
    let ledger = run(&["ledger", "-f", "jsonl"]).done();
    assert!(ledger.contains(r#""standing":"applied""#), "{ledger}");
    let add =
        run(&["correct", "add", &format!("{doc}@1-3"), "--region", "", "--year", "", "--metric", "x", "--value", "1"]);
    assert!(add.failed(1).contains("--reports DIR"));
}

#[test]
fn a_ledger_is_named_and_where_it_cannot_be_written_that_is_told() {
    let data = &report("named");
    let ledger = scratch("named-ledger").join("mine").join("acts.jsonl");
    let ledger = ledger.to_str().unwrap();
    id(correct(&["accept", "甲.txt@5.5%", "--ledger", ledger], data));
    assert_eq!(of(&figures(data), "5.5%")["review"], Value::Null);
    let named = run(&["extract", data, "-f", "jsonl", "--ledger", ledger]).done();
    assert!(named.contains(r#""review":"accepted""#));
    let told = correct(&["accept", "甲.txt@5.5%", "--ledger", &format!("{ledger}/no/folder.jsonl")], data).failed(1);
    assert!(told.contains("is not saved") && told.contains("--ledger FILE"), "{told}");
}

#[test]
fn a_table_keeps_its_other_years_whatever_becomes_of_it() {
    let folder = scratch("cells");
    let data = folder.to_str().unwrap();
    let [heading, rows] = ["地区,年份,GDP(亿元)\n", "长垣市,2021,500.5\n长垣市,2022,600.5\n长垣市,2023,700.5\n"];
    fs::write(folder.join("a.csv"), format!("{heading}{rows}")).unwrap();
    let list = run(&["correct", "list", "--data", data, "-f", "csv"]).done();
    assert_eq!(
        list.lines().filter_map(|line| line.split(',').next()).collect::<Vec<_>>()[1..],
        ["a.csv@C2", "a.csv@C3", "a.csv@C4"]
    );
    id(correct(&["change", "a.csv@C3", "--value", "601"], data));
    let ledger = fs::read_to_string(folder.join("corrections.jsonl")).unwrap();
    assert!(!ledger.contains("beside"), "nothing else was read from the cell: {ledger}");
    let values = || -> Vec<f64> {
        let out = folder.with_extension("jsonl");
        run(&["build", data, "-o", out.to_str().unwrap(), "--full", "-q"]).done();
        let built = fs::read_to_string(out).unwrap();
        let lines = built.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.filter_map(|line| line["value"].as_f64()).collect()
    };
    assert_eq!(values(), [500.5, 601.0, 700.5]);
    // Under another name it is the same table.
    fs::rename(folder.join("a.csv"), folder.join("b.csv")).unwrap();
    assert_eq!(values(), [500.5, 601.0, 700.5]);
    fs::rename(folder.join("b.csv"), folder.join("a.csv")).unwrap();
    // It follows its row.
    fs::write(folder.join("a.csv"), format!("{heading}长垣市,2020,400.5\n{rows}")).unwrap();
    let again = id(correct(&["note", "a.csv@C4", "--note", "年鉴"], data));
    assert_eq!(standings(data), ["applied"; 2]);
    assert_eq!(values(), [400.5, 500.5, 601.0, 700.5]);
    id(correct(&["undo", &again], data));
    // What the row says now was not what somebody looked at.
    fs::write(folder.join("a.csv"), format!("{heading}{}", rows.replace("600.5", "602.5"))).unwrap();
    let told = run(&["show", "长垣市", "--data", data]).stderr;
    assert!(told.contains("is set aside"), "{told}");
}

#[test]
fn a_batch_does_one_after_the_other_to_one_figure() {
    let data = &report("one-after-the-other");
    let acts = r#"{"act":"change","figure":"甲.txt@704.11亿元","set":{"year":2021}}
{"act":"change","figure":"甲.txt@704.11亿元","set":{"region":"封丘县"}}
"#;
    let saved = run_fed(&["correct", "batch", "--data", data, "--author", "李"], acts.as_bytes()).done();
    let both = figures(data);
    let gdp = of(&both, "704.11亿元");
    assert_eq!((gdp["region"].as_str(), gdp["period"].to_string().contains("2021")), (Some("封丘县"), true));
    // What an undo brings back is what the next act is about.
    let last = saved.lines().last().unwrap().split([' ', ':']).nth(1).unwrap();
    let acts = format!(
        "{{\"act\":\"undo\",\"undoes\":\"{last}\"}}\n\
         {{\"act\":\"change\",\"figure\":\"甲.txt@704.11亿元\",\"set\":{{\"value\":705}}}}\n"
    );
    run_fed(&["correct", "batch", "--data", data, "--author", "李"], acts.as_bytes()).done();
    let both = figures(data);
    let gdp = of(&both, "704.11亿元");
    assert_eq!((gdp["region"].as_str(), gdp["value"].as_f64()), (Some("长垣市"), Some(705.0)));
    assert!(gdp["period"].to_string().contains("2021"));
}

#[test]
fn a_batch_does_what_it_can_and_says_what_is_saved() {
    let data = &report("batch");
    let acts = r#"{"act":"accept","figure":"甲.txt@704.11亿元"}
{"act":"accept","figure":"甲.txt@705亿元"}

{"act":"change","figure":"甲.txt@5.5%","set":{"value":5.7,"year":2023,"scope":null},"note":"表"}
{"act":"merge"}
{"act":"add","figure":"甲.txt@两座","set":{"region":"410783","year":2024,"metric":"新建厂房","value":2,"unit":"座"}}
"#;
    let ran = run_fed(&["correct", "batch", "--data", data, "--author", "李"], acts.as_bytes());
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 3), "{ran:?}");
    assert!(
        ran.stderr.contains("standard input:2: no figure")
            && ran.stderr.contains("standard input:5: there is no act merge")
    );
    let after = figures(data);
    assert_eq!(of(&after, "5.5%")["value"].as_f64(), Some(5.7));
    assert_eq!(of(&after, "两座")["review"], "added");
}

#[test]
fn an_export_annotates_what_was_looked_at() {
    let data = &report("annotated");
    id(correct(&["accept", "甲.txt@704.11亿元"], data));
    id(correct(&["change", "甲.txt@5.5%", "--value", "5.6"], data));
    id(correct(&["reject", "甲.txt@74.8%"], data));
    let within = run(&["ledger", "export", &format!("{data}/gold"), "--data", data]).failed(1);
    assert!(within.contains("another folder"), "{within}");
    let folder = scratch("annotated-gold");
    let told = run(&["ledger", "export", folder.to_str().unwrap(), "--data", data]);
    assert_eq!(told.code, 0, "{}", told.stderr);
    let rows = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let gold: Vec<Value> = rows("annotation.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(gold.iter().map(|row| row["text"].as_str().unwrap()).collect::<Vec<_>>(), ["704.11亿元", "5.5%"]);
    assert_eq!(
        (&gold[1]["key"], gold[1]["value"].as_f64(), &gold[1]["flag"]),
        (&"gdp".into(), Some(5.6), &Value::Null)
    );
    assert_eq!(rows("ranges.tsv").lines().count(), 3);
    // Under another name it is the same document.
    let renamed = Path::new(data).join("乙.txt");
    fs::rename(Path::new(data).join("甲.txt"), &renamed).unwrap();
    assert_eq!(run(&["ledger", "export", folder.to_str().unwrap(), "--data", data]).code, 0);
    assert!(
        rows("ranges.tsv").lines().count() == 3 && !rows("ranges.tsv").contains("甲.txt"),
        "{}",
        rows("ranges.tsv")
    );
    assert_eq!(rows("annotation.jsonl").lines().count(), 2);
    fs::rename(renamed, Path::new(data).join("甲.txt")).unwrap();
    let words = ["ledger", "export", folder.to_str().unwrap(), "--whole", "甲.txt", "--data", data];
    assert_eq!(run(&words).code, 0);
    assert_eq!(rows("ranges.tsv"), "");
    assert_eq!(rows("annotation.jsonl").lines().count(), figures(data).len());
}

/// How many acts a ledger holds.
fn acts_in(ledger: &Path) -> usize {
    fs::read_to_string(ledger).map_or(0, |content| content.lines().count())
}

#[test]
fn every_ledger_beside_and_below_is_applied_and_the_nearest_is_written_to() {
    let data = &report("beside");
    let below = Path::new(data).join("below");
    fs::create_dir(&below).unwrap();
    fs::write(below.join("乙.txt"), REPORT.replace("长垣市", "封丘县")).unwrap();
    let apart = scratch("apart");
    fs::write(apart.join("丙.txt"), REPORT.replace("长垣市", "延津县")).unwrap();
    let (in_data, in_below) = (Path::new(data).join("corrections.jsonl"), below.join("corrections.jsonl"));
    let in_apart = apart.join("corrections.jsonl");
    let (below, apart) = (below.to_str().unwrap(), apart.to_str().unwrap());
    let first = id(correct(&["reject", "乙.txt@5.5%"], below));
    let texts = |paths: &[&str]| {
        let shown = run(&[&["extract", "-f", "jsonl"], paths].concat());
        assert_eq!(shown.stderr, "");
        let figures = shown.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        figures.filter(|figure| figure["text"] == "5.5%").count()
    };
    assert_eq!((texts(&[below]), texts(&[data]), texts(&[apart, data])), (0, 1, 2));
    let shown = run(&["show", "封丘县", "--data", apart, data]);
    assert!(!shown.stdout.contains("5.5%") && shown.stderr.is_empty(), "{shown:?}");

    // What is done now goes beside its document, and an undo to what it undoes.
    let all = |words: &[&str]| run_with(&[("USER", "李")], &[&["correct"], words, &["--data", apart, data]].concat());
    id(all(&["reject", "甲.txt@5.5%"]));
    id(all(&["reject", "丙.txt@5.5%"]));
    let undo = id(all(&["undo", &first]));
    assert_eq!([&in_apart, &in_data, &in_below].map(|ledger| acts_in(ledger)), [1, 1, 2]);
    assert_eq!((texts(&[below]), texts(&[data]), texts(&[apart, data])), (1, 1, 1));
    let acts = format!(
        "{{\"act\":\"undo\",\"undoes\":\"{undo}\"}}\n{{\"act\":\"note\",\"figure\":\"甲.txt@74.8%\",\"note\":\"对\"}}\n"
    );
    run_fed(&["correct", "batch", "--author", "李", "--data", apart, data], acts.as_bytes()).done();
    assert_eq!([&in_apart, &in_data, &in_below].map(|ledger| acts_in(ledger)), [1, 2, 3]);
    assert_eq!(texts(&[below]), 0);
    // Files that a pattern found are opened with the ledger among them; a ledger that is named is the only one.
    let report = format!("{data}/甲.txt");
    assert_eq!(texts(&[&report, in_data.to_str().unwrap()]), 0);
    assert_eq!(texts(&[data, "--ledger", in_below.to_str().unwrap()]), 1);
}

#[test]
fn a_ledger_of_another_name_is_not_taken_for_figures() {
    let data = &report("other-name");
    let ledger = &format!("{data}/mine.jsonl");
    for text in ["5.5%", "74.8%"] {
        id(correct(&["reject", &format!("甲.txt@{text}"), "--ledger", ledger], data));
    }
    let told = run(&["show", "长垣市", "--data", data]).stderr;
    assert!(told.contains("mine.jsonl:1: holds a correction") && told.contains("--ledger"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    for words in [&["show", "长垣市", "--data", data][..], &["extract", data]] {
        let named = run(&[words, &["--ledger", ledger]].concat());
        assert_eq!(named.stderr, "");
        assert!(!named.stdout.contains("74.8%"));
    }
}

#[test]
fn a_figure_is_added_to_a_document_that_told_none() {
    let folder = scratch("told-none");
    let (reports, built) = (folder.join("reports"), folder.join("built"));
    for folder in [&reports, &built] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(reports.join("甲.txt"), REPORT).unwrap();
    fs::write(reports.join("乙.txt"), "全县没有别的数字，只有公园两座。\n").unwrap();
    let (reports, built) = (reports.to_str().unwrap(), built.to_str().unwrap());
    let file = &format!("{built}/all.jsonl");
    run(&["build", reports, "-o", file, "-q"]).done();
    let words = [
        "add", "乙.txt@两座", "--value", "2", "--unit", "万吨", "--metric", "粮食产量", "--region", "长垣", "--year",
        "2024",
    ];
    let added = id(correct(&[&words[..], &["--reports", reports]].concat(), file));
    assert_eq!(standings(file), ["applied"]);
    assert!(run(&["show", "长垣市", "--data", file]).done().contains("粮食"));
    id(correct(&["undo", &added], file));
    assert!(!run(&["show", "长垣市", "--data", file]).done().contains("粮食"));
}

#[test]
fn corrections_of_a_document_that_is_not_found_are_told() {
    let data = &report("gone");
    id(correct(&["reject", "甲.txt@5.5%"], data));
    let told = || run(&["show", "长垣市", "--data", data]).stderr;
    let (here, there) = (Path::new(data).join("甲.txt"), Path::new(data).join("乙.txt"));
    fs::rename(here, &there).unwrap();
    assert_eq!(told(), "", "it is the same under another name");
    fs::write(&there, REPORT.replace("厂房", "楼房")).unwrap();
    assert!(told().contains("1 of its corrections wait for 甲.txt"), "{}", told());
    // Whoever opens one file does not ask for the others.
    let one = run(&["show", "长垣市", "--data", there.to_str().unwrap()]);
    assert_eq!(one.stderr, "");
}

#[test]
fn nothing_is_corrected_while_corrections_are_left_out() {
    let data = &report("as-read");
    let told = correct(&["accept", "甲.txt@5.5%", "--as-read"], data).failed(1);
    assert!(told.contains("start without --as-read"), "{told}");
    assert!(!Path::new(data).join("corrections.jsonl").exists());
    correct(&["list", "--as-read"], data).done();
}

#[test]
fn only_a_number_that_stands_whole_in_the_text_is_added_without_being_told() {
    let folder = scratch("added-numbers");
    let data = folder.to_str().unwrap();
    let text = "各乡镇建设仓库1,234.5平方米，清淤.6亿元，预计5.5—6.5%，另有37.5万平方米。\n";
    fs::write(folder.join("a.txt"), text).unwrap();
    let add = |at: &str, more: &[&str]| {
        let figure = format!("a.txt@{at}");
        let words = ["add", &figure, "--region", "", "--year", "", "--metric", "gdp"];
        correct(&[&words, more].concat(), data)
    };
    for part in [".6亿元", "5.5—6.5%", "234.5平方米", "37.5万", "7.5万平方米", "仓库"] {
        let told = add(part, &[]).failed(1);
        assert!(told.contains("give --value and --unit"), "{part}: {told}");
        assert!(add(part, &["--value", "1"]).failed(1).contains("--unit"), "{part}");
    }
    id(add("1,234.5平方米", &[]));
    id(add(".6亿元", &["--value", "", "--unit", "亿元"]));
    let figures = figures(data);
    let added = figures.iter().find(|figure| figure["text"] == "1,234.5平方米" && figure["review"] == "added").unwrap();
    assert_eq!((added["value"].as_f64(), &added["unit"]), (Some(1234.5), &"平方米".into()));
}
