//! Any keys on any screen: nothing panics, and help and leaving always work.

use proptest::prelude::*;
use xianzhi::{
    model::Language,
    tui::{App, Colour},
};

use crate::world::{opened, options, screen};

const KEYS: [&str; 56] = [
    "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Esc", "Tab", "S-Tab", "Space", "j", "k",
    "h", "l", "g", "G", "a", "c", "o", "f", "z", "x", "u", "1", "2", "[", "]", "{", "}", "/", "?", "!", "C-u", "C-w",
    "Backspace", "C-l", "C-z", "s", "S", "U", "v", "-", "t", "3", "4", "5", "6", "7", "b", "+", "<", ">", "e",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn wandering_never_panics(
        steps in prop::collection::vec((0..KEYS.len(), prop::option::weighted(0.1, (0u16..220, 0u16..70))), 1..60),
        english: bool,
    ) {
        let lang = if english { Language::En } else { Language::Zh };
        let mut app = App::new(opened(true), options(lang, Colour::Indexed), 100, 30);
        for (key, size) in steps {
            app.press(KEYS[key]);
            if let Some((width, height)) = size {
                app.resize(width, height);
            }
            let _ = app.screen();
        }
        app.resize(100, 30);
        app.press("Esc Esc Esc Esc ?");
        let help = screen(&app);
        prop_assert!(help.contains("帮助") || help.contains("Help"));
        prop_assert!(!app.press("Esc q"));
    }
}
