//! Corrections in the real program: what it says is saved is there after it was killed.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use rustix::process::Signal;

use crate::session::{Session, home, program, reports, unbroken};

/// A folder with a report.
fn folder() -> PathBuf {
    let folder = reports();
    let text = "# 长垣市2024年统计公报\n\n2024年，长垣市地区生产总值520.5亿元，增长5.5%。新建公园12个。\n";
    fs::write(folder.join("a.txt"), text).unwrap();
    folder
}

fn open(folder: &Path) -> Session {
    let session = Session::start(program(), &["--fresh", folder.to_str().unwrap()]);
    session.wait_for("the figures", |screen| screen.contents().contains("指标 · 长垣市"));
    session
}

/// All that is kept of corrections below a folder.
fn ledger(folder: &Path) -> String {
    let mut kept = String::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|extension| extension == "jsonl") {
            kept.push_str(&fs::read_to_string(entry).unwrap());
        }
    }
    kept
}

/// Goes to the first figure of the detail.
const TO_FIGURE: &str = "\r\r";

#[test]
fn what_it_says_is_saved_is_there_after_it_was_killed() {
    let folder = folder();
    let mut session = open(&folder);
    session.send(TO_FIGURE);
    session.send("dc");
    session.wait_for("the form", |screen| screen.contents().contains("订正 · 长垣市 地区生产总值"));
    session.send("\x15521.5");
    session.wait_for("what was typed", |screen| screen.contents().contains("原为 520.5"));
    session.send("\r");
    session.wait_for("that it is saved", |screen| screen.contents().contains("已保存 订正"));
    session.signal(Signal::KILL);
    session.exit_code();
    let kept = ledger(&folder);
    assert!(kept.ends_with('\n') && kept.contains(r#""act":"change""#) && kept.contains("521.5"), "{kept}");

    let mut session = open(&folder);
    session.wait_for("the corrected value", |screen| screen.contents().contains("521.5亿元✎"));
    session.send(TO_FIGURE);
    session.send("du");
    session.wait_for("the value as it was read", |screen| {
        screen.contents().contains("520.5亿元") && !screen.contents().contains('✎')
    });
    session.send("da");
    session.wait_for("that it is accepted", |screen| screen.contents().contains("520.5亿元✓"));
    session.send("dl");
    session
        .wait_for("all acts", |screen| ["已撤销", "撤销", "核准"].iter().all(|told| screen.contents().contains(told)));
    session.send("qq");
    assert_eq!(session.exit_code(), 0);
    let kept = ledger(&folder);
    assert_eq!(kept.lines().count(), 3, "nothing is ever taken out:\n{kept}");
}

#[test]
fn a_correction_waits_for_whoever_holds_the_ledger_and_leaving_waits_for_it() {
    let folder = folder();
    let ledger_file = folder.join("corrections.jsonl");
    let held = File::create(&ledger_file).unwrap();
    held.lock().unwrap();
    let mut session = open(&folder);
    session.send(TO_FIGURE);
    session.send("da");
    session.wait_for("that it is being saved", |screen| screen.contents().contains("正在保存"));
    // The screen goes on meanwhile.
    session.send("3");
    session.wait_for("the ranking", |screen| screen.contents().contains("┌ 排行"));
    session.send("1q");
    session.wait_for("what is waited for", |screen| screen.contents().contains("waiting until the last correction"));
    assert_eq!(ledger(&folder), "");
    held.unlock().unwrap();
    assert_eq!(session.exit_code(), 0);
    assert!(ledger(&folder).contains(r#""act":"accept""#), "{}", ledger(&folder));
}

#[test]
fn what_cannot_be_saved_is_told_with_the_remedy_and_stays_in_the_form() {
    let folder = folder();
    // Nothing can be written where a folder has the name of the ledger.
    let blocked = home().join("blocked");
    fs::create_dir_all(&blocked).unwrap();
    let arguments = ["--fresh", "--ledger", blocked.to_str().unwrap(), folder.to_str().unwrap()];
    let mut session = Session::start(program(), &arguments);
    session.wait_for("the figures", |screen| screen.contents().contains("指标 · 长垣市"));
    session.send(TO_FIGURE);
    session.send("dc\x15521.5\r");
    session.wait_for("the remedy", |screen| unbroken(screen).contains("--ledgerFILE"));
    session.wait_for("the form as it was", |screen| screen.contents().contains("原为 520.5"));
    session.wait_for("no word of success", |screen| !screen.contents().contains("已保存"));
    session.send("\x1b");
    session.wait_for("the question", |screen| screen.contents().contains("再按 Esc 放弃"));
    session.send("\x1b");
    session.wait_for("the figures", |screen| !screen.contents().contains("订正 ·"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn the_figures_that_the_program_carries_can_be_corrected() {
    let mut session = Session::start(program(), &["--fresh"]);
    session
        .wait_for("the figures", |screen| screen.contents().contains("┌ 指标") || screen.contents().contains("指标 ·"));
    session.send(TO_FIGURE);
    session.send("da");
    session.wait_for("that it is saved", |screen| screen.contents().contains("已保存 核准"));
    session.wait_for("its mark", |screen| screen.contents().contains('✓'));
    session.send("du");
    session.wait_for("that it is undone", |screen| !screen.contents().contains('✓'));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}
