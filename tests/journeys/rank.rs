//! One metric, all regions of a level in order.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::{
    mouse::click,
    world::{only, screen},
};

const TEXT: &str = "900亿元、850亿元、700亿元、640亿元、500亿元、310亿元、300亿元、62亿元、3200亿元、45.5亿元、51亿元；\
                    7.5%、6.1%、-0.4%、3%；第1位、前10位；740亿元";

/// Six counties and districts of 新乡市 and one of 鹤壁市.
const COUNTIES: &str = "410783 地区生产总值 2024 level 700亿元
     410783 地区生产总值 2023 level 500亿元
     410783 地区生产总值 2024 growth 6.1% base:yoy
     410783 地区生产总值 2024 rank 1位 scope:全市
     410783 地区生产总值 2025 level 740亿元 target
     410702 地区生产总值 2024 level 640亿元
     410702 地区生产总值 2023 level 640亿元
     410702 地区生产总值 2024 growth -0.4% base:yoy
     410702 地区生产总值 2024 rank <=10位 scope:全省
     410704 地区生产总值 2024 level ~310亿元 doubt:far_apart
     410704 地区生产总值 2023 level 300亿元
     410704 地区生产总值 2024 growth 7.5% base:yoy
     410711 地区生产总值 2024 level 62亿元 forecast
     410711 地区生产总值 2024 growth 3% base:yoy
     410724 地区生产总值 2023 level 45.5亿元
     410611 地区生产总值 2024 level 900亿元
     410700 地区生产总值 2024 level 3200亿元
     410783 一般公共预算收入 2024 level 51亿元
     410702 税收收入 2024 level 45.5亿元";

/// The ranking of the counties of 新乡市, with 长垣市 chosen.
fn app(width: u16, height: u16) -> App {
    let mut app = App::new(only(COUNTIES, TEXT), Options::default(), width, height);
    app.press("G 3");
    app
}

/// The names of the regions from the first to the last.
fn order(app: &App) -> Vec<String> {
    let text = screen(app);
    let rows = text.lines().filter(|line| line.starts_with(['│', '┃']) && line.contains(['█', '▓', '▒', '░']));
    let names = rows.filter_map(|line| line.split_whitespace().find(|word| word.ends_with(['市', '区', '县'])));
    names.map(str::to_owned).collect()
}

#[test]
fn the_counties_of_a_city_in_a_year() {
    let mut app = app(120, 30);
    app.press("[");
    assert_snapshot!(screen(&app));
}

#[test]
fn the_latest_of_each_says_so_and_tells_each_year() {
    let mut app = app(80, 24);
    let text = screen(&app);
    assert!(text.contains("各取最新，年份不一") && text.contains("2023"), "{text}");
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("▲1") && text.contains("▼1") && text.contains("＝") && text.contains('新'), "{text}");
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("◂ 2023 ▸") && !text.contains("▲1"), "nobody is told of 2022:\n{text}");
    app.press("] ]");
    assert!(screen(&app).contains("◂ 最新 ▸"), "a target for 2025 is nothing to rank:\n{}", screen(&app));
}

#[test]
fn wider_narrower_and_another_level() {
    let mut app = app(120, 30);
    assert!(screen(&app).contains("◂ 新乡市  县级 12 地，5 地有数据") && !screen(&app).contains("淇滨区"));
    app.press("Left");
    let text = screen(&app);
    assert!(text.contains("◂ 河南省 ▸") && text.contains("1   淇滨区"), "{text}");
    app.press("Left");
    assert!(screen(&app).contains(" 全国 ▸"), "{}", screen(&app));
    app.press("Left Right Right");
    assert!(screen(&app).contains("◂ 新乡市  县级"), "{}", screen(&app));
    app.press("Tab");
    let text = screen(&app);
    assert!(text.contains("◂ 河南省  地级 17 地，1 地有数据") && text.contains("▸ 新乡市"), "the city is lit:\n{text}");
    app.press("Tab Tab");
    assert!(screen(&app).contains("◂ 新乡市  县级"), "{}", screen(&app));
}

#[test]
fn the_order_of_growth_and_what_is_written_beside_it() {
    let mut app = app(120, 30);
    app.press("[");
    assert_eq!(order(&app), ["长垣市", "红旗区", "凤泉区", "牧野区"]);
    app.press("b");
    let text = screen(&app);
    assert!(text.contains("同比▾") && text.contains("按同比"), "{text}");
    assert_eq!(order(&app), ["凤泉区", "长垣市", "牧野区", "红旗区"]);
    assert!(text.contains("-0.4") && text.contains("640亿元"), "{text}");
}

