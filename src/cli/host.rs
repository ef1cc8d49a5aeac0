//! The world outside the dashboard: files, the clipboard, the reader.

use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    path::Path,
};

use super::{clipboard::Clipboard, scribe::Scribe, session::Keeper, watch::Background};
use crate::{
    model::correction::Deed,
    tui::{Host, Session},
};

/// The world outside the dashboard.
pub(super) struct Outside {
    pub(super) keeper: Keeper,
    /// Reads and watches, where there is anything to read.
    pub(super) background: Option<Background>,
    pub(super) clipboard: Clipboard,
    pub(super) scribe: Scribe,
}

impl Host for Outside {
    fn write(&mut self, name: &str, content: &[u8]) -> io::Result<String> {
        write_new(Path::new(name), content)
    }

    fn copy(&mut self, text: &str) {
        self.clipboard.copy(text);
    }

    fn read_again(&mut self) {
        if let Some(background) = &self.background {
            background.read_again();
        }
    }

    fn correct(&mut self, deed: Deed, note: String) {
        self.scribe.write(deed, note);
    }

    #[expect(clippy::print_stderr, reason = "the dashboard is gone")]
    fn finish(&mut self, untold: usize) {
        if untold > 0 {
            eprintln!("xianzhi: waiting until the last correction is on the disk");
        }
        for failure in self.scribe.finish(untold) {
            eprintln!("xianzhi: {failure}");
        }
    }

    fn remember(&mut self, session: Session) {
        self.keeper.keep(session);
    }

    fn stop_reading(&mut self) {
        if let Some(background) = &self.background {
            background.stop();
        }
    }
}

/// Writes a file that is not there yet; where there is one of that name, with a number behind the name.
fn write_new(path: &Path, content: &[u8]) -> io::Result<String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default();
    let mut number = 1;
    loop {
        let name = if number == 1 { format!("{stem}{extension}") } else { format!("{stem}-{number}{extension}") };
        let path = path.with_file_name(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(content)?;
                return Ok(path.display().to_string());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_overwritten() {
        let folder = env::temp_dir().join(format!("xianzhi-host-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("排行.csv");
        let written = [b"1", b"2", b"3"].map(|content| write_new(&path, content).unwrap());
        let names = written.each_ref().map(|path| Path::new(path).file_name().unwrap().to_str().unwrap());
        assert_eq!(names, ["排行.csv", "排行-2.csv", "排行-3.csv"]);
        assert_eq!(written.map(|path| fs::read(path).unwrap()), [b"1", b"2", b"3"]);
        assert!(write_new(&folder.join("no folder").join("a.csv"), b"").is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
