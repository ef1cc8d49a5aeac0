//! JSON objects, one a line, streamed; a line that is broken is told and the rest is read.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read as _},
    ops::ControlFlow,
    path::Path,
};

use serde::de::DeserializeOwned;

use super::Trouble;

/// The longest line, in bytes, its end not counted.
pub(super) const LONGEST: u64 = 64 << 20;

/// So many broken lines of a file are told; beyond that only their number.
const TOLD: usize = 20;

/// The troubles of one file, the first of them in full.
pub(super) struct Log<'a> {
    path: &'a Path,
    told: Vec<Trouble>,
    untold: usize,
}

impl<'a> Log<'a> {
    pub(super) fn new(path: &'a Path) -> Self {
        Self { path, told: Vec::new(), untold: 0 }
    }

    /// Notes what is wrong with a line.
    pub(super) fn line(&mut self, line: usize, message: impl Into<String>) {
        if self.told.len() < TOLD {
            self.told.push(Trouble::at(self.path, line, message));
        } else {
            self.untold += 1;
        }
    }

    pub(super) fn finish(mut self) -> Vec<Trouble> {
        if self.untold > 0 {
            let more = format!("{} more lines have troubles; mend those above and open it again", self.untold);
            self.told.push(Trouble::new(self.path, more));
        }
        self.told
    }
}

/// Opens a file of lines.
pub(super) fn open(path: &Path) -> Result<BufReader<File>, Trouble> {
    File::open(path).map(|file| BufReader::with_capacity(1 << 16, file)).map_err(|error| unreadable(path, &error))
}

/// A file that cannot be opened or read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Trouble {
    let remedy = match error.kind() {
        std::io::ErrorKind::NotFound => "check the path",
        std::io::ErrorKind::PermissionDenied => "ask for leave to read it",
        _ => "check the file and its disk",
    };
    Trouble::new(path, format!("cannot be read ({error}); {remedy}"))
}

/// Reads every line as a `T` and hands it over with its number, until told to stop. `what` is what a line
/// should hold.
pub(super) fn read<T: DeserializeOwned>(
    reader: impl BufRead,
    what: &str,
    log: &mut Log<'_>,
    take: impl FnMut(usize, T, &mut Log<'_>) -> ControlFlow<()>,
) {
    read_with(reader, what, |line| serde_json::from_slice(line), log, take);
}

/// The same, where what a line holds has to be looked for.
pub(super) fn read_with<T>(
    mut reader: impl BufRead,
    what: &str,
    parse: impl Fn(&[u8]) -> serde_json::Result<T>,
    log: &mut Log<'_>,
    mut take: impl FnMut(usize, T, &mut Log<'_>) -> ControlFlow<()>,
) {
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        let read = reader.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes);
        let too_long = bytes.len() as u64 > LONGEST && !bytes.ends_with(b"\n");
        let rest = if too_long { reader.skip_until(b'\n').map(|_| ()) } else { Ok(()) };
        match read.and_then(|length| rest.map(|()| length)) {
            Ok(0) => return,
            Ok(_) if too_long => {
                log.line(line, format!("is longer than {} MiB; a line must hold {what}", LONGEST >> 20));
                continue;
            }
            Ok(_) => {}
            Err(error) => return log.line(line, format!("cannot be read on ({error}); check the file and its disk")),
        }
        let content = if line == 1 { bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes) } else { &bytes };
        // Else what is missing at the end of a line would be missed on the next.
        let content = content.trim_ascii_end();
        if content.is_empty() {
            continue;
        }
        match parse(content) {
            Ok(value) => {
                if take(line, value, log).is_break() {
                    return;
                }
            }
            Err(error) => log.line(line, sentence(&error, content, what)),
        }
    }
}

/// What is wrong with a line, at which of its characters, and what should stand there.
pub(super) fn sentence(error: &serde_json::Error, line: &[u8], what: &str) -> String {
    // serde_json counts bytes, from the beginning of this line.
    let before = &line[..error.column().min(line.len())];
    let column = String::from_utf8_lossy(before).chars().count();
    let told = error.to_string();
    let reason = told.rsplit_once(" at line ").map_or(told.as_str(), |(reason, _)| reason);
    format!("column {column}: {reason}; a line must hold {what}")
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_told_and_passed_over() {
        let blanks = BufReader::new(io::repeat(b' ').take(LONGEST + 9));
        let mut log = Log::new(Path::new("a.jsonl"));
        let mut taken = Vec::new();
        read(blanks.chain(&b"\n7\n"[..]), "a number", &mut log, |line, number: u32, _| {
            taken.push((line, number));
            ControlFlow::Continue(())
        });
        assert_eq!(taken, [(2, 7)]);
        assert!(log.finish()[0].to_string().contains("longer than 64 MiB"));
    }
}
