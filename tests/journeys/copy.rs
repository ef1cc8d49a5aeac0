//! Copying: the cell, the row, the table, and the figure with its source.

use xianzhi::{
    model::Language,
    tui::{App, Colour, Command, News, Options},
};

use crate::world::{app, opened, screen};

/// The text that keys put on the clipboard.
#[track_caller]
fn copied(app: &mut App, keys: &str) -> String {
    match app.ask(keys).pop() {
        Some(Command::Copy(text)) => text,
        other => panic!("{keys} asks for {other:?}"),
    }
}

#[track_caller]
fn last_line(app: &App) -> String {
    screen(app).lines().last().unwrap().trim().to_owned()
}

#[test]
fn a_cell_a_row_and_the_table_of_the_metrics() {
    let mut app = app(120, 30);
    app.press("G Enter j j");
    assert_eq!(copied(&mut app, "y c"), "41.2亿元");
    assert_eq!(last_line(&app), "已复制 一格: 41.2亿元");
    assert_eq!(copied(&mut app, "y r"), "财政\t一般公共预算收入\t41.2亿元\t\t全省县市 #5\t2024\t");
    let table = copied(&mut app, "y t");
    assert!(table.starts_with("类别\t指标\t数值\t同比\t位次\t时期\t状态\n"), "{table}");
    assert!(table.contains("\n综合\t地区生产总值\t520.5亿元\t+6.1%\t全省县域 ≤10\t2024\t\n"), "{table}");
    assert!(table.lines().count() > 3 && table.ends_with('\n'));
}

#[test]
fn the_citation_names_figure_source_and_place_in_both_languages() {
    let mut zh = app(120, 30);
    zh.press("G Enter j j");
    let told = copied(&mut zh, "y s");
    let begins = "长垣市 一般公共预算收入 2024年 41.2亿元。来源：《长垣市年度通报》，某报，2025-01-20，第1段第";
    assert!(told.starts_with(begins) && told.ends_with("字。"), "{told}");
    let mut en =
        App::new(opened(true), Options { lang: Language::En, colour: Colour::True, ..Options::default() }, 120, 30);
    en.press("G Enter j j");
    let told = copied(&mut en, "y s");
    assert!(
        told.starts_with("Changyuan City, ") && told.contains(", 2024, 41.2亿元. Source: “长垣市年度通报”"),
        "{told}"
    );
    assert!(!told.contains('\n'), "{told}");
}

#[test]
fn regions_figures_and_comparisons_are_copied_too() {
    let mut app = app(120, 30);
    app.press("G");
    assert_eq!(copied(&mut app, "y c"), "长垣市");
    assert_eq!(copied(&mut app, "y r"), "长垣市\t410783\t9");
    assert!(copied(&mut app, "y t").starts_with("地区\t代码\t数据\n河南省\t410000\t"));
    app.press("l l");
    assert_eq!(copied(&mut app, "y c"), "520.5亿元");
    assert_eq!(copied(&mut app, "y r"), "长垣市\t地区生产总值\t数值\t2024\t520.5亿元\t\t长垣市年度通报");
    app.press("Esc Esc Space g j j Space c");
    assert!(copied(&mut app, "y t").contains("亿元"));
    assert!(copied(&mut app, "y s").contains("来源：《"));
}

#[test]
fn it_is_told_which_way_the_text_went() {
    let mut app = app(120, 30);
    app.press("G Enter");
    copied(&mut app, "y c");
    app.hear(News::Clipboard(Ok(())));
    assert_eq!(last_line(&app), "已复制 一格: 520.5亿元");
    copied(&mut app, "y c");
    app.hear(News::Clipboard(Err("no display".to_owned())));
    assert_eq!(last_line(&app), "已请终端复制 一格: 520.5亿元");
    app.press("j");
    app.hear(News::Clipboard(Err("no display".to_owned())));
    assert!(!last_line(&app).contains("复制"), "what comes late is not told any more");
}

#[test]
fn where_there_is_nothing_it_says_so() {
    let mut app = app(120, 30);
    app.press("7");
    assert_eq!(app.ask("y c"), []);
    assert_eq!(last_line(&app), "这里没有可复制的");
}
