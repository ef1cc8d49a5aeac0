//! The second job: regions side by side.

use insta::assert_snapshot;

use crate::world::{app, screen};

#[test]
fn two_districts_side_by_side() {
    let mut app = app(120, 26);
    // 河南省, 新乡市, then 红旗区 and 凤泉区.
    app.press("g j j Space j Space c");
    assert_snapshot!(screen(&app));
}

#[test]
fn with_one_pin_the_chosen_region_is_the_other() {
    let mut app = app(120, 26);
    app.press("g j j Space j j c");
    let text = screen(&app);
    assert!(text.contains("红旗区") && text.contains("长垣市") && text.contains("各地都有"), "{text}");
}

#[test]
fn without_pins_it_says_what_to_do() {
    let mut app = app(120, 26);
    app.press("c");
    let text = screen(&app);
    assert!(text.contains("按空格钉住") && text.contains("┌ 地区"), "{text}");
    app.press("j");
    assert!(!screen(&app).contains("按空格钉住"), "the message goes with the next key");
}

#[test]
fn only_what_all_have_on_demand() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space c");
    assert!(screen(&app).contains("只有一地有"));
    app.press("o");
    assert!(!screen(&app).contains("只有一地有"), "{}", screen(&app));
}

#[test]
fn columns_that_do_not_fit_scroll_and_the_metric_stays() {
    let mut app = app(64, 26);
    app.press("g j j Space j Space j Space c");
    assert!(screen(&app).contains("红旗区") && !screen(&app).contains("相差"), "{}", screen(&app));
    app.press("l l l");
    let text = screen(&app);
    assert!(text.contains("相差") && text.contains("地区生产总值"), "{text}");
}

#[test]
fn years_are_those_in_which_any_of_them_has_figures() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space c [ [");
    assert!(screen(&app).contains("◂ 2023 ▸") && screen(&app).contains("~62"), "{}", screen(&app));
    app.press("] ]");
    assert!(screen(&app).contains("◂ 最新 ▸"), "neither has a target for 2025:\n{}", screen(&app));
}

#[test]
fn the_evidence_follows_the_cell_and_a_column_can_be_let_go() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space j Space c");
    assert!(screen(&app).contains("红旗区地区生产总值310亿元"), "{}", screen(&app));
    app.press("l l");
    assert!(screen(&app).contains("达到520.5亿元"), "{}", screen(&app));
    app.press("x");
    assert!(screen(&app).contains("红旗区 · 凤泉区 "), "{}", screen(&app));
    app.press("x");
    assert!(screen(&app).contains("┌ 地区"), "one region is no comparison");
}
