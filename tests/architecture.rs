//! Checks the rules of ARCHITECTURE.md against the source: who imports whom, who touches files, and
//! how large files grow. Each violation is told with its file, line and remedy.

#[path = "architecture/source.rs"]
mod source;

use std::{
    fs,
    path::{Path, PathBuf},
};

use source::{Named, Token};

/// What each module may import of the crate, beside itself.
const IMPORTS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("extract", &["model"]),
    ("index", &["model"]),
    ("query", &["index", "model"]),
    ("ledger", &["model"]),
    ("load", &["extract", "index", "ledger", "model"]),
    ("export", &["query", "index", "model"]),
    ("tui", &["export", "query", "index", "model"]),
    ("cli", &["export", "extract", "index", "ledger", "load", "model", "query", "tui"]),
    ("main", &["cli"]),
    ("lib", &[]),
];

/// What only some modules may name, and what the others do instead.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("ratatui", &["tui"], "return a plain value and let tui draw it"),
    ("crossterm", &["tui"], "only the dashboard talks to the terminal"),
    ("clap", &["cli"], "take plain arguments and let cli parse them"),
    ("std::fs", &["load", "cli", "ledger"], "take the text or bytes and let load read the file"),
    ("std::env", &["cli"], "take the value as an argument and let cli read the environment"),
    ("std::time", &["load", "tui", "cli", "ledger"], "take the time as an argument"),
    ("std::process", &["cli", "main"], "return an error and let main set the exit code"),
    ("std::net", &[], "the program does not use the network"),
    ("std::sync::OnceLock", &["model", "load", "tui", "cli"], "build the value once and pass it on"),
    ("std::sync::LazyLock", &["model", "load", "tui", "cli"], "build the value once and pass it on"),
];

/// Macros that print; only the command line does.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Where the dashboard has Chinese texts: its words, the keys with what they do, and units of reports.
const WORDS: &[&str] = &["src/tui/strings", "src/tui/keymap", "src/tui/units"];

const LONGEST: usize = 400;
const MEDIAN: usize = 120;

/// A file of the crate: its path from the root with `/`, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// `["tui", "panes", "tree"]` for src/tui/panes/tree.rs.
    fn module(&self) -> Vec<&str> {
        self.path.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect()
    }

    /// The name of the pane that the file belongs to.
    fn pane(&self) -> Option<&str> {
        self.path.strip_prefix("src/tui/panes/")?.split(['/', '.']).next()
    }

    /// Whether the file holds nothing but tests.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs")
    }

    fn lines(&self) -> usize {
        source::code(&self.text).trim_end().lines().count()
    }

    fn at(&self, line: usize, message: &str) -> String {
        format!("{}:{line}: {message}", self.path)
    }
}

#[test]
fn the_source_keeps_the_rules() {
    let files = files();
    assert!(files.len() > 20, "found only {} files under src", files.len());
    let violations = violations(&files);
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

fn violations(files: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        let tokens = source::tokens(&source::code(&file.text));
        let paths = source::paths(&tokens, &file.module());
        found.extend(imports(file, &paths));
        found.extend(reserved(file, &paths));
        found.extend(printing(file, &tokens));
        found.extend(panes(file, &paths));
        found.extend(views(file, &tokens));
        found.extend(words(file));
        found.extend(shape(file));
    }
    found.extend(median(files));
    found
}

/// Nobody imports what the table does not grant.
fn imports(file: &File, paths: &[Named]) -> Vec<String> {
    let own = file.module()[0];
    let Some((_, granted)) = IMPORTS.iter().find(|(module, _)| *module == own) else {
        return vec![file.at(
            1,
            &format!("{own} is not in the table of imports; add it to tests/architecture.rs and ARCHITECTURE.md"),
        )];
    };
    let crossing = paths.iter().filter_map(|named| match named.path.as_slice() {
        [root, module, ..] if root == "crate" || (root == "xianzhi" && own == "main") => Some((named.line, module)),
        _ => None,
    });
    let is_module = |name: &str| IMPORTS.iter().any(|(module, _)| *module == name);
    crossing
        .filter(|(_, module)| is_module(module) && *module != own && !granted.contains(&module.as_str()))
        .map(|(line, module)| {
            let may = if granted.is_empty() { "nothing of the crate".to_owned() } else { granted.join(", ") };
            file.at(
                line,
                &format!("{own} must not import {module}, only {may}; pass what is needed as a value of model"),
            )
        })
        .collect()
}

