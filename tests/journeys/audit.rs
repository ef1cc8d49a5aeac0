//! What the figures say about each other: findings by kind, the arithmetic, and the way to the evidence.

use std::sync::Arc;

use insta::assert_snapshot;
use ratatui::style::Modifier;
use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Gazetteer, Language},
    tui::{App, Colour, Command, Opened, Options},
};

use crate::world::{figure, screen, with_text};

const TEXT: &str = "长垣市一般公共预算收入完成53.68亿元，增长2.5%，税收收入40.14亿元，税收占比达到78.4%。\
                    上年一般公共预算收入50.11亿元。出口9.25亿元，进出口总额8.13亿元。\n红旗区进口6.5亿元，进出口总额5.1亿元。";

const SAYS: &str = "410783 一般公共预算收入 2024 level 53.68亿元
     410783 一般公共预算收入 2024 growth 2.5%
     410783 税收收入 2024 level 40.14亿元
     410783 税收占比 2024 level 78.4%
     410783 一般公共预算收入 2023 level 50.11亿元
     410783 出口总额 2024 level 9.25亿元 doubt:far_apart
     410783 进出口总额 2024 level 8.13亿元
     410702 进口总额 2024 level 6.5亿元
     410702 进出口总额 2024 level 5.1亿元";

fn app(lang: Language, width: u16, height: u16) -> App {
    let options = Options { lang, colour: Colour::None, ..Options::default() };
    App::new(with_text(SAYS, TEXT), options, width, height)
}

#[test]
fn findings_stand_by_kind_and_the_chosen_one_is_explained() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7");
    assert_snapshot!(screen(&app));
}

#[test]
fn what_rests_on_a_doubtful_reading_stands_after_the_others() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7");
    let text = screen(&app);
    let line = |part: &str| text.lines().position(|line| line.contains(part)).expect("it is on the screen");
    assert!(line("红旗区") < line("9.25亿元?"), "{text}");
}

#[test]
fn enter_reads_the_chosen_figure_of_a_finding_and_back_returns() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7");
    assert!(screen(&app).contains("税收占比达到78.4%"), "its evidence is below:\n{}", screen(&app));
    // The share, the tax, the revenue.
    app.press("l l Enter");
    let text = screen(&app);
    assert!(text.contains(" 1/9 ") && text.contains("┬ 读出"), "{text}");
    app.press("Esc");
    assert!(screen(&app).contains("┌ 核查"), "{}", screen(&app));
}

#[test]
fn kinds_open_and_close() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7 Space");
    let text = screen(&app);
    assert!(text.contains("▸ 税收占比") && !text.contains("78.4% ≠"), "{text}");
    app.press("Enter");
    assert!(screen(&app).contains("▾ 税收占比"), "{}", screen(&app));
    app.press("-");
    assert!(!screen(&app).contains("▾"), "all are closed at once:\n{}", screen(&app));
    app.press("-");
    assert!(screen(&app).contains("▾ 读数存疑"), "all are open:\n{}", screen(&app));
    app.press("g }");
    assert!(screen(&app).contains("┬ 部分与整体"), "{}", screen(&app));
    app.press("Down {");
    assert!(screen(&app).contains("┬ 部分与整体"), "{}", screen(&app));
}

#[test]
fn everything_or_only_what_lies_within_the_chosen_region() {
    let mut app = app(Language::Zh, 120, 30);
    // 河南省, 新乡市, 红旗区.
    app.press("g j j 7");
    assert!(screen(&app).contains("核查 · 全部") && screen(&app).contains("长垣市  "), "{}", screen(&app));
    app.press("a");
    let text = screen(&app);
    assert!(text.contains("核查 · 红旗区") && text.contains("6.5亿元 > 5.1亿元"), "{text}");
    assert!(!text.contains("78.4%"), "{text}");
    app.press("1 k 7");
    assert!(screen(&app).contains("核查 · 新乡市") && screen(&app).contains("78.4%"), "{}", screen(&app));
}

#[test]
fn a_year_narrows_it() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7 [");
    assert!(screen(&app).contains("◂ 2024 ▸") && screen(&app).contains("78.4%"), "{}", screen(&app));
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("◂ 2023 ▸") && !text.contains("78.4%"), "{text}");
}

