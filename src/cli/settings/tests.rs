//! Where a value comes from, and what is told of a broken file.

use std::path::Path;

use super::*;
use crate::model::Language;

/// What is gathered from a file with this text and these variables.
fn settings(text: &str, variables: &[(&str, &str)], given: &Given) -> Settings {
    let path = Path::new("/home/config.toml");
    let mut problems = Vec::new();
    let file = File::parse(text, path, &mut problems);
    let environment =
        |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    Settings::merge(given, Some(path.to_owned()), file, environment, problems)
}

#[test]
fn the_command_line_goes_before_the_environment_and_that_before_the_file() {
    let text = "# mine\nlang = \"en\"\ntheme = \"light\"\n\ncolor = 256\nmouse = false\n";
    let given = Given { theme: Some("dark".to_owned()), ..Given::default() };
    let found = settings(text, &[("XIANZHI_THEME", "light"), ("XIANZHI_COLOR", "never")], &given);
    assert_eq!(found.problems, Vec::<String>::new());
    assert_eq!((found.lang.value, found.lang.origin), (Lang(Some(Language::En)), Origin::File(2)));
    assert_eq!((found.theme.value.as_str(), found.theme.origin), ("dark", Origin::CommandLine("--theme")));
    let environment = Origin::Environment("XIANZHI_COLOR".to_owned());
    assert_eq!((found.color.value, found.color.origin), (Color::Of(tui::Colour::None), environment));
    assert_eq!((found.mouse.value, found.mouse.origin), (false, Origin::File(6)));
    assert_eq!((found.session.value, found.session.origin), (true, Origin::Default));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_holds() {
    let text = "lang = \"fr\"\nthem = \"dark\"\ncolor = 17\nmouse = \"yes\"\nreports = \"here\"\nkeys = 5\nunits = [1]\nsession = false\n";
    let found = settings(text, &[("XIANZHI_AMBIGUOUS", "broad")], &Given::default());
    assert!(!found.session.value, "what is right holds");
    assert_eq!(
        found.problems,
        [
            "/home/config.toml:1: lang: \"fr\" is none of auto, zh, en",
            "/home/config.toml:3: color: \"17\" is none of auto, always, never, 16, 256, true",
            "XIANZHI_AMBIGUOUS: \"broad\" is none of narrow, wide",
            "/home/config.toml:4: mouse: \"yes\" is neither true nor false",
            "/home/config.toml:7: units: is to be one word, not an array",
            "/home/config.toml:5: reports: is to be a list of texts, as [\"…\", \"…\"]",
            "/home/config.toml:6: keys: is to be a table, as [keys]",
            "/home/config.toml:2: them: no such setting; did you mean theme?",
        ]
    );
}

#[test]
fn a_line_that_is_no_toml_is_told_and_the_others_are_read() {
    let found = settings(
        "lang = \"en\"\ntheme = light dark\nmouse = false\n[keys]\n\"rank\" = \"R\"\n",
        &[],
        &Given::default(),
    );
    assert!(found.problems[0].starts_with("/home/config.toml:2: "), "{:?}", found.problems);
    assert_eq!(found.lang.value, Lang(Some(Language::En)));
    assert!(!found.mouse.value);
    assert_eq!(found.keys["rank"].as_str(), Some("R"));
}

#[test]
fn a_theme_that_is_none_is_told_and_the_terminal_decides() {
    let mut found = settings("\n\ntheme = \"drak\"\n", &[], &Given::default());
    found.check_theme(&[]).unwrap();
    assert_eq!(found.theme.value, "auto");
    assert!(
        found.problems[0].starts_with("/home/config.toml:3: theme: no theme is called drak; there are dark, light")
    );
    let given = Given { theme: Some("drak".to_owned()), ..Given::default() };
    assert!(settings("", &[], &given).check_theme(&[]).unwrap_err().to_string().contains("drak"));
}

#[test]
fn what_is_written_reads_back_as_the_same() {
    let text = "lang = \"en\"\ncolumns = [\"growth\"]\nreports = [\"~/a \\\"b\\\"\"]\n[keys]\n\"rank.by\" = [\"R\", \"C-r\"]\n";
    let found = settings(text, &[], &Given::default());
    let written = found.written(|key| (key == "color").then(|| "256 here".to_owned()));
    assert!(written.contains("lang = \"en\"                   # config.toml:1\n"), "{written}");
    assert!(written.contains("color = \"auto\"                # default; 256 here\n"), "{written}");
    let again = settings(&written, &[], &Given::default());
    assert_eq!(again.problems, Vec::<String>::new());
    assert_eq!(again.lang.value, found.lang.value);
    assert_eq!((again.columns.value, again.reports.value), (found.columns.value, found.reports.value));
    assert_eq!(again.keys, found.keys);
}

#[test]
fn what_may_be_meant_is_told_and_keys_with_their_lines() {
    let text = "theme = \"lihgt\"\ncolumns = [\"yeer\"]\n[keys]\n\"list.move_up\" = 3\n[keys.metrics]\nsort = \"o\"\n";
    let mut found = settings(text, &[], &Given::default());
    found.check_theme(&[]).unwrap();
    found.keymap();
    let told = found.problems.join("\n");
    for end in [
        "/home/config.toml:1: theme: no theme is called lihgt; there are dark, light, high-contrast, colour-blind, auto; did you mean light?",
        "/home/config.toml:2: columns: \"yeer\" is none of growth, place, year, trend; did you mean year?",
        "/home/config.toml:4: keys: list.move_up is to have a key",
        "/home/config.toml:6: keys: no action is called metrics.sort; did you mean table.sort?",
    ] {
        assert!(told.contains(end), "{end}\n{told}");
    }
}

#[test]
fn keys_in_tables_are_written_as_they_are_read() {
    let text = "[keys]\n\"list.move_up\" = \"K\"\n[keys.everywhere]\nsearch = [\"F3\"]\n";
    let found = settings(text, &[], &Given::default());
    let written = found.written(|_| None);
    assert_eq!(settings(&written, &[], &Given::default()).keys, found.keys, "{written}");
}
