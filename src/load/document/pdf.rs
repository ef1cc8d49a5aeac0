//! PDF files with text: their characters, put back into lines, columns and paragraphs.

mod asides;
mod bomb;
mod characters;
mod columns;
mod furniture;
mod glyphs;
mod gutters;
mod heading;
mod paragraphs;
mod rows;

use std::time::Instant;

use encoding_rs::{UTF_8, UTF_16BE};
use hayro_interpret::{
    InterpreterCache, InterpreterSettings, RenderContent,
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf, object::Object},
};

use super::{Content, Refusal, guard};
use crate::load::headline::Headline;

/// So many pages are read of a file at most.
pub(in crate::load) const PAGES: usize = 5000;

/// So many characters; a page has some thousands.
const CHARACTERS: usize = 20_000_000;

/// A file with fewer characters a page is a scan, whatever number its pages bear.
const SCANNED: usize = 20;

/// A file of whose characters one in so many is not known is not read at all.
const UNKNOWN: usize = 10;

const ENCRYPTED: &str = "is encrypted; open it with its password and save or print it without one";
const SCAN: &str = "has no text layer; run OCR over it first, as with ocrmypdf -l chi_sim";
const UNREADABLE: &str =
    "has fonts that do not say which characters they draw; run OCR over it, as with ocrmypdf --force-ocr -l chi_sim";
const DAMAGED: &str = "is damaged; open it in its program and save it anew, or get it anew";

/// Reads a file. An encrypted one is read where it needs no password to be read by people.
pub(super) fn read(bytes: Vec<u8>) -> Result<Content, Refusal> {
    let until = Instant::now() + guard::LONGEST;
    bomb::check(&bytes)?;
    let is_encrypted = bytes.windows(8).any(|word| word == b"/Encrypt");
    let pdf = Pdf::new(bytes).map_err(|error| {
        Refusal::new(match error {
            LoadPdfError::Decryption(DecryptionError::InvalidEncryption) | LoadPdfError::Invalid => DAMAGED,
            LoadPdfError::Decryption(_) => ENCRYPTED,
        })
    })?;
    if is_encrypted {
        check_decrypted(&pdf)?;
    }
    let pages = pdf.pages();
    if pages.len() > PAGES {
        return Err(Refusal::new(format!("has {} pages, more than the {PAGES} that are read; split it", pages.len())));
    }
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let (cache, characters) = (InterpreterCache::new(), characters::Characters::new(&pdf));
    let (mut lines, mut beside) = (Vec::new(), Vec::new());
    let (mut all, mut unknown) = (0, 0);
    for (number, page) in pages.iter().enumerate() {
        if Instant::now() > until {
            return Err(Refusal::new("takes too long to read; save its text as .txt or split it"));
        }
        let glyphs = glyphs::of(page, &cache, &settings, &characters, CHARACTERS - all, until);
        let Some(glyphs) = glyphs else {
            return Err(Refusal::new("holds more characters than any report; split it"));
        };
        let told = glyphs.iter().filter(|glyph| glyph.text.chars().any(char::is_alphanumeric)).count();
        let lost = glyphs.iter().filter(|glyph| glyph.text.contains(char::REPLACEMENT_CHARACTER)).count();
        (all, unknown) = (all + told + lost, unknown + lost);
        let (article, asides) = asides::apart(glyphs);
        lines.extend(columns::lines(number, article, until));
        beside.extend(asides.into_iter().map(|glyphs| columns::stacked(number, glyphs, until)));
    }
    if all < SCANNED * pages.len().max(1) {
        return Err(Refusal::new(SCAN));
    }
    if unknown * UNKNOWN > all {
        return Err(Refusal::new(UNREADABLE));
    }
    let property = title(&pdf);
    let title = heading::of(&lines, &property);
    let lines = furniture::without(lines, pages.len());
    // What a website sets above and beside an article is left out; else what stands beside it comes behind it.
    let site = heading::site(&lines, beside.first().map(Vec::as_slice).unwrap_or_default(), &title);
    let mut text = paragraphs::join(&lines[site.unwrap_or(0)..]);
    if site.is_none() {
        text.extend(beside.iter().map(|column| paragraphs::join(column)));
    }
    let told = if title.is_empty() { Headline::read(&text) } else { Headline::read(heading::from(&text, &title)) };
    let title = [title, told.title, property].into_iter().find(|title| !title.is_empty()).unwrap_or_default();
    let mut head = Headline { title, ..told };
    head.split_title();
    Ok(Content { text, head })
}

/// Looks for decompression bombs behind an encryption that needs no password.
fn check_decrypted(pdf: &Pdf) -> Result<(), Refusal> {
    for object in pdf.objects() {
        if let Object::Stream(stream) = object {
            bomb::check_stream(&stream.raw_data(), true)?;
        }
    }
    Ok(())
}

/// The title among the properties, where it is written in Unicode and is no file name. Its day is the one on
/// which the file was made, not published.
fn title(pdf: &Pdf) -> String {
    let bytes = pdf.metadata().title.as_deref().unwrap_or_default();
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => UTF_8.decode_without_bom_handling(rest).0,
        _ => return String::new(),
    };
    let is_name = text.starts_with("Microsoft")
        || [".doc", ".docx", ".wps", ".pdf", ".html", ".htm", ".txt"].iter().any(|end| text.ends_with(end));
    if is_name { String::new() } else { text.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn a_page_that_nobody_waits_for_is_left() {
        let pdf = Pdf::new(std::fs::read("tests/documents/columns.pdf").unwrap()).unwrap();
        let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
        let (cache, characters) = (InterpreterCache::new(), characters::Characters::new(&pdf));
        let read = |until| {
            let page = &pdf.pages()[0];
            catch_unwind(AssertUnwindSafe(|| glyphs::of(page, &cache, &settings, &characters, 9999, until).is_some()))
        };
        assert!(read(Instant::now()).is_err());
        assert!(read(Instant::now() + guard::LONGEST).unwrap());
    }
}
