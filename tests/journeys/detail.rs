//! The detail: a region beside its peers, its years, every figure and where it is from.

use std::sync::Arc;

use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Figure, Gazetteer, Language, Source},
    tui::{App, Colour, Opened},
};

use crate::world::{app, drawn_like, figure, only, options, screen};

#[test]
fn every_figure_of_a_metric_leads_to_its_own_place() {
    let mut app = app(120, 26);
    app.press("G l l");
    assert!(screen(&app).contains("第1段"), "{}", screen(&app));
    app.press("j");
    let text = screen(&app);
    assert!(text.contains("第2段") && text.contains("今年力争"), "the target stands in the second paragraph:\n{text}");
}

/// Levels of so many counties of 新乡市, each 10亿元 more than the one before; the last two of other years.
fn counties(count: usize) -> String {
    let codes = [410_702, 410_703, 410_704, 410_711, 410_721, 410_724, 410_725, 410_726, 410_727, 410_781];
    let lines = codes.iter().take(count).enumerate().map(|(at, code)| {
        let year = if at + 2 < count { 2024 } else { 2023 };
        format!("{code:06} 地区生产总值 {year} level {}亿元", 10 * (at + 1))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_region_stands_among_its_peers_with_their_average_its_place_and_the_place_it_claims() {
    let mut app = app(120, 36);
    app.press("G");
    let text = screen(&app);
    for line in
        ["│ 长垣市  █████████ 520.5     │", "│ 凤泉区  █▏          ~62 '23 │", "│ 3地均值 ──────    297.5     │"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.contains("位次 #1/3地有数据，共12地"), "{text}");
    assert!(text.contains("通报 全省县域≤10"), "{text}");
    // 凤泉区 claims nothing.
    app.press("k");
    let text = screen(&app);
    assert!(text.contains("位次 #3/3地有数据") && !text.contains("│ 通报"), "{text}");
    let derived = drawn_like(&app, "#3/3地");
    assert!(!derived.contains("位次") && !derived.contains("62"), "what is computed is drawn apart: {derived}");
}

#[test]
fn bars_that_there_is_no_room_for_are_counted() {
    let says = counties(10);
    let text = (1..=10).map(|at| format!("{}亿元", 10 * at)).collect::<Vec<_>>().join("、");
    let mut app = App::new(only(&says, &text), options(Language::Zh, Colour::True), 120, 22);
    // The county with the least: those above it are counted.
    app.press("g j j");
    let shown = screen(&app);
    assert!(shown.contains("指标 · 红旗区") && shown.contains("│ 前有") && !shown.contains("后有"), "{shown}");
    let text = |keys: &str, app: &mut App| {
        app.press(keys);
        screen(app)
    };
    let middle = text("j j j j", &mut app);
    assert!(middle.contains("│ 前有") && middle.contains("地 · 后有"), "{middle}");
    app.resize(120, 50);
    assert!(!screen(&app).contains("前有") && screen(&app).contains("位次 #6/10地有数据"), "{}", screen(&app));
}

#[test]
fn growth_below_zero_goes_to_the_other_side() {
    let says = "410702 工业投资 2024 growth -4% base:yoy\n410704 工业投资 2024 growth 8% base:yoy\n\
                410783 工业投资 2024 growth 2% base:yoy";
    let mut app = App::new(only(says, "4%、8%、2%"), options(Language::Zh, Colour::True), 120, 30);
    app.press("g j j");
    let text = screen(&app);
    assert!(
        text.contains("│ 凤泉区       ██████████  +8 │") && text.contains("│ 红旗区  █████            -4 │"),
        "{text}"
    );
    assert!(text.contains("同级 新乡市 · 增速 · %"), "{text}");
}

#[test]
fn figures_of_a_kind_stand_together_below_its_name() {
    let says = "410783 地区生产总值 2024 level 5亿元\n410783 地区生产总值 2024 growth 6% base:yoy\n\
                410783 地区生产总值 2023 level 4亿元\n410783 地区生产总值 2023 growth 7% base:yoy\n\
                410783 地区生产总值 2024 rank 3位 scope:全市\n410783 地区生产总值 2024 growth_rank 1位 scope:全市\n\
                410783 地区生产总值 2024 share 12% scope:全市";
    let mut app =
        App::new(only(says, "5亿元、6%、4亿元、7%、3位、1位、12%"), options(Language::Zh, Colour::True), 120, 36);
    app.press("G l l");
    let text = screen(&app);
    let line =
        |word: &str| text.lines().position(|line| line.contains(word)).unwrap_or_else(|| panic!("{word}\n{text}"));
    let order = ["│ 数值 2 ", "5亿元 │", "4亿元 │", "│ 增速 2 ", "│ 位次 2 ", "│ 其他 1 "];
    assert!(order.map(line).is_sorted(), "{text}");
    assert!(text.contains("占比 占全市") && text.contains("全市增速#1"), "{text}");
    // From figure to figure, past the names.
    for (key, number) in [
        ("", "5亿元"),
        ("j", "4亿元"),
        ("j", "6%"),
        ("j", "7%"),
        ("j", "3位"),
        ("k", "7%"),
        ("G", "12%"),
        ("g", "5亿元"),
    ] {
        app.press(key);
        let at = "5亿元、6%、4亿元、7%、3位、1位、12%"
            .find(number)
            .map(|at| "5亿元、6%、4亿元、7%、3位、1位、12%"[..at].chars().count() + 1);
        let position = format!("第{}-", at.unwrap_or(0));
        assert!(screen(&app).contains(&position), "{key} {number} {position}\n{}", screen(&app));
    }
}

#[test]
fn where_there_is_room_each_figure_tells_its_source() {
    let mut app = app(120, 36);
    app.press("G l l z");
    assert!(screen(&app).contains("520.5亿元  长垣市年度通报"), "{}", screen(&app));
}

#[test]
fn doubts_are_told_in_the_language_of_the_interface() {
    let says = "410783 地区生产总值 2024 level 5亿元 doubt:metric_before doubt:period_span";
    for (lang, told) in [(Language::Zh, "? 指标承前 · 时段不明"), (Language::En, "or years ")] {
        let app = App::new(only(says, "5亿元"), options(lang, Colour::True), 120, 36);
        assert!(screen(&app).contains(told), "{}", screen(&app));
    }
}

#[test]
fn what_was_quoted_and_not_read_says_so() {
    let mut quoted = figure("410702 地区生产总值 2024 level 5亿元", "某年统计公报", "5亿元");
    (quoted.start, quoted.end, quoted.paragraph) = (0, 0, 0);
    quoted.text.clear();
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    builder.push(&quoted);
    let atlas = Arc::new(builder.build());
    for (lang, says) in [(Language::Zh, "摘自下列来源"), (Language::En, "Quoted from the source")] {
        let opened =
            Opened { atlas: Arc::clone(&atlas), documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() };
        let app = App::new(opened, options(lang, Colour::True), 120, 30);
        let text = screen(&app);
        assert!(text.contains(says) && text.contains("某年统计公报"), "{text}");
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

#[test]
fn a_figure_of_a_workbook_leads_to_its_file_and_cell() {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    builder.source(Source { id: "年鉴.xlsx".to_owned(), title: "各县人口".to_owned(), ..Source::default() });
    let read = figure("410783 地区生产总值 2023 level 520.5亿元", "年鉴.xlsx", "520.5亿元");
    builder.push(&Figure { start: 0, end: 0, paragraph: 0, text: "指标2023!B5".to_owned(), ..read });
    let atlas = Arc::new(builder.build());
    let opened = Opened { atlas, documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() };
    let mut app = App::new(opened, options(Language::Zh, Colour::True), 120, 36);
    app.press("G");
    let text = screen(&app);
    assert!(text.contains("年鉴.xlsx") && text.contains("指标2023!B5"), "{text}");
    assert!(!text.contains("各县人口"), "that is the title of another sheet:\n{text}");
    assert!(text.contains("读作：长垣") && text.contains("市 · 地区生产总值 · 2023"), "{text}");
}
