//! How Chinese names are spelled in pinyin: 长垣 as `ChangYuan` and `ZhangYuan`.

use crate::model::pinyin::readings;

/// Only so many characters of a name are spelled; the longest name of a county has 15.
const LONGEST: usize = 64;

/// Spellings of a name, at most `limit`, those with the fewest unusual readings first. Each syllable
/// begins with a capital, so that the capitals are the initials; `ü` is written `v`, as it is typed.
/// None where the name has no Chinese.
pub(super) fn spellings(name: &str, limit: usize) -> Vec<String> {
    let syllables: Vec<Vec<Syllable>> = name.chars().take(LONGEST).filter_map(syllable).collect();
    let chinese = syllables.iter().any(|readings| matches!(readings[..], [Syllable::Read(_), ..]));
    let mut spellings = Vec::new();
    if chinese {
        for unusual in 0..=syllables.len() {
            let known = spellings.len();
            spell(&syllables, unusual, &mut Vec::new(), limit, &mut spellings);
            if spellings.len() == known {
                break;
            }
        }
    }
    spellings
}

/// What a character is spelled with.
#[derive(Clone, Copy)]
enum Syllable {
    Read(&'static str),
    Itself(char),
}

/// The readings of a character without their tones; `None` for Chinese punctuation.
fn syllable(character: char) -> Option<Vec<Syllable>> {
    if character.is_ascii() {
        return Some(vec![Syllable::Itself(character.to_ascii_uppercase())]);
    }
    let readings = readings(character);
    (!readings.is_empty()).then(|| readings.into_iter().map(Syllable::Read).collect())
}

/// Adds the spellings that begin as `begun` and in whose rest `unusual` readings are not the first.
fn spell(rest: &[Vec<Syllable>], unusual: usize, begun: &mut Vec<Syllable>, limit: usize, out: &mut Vec<String>) {
    if out.len() == limit || unusual > rest.len() {
        return;
    }
    let Some((readings, rest)) = rest.split_first() else {
        out.push(write(begun));
        return;
    };
    for (at, &reading) in readings.iter().enumerate() {
        let unusual = if at == 0 { Some(unusual) } else { unusual.checked_sub(1) };
        let Some(unusual) = unusual else { return };
        begun.push(reading);
        spell(rest, unusual, begun, limit, out);
        begun.pop();
    }
}

fn write(syllables: &[Syllable]) -> String {
    let mut out = String::with_capacity(syllables.len() * 5);
    for syllable in syllables {
        match syllable {
            Syllable::Itself(character) => out.push(*character),
            Syllable::Read(reading) => {
                let mut letters = reading.chars().map(|letter| if letter == 'ü' { 'v' } else { letter });
                out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                out.extend(letters);
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
