//! Back and forward through where one has been.

use crate::world::{app, screen};

/// The region and the metric that the overview shows.
fn here(app: &xianzhi::tui::App) -> (bool, bool, bool) {
    let text = screen(app);
    let shows = |name: &str| text.contains(&format!("指标 · {name}"));
    (shows("长垣市"), shows("红旗区"), text.contains("┬ 一般公共预算收入 ─"))
}

#[test]
fn from_search_to_search_and_back_and_forward_again() {
    let mut app = app(120, 26);
    app.press("G / 红旗 Enter / 长垣财政 Enter");
    assert_eq!(here(&app), (true, false, true));
    app.press("C-o");
    assert_eq!(here(&app), (false, true, false), "{}", screen(&app));
    app.press("C-o");
    assert_eq!(here(&app), (true, false, false), "{}", screen(&app));
    app.press("C-o");
    assert!(screen(&app).contains("前面没有去过别处"), "{}", screen(&app));
    app.press(") M-Right");
    assert_eq!(here(&app), (true, false, true), "{}", screen(&app));
    app.press("M-Right");
    assert!(screen(&app).contains("后面没有别处"), "{}", screen(&app));
}

#[test]
fn a_step_of_the_cursor_is_no_jump() {
    let mut app = app(120, 26);
    app.press("g j j k j Enter j C-o");
    assert!(screen(&app).contains("前面没有去过别处"), "{}", screen(&app));
}

#[test]
fn views_and_the_year_come_back() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space c");
    let compared = screen(&app);
    app.press("3 : 2024 Enter 1 G");
    app.press("( (");
    assert_eq!(screen(&app), compared, "the comparison as it was");
    app.press(")");
    assert!(screen(&app).contains("◂ 2024 ▸") || screen(&app).contains("排行"), "{}", screen(&app));
}

#[test]
fn the_figure_comes_back() {
    let mut app = app(120, 36);
    app.press("G Enter Enter j j");
    let detail = screen(&app);
    app.press("/ 红旗 Enter (");
    assert_eq!(screen(&app), detail);
}

#[test]
fn from_the_text_to_the_metric_and_back_to_the_same_figure() {
    let mut app = app(120, 36);
    // The document of the figure; two figures on; its metric in the overview.
    app.press("G R n n");
    let page = screen(&app);
    app.press("Enter");
    assert!(screen(&app).contains("┌ 地区"), "{}", screen(&app));
    app.press("C-o");
    assert_eq!(screen(&app), page, "the text, at the figure");
}

#[test]
fn what_is_opened_from_a_view_is_left_by_the_way_back() {
    let mut app = app(120, 36);
    app.press("G / 财政 Enter 3");
    let ranking = screen(&app);
    app.press("j Enter");
    assert!(screen(&app).contains("┌ 地区"), "{}", screen(&app));
    app.press("C-o");
    let text = screen(&app);
    assert!(text.contains("┌ 排行") || text.lines().nth(1) == ranking.lines().nth(1), "{text}");
}
