//! What a shell and its user's manual need: completions and manual pages of the real binary.

#[path = "cli/program.rs"]
mod program;

use std::fs;

#[cfg(target_os = "linux")]
use program::run_full;
use program::{run, run_unheard, run_unread, scratch};

#[test]
fn every_shell_gets_completions_that_know_the_subcommands() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]).done();
        for word in ["compare", "--within"] {
            // fish writes long options without their dashes.
            assert!(script.contains(word.trim_start_matches('-')), "{shell}: {word}");
        }
    }
    assert!(run(&["completions", "tcsh"]).failed(2).contains("possible values"));
}

#[test]
fn there_is_a_manual_page_for_every_subcommand() {
    let folder = scratch("man").join("man1");
    run(&["man", folder.to_str().expect("the path is UTF-8")]).done();
    let page = fs::read_to_string(folder.join("xianzhi-compare.1")).expect("it was written");
    assert!(page.contains(".SH NAME") && page.contains("side by side"), "{page}");
    let main = run(&["man"]).done();
    assert!(main.contains("Exit codes:") && main.contains("xianzhi\\-rank(1)"), "{main}");
    let named: Vec<_> = main.split("xianzhi\\-").skip(1).filter_map(|rest| rest.split_once("(1)")).collect();
    assert!(named.len() > 10, "{named:?}");
    for (name, _) in named {
        assert!(folder.join(format!("xianzhi-{name}.1")).exists(), "{name}");
    }
}

#[test]
fn nobody_needs_to_hear_what_is_said() {
    assert_eq!(run_unheard(&["show", "火星"]), Some(1));
    assert_eq!(run_unheard(&["audit", "--year", "1900"]), Some(0));
    assert_eq!(run_unheard(&["show", "长垣", "-f", "svg"]), Some(2));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_whatever_is_printed() {
    for arguments in [&["config"][..], &["keys"], &["man"], &["completions", "bash"], &["regions"], &["--help"]] {
        let told = run_full(arguments);
        assert!(told.contains("writing to standard output: "), "{arguments:?}: {told}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    for arguments in [&["completions", "zsh"][..], &["man"]] {
        assert_eq!(run_unread(arguments), (0, String::new()), "{arguments:?}");
    }
}
