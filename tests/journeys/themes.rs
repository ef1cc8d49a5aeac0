//! Themes: chosen in a window that shows each at once, kept or given back.

use ratatui::style::Color;
use xianzhi::{
    model::Language,
    tui::{App, Colour, Options, ThemeFile},
};

use crate::world::{app, opened, options, screen};

const DARK: Color = Color::Rgb(0x15, 0x18, 0x1e);
const LIGHT: Color = Color::Rgb(0xfb, 0xfa, 0xf7);

/// The ground of the bottom line.
fn ground(app: &App) -> Color {
    let screen = app.screen();
    screen[(screen.area.width - 1, screen.area.height - 1)].bg
}

/// The line of the window that holds `text`, from the mark of the cursor on.
fn line<'a>(screen: &'a str, text: &str) -> &'a str {
    let line = screen.lines().find(|line| line.contains(text)).unwrap();
    line.rsplit_once('▸').map_or("", |(_, line)| line)
}

#[test]
fn the_screen_shows_each_theme_as_the_cursor_comes_to_it() {
    let mut app = app(120, 26);
    assert_eq!(ground(&app), DARK);
    app.press("T");
    assert!(line(&screen(&app), "深色").contains("dark"), "{}", screen(&app));
    app.press("Down");
    assert_eq!(ground(&app), LIGHT, "before anything is kept");
    assert!(line(&screen(&app), "浅色").contains("light"), "{}", screen(&app));
    app.press("Down Down Down Down");
    assert!(line(&screen(&app), "色觉友好").contains("colour-blind"), "the list ends: {}", screen(&app));
}

#[test]
fn enter_keeps_a_theme_and_esc_returns_to_the_one_before() {
    let mut app = app(120, 26);
    app.press("T Down Esc");
    assert_eq!(ground(&app), DARK);
    assert!(!screen(&app).contains("色觉友好"), "the window is closed");
    app.press("T Down Enter");
    assert_eq!(ground(&app), LIGHT);
    app.press("T Up Esc");
    assert_eq!(ground(&app), LIGHT, "what was kept is what Esc returns to");
}

#[test]
fn a_theme_of_ones_own_is_offered_and_what_is_wrong_in_it_is_told() {
    let text = "base = \"light\"\n[palette]\nground = \"#112233\"\n[figure]\nvalu = {}\n";
    let own = ThemeFile { name: "mine".to_owned(), path: "/themes/mine.toml".to_owned(), text: text.to_owned() };
    let options = Options { theme: "mine".to_owned(), themes: vec![own], ..options(Language::Zh, Colour::True) };
    let mut app = App::new(opened(true), options, 120, 26);
    assert_eq!(ground(&app), Color::Rgb(0x11, 0x22, 0x33));
    assert!(screen(&app).contains("1 处未能读入"), "{}", screen(&app));
    app.press("!");
    assert!(screen(&app).contains("/themes/mine.toml: figure.valu: no such style"), "{}", screen(&app));
    app.press("Esc T");
    assert!(line(&screen(&app), "自己的").contains("mine"), "{}", screen(&app));
}

#[test]
fn a_terminal_of_sixteen_colours_is_sent_no_other() {
    for theme in xianzhi::tui::carried_themes() {
        let options = Options { theme: theme.to_owned(), ..options(Language::Zh, Colour::Sixteen) };
        let mut app = App::new(opened(true), options, 120, 36);
        for keys in
            ["", "G Enter", "Enter", "Esc Esc Space k Space 2", "3", "4", "5", "6", "7", "/ gdp", "Esc ?", "Esc T"]
        {
            app.press(keys);
            for cell in app.screen().content() {
                let other = |color| matches!(color, Color::Rgb(..) | Color::Indexed(_) | Color::Reset);
                assert!(!other(cell.fg) && !other(cell.bg), "{theme} {keys}: {cell:?}");
            }
        }
    }
}
