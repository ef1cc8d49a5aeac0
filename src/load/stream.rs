//! Documents as JSON objects, one a line, read and extracted as they come.

use std::{
    io::{self, BufRead, Read as _},
    ops::ControlFlow,
    path::Path,
};

use serde::Deserialize;

use super::{
    Trouble,
    clean::{clean, clean_source},
    lines::{LONGEST, sentence},
    parallel,
    report::hash,
};
use crate::{
    extract::{Extraction, Extractor},
    model::{Document, Source},
};

const WHAT: &str = r#"one document as a JSON object, {"id": …, "text": …}"#;

/// Reads documents, one JSON object a line with `id`, `text` and, where they are known, `title`, `publisher`,
/// `date`, `hash` and `url`; other fields are passed over. Hands over each with what it holds, or else what
/// is wrong with its line, in the order of the lines, until told to stop: then once the line under way is
/// read. What is held does not grow with the length of the input.
///
/// # Errors
/// The input cannot be read on; what came before was handed over.
pub fn extract_lines(
    input: impl BufRead + Send,
    name: &Path,
    extractor: &Extractor,
    take: impl FnMut(Result<(Document, Extraction), Trouble>) -> ControlFlow<()>,
) -> io::Result<()> {
    let mut lines = Lines { input, number: 0, end: Ok(()) };
    parallel::stream(
        &mut lines,
        |line| line.content.as_ref().map_or(0, Vec::len),
        |Line { number, content }| {
            let document = content.and_then(|content| document(&content));
            let document = document.map_err(|message| Trouble::at(name, number, message))?;
            let extraction = extractor.read(&document);
            Ok((document, extraction))
        },
        take,
    );
    lines.end
}

/// Lines of limited length.
struct Lines<R> {
    input: R,
    number: usize,
    /// Why it ended, if not because nothing more comes.
    end: io::Result<()>,
}

/// A line that is not blank, or why it cannot be had.
struct Line {
    number: usize,
    content: Result<Vec<u8>, String>,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while self.end.is_ok() {
            self.number += 1;
            match self.line() {
                Ok(Some(Ok(content))) if content.trim_ascii().is_empty() => {}
                Ok(line) => return line.map(|content| Line { number: self.number, content }),
                Err(error) => self.end = Err(error),
            }
        }
        None
    }
}

impl<R: BufRead> Lines<R> {
    /// The next line, or why it is passed over; `None` behind the last.
    fn line(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let mut line = Vec::new();
        if self.input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.len() as u64 > LONGEST && !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
            return Ok(Some(Err(format!("is longer than {} MiB; split the document", LONGEST >> 20))));
        }
        Ok(Some(Ok(line)))
    }
}

/// A document out of a line.
///
/// # Errors
/// What is wrong with the line.
fn document(line: &[u8]) -> Result<Document, String> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii_end();
    let row: Row = serde_json::from_slice(line).map_err(|error| sentence(&error, line, WHAT))?;
    let id = match row.id {
        Some(Id::Text(id)) if !id.trim().is_empty() => id,
        Some(Id::Number(number)) => number.to_string(),
        _ => return Err(format!("has no id, by which its figures could be told; a line must hold {WHAT}")),
    };
    let Some(text) = row.text else {
        return Err(format!("{id} has no text; a line must hold {WHAT}"));
    };
    let hash = row.hash.unwrap_or_else(|| hash(text.as_bytes()));
    let [title, publisher, date, url] = [row.title, row.publisher, row.date, row.url].map(Option::unwrap_or_default);
    let mut source = Source { id, title, publisher, date, hash, url, ..Source::default() };
    clean_source(&mut source);
    // As in a file, a byte order mark does not count.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(Document { source, text: clean(text) })
}

/// A line as it is given.
#[derive(Deserialize)]
struct Row {
    id: Option<Id>,
    text: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    date: Option<String>,
    hash: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "id is neither a text nor a whole number")]
enum Id {
    Text(String),
    Number(i64),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        document(line.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_line_tells_a_document() {
        let read = document(r#"{"id":7,"text":"\ufeff产\u001b值","more":[1],"date":"2025","url":null}"#.as_bytes());
        let Document { source, text } = read.unwrap();
        assert_eq!(text, "产�值", "the byte order mark does not count, nothing else moves");
        assert_eq!((source.id.as_str(), source.date.as_str(), source.hash.len()), ("7", "2025", 64));
        assert_eq!(document(br#"{"id":"a","text":"","hash":"b"}"#).unwrap().source.hash, "b");
    }

    #[test]
    fn what_is_no_document_is_told_with_what_would_be() {
        assert!(told(r#"{"text":"a"}"#).starts_with("has no id"));
        assert!(told(r#"{"id":" ","text":"a"}"#).starts_with("has no id"));
        assert_eq!(
            told(r#"{"id":"a","text":null}"#),
            r#"a has no text; a line must hold one document as a JSON object, {"id": …, "text": …}"#
        );
        assert!(told(r#"{"id":"a","text":5}"#).starts_with("column 18: invalid type: integer `5`, expected a string"));
        assert!(told(r#"{"id":[],"text":"a"}"#).contains("id is neither a text nor a whole number"));
        assert!(told("长垣").starts_with("column 1: expected value"));
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = vec![b'x'; LONGEST as usize + 1];
        let input = [b"{\n\n".as_slice(), &long, b"\n", &long[1..], b"\nend"].concat();
        let lines = Lines { input: input.as_slice(), number: 0, end: Ok(()) };
        let lines = lines.map(|line| (line.number, line.content.map(|content| content.len()))).collect::<Vec<_>>();
        let too_long = "is longer than 64 MiB; split the document".to_owned();
        assert_eq!(lines, [(1, Ok(2)), (3, Err(too_long)), (4, Ok(LONGEST as usize + 1)), (5, Ok(3))]);
    }

    #[test]
    fn what_came_before_the_input_broke_off_is_there() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("unplugged"))
            }
        }
        let input = io::BufReader::new(b"one\n".chain(Broken));
        let mut lines = Lines { input, number: 0, end: Ok(()) };
        assert_eq!(lines.by_ref().map(|line| line.number).collect::<Vec<_>>(), [1]);
        assert_eq!(lines.end.unwrap_err().to_string(), "unplugged");
    }
}
