//! A dashboard that fails: the terminal is given back and the reason can be read.

use std::{env, sync::Arc, thread};

use portable_pty::CommandBuilder;
use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Gazetteer, correction::Deed},
    tui::{self, Host, Listening, News, Opened, Options, Reading},
};

use crate::session::Session;

/// A world outside that fails when it is asked for anything.
struct Failing;

impl Host for Failing {
    fn write(&mut self, _: String, _: Vec<u8>) {
        panic!("nothing can be written");
    }

    fn copy(&mut self, _: &str) {
        panic!("nothing can be copied");
    }

    fn read_again(&mut self) {
        panic!("nothing can be read");
    }

    fn correct(&mut self, _: Deed, _: String) {
        panic!("nothing can be kept");
    }

    fn stop_reading(&mut self) {
        let elsewhere = thread::spawn(|| panic!("nothing can be stopped"));
        assert!(elsewhere.join().is_err());
    }

    fn finish(&mut self, _: usize) {}

    fn remember(&mut self, _: tui::Session) {}
}

/// The dashboard that fails; run in a pseudo-terminal by the test below.
#[test]
#[ignore = "needs a terminal"]
fn dashboard() {
    let atlas = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried())).build();
    let opened = Opened { atlas: Arc::new(atlas), documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() };
    let (sender, news) = tui::news();
    sender.send(News::Reading(Some(Reading::default())));
    tui::run(opened, Options::default(), Listening { mouse: true, keys: true }, &mut Failing, news).unwrap();
}

/// The dashboard that fails, in a pseudo-terminal.
fn start() -> Session {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["--exact", "failing::dashboard", "--ignored", "--nocapture"]);
    let session = Session::of(command);
    session.wait_for("the dashboard", |screen| screen.alternate_screen() && screen.bracketed_paste());
    session
}

#[test]
fn a_panic_gives_the_terminal_back_and_can_be_read() {
    let mut session = start();
    session.send("\x12");
    session.wait_for("the reason", |screen| screen.contents().contains("nothing can be read"));
    assert_ne!(session.exit_code(), 0);
    session.assert_given_back();
}

#[test]
fn a_panic_in_another_thread_ends_nothing_and_writes_nothing() {
    let mut session = start();
    session.send("\x07?");
    session.wait_for("the help", |screen| screen.contents().contains("挂起") || screen.contents().contains("Suspend"));
    session.wait_for("the dashboard as before", |screen| {
        screen.alternate_screen() && !screen.contents().contains("nothing can be stopped")
    });
    session.send("qq");
    assert_eq!(session.exit_code(), 0);
    session.assert_given_back();
}
