//! One table of keys that feeds dispatch, help, the hint line and the list of keys in the README.

mod context;
mod key;
mod remap;
mod table;
mod written;

pub(crate) use context::Context;
pub(crate) use key::{Key, written};
pub use remap::KeyTrouble;
use table::TABLES;
pub use written::key_list;

use super::action::Action;
use crate::model::Language;

/// A text in Chinese and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) &'static str, pub(crate) &'static str);

impl Words {
    pub(crate) const fn of(self, lang: Language) -> &'static str {
        lang.pick(self.0, self.1)
    }
}

/// Keys and what they ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Binding {
    pub(crate) context: Context,
    /// Its name in a key map of the user's and in the palette: `rank.widen`.
    pub(crate) name: &'static str,
    /// Names of the keys, the most natural first; keys that are pressed one after another stand with a
    /// blank between them.
    pub(crate) keys: &'static [&'static str],
    pub(crate) action: Action,
    /// What it does, for the help and the README.
    pub(crate) does: Words,
    /// One word for the hint line; bindings that follow each other with the same word share a hint.
    pub(crate) hint: Option<Words>,
}

/// What keys lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Action(Action),
    /// More keys have to follow.
    Pending,
    Nothing,
}

/// A binding with the keys it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) binding: &'static Binding,
    keys: Vec<Vec<Key>>,
}

impl Bound {
    /// Its keys as the help writes them.
    pub(crate) fn written(&self) -> String {
        self.keys.iter().map(|keys| key::written(keys)).collect::<Vec<_>>().join(" ")
    }
}

/// All bindings of the tables.
pub(crate) fn all_bindings() -> impl Iterator<Item = &'static Binding> {
    TABLES.iter().copied().flatten()
}

/// Which keys ask for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap(Vec<Bound>);

impl Default for Keymap {
    fn default() -> Self {
        Self::carried()
    }
}

impl Keymap {
    /// The keys of the tables.
    #[must_use]
    pub fn carried() -> Self {
        let keys = |binding: &Binding| binding.keys.iter().filter_map(|names| key::sequence(names).ok()).collect();
        Self(all_bindings().map(|binding| Bound { binding, keys: keys(binding) }).collect())
    }

    /// What the keys pressed so far ask for in a context: the nearest layer that knows them decides.
    pub(crate) fn find(&self, context: Context, pressed: &[Key]) -> Found {
        let mut pending = false;
        for bound in context.layers().iter().flat_map(|layer| self.bindings(*layer)) {
            for keys in &bound.keys {
                if keys == pressed {
                    return if pending { Found::Pending } else { Found::Action(bound.binding.action) };
                }
                pending |= keys.starts_with(pressed);
            }
        }
        if pending { Found::Pending } else { Found::Nothing }
    }

    /// What may follow the keys pressed so far in a context: the keys that are left, and what they ask for.
    pub(crate) fn following(&self, context: Context, pressed: &[Key]) -> Vec<(&[Key], &'static Binding)> {
        let mut following: Vec<(&[Key], &'static Binding)> = Vec::new();
        for bound in context.layers().iter().flat_map(|layer| self.bindings(*layer)) {
            for left in bound.keys.iter().filter_map(|keys| keys.strip_prefix(pressed)).filter(|left| !left.is_empty())
            {
                // What a nearer context gives these keys is what they do.
                if following.iter().all(|(known, _)| *known != left) {
                    following.push((left, bound.binding));
                }
            }
        }
        following
    }

    /// The keys of a binding as the screen writes them.
    pub(crate) fn keys_of(&self, binding: &Binding) -> String {
        self.0.iter().find(|bound| bound.binding.name == binding.name).map_or_else(String::new, Bound::written)
    }

    /// The bindings of a context in the order of the table.
    pub(crate) fn bindings(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.0.iter().filter(move |bound| bound.binding.context == context)
    }

    /// The first key of an action in a context, as the hint line writes it; empty where it has none.
    pub(crate) fn written(&self, context: Context, action: Action) -> String {
        let bound = context.layers().iter().flat_map(|layer| self.bindings(*layer));
        let mut keys = bound.filter(|bound| bound.binding.action == action).filter_map(|bound| bound.keys.first());
        keys.next().map(|keys| key::written(keys)).unwrap_or_default()
    }

    /// The hint line of a context: keys and one word; how to move, then the nearest context first.
    pub(crate) fn hints(&self, context: Context, lang: Language) -> Vec<Hint> {
        let mut hints: Vec<Hint> = Vec::new();
        let layers = context.layers();
        let moves = layers.iter().filter(|layer| **layer == Context::List);
        let others = layers.iter().filter(|layer| **layer != Context::List);
        for bound in moves.chain(others).flat_map(|layer| self.bindings(*layer)) {
            let Some(word) = bound.binding.hint.map(|words| words.of(lang)) else { continue };
            let Some(keys) = bound.keys.first().map(|keys| key::written(keys)) else { continue };
            let keys = (keys, bound.binding.action);
            if let Some(hint) = hints.last_mut().filter(|hint| hint.word == word) {
                hint.keys.push(keys);
            } else if hints.iter().all(|hint| hint.word != word) {
                hints.push(Hint { keys: vec![keys], word });
            }
        }
        hints
    }
}

/// Keys that the hint line shows, each with its action, and the word for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) keys: Vec<(String, Action)>,
    pub(crate) word: &'static str,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_key_has_a_name_and_one_meaning() {
        let keymap = Keymap::carried();
        for context in Context::ALL {
            let mut seen: Vec<Vec<Key>> = Vec::new();
            for bound in keymap.bindings(context) {
                assert_eq!(bound.keys.len(), bound.binding.keys.len(), "{:?}: no keys", bound.binding.keys);
                for keys in &bound.keys {
                    let known = |other: &Vec<Key>| other.starts_with(keys) || keys.starts_with(other);
                    assert!(!seen.iter().any(known), "{keys:?} is bound twice in {context:?}");
                    seen.push(keys.clone());
                }
            }
        }
    }

    #[test]
    fn every_binding_has_a_name_of_its_own() {
        let names: HashSet<_> = all_bindings().map(|binding| binding.name).collect();
        assert_eq!(names.len(), all_bindings().count());
        for binding in all_bindings() {
            let begins = binding.name.split_once('.').map(|(begins, _)| begins);
            assert_eq!(begins, Some(binding.context.key()), "{}", binding.name);
        }
    }

    #[test]
    fn every_binding_is_described_in_both_languages() {
        for binding in all_bindings() {
            for words in [Some(binding.does), binding.hint].into_iter().flatten() {
                assert!(!words.0.is_ascii(), "{:?} lacks Chinese", binding.keys);
                assert!(!words.1.is_empty() && words.1.is_ascii(), "{:?} lacks English", binding.keys);
            }
        }
    }

    #[test]
    fn a_pane_comes_before_what_all_share() {
        let find = |context, name| Keymap::carried().find(context, &key::sequence(name).unwrap());
        assert_eq!(find(Context::Tree, "h"), Found::Action(Action::Left));
        assert_eq!(find(Context::Search, "h"), Found::Nothing, "in the search it is a letter");
        assert_eq!(find(Context::Tree, "q"), Found::Action(Action::Quit));
    }

    #[test]
    fn neighbours_share_a_hint() {
        let hints = Keymap::carried().hints(Context::Tree, Language::Zh);
        let keys: Vec<_> = hints[0].keys.iter().map(|(keys, _)| keys.as_str()).collect();
        assert_eq!((keys, hints[0].word), (vec!["↑", "↓"], "移动"));
    }
}
