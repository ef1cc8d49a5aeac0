//! Keys of the user's in place of the carried ones.

use std::fmt;

use super::{Binding, Bound, Context, Key, Keymap, key};
use crate::model::Language;

/// What a key map of the user's asks for that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyTrouble {
    /// No action has this name; the nearest that one has.
    NoAction(String, Option<String>),
    /// What stands for the keys of an action is neither a text nor a list of texts.
    NoKeys(String),
    /// Among the keys of an action is a name that no key has; the nearest that one has.
    NoKey(String, String, Option<String>),
    /// The keys that an action was given are those of others in nearer contexts, and so ask for these there.
    Hidden {
        /// The action.
        name: String,
        /// Its keys.
        keys: String,
        /// The others.
        by: Vec<String>,
    },
    /// Two actions want the same key in a context, or keys that begin with those of the other.
    Conflict {
        /// The action that has its keys.
        has: String,
        /// The action that has lost its keys.
        lost: String,
        /// The keys of both; one where they are the same.
        keys: Vec<String>,
        /// Where.
        context: String,
    },
}

impl KeyTrouble {
    /// What of the user's it is about: the name of an action, or what stands for one.
    #[must_use]
    pub fn about(&self) -> &str {
        match self {
            Self::NoAction(name, _) | Self::NoKeys(name) | Self::NoKey(name, ..) | Self::Hidden { name, .. } => name,
            Self::Conflict { has, .. } => has,
        }
    }
}

impl fmt::Display for KeyTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nearest = |nearest: &Option<String>| {
            nearest.as_ref().map_or_else(String::new, |nearest| format!("; did you mean {nearest}?"))
        };
        match self {
            Self::NoAction(name, near) => write!(f, "no action is called {name}{}", nearest(near)),
            Self::NoKeys(name) => {
                write!(f, "{name} is to have a key or a list of keys, as \"g\" or [\"g\", \"C-g\"]")
            }
            Self::NoKey(name, key, near) => write!(f, "{name}: no key is called {key:?}{}", nearest(near)),
            Self::Hidden { name, keys, by } => {
                write!(f, "{name} has {keys}, but not where it is the key of {}", by.join(", "))
            }
            Self::Conflict { has, lost, keys, context } => match &keys[..] {
                [key] => write!(f, "{has} and {lost} both want {key} in {context}; {has} has it"),
                keys => write!(
                    f,
                    "{has} and {lost} want keys in {context} of which one begins the other ({}); {has} has its own",
                    keys.join(", ")
                ),
            },
        }
    }
}

