//! One string that a search looks into, and where a typed text stands in it.

use super::{fit::Fit, syllables, typed::Typed};

/// What a [`Term`] is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Chinese names, also with digits and letters in them.
    Chinese,
    /// Syllables, each with a capital at its beginning.
    Pinyin,
    /// Words with spaces or `_` between them.
    English,
    /// Names of regions in Latin letters, with the English word for the kind.
    Latin,
    /// Six digits.
    Code,
}

/// One string that a search looks into.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) text: Box<str>,
    pub(super) script: Script,
    /// How many bytes count as the whole: without the word for the kind of a region (长垣 of 长垣市).
    core: usize,
    /// Whether it names a category, which is less than a name.
    pub(super) category: bool,
}

/// Where a typed text stands in a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) fit: Fit,
    /// Byte of the first matched character.
    start: usize,
}

impl Term {
    pub(super) fn new(text: impl Into<Box<str>>, script: Script) -> Self {
        let text = text.into();
        Self { core: text.len(), text, script, category: false }
    }

    /// The term, of which the first `core` bytes count as the whole.
    pub(super) fn with_core(self, core: usize) -> Self {
        Self { core, ..self }
    }

    /// The term as the name of a category.
    pub(super) fn of_category(self) -> Self {
        Self { category: true, ..self }
    }

    /// Where the typed text stands, written out or along the syllables: the first place, which is the
    /// best.
    pub(super) fn place(&self, typed: &Typed) -> Option<Place> {
        let wanted = typed.in_script(self.script);
        // Whether it is written out or not, the first letters are alike.
        let first = wanted.as_bytes().first()?;
        let letters = self.text.bytes().enumerate().filter(|(_, letter)| letter.eq_ignore_ascii_case(first));
        let mut starts = letters.map(|(byte, _)| byte).filter(|&byte| self.is_start(byte));
        let fit = |start| {
            // In the middle of a name two letters tell too little.
            if start > 0 && self.script == Script::Pinyin && wanted.len() < 3 {
                return None;
            }
            let written = self.written(start, wanted).map(|end| (end, Fit::Beginning));
            let (end, fit) = written.or_else(|| self.spelled(start, wanted).map(|end| (end, Fit::Initials)))?;
            let whole = end == self.core || end == self.text.len();
            let fit = match (start, fit) {
                (0, Fit::Beginning) if whole && !self.category => Fit::Whole,
                (0, Fit::Initials) if whole && !self.category => Fit::AllInitials,
                (0, fit) if whole || !self.category => fit,
                (start, _) if start > 0 && self.category => return None,
                _ => Fit::Within,
            };
            Some(Place { fit, start })
        };
        starts.find_map(fit)
    }

    /// The characters matched at a place that [`Term::place`] found.
    pub(super) fn matched(&self, place: Place, typed: &Typed) -> Vec<usize> {
        let wanted = typed.in_script(self.script);
        if let Some(end) = self.written(place.start, wanted) {
            return self.characters(|byte| (place.start..end).contains(&byte));
        }
        let mut taken = Vec::new();
        syllables::run(&self.text, place.start, wanted, &mut |range| taken.push(range));
        self.characters(|byte| taken.iter().any(|range| range.contains(&byte)))
    }

    /// The syllables of a pinyin term to which its characters at these places belong.
    pub(super) fn syllables(&self, characters: &[usize]) -> Vec<usize> {
        let mut syllables: Vec<usize> = Vec::new();
        let mut begun: usize = 0;
        for (at, letter) in self.text.chars().enumerate() {
            begun += usize::from(syllables::is_initial(letter));
            let syllable = begun.saturating_sub(1);
            if characters.contains(&at) && syllables.last() != Some(&syllable) {
                syllables.push(syllable);
            }
        }
        syllables
    }

    /// Places of the characters that begin at such bytes.
    pub(super) fn characters(&self, is_wanted: impl Fn(usize) -> bool) -> Vec<usize> {
        let characters = self.text.char_indices().enumerate();
        characters.filter(|(_, (byte, _))| is_wanted(*byte)).map(|(at, _)| at).collect()
    }

    /// Whether a text that begins or ends with this name can be split there: bytes of the name, whole or
    /// without the word for its kind.
    pub(super) fn wholes(&self) -> impl Iterator<Item = &str> {
        let core = (self.core < self.text.len()).then(|| &self.text[..self.core]);
        std::iter::once(&*self.text).chain(core)
    }

    /// Whether a word or syllable begins at a byte.
    pub(super) fn is_start(&self, byte: usize) -> bool {
        let bytes = self.text.as_bytes();
        self.text.is_char_boundary(byte)
            && match self.script {
                Script::Chinese => true,
                Script::Pinyin => syllables::is_initial(char::from(bytes[byte])),
                Script::English | Script::Latin => byte == 0 || !bytes[byte - 1].is_ascii_alphanumeric(),
                Script::Code => byte == 0,
            }
    }

    /// Where `wanted` ends when it is written out from `start` on.
    fn written(&self, start: usize, wanted: &str) -> Option<usize> {
        let end = start + wanted.len();
        let there = self.text.as_bytes().get(start..end)?;
        there.eq_ignore_ascii_case(wanted.as_bytes()).then_some(end)
    }

    /// Where the syllables end along which `wanted` runs from `start` on.
    fn spelled(&self, start: usize, wanted: &str) -> Option<usize> {
        let spelled = || syllables::run(&self.text, start, wanted, &mut |_| {});
        if self.script == Script::Pinyin { spelled() } else { None }
    }
}
