//! Report files (.txt, .md) → documents.

use std::{fmt::Write, fs, path::Path};

use sha2::{Digest, Sha256};

use super::{Trouble, clean::clean, encoding, headline::Headline, lines::unreadable};
use crate::model::{Document, Source};

/// Reads a report; `id` is what its figures will call it.
pub(super) fn read(path: &Path, id: &str) -> Result<Document, Trouble> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let hash = hash(&bytes);
    let text = decode(path, bytes)?;
    let Headline { title, publisher, date } = Headline::read(&text);
    Ok(Document { source: Source { id: id.to_owned(), title, publisher, date, hash, ..Source::default() }, text })
}

/// The text of a file, cleaned.
fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, Trouble> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Trouble::new(path, "is larger than 4 GiB; split it"));
    }
    match encoding::decode(bytes) {
        Ok(text) => Ok(clean(text)),
        Err(misfit) => Err(Trouble::at(path, misfit.line, misfit.to_string())),
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
