//! Letters along the syllables of a name, each of which gives its beginning, as people type pinyin:
//! `changyuan`, `cy`, `cyuan` and `chyuan` all run along `ChangYuan`.

use std::ops::Range;

/// Runs `letters` along the syllables of `text` from the one that begins at byte `start`, leaving none
/// out; gives the byte where the last of them ends. Of each syllable `take` is told the bytes that the
/// letters took, the last syllable first.
pub(super) fn run(text: &str, start: usize, letters: &str, take: &mut impl FnMut(Range<usize>)) -> Option<usize> {
    let end = end(text, start);
    let syllable = text.as_bytes()[start..end].iter();
    let alike = syllable.zip(letters.as_bytes()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    (1..=alike).rev().find_map(|taken| {
        let rest = letters.get(taken..)?;
        let reached = match rest {
            "" => Some(end),
            _ if end == text.len() => None,
            rest => run(text, end, rest, take),
        };
        if reached.is_some() {
            take(start..start + taken);
        }
        reached
    })
}

/// The same from the first syllable on with syllables left out at one place; at least two letters run
/// before and behind it, since single letters stand anywhere.
pub(super) fn run_with_gap(text: &str, letters: &str, take: &mut impl FnMut(Range<usize>)) -> Option<()> {
    const LEAST: usize = 2;
    if letters.len() > text.len() {
        return None;
    }
    let splits = (LEAST..=letters.len().checked_sub(LEAST)?).rev();
    splits.filter(|split| letters.is_char_boundary(*split)).find_map(|split| {
        let (before, behind) = letters.split_at(split);
        let reached = run(text, 0, before, &mut |_| {})?;
        let later = starts(text).filter(|start| *start > reached);
        later.into_iter().find_map(|start| run(text, start, behind, take))?;
        run(text, 0, before, take).map(|_| ())
    })
}

/// Bytes at which the syllables begin.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter(|(_, character)| is_initial(*character)).map(|(byte, _)| byte)
}

/// Whether a character begins a syllable.
pub(super) fn is_initial(character: char) -> bool {
    !character.is_ascii_lowercase()
}

/// Where the syllable ends that begins at byte `start`.
fn end(text: &str, start: usize) -> usize {
    let rest = text[start..].char_indices().skip(1);
    rest.into_iter().find(|(_, character)| is_initial(*character)).map_or(text.len(), |(byte, _)| start + byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(letters: &str) -> Option<String> {
        let text = "YiBanGongGongYuSuan";
        let mut taken = Vec::new();
        run(text, 0, letters, &mut |range| taken.push(range))?;
        taken.reverse();
        Some(taken.into_iter().map(|range| &text[range]).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn every_syllable_gives_its_beginning() {
        assert_eq!(taken("ybggys").as_deref(), Some("Y B G G Y S"));
        assert_eq!(taken("yiban").as_deref(), Some("Yi Ban"));
        assert_eq!(taken("ybang").as_deref(), Some("Y Ban G"));
        assert_eq!(taken("yibaggoys").as_deref(), Some("Yi Ba G Go Y S"));
        assert_eq!((taken("ygg"), taken("yibx"), taken("ybggyss")), (None, None, None));
    }

    #[test]
    fn syllables_are_left_out_at_one_place() {
        let fits = |letters| run_with_gap("YiBanGongGongYuSuan", letters, &mut |_| {}).is_some();
        assert!(fits("ybys") && fits("yibanyusuan") && fits("ybgys"));
        assert!(!fits("ygys") && !fits("ybs") && !fits("ggys"));
    }
}
