//! The third job: finding a metric or region by name.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{app, drawn_like, only, opened, options, screen};

#[test]
fn initials_find_a_metric_and_enter_goes_there() {
    let mut app = app(120, 26);
    app.press("G / ybggys");
    assert_snapshot!(screen(&app));
    app.press("Enter");
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && text.contains("┬ 一般公共预算收入 ─"), "{text}");
}

#[test]
fn a_metric_that_the_region_lacks_leads_to_the_one_that_has_most_of_it() {
    let mut app = app(120, 26);
    // 红旗区 has no such figure.
    app.press("g j j / 税收收入 Enter");
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && text.contains("红旗区没有这项指标，已到长垣市"), "{text}");
    app.press("j");
    assert!(!screen(&app).contains("没有这项指标"), "the message goes with the next key");
}

#[test]
fn bars_of_regions_have_one_scale() {
    let says = "410702 地区生产总值 2024 level 50亿元\n410704 地区生产总值 2024 level >50.000亿元\n\
                410783 地区生产总值 2024 level 100亿元";
    let mut app = App::new(only(says, "50亿元、50.000亿元、100亿元"), Options::default(), 120, 26);
    app.press("G / gdp");
    let text = screen(&app);
    let bar = |region: &str| {
        let line = text.lines().find(|line| line.contains(&format!("{region} ")) && line.contains("50亿元")).unwrap();
        line.chars().filter(|c| ('▁'..='▏').contains(c)).collect::<String>()
    };
    assert_eq!(bar("红旗区"), bar("凤泉区"), "{text}");
}

#[test]
fn english_and_pinyin_find_it_too() {
    for typed in ["caizheng", "budget", "财政", "一般公共"] {
        let mut app = app(120, 26);
        app.press(&format!("/ {typed}"));
        assert!(screen(&app).contains("一般公共预算收入"), "{typed}\n{}", screen(&app));
    }
}

#[test]
fn a_region_is_chosen_in_the_tree() {
    let mut app = app(120, 26);
    app.press("/ changyuan Enter");
    assert!(screen(&app).contains("指标 · 长垣市"), "{}", screen(&app));
    app.press("/ 深圳 Enter");
    let text = screen(&app);
    assert!(text.contains("深圳市") && text.contains("没有数据"), "{text}");
}

#[test]
fn the_line_is_edited_and_matches_are_lit() {
    let mut app = app(120, 26);
    app.press("/ 红旗 Backspace");
    assert!(screen(&app).contains("/ 红"));
    app.press("C-u gdp");
    assert!(screen(&app).contains("/ gdp"), "{}", screen(&app));
    app.press("C-w 红旗区");
    assert_eq!(drawn_like(&app, "红旗区"), "红旗区");
    app.press("C-u zzzzqqq");
    assert!(screen(&app).contains("没有找到"), "{}", screen(&app));
    app.press("Enter Esc");
    assert!(!screen(&app).contains("┌ 搜索"));
}

#[test]
fn a_pasted_text_is_cut_to_what_a_name_can_be() {
    let mut app = app(120, 26);
    // A name of 101 characters, as long a one again, and typing on.
    app.press(&format!("/ {} {} gdp", "政".repeat(101), "财".repeat(10_000)));
    let text = screen(&app);
    assert!(text.contains("没有找到") && !text.contains("gdp"), "{text}");
    app.press("C-u \n红旗\u{7}区\n凤泉区");
    assert!(screen(&app).contains("/ 红旗区 ") && !screen(&app).contains("凤泉区"), "{}", screen(&app));
}

#[test]
fn a_region_and_a_metric_in_one_line_lead_to_that_figure() {
    let mut app = app(120, 36);
    app.press("/ 长垣 Space 生产总值");
    assert_snapshot!(screen(&app));
    app.press("Enter");
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && text.contains("┬ 地区生产总值 ─"), "{text}");
    app.press("/ gdp Space hongqi Enter");
    assert!(screen(&app).contains("指标 · 红旗区"), "{}", screen(&app));
    app.press("/ 凤泉财政 Enter");
    let text = screen(&app);
    assert!(text.contains("指标 · 凤泉区") && text.contains("┬ 一般公共预算收入 ─"), "{text}");
}

