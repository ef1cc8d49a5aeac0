//! The README tells the truth: its examples print what it shows, its keys are those of the dashboard.
//!
//! `UPDATE_README=1 cargo test --test cli_readme` writes anew what has changed.

#[path = "cli/program.rs"]
mod program;

use std::{env, fs};

use xianzhi::model::Language;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Marks in the README between which the list of keys stands.
const KEYS: [&str; 2] = ["<!-- keys -->\n", "<!-- /keys -->"];

/// The text with the output of the commands in its `console` blocks as they print it.
fn with_output(text: &str, print: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        match line.trim_end() {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        match line.strip_prefix("$ ") {
            Some(command) if inside => out.extend([line, &print(command.trim_end())]),
            None if inside && !line.starts_with("```") => {}
            _ => out.push_str(line),
        }
    }
    out
}

/// The text with the list of keys between its marks.
fn with_keys(text: &str, keys: &str) -> String {
    let (before, rest) = text.split_once(KEYS[0]).expect("the README marks where the keys begin");
    let (_, after) = rest.split_once(KEYS[1]).expect("the README marks where the keys end");
    format!("{before}{}\n{}\n\n{}{after}", KEYS[0], keys.trim(), KEYS[1])
}

/// Runs `xianzhi …`, also with `| head -N` after it.
fn printed(command: &str) -> String {
    let (command, lines) = match command.split_once(" | head -") {
        Some((command, lines)) => (command, lines.parse().expect("a number of lines")),
        None => (command, usize::MAX),
    };
    let arguments =
        command.strip_prefix("xianzhi ").expect("examples run xianzhi").split_whitespace().collect::<Vec<_>>();
    program::run(&arguments).done().split_inclusive('\n').take(lines).collect()
}

#[test]
fn the_readme_shows_what_is() {
    let shown = fs::read_to_string(README).unwrap();
    let is = with_keys(&with_output(&shown, printed), &xianzhi::tui::key_list(Language::En));
    if env::var_os("UPDATE_README").is_some() {
        fs::write(README, &is).unwrap();
        return;
    }
    let differs = shown.lines().zip(is.lines()).enumerate().find(|(_, (shown, is))| shown != is);
    if let Some((number, (shown, is))) = differs {
        panic!(
            "README.md:{} shows\n{shown}\nand it should be\n{is}\nUPDATE_README=1 cargo test --test cli_readme writes it",
            number + 1
        );
    }
    assert_eq!(shown, is);
}

#[test]
fn only_output_is_written_anew() {
    let text = "# T\n```console\n$ xianzhi a\nold\nolder\n$ xianzhi b\n```\ntext\n```sh\n$ kept\nkept\n```\n";
    let expected =
        "# T\n```console\n$ xianzhi a\n[xianzhi a]\n$ xianzhi b\n[xianzhi b]\n```\ntext\n```sh\n$ kept\nkept\n```\n";
    assert_eq!(with_output(text, |command| format!("[{command}]\n")), expected);
    let text = "a\n<!-- keys -->\nold\n<!-- /keys -->\nb\n";
    assert_eq!(with_keys(text, "**K**\n"), "a\n<!-- keys -->\n\n**K**\n\n<!-- /keys -->\nb\n");
}
