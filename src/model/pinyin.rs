//! How Chinese characters are read, without their tones.

mod polyphones;

use pinyin::{Pinyin, ToPinyin as _};

use self::polyphones::POLYPHONES;

/// The readings of a character.
#[derive(Clone, Copy, Debug)]
pub enum Readings {
    /// The only one, if it is a Chinese character at all.
    One(Option<&'static str>),
    /// Several, the most usual first.
    Several(&'static [&'static str]),
}

impl std::ops::Deref for Readings {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        match self {
            Self::One(reading) => reading.as_slice(),
            Self::Several(readings) => readings,
        }
    }
}

/// The readings of a character in names, the most usual first; empty for what is no Chinese character.
#[must_use]
pub fn readings(character: char) -> Readings {
    match POLYPHONES.binary_search_by_key(&character, |entry| entry.0) {
        Ok(at) => Readings::Several(POLYPHONES[at].1),
        Err(_) => Readings::One(character.to_pinyin().map(Pinyin::plain)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polyphones_stand_in_order() {
        assert!(POLYPHONES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn the_most_usual_reading_in_names_comes_first() {
        assert_eq!(*readings('长'), ["chang", "zhang"]);
        assert_eq!(*readings('县'), ["xian"]);
        assert!(readings('A').is_empty());
    }
}
