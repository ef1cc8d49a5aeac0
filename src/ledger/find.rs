//! Where the characters of an act stand in a document that has changed.

use crate::model::correction::Anchor;

/// So many characters of the neighbourhood have to be as they were.
const LEAST: usize = 8;

/// By so many the best place has to be better than the next.
const MARGIN: usize = 4;

/// Where the characters were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether all of the neighbourhood is as it was.
    pub(super) whole: bool,
}

/// Where the characters of an anchor stand in a text, by what stands around them; blanks and ends of lines
/// do not count. `Err` tells why the place is not clear.
pub(super) fn find(text: &str, anchor: &Anchor) -> Result<Found, &'static str> {
    let wanted = anchor.figure.text.as_str();
    if wanted.is_empty() || (anchor.before.is_empty() && anchor.after.is_empty()) {
        return Err("nothing is known of what stood around it");
    }
    let known = marks(&anchor.before).count() + marks(&anchor.after).count();
    let mut best: Option<(usize, usize)> = None;
    let mut next = 0;
    for (at, _) in text.match_indices(wanted) {
        let (before, after) = (&text[..at], &text[at + wanted.len()..]);
        if !is_whole(before, wanted, after) {
            continue;
        }
        let alike = alike(marks(before).rev(), marks(&anchor.before).rev()) + alike(marks(after), marks(&anchor.after));
        match best {
            Some((most, _)) if alike <= most => next = next.max(alike),
            _ => {
                next = best.map_or(0, |(most, _)| most);
                best = Some((alike, at));
            }
        }
    }
    let (alike, at) = best.ok_or("the number no longer stands in it")?;
    if alike < LEAST.min(known) {
        return Err("what stands around the number has changed");
    }
    // Where two neighbourhoods are alike to the last, none is better.
    if alike < next + MARGIN {
        return Err("the number stands in several places that are alike");
    }
    let start = text[..at].chars().count();
    let end = start + wanted.chars().count();
    Ok(Found { start: start as u32, end: end as u32, whole: alike == known })
}

/// Characters that are no blanks.
fn marks(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// How many characters are the same from the first on.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// Whether the characters are not part of a longer number: 10位 of 110位.
fn is_whole(before: &str, wanted: &str, after: &str) -> bool {
    let of_number = |c: char| c.is_ascii_digit() || c == '.';
    let joins = |one: Option<char>, other: Option<char>| one.is_some_and(of_number) && other.is_some_and(of_number);
    !joins(before.chars().next_back(), wanted.chars().next())
        && !joins(wanted.chars().next_back(), after.chars().next())
}
