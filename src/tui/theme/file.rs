//! A theme file: a palette and the styles made of it, on the ground of another theme.
//!
//! ```toml
//! base = "dark"                            # what this file leaves out is as there
//!
//! [palette]
//! accent = "#79b8ff"                       # a name and its colour
//! amber  = ["#e3b25f", "bright yellow"]    # with the one of 16 that stands for it
//!
//! [figure]
//! value = { fg = "accent", bg = "#101418", add = ["bold"], plain = ["reverse"] }
//! ```

use std::collections::{BTreeMap, HashMap};

use ratatui::style::{Modifier, Style};
use serde::Deserialize;
use toml::{Table, Value};

use super::{Colour, STYLES, Theme, colour::Paint};

/// Names of modifiers in a theme file.
const MODIFIERS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
    ("strike", Modifier::CROSSED_OUT),
];

/// A style as a theme file writes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spec {
    /// Colours by their name in the palette, or as `#rrggbb`.
    fg: Option<String>,
    bg: Option<String>,
    /// Modifiers in colour and without.
    #[serde(default)]
    add: Vec<String>,
    /// Modifiers that stand in for the colours where there are none.
    #[serde(default)]
    plain: Vec<String>,
}

/// A palette and styles.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    palette: BTreeMap<String, Paint>,
    /// By table and key.
    styles: HashMap<(&'static str, &'static str), Spec>,
}

impl Sheet {
    /// Reads a theme file; `base` gives the themes that it may stand on. What is wrong is told, one
    /// sentence each that begins with the key, and is as in the base.
    ///
    /// # Errors
    /// The file is no TOML, or stands on a theme that is not known.
    pub(super) fn read(text: &str, base: impl Fn(Option<&str>) -> Option<Self>) -> Result<(Self, Vec<String>), String> {
        let mut table: Table = text.parse().map_err(|error: toml::de::Error| error.to_string().replace('\n', " "))?;
        let on = table.remove("base");
        let name = on.as_ref().map(|name| name.as_str().unwrap_or_default());
        let unknown = || format!("base: {:?} is no theme that the program carries", name.unwrap_or_default());
        let mut sheet = base(name).ok_or_else(unknown)?;
        let mut problems = Vec::new();
        if let Some(palette) = table.remove("palette") {
            sheet.take_palette(palette, &mut problems);
        }
        for (group, styles) in table {
            sheet.take_group(&group, styles, &mut problems);
        }
        Ok((sheet, problems))
    }

    fn take_palette(&mut self, palette: Value, problems: &mut Vec<String>) {
        let Value::Table(palette) = palette else {
            problems.push("palette: is to be a table of colours".to_owned());
            return;
        };
        for (name, value) in palette {
            match paint(&value) {
                Ok(paint) => drop(self.palette.insert(name, paint)),
                Err(problem) => problems.push(format!("palette.{name}: {problem}")),
            }
        }
    }

    fn take_group(&mut self, group: &str, styles: Value, problems: &mut Vec<String>) {
        let Some((group, known)) = STYLES.iter().find(|(known, _)| *known == group) else {
            let groups = STYLES.iter().map(|(known, _)| *known);
            problems.push(format!("{group}: no such table; there are palette, {}", list(groups)));
            return;
        };
        let Value::Table(styles) = styles else {
            problems.push(format!("{group}: is to be a table of styles"));
            return;
        };
        for (name, value) in styles {
            let Some(key) = known.iter().find(|key| **key == name) else {
                problems.push(format!("{group}.{name}: no such style; there are {}", list(known.iter().copied())));
                continue;
            };
            let spec = value.try_into::<Spec>().map_err(|error| error.message().replace('\n', " "));
            match spec.and_then(|spec| self.style(&spec, Colour::True).map(|_| spec)) {
                Ok(spec) => drop(self.styles.insert((*group, *key), spec)),
                Err(problem) => problems.push(format!("{group}.{name}: {problem}")),
            }
        }
    }

    /// The theme in the colours that a terminal can show.
    pub(super) fn theme(&self, colour: Colour) -> Theme {
        Theme::build(|group, name| self.style_of(group, name, colour))
    }

    /// A style by its table and key.
    pub(super) fn style_of(&self, group: &'static str, name: &'static str, colour: Colour) -> Style {
        // What a file writes was checked when it was read.
        self.styles.get(&(group, name)).and_then(|spec| self.style(spec, colour).ok()).unwrap_or_default()
    }

    /// The styles that nobody gave.
    #[cfg(test)]
    pub(super) fn missing(&self) -> Vec<(&'static str, &'static str)> {
        let all = STYLES.iter().flat_map(|(group, names)| names.iter().map(move |name| (*group, *name)));
        all.filter(|style| !self.styles.contains_key(style)).collect()
    }

    fn style(&self, spec: &Spec, colour: Colour) -> Result<Style, String> {
        let shade = |name: &String| {
            let paint = if name.starts_with('#') {
                Paint::read(name, None)?
            } else {
                let names = || list(self.palette.keys().map(String::as_str));
                *self.palette.get(name).ok_or_else(|| format!("{name:?} is not in the palette: {}", names()))?
            };
            Ok::<_, String>(paint.shade(colour))
        };
        let mut style = Style::new();
        style.fg = spec.fg.as_ref().map(shade).transpose()?.flatten();
        style.bg = spec.bg.as_ref().map(shade).transpose()?.flatten();
        for name in spec.add.iter().chain(spec.plain.iter().filter(|_| colour == Colour::None)) {
            let known = MODIFIERS.iter().find(|(known, _)| known == name);
            let names = || list(MODIFIERS.iter().map(|(name, _)| *name));
            let (_, modifier) = known.ok_or_else(|| format!("{name:?} is no modifier; there are {}", names()))?;
            style = style.add_modifier(*modifier);
        }
        // A misspelt modifier is told whatever the terminal shows.
        match spec.plain.iter().find(|name| MODIFIERS.iter().all(|(known, _)| known != name)) {
            Some(name) => Err(format!("{name:?} is no modifier")),
            None => Ok(style),
        }
    }
}

fn paint(value: &Value) -> Result<Paint, String> {
    let texts = match value {
        Value::String(hex) => (Some(hex.as_str()), None),
        Value::Array(pair) if pair.len() == 2 => (pair[0].as_str(), pair[1].as_str()),
        _ => (None, None),
    };
    match texts {
        (Some(hex), sixteen) => Paint::read(hex, sixteen),
        (None, _) => Err("is to be \"#rrggbb\" or [\"#rrggbb\", \"one of the 16 colours\"]".to_owned()),
    }
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
