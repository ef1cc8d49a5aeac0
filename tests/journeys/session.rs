//! What was shown comes back on the next start.

use xianzhi::{
    model::{Language, RegionCode},
    tui::{App, Colour, Options, Session},
};

use crate::world::{opened, options, screen};

/// The dashboard as it opens after it was left with this session.
fn again(session: Session) -> App {
    let options = Options { session: Some(session), ..options(Language::Zh, Colour::True) };
    App::new(opened(true), options, 120, 36)
}

/// A session as its file would hold it.
fn through_a_file(app: &App) -> Session {
    let text = serde_json::to_string(&app.session().unwrap()).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn first() -> App {
    App::new(opened(true), options(Language::Zh, Colour::True), 120, 36)
}

#[test]
fn view_region_metric_year_and_pins_come_back() {
    for keys in [
        "G Enter j j",
        "g j j Space j Space Enter j j [",
        "g j j Space j Space 2 o",
        "3",
        "4",
        "5",
        "G 5 - b",
        "G 5 Tab",
        "6",
        "7",
        "f hongqi Enter",
        "a",
    ] {
        let mut app = first();
        app.press(keys);
        let again = again(through_a_file(&app));
        assert_eq!(screen(&again), screen(&app), "{keys}");
    }
}

#[test]
fn what_was_looked_for_comes_back() {
    let mut app = first();
    app.press("/ gdp Enter / 红旗 Enter");
    let mut session = through_a_file(&app);
    assert_eq!(session.searches, ["红旗", "gdp"]);
    session.searches.extend(["\n\u{1b}[31m".to_owned(), "财".repeat(10_000)]);
    let mut again = again(session);
    again.press("/");
    let text = screen(&again);
    assert!(text.contains("最近搜索") && text.contains("红旗 ") && text.contains("gdp "), "{text}");
}

#[test]
fn what_is_not_there_any_more_is_dropped_quietly() {
    let mut app = first();
    app.press("g j j Space");
    let mut session = through_a_file(&app);
    session.pins.push(RegionCode(999_999));
    session.compare.regions = vec![RegionCode(1), RegionCode(2)];
    session.view = "compare".to_owned();
    session.pane = "attic".to_owned();
    session.metric = Some("moonlight".to_owned());
    session.year = Some(7);
    let again = again(session);
    let text = screen(&again);
    assert!(text.contains("┌ 地区"), "a comparison of nothing is the overview:\n{text}");
    assert!(text.contains("◂ 最新 ▸"), "{text}");
    assert_eq!(again.session().unwrap().pins, app.session().unwrap().pins);
}

#[test]
fn a_region_that_has_no_figures_any_more_is_not_chosen() {
    let session = Session { region: Some(RegionCode(110_101)), ..Session::default() };
    assert_eq!(screen(&again(session)), screen(&first()));
}

#[test]
fn theme_and_language_come_back_unless_what_is_set_has_changed() {
    let mut app = first();
    app.press("L T Down Enter");
    let session = through_a_file(&app);
    assert_eq!(screen(&again(session.clone())), screen(&app));
    assert_eq!(again(session.clone()).screen(), app.screen(), "in the same colours");
    let other =
        Options { session: Some(session), theme: "high-contrast".to_owned(), ..options(Language::Zh, Colour::True) };
    let other = App::new(opened(true), other, 120, 36);
    assert_eq!(other.session().unwrap().changed.theme, None, "what is set now goes before what was changed then");
    assert!(screen(&other).contains("Regions"), "the language was not set anew");
}

#[test]
fn a_theme_that_is_only_looked_at_is_not_kept() {
    let mut app = first();
    app.press("T Down");
    assert_eq!(app.session().unwrap().changed.theme, None);
    app.press("Enter");
    assert_eq!(app.session().unwrap().changed.theme.unwrap().to, "light");
}

#[test]
fn what_is_shown_before_anything_is_read_is_not_kept() {
    let empty = crate::world::only("", "");
    let app = App::new(empty, options(Language::Zh, Colour::True), 120, 36);
    assert_eq!(app.session(), None);
}
