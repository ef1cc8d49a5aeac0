//! What is shown as files: CSV, JSON, Markdown, and pictures.

use xianzhi::{
    model::{Figure, Language},
    tui::{App, Colour, Command, News},
};

use crate::world::{app, only, opened, options, screen};

/// The name and the text of the file that keys ask for.
#[track_caller]
fn written(app: &mut App, keys: &str) -> (String, String) {
    match app.ask(keys).pop() {
        Some(Command::Write { name, content }) => (name, String::from_utf8(content).unwrap()),
        other => panic!("{keys} asks for {other:?}:\n{}", screen(app)),
    }
}

#[track_caller]
fn last_line(app: &App) -> String {
    screen(app).lines().last().unwrap().trim().to_owned()
}

#[test]
fn the_metrics_of_a_region_in_every_format() {
    let mut app = app(120, 30);
    app.press("G Enter");
    let (name, csv) = written(&mut app, "e c");
    assert_eq!(name, "长垣市-概览.csv");
    assert!(csv.starts_with("\u{feff}doc,start,end,") && csv.contains(",gdp,地区生产总值,level,520.5,亿元,"), "{csv}");
    let (name, json) = written(&mut app, "e j");
    let figures: Vec<Figure> = serde_json::from_str(&json).unwrap();
    assert!(name == "长垣市-概览.json" && figures.len() > 5, "{json}");
    let (name, table) = written(&mut app, "e m");
    assert!(name == "长垣市-概览.md" && table.starts_with("| 类别"), "{table}");
    assert!(table.contains("| 地区生产总值     | 520.5亿元 |"), "{table}");
}

#[test]
fn what_the_host_says_of_the_file_is_told() {
    let mut app = app(120, 30);
    app.press("G Enter");
    written(&mut app, "e c");
    app.hear(News::Written(Ok("长垣市-概览.csv".to_owned())));
    assert_eq!(last_line(&app), "已写入 长垣市-概览.csv");
    app.hear(News::Written(Err("read-only file system".to_owned())));
    assert_eq!(last_line(&app), "没能写入: read-only file system");
}

#[test]
fn the_regions_the_detail_and_the_documents_are_written_too() {
    let mut app = app(120, 30);
    app.press("g");
    let (name, regions) = written(&mut app, "e m");
    assert!(name == "概览.md" && regions.contains("长垣市"), "{regions}");
    app.press("G Enter Enter");
    let (name, figures) = written(&mut app, "e j");
    let figures: Vec<Figure> = serde_json::from_str(&figures).unwrap();
    assert_eq!(name, "长垣市-地区生产总值-概览.json");
    assert!(figures.iter().all(|figure| figure.name == "地区生产总值"), "{figures:?}");
    app.press("6");
    let (name, documents) = written(&mut app, "e c");
    assert!(
        name == "来源.csv" && documents.contains("changyuan.txt,长垣市年度通报,长垣市,2025-01-20,某报"),
        "{documents}"
    );
    app.press("Enter");
    let (_, figures) = written(&mut app, "e j");
    let figures: Vec<Figure> = serde_json::from_str(&figures).unwrap();
    assert!(figures.iter().all(|figure| figure.doc == "changyuan.txt"), "the document that is read: {figures:?}");
}

#[test]
fn views_with_a_picture_write_it() {
    let mut app = app(120, 30);
    app.press("g j j Space j Space");
    let views = [
        ("2", "红旗区-凤泉区-对比.svg", "红旗区 · 凤泉区"),
        ("3", "新乡市-地区生产总值-排行.svg", "长垣市"),
        ("4", "地区生产总值-走势.svg", "红旗区"),
        ("5", "新乡市-地区生产总值-地图.svg", "长垣"),
    ];
    for (view, name, words) in views {
        app.press(view);
        let (named, picture) = written(&mut app, "e s");
        assert_eq!(named, name);
        assert!(picture.starts_with("<svg ") && picture.contains(words), "{name}: {picture}");
        let (_, records) = written(&mut app, "e c");
        let (_, table) = written(&mut app, "e m");
        assert!(records.starts_with('\u{feff}') && table.starts_with("| "), "{name}");
    }
    app.press("[");
    assert_eq!(written(&mut app, "e s").0, "新乡市-地区生产总值-地图-2024.svg");
}

#[test]
fn findings_are_written_with_their_figures() {
    let says =
        "410783 税收收入 2024 level 30亿元\n410783 一般公共预算收入 2024 level 40亿元\n410783 税收占比 2024 level 50%";
    let mut app = App::new(only(says, "30亿元、40亿元、50%"), options(Language::Zh, Colour::True), 120, 30);
    app.press("7");
    let (name, findings) = written(&mut app, "e j");
    let findings: serde_json::Value = serde_json::from_str(&findings).unwrap();
    assert!(name == "核查.json" && findings[0]["figures"].as_array().is_some_and(|figures| figures.len() > 1));
    assert!(written(&mut app, "e m").1.contains("税收占比"));
}

#[test]
fn where_there_is_nothing_it_says_so() {
    let mut app = app(120, 30);
    assert_eq!(app.ask("G Enter e s"), []);
    assert!(last_line(&app).starts_with("没有图可存"), "{}", last_line(&app));
    app.press("/ 郑州市 Enter");
    assert_eq!(app.ask("Enter e c"), []);
    assert!(last_line(&app).starts_with("这里没有可写入文件的"), "{}", last_line(&app));
}

#[test]
fn no_name_of_a_metric_leads_out_of_the_folder() {
    let mut figures = opened(false);
    let mut builder = xianzhi::index::AtlasBuilder::new(
        std::sync::Arc::new(xianzhi::model::Gazetteer::carried()),
        std::sync::Arc::new(xianzhi::model::Catalogue::carried()),
    );
    let mut figure = crate::world::figure("410783 地区生产总值 2024 level 5亿元", "a.txt", "5亿元");
    (figure.metric, figure.name) = (None, "../../etc/x y\u{1b}[31m".to_owned());
    builder.push(&figure);
    figures.atlas = std::sync::Arc::new(builder.build());
    let mut app = App::new(figures, options(Language::Zh, Colour::True), 120, 30);
    let (name, _) = written(&mut app, "Enter Enter e c");
    assert_eq!(name, "长垣市-______etc_x_y__31m-概览.csv");
}
