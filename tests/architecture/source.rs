//! Reads Rust source as far as the checks need it: the code without comments, strings and tests,
//! and every path that the code names.

use std::ops::Range;

/// The code of a file: comments, strings and what follows `#[cfg(test)] mod tests` are blank, so
/// that lines and columns hold.
pub(crate) fn code(text: &str) -> String {
    let code = blank(text);
    let end = tests_start(&code).unwrap_or(code.len());
    code[..end].to_owned()
}

/// Where the unit tests begin, which stand last in a file.
fn tests_start(code: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        from = start + "#[cfg(test)]".len();
        if code[from..].trim_start().starts_with("mod tests") {
            return Some(start);
        }
    }
    None
}

/// Strings and characters of the code, with their line from 1.
pub(crate) fn literals(text: &str) -> Vec<(usize, &str)> {
    let end = code(text).len();
    let literals = no_code(text).into_iter().filter(|span| span.end <= end && !text[span.start..].starts_with('/'));
    literals.map(|span| (1 + text[..span.start].matches('\n').count(), &text[span])).collect()
}

/// Replaces comments and the contents of strings by spaces; line ends stay.
fn blank(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    for span in no_code(text) {
        out[span].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    String::from_utf8(out).expect("whole comments and strings were replaced")
}

/// Where comments, strings and characters stand.
fn no_code(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment_end(bytes, at),
            b'"' => string_end(bytes, at + 1),
            b'r' if raw_start(bytes, at).is_some() => raw_end(bytes, at),
            b'\'' => char_end(bytes, at),
            _ => {
                at += 1;
                continue;
            }
        };
        spans.push(at..end);
        at = end;
    }
    spans
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length)
}

/// Comments nest.
fn comment_end(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0;
    while at < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => (depth, at) = (depth + 1, at + 2),
            Some(b"*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at.min(bytes.len())
}

fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// How many `#` a raw string that begins here has; `None` when none does (`for`, `r#type`).
fn raw_start(bytes: &[u8], at: usize) -> Option<usize> {
    let after_word =
        at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') && bytes[at - 1] != b'b';
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    (!after_word && bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn raw_end(bytes: &[u8], at: usize) -> usize {
    let hashes = raw_start(bytes, at).unwrap_or_default();
    let closing = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let body = at + hashes + 2;
    let length = bytes[body..].windows(closing.len()).position(|window| window == closing);
    length.map_or(bytes.len(), |length| body + length + closing.len())
}

/// The end of a character literal; a lifetime is only stepped over.
fn char_end(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at + 1) == Some(&b'\\') {
        let close = bytes[(at + 3).min(bytes.len())..].iter().position(|byte| *byte == b'\'');
        return close.map_or(bytes.len(), |length| at + 4 + length);
    }
    let text = std::str::from_utf8(&bytes[at + 1..]).unwrap_or_default();
    match text.chars().next() {
        Some(first) if text[first.len_utf8()..].starts_with('\'') => at + 2 + first.len_utf8(),
        _ => at + 1,
    }
}

/// A word, or a sign that is not part of one, with its line from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// The code as words and signs; `::` is one sign, a lifetime is `'` and its name.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let length = match first {
                _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                _ => first.len_utf8(),
            };
            tokens.push(Token { line: number + 1, text: rest[..length].to_owned() });
            rest = rest[length..].trim_start();
        }
    }
    tokens
}

/// A path that code names, from its root (`crate`, `std`, a crate), with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) path: Vec<String>,
}

impl Named {
    /// Whether the path is `prefix` (written with `::`) or lies below it.
    pub(crate) fn is_under(&self, prefix: &str) -> bool {
        let mut path = self.path.iter();
        prefix.split("::").all(|part| path.next().is_some_and(|own| own == part))
    }
}

/// Every path in the code of the module `module` (`["tui", "app"]`), braces expanded and `self` and
/// `super` put back to `crate`.
pub(crate) fn paths(tokens: &[Token], module: &[&str]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins_path = tokens.get(at + 1).is_some_and(|next| next.text == "::")
            && (at == 0 || tokens[at - 1].text != "::")
            && is_name(&tokens[at].text);
        if begins_path { at = tree(tokens, at, &mut Vec::new(), &mut found) } else { at += 1 }
    }
    for named in &mut found {
        absolute(&mut named.path, module);
    }
    found
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Reads `a::b::{c, d::e}` from a token on; gives the token after it.
fn tree(tokens: &[Token], mut at: usize, prefix: &mut Vec<String>, found: &mut Vec<Named>) -> usize {
    let depth = prefix.len();
    let line = tokens[at].line;
    while let Some(token) = tokens.get(at) {
        if token.text == "{" {
            at += 1;
            while tokens.get(at).is_some_and(|token| token.text != "}") {
                at = tree(tokens, at, prefix, found);
                // What stands between two paths: a comma, and the name that `as` gives.
                at += tokens[at..].iter().take_while(|token| token.text != "}" && token.text != ",").count();
                at += usize::from(tokens.get(at).is_some_and(|token| token.text == ","));
            }
            prefix.truncate(depth);
            return at + 1;
        }
        if !is_name(&token.text) && token.text != "*" {
            break;
        }
        prefix.push(token.text.clone());
        at += 1;
        if tokens.get(at).is_none_or(|next| next.text != "::") {
            break;
        }
        at += 1;
    }
    if prefix.len() > depth {
        found.push(Named { line, path: prefix.clone() });
    }
    prefix.truncate(depth);
    at
}

/// Puts `self::` and `super::` back to `crate::`.
fn absolute(path: &mut Vec<String>, module: &[&str]) {
    let own = usize::from(path[0] == "self");
    let supers = path[own..].iter().take_while(|part| *part == "super").count();
    if own + supers == 0 {
        return;
    }
    let kept = module[..module.len().saturating_sub(supers)].iter().map(|part| (*part).to_owned());
    let rest = path.split_off(own + supers);
    *path = std::iter::once("crate".to_owned()).chain(kept).chain(rest).collect();
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let text = r##"
use a::b; // use c::d;
/* use e::f; /* use g::h; */ use i::j; */
const S: &str = "use k::\"l"; const R: &str = r#"use "m"::n"#;
fn f<'a>(c: char) -> bool { c == '"' || c == '\'' || c == '县' || o::p(c) }
#[cfg(test)]
mod tests { use q::r; }
"##;
    let found = paths(&tokens(&code(text)), &[]);
    let found = found.iter().map(|named| (named.line, named.path.join("::"))).collect::<Vec<_>>();
    assert_eq!(found, [(2, "a::b".to_owned()), (5, "o::p".to_owned())]);
}

#[test]
fn braces_and_relative_paths_are_expanded() {
    let text =
        "use crate::{\n    load,\n    model::{self, Region as R},\n};\nuse super::super::export::*;\nself::x::<u8>();";
    let found = paths(&tokens(&code(text)), &["tui", "app"]);
    let found = found.iter().map(|named| (named.line, named.path.join("::"))).collect::<Vec<_>>();
    let expected = [
        (2, "crate::load"),
        (3, "crate::model::self"),
        (3, "crate::model::Region"),
        (5, "crate::export::*"),
        (6, "crate::tui::app::x"),
    ];
    assert_eq!(found, expected.map(|(line, path)| (line, path.to_owned())));
}
