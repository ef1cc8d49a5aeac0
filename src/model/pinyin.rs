//! How Chinese characters are read, without their tones.

mod polyphones;

use pinyin::ToPinyin as _;

use self::polyphones::POLYPHONES;

/// The readings of a character in names, the most usual first; empty for what is no Chinese character.
#[must_use]
pub fn readings(character: char) -> Vec<&'static str> {
    match POLYPHONES.binary_search_by_key(&character, |entry| entry.0) {
        Ok(at) => POLYPHONES[at].1.to_vec(),
        Err(_) => character.to_pinyin().map(|reading| reading.plain()).into_iter().collect(),
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
        assert_eq!(readings('长'), ["chang", "zhang"]);
        assert_eq!(readings('县'), ["xian"]);
        assert_eq!(readings('A'), [""; 0]);
    }
}
