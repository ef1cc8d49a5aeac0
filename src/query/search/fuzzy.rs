//! Matches with other characters between them, for what was left out or mistyped.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    syllables,
    term::{Script, Term},
    typed::Typed,
};

/// What a match has to score for each character typed (16 for the character itself, less for what lies
/// between, more at the beginning of words).
const SCORE_FLOOR: i64 = 16;

/// Letters typed times letters of a name up to which the best match is looked for; beyond, the first
/// will do.
const LONGEST: usize = 20_000;

/// Finds texts in terms with other characters between them.
pub(super) struct Fuzzy(SkimMatcherV2);

impl Fuzzy {
    pub(super) fn new() -> Self {
        Self(SkimMatcherV2::default().ignore_case().element_limit(LONGEST))
    }

    /// Score and characters of a match. Letters picked from anywhere are mostly chance, so the first has
    /// to begin a word, and in pinyin syllables may be left out at one place only.
    pub(super) fn find(&self, term: &Term, typed: &Typed) -> Option<(i64, Vec<usize>)> {
        let wanted = typed.in_script(term.script);
        match term.script {
            _ if term.category => None,
            Script::Code | Script::Latin => None,
            Script::Pinyin => {
                let mut taken = Vec::new();
                syllables::run_with_gap(&term.text, wanted, &mut |range| taken.push(range))?;
                let matched = term.characters(|byte| taken.iter().any(|range| range.contains(&byte)));
                // As skim would count them at the beginning of words.
                let score = matched.iter().map(|_| SCORE_FLOOR).sum();
                Some((score, matched))
            }
            Script::Chinese | Script::English => {
                let (score, matched) = self.0.fuzzy_indices(&term.text, wanted)?;
                let floor: i64 = matched.iter().map(|_| SCORE_FLOOR).sum();
                let first = term.text.char_indices().nth(*matched.first()?)?.0;
                (score >= floor && term.is_start(first)).then_some((score, matched))
            }
        }
    }
}
