//! Words of the window in which a theme is chosen.

use super::words;

words! {
    /// Words of the window in which a theme is chosen.
    Themes {
        title: "配色", "Theme";
        dark: "深色", "dark ground";
        light: "浅色", "pale ground";
        high_contrast: "高对比", "strong contrast";
        colour_blind: "色觉友好", "for all colour vision";
        own: "自己的", "your own";
    }
}

impl Themes {
    /// What a theme is for.
    pub(crate) fn about(&self, name: &str) -> &'static str {
        match name {
            "dark" => self.dark,
            "light" => self.light,
            "high-contrast" => self.high_contrast,
            "colour-blind" => self.colour_blind,
            _ => self.own,
        }
    }
}
