//! One table of keys that feeds dispatch, help, the hint line and the list of keys in the README.

mod key;
mod table;

pub(crate) use key::{Key, written};
use table::TABLES;

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
    Rank,
    Trend,
    Map,
    Sources,
    /// In a document that is open.
    Page,
    Audit,
    /// In the windows that show text.
    Text,
    /// In the window in which a theme is chosen.
    Themes,
    Search,
    /// In a list while the text that narrows it is typed.
    Filter,
    /// In every line that is typed.
    Line,
}

impl Context {
    /// All, in the order in which the help lists them.
    pub(crate) const ALL: [Self; 18] = [
        Self::Everywhere,
        Self::List,
        Self::Overview,
        Self::Tree,
        Self::Filter,
        Self::Table,
        Self::Detail,
        Self::Compare,
        Self::Rank,
        Self::Trend,
        Self::Map,
        Self::Sources,
        Self::Page,
        Self::Audit,
        Self::Search,
        Self::Line,
        Self::Themes,
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
            Self::Rank => &[Self::Rank, Self::List, Self::Everywhere],
            Self::Trend => &[Self::Trend, Self::List, Self::Everywhere],
            Self::Map => &[Self::Map, Self::List, Self::Everywhere],
            Self::Sources => &[Self::Sources, Self::List, Self::Everywhere],
            Self::Page => &[Self::Page, Self::List, Self::Everywhere],
            Self::Audit => &[Self::Audit, Self::List, Self::Everywhere],
            Self::Text => &[Self::Text, Self::List],
            Self::Search => &[Self::Search, Self::Line],
            Self::Filter => &[Self::Filter, Self::Line],
            Self::Line => &[Self::Line],
            Self::Themes => &[Self::Themes, Self::List],
        }
    }

    /// Whether text is typed in it: characters that are no keys of it go into its line.
    pub(crate) const fn is_typed(self) -> bool {
        matches!(self, Self::Search | Self::Filter)
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
            Self::Rank => Words("排行", "Rank"),
            Self::Trend => Words("走势", "Trend"),
            Self::Map => Words("地图", "Map"),
            Self::Sources => Words("来源", "Sources"),
            Self::Page => Words("阅读", "Reading"),
            Self::Audit => Words("核查", "Audit"),
            Self::Text => Words("帮助与提示", "Help and notices"),
            Self::Themes => Words("配色", "Themes"),
            Self::Search => Words("搜索", "Search"),
            Self::Filter => Words("筛选", "Filter"),
            Self::Line => Words("输入", "Typing"),
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
#[derive(Clone, Debug)]
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

/// Which keys ask for what.
#[derive(Clone, Debug)]
pub(crate) struct Keymap(Vec<Bound>);

impl Keymap {
    /// The keys of the tables.
    pub(crate) fn carried() -> Self {
        let keys = |binding: &Binding| binding.keys.iter().filter_map(|name| key::sequence(name)).collect();
        let bindings = TABLES.iter().copied().flatten();
        Self(bindings.map(|binding| Bound { binding, keys: keys(binding) }).collect())
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

/// The list of keys in Markdown, for the README.
#[must_use]
pub fn key_list(lang: Language) -> String {
    use std::fmt::Write;
    let (keys, does) = (lang.pick("按键", "Keys"), lang.pick("作用", "What they do"));
    let keymap = Keymap::carried();
    let mut text = String::new();
    for context in Context::ALL {
        let _ = write!(text, "**{}**\n\n| {keys} | {does} |\n| --- | --- |\n", context.name().of(lang));
        for bound in keymap.bindings(context) {
            let keys: Vec<_> = bound.keys.iter().map(|keys| format!("`{}`", key::written(keys))).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), bound.binding.does.of(lang));
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn bindings() -> impl Iterator<Item = &'static Binding> {
        TABLES.iter().copied().flatten()
    }

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
        let names: HashSet<_> = bindings().map(|binding| binding.name).collect();
        assert_eq!(names.len(), bindings().count());
    }

    #[test]
    fn every_binding_is_described_in_both_languages() {
        for binding in bindings() {
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

    #[test]
    fn the_list_of_keys_has_every_binding() {
        for lang in [Language::Zh, Language::En] {
            let list = key_list(lang);
            assert!(bindings().all(|binding| list.contains(binding.does.of(lang))));
        }
    }
}
