//! What rules most terms out without a look at them.

use super::{
    term::{Script, Term},
    typed::Typed,
};

/// Which characters stand in a text, and which next to each other, as far as 64 bits tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    /// A bit for each letter, digit and group of other characters.
    characters: u64,
    /// A bit for each letter that begins a word or syllable, and bits for groups of neighbours.
    neighbours: u64,
}

impl Sieve {
    /// The sieve of a term. In pinyin the initials of a syllable and of the next one are neighbours too.
    pub(super) fn of_term(term: &Term) -> Self {
        let mut sieve = Self::default();
        let (mut before, mut initial) = (None, None);
        for character in term.text.chars() {
            let small = character.to_ascii_lowercase();
            sieve.characters |= character_bit(small);
            sieve.neighbours |= before.map_or(0, |before| neighbours_bit(before, small));
            let inside = before.is_some_and(|before: char| before.is_ascii_alphanumeric());
            if term.script == Script::Chinese || !inside || !character.is_ascii_lowercase() {
                sieve.neighbours |= initial_bit(small);
                sieve.neighbours |= initial.map_or(0, |initial| neighbours_bit(initial, small));
                initial = Some(small);
            }
            before = Some(small);
        }
        sieve
    }

    /// What a term must have for a typed text to stand in it.
    pub(super) fn of_typed(typed: &Typed) -> Self {
        let bare = typed.bare();
        let all = |bits: &mut dyn Iterator<Item = u64>| bits.fold(0, |all, bit| all | bit);
        let characters = all(&mut bare.chars().map(character_bit));
        let neighbours = if bare.is_ascii() {
            // Where syllables are cut short only the first two letters are sure to be neighbours.
            let mut letters =
                typed.words().chars().map_while(|letter| letter.is_ascii_alphanumeric().then_some(letter));
            let first = letters.next();
            let pair = first.zip(letters.next());
            first.map_or(0, initial_bit) | pair.map_or(0, |(a, b)| neighbours_bit(a, b))
        } else {
            all(&mut bare.chars().zip(bare.chars().skip(1)).map(|(a, b)| neighbours_bit(a, b)))
        };
        Self { characters, neighbours }
    }

    /// Whether a term may hold a typed text.
    pub(super) fn may_hold(self, typed: Self) -> bool {
        self.may_hold_scattered(typed) && self.neighbours & typed.neighbours == typed.neighbours
    }

    /// Whether a term may hold the characters of a typed text, with others between them.
    pub(super) fn may_hold_scattered(self, typed: Self) -> bool {
        self.characters & typed.characters == typed.characters
    }
}

fn character_bit(character: char) -> u64 {
    let bit = match character {
        'a'..='z' => u32::from(character) - u32::from('a'),
        'A'..='Z' => u32::from(character) - u32::from('A'),
        '0'..='9' => 26 + u32::from(character) - u32::from('0'),
        _ => 36 + u32::from(character) % 28,
    };
    1 << bit
}

/// Letters have a bit each, all else shares one.
fn initial_bit(small: char) -> u64 {
    if small.is_ascii_lowercase() { character_bit(small) } else { 1 << 26 }
}

fn neighbours_bit(a: char, b: char) -> u64 {
    1 << (27 + (u32::from(a).wrapping_mul(31).wrapping_add(u32::from(b))) % 37)
}
