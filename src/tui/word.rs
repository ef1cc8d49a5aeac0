//! Words for values that are one of a few: in the configuration, and in what is remembered.

use super::{
    Ambiguous,
    panes::{table::Column, trend::Form},
    state::{Focus, View},
    units::Units,
};
use crate::{
    model::{Language, Level},
    query::{Align, Order, TrendMode},
};

/// A value that is one of a few, each with a word of its own; the first is what holds where nothing is said.
pub trait Word: Copy + PartialEq + 'static {
    /// The words with what they mean.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for the value.
    #[must_use]
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// The value of a word; `None` where there is no such word.
    #[must_use]
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }
}

/// Declares the words of types.
macro_rules! words {
    ($($type:ident { $($word:literal: $value:ident,)* })*) => {
        $(impl Word for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value),)*];
        })*
    };
}

words! {
    Language { "zh": Zh, "en": En, }
    Ambiguous { "narrow": Narrow, "wide": Wide, }
    Units { "as-written": AsWritten, "large": Large, "middle": Middle, "base": Base, }
    View {
        "overview": Overview, "compare": Compare, "rank": Rank, "trend": Trend, "map": Map, "sources": Sources,
        "audit": Audit,
    }
    Focus { "tree": Tree, "table": Table, "detail": Detail, }
    Column { "name": Name, "value": Value, "growth": Growth, "place": Place, "year": Year, "trend": Trend, }
    Align { "same-year": SameYear, "latest": Latest, }
    Order { "shared": Shared, "gap": Gap, }
    Level { "province": Province, "prefecture": Prefecture, "county": County, }
    TrendMode { "absolute": Absolute, "indexed": Indexed, "year-on-year": YearOnYear, }
    Form { "lines": Lines, "multiples": Multiples, "table": Table, }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each_has_its_own<T: Word + std::fmt::Debug>() {
        for (word, value) in T::WORDS {
            assert_eq!((value.word(), T::of(word)), (*word, Some(*value)));
        }
    }

    #[test]
    fn a_word_has_one_value_and_a_value_one_word() {
        each_has_its_own::<Language>();
        each_has_its_own::<Units>();
        each_has_its_own::<View>();
        each_has_its_own::<Column>();
        each_has_its_own::<TrendMode>();
        assert!(View::ALL.iter().all(|view| !view.word().is_empty()));
        assert_eq!(View::of("globe"), None);
    }
}
