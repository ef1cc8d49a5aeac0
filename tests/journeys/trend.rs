//! One metric over the years.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::{
    mouse::click,
    world::{only, screen},
};

const TEXT: &str = "30亿元、33亿元、36亿元、40亿元、20亿元、22亿元、25亿元、27亿元、60亿元、10亿元；6.5%、8%、4%";

/// Two districts that tell of several years, with a gap, a forecast and a target.
const YEARS: &str = "410783 一般公共预算收入 2019 level 30亿元
     410783 一般公共预算收入 2020 level 33亿元
     410783 一般公共预算收入 2022 level 36亿元
     410783 一般公共预算收入 2023 level ~40亿元 doubt:far_apart
     410783 一般公共预算收入 2025 level 60亿元 target
     410702 一般公共预算收入 2020 level 20亿元
     410702 一般公共预算收入 2021 level 22亿元
     410702 一般公共预算收入 2022 level 25亿元
     410702 一般公共预算收入 2023 level 27亿元 forecast
     410704 一般公共预算收入 2023 level 10亿元
     410783 地区生产总值 2021 growth 6.5% base:yoy
     410783 地区生产总值 2022 growth 8% base:yoy
     410783 地区生产总值 2023 growth 4% base:yoy";

/// The years of the budget of 长垣市.
fn app(width: u16, height: u16) -> App {
    let mut app = App::new(only(YEARS, TEXT), Options::default(), width, height);
    app.press("G 4 >");
    app
}

#[test]
fn without_pins_the_chosen_region_and_those_beside_it() {
    assert_snapshot!(screen(&app(110, 30)));
}

#[test]
fn pinned_regions_and_the_year_of_the_cursor() {
    let mut app = app(110, 24);
    app.press("1 g j j Space j Space 4");
    let text = screen(&app);
    assert!(text.contains("钉住的 2 地") && !text.contains("长垣市 "), "{text}");
    // 凤泉区 has only 2023.
    assert!(text.contains("○ 红旗区              预计 27"), "expected:\n{text}");
    app.press("Left Left");
    let text = screen(&app);
    let row = text.lines().find(|line| line.contains("■ 凤泉区")).unwrap();
    assert!(row.contains('—') && text.contains("2021 ") && text.contains("22  │"), "{text}");
    app.press("Down Space");
    assert!(screen(&app).contains("钉住的 1 地"), "{}", screen(&app));
}

#[test]
fn a_press_goes_to_a_year_or_to_a_line() {
    let mut app = app(110, 30);
    let row = |app: &App| screen(app).lines().find(|line| line.contains("■ 红旗区")).unwrap().to_owned();
    click(&mut app, "2021 ");
    assert!(row(&app).contains("22  │"), "{}", screen(&app));
    // The mark of its forecast for 2023.
    click(&mut app, "□");
    assert!(screen(&app).contains("□ 红旗区              预计 27"), "{}", screen(&app));
    click(&mut app, "□ 红旗区");
    app.press("Enter");
    assert!(screen(&app).contains("指标 · 红旗区"), "{}", screen(&app));
}

#[test]
fn an_index_says_its_year_and_growth_what_was_computed() {
    let mut app = app(110, 24);
    app.press("m");
    let text = screen(&app);
    assert!(text.contains("2020=100") && text.contains("均为推算"), "{text}");
    // It goes to the last year in which the chosen region has growth; two years on the other has.
    app.press("m l l");
    let text = screen(&app);
    assert!(text.contains("空心、斜体为推算") && text.contains("+13.64"), "25亿元 after 22亿元:\n{text}");
    app.press("m");
    assert!(!screen(&app).contains("推算"), "{}", screen(&app));
}

#[test]
fn growth_at_constant_prices_is_only_what_is_told() {
    let mut app = App::new(only(YEARS, TEXT), Options::default(), 110, 24);
    app.press("G 4");
    let text = screen(&app);
    assert!(text.contains("走势 · 地区生产总值") && text.contains("+4") && !text.contains("推算"), "{text}");
}

