//! Every word of the interface, in Chinese and in English.

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language that a locale (`zh_CN.UTF-8`, `en_GB`) asks for: Chinese for Chinese, English for
    /// every other language, `None` where it names none (empty, `C`, `POSIX`).
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '@']).next().unwrap_or_default();
        match language {
            "" | "C" | "POSIX" => None,
            "zh" => Some(Self::Zh),
            _ => Some(Self::En),
        }
    }
}
