//! What the user typed, in the forms in which it is looked for.

use super::term::Script;

/// What the user typed.
#[derive(Debug)]
pub(super) struct Typed {
    /// In lower case and half width, with one space between words.
    words: String,
    /// The same without spaces and apostrophes.
    bare: String,
    /// The characters that occur, see [`mask`].
    pub(super) mask: u64,
}

impl Typed {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.chars().map(half_width).map(|character| character.to_ascii_lowercase()).collect();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare: String = words.chars().filter(|character| !matches!(character, ' ' | '\'' | '’')).collect();
        Self { mask: mask(&bare), words, bare }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bare.is_empty()
    }

    /// The text as it would stand in a script.
    pub(super) fn in_script(&self, script: Script) -> &str {
        if script == Script::English { &self.words } else { &self.bare }
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

/// A bit for each letter, digit and group of other characters: what is not in a term's mask is not
/// in the term.
pub(super) fn mask(text: &str) -> u64 {
    text.chars().fold(0, |mask, character| {
        let bit = match character {
            'a'..='z' => u32::from(character) - u32::from('a'),
            'A'..='Z' => u32::from(character) - u32::from('A'),
            '0'..='9' => 26 + u32::from(character) - u32::from('0'),
            _ => 36 + u32::from(character) % 28,
        };
        mask | 1 << bit
    })
}
