//! Report files → documents.

use std::{
    fmt::Write,
    fs::File,
    io::{self, Read},
    path::Path,
};

use sha2::{Digest, Sha256};

use super::{
    Trouble,
    clean::{clean, clean_line},
    document::{self, Content, LARGEST},
    headline::Headline,
    lines::unreadable,
    standard_input,
};
use crate::model::{Document, Source};

/// Reads a report; `id` is what its figures will call it.
pub(super) fn read(path: &Path, id: &str) -> Result<Document, Trouble> {
    let bytes = bytes(path).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Trouble::new(path, format!("is larger than {} MiB; split it", LARGEST >> 20)));
    }
    let hash = hash(&bytes);
    let Content { text, head } = document::read(bytes, path)
        .map_err(|refusal| Trouble { line: refusal.line, ..Trouble::new(path, refusal.sentence) })?;
    let text = clean(text);
    let Headline { title, publisher, date } = head.or(Headline::read(&text));
    let [title, publisher, date] = [title, publisher, date].map(|text| clean_line(text.replace('\t', " ")));
    Ok(Document { source: Source { id: id.to_owned(), title, publisher, date, hash, ..Source::default() }, text })
}

/// The hash of a report, without reading it any further.
pub(super) fn hash_of(path: &Path) -> io::Result<String> {
    bytes(path).map(|bytes| hash(&bytes))
}

/// The bytes of a file, or of standard input, up to one more than are read.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if standard_input::is(path) {
        return standard_input::bytes();
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// SHA-256 in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
