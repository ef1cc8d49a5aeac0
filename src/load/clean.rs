//! Text from files, made harmless for terminals without moving any character.

use std::mem;

use crate::model::{Figure, Source, Value};

/// What stands for a character that is not let through.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Whether a character would do something to a terminal instead of standing there: control
/// characters but for line feed and tab, and those that turn the direction of writing.
fn acts(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// Replaces, one for one, every character that would act on a terminal. A carriage return is an end
/// of line as people know it: a space before a line feed, a line feed alone.
pub(super) fn clean(text: String) -> String {
    if !text.contains(acts) {
        return text;
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        cleaned.push(match c {
            '\r' if characters.peek() == Some(&'\n') => ' ',
            '\r' => '\n',
            c if acts(c) => REPLACEMENT,
            c => c,
        });
    }
    cleaned
}

/// Cleans a text that stands on one line: ends of lines and tabs go as well.
pub(super) fn clean_line(text: String) -> String {
    let harmless = |c: char| !acts(c) && !c.is_control();
    if text.chars().all(harmless) {
        return text;
    }
    text.chars().map(|c| if harmless(c) { c } else { REPLACEMENT }).collect()
}

fn clean_lines<'a>(texts: impl IntoIterator<Item = &'a mut String>) {
    for text in texts {
        *text = clean_line(mem::take(text));
    }
}

/// Cleans every text of a figure. The text that it was read from keeps its ends of lines.
pub(super) fn clean_figure(figure: &mut Figure) {
    let Figure { doc, text, region, metric, name, value, unit, scope, base, .. } = figure;
    *text = clean(mem::take(text));
    clean_lines([doc, name, unit]);
    clean_lines([region, metric, scope, base].into_iter().flatten());
    if let Some(Value::Ratio(ratio)) = value {
        clean_lines([ratio]);
    }
}

/// Cleans every text of a source.
pub(super) fn clean_source(source: &mut Source) {
    let Source { id, title, publisher, date, hash, url, reading } = source;
    clean_lines([id, title, publisher, date, hash, url, reading]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_on_a_terminal_is_left_and_nothing_moves() {
        let hostile = "\u{feff}产\u{1b}[31m值\u{9b}2J\u{7}\u{202e}元\u{2066}\u{61c}\u{200f}\u{7f}\0";
        let cleaned = clean(hostile.to_owned());
        assert_eq!(cleaned, "\u{feff}产�[31m值�2J��元�����");
        assert_eq!(cleaned.chars().count(), hostile.chars().count());
    }

    #[test]
    fn lines_and_tabs_stay() {
        assert_eq!(clean("一\n二\t三".to_owned()), "一\n二\t三");
        assert_eq!(clean("一\r\n二\r三".to_owned()), "一 \n二\n三");
    }

    #[test]
    fn every_text_of_a_figure_is_cleaned() {
        let bad = r"\u001b甲";
        let line = format!(
            r#"{{"doc":"{bad}","text":"{bad}","region":"{bad}","metric":"{bad}","name":"{bad}","measure":"level",
            "value":"{bad}","unit":"{bad}","scope":"{bad}","base":"{bad}"}}"#
        );
        let mut figure: Figure = serde_json::from_str(&line).unwrap();
        clean_figure(&mut figure);
        let written = serde_json::to_string(&figure).unwrap();
        assert_eq!(written.matches("�甲").count(), 9, "{written}");
        assert!(!written.contains("u001b"));
    }
}
