//! What is said to be saved is saved: the program killed at any moment, and two at once.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(dead_code, reason = "the program is started in more ways elsewhere")]

#[path = "cli/program.rs"]
mod program;

use std::{
    collections::{HashSet, hash_map::RandomState},
    fs::{self, OpenOptions},
    hash::BuildHasher as _,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    process::Child,
    thread,
    time::Duration,
};

use program::{figures, run, start};
use serde_json::Value;

/// So often the program is killed.
const KILLS: u64 = 100;

/// A number below `limit`, which differs from run to run.
fn random(limit: u64) -> u64 {
    RandomState::new().hash_one(0_u8) % limit
}

/// A writer of corrections that is fed acts as long as it takes them.
struct Writer {
    child: Child,
    said: BufReader<std::process::ChildStdout>,
}

impl Writer {
    /// Feeds `count` acts, each with another value.
    fn new(figures: &str, first: u64, count: u64) -> Self {
        let mut child = start(&["correct", "batch", "--data", figures, "--author", "测"]);
        let mut stdin = child.stdin.take().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            for value in first..first + count {
                let act =
                    format!(r#"{{"act":"change","figure":"甲.txt@10-18","set":{{"value":{value}}},"note":"{value}"}}"#);
                // Whoever was killed reads no more.
                if writeln!(stdin, "{act}").is_err() {
                    return;
                }
            }
        });
        Self { child, said }
    }

    /// The id that the next line says is saved; nothing once it has ended.
    fn saved(&mut self) -> Option<String> {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        // Half a line says nothing.
        let said = line.strip_suffix('\n')?;
        let (id, _) = said.strip_prefix("saved ").unwrap().split_once(':').unwrap();
        Some(id.to_owned())
    }

    /// What was said until it ended.
    fn rest(mut self) -> (Vec<String>, String) {
        let saved = std::iter::from_fn(|| self.saved()).collect();
        self.child.wait().unwrap();
        let mut told = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        (saved, told)
    }
}

fn ledger(figures: &str) -> PathBuf {
    Path::new(figures).with_file_name("corrections.jsonl")
}

/// The acts of a ledger, and what stands behind its last whole line.
fn acts(path: &Path) -> (Vec<Value>, Vec<u8>) {
    let content = fs::read(path).unwrap_or_default();
    let end = content.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let lines = std::str::from_utf8(&content[..end]).unwrap().lines();
    (lines.map(|line| serde_json::from_str(line).unwrap()).collect(), content[end..].to_vec())
}

fn ids(acts: &[Value]) -> Vec<&str> {
    acts.iter().map(|act| act["id"].as_str().unwrap()).collect()
}

/// Whether what was torn off was put into a file of its own.
fn is_aside(ledger: &Path, torn: &[u8]) -> bool {
    let files = fs::read_dir(ledger.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().starts_with("corrections.jsonl.torn-");
    files.filter(|path| name(path)).any(|path| fs::read(path).unwrap() == torn)
}

#[test]
fn killed_at_any_moment_it_has_saved_what_it_said() {
    let figures = figures("killed");
    let ledger = ledger(&figures);
    let mut saved: Vec<String> = Vec::new();
    let mut torn: Vec<Vec<u8>> = Vec::new();
    for round in 0..KILLS {
        let before = acts(&ledger).1;
        let mut writer = Writer::new(&figures, round * 1000, 1000);
        for _ in 0..random(5) {
            saved.extend(writer.saved());
        }
        thread::sleep(Duration::from_micros(random(3000)));
        writer.child.kill().unwrap();
        let (rest, told) = writer.rest();
        assert!(!told.contains("was broken off") || !before.is_empty(), "{told}");
        saved.extend(rest);

        // All that was said is there, once and in its order; the one after may be, unsaid, or part of its line.
        let (acts, tail) = acts(&ledger);
        let there = ids(&acts);
        let said: HashSet<&str> = saved.iter().map(String::as_str).collect();
        let kept: Vec<_> = there.iter().copied().filter(|id| said.contains(id)).collect();
        assert_eq!(kept, saved, "round {round}");
        assert!(there.len() <= saved.len() + round as usize + 1, "at most one act a kill was not said");

        // A crash of the whole machine may leave half a line far more often than the kill of a process.
        if round % 10 == 5 && !acts.is_empty() && tail.is_empty() {
            let line = acts.last().unwrap().to_string();
            let half = &line.as_bytes()[..=random(line.len() as u64 - 2) as usize];
            OpenOptions::new().append(true).open(&ledger).unwrap().write_all(half).unwrap();
        }
        let tail = self::acts(&ledger).1;
        if !tail.is_empty() {
            let listed = run(&["ledger", "--data", &figures, "-f", "jsonl"]);
            assert!(listed.stderr.contains("breaks off") && listed.stdout.lines().count() == acts.len(), "{listed:?}");
            // A value that the writer before did not come to: who changes nothing saves nothing.
            let (said, told) = Writer::new(&figures, round * 1000 + 999, 1).rest();
            saved.extend(said);
            assert!(told.contains("was broken off") && told.contains("corrections.jsonl.torn-"), "{told}");
            torn.push(tail);
        }
    }
    assert!(saved.len() > KILLS as usize / 2, "only {} were saved before they were killed", saved.len());
    assert!(torn.len() > 5 && torn.iter().all(|torn| is_aside(&ledger, torn)), "nothing is dropped");

    // Every act is known to whoever opens the figures, and the last one holds.
    let (acts, tail) = acts(&ledger);
    assert!(tail.is_empty());
    let listed = run(&["ledger", "--data", &figures, "-f", "jsonl"]).done();
    assert_eq!(listed.lines().count(), acts.len());
    let last: Value = serde_json::from_str(listed.lines().last().unwrap()).unwrap();
    assert_eq!(last["standing"], "applied");
    let shown = run(&["show", "长垣市", "--data", &figures, "-f", "jsonl"]).done();
    let shown: Vec<Value> = shown.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let gdp = shown.iter().find(|figure| figure["text"] == "704.11亿元").unwrap();
    assert_eq!((&gdp["value"], &gdp["review"]), (&acts.last().unwrap()["set"]["value"], &"changed".into()));
    println!(
        "{KILLS} kills: {} said to be saved, {} in the ledger, {} lines torn",
        saved.len(),
        acts.len(),
        torn.len()
    );
}

#[test]
fn two_at_once_lose_and_mix_nothing() {
    let figures = figures("two-at-once");
    let writers = [0, 1000].map(|first| Writer::new(&figures, first, 200));
    let saved = writers.map(|writer| thread::spawn(|| writer.rest()));
    let [(one, _), (other, _)] = saved.map(|said| said.join().unwrap());
    assert_eq!((one.len(), other.len()), (200, 200));
    let (acts, tail) = acts(&ledger(&figures));
    assert!(tail.is_empty());
    assert_eq!(acts.len(), 400);
    for saved in [one, other] {
        let own: HashSet<&str> = saved.iter().map(String::as_str).collect();
        let there: Vec<_> = ids(&acts).into_iter().filter(|id| own.contains(id)).collect();
        assert_eq!(there, saved, "in the order in which each was said");
    }
    assert_eq!(run(&["ledger", "--data", &figures, "-f", "jsonl"]).done().lines().count(), 400);
}