#[test]
fn the_chosen_region_is_lit_and_the_cursor_follows_its_region() {
    let mut app = app(120, 30);
    app.press("[");
    assert!(screen(&app).contains("▲1   ▸ 长垣市"), "{}", screen(&app));
    // 红旗区 is the second of 2024 and the first of 2023.
    app.press("Down");
    assert_eq!(order(&app)[1], "红旗区");
    app.press("[");
    assert_eq!(order(&app)[0], "红旗区");
    app.press("Enter");
    assert!(screen(&app).contains("指标 · 红旗区"), "{}", screen(&app));
}

#[test]
fn a_region_is_pinned_from_the_ranking() {
    let mut app = app(120, 30);
    app.press("[ Space Down Space");
    assert!(screen(&app).contains("1 1 长垣市") || screen(&app).contains("1 长垣市"), "{}", screen(&app));
    app.press("2");
    assert!(screen(&app).contains("长垣市 · 红旗区"), "{}", screen(&app));
}

#[test]
fn a_press_chooses_a_row_and_the_name_of_the_other_number_orders_by_it() {
    let mut app = app(120, 30);
    app.press("[");
    click(&mut app, "红旗区");
    app.press("Space");
    assert!(screen(&app).contains("1 红旗区"), "{}", screen(&app));
    click(&mut app, "同比   报告称");
    assert_eq!(order(&app)[0], "凤泉区");
    click(&mut app, "数值 ");
    assert_eq!(order(&app)[0], "长垣市");
}

#[test]
fn metrics_follow_each_other_as_far_as_these_regions_have_them() {
    let mut app = app(120, 30);
    app.press(">");
    assert!(screen(&app).contains("排行 · 一般公共预算收入"), "{}", screen(&app));
    app.press(">");
    assert!(screen(&app).contains("排行 · 税收收入"), "{}", screen(&app));
    app.press(">");
    assert!(screen(&app).contains("排行 · 地区生产总值"), "from the last to the first:\n{}", screen(&app));
    app.press("<");
    assert!(screen(&app).contains("排行 · 税收收入"), "{}", screen(&app));
}

#[test]
fn in_few_columns_place_region_value_and_year_remain() {
    let app = app(40, 12);
    assert_snapshot!(screen(&app));
}

#[test]
fn in_english_and_without_colour() {
    let options = Options { lang: Language::En, colour: Colour::None, ..Options::default() };
    let mut app = App::new(only(COUNTIES, TEXT), options, 80, 24);
    app.press("G 3 [");
    assert_snapshot!(screen(&app));
}

#[test]
fn without_a_figure_it_says_what_to_do() {
    let mut app = App::new(only("410783 地区生产总值 2024 growth 6.1% base:yoy", TEXT), Options::default(), 100, 24);
    app.press("3");
    assert!(screen(&app).contains("按 b 换数值或同比来排"), "{}", screen(&app));
    app.press("b");
    assert!(screen(&app).contains("+6.1"), "{}", screen(&app));
    app.press("[ b");
    assert!(screen(&app).contains("按 b 换数值或同比来排"), "{}", screen(&app));
    app.press("Tab");
    assert!(screen(&app).contains("按 [ 或 ] 换一年"), "{}", screen(&app));
    app.press("] ]");
    assert!(screen(&app).contains("按 < 或 > 换一项指标"), "{}", screen(&app));
}

#[test]
fn who_tells_only_of_some_months_stands_below_the_order() {
    let told = "410783 地区生产总值 2022 growth 6.1% base:yoy
         410702 地区生产总值 2022-01/2022-11 growth 7.5% base:yoy
         410704 地区生产总值 2022-01/2022-09 growth 3% base:yoy";
    for (width, height, lang) in [(120, 30, Language::Zh), (80, 24, Language::En)] {
        let options = Options { lang, ..Options::default() };
        let mut app = App::new(only(told, TEXT), options, width, height);
        app.press("G 3 b");
        let text = screen(&app);
        let count = lang.pick("另有 2 地只有部分月份", "2 more with some months only");
        let names = lang.pick("红旗区 +7.5% (22.1-11)、凤泉区 +3% (22.1-9)", "Hongqi +7.5% (22.1-11), Fengquan +3%");
        assert!(text.contains(count) && text.contains(names), "{text}");
        assert_eq!(text.matches("7.5%").count(), 1, "it has no place in the order:\n{text}");
    }
}
