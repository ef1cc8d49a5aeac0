//! The real program in a pseudo-terminal: how it takes the terminal and how it gives it back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "terminal/built.rs"]
mod built;
#[path = "terminal/copy.rs"]
mod copy;
#[path = "terminal/correct.rs"]
mod correct;
#[path = "terminal/failing.rs"]
mod failing;
#[path = "terminal/idle.rs"]
mod idle;
#[path = "terminal/kept.rs"]
mod kept;
#[path = "terminal/live.rs"]
mod live;
#[path = "terminal/mouse.rs"]
mod mouse;
#[path = "terminal/session.rs"]
mod session;

use std::{
    io::{Read, Write},
    process::{Command, Stdio},
};

use portable_pty::PtySize;
use rustix::process::Signal;
use session::{Session, figures, open_pty, program};
use vt100::MouseProtocolMode;

/// What is on the screen once the dashboard is drawn.
const DRAWN: &str = "指标 · 长垣市";
/// What is written at the end of every frame: what came before is to be shown at once.
const FRAME_END: &str = "\x1b[?2026l";

#[test]
fn it_takes_the_terminal_and_gives_it_back() {
    let mut session = Session::dashboard();
    session.wait_for("the first frame", |screen| screen.contents().contains(DRAWN));
    session.wait_for("the alternate screen", |screen| screen.alternate_screen() && screen.hide_cursor());
    assert!(!session.echoes(), "raw mode");
    session.send("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_given_back();
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_given_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut session = Session::dashboard();
        session.wait_for("the first frame", |screen| screen.contents().contains(DRAWN));
        session.signal(signal);
        assert_eq!(session.exit_code(), code, "{signal:?}");
        session.assert_given_back();
    }
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_paints_again() {
    let script = r#"set -m; "$0" "$@"; echo "[stopped]"; read answer; fg >/dev/null; echo "[left $?]"; read answer"#;
    let mut session = Session::start("sh", &["-c", script, program(), &figures("suspended")]);
    session.wait_for("the first frame", |screen| screen.contents().contains(DRAWN));
    session.send("\x1a");
    session.wait_for("the shell", |screen| screen.contents().contains("[stopped]") && !screen.alternate_screen());
    session.wait_for("the cursor of the shell", |screen| !screen.hide_cursor());
    session.wait_for("the mouse of the shell", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    assert!(session.echoes(), "the shell has its terminal as it was");
    session.send("\n");
    session.wait_for("the frame again", |screen| screen.alternate_screen() && screen.contents().contains(DRAWN));
    session.wait_for("the mouse again", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease);
    assert!(!session.echoes(), "raw mode again");
    session.send("q");
    session.wait_for("the shell again", |screen| screen.contents().contains("[left 0]"));
    session.send("\n");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn without_a_shell_to_come_back_to_ctrl_z_does_not_freeze_it() {
    let mut session = Session::dashboard();
    session.wait_for("the first frame", |screen| screen.contents().contains(DRAWN));
    session.send("\x1a?");
    session.wait_for("the help", |screen| screen.contents().contains("挂起"));
    session.send("qq");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn a_terminal_that_goes_away_ends_it_even_where_no_signal_tells() {
    for told in [true, false] {
        let pty = open_pty();
        let mut command = session::command(program());
        command.arg(figures("gone"));
        // Without a terminal that controls it, a process is sent no SIGHUP.
        command.set_controlling_tty(told);
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        // The reader ends here, so that with the master the last handle of the terminal goes.
        session::written_until(FRAME_END, pty.master.try_clone_reader().unwrap());
        drop(pty.master);
        assert_eq!(session::exit_code(child), 129);
    }
}

#[test]
fn it_asks_the_terminal_nothing() {
    let pty = open_pty();
    let mut command = session::command(program());
    command.arg(figures("asks"));
    let child = pty.slave.spawn_command(command).unwrap();
    let written = session::written_until(FRAME_END, pty.master.try_clone_reader().unwrap());
    for query in ["\x1b[6n", "\x1b[c", "\x1b[>", "\x1b[?u", "\x1b]10;?", "\x1b]11;?", "\x1bP"] {
        assert!(!written.contains(query), "{query:?} would wait for an answer");
    }
    pty.master.take_writer().unwrap().write_all(b"q").unwrap();
    assert_eq!(session::exit_code(child), 0);
}

#[test]
fn a_terminal_that_tells_keys_apart_is_asked_to_and_only_then() {
    for (term, apart) in [("xterm-kitty", true), ("xterm-256color", false)] {
        let pty = open_pty();
        let mut command = session::command(program());
        command.arg(figures("apart"));
        command.env("TERM", term);
        command.env_remove("TERM_PROGRAM");
        let child = pty.slave.spawn_command(command).unwrap();
        // Its own reader stays open, so that what comes at the end can be written.
        let mut last = pty.master.try_clone_reader().unwrap();
        let written = session::written_until(FRAME_END, pty.master.try_clone_reader().unwrap());
        assert_eq!(written.contains("\x1b[>1u"), apart, "{term}");
        pty.master.take_writer().unwrap().write_all(if apart { b"\x1b[99;5u" } else { b"\x03" }).unwrap();
        assert_eq!(session::exit_code(child), 0, "C-c as {term} sends it");
        let mut end = [0; 4096];
        let read = last.read(&mut end).unwrap();
        assert_eq!(String::from_utf8_lossy(&end[..read]).contains("\x1b[<1u"), apart, "{term}");
    }
}

#[test]
fn another_size_is_drawn_anew() {
    let mut session = Session::dashboard();
    session.wait_for("the first frame", |screen| screen.contents().contains(DRAWN));
    session.resize(PtySize { rows: 30, cols: 60, ..PtySize::default() });
    session.wait_for("the narrow frame", |screen| {
        let rows: Vec<_> = screen.rows(0, 60).collect();
        rows[1].starts_with('┌') && rows[28].ends_with('┘')
    });
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn what_is_pasted_is_text_and_never_commands() {
    let mut session = Session::dashboard();
    session.wait_for("bracketed paste", vt100::Screen::bracketed_paste);
    session.send("\x1b[200~q\x1b[201~/\x1b[200~caizheng\x1b[201~");
    session.wait_for("the search", |screen| screen.contents().contains("/ caizheng"));
    session.send("\x03");
    assert_eq!(session.exit_code(), 0);
}

#[test]
fn output_that_is_no_terminal_is_told_and_nothing_is_written_to_it() {
    let output =
        Command::new(program()).arg(figures("piped")).stdin(Stdio::null()).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "{:?}", String::from_utf8_lossy(&output.stdout));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("terminal"), "{told}");
    assert!(!told.contains('\x1b'), "{told}");
}
