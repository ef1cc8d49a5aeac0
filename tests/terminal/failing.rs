//! A dashboard that fails: the terminal is given back and the reason can be read.

use std::{env, io, sync::Arc};

use portable_pty::CommandBuilder;
use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Gazetteer},
    tui::{self, Host, Opened, Options},
};

use crate::session::Session;

/// A world outside that fails when it is asked for anything.
struct Failing;

impl Host for Failing {
    fn write(&mut self, _: &str, _: &[u8]) -> io::Result<String> {
        panic!("nothing can be written");
    }

    fn copy(&mut self, _: &str) {
        panic!("nothing can be copied");
    }

    fn read_again(&mut self) {
        panic!("nothing can be read");
    }

    fn stop_reading(&mut self) {}

    fn remember(&mut self, _: tui::Session) {}
}

/// The dashboard that fails; run in a pseudo-terminal by the test below.
#[test]
#[ignore = "needs a terminal"]
fn dashboard() {
    let atlas = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried())).build();
    let opened = Opened { atlas: Arc::new(atlas), documents: Vec::new(), notices: Vec::new() };
    let (_, news) = tui::news();
    tui::run(opened, Options::default(), true, &mut Failing, news).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back_and_can_be_read() {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["--exact", "failing::dashboard", "--ignored", "--nocapture"]);
    let mut session = Session::of(command);
    session.wait_for("the dashboard", |screen| screen.alternate_screen() && screen.bracketed_paste());
    session.send("\x12");
    session.wait_for("the reason", |screen| screen.contents().contains("nothing can be read"));
    assert_ne!(session.exit_code(), 0);
    session.assert_given_back();
}
