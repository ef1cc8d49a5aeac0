//! The configuration: where it lies, what it sets, and what is told of a broken one.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "cli/program.rs"]
mod program;

use std::{fs, path::Path};

use program::{Ran, figures, run_with, scratch};

/// A folder of configurations with this text in that of the program.
fn configured(name: &str, text: &str) -> String {
    let home = scratch(name);
    fs::create_dir_all(home.join("xianzhi/themes")).unwrap();
    fs::write(home.join("xianzhi/config.toml"), text).unwrap();
    home.to_str().unwrap().to_owned()
}

fn config(home: &str, variables: &[(&str, &str)], arguments: &[&str]) -> Ran {
    let environment = [&[("XDG_CONFIG_HOME", home), ("LC_ALL", "zh_CN.UTF-8")], variables].concat();
    run_with(&environment, arguments)
}

/// Whether a line is printed, however many blanks stand before its remark.
fn says(printed: &str, line: &str) -> bool {
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    printed.lines().any(|printed| squeezed(printed) == line)
}

#[test]
fn every_value_is_printed_with_where_it_came_from() {
    let home = configured("origins", "# mine\ntheme = \"light\"\nmouse = false\n[keys]\n\"list.move_up\" = \"R\"\n");
    let printed = config(&home, &[("XIANZHI_AMBIGUOUS", "wide")], &["--color", "256", "config"]).done();
    for line in [
        "theme = \"light\" # config.toml:2",
        "mouse = false # config.toml:3",
        "ambiguous = \"wide\" # environment: XIANZHI_AMBIGUOUS",
        "color = \"256\" # command line: --color",
        "lang = \"auto\" # default; zh here, from LC_ALL",
        "session = true # default",
        "\"list.move_up\" = \"R\"",
    ] {
        assert!(says(&printed, line), "{line}\n{printed}");
    }
    let path = config(&home, &[], &["config", "--path"]).done();
    assert_eq!(Path::new(path.trim_end()), Path::new(&home).join("xianzhi/config.toml"));
}

#[test]
fn what_is_printed_is_a_configuration_that_says_the_same() {
    let home = configured("again", "lang = \"en\"\nreports = [\"/reports\"]\n");
    let printed = config(&home, &[], &["config"]).done();
    let again = configured("again-2", &printed);
    let said =
        |text: &str| text.lines().filter_map(|line| Some(line.split_once("  # ")?.0.to_owned())).collect::<Vec<_>>();
    assert_eq!(said(&config(&again, &[], &["config"]).done()), said(&printed));
}

#[test]
fn without_a_file_all_is_default_and_its_place_is_told() {
    let home = scratch("none");
    let printed = config(home.to_str().unwrap(), &[("COLORFGBG", "0;15"), ("NO_COLOR", "1")], &["config"]).done();
    assert!(printed.starts_with(&format!("# {}, which is not there\n", home.join("xianzhi/config.toml").display())));
    assert!(says(&printed, "theme = \"auto\" # default; light here, from COLORFGBG"), "{printed}");
    assert!(says(&printed, "color = \"auto\" # default; never here, from NO_COLOR"), "{printed}");
}

#[test]
fn another_file_can_be_named() {
    let file = scratch("named").join("other.toml");
    fs::write(&file, "lang = \"en\"\n").unwrap();
    let printed = config("/nowhere", &[("XIANZHI_CONFIG", file.to_str().unwrap())], &["config"]).done();
    assert!(says(&printed, "lang = \"en\" # other.toml:1"), "{printed}");
}

#[test]
fn a_broken_file_is_told_field_by_field_and_the_rest_holds() {
    let home = configured("broken", "lang = \"en\"\nthem = \"dark\"\ncolor = \"pink\"\n");
    let ran = config(&home, &[], &["show", "长垣", "--data", &figures("broken-figures")]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("Gross regional product"), "the language holds: {}", ran.stdout);
    let file = Path::new(&home).join("xianzhi/config.toml");
    let expected = format!(
        "{0}:3: color: \"pink\" is none of auto, always, never, 16, 256, true\n{0}:2: them: no such setting; did you mean theme?\n",
        file.display()
    );
    assert_eq!(ran.stderr, expected);
}

