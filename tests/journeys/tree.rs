//! The tree of regions: narrowed, folded, pinned.

use ratatui::style::Modifier;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{app, only, opened, options, screen};

#[test]
fn the_tree_folds_and_shows_the_whole_country() {
    let mut app = app(120, 26);
    app.press("g h");
    let folded = screen(&app);
    assert!(folded.contains("▸ 河南省") && !folded.contains("红旗区"), "{folded}");
    app.press("l a");
    let all = screen(&app);
    assert!(all.contains("▸ 北京市") && all.contains("郑州市"), "{all}");
    app.press("a");
    assert!(!screen(&app).contains("北京市"));
}

/// The lines of the tree, without what stands beside it.
fn tree(app: &App) -> String {
    let lines = screen(app);
    let lines = lines.lines().skip(2).map(|line| line.split('│').nth(1).unwrap_or_default().trim_end());
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_tree_narrows_to_what_is_typed_and_what_lies_above_it() {
    let mut app = app(120, 26);
    app.press("g");
    for (typed, name) in [("红旗", "红旗"), ("hongqi", "红旗"), ("hqq", "红旗区"), ("cy", "长垣"), ("410704", "凤泉区")]
    {
        app.press("f");
        app.press(typed);
        let shown = tree(&app);
        assert!(shown.contains("▾ 河南省") && shown.contains("▾ 新乡市"), "{typed}\n{shown}");
        assert!(shown.contains(name) && shown.lines().count() == 3, "{typed}\n{shown}");
        assert!(
            screen(&app).contains("── 1/3 ─") && screen(&app).contains(&format!("筛选 {typed}")),
            "{}",
            screen(&app)
        );
        let buf = app.screen();
        let lit = (1..18).map(|x| &buf[(x, 4)]).filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
        let lit: String = lit.map(|cell| cell.symbol().trim()).collect();
        assert_eq!(lit, if typed.starts_with('4') { "" } else { name }, "what fits is lit");
        app.press("Esc");
        assert_eq!(tree(&app).lines().count(), 5, "{}", tree(&app));
    }
}

#[test]
fn in_english_the_latin_name_is_lit_and_chinese_can_be_typed_too() {
    for (typed, lit) in [("hongq", "Hongq"), ("红旗", ""), ("hqq", "")] {
        let mut app = App::new(opened(true), options(Language::En, Colour::True), 120, 26);
        app.press("g f");
        app.press(typed);
        let buf = app.screen();
        let cells = (1..19).map(|x| &buf[(x, 4)]).filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
        assert_eq!(cells.map(ratatui::buffer::Cell::symbol).collect::<String>(), lit, "{typed}");
        assert!(tree(&app).contains("Hongqi") && screen(&app).contains(&format!("Filter {typed}")), "{}", screen(&app));
    }
}

#[test]
fn enter_keeps_the_filter_and_esc_takes_it_away() {
    let mut app = app(120, 26);
    app.press("g f changyuan");
    assert!(screen(&app).contains("指标 · 长垣市"), "the best is chosen:\n{}", screen(&app));
    app.press("Enter");
    assert!(screen(&app).contains("筛选 changyuan") && tree(&app).lines().count() == 3, "{}", screen(&app));
    // Keys are keys again: k goes up, and f changes the text.
    app.press("k");
    assert!(screen(&app).contains("指标 · 新乡市"), "{}", screen(&app));
    app.press("f C-u fengquan Enter");
    assert!(screen(&app).contains("指标 · 凤泉区"), "{}", screen(&app));
    app.press("Esc");
    assert!(!screen(&app).contains("fengquan") && screen(&app).contains("指标 · 凤泉区"), "{}", screen(&app));
    assert_eq!(tree(&app).lines().count(), 5);
}

#[test]
fn a_region_that_fits_opens_to_what_lies_below_it() {
    let mut app = app(120, 26);
    app.press("g f xinxiang Enter");
    assert!(tree(&app).contains("▸ 新乡市") && !tree(&app).contains("红旗区"), "{}", tree(&app));
    app.press("l");
    assert!(tree(&app).contains("▾ 新乡市") && tree(&app).contains("红旗区"), "{}", tree(&app));
    // Where something below it fits as well, that is what is shown.
    app.press("f C-u xinxiangx Enter a");
    assert!(tree(&app).contains("新乡县") && !tree(&app).contains("红旗区"), "{}", tree(&app));
}

#[test]
fn what_has_no_figures_is_found_where_nothing_else_fits() {
    let mut app = app(120, 26);
    app.press("g f 延津");
    assert!(tree(&app).contains("延津县") && screen(&app).contains("这个地区没有数据"), "{}", screen(&app));
    app.press("无");
    let text = screen(&app);
    assert!(text.contains("没有这样的地区") && text.contains("指标 · 延津县"), "what was chosen stays:\n{text}");
    app.press("Backspace Backspace Backspace");
    assert!(screen(&app).contains("筛选 名称或拼音") && tree(&app).contains("红旗区"), "{}", screen(&app));
}

#[test]
fn each_pin_has_its_number_and_a_colour_of_its_own() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space j");
    let text = screen(&app);
    assert!(text.contains("│1      红旗区") && text.contains("│2      凤泉区"), "{text}");
    let colour = |number: &str| {
        let buf = app.screen();
        (1..25).map(|y| &buf[(1, y)]).find(|cell| cell.symbol() == number).map(|cell| cell.fg)
    };
    assert_ne!(colour("1"), colour("2"));
    // The second becomes the first when that is let go.
    app.press("k k Space");
    assert!(screen(&app).contains("│1      凤泉区"), "{}", screen(&app));
}

#[test]
fn figures_of_no_known_region_stand_last_in_the_tree() {
    let mut app = App::new(only("0 产值 2024 level 5亿元", "产值5亿元"), Options::default(), 100, 20);
    let text = screen(&app);
    assert!(text.contains("未定地区") && text.contains("5亿元"), "{text}");
    app.press("a G");
    assert!(screen(&app).contains("指标 · 未定地区"), "{}", screen(&app));
}
