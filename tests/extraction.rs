//! What is read out of prose: each file under tests/extraction holds cases of one family of phrases.
//!
//! A case opens with `== what it shows`; its text follows, then a line for each figure that must be read:
//!
//! ```text
//! > TEXT MEASURE METRIC REGION PERIOD [value=] [unit=] [bound=] [status=] [scope=] [base=] [flag=]
//! ? TEXT
//! ```
//!
//! METRIC is the key, or the name in quotes; `-` stands for what the text does not tell. The usual is left out: `=`,
//! `actual`, and a value and unit as TEXT shows them. `?` names a number that may be read or not. A case without lines
//! holds no figure.
//!
//! `REWRITE=1 cargo test --test extraction` writes what is read into the files; check each line, for the files say what
//! is right. What is still read wrongly waits in tests/extraction/pending and is moved when it is read rightly.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use xianzhi::{
    extract::Extractor,
    model::{Catalogue, Document, Figure, Gazetteer, Source, Value},
};

/// A text with the figures under it.
#[derive(Default)]
struct Case {
    line: usize,
    title: String,
    text: String,
    expected: Vec<String>,
    optional: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (at, line) in file.lines().enumerate() {
        if let Some(title) = line.strip_prefix("== ") {
            cases.push(Case { line: at + 1, title: title.to_owned(), ..Case::default() });
            continue;
        }
        let case = cases.last_mut().expect("a file opens with a case");
        match line.split_at_checked(2) {
            Some(("> ", _)) => case.expected.push(line.to_owned()),
            Some(("? ", number)) => case.optional.push(number.to_owned()),
            _ => case.text.extend([line, "\n"]),
        }
    }
    cases
}

impl Case {
    fn read(&self, extractor: &Extractor) -> Vec<String> {
        let document = Document { source: Source::default(), text: self.text.clone() };
        let optional = |figure: &Figure| self.optional.contains(&joined(&figure.text));
        extractor.read(&document).figures.iter().filter(|figure| !optional(figure)).map(shown).collect()
    }
}

/// A number that is broken over lines in one piece.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The line that stands for a figure.
fn shown(figure: &Figure) -> String {
    let told = serde_json::to_value(figure).expect("a figure is plain data");
    let word = |field: &str| told[field].as_str();
    let text = joined(&figure.text);
    let metric = word("metric").map_or(format!("\"{}\"", figure.name), str::to_owned);
    let measure = word("measure").unwrap_or_default();
    let mut line =
        format!("> {text} {measure} {metric} {} {}", word("region").unwrap_or("-"), word("period").unwrap_or("-"));
    let mut field = |name: &str, value: &str| line.extend([" ", name, "=", value]);

    let plain = text.trim_start_matches(['第', '前']).replace([',', '余', '多'], "").replace('％', "%");
    let end = plain.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(plain.len());
    match &figure.value {
        Some(Value::Number(number)) if Ok(*number) != plain[..end].parse() => field("value", &number.to_string()),
        Some(Value::Ratio(ratio)) if *ratio != text => field("value", ratio),
        _ => {}
    }
    let number = plain.ends_with(|c: char| c.is_ascii_digit());
    let evident = if figure.unit.is_empty() { number } else { plain.ends_with(&figure.unit) };
    if !evident && !["位", "比"].contains(&figure.unit.as_str()) {
        field("unit", &figure.unit);
    }
    for (name, usual) in [("bound", "="), ("status", "actual"), ("scope", ""), ("base", ""), ("flag", "")] {
        if let Some(value) = word(name).filter(|value| *value != usual) {
            field(name, value);
        }
    }
    line
}

/// Lines with a mark before each.
fn lines(of: &[String], mark: impl Fn(&String) -> &'static str) -> String {
    of.iter().flat_map(|line| [mark(line), line, "\n"]).collect()
}

/// The files of cases in a folder under tests; a folder without any need not be there.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path()).filter(|path| path.is_file());
    let mut files: Vec<_> =
        paths.map(|path| (path.clone(), fs::read_to_string(path).expect("cases are UTF-8"))).collect();
    files.sort();
    files
}

fn extractor() -> Extractor {
    Extractor::new(&Arc::new(Gazetteer::carried()), &Catalogue::carried())
}

#[test]
fn the_cases_are_read_rightly() {
    let (extractor, files, mut wrong) = (extractor(), files("extraction"), String::new());
    assert!(!files.is_empty());
    for (path, file) in files {
        let mut written = String::new();
        for case in cases(&file) {
            let read = case.read(&extractor);
            let optional: Vec<_> = case.optional.iter().map(|number| format!("? {number}")).collect();
            let head = format!("== {}\n{}\n", case.title, case.text.trim_end());
            written.extend([&head, &lines(&optional, |_| ""), &lines(&read, |_| ""), "\n"]);
            if read != case.expected {
                // A mark stands before each line that the other side lacks.
                let missing = lines(&case.expected, |line| if read.contains(line) { "  " } else { "- " });
                let added = lines(&read, |line| if case.expected.contains(line) { "  " } else { "+ " });
                writeln!(wrong, "\n{}:{}:\n{head}expected\n{missing}read\n{added}", path.display(), case.line).unwrap();
            }
        }
        if env::var_os("REWRITE").is_some() {
            fs::write(path, written.trim_end().to_owned() + "\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_pending_is_still_read_wrongly() {
    let (extractor, mut right) = (extractor(), String::new());
    for (path, file) in files("extraction/pending") {
        for case in cases(&file).iter().filter(|case| case.read(&extractor) == case.expected) {
            let (family, at) = (path.file_name().unwrap().display(), format!("{}:{}", path.display(), case.line));
            writeln!(right, "{at}: now read rightly; move it to tests/extraction/{family}").unwrap();
        }
    }
    assert!(right.is_empty(), "\n{right}");
}
