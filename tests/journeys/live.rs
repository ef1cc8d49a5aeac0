//! Reading goes on beside the dashboard: progress, stopping, and what was chosen stays chosen.

use std::sync::Arc;

use ratatui::style::Modifier;
use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Document, Gazetteer, Language, Source},
    query::Search,
    tui::{App, Colour, Command, News, Opened, Options, Read, Reading},
};

use crate::world::{figure, only, opened, screen};

/// Two regions, and metrics that no catalogue knows.
const BEFORE: &str = "410783 绿道工程 2024 level 30.9亿元
     410783 绿道工程 2023 level 20.5亿元
     410783 绿道工程 2022 level 10.5亿元
     410783 地区生产总值 2024 level 520.5亿元
     410727 绿道工程 2024 level 5.25亿元";

/// One of the values has changed; another report came before, so that all metrics have other numbers.
const AFTER: &str = "410702 安居工程 2024 level 8.5亿元
     410783 智慧工程 2024 level 7.5亿元
     410783 绿道工程 2024 level 33.5亿元
     410783 绿道工程 2023 level 20.5亿元
     410783 绿道工程 2022 level 10.5亿元
     410783 地区生产总值 2024 level 520.5亿元
     410727 绿道工程 2024 level 5.25亿元";

const TEXT: &str = "30.9亿元 20.5亿元 10.5亿元 520.5亿元 5.25亿元 8.5亿元 7.5亿元 33.5亿元";

fn read(opened: Opened) -> Read {
    let search = Search::over(&opened.atlas);
    Read { opened, search, read: 2, gone: 0, stopped: None }
}

fn news(read: Read) -> News {
    News::Read(Box::new(read))
}

fn app(opened: Opened) -> App {
    App::new(opened, Options { lang: Language::Zh, colour: Colour::True, ..Options::default() }, 120, 36)
}

/// The dashboard while the first files are being read.
fn reading() -> App {
    let nothing = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried())).build();
    let mut app =
        app(Opened { atlas: Arc::new(nothing), documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() });
    app.hear(News::Reading(Some(Reading { done: 120, all: 10_000, figures: 4210 })));
    app
}

#[test]
fn the_first_frame_tells_how_far_reading_has_come() {
    let mut app = reading();
    let text = screen(&app);
    assert!(text.contains("正在读入") && text.contains("120 / 10000 份"), "{text}");
    assert!(text.lines().last().unwrap().ends_with("读入   120/10000 · 4210 数据  Esc 停止"), "{text}");
    app.hear(news(read(opened(true))));
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市") && !text.contains("读入"), "{text}");
}

#[test]
fn keys_work_while_files_are_read_and_esc_stops_it() {
    let mut app = reading();
    assert_eq!(app.ask("? Esc"), [], "Esc closes the window first");
    assert_eq!(app.ask("Esc"), [Command::StopReading]);
    let mut stopped = read(opened(true));
    stopped.stopped = Some(Reading { done: 121, all: 10_000, figures: 4242 });
    app.hear(news(stopped));
    let text = screen(&app);
    assert!(text.contains("指标 · 长垣市"), "what was read is there:\n{text}");
    assert_eq!(text.lines().last().unwrap().trim(), "已停止，已读 121/10000 · C-r 读其余的");
    assert_eq!(app.ask("Esc C-g"), [], "there is nothing to stop any more");
    assert_eq!(app.ask("C-r"), [Command::ReadAgain]);
}

#[test]
fn what_is_chosen_stays_chosen_when_files_are_read_again() {
    let mut app = app(only(BEFORE, TEXT));
    app.press("G k Space G Space Enter G l j");
    let place =
        |text: &str| text.lines().filter(|line| line.contains("a.txt · 第1段")).map(str::to_owned).collect::<String>();
    let before = screen(&app);
    assert!(before.contains("┬ 绿道工程 ─") && before.contains("30.9亿元"), "{before}");
    app.hear(news(read(only(AFTER, TEXT))));
    let after = screen(&app);
    assert_eq!(after.lines().last().unwrap().trim(), "重新读入 2");
    assert!(after.contains("指标 · 长垣市") && after.contains("┬ 绿道工程 ─"), "region and metric stay:\n{after}");
    assert!(after.contains("33.5亿元") && !after.contains("30.9亿元"), "the value is the new one:\n{after}");
    assert!(after.contains("│2      长垣市") && after.contains("│1      封丘县"), "the pins stay:\n{after}");
    assert_eq!(place(&after), place(&before), "the evidence is of the figure of 2023 as before:\n{after}");
}