/// Nobody names crates and parts of the standard library that are reserved to others.
fn reserved(file: &File, paths: &[Named]) -> Vec<String> {
    let own = file.module()[0];
    let mut found = Vec::new();
    for (prefix, holders, remedy) in RESERVED.iter().filter(|(_, holders, _)| !holders.contains(&own)) {
        let holders = if holders.is_empty() { "nobody".to_owned() } else { holders.join(" and ") };
        found.extend(
            paths
                .iter()
                .filter(|named| named.is_under(prefix))
                .map(|named| file.at(named.line, &format!("{prefix} is for {holders}; {remedy}"))),
        );
    }
    found
}

/// Only the command line prints.
fn printing(file: &File, tokens: &[Token]) -> Vec<String> {
    if file.module()[0] == "cli" {
        return Vec::new();
    }
    let calls = tokens.windows(2).filter(|pair| pair[1].text == "!" && PRINTING.contains(&pair[0].text.as_str()));
    calls.map(|pair| file.at(pair[0].line, &format!("{}! is for cli; return the text instead", pair[0].text))).collect()
}

/// Panes do not know each other.
fn panes(file: &File, paths: &[Named]) -> Vec<String> {
    let Some(own) = file.pane() else { return Vec::new() };
    let others = paths.iter().filter_map(|named| match named.path.as_slice() {
        [.., panes, other, _] | [.., panes, other] if panes == "panes" && other != own => Some((named.line, other)),
        _ => None,
    });
    others
        .map(|(line, other)| {
            file.at(
                line,
                &format!("pane {own} must not import pane {other}; return an Action and let update pass it on"),
            )
        })
        .collect()
}

/// Drawing changes nothing but the buffer, and takes its colours from the theme.
fn views(file: &File, tokens: &[Token]) -> Vec<String> {
    let is_view = file.path.starts_with("src/tui/") && file.path.ends_with("/view.rs");
    if !is_view {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.text == "Color" {
            found.push(file.at(token.line, "a view names no colour; give it a meaning in the theme"));
        }
        if token.text == "fn" {
            let signature = tokens[at..].iter().take_while(|token| token.text != "{" && token.text != ";");
            found.extend(changed(&signature.collect::<Vec<_>>()).map(|target| {
                file.at(
                    target.line,
                    &format!("a view takes no &mut {}; change state in update, before drawing", target.text),
                )
            }));
        }
    }
    found
}

/// What a signature takes by `&mut` or `&'a mut` that is not drawn on.
fn changed<'a>(signature: &[&'a Token]) -> impl Iterator<Item = &'a Token> {
    let exclusive = |three: &&[&Token]| three[1].text == "mut" && three[0].text != "(" && three[0].text != ",";
    let targets = signature.windows(3).filter(exclusive).map(|three| three[2]).collect::<Vec<_>>();
    targets.into_iter().filter(|target| !["Buffer", "Frame"].contains(&target.text.as_str()))
}

/// Words of the interface stand where both languages stand beside each other.
fn words(file: &File) -> Vec<String> {
    let is_elsewhere = file.path.starts_with("src/tui") && !WORDS.iter().any(|place| file.path.starts_with(place));
    let literals = if is_elsewhere { source::literals(&file.text) } else { Vec::new() };
    let chinese = literals.into_iter().filter(|(_, text)| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)));
    chinese
        .map(|(line, text)| {
            file.at(
                line,
                &format!("{text} is a word of the interface; it stands in src/tui/strings, in both languages"),
            )
        })
        .collect()
}

/// No mod.rs, no file that is too long, a first sentence in each.
fn shape(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    if file.path.ends_with("/mod.rs") {
        found.push(file.at(1, "modules are foo.rs beside foo/; rename it"));
    }
    if file.lines() > LONGEST {
        found.push(file.at(
            LONGEST,
            &format!("{} lines without tests, {LONGEST} are allowed; split it by what it knows", file.lines()),
        ));
    }
    if !file.text.starts_with("//! ") {
        found.push(file.at(1, "a module opens with one sentence (//!) that says what it holds"));
    }
    found
}

/// Most files are short.
fn median(files: &[File]) -> Option<String> {
    let mut lengths = files.iter().filter(|file| !file.is_test()).map(File::lines).collect::<Vec<_>>();
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    (middle > MEDIAN).then(|| format!("src: the median file has {middle} lines without tests, {MEDIAN} are allowed"))
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join("src"), &mut found);
    found.sort();
    let relative = |path: &PathBuf| {
        let parts = path.strip_prefix(root).expect("under the root").iter();
        parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    };
    found
        .iter()
        .map(|path| File { path: relative(path), text: fs::read_to_string(path).expect("source is UTF-8") })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is a folder") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What the checks say of a file with this text.
