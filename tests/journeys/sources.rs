//! The documents, and the reading view: every figure lit where it stands.

use insta::assert_snapshot;
use ratatui::style::Style;

use std::sync::Arc;

use unicode_width::UnicodeWidthStr as _;
use xianzhi::{
    model::{Document, Language, Source},
    query::Search,
    tui::{App, Colour, Command, News, Options, Read},
};

use crate::world::{app, only, opened, screen, with_text};

/// Options in a language, with or without colour.
fn options(lang: Language, colour: Colour) -> Options {
    Options { lang, colour, ..Options::default() }
}

/// The style of the first character of a text on the screen.
fn style_of(app: &App, text: &str) -> Style {
    let (x, y) = place_of(app, text);
    app.screen()[(x, y)].style()
}

/// Where on the screen a text begins.
fn place_of(app: &App, text: &str) -> (u16, u16) {
    let screen = screen(app);
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("it is on the screen");
    let before = &line[..line.find(text).expect("it is on the line")];
    (before.width() as u16, y as u16)
}

#[test]
fn the_documents_with_their_counts() {
    let mut app = app(120, 22);
    app.press("6");
    assert_snapshot!(screen(&app));
}

#[test]
fn a_filter_narrows_and_a_column_sorts() {
    let mut app = app(120, 22);
    app.press("6 f 两区 Enter");
    let text = screen(&app);
    assert!(text.contains("两区年度通报") && !text.contains("长垣市年度通报") && text.contains("1/2"), "{text}");
    app.press("Esc");
    assert!(screen(&app).contains("长垣市年度通报"), "Esc takes the filter away:\n{}", screen(&app));
    app.press("f changyuan Enter");
    assert!(!screen(&app).contains("两区年度通报"), "found by the name of its region:\n{}", screen(&app));
    // Sorted by region, 红旗区 comes first; by the next column, the date; by the fourth after it, the figures.
    let first = |app: &App| screen(app).lines().nth(3).unwrap_or_default().to_owned();
    app.press("Esc g");
    assert!(first(&app).contains("两区年度通报"), "{}", screen(&app));
    app.press("s s s");
    assert!(screen(&app).contains("数据↓") && first(&app).contains("长垣市年度通报"), "{}", screen(&app));
    app.press("S");
    assert!(screen(&app).contains("数据↑") && first(&app).contains("两区年度通报"), "{}", screen(&app));
}

#[test]
fn a_document_is_read_figure_by_figure() {
    let mut app = app(120, 24);
    app.press("6 Enter");
    assert_snapshot!(screen(&app));
    assert!(screen(&app).contains(" 1/9 "), "the first figure is chosen");
    app.press("n n");
    let text = screen(&app);
    assert!(text.contains(" 3/9 ") && text.contains("≤10") && text.contains("全省县域"), "{text}");
    app.press("N j k");
    assert!(screen(&app).contains(" 2/9 "), "{}", screen(&app));
}

#[test]
fn kinds_are_lit_apart_with_and_without_colour() {
    for colour in [Colour::True, Colour::None] {
        let mut app = App::new(opened(true), options(Language::Zh, colour), 120, 24);
        // The last figure is chosen, so that none of those below is.
        app.press("6 Enter n n n n n n n n");
        let style = |text| style_of(&app, text);
        assert_eq!(style("520.5亿元"), style("41.2亿元"), "levels are alike, {colour:?}");
        let kinds = ["520.5亿元", "6.1%", "10位", "560亿元", "一年来"].map(style);
        for (place, one) in kinds.iter().enumerate() {
            assert!(!kinds[..place].contains(one), "{place} is drawn like another, {colour:?}: {kinds:?}");
        }
    }
}

#[test]
fn a_doubtful_figure_bears_its_mark_in_the_text_and_a_damaged_one_its_own() {
    let says = "410783 地区生产总值 2024 level 5.5亿元 doubt:far_apart\n410783 粮食产量 2024 level 万吨";
    let text = "地区生产总值5.5亿元，粮食…万吨。";
    let mut app = App::new(with_text(says, text), options(Language::Zh, Colour::None), 120, 24);
    app.press("6 Enter");
    let screen = screen(&app);
    assert!(screen.contains("地区生产总值5.5亿元?，粮食…万吨!。"), "{screen}");
    assert!(screen.contains("数字与指标相距较远"), "{screen}");
}

