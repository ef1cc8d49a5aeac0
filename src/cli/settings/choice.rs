//! Settings that are one of a few words.

use crate::{
    model::Language,
    tui::{self, Ambiguous},
};

/// A setting that is one of a few words; the first is the default.
pub(in crate::cli) trait Choice: Copy + PartialEq + 'static {
    /// The words with what they mean.
    const WORDS: &'static [(&'static str, Self)];
}

/// The word for a setting.
pub(in crate::cli) fn word<T: Choice>(value: T) -> &'static str {
    T::WORDS.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

/// What a word means.
///
/// # Errors
/// There is no such word; the message lists those that there are.
pub(in crate::cli) fn read<T: Choice>(text: &str) -> Result<T, String> {
    let known = T::WORDS.iter().find(|(word, _)| *word == text);
    known.map(|(_, value)| *value).ok_or_else(|| {
        let words = T::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>();
        format!("{text:?} is none of {}", words.join(", "))
    })
}

/// The language of the interface; `None` for that of the locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Lang(pub(in crate::cli) Option<Language>);

impl Choice for Lang {
    const WORDS: &'static [(&'static str, Self)] =
        &[("auto", Self(None)), ("zh", Self(Some(Language::Zh))), ("en", Self(Some(Language::En)))];
}

/// The colours to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Color {
    /// What the terminal says of itself, and none where `NO_COLOR` asks for that.
    Auto,
    /// Also where `NO_COLOR` is set or what is printed goes into a file.
    Always,
    /// These.
    Of(tui::Colour),
}

impl Choice for Color {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Of(tui::Colour::None)),
        ("16", Self::Of(tui::Colour::Sixteen)),
        ("256", Self::Of(tui::Colour::Indexed)),
        ("true", Self::Of(tui::Colour::True)),
    ];
}

impl Choice for Ambiguous {
    const WORDS: &'static [(&'static str, Self)] = &[("narrow", Self::Narrow), ("wide", Self::Wide)];
}

/// In which units values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Units {
    /// Each as it was read.
    AsWritten,
    /// 亿元, 万人, 万吨.
    Large,
    /// 万元, 人, 吨.
    Middle,
    /// 元, 人, 吨.
    Base,
}

impl Choice for Units {
    const WORDS: &'static [(&'static str, Self)] =
        &[("as-written", Self::AsWritten), ("large", Self::Large), ("middle", Self::Middle), ("base", Self::Base)];
}
