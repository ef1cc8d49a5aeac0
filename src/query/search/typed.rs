//! What the user typed, in the forms in which it is looked for.

use super::term::Script;

/// What the user typed.
#[derive(Debug)]
pub(super) struct Typed {
    /// In lower case and half width, with one space between words.
    words: String,
    /// The same without spaces and apostrophes.
    bare: String,
}

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.chars().map(half_width).map(|character| character.to_ascii_lowercase()).collect();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare: String = words.chars().filter(|character| !matches!(character, ' ' | '\'' | '’')).collect();
        Self { words, bare }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bare.is_empty()
    }

    /// The text with single blanks.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// The text without blanks.
    pub(super) fn bare(&self) -> &str {
        &self.bare
    }

    /// The text as it would stand in a script.
    pub(super) fn in_script(&self, script: Script) -> &str {
        if matches!(script, Script::English | Script::Latin) { &self.words } else { &self.bare }
    }

    /// Whether there is enough of it for a fuzzy match to mean something: four letters or two Chinese
    /// characters.
    pub(super) fn is_telling(&self) -> bool {
        self.bare.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum::<usize>() >= 4
    }
}

fn half_width(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        'ü' | 'Ü' => 'v',
        _ => character,
    }
}
