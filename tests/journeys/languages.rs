//! The interface in Chinese and in English, switched by a key.

use xianzhi::{
    model::Language,
    tui::{App, Colour},
};

use crate::world::{app, only, opened, options, screen};

fn has_chinese(text: &str) -> bool {
    text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
}

#[test]
fn a_key_switches_every_word_at_once() {
    let mut app = app(120, 30);
    let chinese = screen(&app);
    app.press("L");
    let english = screen(&app);
    assert!(english.contains("Regions") && english.contains("Changyuan City"), "{english}");
    app.press("L");
    assert_eq!(screen(&app), chinese, "and back");
}

#[test]
fn nothing_moves_when_the_language_changes_but_the_words() {
    let mut app = app(120, 30);
    app.press("G Enter");
    let cursor = |app: &App| {
        let screen = app.screen();
        (0..screen.area.height)
            .filter(|y| (0..screen.area.width).any(|x| screen[(x, *y)].bg != screen[(119, 29)].bg))
            .collect::<Vec<_>>()
    };
    let before = cursor(&app);
    app.press("L");
    assert_eq!(cursor(&app), before, "{}", screen(&app));
}

#[test]
fn in_english_regions_have_latin_names() {
    let says = "410783 地区生产总值 2024 level 9亿元\n410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 7亿元";
    let mut app = App::new(only(says, "9亿元、5亿元、7亿元"), options(Language::En, Colour::True), 160, 30);
    let text = screen(&app);
    assert!(text.contains("Henan › Xinxiang › Hongqi District  红旗区"), "the top line tells the Chinese too:\n{text}");
    for keys in ["", "g", "j Space j Space 2"] {
        app.press(keys);
        let text = screen(&app);
        let (_, panes) = text.split_once('\n').unwrap();
        let chinese = ["河南", "新乡", "长垣", "红旗", "凤泉"].iter().find(|name| panes.contains(**name));
        assert_eq!(chinese, None, "{keys}:\n{text}");
    }
}

#[test]
fn in_english_the_help_and_the_hints_hold_no_chinese() {
    let mut app = App::new(opened(false), options(Language::En, Colour::True), 200, 100);
    for keys in ["?", "Esc T"] {
        app.press(keys);
        let text = screen(&app);
        let mut window = text.lines().filter(|line| line.contains("Theme") || line.contains("Quit"));
        assert!(!window.any(has_chinese), "{keys}:\n{text}");
    }
}
