//! Regions at their places, shaded by a metric.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{Ambiguous, App, Colour, Options},
};

use crate::{
    mouse::click,
    world::{only, options, screen},
};

const TEXT: &str =
    "700亿元、640亿元、310亿元、62亿元、45.5亿元、30.5亿元、3200亿元、900亿元、500亿元；6.1%、-0.4%；51亿元、8亿元";

/// Counties of 新乡市, of which 长垣市 has most figures, two cities, and a county of another province.
const COUNTIES: &str = "410783 地区生产总值 2024 level 700亿元
     410783 地区生产总值 2023 level 500亿元
     410783 地区生产总值 2024 growth 6.1% base:yoy
     410702 地区生产总值 2024 level 640亿元
     410702 地区生产总值 2024 growth -0.4% base:yoy
     410727 地区生产总值 2024 level 310亿元
     410726 地区生产总值 2024 level 62亿元
     410724 地区生产总值 2024 level 45.5亿元
     410721 地区生产总值 2024 level 30.5亿元
     410700 地区生产总值 2024 level 3200亿元
     410600 地区生产总值 2024 level 900亿元
     410783 一般公共预算收入 2024 level 51亿元
     420500 地区生产总值 2024 level 8亿元";

fn map(colour: Colour, width: u16, height: u16) -> App {
    let mut app = App::new(only(COUNTIES, TEXT), options(Language::Zh, colour), width, height);
    app.press("5");
    app
}

/// The region that is chosen, as the top line names it.
fn chosen(app: &App) -> String {
    let text = screen(app);
    let line = text.lines().next().unwrap_or_default();
    let words: Vec<_> = line.split_whitespace().collect();
    let after_lineage = words.iter().rposition(|word| *word == "›").map_or(1, |place| place + 1);
    words[after_lineage].to_owned()
}

#[test]
fn without_colour_the_classes_are_told_by_marks() {
    assert_snapshot!(screen(&map(Colour::None, 80, 24)));
}

#[test]
fn in_colour_half_a_cell_is_a_pixel_and_the_chosen_one_has_a_rim() {
    let app = map(Colour::True, 120, 36);
    let buf = app.screen();
    let amber = ratatui::style::Color::Rgb(0xe3, 0xb2, 0x5f);
    let rim = buf.content().iter().filter(|cell| "▀▄".contains(cell.symbol()) && [cell.fg, cell.bg].contains(&amber));
    assert!(rim.count() > 10, "{}", screen(&app));
    // Five classes and no data in the legend, each with its colour.
    let mut grounds: Vec<_> = (5..11).map(|y| format!("{:?}", buf[(90, y)].bg)).collect();
    grounds.sort();
    grounds.dedup();
    assert_eq!(grounds.len(), 6, "{}", screen(&app));
}

#[test]
fn arrows_go_to_the_region_that_lies_there() {
    let mut app = map(Colour::None, 120, 36);
    assert_eq!(chosen(&app), "长垣市");
    let keys = ["Left", "Down", "Up", "k", "h", "j", "l", "Left", "Left", "Left", "Left"];
    let way: Vec<_> = keys
        .iter()
        .map(|key| {
            app.press(key);
            chosen(&app)
        })
        .collect();
    let west = ["红旗区", "卫滨区", "获嘉县", "获嘉县"];
    assert_eq!(
        way,
        [["延津县", "封丘县", "延津县", "卫辉市", "凤泉区", "牧野区", "延津县"].as_slice(), &west].concat()
    );
}

#[test]
fn the_order_of_the_values_can_be_walked() {
    let mut app = map(Colour::None, 120, 36);
    assert!(screen(&app).contains("#1/6"), "{}", screen(&app));
    for (key, region) in [
        ("PgDn", "红旗区"),
        ("PgDn", "封丘县"),
        ("PgUp", "红旗区"),
        ("G", "新乡县"),
        ("PgDn", "新乡县"),
        ("g", "长垣市"),
    ] {
        app.press(key);
        assert_eq!(chosen(&app), region, "{key}");
    }
}