#[test]
fn enter_goes_to_the_metric_and_the_reading_view_opens_at_a_figure() {
    let mut app = app(120, 30);
    app.press("6 Enter n n n n n n Enter");
    let text = screen(&app);
    assert!(text.contains("┌ 地区") && text.contains("◂ 最新 ▸"), "{text}");
    assert!(text.contains("上年地区生产总值为"), "the evidence is that of the figure:\n{text}");
    // From the detail into the text, and back.
    app.press("Enter");
    let text = screen(&app);
    assert!(text.contains("长垣市年度通报 ") && text.contains(" 7/9 "), "{text}");
    app.press("Esc");
    assert!(screen(&app).contains("┌ 地区"), "back to where it was opened:\n{}", screen(&app));
    app.press("R Esc 6");
    assert!(screen(&app).contains("两区年度通报"), "the list:\n{}", screen(&app));
}

#[test]
fn a_document_that_is_not_at_hand_shows_its_figures() {
    let options = options(Language::Zh, Colour::True);
    let mut app = App::new(opened(false), options, 120, 24);
    app.press("6 Enter j j");
    let text = screen(&app);
    assert!(text.contains("¶1") && text.contains("520.5亿元") && text.contains(" 3/9 "), "{text}");
    assert!(text.contains("--reports"), "it tells how to get it:\n{text}");
}

#[test]
fn a_long_text_scrolls_and_the_next_figure_is_sought_from_what_is_in_sight() {
    let mut text = "第一处5.5亿元。\n".to_owned();
    for _ in 0..200 {
        text += "这一段没有数据。\n";
    }
    text.push_str("最后一处7.25亿元。\n");
    let says = "410783 地区生产总值 2024 level 5.5亿元\n410783 一般公共预算收入 2024 level 7.25亿元";
    let mut app = App::new(with_text(says, &text), options(Language::Zh, Colour::True), 100, 24);
    app.press("6 Enter");
    assert!(screen(&app).contains("第一处5.5亿元"), "{}", screen(&app));
    app.press("PgDn PgDn Down");
    let scrolled = screen(&app);
    assert!(!scrolled.contains("第一处") && scrolled.contains(" 1/2 "), "{scrolled}");
    app.press("n");
    assert!(screen(&app).contains("最后一处7.25亿元") && screen(&app).contains(" 2/2 "), "{}", screen(&app));
    app.press("g G");
    assert!(screen(&app).contains("最后一处"), "{}", screen(&app));
    app.resize(60, 40);
    assert!(screen(&app).contains("最后一处"), "another width keeps the place:\n{}", screen(&app));
}

#[test]
fn figures_outside_the_text_are_listed_and_never_panic() {
    // Another document under the same name is shorter than the figures say.
    let shorter = || {
        let mut opened = only("410783 地区生产总值 2024 level 5.5亿元", "地区生产总值5.5亿元");
        let source = Source { id: "a.txt".to_owned(), ..Source::default() };
        opened.documents.push(Arc::new(Document { source, text: "短".to_owned() }));
        opened
    };
    for (width, height) in [(120, 24), (80, 24), (40, 12), (12, 6), (3, 2)] {
        let mut app = App::new(shorter(), options(Language::En, Colour::True), width, height);
        app.press("6 Enter n N PgDn G g Down Esc Esc");
    }
}

#[test]
fn in_english_at_eighty_columns() {
    let mut app = App::new(opened(true), options(Language::En, Colour::True), 80, 24);
    app.press("6");
    let text = screen(&app);
    assert!(text.contains("Document") && text.contains("figures") && text.contains("yes"), "{text}");
    app.press("Enter n");
    let text = screen(&app);
    assert!(text.contains("Gross regional product") && text.contains("+6.1%"), "{text}");
}

