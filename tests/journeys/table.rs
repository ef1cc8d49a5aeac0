//! The table of metrics: folded, sorted, its columns and units chosen.

use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{app, only, options, screen};

/// The first words of the lines of the table at 120 columns, without what stands beside it.
fn table(app: &App) -> Vec<String> {
    let lines = screen(app);
    let lines = lines.lines().skip(3).map(|line| line.split('│').nth(2).unwrap_or_default().trim());
    let words = lines.take_while(|line| !line.is_empty()).map(|line| line.split("  ").next().unwrap_or_default());
    words.map(str::to_owned).collect()
}

#[test]
fn a_category_folds_and_unfolds_and_tells_how_many_metrics_it_has() {
    let mut app = app(120, 26);
    app.press("G Enter");
    assert_eq!(table(&app)[..4], ["▾ 综合 1", "地区生产总值", "▾ 财政 2", "一般公共预算收入"]);
    // Up to the name of the category, where no figure is chosen.
    app.press("k");
    assert!(!screen(&app).contains("┬ 地区生产总值 ─"), "{}", screen(&app));
    app.press("h");
    assert_eq!(table(&app)[..2], ["▸ 综合 1", "▾ 财政 2"]);
    app.press("l");
    assert_eq!(table(&app)[..2], ["▾ 综合 1", "地区生产总值"]);
    app.press("Enter");
    assert_eq!(table(&app)[..2], ["▸ 综合 1", "▾ 财政 2"], "Enter folds as well");
    // Closed already: left leads to the regions, and another region has it closed too.
    app.press("h k");
    assert!(screen(&app).contains("指标 · 凤泉区"), "{}", screen(&app));
    assert_eq!(table(&app)[..2], ["▸ 综合 1", "▾ 财政 1"]);
}

#[test]
fn all_categories_fold_at_once_and_a_search_unfolds_the_one_it_leads_to() {
    let mut app = app(120, 26);
    app.press("G Enter -");
    assert_eq!(table(&app), ["▸ 综合 1", "▸ 财政 2", "▸ 农业 1"]);
    app.press("/ 税收收入 Enter");
    assert_eq!(table(&app), ["▸ 综合 1", "▾ 财政 2", "一般公共预算收入", "税收收入", "▸ 农业 1"]);
    assert!(screen(&app).contains("┬ 税收收入 ─"), "{}", screen(&app));
    app.press("- -");
    assert_eq!(table(&app).len(), 7, "{}", screen(&app));
    // From category to category, also where they are closed.
    app.press("g j } } {");
    assert!(screen(&app).contains("┬ 一般公共预算收入 ─"), "{}", screen(&app));
}

#[test]
fn rows_are_sorted_by_any_column_and_what_has_nothing_there_stands_last() {
    let says = "410783 地区生产总值 2024 level 5亿元\n410783 地区生产总值 2024 growth -1% base:yoy\n\
                410783 税收收入 2023 level 30000万元\n410783 税收收入 2023 growth 7% base:yoy\n\
                410783 税收占比 2022 level 70%\n410783 税收占比 2022 rank 3位 scope:全市\n\
                410783 出口总额 2021 level 9亿元\n410783 出口总额 2021 rank 1位 scope:全市\n\
                410783 常住人口 2020 growth 2% base:yoy";
    let text = "5亿元、1%、30000万元、7%、70%、3位、9亿元、1位、2%";
    let mut app = App::new(only(says, text), options(Language::Zh, Colour::True), 120, 26);
    let names = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
    app.press("G Enter s");
    assert!(screen(&app).contains("指标▾"), "{}", screen(&app));
    assert_eq!(table(&app), names("常住人口 出口总额 地区生产总值 税收收入 税收占比"), "by pinyin");
    app.press("s");
    assert!(screen(&app).contains("数值▾"), "{}", screen(&app));
    // 30000万元 are less than 5亿元; a percentage stands behind all money.
    assert_eq!(table(&app), names("出口总额 地区生产总值 税收收入 税收占比 常住人口"));
    app.press("S");
    assert!(screen(&app).contains("数值▴"), "{}", screen(&app));
    assert_eq!(table(&app), names("税收收入 地区生产总值 出口总额 税收占比 常住人口"), "what has no value stays last");
    app.press("s");
    assert_eq!(table(&app), names("税收收入 常住人口 地区生产总值 税收占比 出口总额"), "by growth");
    app.press("s");
    assert_eq!(table(&app)[..2], names("出口总额 税收占比"), "by place");
    app.press("s");
    assert_eq!(table(&app), names("地区生产总值 税收收入 税收占比 出口总额 常住人口"), "by year");
    app.press("s");
    assert_eq!(table(&app)[0], "▾ 综合 1", "back to the catalogue");
}

#[test]
fn the_chosen_metric_stays_so_in_whatever_order() {
    let mut app = app(120, 26);
    app.press("G Enter j j j");
    assert!(screen(&app).contains("┬ 税收收入 ─"), "{}", screen(&app));
    for keys in ["s", "s", "S", "s s s s"] {
        app.press(keys);
        assert!(screen(&app).contains("┬ 税收收入 ─"), "{keys}\n{}", screen(&app));
    }
}

#[test]
fn columns_are_hidden_and_shown() {
    let mut app = app(120, 26);
    app.press("G Enter");
    for (key, word) in [("g", "同比"), ("p", "位次"), ("y", "  年 "), ("t", "走势")] {
        let header = |app: &App| screen(app).lines().nth(2).unwrap().to_owned();
        assert!(header(&app).contains(word), "{}", screen(&app));
        app.press(&format!("v {key}"));
        assert!(!header(&app).contains(word), "{}", screen(&app));
        app.press("h k Enter");
        assert!(!header(&app).contains(word), "also of another region:\n{}", screen(&app));
        app.press("h j Enter");
        app.press(&format!("v {key}"));
        assert!(header(&app).contains(word), "{}", screen(&app));
    }
}