#[test]
fn in_english_below_each_other_and_at_any_size() {
    let mut app = app(Language::En, 80, 24);
    app.press("7");
    let text = screen(&app);
    assert!(text.contains("Audit · everything") && text.contains("Changyuan City"), "{text}");
    assert!(text.contains("told 78.4%, expected 74.78%") && text.contains("contradiction"), "{text}");
    for (width, height) in [(40, 12), (12, 6), (3, 2), (300, 100)] {
        app.resize(width, height);
        app.press("Down Down l Up h PgDn G g Space Space");
    }
}

#[test]
fn a_press_opens_a_kind_and_chooses_a_finding() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7 G");
    let row = |app: &App, text: &str| {
        screen(app).lines().position(|line| line.contains(text)).expect("it is on the screen") as u16
    };
    let y = row(&app, "▸ 读数存疑");
    app.click(4, y);
    assert!(screen(&app).contains("▾ 读数存疑"), "{}", screen(&app));
    let y = row(&app, "红旗区");
    app.click(8, y);
    assert!(screen(&app).contains("所称 6.5亿元，应不大于 5.1亿元"), "{}", screen(&app));
    app.double_click(8, y);
    assert!(screen(&app).contains("┬ 读出"), "{}", screen(&app));
}

#[test]
fn findings_are_copied() {
    let mut app = app(Language::Zh, 120, 30);
    let mut copied = |keys: &str| match app.ask(keys).pop() {
        Some(Command::Copy(text)) => text,
        other => panic!("{keys} asks for {other:?}"),
    };
    let sentence = "税收收入 40.14亿元 ÷ 一般公共预算收入 53.68亿元 = 74.78%，报告称 78.4%";
    assert_eq!(copied("7 y c"), sentence);
    assert_eq!(copied("y r"), format!("税收占比\t长垣市\t2024\t\ta.txt\t{sentence}"));
    assert_eq!(copied("y t").lines().count(), 1 + 5, "a heading and the findings");
    assert!(copied("y s").contains("税收占比"));
}

#[test]
fn the_chosen_finding_stays_chosen_when_something_else_is_asked() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7 Down Down");
    assert!(screen(&app).contains("所称 6.5亿元"), "{}", screen(&app));
    app.press("[");
    assert!(screen(&app).contains("◂ 2024 ▸") && screen(&app).contains("所称 6.5亿元"), "{}", screen(&app));
}

#[test]
fn much_is_audited_beside_the_loop() {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    for line in SAYS.lines() {
        builder.push(&figure(line, "a.txt", TEXT));
    }
    // So many figures that say nothing about each other.
    let other = figure("410783 绿道工程 2022 level 6.5亿元", "b.txt", TEXT);
    (0..50_000).for_each(|_| builder.push(&other));
    let opened = Opened {
        atlas: Arc::new(builder.build()),
        documents: Vec::new(),
        notices: Vec::new(),
        corrections: Vec::new(),
    };
    let mut app = App::new(opened, Options { lang: Language::Zh, ..Options::default() }, 120, 30);
    app.press("7 Down Up Space");
    assert!(screen(&app).contains("核查中…"), "{}", screen(&app));
    app.finish();
    let text = screen(&app);
    assert!(text.contains("78.4% ≠ 74.78%") && !text.contains("核查中"), "{text}");
    // What is on the screen stays until the other answer is there.
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("◂ 2024 ▸") && text.contains("78.4% ≠ 74.78%") && text.contains("核查中…"), "{text}");
    app.finish();
    app.press("]");
    app.press("[ [");
    app.finish();
    assert!(!screen(&app).contains("78.4%"), "of 2023 there is none:\n{}", screen(&app));
}

#[test]
fn years_are_those_of_all_regions_that_are_audited() {
    let mut app = app(Language::Zh, 120, 30);
    // 红旗区 tells of 2024 only.
    app.press("g j j 7 [ [");
    assert!(screen(&app).contains("◂ 2023 ▸"), "{}", screen(&app));
    app.press("] ] a [ [");
    assert!(screen(&app).contains("◂ 2024 ▸"), "of the district alone:\n{}", screen(&app));
}

#[test]
fn a_kind_of_which_nothing_was_found_can_be_read_under_the_cursor() {
    let mut app = app(Language::Zh, 120, 30);
    app.press("7 g } }");
    let buf = app.screen();
    let lit: Vec<_> = buf.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).collect();
    assert!(lit.iter().any(|cell| cell.symbol() == "越"), "{}", screen(&app));
    assert!(lit.iter().all(|cell| !cell.modifier.contains(Modifier::DIM)), "{}", screen(&app));
}
