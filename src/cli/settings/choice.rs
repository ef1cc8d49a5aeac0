//! Settings that are one of a few words.

use crate::{
    model::Language,
    tui::{self, Word},
};

/// What a word means.
///
/// # Errors
/// There is no such word; the message lists those that there are.
pub(in crate::cli) fn read<T: Word>(text: &str) -> Result<T, String> {
    T::of(text).ok_or_else(|| {
        let words = T::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>();
        format!("{text:?} is none of {}{}", words.join(", "), meant(text, &words))
    })
}

/// The word that is nearest to one that is none, as the end of a sentence; empty where none is near.
pub(super) fn meant(text: &str, words: &[&str]) -> String {
    /// Less alike than this is another word.
    const ALIKE: f64 = 0.7;
    let alike = words.iter().map(|word| (strsim::normalized_damerau_levenshtein(text, word), word));
    let nearest = alike.filter(|(alike, _)| *alike >= ALIKE).max_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map_or_else(String::new, |(_, word)| format!("; did you mean {word}?"))
}

/// The language of the interface; `None` for that of the locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Lang(pub(in crate::cli) Option<Language>);

impl Word for Lang {
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

impl Word for Color {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Of(tui::Colour::None)),
        ("16", Self::Of(tui::Colour::Sixteen)),
        ("256", Self::Of(tui::Colour::Indexed)),
        ("true", Self::Of(tui::Colour::True)),
    ];
}
