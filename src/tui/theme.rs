//! Styles by meaning, read from a theme file; views name no colour.

use std::collections::HashMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::Colour;

/// The theme that the program carries.
const DARK: &str = include_str!("../../assets/themes/dark.toml");

/// Declares the styles of a theme: the fields below and the tables and keys of a theme file are the same.
macro_rules! styles {
    ($($(#[$group_doc:meta])* $group:ident: $type:ident { $($(#[$doc:meta])* $name:ident,)* })*) => {
        /// Styles by meaning.
        #[derive(Clone, Debug)]
        pub(crate) struct Theme {
            /// The ground and plain text of the whole screen.
            pub(crate) screen: Style,
            $($(#[$group_doc])* pub(crate) $group: $type,)*
        }

        $($(#[$group_doc])*
        #[derive(Clone, Debug)]
        pub(crate) struct $type {
            $($(#[$doc])* pub(crate) $name: Style,)*
        })*

        impl Theme {
            fn build(mut style: impl FnMut(&str, &str) -> Result<Style, String>) -> Result<Self, String> {
                Ok(Self {
                    screen: style("screen", "text")?,
                    $($group: $type { $($name: style(stringify!($group), stringify!($name))?,)* },)*
                })
            }
        }
    };
}

styles! {
    /// The top line.
    top: Top {
        /// The program's name.
        badge,
        /// The regions above the chosen one.
        lineage,
        /// The chosen region.
        region,
        /// The year chosen.
        year,
        /// Counts.
        counts,
        /// Names of the views.
        view,
        /// Name of the view on the screen.
        view_active,
    }
    /// Frames of panes and windows.
    pane: Pane {
        border, border_focused, title, title_focused,
        /// A remark at the right of the title.
        remark,
        /// Where in a long list the screen is.
        thumb,
        /// Column names.
        header,
        /// Group names inside a list.
        heading,
        /// The row of the cursor in the pane that takes the keys.
        cursor,
        /// The row of the cursor in another pane.
        cursor_idle,
        /// A sentence that stands where there is nothing to show.
        empty,
    }
    /// The region tree.
    tree: Tree {
        /// A region that has figures.
        region,
        /// A region that has none.
        without,
        /// How many figures it has.
        count,
        /// The marks that tell open from closed.
        branch,
    }
    /// The pinned regions, each in a colour of its own wherever it stands, in the order of the pins.
    pin: Pin { first, second, third, fourth, fifth, sixth, seventh, eighth, }
    /// Figures, wherever they are written.
    figure: Figure {
        /// The name of a metric.
        metric,
        /// A value that has come about.
        value,
        /// A unit.
        unit,
        /// The sign before a value that is a bound.
        bound,
        /// A value that is aimed at.
        target,
        /// A value that is expected.
        forecast,
        /// A value of which the text lost digits.
        damaged,
        /// The mark behind a value that may be read wrongly, and why.
        doubt,
        /// A growth above zero.
        rise,
        /// A growth below zero.
        fall,
        /// A place.
        rank,
        /// A year, a base, a group.
        aside,
        /// A derived number: difference, ratio.
        derived,
        /// The best of a row.
        best,
    }
    /// Bars and sparklines.
    chart: Chart {
        /// The chosen region.
        lit,
        /// The others.
        other,
        /// The average of them, which is derived.
        average,
        /// A series as columns.
        series,
        /// A series as a line in a table.
        spark,
        /// Years and limits.
        label,
    }
    /// The sentence a figure was read from.
    evidence: Evidence {
        text,
        /// The number.
        number,
        /// Document and position.
        origin,
    }
    /// The search window.
    search: SearchStyles {
        prompt, input,
        /// Characters that matched.
        matched,
        /// What a hit is: metric, region.
        kind,
    }
    /// The bottom line.
    hint: Hint {
        key, text,
        /// What the program has to say.
        message,
    }
}

/// A style as a theme file writes it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spec {
    fg: Option<String>,
    bg: Option<String>,
    /// Modifiers in colour and without.
    #[serde(default)]
    add: Vec<String>,
    /// Modifiers that stand in for the colours where there are none.
    #[serde(default)]
    plain: Vec<String>,
}

/// A theme file.
#[derive(Debug, Deserialize)]
struct File {
    palette: HashMap<String, String>,
    #[serde(flatten)]
    groups: HashMap<String, HashMap<String, Spec>>,
}

impl Theme {
    /// The theme that the program carries.
    pub(crate) fn carried(colour: Colour) -> Self {
        Self::read(DARK, colour).expect("the carried theme is whole; a test reads it")
    }

    /// Reads a theme file: every style of the theme must be there, and nothing else.
    fn read(text: &str, colour: Colour) -> Result<Self, String> {
        let mut file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let theme = Self::build(|group, name| {
            let spec = file.groups.get_mut(group).and_then(|styles| styles.remove(name));
            let spec = spec.ok_or_else(|| format!("style {group}.{name} is missing"))?;
            spec.style(&file.palette, colour).map_err(|error| format!("style {group}.{name}: {error}"))
        })?;
        match file.groups.iter().flat_map(|(group, styles)| styles.keys().map(move |name| (group, name))).next() {
            Some((group, name)) => Err(format!("style {group}.{name} is unknown")),
            None => Ok(theme),
        }
    }
}

impl Spec {
    fn style(&self, palette: &HashMap<String, String>, colour: Colour) -> Result<Style, String> {
        let mut style = Style::new();
        if colour != Colour::None {
            let named = |name: &String| {
                let hex = palette.get(name).ok_or_else(|| format!("colour {name} is not in the palette"))?;
                rgb(hex).map(|rgb| shade(rgb, colour)).ok_or_else(|| format!("{hex} is no colour of the form #rrggbb"))
            };
            style.fg = self.fg.as_ref().map(named).transpose()?;
            style.bg = self.bg.as_ref().map(named).transpose()?;
        }
        let plain = if colour == Colour::None { self.plain.as_slice() } else { &[] };
        for name in self.add.iter().chain(plain) {
            style = style.add_modifier(match name.as_str() {
                "bold" => Modifier::BOLD,
                "dim" => Modifier::DIM,
                "italic" => Modifier::ITALIC,
                "underline" => Modifier::UNDERLINED,
                "reverse" => Modifier::REVERSED,
                _ => return Err(format!("{name} is no modifier")),
            });
        }
        Ok(style)
    }
}

fn rgb(hex: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(hex.strip_prefix('#').filter(|digits| digits.len() == 6)?, 16).ok()?;
    let [_, r, g, b] = number.to_be_bytes();
    Some([r, g, b])
}

/// The colour as the terminal can show it.
fn shade([r, g, b]: [u8; 3], colour: Colour) -> Color {
    if colour == Colour::True { Color::Rgb(r, g, b) } else { Color::Indexed(nearest([r, g, b])) }
}

/// The nearest of xterm's 256 colours: of the cube of 6 × 6 × 6 or of the 24 greys.
fn nearest(rgb: [u8; 3]) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance =
        |other: [u8; 3]| -> u32 { rgb.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let cube = (0..216u8).map(|i| {
        let level = |n: u8| LEVELS[usize::from(n % 6)];
        (16 + i, [level(i / 36), level(i / 6), level(i)])
    });
    let greys = (0..24u8).map(|i| (232 + i, [8 + 10 * i; 3]));
    cube.chain(greys).min_by_key(|(_, other)| distance(*other)).map_or(7, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_theme_has_every_style_and_no_other() {
        for colour in [Colour::None, Colour::Indexed, Colour::True] {
            Theme::read(DARK, colour).unwrap();
        }
        let unknown = format!("{DARK}\n[nothing]\nmore = {{}}\n");
        assert_eq!(Theme::read(&unknown, Colour::True).unwrap_err(), "style nothing.more is unknown");
        assert!(Theme::read("[palette]\n", Colour::True).unwrap_err().contains("is missing"));
    }

    #[test]
    fn without_colour_the_cursor_is_still_told() {
        let theme = Theme::carried(Colour::None);
        assert_eq!(theme.pane.cursor.bg, None);
        assert!(theme.pane.cursor.add_modifier.contains(Modifier::REVERSED));
        assert_ne!(theme.figure.target, theme.figure.value);
        assert_ne!(theme.figure.damaged, theme.figure.value);
    }

    #[test]
    fn colours_have_their_nearest_of_256() {
        assert_eq!(nearest([0, 0, 0]), 16);
        assert_eq!(nearest([255, 255, 255]), 231);
        assert_eq!(nearest([95, 135, 175]), 67);
        assert_eq!(nearest([24, 24, 27]), 234);
    }
}
