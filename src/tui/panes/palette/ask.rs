//! Which actions a typed text means.

use std::cmp::Reverse;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use crate::{
    model::{Language, pinyin},
    tui::{
        action::Action,
        keymap::{Binding, Context, all_bindings},
        strings::Strings,
    },
};

/// Asks for the actions that a typed text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) text: String,
    /// Where the palette was opened.
    pub(crate) context: Context,
    pub(crate) lang: Language,
    /// Years that can be chosen.
    pub(crate) years: Vec<u16>,
}

/// The actions that a typed text means, the best first; without a text all that work where the palette
/// was opened, those of the nearest pane first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub(crate) entries: Vec<Entry>,
}

/// One thing that can be done.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) what: What,
    /// Whether it works where the palette was opened.
    pub(crate) applies: bool,
    /// Characters of the description that matched.
    pub(crate) lit: Vec<usize>,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// What keys ask for.
    Binding(&'static Binding),
    /// Choose a year.
    Year(u16),
}

impl What {
    /// The action.
    pub(crate) fn action(self) -> Action {
        match self {
            Self::Binding(binding) => binding.action,
            Self::Year(year) => Action::Year(year),
        }
    }
}

impl Question {
    /// Answers.
    pub(crate) fn ask(&self) -> Answer {
        let matcher = SkimMatcherV2::default().ignore_case();
        let text: String = self.text.split_whitespace().collect();
        let mut entries: Vec<(i64, Entry)> = Vec::new();
        for alike in self.bindings() {
            let [binding, ..] = alike[..] else { continue };
            let applies = self.context.layers().contains(&binding.context);
            let entry = |lit| Entry { what: What::Binding(binding), applies, lit };
            if text.is_empty() {
                entries.extend(applies.then(|| (0, entry(Vec::new()))));
            } else if let Some((score, lit)) = self.fit(&alike, &text, &matcher) {
                entries.push((score, entry(lit)));
            }
        }
        // Stable: equals stay in the order of the layers.
        entries.sort_by_key(|(score, entry)| (!entry.applies, Reverse(*score)));
        let years = self.years.iter().rev().filter(|year| !text.is_empty() && year.to_string().starts_with(&text));
        let years = years.map(|year| Entry { what: What::Year(*year), applies: true, lit: (0..text.len()).collect() });
        Answer { entries: years.chain(entries.into_iter().map(|(_, entry)| entry)).collect() }
    }

    /// What keys ask for, those of the nearest layer first, with all that ask for the same.
    fn bindings(&self) -> Vec<Vec<&'static Binding>> {
        let layer = |binding: &Binding| self.context.layers().iter().position(|layer| *layer == binding.context);
        let of_panes = |binding: &&Binding| !binding.context.takes_all() && binding.action != Action::Palette;
        let mut bindings: Vec<_> = all_bindings().filter(of_panes).collect();
        // How to move goes without saying.
        bindings.sort_by_key(|binding| (layer(binding).is_none(), is_move(binding.action), layer(binding)));
        let mut alike: Vec<Vec<&Binding>> = Vec::new();
        for binding in bindings {
            match alike.iter_mut().find(|alike| alike[0].action == binding.action) {
                Some(alike) => alike.push(binding),
                None => alike.push(vec![binding]),
            }
        }
        alike
    }

    /// How well a text fits bindings that ask for the same, and the characters that it lights of the
    /// description of the first.
    fn fit(&self, alike: &[&Binding], text: &str, matcher: &SkimMatcherV2) -> Option<(i64, Vec<usize>)> {
        let floor: i64 = text.chars().map(|_| SCORE_FLOOR).sum();
        let by_words = matcher.fuzzy_indices(alike[0].does.of(self.lang), text).filter(|(score, _)| *score >= floor);
        let names = alike.iter().flat_map(|binding| names(binding));
        let by_names = names.filter_map(|name| matcher.fuzzy_match(&name, text).filter(|score| *score >= floor));
        let is_spelled = alike.iter().any(|binding| is_spelled(binding.does.of(Language::Zh), text));
        // All that can be done in a view is found by its name, below what is called so itself.
        let context = [Language::Zh, Language::En].map(|lang| alike[0].context.name().of(lang));
        let of_context = context.into_iter().any(|name| name.eq_ignore_ascii_case(text));
        let by_names = by_names.chain(is_spelled.then_some(floor)).chain(of_context.then_some(0)).max();
        match (by_words, by_names) {
            (Some((score, lit)), by_names) if by_names.is_none_or(|other| other <= score) => Some((score, lit)),
            (by_words, by_names) => by_names.map(|score| (score, by_words.map_or_else(Vec::new, |(_, lit)| lit))),
        }
    }
}

