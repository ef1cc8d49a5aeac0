//! Every size of the screen, in every view.

use unicode_width::UnicodeWidthStr;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Options},
};

use crate::world::{opened, options, screen};

/// Keys that lead to each view.
const VIEWS: [&str; 14] = [
    "",
    "f x",
    "G Enter s U",
    "G Enter Enter",
    "G Enter Enter z",
    "g j j Space j Space j Space c l l",
    "3",
    "g j j Space j Space 4",
    "5",
    "6 Enter",
    "7",
    "/ gdp",
    "?",
    "!",
];

#[test]
fn no_size_breaks_a_view_or_halves_a_character() {
    for lang in [Language::Zh, Language::En] {
        for view in VIEWS {
            let mut app = App::new(opened(true), options(lang, Colour::True), 120, 36);
            app.press(view);
            let widths = (0..=24).chain((26..=130).step_by(13)).chain([160, 200, 300]);
            for (width, height) in widths.flat_map(|w| (0..=40).step_by(5).chain([1, 2, 60, 100]).map(move |h| (w, h)))
            {
                app.resize(width, height);
                let buf = app.screen();
                for y in 0..height {
                    let mut x = 0;
                    while x < width {
                        let cells = buf[(x, y)].symbol().width() as u16;
                        assert!((1..=2).contains(&cells), "{view:?} {width}x{height}: cell {x},{y}");
                        let whole = cells == 1 || (x + 1 < width && buf[(x + 1, y)].symbol() == " ");
                        assert!(whole, "{view:?} {width}x{height}: half of {} at {x},{y}", buf[(x, y)].symbol());
                        x += cells;
                    }
                }
            }
        }
    }
}

#[test]
fn from_40_by_12_on_the_chosen_value_is_whole_in_every_pane_and_zoomed() {
    for (lang, name) in [(Language::Zh, "地区生产总值"), (Language::En, "G")] {
        for (keys, shown) in
            [("G Enter", name), ("G Enter z", name), ("G Enter Enter", "2024"), ("G Enter Enter z", "2024")]
        {
            let mut app = App::new(opened(true), options(lang, Colour::True), 120, 36);
            app.press(keys);
            for (width, height) in (40..=300).step_by(13).flat_map(|w| (12..=100).step_by(11).map(move |h| (w, h))) {
                app.resize(width, height);
                let text = screen(&app);
                assert!(text.contains("520.5亿元") && text.contains(shown), "{keys} {width}x{height}\n{text}");
            }
        }
    }
}

#[test]
fn keys_pressed_on_a_tiny_screen_do_no_harm() {
    for (width, height) in [(0, 0), (1, 1), (2, 3), (7, 2), (20, 4)] {
        let mut app = App::new(opened(true), Options::default(), width, height);
        for keys in
            ["j k PgDn PgUp G g", "Enter Enter h h", "Space j Space c l l l G", "Esc / gdp Down Enter", "? G Esc"]
        {
            app.press(keys);
            let _ = app.screen();
        }
    }
}
