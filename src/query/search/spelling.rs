//! How Chinese names are spelled in pinyin: 长垣 as `ChangYuan` and `ZhangYuan`.

use crate::model::pinyin::{Readings, readings};

/// Only so many characters of a name are spelled; the longest name of a county has 15.
const LONGEST: usize = 64;

/// Spellings of a name, at most `limit`, those with the fewest unusual readings first. Each syllable
/// begins with a capital, so that the capitals are the initials; `ü` is written `v`, as it is typed.
/// None where the name has no Chinese.
pub(super) fn spellings(name: &str, limit: usize) -> Vec<String> {
    let characters: Vec<Character> = name.chars().take(LONGEST).filter_map(Character::new).collect();
    let chinese = characters.iter().any(|character| matches!(character, Character::Read(_)));
    let mut spellings = Vec::new();
    if chinese {
        for unusual in 0..=characters.len() {
            let known = spellings.len();
            spell(&characters, unusual, &mut Vec::new(), limit, &mut spellings);
            if spellings.len() == known {
                break;
            }
        }
    }
    spellings
}

/// Places of the characters of a name that these syllables of its spelling stand for.
pub(super) fn spelled(name: &str, syllables: &[usize]) -> Vec<usize> {
    let spelled = name.chars().enumerate().filter(|(_, character)| Character::new(*character).is_some());
    spelled.enumerate().filter(|(syllable, _)| syllables.contains(syllable)).map(|(_, (at, _))| at).collect()
}

/// A character and how it may be spelled.
enum Character {
    Itself(char),
    Read(Readings),
}

impl Character {
    /// `None` for Chinese punctuation.
    fn new(character: char) -> Option<Self> {
        if character.is_ascii() {
            return Some(Self::Itself(character.to_ascii_uppercase()));
        }
        Some(readings(character)).filter(|readings| !readings.is_empty()).map(Self::Read)
    }
}

/// What a character is spelled with.
#[derive(Clone, Copy)]
enum Syllable {
    Read(&'static str),
    Itself(char),
}

/// Adds the spellings that begin as `begun` and in whose rest `unusual` readings are not the first.
fn spell(rest: &[Character], unusual: usize, begun: &mut Vec<Syllable>, limit: usize, out: &mut Vec<String>) {
    if out.len() == limit || unusual > rest.len() {
        return;
    }
    let Some((character, rest)) = rest.split_first() else {
        out.push(write(begun));
        return;
    };
    let mut spell_as = |syllable, unusual| {
        begun.push(syllable);
        spell(rest, unusual, begun, limit, out);
        begun.pop();
    };
    match character {
        Character::Itself(character) => spell_as(Syllable::Itself(*character), unusual),
        Character::Read(readings) => {
            for (at, &reading) in readings.iter().enumerate() {
                let Some(unusual) = unusual.checked_sub(usize::from(at > 0)) else { return };
                spell_as(Syllable::Read(reading), unusual);
            }
        }
    }
}

fn write(syllables: &[Syllable]) -> String {
    let mut out = String::with_capacity(syllables.len() * 5);
    for syllable in syllables {
        match syllable {
            Syllable::Itself(character) => out.push(*character),
            Syllable::Read(reading) => {
                let first = out.len();
                out.extend(reading.chars().map(|letter| if letter == 'ü' { 'v' } else { letter }));
                if let Some(initial) = out.get_mut(first..=first) {
                    initial.make_ascii_uppercase();
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_several_readings_are_spelled_in_each() {
        assert_eq!(spellings("长垣", 8), ["ChangYuan", "ZhangYuan"]);
        assert!(spellings("重庆", 8).contains(&"ChongQing".to_owned()));
        assert!(spellings("厦门", 8).contains(&"XiaMen".to_owned()));
        assert_eq!(spellings("吕梁", 8), ["LvLiang"]);
    }

    #[test]
    fn the_limit_cuts_the_least_usual_spellings() {
        let all = spellings("长乐", 8);
        assert_eq!(all, ["ChangLe", "ChangYue", "ChangLao", "ZhangLe", "ZhangYue", "ZhangLao"]);
        assert_eq!(spellings("长乐", 3), all[..3]);
    }

    #[test]
    fn letters_stay_and_punctuation_goes() {
        assert_eq!(spellings("PM2.5平均", 1), ["PM2.5PingJun"]);
        assert_eq!(spellings("“双一流”", 1), ["ShuangYiLiu"]);
        assert_eq!(spellings("GDP", 1), [""; 0]);
    }
}
