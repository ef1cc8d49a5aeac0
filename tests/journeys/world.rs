//! A small world of invented reports, and the screen as text.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;
use xianzhi::{
    index::AtlasBuilder,
    model::{
        Bound, Catalogue, Document, Figure, Flag, Gazetteer, Language, Measure, RegionCode, Source, Status, Value,
    },
    tui::{App, Colour, Opened, Options},
};

/// An invented report: id, title, text, and what each number of the text says:
/// region, metric, period, measure, the number as it stands in the text, then a status, `scope:…`,
/// `base:…` or `doubt:…`.
type Report = (&'static str, &'static str, &'static str, &'static str);

const CHANGYUAN: Report = (
    "changyuan.txt",
    "长垣市年度通报",
    "一年来，长垣市经济向好。全年地区生产总值达到520.5亿元，增长6.1%，在全省县域中排前10位；\
     一般公共预算收入完成41.2亿元，居全省县市第5位，税收收入30.9亿元。上年地区生产总值为488亿元。\n\
     今年力争地区生产总值突破560亿元。粮食产量…万吨。",
    "410783 地区生产总值 2024 level 520.5亿元
     410783 地区生产总值 2024 growth 6.1% base:yoy
     410783 地区生产总值 2024 rank <=10位 scope:全省县域
     410783 一般公共预算收入 2024 level 41.2亿元
     410783 一般公共预算收入 2024 rank 5位 scope:全省县市
     410783 税收收入 2024 level 30.9亿元
     410783 地区生产总值 2023 level 488亿元
     410783 地区生产总值 2025 level >560亿元 target
     410783 粮食产量 2024 level 万吨",
);

const DISTRICTS: Report = (
    "districts.txt",
    "两区年度通报",
    "红旗区地区生产总值310亿元，下降0.4%，一般公共预算收入21亿元；凤泉区地区生产总值约62亿元，\
     一般公共预算收入5.25亿元，预计进出口总额8亿元。",
    "410702 地区生产总值 2024 level 310亿元
     410702 地区生产总值 2024 growth -0.4% base:yoy
     410702 一般公共预算收入 2024 level 21亿元
     410704 地区生产总值 2023 level ~62亿元
     410704 一般公共预算收入 2024 level 5.25亿元
     410704 进出口总额 2024 level 8亿元 forecast",
);

/// The reports as they would be opened; without the documents, only their figures.
pub(crate) fn opened(with_documents: bool) -> Opened {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    let mut documents = Vec::new();
    for (id, title, text, says) in [CHANGYUAN, DISTRICTS] {
        let source = Source {
            id: id.to_owned(),
            title: title.to_owned(),
            publisher: "某报".to_owned(),
            date: "2025-01-20".to_owned(),
            ..Source::default()
        };
        builder.source(source.clone());
        says.lines().for_each(|line| builder.push(&figure(line, id, text)));
        documents.push(Arc::new(Document { source, text: text.to_owned() }));
    }
    documents.truncate(if with_documents { 2 } else { 0 });
    Opened { atlas: Arc::new(builder.build()), documents, notices: Vec::new(), corrections: Vec::new() }
}

/// Only the figures that the lines tell of one text.
pub(crate) fn only(says: &str, text: &str) -> Opened {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    says.lines().for_each(|line| builder.push(&figure(line, "a.txt", text)));
    Opened { atlas: Arc::new(builder.build()), documents: Vec::new(), notices: Vec::new(), corrections: Vec::new() }
}

/// The same with the text at hand.
pub(crate) fn with_text(says: &str, text: &str) -> Opened {
    let source = Source { id: "a.txt".to_owned(), title: "年度通报".to_owned(), ..Source::default() };
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    builder.source(source.clone());
    says.lines().for_each(|line| builder.push(&figure(line, "a.txt", text)));
    let documents = vec![Arc::new(Document { source, text: text.to_owned() })];
    Opened { atlas: Arc::new(builder.build()), documents, notices: Vec::new(), corrections: Vec::new() }
}

/// The figure that a line tells of a text; the number must stand in it.
pub(crate) fn figure(line: &str, doc: &str, text: &str) -> Figure {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [region, name, period, measure, number, more @ ..] = &words[..] else { panic!("{line}") };
    let (sign, written) = number.split_at(number.find(|c: char| !"<>=~".contains(c)).unwrap());
    let (digits, unit) = written.split_at(written.find(|c: char| !"-.0123456789".contains(c)).unwrap());
    let stands = written.trim_start_matches('-');
    let at = text.find(stands).unwrap_or_else(|| panic!("{stands} does not stand in the text"));
    let start = text[..at].chars().count() as u32;
    let word = |prefix: &str| more.iter().find_map(|word| word.strip_prefix(prefix)).map(str::to_owned);
    let json = |text: &str| format!("{text:?}");
    Figure {
        doc: doc.to_owned(),
        start,
        end: start + stands.chars().count() as u32,
        paragraph: 1 + text[..at].matches('\n').count() as u32,
        text: stands.to_owned(),
        region: None,
        region_code: region.parse().ok().map(RegionCode),
        metric: Catalogue::carried().named(name).map(|metric| metric.key.clone()),
        name: (*name).to_owned(),
        measure: serde_json::from_str::<Measure>(&json(measure)).unwrap(),
        value: digits.parse().ok().map(Value::Number),
        unit: unit.to_owned(),
        bound: if sign.is_empty() { Bound::Equal } else { serde_json::from_str(&json(sign)).unwrap() },
        period: period.parse().ok(),
        status: more.iter().find_map(|word| serde_json::from_str(&json(word)).ok()).unwrap_or(Status::Actual),
        scope: word("scope:"),
        base: word("base:"),
        doubt: more
            .iter()
            .filter_map(|word| word.strip_prefix("doubt:"))
            .map(|word| serde_json::from_str(&json(word)).unwrap())
            .collect(),
        flag: digits.is_empty().then_some(Flag::Damaged),
        review: None,
    }
}

/// How the dashboard shows what it opens, in the dark theme.
pub(crate) fn options(lang: Language, colour: Colour) -> Options {
    Options { lang, colour, ..Options::default() }
}

/// The dashboard on the world, in Chinese and in colour.
pub(crate) fn app(width: u16, height: u16) -> App {
    App::new(opened(true), options(Language::Zh, Colour::True), width, height)
}

/// The screen as text, a line each without the blanks at its end.
pub(crate) fn screen(app: &App) -> String {
    let buf = app.screen();
    (0..buf.area.height).map(|y| line(&buf, y)).collect::<Vec<_>>().join("\n")
}

fn line(buf: &Buffer, y: u16) -> String {
    let mut text = String::new();
    let mut x = 0;
    while x < buf.area.width {
        let symbol = buf[(x, y)].symbol();
        text.push_str(symbol);
        x += symbol.width().max(1) as u16;
    }
    text.trim_end().to_owned()
}

/// The characters of the screen that are drawn in the style of the first character of `text`.
pub(crate) fn drawn_like(app: &App, text: &str) -> String {
    let buf = app.screen();
    let symbols = |y: u16| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    for y in 0..buf.area.height {
        // Behind each wide character stands a blank cell.
        let spaced: String = text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("{c} ") }).collect();
        if let Some(at) = symbols(y).find(&spaced) {
            let x = symbols(y)[..at].chars().count() as u16;
            let style = buf[(x, y)].style();
            let alike = (0..buf.area.width).filter(|x| buf[(*x, y)].style() == style);
            return alike.map(|x| buf[(x, y)].symbol().trim()).collect();
        }
    }
    panic!("{text} is not on the screen:\n{}", screen(app));
}
