//! What every carried theme promises: it is whole, it can be read, and it tells nothing by colour alone.

use ratatui::style::{Color, Modifier, Style};

use super::{file::Sheet, themes::base_of, *};

/// Styles that draw no text but bars, lines and marks, which need less contrast.
const MARKS: &[(&str, &str)] = &[
    ("pane", "border_focused"),
    ("pane", "thumb"),
    ("tree", "branch"),
    ("chart", "lit"),
    ("chart", "other"),
    ("chart", "series"),
    ("chart", "spark"),
    ("rank", "first"),
    ("rank", "second"),
    ("rank", "third"),
    ("rank", "fourth"),
];

/// Styles that tell nothing: what they draw could be left out.
const ORNAMENTS: &[(&str, &str)] = &[("pane", "border"), ("chart", "grid"), ("map", "border")];

/// Styles that stand in for each other at the same place, so that a reader has to tell them apart.
const APART: &[[(&str, &str); 2]] = &[
    [("pane", "cursor"), ("screen", "text")],
    [("pane", "cursor"), ("pane", "cursor_idle")],
    [("pane", "cursor_idle"), ("screen", "text")],
    [("pane", "title_focused"), ("pane", "title")],
    [("top", "view_active"), ("top", "view")],
    [("figure", "value"), ("figure", "target")],
    [("figure", "target"), ("figure", "derived")],
    [("figure", "target"), ("figure", "forecast")],
    [("figure", "forecast"), ("figure", "derived")],
    [("figure", "value"), ("figure", "damaged")],
    [("figure", "value"), ("figure", "derived")],
    [("figure", "value"), ("figure", "best")],
    [("chart", "lit"), ("chart", "other")],
    [("evidence", "text"), ("evidence", "number")],
    [("search", "matched"), ("figure", "metric")],
    [("reading", "text"), ("reading", "level")],
    [("reading", "level"), ("reading", "growth")],
    [("reading", "growth"), ("reading", "place")],
    [("reading", "level"), ("reading", "place")],
    [("reading", "share"), ("reading", "change")],
    [("reading", "level"), ("reading", "plan")],
    [("reading", "plan"), ("reading", "change")],
    [("reading", "damaged"), ("reading", "place")],
    [("reading", "rejected"), ("reading", "text")],
    [("audit", "contradiction"), ("audit", "note")],
    [("audit", "finding"), ("audit", "doubtful")],
];

/// Every style of a carried theme by its table and key.
fn styles(name: &str, colour: Colour) -> Vec<((&'static str, &'static str), Style)> {
    let sheet = base_of(Some(name)).expect("the theme is carried");
    let names = STYLES.iter().flat_map(|(group, keys)| keys.iter().map(|key| (*group, *key)));
    names.map(|(group, key)| ((group, key), sheet.style_of(group, key, colour))).collect()
}