fn told(path: &str, text: &str) -> Vec<String> {
    violations(&[File { path: path.to_owned(), text: format!("//! Says what it holds.\n{text}") }])
}

#[test]
fn a_forbidden_import_is_told_with_line_and_remedy() {
    let told = told("src/tui/app.rs", "use crate::{\n    query::Profile,\n    load::open,\n};\n");
    let expected = "src/tui/app.rs:4: tui must not import load, only export, query, index, model; \
                    pass what is needed as a value of model";
    assert_eq!(told, [expected]);
}

#[test]
fn every_way_to_name_a_module_counts() {
    for text in
        ["fn f() { crate::tui::run() }", "use super::tui;", "use crate::{index, tui as t};", "use self::super::tui::*;"]
    {
        assert_eq!(told("src/query.rs", text).len(), 1, "{text}");
    }
    for text in [
        "// use crate::tui;",
        "const S: &str = \"crate::tui\";",
        "#[cfg(test)]\nmod tests { use crate::tui; }",
        "use crate::index;",
    ] {
        assert!(told("src/query.rs", text).is_empty(), "{text}");
    }
}

#[test]
fn reserved_names_stay_where_they_belong() {
    assert!(told("src/extract/scan.rs", "use std::{fs, str};")[0].contains("std::fs is for load and cli"));
    assert!(told("src/export/table.rs", "fn f() { println!(); }")[0].contains("println! is for cli"));
    assert!(told("src/query.rs", "use ratatui::style::Style;")[0].contains("ratatui is for tui"));
    assert!(told("src/index.rs", "fn f() { let _ = std::time::Instant::now(); }")[0].contains("std::time"));
    assert!(told("src/load/files.rs", "use std::fs;").is_empty());
    assert!(told("src/tui/app.rs", "use ratatui::Frame;").is_empty());
}

#[test]
fn panes_and_views_keep_to_themselves() {
    assert!(told("src/tui/panes/tree/state.rs", "use crate::tui::panes::table::State;")[0].contains("pane table"));
    assert!(told("src/tui/panes/tree/state.rs", "use super::super::table::State;")[0].contains("pane table"));
    assert!(told("src/tui/panes/tree/view.rs", "use super::State;\nuse crate::tui::panes::tree::Row;").is_empty());
    assert!(told("src/tui/panes/tree/view.rs", "fn f(s: &mut State, b: &mut Buffer) {}")[0].contains("&mut State"));
    assert!(told("src/tui/panes/tree/view.rs", "fn f<'a>(s: &'a mut State) {}")[0].contains("&mut State"));
    assert!(told("src/tui/panes/tree/view.rs", "fn f() { g(Color::Red) }")[0].contains("names no colour"));
    assert!(told("src/tui/panes/tree/view.rs", "fn f(b: &mut Buffer) { let x = &mut y; }").is_empty());
}

#[test]
fn chinese_words_stand_with_the_others() {
    let text = "// 对比\nfn f() -> &'static str { \"对比\" }\n#[cfg(test)]\nmod tests { const A: &str = \"对比\"; }";
    let told_of = told("src/tui/panes/tree/state.rs", text);
    assert_eq!(told_of.len(), 1, "{told_of:?}");
    assert!(
        told_of[0].starts_with("src/tui/panes/tree/state.rs:3: \"对比\" is a word of the interface"),
        "{told_of:?}"
    );
    assert!(told("src/tui/panes/tree/state.rs", "fn f() -> char { '均' }")[0].contains("'均'"));
    assert!(told("src/tui/strings/rank.rs", text).is_empty());
    assert!(told("src/query.rs", text).is_empty());
}

#[test]
fn long_files_and_mod_rs_are_told() {
    assert!(told("src/index/mod.rs", "")[0].contains("foo.rs beside foo/"));
    assert!(told("src/index/atlas.rs", &"fn f() {}\n".repeat(400))[0].contains("401 lines"));
    assert!(told("src/index/atlas.rs", &"fn f() {}\n".repeat(130))[0].contains("median"));
    let tested = format!("#[cfg(test)]\nmod tests {{\n{}}}", "fn f() {}\n".repeat(500));
    assert!(told("src/index/atlas.rs", &tested).is_empty());
    let untold = [File { path: "src/index.rs".to_owned(), text: "use std::fmt;".to_owned() }];
    assert!(violations(&untold)[0].contains("one sentence"));
}
