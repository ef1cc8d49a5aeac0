//! What the data hold never reaches the terminal raw, and colours are a courtesy.

use std::sync::Arc;

use ratatui::style::{Color, Modifier};
use xianzhi::{
    index::AtlasBuilder,
    model::{Catalogue, Gazetteer, Language, RegionCode, Source},
    tui::{App, Colour, Opened, Options},
};

use crate::world::{drawn_like, figure, opened, options, screen};

const HOSTILE: &str = "\u{1b}[31m红\u{202e}\u{7}\u{9b}2J\u{200d}\u{feff}";

#[test]
fn control_and_bidi_characters_do_not_reach_the_screen() {
    let mut builder = AtlasBuilder::new(Arc::new(Gazetteer::carried()), Arc::new(Catalogue::carried()));
    builder.source(Source { id: "a".to_owned(), title: HOSTILE.to_owned(), ..Source::default() });
    let mut hostile = figure("410783 产值 2024 level 5亿元", "a", "5亿元");
    hostile.name = format!("产值{HOSTILE}");
    hostile.unit = HOSTILE.to_owned();
    hostile.scope = Some(HOSTILE.to_owned());
    hostile.region_code = Some(RegionCode(410_783));
    builder.push(&hostile);
    let opened = Opened {
        atlas: builder.build().into(),
        documents: Vec::new(),
        notices: vec![HOSTILE.to_owned()],
        corrections: Vec::new(),
    };
    let mut app = App::new(opened, Options::default(), 120, 36);
    for keys in ["", "l l", "Esc Esc Space k c", "Esc / 产值", "Esc !"] {
        app.press(keys);
        for cell in app.screen().content() {
            let bad =
                |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
            assert!(!cell.symbol().contains(bad), "{keys}: {:?}", cell.symbol());
        }
    }
}

#[test]
fn without_colours_everything_is_still_told() {
    let mut app = App::new(opened(true), options(Language::Zh, Colour::None), 120, 26);
    for keys in ["", "G", "Enter", "Enter", "Esc Esc Space k Space c", "/ gdp", "Esc ?"] {
        app.press(keys);
        for cell in app.screen().content() {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{keys}: {:?}", cell.symbol());
        }
    }
    app.press("Esc Esc");
    let buf = app.screen();
    let reversed: Vec<_> = buf.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).collect();
    assert!(!reversed.is_empty(), "the cursor is told without colour");
}

#[test]
fn the_number_is_lit_without_colour_too() {
    let mut app = App::new(opened(true), options(Language::Zh, Colour::None), 120, 26);
    app.press("G Tab Tab");
    assert!(screen(&app).contains("全年地区生产总值达到"), "{}", screen(&app));
    assert_eq!(drawn_like(&app, "520.5亿元，"), "520.5亿元");
}
