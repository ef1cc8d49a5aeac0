//! The first job: going through counties.

use insta::assert_snapshot;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{app, drawn_like, only, opened, options, screen};

#[test]
fn it_opens_on_the_region_with_most_figures() {
    assert_snapshot!(screen(&app(120, 26)));
}

#[test]
fn from_a_county_to_a_metric_to_the_sentence_it_was_read_from() {
    let mut app = app(120, 26);
    app.press("G Enter j j");
    assert_snapshot!(screen(&app));
    assert_eq!(drawn_like(&app, "41.2亿元，"), "41.2亿元", "the number is lit in its sentence");
}

#[test]
fn the_metric_stays_chosen_from_county_to_county() {
    let mut app = app(120, 26);
    app.press("G Enter j j h");
    assert!(screen(&app).contains("┬ 一般公共预算收入 ─"));
    app.press("k");
    assert!(screen(&app).contains("指标 · 凤泉区"));
    assert!(screen(&app).contains("┬ 一般公共预算收入 ─"), "{}", screen(&app));
}

#[test]
fn plans_bounds_and_damage_are_told_apart() {
    let mut app = app(120, 26);
    app.press("G [ ]");
    let text = screen(&app);
    assert!(text.contains("目标>560亿元") || text.contains("目标 >560亿元"), "{text}");
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("残缺"), "digits are lost:\n{text}");
    assert!(text.contains("全省县域≤10"), "{text}");
}

#[test]
fn a_doubtful_value_bears_a_mark_and_the_evidence_tells_why() {
    let says = "410783 地区生产总值 2024 level 520.5亿元 doubt:metric_before doubt:period_span
         410783 地区生产总值 2024 growth 6.1% base:yoy doubt:list_uneven
         410783 地区生产总值 2024 rank 10位 scope:全省县域 doubt:far_apart
         410783 税收收入 2024 level 30.9亿元";
    let world = || only(says, "520.5亿元 6.1% 10位 30.9亿元");
    let colours = [(Language::Zh, Colour::True), (Language::En, Colour::None)];
    for ((lang, colour), (width, height)) in colours.into_iter().zip([(120, 36), (80, 24)]) {
        let mut app = App::new(world(), options(lang, colour), width, height);
        app.press("Enter");
        let text = screen(&app);
        assert!(text.contains("亿元?") && text.contains("+6.1%?") && text.contains("#10?"), "{text}");
        assert!(text.contains("30.9亿元 "), "the sure value bears none:\n{text}");
    }
    let mut app = App::new(world(), options(Language::Zh, Colour::None), 120, 36);
    app.press("Enter g j");
    let text = screen(&app);
    assert!(text.contains("? 指标承前 · 时段不明"), "in short where there are several:\n{text}");
    app.press("l j");
    assert!(screen(&app).contains("? 并列的指标与数字"), "{}", screen(&app));
}

#[test]
fn years_are_those_in_which_the_region_has_figures() {
    let mut app = app(120, 26);
    // 长垣市: a target for 2025, figures of 2024 and 2023; the last that came about is next to the latest.
    for (key, year) in [("G", "最新"), ("[", "2024"), ("[", "2023"), ("[", "2023"), ("]", "2024"), ("]", "2025")] {
        app.press(key);
        assert!(screen(&app).contains(&format!("◂ {year} ▸")), "{key} {year}\n{}", screen(&app));
    }
    app.press("]");
    assert!(screen(&app).contains("◂ 最新 ▸"));
}

#[test]
fn a_year_without_figures_says_so_and_is_left_with_a_key() {
    let mut app = app(120, 26);
    // 红旗区 has figures of 2024 only.
    app.press("G [ ] g j j");
    assert!(screen(&app).contains("◂ 2025 ▸") && screen(&app).contains("这一年没有数据"), "{}", screen(&app));
    app.press("[");
    assert!(screen(&app).contains("◂ 2024 ▸") && screen(&app).contains("310亿元"), "{}", screen(&app));
}

#[test]
fn a_pane_has_the_screen_for_itself_on_demand() {
    let mut app = app(120, 26);
    app.press("G Enter z");
    let text = screen(&app);
    assert!(text.contains("┌ 指标 · 长垣市 ─") && !text.contains("依据") && !text.contains("┌ 地区"), "{text}");
    app.press("Tab");
    assert!(screen(&app).contains("┌ 地区生产总值 ─") && !screen(&app).contains("指标 · "), "{}", screen(&app));
    app.press("z");
    assert!(screen(&app).contains("┌ 地区") && screen(&app).contains("依据"), "{}", screen(&app));
    app.press("z Esc");
    assert!(
        screen(&app).contains("┌ 地区") && screen(&app).contains("← 返回"),
        "Esc takes it back first:\n{}",
        screen(&app)
    );
}

#[test]
fn without_figures_it_says_how_to_open_some() {
    let app = App::new(only("", ""), Options::default(), 100, 20);
    assert!(screen(&app).contains("没有数据可看"), "{}", screen(&app));
}

#[test]
fn without_the_documents_the_place_is_told() {
    let app = App::new(opened(false), options(Language::Zh, Colour::True), 120, 26);
    let text = screen(&app);
    assert!(text.contains("--reports") && text.contains("长垣市年度通报") && text.contains("第1段"), "{text}");
}

#[test]
fn in_english_metrics_have_their_english_names() {
    let mut app = App::new(opened(true), options(Language::En, Colour::True), 120, 26);
    app.press("G");
    assert_snapshot!(screen(&app));
}

#[test]
fn eighty_columns_slide_to_the_detail_and_back() {
    let mut app = app(80, 24);
    app.press("G");
    assert_snapshot!("eighty_columns_tree", screen(&app));
    app.press("Enter Enter");
    assert_snapshot!("eighty_columns_detail", screen(&app));
    app.press("Esc Esc");
    assert!(screen(&app).contains("┌ 地区"));
}

#[test]
fn the_help_lists_the_keys() {
    let mut app = app(80, 40);
    app.press("?");
    assert_snapshot!(screen(&app));
    app.press("PgDn Down Down");
    assert!(screen(&app).contains("钉住的地区"), "the marks stand behind the keys of the view:\n{}", screen(&app));
    app.press("Esc");
    assert!(!screen(&app).contains("钉住的地区"));
}

#[test]
fn what_could_not_be_read_is_told() {
    let mut opened = opened(true);
    opened.notices = vec!["figures.jsonl:12: no number where a value should be; the rest was read".to_owned()];
    let mut app = App::new(opened, Options::default(), 80, 24);
    assert!(screen(&app).contains("1 处未能读入，按 ! 查看"), "{}", screen(&app));
    app.press("!");
    assert!(screen(&app).contains("figures.jsonl:12"), "{}", screen(&app));
}

#[test]
fn on_a_wide_screen_no_sentence_of_the_help_is_cut() {
    for lang in [Language::Zh, Language::En] {
        let mut app = App::new(opened(true), options(lang, Colour::True), 200, 60);
        app.press("?");
        assert!(!screen(&app).contains('…'), "{}", screen(&app));
    }
}