#[test]
fn the_region_around_the_level_the_measure_and_the_metric_change() {
    let mut app = map(Colour::None, 120, 36);
    let title = |app: &App| screen(app).lines().nth(1).unwrap_or_default().to_owned();
    assert!(title(&app).contains("新乡市 · 县级") && title(&app).contains("6/12 地有数据"), "{}", title(&app));
    app.press("-");
    assert!(title(&app).contains("河南省 · 县级") && title(&app).contains("6/157"), "{}", title(&app));
    app.press("Tab");
    assert!(
        title(&app).contains("河南省 · 地级") && title(&app).contains("2/18 地有数据（含省直辖1）"),
        "{}",
        title(&app)
    );
    app.press("+");
    assert!(title(&app).contains("· 县级"), "into the city of the chosen county: {}", title(&app));
    app.press("b");
    assert!(screen(&app).contains("同比 · % · 最新") && screen(&app).contains("+6.1%"), "{}", screen(&app));
    app.press("b >");
    assert!(screen(&app).contains("一般公共预算收入") && screen(&app).contains("51亿元 2024"), "{}", screen(&app));
}

#[test]
fn years_are_those_of_the_regions_on_the_map() {
    let mut app = map(Colour::None, 120, 36);
    app.press("Left [ [");
    let text = screen(&app);
    assert!(text.contains("◂ 2023 ▸") && text.contains("1/12"), "封丘县 itself has no 2023:\n{text}");
    app.press("] ]");
    assert!(screen(&app).contains("◂ 最新 ▸"), "{}", screen(&app));
}

#[test]
fn a_county_without_figures_is_reached_and_the_tree_does_not_swell() {
    let mut app = map(Colour::None, 120, 36);
    click(&mut app, "原阳");
    let text = screen(&app);
    assert!(text.contains("原阳县") && text.contains("无数据"), "{text}");
    app.press("1");
    let text = screen(&app);
    assert!(text.contains("原阳县") && !text.contains("郑州市"), "only the one beside those with figures:\n{text}");
}

#[test]
fn enter_opens_the_region_space_pins_it_and_a_press_chooses_one() {
    let mut app = map(Colour::None, 120, 36);
    app.press("Space Left");
    assert!(screen(&app).contains("●长垣"), "{}", screen(&app));
    click(&mut app, "获嘉");
    assert_eq!(chosen(&app), "获嘉县");
    app.press("Enter");
    assert!(screen(&app).contains("┌ 地区") && screen(&app).contains("指标 · 获嘉县"), "{}", screen(&app));
}

#[test]
fn where_no_places_are_known_it_says_so_and_what_to_do() {
    let mut app = map(Colour::None, 120, 36);
    app.press("1 / 宜昌 Enter 5");
    let text = screen(&app);
    assert!(text.contains("湖北省：各地的位置还不知道") && text.contains("3 在排行里看"), "{text}");
    app.press("Left Up PgDn Tab b - + Enter");
}

#[test]
fn on_a_narrow_screen_the_legend_stands_below() {
    let text = screen(&map(Colour::None, 40, 16));
    assert!(text.contains("长垣市 700亿元 2024"), "{text}");
}

#[test]
fn where_characters_may_be_wide_every_class_still_has_its_own_mark() {
    let options = Options { ambiguous: Ambiguous::Wide, ..options(Language::Zh, Colour::None) };
    let mut app = App::new(only(COUNTIES, TEXT), options, 120, 36);
    app.press("5");
    let buf = app.screen();
    let mut marks: Vec<&str> = (5..11).map(|y| buf[(90, y)].symbol()).collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), 6, "{marks:?}\n{}", screen(&app));
}

#[test]
fn in_english_the_names_are_latin() {
    let mut app = App::new(only(COUNTIES, TEXT), options(Language::En, Colour::None), 120, 36);
    app.press("5");
    let text = screen(&app);
    assert!(text.contains("Map · Xinxiang City · county") && text.contains("[Changyuan]"), "{text}");
    assert!(text.contains("Fengqiu") && text.contains("no data"), "{text}");
}

#[test]
fn of_a_region_with_some_months_only_these_are_told_and_it_has_no_shade() {
    let told = "410783 地区生产总值 2024-01/2024-09 level 700亿元\n410702 地区生产总值 2024 level 640亿元";
    let mut app = App::new(only(told, TEXT), options(Language::Zh, Colour::True), 120, 36);
    app.press("G 5");
    let text = screen(&app);
    assert!(text.contains("只有部分月份 700亿元 24.1-9"), "{text}");
    assert!(text.contains("1/12 地有数据"), "{text}");
}
