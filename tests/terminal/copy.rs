//! Copying through the terminal (OSC 52).

use crate::session::Session;

#[test]
fn the_citation_goes_to_the_clipboard_of_the_terminal() {
    let mut session = Session::dashboard();
    session.wait_for("the first frame", |screen| screen.contents().contains("指标 · 长垣市"));
    session.send("ys");
    // 长垣市 地区生产总值 2024年 520.5亿元。来源：a.txt。
    session
        .wait_for_copy("6ZW/5Z6j5biCIOWcsOWMuueUn+S6p+aAu+WAvCAyMDI05bm0IDUyMC415Lq/5YWD44CC5p2l5rqQ77yaYS50eHTjgII=");
    // There is no display server: only the terminal is left.
    session
        .wait_for("which way it went", |screen| screen.contents().contains("已请终端复制 引文: 长垣市 地区生产总值"));
    session.send("q");
    assert_eq!(session.exit_code(), 0);
}
