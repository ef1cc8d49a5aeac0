//! The themes that can be chosen: those that the program carries and the user's own.

use super::{Colour, Theme, file::Sheet};

/// The themes that the program carries, the one that others stand on first.
const CARRIED: [(&str, &str); 4] = [
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("high-contrast", include_str!("../../../assets/themes/high-contrast.toml")),
    ("colour-blind", include_str!("../../../assets/themes/colour-blind.toml")),
];

/// Names of the themes that the program carries.
#[must_use]
pub fn carried_names() -> Vec<&'static str> {
    CARRIED.iter().map(|(name, _)| *name).collect()
}

/// A theme file of the user's.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// The name by which it is chosen.
    pub name: String,
    /// Where it stands, for what is told of it.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The themes that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Themes(Vec<(String, Sheet)>);

impl Themes {
    /// The carried themes and the user's own, of which one may take the place of a carried one; and what
    /// is wrong with those, one sentence each.
    pub(crate) fn new(own: &[ThemeFile]) -> (Self, Vec<String>) {
        let mut themes = Self(CARRIED.iter().map(|(name, _)| ((*name).to_owned(), carried(name))).collect());
        let mut problems = Vec::new();
        for ThemeFile { name, path, text } in own {
            match Sheet::read(text, base_of) {
                Ok((sheet, wrong)) => {
                    problems.extend(wrong.iter().map(|problem| format!("{path}: {problem}")));
                    themes.0.retain(|(known, _)| known != name);
                    themes.0.push((name.clone(), sheet));
                }
                Err(problem) => problems.push(format!("{path}: {problem}")),
            }
        }
        (themes, problems)
    }

    /// The names, in the order in which they are offered.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The theme of a name in the colours that the terminal can show.
    pub(crate) fn get(&self, name: &str, colour: Colour) -> Option<Theme> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, sheet)| sheet.theme(colour))
    }
}

impl Theme {
    /// The dark theme that the program carries.
    pub(crate) fn carried(colour: Colour) -> Self {
        carried("dark").theme(colour)
    }
}

fn carried(name: &str) -> Sheet {
    base_of(Some(name)).expect("a test reads every carried theme")
}

/// The carried theme that a file stands on: dark where it does not say.
pub(super) fn base_of(name: Option<&str>) -> Option<Sheet> {
    let name = name.unwrap_or("dark");
    let (_, text) = CARRIED.iter().find(|(known, _)| *known == name)?;
    let ground = |base: Option<&str>| if name == "dark" { Some(Sheet::default()) } else { base_of(base) };
    Sheet::read(text, ground).ok().map(|(sheet, _)| sheet)
}

/// The text of a carried theme.
#[cfg(test)]
pub(super) fn text(name: &str) -> &'static str {
    CARRIED.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}