#[test]
fn a_reading_that_takes_no_time_is_not_told_and_one_that_failed_is() {
    let mut app = app(only(BEFORE, TEXT));
    app.hear(News::Unread("那里没有 reports".to_owned()));
    assert!(screen(&app).lines().last().unwrap().contains("那里没有 reports"));
    app.hear(News::Unwatched("no space for watches".to_owned()));
    assert!(screen(&app).lines().last().unwrap().contains("no space for watches"));
    app.hear(news(read(only(AFTER, TEXT))));
    app.press("!");
    assert!(screen(&app).contains("no space for watches"), "it stays among what could not be read");
}

/// Two documents; with `more`, another before them that brings metrics and a region of its own, so that
/// everything has other numbers.
fn documents(more: bool) -> Opened {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    let mut documents = Vec::new();
    let mut add = |id: &str, says: &str| {
        let source = Source { id: id.to_owned(), title: format!("通报 {id}"), ..Source::default() };
        builder.source(source.clone());
        says.lines().for_each(|line| builder.push(&figure(line, id, TEXT)));
        documents.push(Arc::new(Document { source, text: TEXT.to_owned() }));
    };
    if more {
        add("a.txt", "410702 安居工程 2024 level 8.5亿元\n410783 智慧工程 2024 level 7.5亿元");
    }
    add("b.txt", BEFORE);
    add("c.txt", "410727 安全工程 2024 level 33.5亿元\n410727 地区生产总值 2024 level 8.5亿元");
    Opened { atlas: Arc::new(builder.build()), documents, notices: Vec::new(), corrections: Vec::new() }
}

/// What is drawn in reverse below the top line: rows with a cursor, lit numbers.
fn reversed(app: &App) -> Vec<String> {
    let buf = app.screen();
    let row = |y: u16| -> String {
        let lit = (0..buf.area.width).map(|x| &buf[(x, y)]).filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        lit.map(ratatui::buffer::Cell::symbol).collect::<String>().trim().to_owned()
    };
    (2..buf.area.height - 1).map(row).filter(|row| !row.is_empty()).collect()
}

#[test]
fn every_view_keeps_its_place_when_files_are_read_again() {
    // Keys that lead to a place which is not the first, and what stands there.
    let places = [
        ("G Space k Space c j", "30.9"),
        ("Enter G G 3 j", "封丘县"),
        ("Enter G G 4", "30.9"),
        ("6 G", "b.txt"),
        ("6 G Enter n", "20.5亿元"),
        ("Enter G G l j", "2023"),
    ];
    for (keys, place) in places {
        let options = Options { lang: Language::Zh, colour: Colour::None, ..Options::default() };
        let mut app = App::new(documents(false), options, 120, 36);
        app.press(keys);
        let (before, there) = (screen(&app), reversed(&app));
        assert!(there.iter().any(|row| row.replace(' ', "").contains(place)), "{keys}: {there:?}\n{before}");
        app.hear(news(read(documents(true))));
        assert_eq!(reversed(&app), there, "{keys}:\n{before}\n{}", screen(&app));
    }
}

#[test]
fn what_narrows_the_tree_narrows_what_is_read_again() {
    let mut app = app(only(BEFORE, TEXT));
    app.press("g f 县 Enter k");
    assert!(!screen(&app).contains("延津县"), "{}", screen(&app));
    let more = format!("{BEFORE}\n410726 地区生产总值 2024 level 10.5亿元");
    app.hear(news(read(only(&more, TEXT))));
    let text = screen(&app);
    assert!(text.contains("延津县") && text.contains("筛选 县"), "{text}");
    assert!(text.contains("指标 · 封丘县"), "what was chosen stays so:\n{text}");
}

#[test]
fn what_is_typed_while_the_first_files_are_read_stays_typed() {
    let mut app = reading();
    app.press("f q");
    app.hear(news(read(opened(true))));
    assert!(app.press("u q"), "keys are letters still");
    assert!(screen(&app).contains("筛选 quq"), "{}", screen(&app));
}
