//! What was shown comes back on the next start, however the dashboard was left.

use std::fs;

use rustix::process::Signal;

use crate::session::{Session, figures, home, program, unbroken};

fn shows_overview(screen: &vt100::Screen) -> bool {
    screen.contents().contains("指标 · 长垣市")
}

fn shows_ranking(screen: &vt100::Screen) -> bool {
    screen.contents().contains("┌ 排行")
}

#[test]
fn what_was_shown_comes_back_after_a_signal_and_after_leaving() {
    let figures = figures("kept");
    let mut session = Session::start(program(), &[&figures]);
    session.wait_for("the overview", shows_overview);
    session.send("3");
    session.wait_for("the ranking", shows_ranking);
    session.signal(Signal::TERM);
    assert_eq!(session.exit_code(), 143);

    let mut session = Session::start(program(), &[&figures]);
    session.wait_for("the ranking", shows_ranking);
    session.send("1");
    session.wait_for("the overview", shows_overview);
    session.send("q");
    assert_eq!(session.exit_code(), 0);

    // What is shown after a fresh start is not kept.
    let mut session = Session::start(program(), &["--fresh", &figures]);
    session.wait_for("the overview", shows_overview);
    session.send("3");
    session.wait_for("the ranking", shows_ranking);
    session.send("q");
    assert_eq!(session.exit_code(), 0);
    let kept = fs::read_dir(home().join("xianzhi")).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
    assert!(fs::read_to_string(kept).unwrap().contains("\"view\": \"overview\""));
}

#[test]
fn a_broken_session_is_set_aside_and_told() {
    let figures = figures("broken");
    let mut session = Session::start(program(), &[&figures]);
    session.wait_for("the overview", shows_overview);
    session.send("q");
    assert_eq!(session.exit_code(), 0);
    let kept = fs::read_dir(home().join("xianzhi")).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
    fs::write(&kept, "{ \"year\": tru").unwrap();

    let mut session = Session::start(program(), &[&figures]);
    session.wait_for("the overview", shows_overview);
    session.wait_for("a message", |screen| screen.contents().contains("1 处未能读入"));
    session.send("!");
    session.wait_for("its reason", |screen| unbroken(screen).contains("broken-1"));
    session.send("qq");
    assert_eq!(session.exit_code(), 0);
    assert_eq!(fs::read_dir(home().join("xianzhi")).unwrap().count(), 2, "the broken one and the new one");
}

#[test]
fn where_nothing_can_be_kept_that_is_told_and_nothing_fails() {
    let figures = figures("unkept");
    let file = home().join("no-folder");
    fs::write(&file, "").unwrap();
    let script = r#"XDG_STATE_HOME="$1" exec "$0" "$2""#;
    let mut session = Session::start("sh", &["-c", script, program(), file.to_str().unwrap(), &figures]);
    session.wait_for("the overview", shows_overview);
    session.wait_for("a message", |screen| screen.contents().contains("1 处未能读入"));
    session.send("!");
    session.wait_for("its reason", |screen| unbroken(screen).contains("no-folder"));
    session.send("qq");
    assert_eq!(session.exit_code(), 0);
}
