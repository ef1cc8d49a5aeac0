//! Files that are read while the dashboard is open, and that change.

use std::{fs, path::Path};

use crate::session::{Session, home, program, reports};

/// A report on a county with so many hundred million yuan as its product.
fn report(county: &str, product: &str) -> String {
    format!("# {county}2024年统计公报\n\n2024年，{county}地区生产总值{product}亿元，增长5.5%。油料产量3.25万吨。\n")
}

fn open(folder: &Path, options: &[&str]) -> Session {
    let mut arguments = vec![folder.to_str().unwrap()];
    arguments.extend(options);
    Session::start(program(), &arguments)
}

/// Puts a new file in the place of the old one, as many editors do.
fn replace(path: &Path, content: &str) {
    let new = path.with_extension("new");
    fs::write(&new, content).unwrap();
    fs::rename(new, path).unwrap();
}

#[test]
fn a_report_that_changes_is_read_again_and_what_is_chosen_stays() {
    let folder = reports();
    fs::write(folder.join("a.txt"), report("长垣市", "520.5")).unwrap();
    fs::write(folder.join("b.txt"), report("封丘县", "200.5")).unwrap();
    let mut session = open(&folder, &[]);
    session.wait_for("the tree", |screen| screen.contents().contains("封丘县"));
    session.send("/fqx\r");
    session.wait_for("the county", |screen| screen.contents().contains("指标 · 封丘县"));
    session.wait_for("its value", |screen| screen.contents().contains("200.5亿元"));

    replace(&folder.join("b.txt"), &report("封丘县", "210.25"));
    session.wait_for("the new value", |screen| screen.contents().contains("210.25亿元"));
    session.wait_for("what happened", |screen| screen.contents().contains("重新读入 1"));
    session.wait_for("the county as before", |screen| screen.contents().contains("指标 · 封丘县"));

    fs::write(folder.join("c.txt"), report("延津县", "180.75")).unwrap();
    session.wait_for("the new county in the tree", |screen| screen.contents().contains("延津县"));
    session.wait_for("the county as before", |screen| screen.contents().contains("指标 · 封丘县"));

    fs::remove_file(folder.join("c.txt")).unwrap();
    session.wait_for("the county gone", |screen| !screen.contents().contains("延津县"));
    session.wait_for("what happened", |screen| screen.contents().contains("移去 1"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_single_file_is_watched_also_where_another_takes_its_place() {
    let path = reports().join("a.txt");
    fs::write(&path, report("长垣市", "520.5")).unwrap();
    let mut session = open(&path, &[]);
    for product in ["530.25", "540.75"] {
        session.wait_for("the county", |screen| screen.contents().contains("指标 · 长垣市"));
        replace(&path, &report("长垣市", product));
        session.wait_for("the new value", |screen| screen.contents().contains(product));
    }
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn without_watching_a_key_reads_again() {
    let folder = reports();
    fs::write(folder.join("a.txt"), report("长垣市", "520.5")).unwrap();
    let mut session = open(&folder, &["--no-watch"]);
    session.wait_for("the value", |screen| screen.contents().contains("520.5亿元"));
    session.send("\x12");
    session.wait_for("that nothing changed", |screen| screen.contents().contains("没有变化"));
    replace(&folder.join("a.txt"), &report("长垣市", "530.25"));
    session.send("\x12");
    session.wait_for("the new value", |screen| screen.contents().contains("530.25亿元"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_long_reading_shows_how_far_it_is_and_can_be_stopped() {
    let folder = reports();
    for number in 0..3000 {
        fs::write(folder.join(format!("{number}.txt")), report("长垣市", &format!("{number}.5")).repeat(20)).unwrap();
    }
    let mut session = open(&folder, &[]);
    session.wait_for("the progress", |screen| screen.contents().contains("/3000"));
    session.send("\x1b");
    session.wait_for("that it was stopped", |screen| screen.contents().contains("已停止，已读"));
    session.wait_for("what was read so far", |screen| screen.contents().contains("指标 · 长垣市"));
    session.wait_for("no progress any more", |screen| !screen.contents().contains("C-g"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_correction_by_another_process_is_seen_and_so_is_its_undo() {
    let folder = reports();
    fs::write(folder.join("a.txt"), report("长垣市", "520.5")).unwrap();
    let data = folder.to_str().unwrap();
    let mut session = open(&folder, &[]);
    session.wait_for("the value", |screen| screen.contents().contains("520.5亿元"));
    let correct = |words: &[&str]| {
        let mut command = std::process::Command::new(program());
        command.env("XDG_CONFIG_HOME", home()).env("XDG_STATE_HOME", home());
        let output = command.arg("correct").args(words).args(["--data", data, "--author", "李"]).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        said.strip_prefix("saved ").unwrap().split_once(':').unwrap().0.to_owned()
    };
    let id = correct(&["change", "a.txt@520.5亿元", "--value", "525.25"]);
    session.wait_for("the corrected value", |screen| screen.contents().contains("525.25亿元"));
    correct(&["undo", &id]);
    session.wait_for("the value as it was read", |screen| {
        screen.contents().contains("520.5亿元") && !screen.contents().contains("525.25亿元")
    });
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}