/// Whether an action only moves the cursor.
fn is_move(action: Action) -> bool {
    use Action::{Back, Left, Move, NextPane, Open, PreviousPane, Right};
    matches!(action, Move(_) | Left | Right | Open | Back | NextPane | PreviousPane)
}

/// What a match has to score for each character typed, of 16 for the character itself with more at the
/// beginning of words and less for what lies before and between.
const SCORE_FLOOR: i64 = 12;

/// All that a binding is called: its name, what it does in both languages, and the view that it shows.
fn names(binding: &Binding) -> Vec<String> {
    // The context before the dot is that of many.
    let name = binding.name.split_once('.').map_or(binding.name, |(_, name)| name);
    let [zh, en] = [Language::Zh, Language::En].map(|lang| binding.does.of(lang));
    let mut names = [name, zh, en].map(str::to_owned).to_vec();
    if let Action::View(view) = binding.action {
        names.extend([Language::Zh, Language::En].map(|lang| view.name(Strings::of(lang)).to_owned()));
    }
    names
}

/// Whether letters stand in a Chinese text spelled in pinyin, or in its initials.
fn is_spelled(zh: &str, letters: &str) -> bool {
    let readings = || zh.chars().filter_map(|character| pinyin::readings(character).first().copied());
    let letters = letters.to_ascii_lowercase();
    let initials: String = readings().filter_map(|reading| reading.chars().next()).collect();
    letters.chars().nth(1).is_some()
        && (readings().collect::<String>().contains(&letters) || initials.contains(&letters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::state::View;

    fn asked(text: &str, context: Context) -> Answer {
        let years = vec![2022, 2023, 2024];
        Question { text: text.to_owned(), context, lang: Language::Zh, years }.ask()
    }

    fn first(text: &str) -> Action {
        asked(text, Context::Tree).entries[0].what.action()
    }

    #[test]
    fn an_action_is_found_by_either_language_its_name_pinyin_and_initials() {
        for text in ["对比", "compare", "view_compare", "duibi", "dbdzd", "comp"] {
            assert_eq!(first(text), Action::View(View::Compare), "{text}");
        }
        assert_eq!(first("quit"), Action::Quit);
        assert_eq!(first("排行"), Action::View(View::Rank));
    }

    #[test]
    fn all_that_can_be_done_in_a_view_is_found_by_its_name() {
        let entries = asked("排行", Context::Tree).entries;
        let contexts = entries.iter().map(|entry| match entry.what {
            What::Binding(binding) => binding.context,
            What::Year(_) => Context::Everywhere,
        });
        let contexts: Vec<_> = contexts.collect();
        assert_eq!(contexts[0], Context::Everywhere, "the view itself comes first");
        assert!(contexts.iter().filter(|context| **context == Context::Rank).count() > 3, "{contexts:?}");
    }

    #[test]
    fn a_number_is_a_year() {
        assert_eq!(first("2023"), Action::Year(2023));
        let years: Vec<_> = asked("20", Context::Tree).entries.iter().map(|entry| entry.what.action()).collect();
        assert_eq!(years[..3], [2024, 2023, 2022].map(Action::Year));
        assert!(asked("1999", Context::Tree).entries.is_empty());
    }

    #[test]
    fn without_a_text_what_works_here_is_listed_once_and_nearest_first() {
        let answer = asked("", Context::Tree);
        let bindings: Vec<_> = answer
            .entries
            .iter()
            .filter_map(|entry| match entry.what {
                What::Binding(binding) => Some(binding),
                What::Year(_) => None,
            })
            .collect();
        assert_eq!(bindings[0].context, Context::Tree);
        assert_eq!(bindings.last().unwrap().context, Context::List);
        assert!(bindings.iter().all(|binding| Context::Tree.layers().contains(&binding.context)));
        let pins = bindings.iter().filter(|binding| binding.action == Action::Pin).count();
        assert_eq!(pins, 1);
    }

    #[test]
    fn what_works_elsewhere_comes_last_and_says_so() {
        let answer = asked("类", Context::Tree);
        assert!(!answer.entries.is_empty());
        assert!(answer.entries.is_sorted_by_key(|entry| !entry.applies));
        assert!(answer.entries.iter().any(|entry| !entry.applies));
    }
}
