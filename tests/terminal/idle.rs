//! A dashboard that nobody touches does nothing at all.

#![cfg(target_os = "linux")]

use std::{fs, thread, time::Duration};

use crate::session::{Session, figures, program};

/// How often the threads of a process have gone to sleep or were put to sleep.
fn switches(pid: u32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let statuses = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
    let count = |status: String| -> u64 {
        let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
        lines.map(|line| line.split_whitespace().last().unwrap().parse::<u64>().unwrap()).sum()
    };
    statuses.map(count).sum()
}

#[test]
fn nothing_wakes_while_nothing_happens() {
    let mut session = Session::start(program(), &[&figures("idle")]);
    session.wait_for("the first frame", |screen| screen.contents().contains("指标 · 长垣市"));
    // A thread that polls would wake many times in this; the only test in which time has to pass.
    let quiet = Duration::from_millis(400);
    let is_quiet = || {
        let before = switches(session.pid());
        thread::sleep(quiet);
        switches(session.pid()) == before
    };
    // What belongs to the start may still come to rest.
    assert!((0..10).any(|_| is_quiet()), "it wakes again and again");
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}
