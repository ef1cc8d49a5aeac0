//! The colours that a terminal can show, and what becomes of a colour where it shows few.

use ratatui::style::Color;

/// The colours that a terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// None at all: bold, dim, underline and reverse must do.
    None,
    /// The 16 whose shades the terminal decides.
    Sixteen,
    /// The 256 of xterm.
    #[default]
    Indexed,
    /// 24 bits.
    True,
}

impl Colour {
    /// What the values of `NO_COLOR`, `COLORTERM` and `TERM` tell; an empty `NO_COLOR` asks for nothing
    /// (<https://no-color.org>). Nearly every terminal of today knows 256; those that know fewer say so.
    #[must_use]
    pub fn of_environment(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or_default();
        match (no_color, colorterm) {
            (Some(value), _) if !value.is_empty() => Self::None,
            _ if term == "dumb" => Self::None,
            (_, Some("truecolor" | "24bit")) => Self::True,
            _ if term.ends_with("-direct") => Self::True,
            _ if matches!(term, "linux" | "ansi" | "cygwin") || term.ends_with("-16color") => Self::Sixteen,
            _ => Self::Indexed,
        }
    }
}

/// A colour of a palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paint {
    rgb: [u8; 3],
    /// Which of the 16 stands for it; the nearest where the palette does not say.
    sixteen: usize,
}

impl Paint {
    /// The colour of a text of the form `#rrggbb`, and of one of the 16 by its name, such as `bright blue`.
    pub(super) fn read(hex: &str, sixteen: Option<&str>) -> Result<Self, String> {
        let rgb = rgb(hex).ok_or_else(|| format!("{hex:?} is no colour of the form #rrggbb"))?;
        let sixteen = match sixteen {
            None => (0..SIXTEEN.len()).min_by_key(|at| distance(rgb, SIXTEEN[*at].1)).unwrap_or_default(),
            Some(name) => {
                let known = || SIXTEEN.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(", ");
                let place = SIXTEEN.iter().position(|(known, ..)| *known == name);
                place.ok_or_else(|| format!("{name:?} is none of the 16 colours: {}", known()))?
            }
        };
        Ok(Self { rgb, sixteen })
    }

    /// The colour as the terminal can show it; `None` where it shows none.
    pub(super) fn shade(self, colour: Colour) -> Option<Color> {
        let [r, g, b] = self.rgb;
        match colour {
            Colour::None => None,
            Colour::Sixteen => Some(SIXTEEN[self.sixteen].2),
            Colour::Indexed => Some(Color::Indexed(nearest(self.rgb))),
            Colour::True => Some(Color::Rgb(r, g, b)),
        }
    }
}

/// The 16 colours: name, the shade that most terminals give it, and what the terminal is told.
const SIXTEEN: [(&str, [u8; 3], Color); 16] = [
    ("black", [0, 0, 0], Color::Black),
    ("red", [205, 0, 0], Color::Red),
    ("green", [0, 205, 0], Color::Green),
    ("yellow", [205, 205, 0], Color::Yellow),
    ("blue", [0, 0, 238], Color::Blue),
    ("magenta", [205, 0, 205], Color::Magenta),
    ("cyan", [0, 205, 205], Color::Cyan),
    ("white", [229, 229, 229], Color::Gray),
    ("bright black", [127, 127, 127], Color::DarkGray),
    ("bright red", [255, 0, 0], Color::LightRed),
    ("bright green", [0, 255, 0], Color::LightGreen),
    ("bright yellow", [255, 255, 0], Color::LightYellow),
    ("bright blue", [92, 92, 255], Color::LightBlue),
    ("bright magenta", [255, 0, 255], Color::LightMagenta),
    ("bright cyan", [0, 255, 255], Color::LightCyan),
    ("bright white", [255, 255, 255], Color::White),
];

fn rgb(hex: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(hex.strip_prefix('#').filter(|digits| digits.len() == 6)?, 16).ok()?;
    let [_, r, g, b] = number.to_be_bytes();
    Some([r, g, b])
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// The nearest of xterm's 256 colours: of the cube of 6 × 6 × 6 or of the 24 greys.
fn nearest(rgb: [u8; 3]) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let cube = (0..216u8).map(|i| {
        let level = |n: u8| LEVELS[usize::from(n % 6)];
        (16 + i, [level(i / 36), level(i / 6), level(i)])
    });
    let greys = (0..24u8).map(|i| (232 + i, [8 + 10 * i; 3]));
    cube.chain(greys).min_by_key(|(_, other)| distance(rgb, *other)).map_or(7, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_have_their_nearest_of_256() {
        assert_eq!(nearest([0, 0, 0]), 16);
        assert_eq!(nearest([255, 255, 255]), 231);
        assert_eq!(nearest([95, 135, 175]), 67);
        assert_eq!(nearest([24, 24, 27]), 234);
    }

    #[test]
    fn of_the_16_the_named_one_is_taken_else_the_nearest() {
        let shade = |hex, name| Paint::read(hex, name).unwrap().shade(Colour::Sixteen);
        assert_eq!(shade("#ff1010", None), Some(Color::LightRed));
        assert_eq!(shade("#ff1010", Some("bright yellow")), Some(Color::LightYellow));
        assert!(Paint::read("#ff1010", Some("pink")).unwrap_err().contains("none of the 16 colours: black, red"));
        assert_eq!(Paint::read("red", None).unwrap_err(), "\"red\" is no colour of the form #rrggbb");
        assert!(Paint::read("#12345é", None).is_err());
    }

    #[test]
    fn the_environment_tells_what_the_terminal_can_show() {
        let of = Colour::of_environment;
        assert_eq!(of(Some("1"), Some("truecolor"), Some("xterm")), Colour::None);
        assert_eq!(of(Some(""), Some("truecolor"), None), Colour::True);
        assert_eq!(of(None, Some("24bit"), Some("linux")), Colour::True);
        assert_eq!(of(None, None, Some("xterm-direct")), Colour::True);
        assert_eq!(of(None, None, Some("linux")), Colour::Sixteen);
        assert_eq!(of(None, None, Some("rxvt-16color")), Colour::Sixteen);
        assert_eq!(of(None, None, Some("tmux-256color")), Colour::Indexed);
        assert_eq!(of(None, Some("yes"), None), Colour::Indexed);
        assert_eq!(of(None, None, Some("dumb")), Colour::None);
    }
}
