//! The mouse: a press chooses what is under it, two open it, the wheel moves the list under it.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;
use xianzhi::tui::{App, Command, Options};

use crate::world::{app, opened, screen};

/// The cell of the first character of a text that is on the screen.
#[track_caller]
fn find(app: &App, text: &str) -> (u16, u16) {
    let screen = screen(app);
    let found = screen.lines().enumerate().find_map(|(y, line)| Some((line[..line.find(text)?].width(), y)));
    let (x, y) = found.unwrap_or_else(|| panic!("{text} is not on the screen:\n{screen}"));
    (x as u16, y as u16)
}

#[track_caller]
pub(crate) fn click(app: &mut App, text: &str) -> Option<Command> {
    let (x, y) = find(app, text);
    app.click(x, y)
}

#[track_caller]
fn double_click(app: &mut App, text: &str) {
    let (x, y) = find(app, text);
    app.double_click(x, y);
}

#[track_caller]
fn shows(app: &App, text: &str) {
    let screen = screen(app);
    assert!(screen.contains(text), "{text} is not on the screen:\n{screen}");
}

#[test]
fn a_press_chooses_a_region_and_two_go_to_its_metrics() {
    let mut app = app(120, 30);
    click(&mut app, "红旗区");
    shows(&app, "指标 · 红旗区");
    double_click(&mut app, "凤泉区");
    shows(&app, "指标 · 凤泉区");
    app.press("j j");
    shows(&app, "┬ 一般公共预算收入 ─");
}

#[test]
fn a_press_on_the_mark_of_a_branch_closes_and_opens_it() {
    let mut app = app(120, 30);
    click(&mut app, "▾ 新乡市");
    assert!(!screen(&app).contains("红旗区   "), "{}", screen(&app));
    click(&mut app, "▸ 新乡市");
    shows(&app, "红旗区");
}

#[test]
fn a_press_on_the_head_of_a_column_sorts_by_it_then_the_other_way_round_then_not() {
    let mut app = app(120, 30);
    app.press("G");
    let order = |app: &App| {
        let text = screen(app);
        let place = |name: &str| text.find(&format!("│  {name}")).unwrap();
        place("地区生产总值") < place("税收收入")
    };
    click(&mut app, "数值");
    shows(&app, "数值▾");
    assert!(order(&app), "{}", screen(&app));
    click(&mut app, "数值");
    shows(&app, "数值▴");
    assert!(!order(&app), "{}", screen(&app));
    click(&mut app, "数值");
    shows(&app, "▾ 综合 1");
}

#[test]
fn a_press_in_the_table_chooses_a_metric_or_folds_a_category() {
    let mut app = app(120, 30);
    app.press("G");
    click(&mut app, "税收收入");
    shows(&app, "┬ 税收收入 ─");
    click(&mut app, "▾ 财政");
    shows(&app, "▸ 财政 2");
    assert!(!screen(&app).contains("│  税收收入"), "{}", screen(&app));
    double_click(&mut app, "粮食总产量");
    app.press("h");
    shows(&app, "┬ 粮食总产量 ─");
}

#[test]
fn a_press_on_a_figure_shows_its_evidence() {
    let mut app = app(120, 36);
    app.press("G l l");
    shows(&app, "第1段");
    click(&mut app, "2025 目标");
    shows(&app, "今年力争");
}

#[test]
fn the_top_line_leads_to_views_regions_and_years() {
    let mut app = app(120, 30);
    for (name, title) in [("地图", "┌ 地图"), ("核查", "┌ 核查"), ("概览", "┌ 地区")] {
        click(&mut app, name);
        shows(&app, title);
    }
    click(&mut app, "新乡市 ›");
    shows(&app, "指标 · 新乡市");
    click(&mut app, "长垣市");
    click(&mut app, "◂");
    shows(&app, "◂ 2024 ▸");
}

#[test]
fn the_hints_can_be_pressed_and_a_press_beside_a_window_closes_it() {
    let mut app = app(200, 60);
    click(&mut app, "帮助");
    shows(&app, "┌ 帮助 ─");
    let before = screen(&app);
    app.wheel(100, 15, true);
    assert_ne!(screen(&app), before, "the wheel moves the text");
    app.wheel(100, 15, false);
    assert_eq!(screen(&app), before);
    click(&mut app, "概览");
    assert!(!screen(&app).contains("┌ 帮助 ─"), "{}", screen(&app));
    assert_eq!(click(&mut app, "退出"), Some(Command::Quit));
}

#[test]
fn hits_of_the_search_are_chosen_and_opened() {
    let mut app = app(120, 30);
    app.press("/ shou");
    click(&mut app, "税收收入");
    app.press("Enter");
    shows(&app, "┬ 税收收入 ─");
    app.press("/ hongqi");
    double_click(&mut app, "红旗区  ");
    shows(&app, "指标 · 红旗区");
}

#[test]
fn the_wheel_moves_the_list_under_it_and_leaves_the_keys_where_they_are() {
    let mut app = app(120, 14);
    app.press("a Home Enter");
    let (x, y) = find(&app, "▸ 北京市");
    for _ in 0..4 {
        app.wheel(x, y, true);
    }
    assert!(!screen(&app).contains("▸ 北京市"), "{}", screen(&app));
    for _ in 0..9 {
        app.wheel(x, y, false);
    }
    shows(&app, "▸ 北京市");
    assert!(screen(&app).ends_with("帮助  q 退出") && screen(&app).contains("类别"), "the table has the keys");
}

#[test]
fn a_press_in_the_comparison_chooses_row_and_column_and_two_lead_to_the_metric() {
    let mut app = app(120, 30);
    app.press("Space g j j Space c");
    click(&mut app, "税收收入");
    double_click(&mut app, "一般公共预算收入");
    shows(&app, "┬ 一般公共预算收入 ─");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn pressing_anywhere_never_panics(
        steps in prop::collection::vec((0..8usize, 0u16..125, 0u16..40, 0..4u8), 1..40),
        width in 1u16..125,
        height in 1u16..40,
    ) {
        let mut app = App::new(opened(true), Options::default(), width, height);
        for (key, x, y, gesture) in steps {
            app.press(["1", "2", "3", "6", "/", "?", "T", "Esc"][key]);
            match gesture {
                0 => _ = app.click(x, y),
                1 => _ = app.double_click(x, y),
                gesture => app.wheel(x, y, gesture == 2),
            }
            let _ = app.screen();
        }
    }
}
