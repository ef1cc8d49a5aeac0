//! The second job: regions side by side.

use insta::assert_snapshot;

use xianzhi::{
    model::Language,
    tui::{App, Options},
};

use crate::world::{app, drawn_like, only, screen};

/// The dashboard on figures of 红旗区 (410702) and 凤泉区 (410704), both pinned and compared; each number of
/// `says` is taken to stand in a text of its own.
fn two(says: &str, width: u16) -> App {
    let numbers: Vec<_> = says.lines().filter_map(|line| line.split_whitespace().nth(4)).collect();
    let text = numbers.join(" ").replace(['<', '>', '=', '~'], "");
    let mut app = App::new(only(says, &text), Options::default(), width, 26);
    app.press("g j j Space j Space c");
    app
}

/// The line of the screen on which `text` stands.
fn line(app: &App, text: &str) -> String {
    let screen = screen(app);
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text}:\n{screen}")).to_owned()
}

/// Whether the mark of the better number stands before `number` in the row of `metric`.
fn best_is(app: &App, metric: &str, number: &str) -> bool {
    line(app, metric).split_once('▴').is_some_and(|(_, behind)| behind.trim_start().starts_with(number))
}

/// The names above the columns, from left to right.
fn heads(app: &App) -> Vec<String> {
    let line = line(app, " 指标 ");
    // Before each name stands its number.
    let names = line.split(|c: char| c.is_ascii_digit()).skip(1);
    names.filter_map(|name| name.split_whitespace().next()).map(str::to_owned).collect()
}

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
    assert_eq!(heads(&app), ["红旗区", "长垣市"]);
    app.press("Esc k k c");
    assert_eq!(heads(&app), ["红旗区", "长垣市"], "on the pin itself, what it was compared with before");
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
fn only_what_two_have_on_demand() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space c");
    assert!(screen(&app).contains("没有可比的"));
    app.press("o");
    let text = screen(&app);
    assert!(!text.contains("没有可比的") && text.contains("只看共有"), "{text}");
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
fn a_year_stands_where_it_is_not_that_of_most() {
    let app = two(
        "410702 税收占比 2024 level 74%\n410704 税收占比 2024 level 70%\n410702 常住人口 2020 level 40万人\n\
         410704 常住人口 2020 level 15万人\n410702 地区生产总值 2024 level 9亿元\n410704 地区生产总值 2023 level 5亿元",
        120,
    );
    assert!(screen(&app).contains("2024年，另注除外"), "{}", screen(&app));
    assert!(!line(&app, "税收占比").contains('\''), "{}", screen(&app));
    assert_eq!(line(&app, "常住人口").matches("'20").count(), 2, "{}", screen(&app));
    let gdp = line(&app, "地区生产总值");
    assert!(gdp.contains("'24") && gdp.contains("'23"), "where they differ each tells its own: {gdp}");
}

#[test]
fn a_doubt_stands_between_number_and_year() {
    let app = two("410702 地区生产总值 2024 level 9亿元 doubt:period_span\n410704 地区生产总值 2023 level 5亿元", 120);
    assert!(line(&app, "地区生产总值").contains("9?'24"), "{}", screen(&app));
}

#[test]
fn each_in_its_latest_year_on_demand() {
    let says = "410702 地区生产总值 2024 level 9亿元\n410702 地区生产总值 2023 level 8亿元\n\
                410704 地区生产总值 2023 level 5亿元";
    let mut app = two(says, 120);
    assert!(line(&app, "地区生产总值").contains(" 8 "), "{}", screen(&app));
    app.press("=");
    let row = line(&app, "地区生产总值");
    assert!(row.contains("9 '24") && row.contains("5 '23") && screen(&app).contains("各取最新"), "{}", screen(&app));
}

#[test]
fn the_widest_gap_comes_first_on_demand() {
    let says = "410702 地区生产总值 2024 level 11亿元\n410704 地区生产总值 2024 level 10亿元\n\
                410702 一般公共预算收入 2024 level 8亿元\n410704 一般公共预算收入 2024 level 2亿元\n\
                410702 常住人口 2020 level 40万人";
    let mut app = two(says, 120);
    let place = |app: &App, text: &str| screen(app).find(text).unwrap();
    assert!(place(&app, "地区生产总值") < place(&app, "一般公共预算收入"));
    app.press("s");
    assert!(place(&app, "一般公共预算收入") < place(&app, "地区生产总值"), "{}", screen(&app));
    assert!(place(&app, "不按差距排的") < place(&app, "常住人口"), "{}", screen(&app));
    app.press("s");
    assert!(place(&app, "地区生产总值") < place(&app, "一般公共预算收入"));
}