impl Keymap {
    /// The key map with keys of the user's: a table of actions by name, in tables by the part of the name
    /// before the dot or with the whole name, each with a key, a list of keys or an empty list. Beside it
    /// what of the table cannot be; the rest holds. Where two actions want the same keys, the user's choice
    /// has them rather than the carried one, and of two of the user's that which stands first in the help.
    #[must_use]
    pub fn with(&self, table: &toml::Table) -> (Self, Vec<KeyTrouble>) {
        let mut keymap = self.clone();
        let mut troubles = Vec::new();
        let mut chosen = Vec::new();
        for (name, value) in flat(table) {
            let Some(bound) = keymap.0.iter_mut().find(|bound| bound.binding.name == name) else {
                let near = nearest(&name, self.0.iter().map(|bound| bound.binding.name)).or_else(|| self.meant(&name));
                troubles.push(KeyTrouble::NoAction(name, near));
                continue;
            };
            match keys(&name, value) {
                Ok(keys) => {
                    bound.keys = keys;
                    chosen.push(bound.binding.name);
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        for context in Context::ALL {
            keymap.settle(context, &chosen, &mut troubles);
        }
        for bound in keymap.0.iter().filter(|bound| chosen.contains(&bound.binding.name)) {
            let carried = self.0.iter().find(|carried| carried.binding.name == bound.binding.name);
            let new = bound.keys.iter().filter(|keys| carried.is_none_or(|carried| !carried.keys.contains(keys)));
            troubles.extend(new.filter_map(|keys| keymap.hidden(bound.binding, keys, &chosen)));
        }
        (keymap, troubles)
    }

    /// Where the keys of an action are those of others in nearer contexts that the user has not given them. The
    /// keys of lists always give way to those by which a view moves in its own way.
    fn hidden(&self, binding: &Binding, wanted: &[Key], chosen: &[&str]) -> Option<KeyTrouble> {
        if binding.context == Context::List {
            return None;
        }
        let mut by = Vec::new();
        for context in Context::ALL {
            let layers = context.layers();
            let Some(depth) = layers.iter().position(|layer| *layer == binding.context) else { continue };
            let nearer = layers[..depth].iter().flat_map(|layer| self.bindings(*layer));
            let in_the_way = |keys: &Vec<Key>| keys.starts_with(wanted) || wanted.starts_with(keys);
            let nearer =
                nearer.filter(|bound| bound.keys.iter().any(in_the_way) && !chosen.contains(&bound.binding.name));
            for name in nearer.map(|bound| bound.binding.name.to_owned()) {
                if !by.contains(&name) {
                    by.push(name);
                }
            }
        }
        let name = binding.name.to_owned();
        (!by.is_empty()).then(|| KeyTrouble::Hidden { name, keys: key::named(wanted), by })
    }

    /// The action of the same name in another table; rather in that which the help calls so.
    fn meant(&self, name: &str) -> Option<String> {
        let (table, last) = name.rsplit_once('.')?;
        let alike =
            || self.0.iter().map(|bound| bound.binding).filter(|binding| binding.name.ends_with(&format!(".{last}")));
        let called = alike().find(|binding| binding.context.name().of(Language::En).eq_ignore_ascii_case(table));
        called.or_else(|| alike().next()).map(|binding| binding.name.to_owned())
    }

    /// Takes keys away from actions of a context that want the keys of another.
    fn settle(&mut self, context: Context, chosen: &[&str], troubles: &mut Vec<KeyTrouble>) {
        let mut taken: Vec<(&'static str, Vec<Key>)> = Vec::new();
        let (first, last): (Vec<_>, Vec<_>) = self
            .0
            .iter_mut()
            .filter(|bound| bound.binding.context == context)
            .partition(|bound| chosen.contains(&bound.binding.name));
        for Bound { binding, keys } in first.into_iter().chain(last) {
            keys.retain(|wanted| {
                let in_the_way = |(_, keys): &&(&str, Vec<Key>)| keys.starts_with(wanted) || wanted.starts_with(keys);
                let other = taken.iter().find(in_the_way).filter(|(name, _)| *name != binding.name);
                if let Some((has, of_other)) = other {
                    let mut keys = vec![key::named(of_other), key::named(wanted)];
                    keys.dedup();
                    troubles.push(KeyTrouble::Conflict {
                        has: (*has).to_owned(),
                        lost: binding.name.to_owned(),
                        keys,
                        context: context.key().to_owned(),
                    });
                    return false;
                }
                taken.push((binding.name, wanted.clone()));
                true
            });
        }
    }
}

/// The entries of a table and of the tables in it, by their names with dots between.
fn flat(table: &toml::Table) -> Vec<(String, &toml::Value)> {
    let mut entries = Vec::new();
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => {
                entries.extend(flat(inner).into_iter().map(|(last, value)| (format!("{name}.{last}"), value)));
            }
            value => entries.push((name.clone(), value)),
        }
    }
    entries
}

/// The keys that a value tells.
fn keys(name: &str, value: &toml::Value) -> Result<Vec<Vec<Key>>, KeyTrouble> {
    let no_keys = || KeyTrouble::NoKeys(name.to_owned());
    let texts = match value {
        toml::Value::String(text) => vec![text.as_str()],
        toml::Value::Array(values) => {
            values.iter().map(|value| value.as_str().ok_or_else(no_keys)).collect::<Result<_, _>>()?
        }
        _ => return Err(no_keys()),
    };
    let no_key = |unknown: &str| KeyTrouble::NoKey(name.to_owned(), unknown.to_owned(), nearest(unknown, key::names()));
    texts.into_iter().map(|text| key::sequence(text).map_err(no_key)).collect()
}

/// The name that is nearest to one that is none, if any is near.
fn nearest<'a>(unknown: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    /// Less alike than this is another name.
    const ALIKE: f64 = 0.7;
    let alike = names.map(|name| (strsim::normalized_damerau_levenshtein(unknown, name), name));
    let nearest = alike.filter(|(alike, _)| *alike >= ALIKE).max_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{action::Action, keymap::Found, widgets::scroll::Step};

    /// The key map with the keys of a TOML text, and the troubles in words.
    fn with(text: &str) -> (Keymap, Vec<String>) {
        let (keymap, troubles) = Keymap::carried().with(&text.parse().unwrap());
        (keymap, troubles.iter().map(ToString::to_string).collect())
    }

    fn find(keymap: &Keymap, context: Context, keys: &str) -> Found {
        keymap.find(context, &key::sequence(keys).unwrap())
    }

    #[test]
    fn an_action_has_the_keys_that_the_user_gives_it() {
        let text = "[list]\nmove_down = [\"n\", \"C-Down\", \"g d\"]\nmove_first = []\n[everywhere]\nquit = \"Q\"";
        let (keymap, troubles) = with(text);
        assert_eq!(troubles, [""; 0]);
        let down = Found::Action(Action::Move(Step::Down));
        assert!(
            ["n", "C-Down", "g d"].map(|keys| find(&keymap, Context::Tree, keys)).iter().all(|found| *found == down)
        );
        assert_eq!(find(&keymap, Context::Tree, "g"), Found::Pending);
        assert_eq!(find(&keymap, Context::Tree, "j"), Found::Nothing);
        assert_eq!(find(&keymap, Context::Tree, "q"), Found::Nothing);
        assert_eq!(find(&keymap, Context::Tree, "Q"), Found::Action(Action::Quit));
        assert_eq!(with("\"everywhere.quit\" = \"Q\"").0, with("everywhere.quit = \"Q\"").0, "the whole name does too");
    }

    #[test]
    fn a_conflict_is_told_by_name_and_the_users_choice_holds() {
        let (keymap, troubles) = with("list.move_page_down = \"G\"");
        assert_eq!(
            troubles[0],
            "list.move_page_down and list.move_last both want G in list; list.move_page_down has it"
        );
        assert_eq!(find(&keymap, Context::Tree, "G"), Found::Action(Action::Move(Step::PageDown)));
        assert_eq!(find(&keymap, Context::Tree, "End"), Found::Action(Action::Move(Step::Last)), "its other key stays");
        let (keymap, troubles) = with("list.move_up = \"n\"\nlist.move_down = [\"n\", \"m\"]");
        assert_eq!(troubles, ["list.move_up and list.move_down both want n in list; list.move_up has it"]);
        assert_eq!(find(&keymap, Context::Tree, "m"), Found::Action(Action::Move(Step::Down)));
        let (_, troubles) = with("list.move_down = \"g g\"");
        let told = "list.move_down and list.move_first want keys in list of which one begins the other (g g, g); list.move_down has its own";
        assert_eq!(troubles, [told]);
    }

    #[test]
    fn a_key_that_is_anothers_in_a_nearer_context_is_told() {
        let (keymap, troubles) = with("everywhere.search = \"s\"");
        let [told] = &troubles[..] else { panic!("{troubles:?}") };
        assert!(told.starts_with("everywhere.search has s, but not where it is the key of table.sort"), "{told}");
        assert_eq!(find(&keymap, Context::Detail, "s"), Found::Action(Action::Search));
        // What the user gives to both is as it is to be; what is carried is known.
        assert_eq!(with("tree.filter = \"F3\"\neverywhere.search = \"F3\"").1, [""; 0]);
        assert_eq!(with("list.move_down = [\"j\", \"Down\", \"C-n\"]").1, [""; 0]);
    }

    #[test]
    fn a_table_may_be_called_as_the_help_calls_it() {
        let troubles = with("metrics.sort = \"o\"\nnowhere.theme = \"o\"").1;
        assert_eq!(
            troubles,
            [
                "no action is called metrics.sort; did you mean table.sort?",
                "no action is called nowhere.theme; did you mean everywhere.theme?"
            ]
        );
    }

    #[test]
    fn another_context_is_no_conflict() {
        let (keymap, troubles) = with("tree.open = \"G\"");
        assert_eq!(troubles, [""; 0]);
        assert_eq!(find(&keymap, Context::Tree, "G"), Found::Action(Action::Open));
        assert_eq!(find(&keymap, Context::Table, "G"), Found::Action(Action::Move(Step::Last)));
    }

    #[test]
    fn what_cannot_be_is_told_with_what_could_be_meant_and_the_rest_holds() {
        let (keymap, troubles) = with(
            "list.move_don = \"n\"\nlist.move_up = \"Entre\"\nlist.move_last = 3\nabc = \"x\"\nlist.move_first = \"1 \"\neverywhere.quit = \"Q\"",
        );
        let told = [
            "no action is called abc",
            "no action is called list.move_don; did you mean list.move_down?",
            "list.move_first: no key is called \"\"",
            "list.move_last is to have a key or a list of keys, as \"g\" or [\"g\", \"C-g\"]",
            "list.move_up: no key is called \"Entre\"; did you mean Enter?",
        ];
        let mut sorted = troubles.clone();
        sorted.sort();
        let mut expected = told.map(str::to_owned);
        expected.sort();
        assert_eq!(sorted, expected);
        assert_eq!(find(&keymap, Context::Tree, "j"), Found::Action(Action::Move(Step::Down)));
        assert_eq!(find(&keymap, Context::Tree, "Q"), Found::Action(Action::Quit));
    }
}
