//! Every action by its name.

use insta::assert_snapshot;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Command},
};

use crate::world::{app, opened, options, screen};

#[test]
fn what_works_here_is_listed_with_its_keys() {
    let mut app = app(100, 30);
    app.press(":");
    assert_snapshot!(screen(&app));
}

#[test]
fn an_action_is_found_by_its_name_and_done() {
    for typed in ["对比", "compare", "duibi"] {
        let mut app = app(120, 26);
        app.press(&format!("g j j Space j Space : {typed} Enter"));
        let text = screen(&app);
        assert!(text.contains("红旗区 · 凤泉区") && !text.contains("┌ 命令"), "{typed}\n{text}");
    }
}

#[test]
fn a_number_chooses_the_year() {
    let mut app = app(120, 26);
    app.press("G : 2023");
    assert!(screen(&app).contains("只看 2023"), "{}", screen(&app));
    app.press("Enter");
    assert!(screen(&app).contains("◂ 2023 ▸"), "{}", screen(&app));
}

#[test]
fn what_works_elsewhere_says_where_and_does_nothing_here() {
    let mut app = app(100, 30);
    app.press(": 共有");
    let text = screen(&app);
    assert!(text.contains("仅在 对比"), "{text}");
    app.press("Enter");
    let text = screen(&app);
    assert!(text.contains("这个动作仅用于： 对比") && text.contains("┌ 地区"), "{text}");
}

#[test]
fn what_asks_for_something_outside_is_asked_for() {
    let mut app = app(100, 30);
    assert_eq!(app.ask(": redraw Enter"), [Command::Redraw]);
    assert_eq!(app.ask(": 退出 Enter"), [Command::Quit]);
}

#[test]
fn nothing_that_is_called_so_is_told_and_esc_closes() {
    let mut app = app(80, 24);
    app.press(": zzzz");
    assert!(screen(&app).contains("没有找到"), "{}", screen(&app));
    app.press("Enter Esc");
    assert!(!screen(&app).contains("┌ 命令"), "{}", screen(&app));
}

#[test]
fn in_english_without_colour_it_says_the_same() {
    let mut app = App::new(opened(true), options(Language::En, Colour::None), 80, 24);
    app.press(": common");
    assert_snapshot!(screen(&app));
}