#[test]
fn the_better_side_bears_a_mark_that_needs_no_colour() {
    let says = "410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 7亿元\n\
                410702 PM2.5浓度 2024 level 40微克/立方米\n410704 PM2.5浓度 2024 level 50微克/立方米\n\
                410702 常住人口 2024 level 40万人\n410704 常住人口 2024 level 30万人";
    let app = two(says, 120);
    assert!(best_is(&app, "地区生产总值", "7"), "more is better:\n{}", screen(&app));
    assert!(best_is(&app, "PM2.5", "40"), "less is better:\n{}", screen(&app));
    assert!(!line(&app, "常住人口").contains('▴'), "neither is:\n{}", screen(&app));
}

#[test]
fn nothing_is_better_where_it_would_not_be_fair() {
    for other in ["2023 level 7亿元", "2024 level 7亿元 target", "2024 level >4亿元"] {
        let app = two(&format!("410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 {other}"), 120);
        assert!(!screen(&app).contains('▴'), "{other}:\n{}", screen(&app));
    }
}

#[test]
fn the_gap_of_the_growths_stands_beside_the_level() {
    let says = "410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 7亿元\n\
                410702 地区生产总值 2024 growth 6.1% base:yoy\n410704 地区生产总值 2024 growth 4.9% base:yoy";
    let app = two(says, 120);
    assert!(line(&app, "地区生产总值").ends_with("-2 0.714倍   +1.2点 │"), "{}", screen(&app));
    assert!(line(&app, "增速 ").contains("+6.1") && line(&app, "增速 ").contains("+4.9"), "{}", screen(&app));
}

#[test]
fn a_difference_from_a_bound_is_a_bound() {
    let app = two("410702 地区生产总值 2024 level >9亿元\n410704 地区生产总值 2024 level 3亿元", 120);
    assert!(line(&app, "地区生产总值").contains(">6    >3倍"), "{}", screen(&app));
}

#[test]
fn all_is_shown_in_the_units_that_are_chosen() {
    let mut app = two("410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 20000万元", 120);
    app.press("U U");
    let row = line(&app, "地区生产总值");
    assert!(row.contains("万元") && row.contains("50000") && row.contains("20000") && row.contains("+30000"), "{row}");
}

#[test]
fn the_evidence_follows_the_cell_and_a_column_can_be_let_go() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space j Space c");
    assert!(screen(&app).contains("红旗区地区生产总值310亿元"), "{}", screen(&app));
    app.press("l l");
    assert!(screen(&app).contains("达到520.5亿元"), "{}", screen(&app));
    app.press("x");
    assert_eq!(heads(&app), ["红旗区", "凤泉区"]);
    app.press("x");
    assert_eq!(heads(&app), ["红旗区"]);
    assert!(screen(&app).contains("添加对比的地区"), "one region waits for another:\n{}", screen(&app));
    app.press("x");
    assert!(screen(&app).contains("┌ 地区"), "nothing is left to compare");
}

#[test]
fn columns_change_places_and_the_pins_follow() {
    let mut app = app(140, 26);
    app.press("g j j Space j Space j Space c");
    assert_eq!(heads(&app), ["红旗区", "凤泉区", "长垣市"]);
    app.press("w");
    assert_eq!(heads(&app), ["凤泉区", "红旗区", "长垣市"], "the first and the second");
    app.press("w");
    assert_eq!(heads(&app), ["红旗区", "凤泉区", "长垣市"], "the cursor went with its region");
    app.press("l l b");
    assert_eq!(heads(&app), ["长垣市", "红旗区", "凤泉区"], "the others are set against it");
    assert!(line(&app, "地区生产总值").contains("+210.5"), "{}", screen(&app));
    app.press(">");
    assert_eq!(heads(&app), ["红旗区", "长垣市", "凤泉区"]);
    app.press("> > <");
    assert_eq!(heads(&app), ["红旗区", "长垣市", "凤泉区"], "at the end it goes no further");
    app.press("Esc");
    assert!(line(&app, "红旗区").contains('1') && line(&app, "凤泉区").contains('3'), "{}", screen(&app));
    app.press("c");
    assert_eq!(heads(&app), ["红旗区", "长垣市", "凤泉区"]);
}

#[test]
fn a_region_is_added_in_place() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space c a");
    let text = screen(&app);
    assert!(text.contains("┌ 添加地区") && text.contains("地区  长垣市"), "its peers are offered:\n{text}");
    app.press("Enter");
    assert_eq!(heads(&app), ["红旗区", "凤泉区", "长垣市"]);
    assert!(screen(&app).contains("达到520.5亿元"), "the new column is chosen:\n{}", screen(&app));
    app.press("x a weihui Enter");
    assert_eq!(heads(&app), ["红旗区", "凤泉区", "卫辉市"], "by name");
    app.press("a 财政");
    assert!(screen(&app).contains("没有找到"), "no metrics are offered:\n{}", screen(&app));
    app.press("Esc Esc");
    assert!(line(&app, "凤泉区").contains('2'), "the pins follow:\n{}", screen(&app));
}

