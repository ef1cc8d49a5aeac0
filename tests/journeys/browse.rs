//! The first job: going through counties.

use insta::assert_snapshot;
use ratatui::style::Modifier;
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
fn every_figure_of_a_metric_leads_to_its_own_place() {
    let mut app = app(120, 26);
    app.press("G l l");
    assert!(screen(&app).contains("第1段"), "{}", screen(&app));
    app.press("j j j");
    let text = screen(&app);
    assert!(text.contains("第2段") && text.contains("今年力争"), "the target stands in the second paragraph:\n{text}");
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
    // Up to the name of the category; what stands beside the table does not change.
    app.press("k");
    assert!(screen(&app).contains("┬ 地区生产总值 ─"), "{}", screen(&app));
    app.press("h");
    assert_eq!(table(&app)[..2], ["▸ 综合 1", "▾ 财政 2"]);
    assert!(screen(&app).contains("┬ 地区生产总值 ─"), "{}", screen(&app));
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
    let mut app =
        App::new(only(says, text), Options { lang: Language::Zh, colour: Colour::True, ..Options::default() }, 120, 26);
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
    for keys in ["s", "s", "S", "s s s s", "-"] {
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
    let options = Options { lang: Language::Zh, colour: Colour::True, ..Options::default() };
    let mut app = App::new(only(says, text), options, 120, 26);
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
fn a_pane_has_the_screen_for_itself_on_demand() {
    let mut app = app(120, 26);
    app.press("G Enter z");
    let text = screen(&app);
    assert!(text.contains("┌ 指标 · 长垣市 ─") && !text.contains("依据") && !text.contains("┌ 地区"), "{text}");
    app.press("Tab");
    assert!(screen(&app).contains("┌ 地区生产总值 ─") && !screen(&app).contains("指标 · "), "{}", screen(&app));
    app.press("z");
    assert!(screen(&app).contains("┌ 地区") && screen(&app).contains("依据"), "{}", screen(&app));
}

#[test]
fn names_that_begin_alike_are_told_apart_in_few_columns() {
    let says = "410783 一般公共预算收入 2024 level 5亿元\n410783 一般公共预算支出 2024 level 6亿元\n\
                410783 民生支出 2024 level 7亿元\n410783 民生支出占比 2024 level 80%\n\
                410783 税收收入 2024 share 79.5%\n410783 商品房销售面积 2024 level 75.5万平方米";
    let options = Options { lang: Language::En, colour: Colour::True, ..Options::default() };
    let mut app = App::new(only(says, "5亿元、6亿元、7亿元、80%、79.5%、75.5万平方米"), options.clone(), 80, 24);
    app.press("G Enter");
    let text = screen(&app);
    for name in ["Budget revenue", "Budget spending", "Liveliho…pending", "Livelihood share", "share 79.5%", "万平方米"]
    {
        assert!(text.contains(name), "{name}\n{text}");
    }
    let growth = "\n410783 商品房销售面积 2024 growth 3% base:yoy";
    let mut app = App::new(
        only(&format!("{says}{growth}"), "5亿元、6亿元、7亿元、80%、79.5%、75.5万平方米、3%"),
        options,
        80,
        24,
    );
    app.press("G Enter");
    assert!(screen(&app).contains("75.5万㎡"), "a unit is shortened, never cut:\n{}", screen(&app));
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
    app.press("G");
    assert!(screen(&app).contains("钉住的地区"), "the marks stand last:\n{}", screen(&app));
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

#[test]
fn two_years_are_no_trend() {
    let text = "产值5亿元、6亿元、7亿元";
    let two = "410783 地区生产总值 2022 level 5亿元\n410783 地区生产总值 2023 level 6亿元";
    let three = format!("{two}\n410783 地区生产总值 2024 level 7亿元");
    for (says, drawn) in [(two, false), (three.as_str(), true)] {
        let app = App::new(only(says, text), options(Language::Zh, Colour::True), 120, 40);
        let has_columns = screen(&app).contains('▁');
        assert_eq!(has_columns, drawn, "{}", screen(&app));
    }
}
