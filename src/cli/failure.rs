//! How a run ends: the exit codes, and what is said on the way out.

use std::{
    ffi::OsString,
    fmt,
    io::{self, Write as _},
    process::{self, ExitCode},
};

use anyhow::{Error, Result};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::interrupt;
use crate::tui;

/// How a run ended that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All was done.
    Done,
    /// Nothing was found, or part of the input could not be read under `--strict`.
    Incomplete,
    /// The dashboard was left.
    Left(tui::Exit),
}

impl Outcome {
    /// The worse of two.
    pub(super) fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }
}

/// The request cannot be carried out as it was put; the message holds the remedy.
#[derive(Debug)]
pub(super) struct Usage(pub(super) String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// What could have been meant, to follow a name that is not known.
pub(super) fn did_you_mean(names: impl Iterator<Item = String>) -> String {
    let names = names.collect::<Vec<_>>();
    if names.is_empty() { String::new() } else { format!("; did you mean {}?", names.join(", ")) }
}

/// The error of a command line with what to do about it, where an option took the words behind it that were meant for
/// the subcommand.
pub(super) fn with_tip(mut error: clap::Error, arguments: &[OsString]) -> clap::Error {
    let greedy = match error.kind() {
        ErrorKind::MissingRequiredArgument | ErrorKind::WrongNumberOfValues => "--data",
        ErrorKind::InvalidValue => "--kind",
        _ => return error,
    };
    // Of a single word behind it none was meant for anything else.
    let behind = arguments.iter().skip_while(|argument| *argument != greedy).skip(1);
    let taken = behind.take_while(|argument| !argument.to_string_lossy().starts_with('-')).count();
    if taken > 1 || (taken == 1 && greedy != "--data") {
        let tip = format!("{greedy} takes every word behind it: put it last");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}

/// Names that are spelled much like a text, the nearest first, each with what it stands for.
pub(super) fn nearest<'a, T: PartialEq>(text: &str, names: impl Iterator<Item = (&'a str, T)>) -> Vec<T> {
    /// Less alike than this is another name: of three letters one may be wrong, or two in each other's place.
    const ALIKE: f64 = 0.6;
    let text = text.to_lowercase();
    let alike = names.map(|(name, what)| (strsim::normalized_damerau_levenshtein(&text, &name.to_lowercase()), what));
    let mut near: Vec<_> = alike.filter(|(alike, _)| *alike >= ALIKE).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut nearest = Vec::new();
    for (_, what) in near {
        if !nearest.contains(&what) {
            nearest.push(what);
        }
    }
    nearest
}

/// Tells something on standard error, as `eprintln!` does; where nobody listens any more, nothing is told.
macro_rules! say {
    ($($told:tt)*) => {
        $crate::cli::failure::told(format_args!($($told)*))
    };
}
pub(super) use say;

/// What [`say`] does.
pub(super) fn told(text: fmt::Arguments) {
    // A pipe that is closed, a terminal that is gone: no reason to stop what is being done.
    let _ = writeln!(io::stderr(), "{text}");
}

/// Tells on standard error that a question has no answer in the figures at hand.
pub(super) fn nothing(message: &str) -> Outcome {
    say!("xianzhi: {message}");
    Outcome::Incomplete
}

/// The exit code of a run, after its error was told on standard error.
pub(super) fn exit_code(result: Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::from(1),
        Ok(Outcome::Left(exit)) => ExitCode::from(exit.code()),
        Err(error) => ExitCode::from(report(&error)),
    }
}

/// Ends the program with an error at once, whatever its threads wait for.
pub(super) fn leave(error: &Error) -> ! {
    interrupt::tidy();
    process::exit(i32::from(report(error)))
}

/// Tells an error and gives its exit code. Whoever closed the pipe has had enough, which is no error.
fn report(error: &Error) -> u8 {
    if let Some(error) = error.downcast_ref::<clap::Error>() {
        return match error.print() {
            // A closed pipe under `--help` leaves nobody to tell.
            Err(failed) if failed.kind() != io::ErrorKind::BrokenPipe => {
                say!("xianzhi: writing to standard output: {failed}");
                1
            }
            _ => u8::try_from(error.exit_code()).unwrap_or(2),
        };
    }
    let closed = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed) {
        return 0;
    }
    say!("xianzhi: {error:#}");
    let no_terminal = matches!(error.downcast_ref(), Some(tui::Error::NoTerminal(_)));
    if no_terminal || error.is::<Usage>() { 2 } else { 1 }
}