#[test]
fn eight_regions_are_enough() {
    let mut app = app(120, 26);
    app.press("g j j a Space j Space j Space j Space j Space j Space j Space j Space c a");
    assert!(screen(&app).contains("最多钉住八个地区"), "{}", screen(&app));
}

#[test]
fn enter_goes_to_the_metric_in_the_overview_of_the_region() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space j Space c l l");
    // Behind 地区生产总值 with growth and place stands 一般公共预算收入.
    app.press("j j j Enter");
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && text.contains("41.2亿元"), "{text}");
    assert!(line(&app, "┌ 地区").contains("一般公共预算收入"), "the detail is of that metric:\n{text}");
    app.press("2");
    assert!(screen(&app).contains("完成41.2亿元"), "the comparison is where it was left:\n{}", screen(&app));
    app.press("l Enter");
    assert!(screen(&app).contains("没有选中的数据") && screen(&app).contains("┌ 对比"), "{}", screen(&app));
}

#[test]
fn the_metric_chosen_elsewhere_is_the_row_of_the_cursor() {
    let mut app = app(120, 26);
    app.press("g j j Space j Space l l j c");
    assert!(screen(&app).contains("一般公共预算收入5.25亿元"), "{}", screen(&app));
    app.press("k k Esc");
    assert!(line(&app, "┌ 地区").contains("地区生产总值"), "{}", screen(&app));
}

#[test]
fn eight_names_stay_legible_on_eighty_columns() {
    let mut app = App::new(only("410702 地区生产总值 2024 level 5亿元", "5亿元"), Options::default(), 80, 24);
    // All regions of the country: those below 新乡市.
    app.press("g j j a Space j Space j Space j Space j Space j Space j Space j Space c");
    let mut seen = Vec::new();
    for _ in 0..8 {
        for head in heads(&app) {
            if !seen.contains(&head) {
                seen.push(head);
            }
        }
        app.press("l");
    }
    assert_eq!(seen.len(), 8, "{seen:?}\n{}", screen(&app));
}

#[test]
fn a_value_in_another_currency_bears_its_unit_and_rows_of_other_years_their_year() {
    let says = "410702 人均地区生产总值 2022 level 6000美元\n410704 人均地区生产总值 2022 level 63434元\n\
                410702 税收占比 2020 level 74%";
    let app = two(says, 120);
    let text = screen(&app);
    assert!(text.contains("6000") && text.contains("63434元") && text.contains("74 '20"), "{text}");
}

#[test]
fn a_difference_between_two_years_is_dimmed() {
    let app = two("410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2023 level 7亿元", 120);
    assert!(drawn_like(&app, "'23").contains("-2"), "not drawn like a year:\n{}", screen(&app));
}

#[test]
fn from_a_scrolled_comparison_back_to_one_of_fewer_regions() {
    let says = [702, 703, 704, 711, 721, 724].map(|county| format!("410{county} 地区生产总值 2024 level 5亿元"));
    for (width, back) in [(120, "Esc ( ( ("), (60, "C-o C-o C-o")] {
        let options = Options { lang: Language::Zh, ..Options::default() };
        let mut app = App::new(only(&says.join("\n"), "5亿元"), options, width, 36);
        app.press("g j j Space j Space c Esc j Space j Space j Space j Space c");
        for _ in 0..8 {
            app.press("Right");
        }
        app.press(back);
        assert!(screen(&app).contains("红旗区"), "{}", screen(&app));
    }
}

#[test]
fn of_which_two_a_difference_is_stands_whole_above_each_column() {
    let says = "410702 地区生产总值 2024 level 5亿元\n410704 地区生产总值 2024 level 6亿元\n\
                410711 地区生产总值 2024 level 7亿元";
    for (lang, word) in [(Language::Zh, "前两地"), (Language::En, "1 vs 2")] {
        let options = Options { lang, ..Options::default() };
        let mut app = App::new(only(says, "5亿元6亿元7亿元"), options, 200, 60);
        app.press("g j j Space j Space j Space c");
        assert_eq!(screen(&app).matches(word).count(), 3, "{}", screen(&app));
    }
}

#[test]
fn months_have_neither_bar_nor_difference_beside_a_year() {
    let app = two(
        "410702 地区生产总值 2024-01/2024-09 level 300亿元
         410704 地区生产总值 2024 level 98.77亿元
         410702 出口总额 2024 level 3亿元
         410704 出口总额 2024 level 2亿元",
        120,
    );
    let gdp = line(&app, "地区生产总值");
    assert!(gdp.contains("300") && gdp.contains("98.77") && !gdp.contains("201.23"), "{gdp}");
    let drawn = |line: &str| line.contains(|c: char| "█▌▐▀▄╱▓▒░".contains(c));
    assert!(!drawn(&gdp) && drawn(&line(&app, "出口总额")), "{gdp}");
}