fn style(styles: &[((&str, &str), Style)], name: (&str, &str)) -> Style {
    styles.iter().find(|(of, _)| *of == name).map(|(_, style)| *style).expect("the theme has the style")
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color) -> f64 {
    let Color::Rgb(r, g, b) = color else { panic!("{color:?} is no colour of 24 bits") };
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Contrast as WCAG 2.2 defines it, 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_carried_theme_reads_without_a_problem_and_lacks_no_style() {
    for name in carried_names() {
        let (sheet, problems) = Sheet::read(themes::text(name), |base| {
            base.map_or_else(|| Some(Sheet::default()), |base| base_of(Some(base)))
        })
        .unwrap();
        assert_eq!((problems, sheet.missing()), (Vec::<String>::new(), Vec::new()), "{name}");
    }
}

#[test]
fn what_is_to_be_read_stands_out_from_its_ground() {
    for name in carried_names() {
        let least = if name == "high-contrast" { 7.0 } else { 4.5 };
        let styles = styles(name, Colour::True);
        let text = style(&styles, ("screen", "text"));
        // Rows are also drawn under the cursor.
        let cursors = [("pane", "cursor"), ("pane", "cursor_idle")].map(|cursor| style(&styles, cursor).bg);
        for (of, style) in styles.iter().filter(|(of, _)| !ORNAMENTS.contains(of)) {
            let least = if MARKS.contains(of) { 3.0 } else { least };
            let grounds = match style.bg {
                Some(own) => vec![own],
                None => cursors.into_iter().chain([text.bg]).flatten().collect(),
            };
            let ink = style.fg.or(text.fg).unwrap();
            for ground in grounds {
                let found = contrast(ink, ground);
                assert!(found >= least, "{name}: {of:?} {ink:?} on {ground:?}: {found:.2} is less than {least}");
            }
        }
    }
}

#[test]
fn of_sixteen_colours_none_is_drawn_on_itself() {
    for name in carried_names() {
        let styles = styles(name, Colour::Sixteen);
        let text = style(&styles, ("screen", "text"));
        let cursors = [("pane", "cursor"), ("pane", "cursor_idle")].map(|cursor| style(&styles, cursor).bg);
        for (of, style) in styles.iter().filter(|(of, _)| !ORNAMENTS.contains(of)) {
            let grounds =
                style.bg.map_or_else(|| cursors.into_iter().chain([text.bg]).collect(), |own| vec![Some(own)]);
            assert!(grounds.iter().all(|ground| style.fg.or(text.fg) != *ground), "{name}: {of:?}");
        }
    }
}

#[test]
fn styles_that_tell_something_apart_differ_in_every_depth() {
    for name in carried_names() {
        for colour in [Colour::None, Colour::Sixteen, Colour::Indexed, Colour::True] {
            let styles = styles(name, colour);
            for [one, other] in APART {
                assert_ne!(style(&styles, *one), style(&styles, *other), "{name} {colour:?}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn pins_differ_from_each_other_where_there_are_colours_enough() {
    for name in carried_names() {
        for colour in [Colour::Indexed, Colour::True] {
            let styles = styles(name, colour);
            let pins: Vec<_> = styles.iter().filter(|((group, _), _)| *group == "pin").collect();
            assert!(!pins.is_empty());
            for (place, (of, pin)) in pins.iter().enumerate() {
                let alike = pins[..place].iter().find(|(_, other)| other.fg == pin.fg);
                assert_eq!(alike, None, "{name} {colour:?}: {of:?}");
            }
        }
    }
}

#[test]
fn classes_of_the_map_differ_and_grow_darker_or_lighter() {
    for name in carried_names() {
        for colour in [Colour::Sixteen, Colour::Indexed, Colour::True] {
            let styles = styles(name, colour);
            let grounds: Vec<_> =
                styles.iter().filter(|((group, _), _)| *group == "map").filter_map(|(_, style)| style.bg).collect();
            // Five classes, no data, and the chosen one.
            assert_eq!(grounds.len(), 7);
            for (place, ground) in grounds.iter().enumerate() {
                assert!(!grounds[..place].contains(ground), "{name} {colour:?}: {ground:?} stands for two classes");
            }
        }
        let styles = styles(name, Colour::True);
        let class = |number: usize| {
            luminance(style(&styles, ("map", ["class1", "class2", "class3", "class4", "class5"][number])).bg.unwrap())
        };
        let steps: Vec<_> = (1..5).map(|number| class(number) - class(number - 1)).collect();
        assert!(steps.iter().all(|step| *step > 0.03) || steps.iter().all(|step| *step < -0.03), "{name}: {steps:?}");
    }
}

#[test]
fn without_colour_no_style_has_one_and_the_cursor_is_reversed() {
    for name in carried_names() {
        let styles = styles(name, Colour::None);
        assert!(styles.iter().all(|(_, style)| style.fg.is_none() && style.bg.is_none()), "{name}");
        assert!(style(&styles, ("pane", "cursor")).add_modifier.contains(Modifier::REVERSED), "{name}");
    }
}

#[test]
fn a_theme_of_the_users_stands_on_a_carried_one() {
    let own = ThemeFile {
        name: "mine".to_owned(),
        path: "themes/mine.toml".to_owned(),
        text: "base = \"light\"\n[palette]\naccent = \"#ff0000\"\n[figure]\nvalue = { fg = \"#00ff00\" }\n".to_owned(),
    };
    let (themes, problems) = Themes::new(&[own]);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(themes.names().collect::<Vec<_>>(), ["dark", "light", "high-contrast", "colour-blind", "mine"]);
    let mine = themes.get("mine", Colour::True).unwrap();
    let light = themes.get("light", Colour::True).unwrap();
    assert_eq!(mine.hint.key.fg, Some(Color::Rgb(255, 0, 0)), "styles follow the palette");
    assert_eq!(mine.figure.value.fg, Some(Color::Rgb(0, 255, 0)));
    assert_eq!((mine.screen, mine.figure.unit), (light.screen, light.figure.unit));
    assert!(themes.get("yours", Colour::True).is_none());
}

#[test]
fn what_is_wrong_in_a_theme_is_told_with_file_and_key_and_the_rest_holds() {
    let told = |text: &str| {
        let file = ThemeFile { name: "mine".to_owned(), path: "mine.toml".to_owned(), text: text.to_owned() };
        let (themes, problems) = Themes::new(&[file]);
        (themes.get("mine", Colour::True).is_some(), problems.join("\n"))
    };
    let mistakes = [
        ("[figure]\nvalu = {}", "mine.toml: figure.valu: no such style; there are metric, value"),
        ("[figures]\nvalue = {}", "mine.toml: figures: no such table; there are palette, screen"),
        ("[figure]\nvalue = { fg = \"pink\" }", "mine.toml: figure.value: \"pink\" is not in the palette: accent"),
        ("[figure]\nvalue = { fg = \"#12\" }", "mine.toml: figure.value: \"#12\" is no colour of the form #rrggbb"),
        ("[figure]\nvalue = { add = [\"blink\"] }", "mine.toml: figure.value: \"blink\" is no modifier"),
        ("[figure]\nvalue = { plain = [\"blink\"] }", "mine.toml: figure.value: \"blink\" is no modifier"),
        ("[figure]\nvalue = { colour = \"text\" }", "mine.toml: figure.value: unknown field `colour`"),
        ("[palette]\ntext = 5", "mine.toml: palette.text: is to be \"#rrggbb\""),
        ("palette = 5", "mine.toml: palette: is to be a table"),
    ];
    for (text, expected) in mistakes {
        let (there, problems) = told(text);
        assert!(there && problems.starts_with(expected), "{text}: {problems}");
    }
    for (text, expected) in [("base = \"mine\"", "mine.toml: base: \"mine\" is no theme"), ("[", "mine.toml: ")] {
        let (there, problems) = told(text);
        assert!(!there && problems.starts_with(expected), "{text}: {problems}");
    }
}
