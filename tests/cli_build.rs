//! `xianzhi build`: one file that opens as the folder it was made of, kept up to date.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

use std::{fs, path::Path};

use program::{Ran, run, scratch};

/// A folder of reports, figures and sources, whose documents partly say the same.
fn county(name: &str) -> String {
    let folder = scratch(name).join("reports");
    fs::create_dir_all(folder.join("2024")).unwrap();
    let report = |name: &str, year: u16, more: &str| {
        let text = format!(
            "{name}{year}年国民经济和社会发展统计公报\n\n{year}年，全{name}地区生产总值704.11亿元，增长5.5%。绿道工程完成投资2.5亿元。\
             慢行步道完成投资3.5亿元。{more}\n"
        );
        let file = folder.join(format!("{year}/{name}.txt"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    report("长垣市", 2024, "居全省县域第10位。");
    report("长垣市", 2023, "完成投资.6亿元。");
    report("红旗区", 2024, "税收收入占一般公共预算收入的比重为74.8%。");
    report("凤泉区", 2024, "");
    fs::write(folder.join("2024/空.md"), "# 没有数字的一篇\n").unwrap();
    // Brought by a file: figures of two documents by turns, one of them in conflict with a report.
    let line = |doc: &str, value: f64| {
        format!(
            r#"{{"doc":"{doc}","name":"地区生产总值","metric":"gdp","measure":"level","value":{value},"unit":"亿元","region_code":410783,"period":"2024"}}"#
        )
    };
    let nameless = line("年鉴", 704.5).replace("地区生产总值", "").replace(r#""metric":"gdp","#, "");
    let lines = [line("年鉴", 704.2), line("手册", 704.3), line("年鉴", 704.4), nameless];
    fs::write(folder.join("book.jsonl"), lines.join("\n")).unwrap();
    let sources = [
        r#"{"id":"手册","title":"长垣手册","publisher":"某社"}"#,
        r#"{"id":"凤泉区.txt","title":"凤泉区公报","date":"2025-03-01"}"#,
    ];
    fs::write(folder.join("sources.jsonl"), sources.join("\n")).unwrap();
    folder.to_str().unwrap().to_owned()
}

fn file(folder: &str, name: &str) -> String {
    Path::new(folder).with_file_name(name).to_str().unwrap().to_owned()
}

/// What a build told on standard error, without the path before it.
fn told(ran: &Ran) -> String {
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    ran.stderr.rsplit_once(": ").unwrap().1.trim_end().to_owned()
}

/// The same question of both, answered alike to the last byte.
fn assert_alike(folder: &str, built: &str) {
    let questions: [&[&str]; 14] = [
        &["show", "长垣"],
        &["show", "长垣", "--format", "jsonl"],
        &["show", "长垣", "--year", "2023", "--format", "csv"],
        &["show", "凤泉区", "--format", "json"],
        &["compare", "长垣", "红旗区", "凤泉区"],
        &["compare", "长垣", "红旗区", "--format", "json"],
        &["rank", "gdp"],
        &["rank", "绿道工程完成投资"],
        &["trend", "gdp", "长垣", "红旗区"],
        &["search", "投资"],
        &["audit"],
        &["audit", "--format", "json"],
        &["regions"],
        &["metrics", "--format", "csv"],
    ];
    for question in questions {
        let [of_folder, of_file] = [folder, built].map(|data| run(&[question, &["--data", data]].concat()));
        assert_eq!(of_folder.stderr, of_file.stderr, "{question:?}");
        assert_eq!((of_folder.code, of_folder.stdout), (of_file.code, of_file.stdout), "{question:?}");
    }
}

#[test]
fn what_is_built_answers_as_the_folder_does() {
    let folder = county("build-alike");
    let built = file(&folder, "atlas.jsonl");
    assert_eq!(told(&run(&["build", &folder, "-o", &built])), "5 documents read, 0 kept, 0 gone; 23 figures");
    assert_alike(&folder, &built);
    let lines = fs::read_to_string(&built).unwrap();
    let first = lines.lines().next().unwrap();
    assert!(first.starts_with(r#"{"source":{"id":"手册","title":"长垣手册","publisher":"某社""#), "{first}");
    let known = lines.lines().find(|line| line.contains("凤泉区公报")).unwrap();
    assert!(known.contains(r#""date":"2025-03-01","hash":""#) && known.contains(r#""reading":""#), "{known}");
    // What is built can be built again, and is then the same.
    let again = file(&folder, "again.jsonl");
    run(&["build", &built, "-o", &again, "--quiet"]).done();
    assert_eq!(fs::read_to_string(again).unwrap(), lines);
}

#[cfg(feature = "parquet")]
#[test]
fn what_is_built_as_parquet_answers_as_the_folder_does() {
    let folder = county("build-parquet");
    let built = file(&folder, "atlas.parquet");
    assert_eq!(told(&run(&["build", &folder, "-o", &built])), "5 documents read, 0 kept, 0 gone; 23 figures");
    assert_alike(&folder, &built);
    assert_eq!(told(&run(&["build", &folder, "-o", &built])), "0 documents read, 5 kept, 0 gone; 23 figures");
    assert_alike(&folder, &built);
}

#[test]
fn only_what_changed_is_read_again() {
    let folder = county("build-again");
    // In the folder itself: it is not taken for one of its files.
    let built = format!("{folder}/atlas.jsonl");
    let make = |more: &[&str]| told(&run(&[&["build", &folder, "-o", &built], more].concat()));
    make(&[]);
    let first = fs::read(&built).unwrap();
    assert_eq!(make(&[]), "0 documents read, 5 kept, 0 gone; 23 figures");
    assert_eq!(fs::read(&built).unwrap(), first);

    let of = |name: &str| format!("{folder}/2024/{name}");
    let text = fs::read_to_string(of("红旗区.txt")).unwrap().replace("704.11", "297.6");
    fs::write(of("红旗区.txt"), text).unwrap();
    fs::remove_file(of("凤泉区.txt")).unwrap();
    fs::write(of("卫滨区.txt"), "# 卫滨区2024年统计公报\n\n2024年，地区生产总值100.5亿元。\n").unwrap();
    assert_eq!(make(&[]), "2 documents read, 3 kept, 1 gone; 20 figures");
    let updated = fs::read_to_string(&built).unwrap();
    assert!(updated.contains("297.6") && updated.contains("100.5") && !updated.contains(r#""doc":"凤泉区.txt""#));
    assert_eq!(make(&["--full"]), "5 documents read, 0 kept, 0 gone; 20 figures");
    assert_eq!(fs::read_to_string(&built).unwrap(), updated, "kept or read anew, it is the same");
}

#[test]
fn what_another_version_read_is_read_anew_and_so_is_what_is_broken() {
    let folder = county("build-other");
    let built = file(&folder, "atlas.jsonl");
    let make = || run(&["build", &folder, "-o", &built]).stderr;
    make();
    let whole = fs::read_to_string(&built).unwrap();
    let reading = whole.split_once(r#""reading":""#).unwrap().1.split_once('"').unwrap().0;
    fs::write(&built, whole.replace(reading, "0.0.0-of-before")).unwrap();
    assert!(
        make().contains(
            "another version of the program had read its documents, so all were read anew; 5 documents read, 0"
        )
    );
    assert_eq!(fs::read_to_string(&built).unwrap(), whole);
    fs::write(&built, &whole[..whole.len() - 9]).unwrap();
    assert!(
        make().contains("what it held could not be read whole, so all documents were read anew; 5 documents read, 0 ")
    );
    assert_eq!(fs::read_to_string(&built).unwrap(), whole);
}

#[test]
fn what_is_there_stays_where_nothing_better_comes() {
    let folder = county("build-nothing");
    let built = file(&folder, "atlas.jsonl");
    run(&["build", &folder, "-o", &built, "--quiet"]).done();
    let before = fs::read(&built).unwrap();
    let empty = scratch("build-empty");
    let told = run(&["build", empty.to_str().unwrap(), "-o", &built]).failed(1);
    assert!(told.contains("no figure was found") && told.contains("left as it was"), "{told}");
    assert_eq!(fs::read(&built).unwrap(), before);
    assert!(run(&["build", &folder, "-o", "atlas.csv"]).failed(2).contains(".jsonl or .parquet"));
    assert!(run(&["build", &folder, "-o", "/nowhere/atlas.jsonl"]).failed(1).contains("writing /nowhere/atlas.jsonl"));
    assert!(run(&["build", "nowhere", "-o", &built]).failed(1).contains("there is no nowhere"));
    // Nothing is left beside it.
    let names = fs::read_dir(Path::new(&built).parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.filter(|name| name.to_str().unwrap().starts_with('.')).count(), 0);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_built() {
    let folder = county("build-damaged");
    fs::write(format!("{folder}/damaged.txt"), b"one\n\xb3\xa4\xd4\xab\xff\n").unwrap();
    let built = file(&folder, "atlas.jsonl");
    let ran = run(&["build", &folder, "-o", &built]);
    assert_eq!(ran.code, 0);
    assert!(ran.stderr.contains("damaged.txt:2 ") || ran.stderr.contains("damaged.txt:2:"), "{}", ran.stderr);
    assert_eq!(run(&["build", &folder, "-o", &built, "--strict"]).code, 1);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = county("build-permissions");
    let (built, link) = (file(&folder, "atlas.jsonl"), file(&folder, "latest.jsonl"));
    run(&["build", &folder, "-o", &built, "-q"]).done();
    let mode = |path: &str| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let usual = file(&folder, "usual");
    fs::write(&usual, "").unwrap();
    assert_eq!(mode(&built), mode(&usual));
    fs::set_permissions(&built, fs::Permissions::from_mode(0o604)).unwrap();
    symlink(&built, &link).unwrap();
    run(&["build", &folder, "-o", &link, "-q", "--full"]).done();
    assert_eq!(mode(&built), 0o604);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_rejection_that_is_gone_leaves_nothing_behind() {
    let folder = scratch("rejected").join("reports");
    fs::create_dir_all(&folder).unwrap();
    let text = "2024年，长垣市地区生产总值704.11亿元，增长5.5%。一般公共预算收入53.68亿元。\n";
    fs::write(folder.join("甲.txt"), text).unwrap();
    let (folder, ledger) = (folder.to_str().unwrap(), folder.join("corrections.jsonl"));
    let built = &file(folder, "built.jsonl");
    let again = || told(&run(&["build", folder, "-o", built]));
    let all = again();
    assert_eq!(again(), all.replace("1 documents read, 0 kept", "0 documents read, 1 kept"));
    run(&["correct", "reject", "甲.txt@5.5%", "--data", folder, "--author", "李"]).done();
    let rejected = again();
    assert_ne!(rejected, all);
    assert_eq!(again(), rejected, "nor another reading by a mark of this one");
    fs::rename(&ledger, ledger.with_extension("away")).unwrap();
    assert_eq!(again(), all);
    assert!(again().contains("1 kept"));
}

#[test]
fn what_two_files_tell_counts_once() {
    let folder = county("twice");
    let [once, copy, again] = ["once.jsonl", "copy.jsonl", "again.jsonl"].map(|name| file(&folder, name));
    told(&run(&["build", &folder, "-o", &once]));
    fs::copy(&once, &copy).unwrap();
    let ran = run(&["build", &once, &copy, "-o", &again]);
    assert!(ran.stderr.contains("that files before it tell of the same places; they count once"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(&once).unwrap(), fs::read_to_string(&again).unwrap());
}
