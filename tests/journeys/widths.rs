//! Where the terminal draws characters of open width in two cells, none is on the screen, and all lines up.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use xianzhi::{
    model::Language,
    tui::{Ambiguous, App, Colour, Options},
};

use crate::world::{opened, options, screen};

/// Keys that lead from one view or window to the next.
const VIEWS: [&str; 13] =
    ["", "G Enter", "Enter", "Esc Esc Space k Space 2", "l l", "3", "4", "5", "6", "7", "/ gdp", "Esc ?", "Esc T"];

fn wide(lang: Language, width: u16, height: u16) -> App {
    let options = Options { ambiguous: Ambiguous::Wide, ..options(lang, Colour::True) };
    App::new(opened(true), options, width, height)
}

#[test]
fn no_character_of_open_width_is_on_any_screen() {
    for lang in [Language::Zh, Language::En] {
        for (width, height) in [(40, 12), (80, 24), (120, 36), (200, 60)] {
            let mut app = wide(lang, width, height);
            for keys in VIEWS {
                app.press(keys);
                for cell in app.screen().content() {
                    let character = cell.symbol().chars().next().unwrap();
                    assert_eq!(
                        character.width(),
                        character.width_cjk(),
                        "{lang:?} {keys} {character:?}:\n{}",
                        screen(&app)
                    );
                }
            }
        }
    }
}

#[test]
fn every_line_is_as_wide_as_the_screen_where_such_characters_are_wide() {
    let mut app = wide(Language::Zh, 120, 36);
    for keys in VIEWS {
        app.press(keys);
        let screen = app.screen();
        for y in 0..36 {
            let (mut x, mut cells) = (0, 0);
            while x < 120 {
                cells += screen[(x, y)].symbol().width_cjk();
                x += screen[(x, y)].symbol().width().max(1) as u16;
            }
            assert_eq!(cells, 120, "{keys}, line {y}");
        }
    }
}
