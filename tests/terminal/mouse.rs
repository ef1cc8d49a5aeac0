//! The mouse in a real terminal.

use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use crate::session::{Session, figures, program};

/// A press of the left button on a cell, counted from 0, as terminals tell it.
fn press(x: u16, y: u16) -> String {
    format!("\x1b[<0;{};{}M\x1b[<0;{0};{1}m", x + 1, y + 1)
}

#[test]
fn a_click_is_taken_and_the_mouse_is_left_alone_afterwards() {
    let mut session = Session::dashboard();
    session.wait_for("the first frame", |screen| screen.contents().contains("指标 · 长垣市"));
    session.wait_for("listening to presses", |screen| {
        (screen.mouse_protocol_mode(), screen.mouse_protocol_encoding())
            == (MouseProtocolMode::PressRelease, MouseProtocolEncoding::Sgr)
    });
    // The prefecture, two rows above the county.
    session.send(&press(8, 3));
    session.wait_for("the prefecture", |screen| screen.contents().contains("指标 · 新乡市"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
    session.assert_given_back();
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut session = Session::start(program(), &[&figures("mouse"), "--no-mouse"]);
    session.wait_for("the first frame", |screen| screen.contents().contains("指标 · 长垣市"));
    session.wait_for("no listening", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}
