//! One string that a search looks into, and how well a typed text fits it.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::typed::{Typed, mask};

/// What a [`Term`] is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Chinese names, also with digits and letters in them.
    Chinese,
    /// Syllables, each with a capital at its beginning.
    Pinyin,
    /// Words with spaces or `_` between them.
    English,
    /// Six digits.
    Code,
}

/// What a fuzzy match has to score for each character typed (16 for the character itself, less for
/// what lies between, more at the beginning of words).
const SCORE_FLOOR: i64 = 16;

/// One string that a search looks into.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) text: Box<str>,
    pub(super) script: Script,
    /// How many bytes count as the whole: without the word for the kind of a region (长垣 of 长垣市).
    core: usize,
    /// Whether it names a category, which is less than a name.
    category: bool,
    mask: u64,
}

/// How well a typed text fits a term in which it stands, the best last. A fuzzy match is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It stands within, from the beginning of a word.
    Within,
    /// It is the beginning of a name, or a category.
    Beginning,
    /// It is the whole name.
    Whole,
}

impl Fit {
    /// Above the score of any fuzzy match.
    pub(super) fn score(self) -> i64 {
        match self {
            Self::Within => 1_000_000,
            Self::Beginning => 2_000_000,
            Self::Whole => 3_000_000,
        }
    }
}

/// Where a typed text stands in a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) fit: Fit,
    /// Byte of the first matched character.
    start: usize,
    /// Whether only the initials from there on are matched.
    initials: bool,
}

impl Term {
    pub(super) fn new(text: impl Into<Box<str>>, script: Script) -> Self {
        let text = text.into();
        Self { mask: mask(&text), core: text.len(), text, script, category: false }
    }

    /// The term, of which the first `core` bytes count as the whole.
    pub(super) fn with_core(self, core: usize) -> Self {
        Self { core, ..self }
    }

    /// The term as the name of a category.
    pub(super) fn of_category(self) -> Self {
        Self { category: true, ..self }
    }

    /// Whether all characters of the typed text occur; little work that rules most terms out.
    pub(super) fn may_hold(&self, typed: &Typed) -> bool {
        self.mask & typed.mask == typed.mask
    }

    /// Where the typed text stands as it is, written out or by its initials: the first place, which
    /// is the best.
    pub(super) fn place(&self, typed: &Typed) -> Option<Place> {
        let wanted = typed.in_script(self.script);
        // Whether it is written out or by initials, the first letters are alike.
        let first = wanted.as_bytes().first()?;
        let letters = self.text.bytes().enumerate().filter(|(_, letter)| letter.eq_ignore_ascii_case(first));
        let mut starts = letters.map(|(byte, _)| byte).filter(|&byte| self.is_start(byte));
        let (start, end, initials) = starts.find_map(|start| {
            let written = self.written(start, wanted).map(|end| (start, end, false));
            written.or_else(|| self.initials(start, wanted).map(|end| (start, end, true)))
        })?;
        let whole = end == self.core || end == self.text.len();
        let fit = match (start, self.category) {
            (0, false) if whole => Fit::Whole,
            (0, true) if whole => Fit::Beginning,
            (0, false) => Fit::Beginning,
            (_, false) | (0, true) => Fit::Within,
            (_, true) => return None,
        };
        Some(Place { fit, start, initials })
    }

    /// The characters matched at a place that [`Term::place`] found.
    pub(super) fn matched(&self, place: Place, typed: &Typed) -> Vec<usize> {
        let characters = self.text.char_indices().enumerate().filter(|(_, (byte, _))| *byte >= place.start);
        let characters = characters.filter(|(_, (_, character))| !place.initials || is_initial(*character));
        characters.map(|(at, _)| at).take(typed.in_script(self.script).chars().count()).collect()
    }

    /// The syllables of a pinyin term to which its characters at these places belong.
    pub(super) fn syllables(&self, characters: &[usize]) -> Vec<usize> {
        let mut syllables: Vec<usize> = Vec::new();
        let mut begun: usize = 0;
        for (at, letter) in self.text.chars().enumerate() {
            begun += usize::from(is_initial(letter));
            let syllable = begun.saturating_sub(1);
            if characters.contains(&at) && syllables.last() != Some(&syllable) {
                syllables.push(syllable);
            }
        }
        syllables
    }

    /// Score and characters of a match with others between them. Letters picked from anywhere are
    /// mostly chance, so the first has to begin a word, and in pinyin each stretch a syllable.
    pub(super) fn fuzzy(&self, skim: &SkimMatcherV2, typed: &Typed) -> Option<(i64, Vec<usize>)> {
        if self.category || self.script == Script::Code {
            return None;
        }
        let (score, matched) = skim.fuzzy_indices(&self.text, typed.in_script(self.script))?;
        let floor = matched.iter().map(|_| SCORE_FLOOR).sum();
        if score < floor {
            return None;
        }
        let starts: Vec<bool> = self.text.char_indices().map(|(byte, _)| self.is_start(byte)).collect();
        let mut stretches = matched.chunk_by(|at, next| at + 1 == *next).map(|stretch| starts[stretch[0]]);
        let sound = if self.script == Script::English { stretches.next()? } else { stretches.all(|start| start) };
        sound.then_some((score, matched))
    }

    /// Whether a word or syllable begins at a byte.
    fn is_start(&self, byte: usize) -> bool {
        let bytes = self.text.as_bytes();
        self.text.is_char_boundary(byte)
            && match self.script {
                Script::Chinese => true,
                Script::Pinyin => is_initial(char::from(bytes[byte])),
                Script::English => byte == 0 || !bytes[byte - 1].is_ascii_alphanumeric(),
                Script::Code => byte == 0,
            }
    }

    /// Where `wanted` ends when it is written out from `start` on.
    fn written(&self, start: usize, wanted: &str) -> Option<usize> {
        let end = start + wanted.len();
        let there = self.text.as_bytes().get(start..end)?;
        there.eq_ignore_ascii_case(wanted.as_bytes()).then_some(end)
    }

    /// Where the syllables end whose initials from `start` on are `wanted`; in the middle of a name
    /// two letters tell too little.
    fn initials(&self, start: usize, wanted: &str) -> Option<usize> {
        if self.script != Script::Pinyin || (start > 0 && wanted.len() < 3) {
            return None;
        }
        let mut initials = self.text[start..].char_indices().filter(|(_, character)| is_initial(*character));
        let fits = wanted
            .chars()
            .all(|letter| initials.next().is_some_and(|(_, initial)| initial.eq_ignore_ascii_case(&letter)));
        fits.then(|| initials.next().map_or(self.text.len(), |(byte, _)| start + byte))
    }
}

/// Whether a character of a pinyin term begins a syllable.
fn is_initial(character: char) -> bool {
    !character.is_ascii_lowercase()
}