#[test]
fn a_theme_that_is_none_is_refused_on_the_command_line_and_told_in_the_file() {
    let home = configured("themes", "theme = \"mine\"\n");
    let told = config(&home, &[], &["--theme", "drak"]).failed(2);
    assert!(
        told.contains("no theme is called drak; there are dark, light, high-contrast, colour-blind, auto"),
        "{told}"
    );
    let ran = config(&home, &[], &["config"]);
    assert!(ran.stderr.contains("config.toml:1: theme: no theme is called mine"), "{}", ran.stderr);
    fs::write(Path::new(&home).join("xianzhi/themes/mine.toml"), "base = \"light\"\n").unwrap();
    let printed = config(&home, &[], &["config"]).done();
    assert!(says(&printed, "theme = \"mine\" # config.toml:1"), "{printed}");
}

#[test]
fn colours_of_what_is_printed_follow_the_setting() {
    let report = scratch("colours").join("report.txt");
    fs::write(&report, "2024年，长垣市地区生产总值达到520.5亿元。\n").unwrap();
    let home = configured("colours-set", "color = \"always\"\n");
    let explain = ["extract", "--explain", report.to_str().unwrap()];
    assert!(config(&home, &[("NO_COLOR", "1")], &explain).done().contains('\x1b'), "the file asks for colours");
    let never = [&explain[..], &["--color", "never"]].concat();
    assert!(!config(&home, &[], &never).done().contains('\x1b'));
}

#[test]
fn what_the_readme_shows_is_a_configuration_and_a_theme() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, section) = readme.split_once("\n## Configuration\n").unwrap();
    let mut blocks = section.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
    let home = configured("readme", blocks.next().unwrap());
    fs::write(Path::new(&home).join("xianzhi/themes/mine.toml"), blocks.next().unwrap()).unwrap();
    let printed = config(&home, &[("XIANZHI_THEME", "mine")], &["config"]).done();
    let set = printed.lines().filter(|line| line.contains("config.toml:")).count();
    assert_eq!(set, 9, "every setting that it shows, but for the theme, comes from the file:\n{printed}");
    assert!(says(&printed, "theme = \"mine\" # environment: XIANZHI_THEME"), "{printed}");
}

#[test]
fn keys_are_printed_as_the_configuration_takes_them() {
    let home = configured("keys", "lang = \"en\"\n[keys.list]\nmove_down = [\"n\", \"C-n\"]\n[keys.tree]\npin = []\n");
    let printed = config(&home, &[], &["keys"]).done();
    assert!(says(&printed, "move_down = [\"n\", \"C-n\"] # A row down"), "{printed}");
    assert!(printed.lines().any(|line| line.starts_with("pin = [] ")), "{printed}");
    let again = configured("keys-again", &format!("lang = \"en\"\n{printed}"));
    assert_eq!(config(&again, &[], &["keys"]).done(), printed, "what is printed says the same");
}

#[test]
fn keys_that_cannot_be_are_told_by_name_and_the_rest_holds() {
    let text = "lang = \"en\"\n[keys]\nlist.move_up = \"G\"\nlist.move_dwn = \"n\"\nlist.move_first = \"Hom\"\neverywhere.quit = \"Q\"\n";
    let ran = config(&configured("keys-broken", text), &[], &["keys"]);
    for told in [
        "keys: list.move_up and list.move_last both want G in list; list.move_up has it",
        "keys: no action is called list.move_dwn; did you mean list.move_down?",
        "keys: list.move_first: no key is called \"Hom\"; did you mean Home?",
    ] {
        assert!(ran.stderr.contains(told), "{told}\n{}", ran.stderr);
    }
    assert!(says(&ran.stdout, "quit = \"Q\" # Quit"), "{}", ran.stdout);
    assert!(says(&ran.stdout, "move_first = [\"g\", \"Home\"] # To the first"), "{}", ran.stdout);
}