#[test]
fn a_metric_that_the_region_lacks_is_told_before_one_goes_there() {
    let mut app = app(120, 36);
    app.press("/ 红旗区税收收入");
    let text = screen(&app);
    assert!(text.contains("数据  红旗区  税收收入") && text.contains("这个地区没有这项指标"), "{text}");
}

#[test]
fn what_was_looked_for_before_is_listed_and_recalled() {
    let mut app = app(120, 26);
    app.press("/");
    assert!(!screen(&app).contains("最近搜索"), "{}", screen(&app));
    app.press("Esc / gdp Enter / changyuan Enter / gdp Enter /");
    assert_snapshot!(screen(&app));
    app.press("Down Enter");
    assert!(screen(&app).contains("/ changyuan"), "it is looked for again:\n{}", screen(&app));
    app.press("C-u Up");
    assert!(screen(&app).contains("/ gdp "), "{}", screen(&app));
    app.press("Up");
    assert!(screen(&app).contains("/ changyuan "), "an older one:\n{}", screen(&app));
    app.press("Enter");
    assert!(screen(&app).contains("指标 · 长垣市"), "{}", screen(&app));
}

#[test]
fn a_view_of_one_metric_stays_with_the_one_that_was_found() {
    for view in ["3", "4", "5"] {
        let mut app = app(120, 36);
        app.press(&format!("G {view}"));
        let before = drawn_like(&app, "1");
        app.press("/ 财政 Enter");
        assert_eq!(drawn_like(&app, "1"), before, "the same view is marked at the top:\n{}", screen(&app));
        app.press("1");
        assert!(screen(&app).contains("┬ 一般公共预算收入 ─"), "{}", screen(&app));
    }
}

#[test]
fn a_region_is_added_to_those_compared() {
    let mut app = app(120, 36);
    app.press("g j j Space j Space c a");
    let text = screen(&app);
    assert!(text.contains("┌ 添加地区 ─"), "{text}");
    app.press("gdp");
    assert!(screen(&app).contains("没有找到"), "metrics are not offered:\n{}", screen(&app));
    app.press("C-u cy Enter");
    let text = screen(&app);
    assert!(text.contains("长垣市") && text.contains("红旗区") && text.contains("凤泉区"), "{text}");
}

#[test]
fn in_english_names_are_found_and_shown_in_english() {
    let mut app = App::new(opened(true), options(Language::En, Colour::None), 120, 36);
    app.press("/ changyuan Space revenue");
    assert_snapshot!(screen(&app));
}

#[test]
fn what_is_put_beside_others_is_not_among_what_was_looked_for() {
    let mut app = app(120, 26);
    // The first of those that are proposed, with nothing typed, and one by name.
    app.press("g j j Space j Space c a Enter a 郑州 Enter");
    assert!(screen(&app).contains("郑州"), "{}", screen(&app));
    app.press("1 /");
    let text = screen(&app);
    app.press("Up");
    assert_eq!(screen(&app), text, "nothing is recalled");
}

#[test]
fn bars_below_zero_grow_to_the_left() {
    let says = "410702 财政收支差额 2024 level 40亿元\n410704 财政收支差额 2024 level -50亿元\n\
                410783 财政收支差额 2024 level 100亿元";
    let mut app = App::new(only(says, "40亿元、50亿元、100亿元"), Options::default(), 120, 26);
    app.press("G / 财政收支差额");
    let text = screen(&app);
    let blank = |region: &str| {
        let line = text.lines().find(|line| line.contains(&format!("{region} ")) && line.contains("亿元")).unwrap();
        line.split(&format!("{region} ")).nth(1).unwrap().chars().take_while(|c| *c == ' ').count()
    };
    assert!(blank("凤泉区") < blank("红旗区"), "{text}");
}
