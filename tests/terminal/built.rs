//! Files that `xianzhi build` makes: how they open, and what is left where making one is stopped.

use std::{cell::RefCell, fs, path::PathBuf};

use crate::session::{Session, home, program, reports};

/// A report on a county with so many hundred million yuan as its product, and as many more paragraphs.
fn report(county: &str, product: u32, paragraphs: usize) -> String {
    let more = "慢行步道完成投资3.5亿元，绿道工程完成投资2.5亿元，增长5.5%。\n\n".repeat(paragraphs);
    format!("# {county}2024年统计公报\n\n2024年，{county}地区生产总值{product}.5亿元，增长5.5%。\n\n{more}")
}

fn write_reports(count: usize, paragraphs: usize) -> PathBuf {
    let folder = reports();
    for (number, county) in (0..count).zip(["长垣市", "红旗区", "凤泉区"].into_iter().cycle()) {
        fs::write(folder.join(format!("{number}.txt")), report(county, 100 + number as u32, paragraphs)).unwrap();
    }
    folder
}

#[test]
fn what_was_built_opens_on_the_screen_on_which_the_folder_opens() {
    let folder = write_reports(3, 1).to_str().unwrap().to_owned();
    let built = home().join("atlas.jsonl").to_str().unwrap().to_owned();
    let mut building = Session::start(program(), &["build", &folder, "-o", &built]);
    assert_eq!(building.exit_code(), 0);
    building.wait_for("what was done", |screen| screen.contents().contains("3 documents read, 0 kept, 0 gone"));
    let [of_folder, of_file] = [vec![folder.as_str()], vec![built.as_str(), "--reports", &folder]].map(|arguments| {
        let mut session = Session::start(program(), &[&arguments[..], &["--fresh", "--no-watch"]].concat());
        let screen = RefCell::new(String::new());
        session.wait_for("the sentence that a figure was read from", |shown| {
            screen.replace(shown.contents());
            let is_there = |text: &str| screen.borrow().contains(text);
            is_there("红旗区2024年统计公报") && is_there("101.5亿元，增长5.5%。") && !is_there("读入")
        });
        session.send("q");
        assert_eq!(session.exit_code(), 0);
        screen.into_inner()
    });
    assert_eq!(of_folder, of_file);
}

#[test]
fn what_is_stopped_while_it_is_made_leaves_nothing_behind() {
    let folder = write_reports(150, 200).to_str().unwrap().to_owned();
    let built = home().join("atlas.jsonl");
    fs::write(&built, "the file of before").unwrap();
    // As a shell runs it, which outlives it: what is on the screen stays there.
    let script = r#"trap : INT; "$0" "$@"; echo "[left $?]"; read answer"#;
    let arguments = ["-c", script, program(), "build", &folder, "-o", built.to_str().unwrap(), "--full"];
    let mut building = Session::start("sh", &arguments);
    building.wait_for("how far it is", |screen| screen.contents().contains("/150 files, "));
    building.send("\x03");
    // On a line of its own: the terminal may have echoed ^C behind the gauge.
    let is_alone = |screen: &vt100::Screen| screen.rows(0, 120).any(|row| row.starts_with("[left 130]"));
    building.wait_for("the shell", is_alone);
    building.send("\n");
    assert_eq!(building.exit_code(), 0);
    assert_eq!(fs::read_to_string(&built).unwrap(), "the file of before");
    let mut names: Vec<_> = fs::read_dir(home()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["atlas.jsonl", "reports"]);

    let mut quiet = Session::start(program(), &["build", &folder, "-o", built.to_str().unwrap(), "--full", "--quiet"]);
    assert_eq!(quiet.exit_code(), 0);
    quiet.wait_for("nothing", |screen| screen.contents().trim().is_empty());
}
