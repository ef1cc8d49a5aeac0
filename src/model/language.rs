//! The language in which the program speaks; figures and names stay as the reports have them.

mod category;
mod doubt;

use super::{Bound, Level, Measure, Review, Status};

/// The language of headings, messages and help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The language of a locale name such as `zh_CN.UTF-8` or `en_GB`; Chinese for one that names no
    /// language (empty, `C`, `POSIX`), because the reports are Chinese.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        match name {
            "" | "C" | "POSIX" => Self::Zh,
            name if name.eq_ignore_ascii_case("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    /// Whichever of the two texts is in this language.
    #[must_use]
    pub const fn pick<'a>(self, chinese: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Zh => chinese,
            Self::En => english,
        }
    }
}

impl Measure {
    /// What the measure is called in headings.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Level => language.pick("数值", "level"),
            Self::Growth => language.pick("增速", "growth"),
            Self::Change => language.pick("增减", "change"),
            Self::Gap => language.pick("差距", "gap"),
            Self::Rank => language.pick("位次", "place"),
            Self::GrowthRank => language.pick("增速位次", "place by growth"),
            Self::Share => language.pick("占比", "share"),
            Self::Multiple => language.pick("倍数", "multiple"),
        }
    }
}

impl Bound {
    /// What stands before a number that is no exact value.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Equal => "",
            Self::Above => ">",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::About => "~",
        }
    }
}

impl Status {
    /// What the status is called beside a figure.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Actual => language.pick("实际", "actual"),
            Self::Target => language.pick("目标", "target"),
            Self::Forecast => language.pick("预计", "forecast"),
        }
    }
}

impl Review {
    /// What a figure is called that a person looked at.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Accepted => language.pick("人工确认", "accepted by hand"),
            Self::Changed => language.pick("人工更正", "corrected by hand"),
            Self::Added => language.pick("人工补录", "added by hand"),
        }
    }
}

impl Level {
    /// What a region of the level is called.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Province => language.pick("省级", "province"),
            Self::Prefecture => language.pick("地级", "prefecture"),
            Self::County => language.pick("县级", "county"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        for locale in ["", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "zh-TW", "ZH"] {
            assert_eq!(Language::of_locale(locale), Language::Zh, "{locale}");
        }
        for locale in ["en_US.UTF-8", "en", "de_DE@euro"] {
            assert_eq!(Language::of_locale(locale), Language::En, "{locale}");
        }
    }
}
