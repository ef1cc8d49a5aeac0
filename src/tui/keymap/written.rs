//! The keys in writing: as Markdown for the README, and as TOML that a user can change.

use std::fmt::Write;

use super::{Bound, Context, Keymap, key};
use crate::model::Language;

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

impl Keymap {
    /// The key map as TOML: `table` in the form that [`Keymap::with`] reads, a table in it for each context,
    /// what can be asked for there with its keys, and behind it what it does.
    #[must_use]
    pub fn to_toml(&self, table: &str, lang: Language) -> String {
        let mut text = lang
            .pick(
                "# 每行一个动作：一个键、几个键的列表，或 [] 即不用键。连按的键之间空一格，如 \"y c\"。\n\
                 # C- 是 Ctrl，M- 是 Alt。只写要改的行即可。\n",
                "# An action a line, with its key, a list of keys, or [] for none. Keys pressed one after another\n\
                 # stand with a blank between them: \"y c\". C- is Ctrl, M- is Alt. Only lines that change are needed.\n",
            )
            .to_owned();
        for context in Context::ALL {
            let _ = write!(text, "\n[{table}.{}] # {}\n", context.key(), context.name().of(lang));
            let lines: Vec<_> =
                self.bindings(context).map(|bound| (line(bound), bound.binding.does.of(lang))).collect();
            let width = lines.iter().map(|(line, _)| line.chars().count()).max().unwrap_or(0);
            for (line, does) in lines {
                let _ = writeln!(text, "{line:width$} # {does}");
            }
        }
        text
    }
}

/// A binding as a line of TOML.
fn line(bound: &Bound) -> String {
    let context = bound.binding.context.key();
    let name = bound.binding.name.strip_prefix(context).and_then(|name| name.strip_prefix('.'));
    let keys: Vec<_> = bound.keys.iter().map(|keys| toml::Value::from(key::named(keys)).to_string()).collect();
    let keys = if let [key] = &keys[..] { key.clone() } else { format!("[{}]", keys.join(", ")) };
    format!("{} = {keys}", name.unwrap_or(bound.binding.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::all_bindings;

    #[test]
    fn the_list_of_keys_has_every_binding() {
        for lang in [Language::Zh, Language::En] {
            let list = key_list(lang);
            assert!(all_bindings().all(|binding| list.contains(binding.does.of(lang))));
        }
    }

    #[test]
    fn what_is_written_reads_as_the_same_key_map() {
        for lang in [Language::Zh, Language::En] {
            let text = Keymap::carried().to_toml("keys", lang);
            let file: toml::Table = text.parse().unwrap();
            let read = Keymap::carried().with(file["keys"].as_table().unwrap());
            assert_eq!(read, (Keymap::carried(), Vec::new()), "{text}");
        }
    }
}
