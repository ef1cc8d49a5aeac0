//! Keys of one's own, keys that are pressed one after another, and the help.

use insta::assert_snapshot;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Keymap, Options},
};

use crate::world::{app, opened, screen};

/// The dashboard with keys of a TOML text.
fn with_keys(keys: &str, lang: Language, width: u16, height: u16) -> App {
    let (keymap, troubles) = Keymap::carried().with(&keys.parse().unwrap());
    assert_eq!(troubles, []);
    let options = Options { lang, colour: Colour::True, keymap, ..Options::default() };
    App::new(opened(true), options, width, height)
}

/// Keys that are pressed one after another.
const SEQUENCES: &str = "[list]\nmove_first = \"g g\"\nmove_last = [\"g e\", \"End\"]\n[tree]\nopen = \"g o\"";

#[test]
fn what_may_follow_stands_in_a_box() {
    let mut app = with_keys(SEQUENCES, Language::Zh, 100, 20);
    app.press("g");
    assert_snapshot!(screen(&app));
    app.press("e");
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && !text.contains("┌ g ─"), "{text}");
}

#[test]
fn esc_leaves_the_box_and_an_unknown_key_is_told() {
    let mut app = with_keys(SEQUENCES, Language::En, 80, 24);
    let before = screen(&app);
    app.press("g");
    assert!(screen(&app).contains("┌ g ─") && screen(&app).contains("To the first"), "{}", screen(&app));
    app.press("Esc");
    assert_eq!(screen(&app), before);
    app.press("g x");
    assert!(screen(&app).contains("gx: no such key"), "{}", screen(&app));
    app.press("j");
    assert!(!screen(&app).contains("no such key"));
}

#[test]
fn the_box_has_room_on_any_screen() {
    for (width, height) in [(0, 0), (1, 1), (3, 2), (8, 3), (20, 5), (40, 12)] {
        let mut app = with_keys(SEQUENCES, Language::Zh, width, height);
        app.press("g");
        let _ = app.screen();
    }
}

#[test]
fn hints_help_and_palette_show_the_keys_that_one_has() {
    let keys = "[list]\nmove_down = [\"n\"]\nmove_up = \"p\"\n[everywhere]\nsearch = \"C-s\"\nzoom = []";
    let mut app = with_keys(keys, Language::Zh, 120, 44);
    assert!(screen(&app).contains("pn 移动") && screen(&app).contains("C-s 搜索"), "{}", screen(&app));
    app.press("?");
    let text = screen(&app);
    assert!(text.contains("C-s  ") && !text.contains("  /  "), "{text}");
    assert!(text.contains("—") && text.contains("放大当前窗格"), "what has no keys is told too:\n{text}");
    app.press("Esc : 搜索指标");
    assert!(screen(&app).contains("C-s"), "{}", screen(&app));
    app.press("Esc C-s");
    assert!(screen(&app).contains("┌ 搜索 ─"), "{}", screen(&app));
}

#[test]
fn the_help_begins_with_the_keys_of_the_view() {
    let mut app = app(120, 40);
    app.press("g j j Space j Space c ?");
    assert_snapshot!(screen(&app));
}