#[test]
fn where_there_is_no_level_growth_is_shown_and_the_other_way_round() {
    let mut app = App::new(only(YEARS, TEXT), Options::default(), 110, 24);
    app.press("G 4");
    let text = screen(&app);
    assert!(text.contains("没有数值，看的是同比") && text.contains("+4"), "{text}");
    app.press("m m");
    let text = screen(&app);
    assert!(!text.contains("看的是") && text.contains("+4"), "growth was asked for:\n{text}");

    let level = "410783 常住人口 2020 level 20亿元";
    let mut app = App::new(only(level, TEXT), Options::default(), 110, 24);
    app.press("G 4 m m");
    let text = screen(&app);
    assert!(text.contains("没有同比，看的是数值"), "{text}");
    // One region alone has no index; the sentence has the whole pane.
    app.press("m m");
    let text = screen(&app);
    assert!(!text.contains("看的是"), "{text}");

    let place = "410783 常住人口 2020 rank 2位 scope:全市";
    let mut app = App::new(only(place, "2位"), Options::default(), 80, 24);
    app.press("G 4");
    let text = screen(&app);
    assert!(text.contains("没有哪一年有数值或同比；按 < 或 > 换一项指标"), "{text}");
}

#[test]
fn small_multiples_and_a_table_on_a_key() {
    let mut app = app(80, 24);
    app.press("s");
    assert_snapshot!("small_multiples", screen(&app));
    app.press("t");
    assert_snapshot!("table_of_years", screen(&app));
    app.press("Up Right");
    app.press("t");
    let text = screen(&app);
    assert!(text.contains("┊"), "lines again:\n{text}");
}

#[test]
fn where_there_is_no_room_for_lines_there_are_columns() {
    let options = Options { lang: Language::En, colour: Colour::None, ..Options::default() };
    let mut app = App::new(only(YEARS, TEXT), options, 40, 12);
    app.press("G 4 >");
    assert_snapshot!(screen(&app));
}

#[test]
fn the_evidence_is_that_of_region_and_year() {
    let mut app = app(110, 36);
    assert!(screen(&app).contains("? "), "the value of 2023 is doubtful:\n{}", screen(&app));
    app.press("Left Left");
    assert!(screen(&app).contains("没有选中的数据"), "nothing is told of 2021:\n{}", screen(&app));
    app.press("Enter");
    assert!(screen(&app).contains("指标 · 长垣市"), "{}", screen(&app));
}

#[test]
fn years_are_those_of_the_chart() {
    // The chosen region tells of one year only.
    let says = "410702 地区生产总值 2024 level 9亿元\n410704 地区生产总值 2021 level 5亿元\n\
                410704 地区生产总值 2022 level 6亿元\n410704 地区生产总值 2024 level 7亿元";
    let mut app =
        App::new(only(says, "9亿元5亿元6亿元7亿元"), Options { lang: Language::Zh, ..Options::default() }, 120, 30);
    app.press("g j j Enter 4 [ [");
    assert!(screen(&app).contains("◂ 2022 ▸"), "{}", screen(&app));
    app.press("[ [");
    assert!(screen(&app).contains("◂ 2021 ▸"), "{}", screen(&app));
}

#[test]
fn it_opens_on_the_last_year_of_the_chosen_region() {
    let says = "410702 地区生产总值 2021 level 9亿元\n410702 地区生产总值 2022 level 8亿元\n\
                410704 地区生产总值 2022 level 6亿元\n410704 地区生产总值 2024 level 7亿元";
    let mut app =
        App::new(only(says, "9亿元8亿元6亿元7亿元"), Options { lang: Language::Zh, ..Options::default() }, 120, 30);
    app.press("g j j Enter 4");
    let text = screen(&app);
    let row = text.lines().find(|line| line.contains("● 红旗区") || line.contains("○ 红旗区")).unwrap_or_default();
    assert!(row.contains(" 8 ") && !row.contains('—'), "{text}");
}
