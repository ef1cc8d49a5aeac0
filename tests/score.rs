//! What the annotated reports in ../shared must show; skipped, and said so, where they are not at hand.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// A folder beside the repository, when it is there.
#[expect(clippy::print_stderr, reason = "whoever reads the output should know")]
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    if !path.is_dir() {
        eprintln!("skipped: ../shared/{folder} is not there");
        return None;
    }
    Some(path)
}

fn extract(path: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xianzhi"))
        .env("XDG_CONFIG_HOME", env!("CARGO_TARGET_TMPDIR"))
        .args(["extract", "--format", "jsonl", "--strict"])
        .arg(path)
        .output()
        .expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

#[test]
fn lost_digits_are_flagged_and_not_read() {
    let Some(press) = shared("reports/press") else { return };
    let figures = extract(&press.join("004_db86c600a964af3c.txt"));
    let figures = figures.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let damaged = figures
        .filter(|figure| figure["region"] == "孟州市" && figure["metric"] == "gdp" && figure["measure"] == "level");
    let damaged = damaged.collect::<Vec<_>>();
    assert!(damaged.iter().any(|figure| figure["flag"] == "damaged"), "{damaged:?}");
    assert!(damaged.iter().all(|figure| figure["value"].is_null()), "{damaged:?}");
}