#[test]
fn values_are_written_in_one_unit_on_demand() {
    let says = "410783 地区生产总值 2024 level 0.52万亿元\n410783 税收收入 2024 level 30900万元\n\
                410783 居民人均可支配收入 2024 level 3.5万元\n410783 常住人口 2024 level 912000人\n\
                410783 税收占比 2024 level 70%\n410783 实际利用外资 2024 level 5000万美元";
    let text = "0.52万亿元、30900万元、3.5万元、912000人、70%、5000万美元";
    let mut app = App::new(only(says, text), options(Language::Zh, Colour::True), 120, 26);
    app.press("G Enter");
    for (remark, shown) in [
        ("── 6 ─", ["0.52万亿元", "30900万元", "3.5万元", "912000人", "70%", "5000万美元"]),
        ("亿元 万人 万吨 · 6", ["5200亿元", "3.09亿元", "35000元", "91.2万人", "70%", "0.5亿美元"]),
        ("万元 人 吨 · 6", ["52000000万元", "30900万元", "35000元", "912000人", "70%", "5000万美元"]),
        ("元 人 吨 · 6", ["520000000000元", "309000000元", "35000元", "912000人", "70%", "50000000美元"]),
        ("── 6 ─", ["0.52万亿元", "30900万元", "3.5万元", "912000人", "70%", "5000万美元"]),
    ] {
        let text = screen(&app);
        for value in shown.into_iter().chain([remark]) {
            assert!(text.contains(value), "{value}\n{text}");
        }
        app.press("U");
    }
}

#[test]
fn names_that_begin_alike_are_told_apart_in_few_columns() {
    let says = "410783 一般公共预算收入 2024 level 5亿元\n410783 一般公共预算支出 2024 level 6亿元\n\
                410783 民生支出 2024 level 7亿元\n410783 民生支出占比 2024 level 80%\n\
                410783 税收收入 2024 share 79.5%\n410783 商品房销售面积 2024 level 75.5万平方米";
    let mut app = App::new(
        only(says, "5亿元、6亿元、7亿元、80%、79.5%、75.5万平方米"),
        options(Language::En, Colour::True),
        80,
        24,
    );
    app.press("G Enter");
    let text = screen(&app);
    for name in ["Budget revenue", "Budget spending", "Liveliho…pending", "Livelihood share", "share 79.5%", "万平方米"]
    {
        assert!(text.contains(name), "{name}\n{text}");
    }
    let growth = "\n410783 商品房销售面积 2024 growth 3% base:yoy";
    let mut app = App::new(
        only(&format!("{says}{growth}"), "5亿元、6亿元、7亿元、80%、79.5%、75.5万平方米、3%"),
        options(Language::En, Colour::True),
        80,
        24,
    );
    app.press("G Enter");
    assert!(screen(&app).contains("75.5万㎡"), "a unit is shortened, never cut:\n{}", screen(&app));
}

#[test]
fn what_a_number_is_and_its_unit_are_never_cut_where_there_is_room() {
    let says = "410783 新建充电桩 2024 level ~10000座 target\n410783 接待游客人次 2024 level 52万人次\n\
                410783 接待游客人次 2024 growth 100.1% base:yoy\n\
                410783 出口总额 2024 level 52亿元\n410783 出口总额 2024 growth 1000.5% base:yoy\n\
                410783 地区生产总值 2024 growth >=7.5% target";
    for (width, height) in [(80, 24), (120, 26), (200, 60)] {
        for (lang, goal) in [(Language::Zh, "目标"), (Language::En, "goal")] {
            let mut app = App::new(
                only(says, "10000座52万人次100.1%7.5%52亿元1000.5%"),
                options(lang, Colour::None),
                width,
                height,
            );
            app.press("G Enter");
            let text = screen(&app);
            let row = |number: &str| text.lines().find(|line| line.contains(number)).unwrap_or_default().to_owned();
            assert!(row("~10000座").contains(&format!("{goal} ~10000座")), "{width}: {text}");
            assert!(row("+100.1").contains("52万人次") && row("+100.1").contains("+100.1% "), "{width}: {text}");
            assert!(row("+1000.5").contains("52亿元") && row("+1000.5").contains("+1000.5% "), "{width}: {text}");
            assert!(text.contains(&format!("{goal} ≥7.5%")), "{width}: {text}");
        }
    }
}

#[test]
fn a_growth_that_is_forecast_says_so_in_any_width() {
    let says = "410783 地区生产总值 2024 level >700亿元\n410783 地区生产总值 2024 growth 5.5% base:yoy forecast\n\
                410783 税收收入 2024 level 12亿元\n410783 税收收入 2024 growth 5.1% base:yoy";
    for (width, height) in [(80, 24), (100, 30), (120, 26), (160, 40)] {
        for (lang, short) in [(Language::Zh, "预"), (Language::En, "e")] {
            let options = Options { lang, ..Options::default() };
            let mut app = App::new(only(says, "700亿元 5.5% 12亿元 5.1%"), options, width, height);
            app.press("G Enter");
            let told = screen(&app);
            let line = told.lines().find(|line| line.contains(">700") && line.contains("+5.5%")).unwrap();
            let behind = line.split_once(">700").and_then(|(_, behind)| behind.split_once("+5.5%"));
            assert!(behind.is_some_and(|(tag, _)| tag.contains(short)), "{width} {lang:?}:\n{told}");
        }
    }
}
