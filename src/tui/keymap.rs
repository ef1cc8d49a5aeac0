//! One table of keys that feeds dispatch, help, the hint line and the list of keys in the README.

mod key;
mod table;

pub(crate) use key::Key;
use table::BINDINGS;

use super::action::Action;
use crate::model::Language;

/// Where a key works. A window above the panes takes all keys; elsewhere a pane's keys come before the
/// shared ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Context {
    /// Everywhere but in the windows.
    Everywhere,
    /// In every list.
    List,
    /// In every pane of the overview.
    Overview,
    Tree,
    Table,
    Detail,
    Compare,
    /// In the windows that show text.
    Text,
    Search,
}

impl Context {
    /// All, in the order in which the help lists them.
    pub(crate) const ALL: [Self; 9] = [
        Self::Everywhere,
        Self::List,
        Self::Overview,
        Self::Tree,
        Self::Table,
        Self::Detail,
        Self::Compare,
        Self::Search,
        Self::Text,
    ];

    /// The contexts in which a key is looked up while this one is on the screen, the nearest first.
    pub(crate) const fn layers(self) -> &'static [Self] {
        match self {
            Self::Everywhere => &[Self::Everywhere],
            Self::List => &[Self::List, Self::Everywhere],
            Self::Overview => &[Self::Overview, Self::List, Self::Everywhere],
            Self::Tree => &[Self::Tree, Self::Overview, Self::List, Self::Everywhere],
            Self::Table => &[Self::Table, Self::Overview, Self::List, Self::Everywhere],
            Self::Detail => &[Self::Detail, Self::Overview, Self::List, Self::Everywhere],
            Self::Compare => &[Self::Compare, Self::List, Self::Everywhere],
            Self::Text => &[Self::Text, Self::List],
            Self::Search => &[Self::Search],
        }
    }

    /// Its name in the help.
    pub(crate) const fn name(self) -> Words {
        match self {
            Self::Everywhere => Words("通用", "Everywhere"),
            Self::List => Words("列表", "Lists"),
            Self::Overview => Words("概览", "Overview"),
            Self::Tree => Words("地区", "Regions"),
            Self::Table => Words("指标", "Metrics"),
            Self::Detail => Words("详情", "Detail"),
            Self::Compare => Words("对比", "Compare"),
            Self::Text => Words("帮助与提示", "Help and notices"),
            Self::Search => Words("搜索", "Search"),
        }
    }
}

/// A text in Chinese and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words(pub(crate) &'static str, pub(crate) &'static str);

impl Words {
    pub(crate) const fn of(self, lang: Language) -> &'static str {
        lang.pick(self.0, self.1)
    }
}

/// Keys and what they ask for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Binding {
    pub(crate) context: Context,
    /// Names of the keys, the most natural first.
    pub(crate) keys: &'static [&'static str],
    pub(crate) action: Action,
    /// What it does, for the help and the README.
    pub(crate) does: Words,
    /// One word for the hint line; bindings that follow each other with the same word share a hint.
    pub(crate) hint: Option<Words>,
}

/// The action of a key in a context.
pub(crate) fn action(context: Context, key: Key) -> Option<Action> {
    let layers = context.layers().iter();
    layers
        .flat_map(|layer| BINDINGS.iter().filter(move |binding| binding.context == *layer))
        .find(|binding| binding.keys.iter().any(|name| Key::named(name) == Some(key)))
        .map(|binding| binding.action)
}

/// The bindings of a context in the order of the table.
pub(crate) fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.context == context)
}

/// The hint line of a context: keys and one word; how to move, then the nearest context first.
pub(crate) fn hints(context: Context, lang: Language) -> Vec<(String, &'static str)> {
    let mut hints: Vec<(String, &'static str)> = Vec::new();
    let layers = context.layers();
    let moves = layers.iter().filter(|layer| **layer == Context::List);
    let others = layers.iter().filter(|layer| **layer != Context::List);
    for binding in moves.chain(others).flat_map(|layer| bindings(*layer)) {
        let Some(word) = binding.hint.map(|words| words.of(lang)) else { continue };
        let key = key::symbol(binding.keys[0]);
        if let Some((keys, _)) = hints.last_mut().filter(|(_, last)| *last == word) {
            keys.push_str(key);
        } else if hints.iter().all(|(_, known)| *known != word) {
            hints.push((key.to_owned(), word));
        }
    }
    hints
}

/// Keys of a binding as the help writes them.
pub(crate) fn written(binding: &Binding) -> String {
    binding.keys.iter().map(|name| key::symbol(name)).collect::<Vec<_>>().join(" ")
}

/// The list of keys in Markdown, for the README.
#[must_use]
pub fn key_list(lang: Language) -> String {
    use std::fmt::Write;
    let (keys, does) = (lang.pick("按键", "Keys"), lang.pick("作用", "What they do"));
    let mut text = String::new();
    for context in Context::ALL {
        let _ = write!(text, "**{}**\n\n| {keys} | {does} |\n| --- | --- |\n", context.name().of(lang));
        for binding in bindings(context) {
            let keys: Vec<_> = binding.keys.iter().map(|name| format!("`{}`", key::symbol(name))).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), binding.does.of(lang));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_name_and_one_meaning() {
        for context in Context::ALL {
            let mut seen: Vec<(Key, Context)> = Vec::new();
            for binding in context.layers().iter().flat_map(|layer| bindings(*layer)) {
                for name in binding.keys {
                    let key = Key::named(name).unwrap_or_else(|| panic!("{name} is no key"));
                    // A nearer context may give a shared key a meaning of its own; inside one it may not.
                    let double = seen.iter().any(|(other, layer)| *other == key && *layer == binding.context);
                    assert!(!double, "{name} is bound twice in {:?}", binding.context);
                    seen.push((key, binding.context));
                }
            }
        }
    }

    #[test]
    fn every_binding_is_described_in_both_languages() {
        for binding in BINDINGS {
            for words in [Some(binding.does), binding.hint].into_iter().flatten() {
                assert!(!words.0.is_ascii(), "{:?} lacks Chinese", binding.keys);
                assert!(!words.1.is_empty() && words.1.is_ascii(), "{:?} lacks English", binding.keys);
            }
            assert!(!binding.keys.is_empty());
        }
    }

    #[test]
    fn a_pane_comes_before_what_all_share() {
        let left = Key::named("h").unwrap();
        assert_eq!(action(Context::Tree, left), Some(Action::Left));
        assert_eq!(action(Context::Search, left), None, "in the search it is a letter");
        assert_eq!(action(Context::Tree, Key::named("q").unwrap()), Some(Action::Quit));
    }

    #[test]
    fn neighbours_share_a_hint() {
        let hints = hints(Context::Tree, Language::Zh);
        assert_eq!(hints[0], ("↑↓".to_owned(), "移动"));
    }

    #[test]
    fn the_list_of_keys_has_every_binding() {
        for lang in [Language::Zh, Language::En] {
            let list = key_list(lang);
            assert!(BINDINGS.iter().all(|binding| list.contains(binding.does.of(lang))));
        }
    }
}
