//! Runs the binary with a few figures of its own.
#![allow(dead_code, reason = "not every test that shares this file uses all of it")]

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
};

/// Figures of three units of one city, as `extract` would write them.
const FIGURES: &str = r#"{"doc":"甲.txt","start":10,"end":18,"paragraph":2,"text":"704.11亿元","region":"长垣市","region_code":410783,"metric":"gdp","name":"地区生产总值","measure":"level","value":704.11,"unit":"亿元","bound":"=","period":"2024","status":"actual","scope":null,"base":null,"doubt":[],"flag":null}
{"doc":"甲.txt","start":22,"end":26,"paragraph":2,"text":"5.5%","region":"长垣市","region_code":410783,"metric":"gdp","name":"地区生产总值","measure":"growth","value":5.5,"unit":"%","bound":"=","period":"2024","status":"actual","scope":null,"base":"yoy","doubt":["metric_before"],"flag":null}
{"doc":"甲.txt","start":33,"end":36,"paragraph":2,"text":"10位","region":"长垣市","region_code":410783,"metric":"gdp","name":"地区生产总值","measure":"rank","value":10,"unit":"位","bound":"<=","period":"2024","status":"actual","scope":"全省县域","base":null,"doubt":[],"flag":null}
{"doc":"甲.txt","start":50,"end":55,"paragraph":3,"text":"74.8%","region":"长垣市","region_code":410783,"metric":"tax_share","name":"税收占比","measure":"level","value":74.8,"unit":"%","bound":"=","period":"2024","status":"actual","scope":null,"base":null,"doubt":[],"flag":null}
{"doc":"甲.txt","start":70,"end":74,"paragraph":4,"text":"60亿元","region":"长垣市","region_code":410783,"metric":"fiscal_revenue","name":"一般公共预算收入","measure":"level","value":60,"unit":"亿元","bound":"=","period":"2025","status":"target","scope":null,"base":null,"doubt":[],"flag":null}
{"doc":"乙.txt","start":10,"end":17,"paragraph":2,"text":"297.6亿元","region":"红旗区","region_code":410702,"metric":"gdp","name":"地区生产总值","measure":"level","value":297.6,"unit":"亿元","bound":"=","period":"2024","status":"actual","scope":null,"base":null,"doubt":[],"flag":null}
{"doc":"丙.txt","start":10,"end":17,"paragraph":2,"text":"1000000万元","region":"凤泉区","region_code":410704,"metric":"gdp","name":"地区生产总值","measure":"level","value":1000000,"unit":"万元","bound":">","period":"2024","status":"actual","scope":null,"base":null,"doubt":[],"flag":null}
"#;

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// The output of a run that must have gone well and without a word on standard error.
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{}", self.stdout);
        self.stdout
    }

    /// What was told on standard error by a run that must have ended with this code and no output.
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!((self.code, self.stdout.as_str()), (code, ""), "{}", self.stderr);
        self.stderr
    }
}

/// A folder of its own for a test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    // It may be there from the run before.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// A file with the figures, for the test of this name.
pub(crate) fn figures(name: &str) -> String {
    let file = scratch(name).join("figures.jsonl");
    fs::write(&file, FIGURES).expect("the target folder can be written");
    file.to_str().expect("the path is UTF-8").to_owned()
}

/// A command that reads and writes nothing of whoever runs the tests.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xianzhi"));
    command.args(arguments).stdin(Stdio::null()).env_clear().env("RUST_BACKTRACE", "0");
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli/nowhere");
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA"] {
        command.env(variable, &nowhere);
    }
    command
}

/// Runs to the end.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    run_in(Path::new("."), arguments)
}

/// Runs to the end in a folder.
pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    ran(command(arguments).current_dir(folder))
}

/// Runs to the end with these environment variables.
pub(crate) fn run_with(environment: &[(&str, &str)], arguments: &[&str]) -> Ran {
    ran(command(arguments).envs(environment.iter().copied()))
}

fn ran(command: &mut Command) -> Ran {
    ended(command.output().expect("the binary runs"))
}

fn ended(output: Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { code: output.status.code().expect("no signal"), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Runs into a pipe that nobody reads; gives the exit code and standard error.
pub(crate) fn run_unread(arguments: &[&str]) -> (i32, String) {
    let mut child = command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    (output.status.code().expect("no signal"), String::from_utf8(output.stderr).expect("output is UTF-8"))
}

/// Runs with its output on a full disk, which must end it with 1; gives what it says.
#[cfg(target_os = "linux")]
pub(crate) fn run_full(arguments: &[&str]) -> String {
    let full = fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = command(arguments).stdout(full).stderr(Stdio::piped()).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).expect("output is UTF-8")
}

/// Runs where nobody reads what it says, neither the answer nor what goes wrong; gives the exit code.
pub(crate) fn run_unheard(arguments: &[&str]) -> Option<i32> {
    let mut child = command(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stderr.take());
    child.wait().expect("it ends").code()
}

/// Runs to the end with something on standard input.
#[allow(dead_code, reason = "not every test that shares this file feeds any")]
pub(crate) fn run_fed(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    let output = thread::scope(|scope| {
        // Whoever has had enough closes the pipe.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("it ends")
    });
    ended(output)
}

/// Starts it with pipes for all that goes in and out.
#[allow(dead_code, reason = "not every test that shares this file talks to it")]
pub(crate) fn start(arguments: &[&str]) -> Child {
    let mut command = command(arguments);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the binary runs")
}
