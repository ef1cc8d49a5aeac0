//! Bytes of a report → its text and what it tells of itself, whatever kind of file it is.

mod form;
mod guard;
mod html;
mod mhtml;
mod office;
mod pdf;
mod row;

use std::path::Path;

use self::form::Form;
use super::{encoding, headline::Headline};

/// What a report holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// Its text: a paragraph, a heading or a row of a table a line, cells parted by tabs.
    pub(super) text: String,
    /// What its file tells of it beside the text; empty where it does not.
    pub(super) head: Headline,
}

/// Why a file cannot be read as a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The line, where one is to blame, from 1.
    pub(super) line: Option<usize>,
    /// What is wrong and what to do about it, one sentence.
    pub(super) sentence: String,
}

impl Refusal {
    fn new(sentence: impl Into<String>) -> Self {
        Self { line: None, sentence: sentence.into() }
    }
}

impl From<encoding::Misfit> for Refusal {
    fn from(misfit: encoding::Misfit) -> Self {
        Self { line: Some(misfit.line), sentence: misfit.to_string() }
    }
}

/// So many bytes of a file are read at most.
pub(super) const LARGEST: u64 = 256 << 20;

/// Reads a report of any kind. The kind is what the bytes say; only where they say nothing, as text does,
/// the name counts.
pub(super) fn read(bytes: Vec<u8>, name: &Path) -> Result<Content, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(Form::Text.empty()));
    }
    let form = form::of(&bytes, name)?;
    let content = match form {
        Form::Text => Content { text: encoding::decode(bytes)?, head: Headline::default() },
        Form::Html => guard::within(move || html::read(bytes))??,
        Form::Mhtml => guard::within(move || mhtml::read(&bytes))??,
        Form::Word => guard::within(move || office::word(bytes))??,
        Form::OpenDocument => guard::within(move || office::open_document(bytes))??,
        Form::Pdf => guard::within(move || pdf::read(bytes))??,
    };
    if content.text.chars().all(char::is_whitespace) {
        return Err(Refusal::new(form.empty()));
    }
    Ok(content)
}
