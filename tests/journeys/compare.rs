//! The second job: regions side by side.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{app, drawn_like, only, options, screen};

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

#[test]
fn a_difference_between_two_years_is_dimmed() {
    let says = "410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2023 level 7亿元";
    let mut app = App::new(only(says, "5亿元、7亿元"), Options::default(), 120, 26);
    app.press("g j j Space j Space c");
    assert!(drawn_like(&app, "'23").contains("-2"), "not drawn like a year:\n{}", screen(&app));
}

#[test]
fn a_value_in_another_currency_bears_its_unit_and_rows_of_other_years_their_year() {
    let says = "410702 人均地区生产总值 2022 level 6000美元\n410704 人均地区生产总值 2022 level 63434元\n\
                410702 税收占比 2020 level 74%";
    let mut app = App::new(only(says, "6000美元、63434元、74%"), Options::default(), 120, 26);
    app.press("g j j Space j Space c");
    let text = screen(&app);
    assert!(text.contains("6000 '22") && text.contains("63434元 '22") && text.contains("74 '20"), "{text}");
}

#[test]
fn a_target_is_not_best() {
    let says = "410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 7亿元";
    for (status, best_is_lit) in [("", true), (" target", false)] {
        let colour = options(Language::Zh, Colour::True);
        let mut app = App::new(only(&format!("{says}{status}"), "5亿元、7亿元"), colour, 120, 26);
        // The cursor rests on the difference, so that it lights neither bar.
        app.press("g j j Space j Space c l l");
        let cells = |text: &str| text.matches('█').count();
        let alike = cells(&drawn_like(&app, "█")) == cells(&screen(&app));
        assert_eq!(alike, !best_is_lit, "{}", screen(&app));
    }
}
