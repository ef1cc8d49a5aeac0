//! Word and `LibreOffice` documents: ZIP archives of XML.

mod body;

use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::{Reader, events::Event};
use zip::{ZipArchive, result::ZipError};

use super::{Content, Refusal};
use crate::load::headline::{Headline, confirmed};

/// A part of an archive that unpacks to more bytes than this is not read.
pub(in crate::load) const UNPACKED: u64 = 256 << 20;

/// Nor is one of more than a megabyte that is so many times as large as the whole file: text is never
/// that repetitive.
const RATIO: u64 = 200;

const DAMAGED: &str = "is damaged; open it in its program and save it anew, or get it anew";
const ENCRYPTED: &str = "is encrypted; open it with its password and save it without one";
const BOMB: &str =
    "unpacks to far more than a document holds, as a decompression bomb does; save its text as .txt if it is sound";

const DEEP: &str = "nests its elements too deep for a document; save its text as .txt";

type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// Reads a .docx file: what is in its body as it stands after all tracked changes, without headers, footers,
/// notes and comments.
pub(super) fn word(bytes: Vec<u8>) -> Result<Content, Refusal> {
    let mut parts = Parts::new(bytes)?;
    // Some programs number the part.
    let body = parts.archive.file_names().flatten().find(|name| name.starts_with("word/document"));
    let body = body.map_or_else(|| "word/document.xml".to_owned(), std::borrow::Cow::into_owned);
    let text = parts.read(&body, |xml| body::text(xml, body::Dialect::Word))?.ok_or_else(|| Refusal::new(DEEP))?;
    let title = parts.read("docProps/core.xml", title).unwrap_or_default();
    Ok(content(text, title))
}

/// Reads an .odt file in the same way.
pub(super) fn open_document(bytes: Vec<u8>) -> Result<Content, Refusal> {
    let mut parts = Parts::new(bytes)?;
    let encrypted = parts.read("META-INF/manifest.xml", |xml| has(xml, "encryption-data")).unwrap_or(false);
    if encrypted {
        return Err(Refusal::new(ENCRYPTED));
    }
    let text = parts
        .read("content.xml", |xml| body::text(xml, body::Dialect::OpenDocument))?
        .ok_or_else(|| Refusal::new(DEEP))?;
    let title = parts.read("meta.xml", title).unwrap_or_default();
    Ok(content(text, title))
}

/// The title among the properties, where the text opens with it; else what it opens with counts more, for it is often
/// that of another document, which was written over. Authors and days are those of the file, not of what is published
/// in it.
fn content(text: String, title: String) -> Content {
    let known = confirmed(&title, &text).map_or_else(|| Headline::read(&text).title, str::to_owned);
    let title = if known.is_empty() { title } else { known };
    Content { text, head: Headline { title, ..Headline::default() } }
}

/// The parts of a document.
struct Parts {
    archive: Archive,
    /// So many bytes are read of each part.
    most: u64,
}

impl Parts {
    fn new(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let most = (bytes.len() as u64).saturating_mul(RATIO).clamp(1 << 20, UNPACKED);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::new(DAMAGED))?;
        Ok(Self { archive, most })
    }

    /// Reads a part while it is unpacked; what is unpacked is counted.
    fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut dyn BufRead) -> quick_xml::Result<T>,
    ) -> Result<T, Refusal> {
        let part = self.archive.by_name(name).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::new(ENCRYPTED),
            _ => Refusal::new(DAMAGED),
        })?;
        let mut part = BufReader::new(part.take(self.most));
        let read = read(&mut part);
        if part.get_ref().limit() == 0 {
            return Err(Refusal::new(BOMB));
        }
        read.map_err(|_| Refusal::new(DAMAGED))
    }
}

/// The title among the properties of a document.
fn title(xml: &mut dyn BufRead) -> quick_xml::Result<String> {
    let mut reader = Reader::from_reader(xml);
    let (mut buffer, mut title, mut inside) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) => inside = tag.local_name().as_ref() == "title",
            Event::Text(text) if inside => title.push_str(&text.xml10_content()),
            Event::End(_) => inside = false,
            Event::Eof => return Ok(title.trim().to_owned()),
            _ => {}
        }
        buffer.clear();
    }
}

/// Whether there is a tag of this name.
fn has(xml: &mut dyn BufRead, name: &str) -> quick_xml::Result<bool> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => return Ok(true),
            Event::Eof => return Ok(false),
            _ => buffer.clear(),
        }
    }
}
