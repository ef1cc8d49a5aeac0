//! What kind of file bytes are: told by how they begin, only for text by the name.

use std::{io::Cursor, path::Path};

use zip::ZipArchive;

use super::Refusal;

/// A kind of file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Plain text or Markdown.
    Text,
    /// A web page.
    Html,
    /// A web page with what belongs to it, as browsers save it in a single file.
    Mhtml,
    /// Word since 2007.
    Word,
    /// `LibreOffice` Writer.
    OpenDocument,
    /// PDF.
    Pdf,
}

impl Form {
    /// Why nothing is read of a file of this kind that holds no text.
    pub(super) const fn empty(self) -> &'static str {
        match self {
            Self::Text => "is empty; get the file anew",
            Self::Html | Self::Mhtml => {
                "holds no text; where a script brings the text, let the browser show the page and save it then"
            }
            Self::Pdf => "has no text layer; run OCR over it first, as with ocrmypdf -l chi_sim",
            Self::Word | Self::OpenDocument => {
                "holds no text, perhaps pictures of it; export it as PDF and run OCR over that, as with ocrmypdf -l chi_sim"
            }
        }
    }
}

/// How files begin that are not read, and what to do with them.
const OTHERS: &[(&[u8], &str)] = &[
    (b"{\\rtf", "is an RTF file; convert it, as with soffice --headless --convert-to docx"),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"PAR1", "is a Parquet file of figures; give it the name .parquet"),
];

const PICTURE: &str = "is a picture; make a PDF with text of it, as with ocrmypdf -l chi_sim";
const ARCHIVE: &str = "is an archive; unpack it and give what it holds";
const ENCRYPTED: &str = "is encrypted; open it with its password and save it without one";

/// The kind of a file.
///
/// # Errors
/// It is of a kind that is not read; what to do with it.
pub(super) fn of(bytes: &[u8], name: &Path) -> Result<Form, Refusal> {
    if let Some((_, sentence)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Refusal::new(*sentence));
    }
    // Some files have a few bytes before the mark.
    if bytes[..bytes.len().min(1024)].windows(5).any(|start| start == b"%PDF-") {
        return Ok(Form::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes).map_err(Refusal::new);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(Refusal::new(compound(bytes)));
    }
    let head = head(bytes);
    let extension = name.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    Ok(match extension.as_str() {
        _ if is_mhtml(&head) => Form::Mhtml,
        _ if is_html(&head) => Form::Html,
        "html" | "htm" | "xhtml" | "shtml" => Form::Html,
        _ => Form::Text,
    })
}

/// The ASCII characters that a file begins with, small, in whatever encoding it is.
fn head(bytes: &[u8]) -> String {
    let ascii = bytes.iter().take(4096).filter(|byte| byte.is_ascii() && **byte != 0);
    ascii.map(|byte| byte.to_ascii_lowercase() as char).collect()
}

fn is_html(head: &str) -> bool {
    let mut rest = head.trim_start();
    // What may stand before: <?xml …?> and comments, such as the one in which a browser notes the address.
    while let Some((_, behind)) =
        ["<?xml", "<!--"].iter().find(|start| rest.starts_with(**start)).and_then(|_| rest.split_once('>'))
    {
        rest = behind.trim_start();
    }
    ["<!doctype html", "<html", "<head>", "<body"].iter().any(|start| rest.starts_with(start))
}

fn is_mhtml(head: &str) -> bool {
    let field = head.lines().next().is_some_and(|line| line.starts_with("from:") || line.starts_with("mime-version:"));
    field && head.contains("multipart/related")
}

/// The kind of a file that is a ZIP archive.
fn zipped(bytes: &[u8]) -> Result<Form, &'static str> {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Err("is a damaged Word file or archive; open it in its program and save it anew, or get it anew");
    };
    let names: Vec<_> = archive.file_names().flatten().collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("word/document") {
        return Ok(Form::Word);
    }
    Err(if has("xl/") {
        "is an Excel file; give it the name .xlsx, so that its figures are read"
    } else if has("ppt/") {
        "is a PowerPoint file; save it as PDF, as with soffice --headless --convert-to pdf"
    } else if has("OFD.xml") {
        "is an OFD file; open it in its reader and save it as PDF"
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        return Ok(Form::OpenDocument);
    } else {
        ARCHIVE
    })
}

/// What is to be said of a compound file, the container of old and of encrypted Office files. The names of
/// the streams within stand in it as UTF-16.
fn compound(bytes: &[u8]) -> &'static str {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.chunks_exact(128).any(|entry| entry.starts_with(&name))
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        ENCRYPTED
    } else if has("WordDocument") {
        "is an old Word or WPS file; convert it, as with soffice --headless --convert-to docx"
    } else if has("Workbook") || has("Book") {
        "is an old Excel file; give it the name .xls, so that its figures are read"
    } else {
        "is an old Office file; convert it, as with soffice --headless --convert-to docx"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(bytes: &[u8], name: &str) -> Result<Form, String> {
        of(bytes, Path::new(name)).map_err(|refusal| refusal.sentence)
    }

    #[test]
    fn the_beginning_counts_more_than_the_name() {
        assert_eq!(form("甲县的一年".as_bytes(), "a.txt"), Ok(Form::Text));
        assert_eq!(form(b"<p>1</p>", "a.html"), Ok(Form::Html));
        assert_eq!(form(b"<p>1</p>", "a.md"), Ok(Form::Text));
        assert_eq!(form(b"\xef\xbb\xbf \n<!-- saved from x --><!DOCTYPE html><p>", "a.txt"), Ok(Form::Html));
        let utf_16: Vec<u8> = "<html><body>甲".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(form(&utf_16, "a"), Ok(Form::Html));
        let saved = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n";
        assert_eq!(form(saved, "a.mht"), Ok(Form::Mhtml));
    }

    #[test]
    fn what_is_not_read_is_told_with_a_remedy() {
        for (bytes, sentence) in [
            (b"{\\rtf1\\ansi".as_slice(), "is an RTF file; convert it"),
            (b"\x89PNG\r\n\x1a\n", "is a picture; make a PDF"),
            (b"PK\x03\x04\x14\0\0\0", "is a damaged Word file or archive;"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an old Office file; convert it"),
        ] {
            assert!(form(bytes, "a.txt").unwrap_err().starts_with(sentence), "{sentence}");
        }
        let entry = |name: &str| {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.resize(128, 0);
            let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            file.resize(512, 0);
            [file, entry].concat()
        };
        assert!(form(&entry("WordDocument"), "a.doc").unwrap_err().starts_with("is an old Word or WPS file"));
        assert!(form(&entry("EncryptedPackage"), "a.docx").unwrap_err().starts_with("is encrypted;"));
    }
}
