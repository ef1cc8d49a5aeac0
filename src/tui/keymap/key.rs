//! A key: its name in the table, the event that brings it, and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) code: KeyCode,
    pub(crate) modifiers: KeyModifiers,
}

impl Key {
    /// The key of a name: a character, `C-x`, `M-x`, or one of the names in [`NAMES`].
    pub(crate) fn named(name: &str) -> Option<Self> {
        if let Some((_, code, _)) = NAMES.iter().find(|(known, ..)| *known == name) {
            return Some(Self { code: *code, modifiers: KeyModifiers::NONE });
        }
        let (modifiers, rest) = match name.split_at_checked(2) {
            Some(("C-", rest)) if !rest.is_empty() => (KeyModifiers::CONTROL, rest),
            Some(("M-", rest)) if !rest.is_empty() => (KeyModifiers::ALT, rest),
            _ => (KeyModifiers::NONE, name),
        };
        if let Some((_, code, _)) = NAMES.iter().find(|(known, ..)| *known == rest) {
            return Some(Self { code: *code, modifiers });
        }
        let mut characters = rest.chars();
        let character = characters.next().filter(|_| characters.next().is_none())?;
        Some(Self { code: KeyCode::Char(character), modifiers })
    }

    /// How the screen writes it.
    fn symbol(self) -> String {
        self.written(|(_, _, symbol)| symbol)
    }

    /// Its name, as [`Key::named`] reads it.
    fn name(self) -> String {
        self.written(|(name, ..)| name)
    }

    fn written(self, called: impl Fn(&(&'static str, KeyCode, &'static str)) -> &'static str) -> String {
        let modifier = match self.modifiers {
            KeyModifiers::CONTROL => "C-",
            KeyModifiers::ALT => "M-",
            _ => "",
        };
        let named = NAMES.iter().find(|(_, code, _)| *code == self.code).map(|key| called(key).to_owned());
        let character = |code| if let KeyCode::Char(character) = code { character.to_string() } else { String::new() };
        modifier.to_owned() + &named.unwrap_or_else(|| character(self.code))
    }

    /// The key of an event; a full-width character that a Chinese input method sends is its ASCII one.
    pub(crate) fn of(event: KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Char(character) => KeyCode::Char(half_width(character)),
            code => code,
        };
        let modifiers = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        // Terminals that tell them apart are no reason to unlearn C-[ for Esc and C-m for Enter.
        match (code, modifiers) {
            (KeyCode::Char('['), KeyModifiers::CONTROL) => Self { code: KeyCode::Esc, modifiers: KeyModifiers::NONE },
            (KeyCode::Char('m'), KeyModifiers::CONTROL) => Self { code: KeyCode::Enter, modifiers: KeyModifiers::NONE },
            _ => Self { code, modifiers },
        }
    }
}

/// The character on the same key of a Latin keyboard.
fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '、' => '/',
        '【' => '[',
        '】' => ']',
        '！'..='～' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

/// Keys that are no characters: name, code, how the screen writes it.
const NAMES: &[(&str, KeyCode, &str)] = &[
    ("Up", KeyCode::Up, "↑"),
    ("Down", KeyCode::Down, "↓"),
    ("Left", KeyCode::Left, "←"),
    ("Right", KeyCode::Right, "→"),
    ("PgUp", KeyCode::PageUp, "PgUp"),
    ("PgDn", KeyCode::PageDown, "PgDn"),
    ("Home", KeyCode::Home, "Home"),
    ("End", KeyCode::End, "End"),
    ("Tab", KeyCode::Tab, "Tab"),
    ("S-Tab", KeyCode::BackTab, "S-Tab"),
    ("Enter", KeyCode::Enter, "Enter"),
    ("Esc", KeyCode::Esc, "Esc"),
    ("Space", KeyCode::Char(' '), "Space"),
    ("Backspace", KeyCode::Backspace, "Backspace"),
    ("Delete", KeyCode::Delete, "Delete"),
    ("Insert", KeyCode::Insert, "Insert"),
    ("F1", KeyCode::F(1), "F1"),
    ("F2", KeyCode::F(2), "F2"),
    ("F3", KeyCode::F(3), "F3"),
    ("F4", KeyCode::F(4), "F4"),
    ("F5", KeyCode::F(5), "F5"),
    ("F6", KeyCode::F(6), "F6"),
    ("F7", KeyCode::F(7), "F7"),
    ("F8", KeyCode::F(8), "F8"),
    ("F9", KeyCode::F(9), "F9"),
    ("F10", KeyCode::F(10), "F10"),
    ("F11", KeyCode::F(11), "F11"),
    ("F12", KeyCode::F(12), "F12"),
];

/// The keys of names with blanks between them; the name that is no key.
pub(super) fn sequence(names: &str) -> Result<Vec<Key>, &str> {
    names.split(' ').map(|name| Key::named(name).ok_or(name)).collect()
}

/// Names of the keys that are no characters.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, ..)| *name)
}

/// The names of keys with blanks between them, as [`sequence`] reads them.
pub(super) fn named(keys: &[Key]) -> String {
    keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ")
}

/// Keys that are pressed one after another, as the screen writes them: `↑`, `C-l`, `yc`.
pub(crate) fn written(keys: &[Key]) -> String {
    keys.iter().map(|key| key.symbol()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_finds_its_name() {
        let event = |code, modifiers| Key::of(KeyEvent::new(code, modifiers));
        assert_eq!(Some(event(KeyCode::Char('G'), KeyModifiers::SHIFT)), Key::named("G"));
        assert_eq!(Some(event(KeyCode::BackTab, KeyModifiers::SHIFT)), Key::named("S-Tab"));
        assert_eq!(Some(event(KeyCode::Char('u'), KeyModifiers::CONTROL)), Key::named("C-u"));
        assert_eq!(Some(event(KeyCode::Char('/'), KeyModifiers::NONE)), Key::named("/"));
        assert_eq!(Some(event(KeyCode::Char('['), KeyModifiers::CONTROL)), Key::named("Esc"));
        assert_eq!(Some(event(KeyCode::Char('i'), KeyModifiers::CONTROL)), Key::named("C-i"));
        assert_eq!(Key::named("Hyper"), None);
        assert_eq!(Key::named("C-"), None);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for names in ["y c", "C-o", "M-Left", "Space", "Up", "F12", "C-Space", "长"] {
            assert_eq!(named(&sequence(names).unwrap()), names);
        }
        assert_eq!(sequence("y Entre"), Err("Entre"));
    }

    #[test]
    fn a_chinese_input_method_does_not_stand_in_the_way() {
        for (typed, meant) in [('／', "/"), ('、', "/"), ('？', "?"), ('【', "["), ('ｑ', "q"), ('\u{3000}', "Space")]
        {
            let key = Key::of(KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE));
            assert_eq!(Some(key), Key::named(meant));
        }
    }
}