#[test]
fn a_press_chooses_a_document_sorts_by_a_column_and_chooses_a_figure() {
    let mut app = app(120, 24);
    app.press("6");
    let (x, y) = place_of(&app, "两区年度通报");
    app.click(x, y);
    let (x, y) = place_of(&app, "缺损");
    app.click(x, y);
    assert!(screen(&app).contains("缺损↓"), "{}", screen(&app));
    let (x, y) = place_of(&app, "长垣市年度通报");
    app.double_click(x, y);
    let (x, y) = place_of(&app, "41.2亿元");
    app.click(x, y);
    let text = screen(&app);
    assert!(text.contains(" 4/9 ") && text.contains("一般公共预算收入"), "{text}");
    assert_ne!(style_of(&app, "41.2亿元，居"), style_of(&app, "520.5亿元"), "the chosen one is lit most");
}

#[test]
fn documents_and_figures_are_copied() {
    let mut app = app(120, 24);
    let mut copied = |keys: &str| match app.ask(keys).pop() {
        Some(Command::Copy(text)) => text,
        other => panic!("{keys} asks for {other:?}"),
    };
    assert_eq!(copied("6 y c"), "长垣市年度通报", "the document of the chosen region");
    assert_eq!(copied("y r"), "changyuan.txt\t长垣市年度通报\t长垣市\t2025-01-20\t某报\t9\t8\t0\t1\t");
    assert!(copied("y t").starts_with("来源\t标题\t地区\t"));
    assert_eq!(copied("Enter n y c"), "+6.1%");
    assert!(copied("y r").contains("地区生产总值\t增速\t+6.1%\t"));
    assert!(copied("y s").starts_with("长垣市 地区生产总值"));
}

#[test]
fn a_document_that_is_read_again_stays_open_at_its_figure() {
    let text = |more: &str| format!("{more}地区生产总值5.5亿元，一般公共预算收入7.25亿元。");
    let says = "410783 地区生产总值 2024 level 5.5亿元\n410783 一般公共预算收入 2024 level 7.25亿元";
    let mut app = App::new(with_text(says, &text("")), options(Language::Zh, Colour::True), 100, 24);
    app.press("6 Enter n");
    assert!(screen(&app).contains(" 2/2 "), "{}", screen(&app));
    let more = "410783 税收收入 2024 level 1.5亿元";
    let opened = with_text(&format!("{more}\n{says}"), &text("新加一句税收收入1.5亿元。"));
    let search = Search::over(&opened.atlas);
    app.hear(News::Read(Box::new(Read { opened, search, read: 1, gone: 0, stopped: None })));
    let text = screen(&app);
    assert!(text.contains("新加一句") && text.contains(" 3/3 ") && text.contains("7.25亿元"), "{text}");
}

#[test]
fn a_year_leaves_the_documents_that_tell_of_it() {
    let mut app = app(120, 22);
    // Only the text about the county tells of 2025.
    app.press("6 : 2025 Enter 6");
    let text = screen(&app);
    assert!(text.contains("长垣市年度通报") && !text.contains("两区年度通报") && text.contains(" 1/2 "), "{text}");
    app.press("[");
    let text = screen(&app);
    assert!(text.contains("◂ 2024 ▸") && text.contains("两区年度通报"), "{text}");
}

#[test]
fn the_way_back_to_a_document_still_leads_to_where_it_was_opened() {
    let mut app = app(120, 36);
    app.press("G 3 j R");
    let page = screen(&app);
    app.press("1 C-o");
    assert_eq!(screen(&app), page, "the text");
    app.press("Esc");
    assert!(screen(&app).contains("┌ 排行"), "{}", screen(&app));
}

#[test]
fn the_way_back_to_the_list_leads_to_the_list() {
    let mut app = app(120, 36);
    app.press("6");
    let list = screen(&app);
    app.press("Enter");
    assert_ne!(screen(&app), list);
    app.press("C-o");
    assert_eq!(screen(&app), list);
    app.press("C-i");
    assert!(screen(&app).contains("┬ 读出"), "{}", screen(&app));
}
