//! Why a figure may be wrong: what was not said beside the number and had to be made out.

use std::{fmt, iter};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, IntoDeserializer, SeqAccess, Visitor},
};

/// A reason to look at the text before a figure is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Doubt {
    /// What is measured was named in the sentence before.
    MetricBefore,
    /// What is measured is put together from words that stand apart.
    NameJoined,
    /// The name, which is not in the catalogue, is too general to tell one quantity from another.
    NameGeneral,
    /// The name, which is not in the catalogue, may be a piece of a sentence.
    NameBroken,
    /// An enterprise, a park, a project or an industry was spoken of before, of which it may be.
    OwnerBefore,
    /// More than one metric is named before the number.
    TwoMetrics,
    /// The number stands far from what is measured.
    FarApart,
    /// A list has not as many members as numbers.
    ListUneven,
    /// A percentage without a word that says whether it is a level, a growth or a share.
    LevelOrGrowth,
    /// The metric is not usually told in this unit.
    UnitUnusual,
    /// Hardly any region has such a value.
    ValueUnlikely,
    /// A region was spoken of before that is not the one it was given, or in another clause.
    RegionInherited,
    /// The text does not tell the time.
    PeriodUnknown,
    /// It is open whether the value is of one year, or of several together or on average.
    PeriodSpan,
    /// What is expected was told before; nothing says whether the value is expected as well.
    StatusOpen,
    /// Digits are lost in the same sentence.
    DamageNear,
}

impl Doubt {
    /// All reasons, in the order in which they are told.
    pub const ALL: [Self; 16] = [
        Self::MetricBefore,
        Self::NameJoined,
        Self::NameGeneral,
        Self::NameBroken,
        Self::OwnerBefore,
        Self::TwoMetrics,
        Self::FarApart,
        Self::ListUneven,
        Self::LevelOrGrowth,
        Self::UnitUnusual,
        Self::ValueUnlikely,
        Self::RegionInherited,
        Self::PeriodUnknown,
        Self::PeriodSpan,
        Self::StatusOpen,
        Self::DamageNear,
    ];

    const fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// The reasons to doubt a figure; none when it is sure.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doubts(u16);

impl Doubts {
    /// No reason to doubt.
    pub const NONE: Self = Self(0);

    /// Whether there is no reason to doubt.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the reason is among them.
    #[must_use]
    pub const fn contains(self, doubt: Doubt) -> bool {
        self.0 & doubt.bit() != 0
    }

    /// Adds a reason.
    pub const fn insert(&mut self, doubt: Doubt) {
        self.0 |= doubt.bit();
    }

    /// Adds a reason where it holds.
    pub const fn add_if(&mut self, holds: bool, doubt: Doubt) {
        if holds {
            self.insert(doubt);
        }
    }

    /// These reasons and others.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The reasons in the order of [`Doubt::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Doubt> {
        Doubt::ALL.into_iter().filter(move |doubt| self.contains(*doubt))
    }
}

impl FromIterator<Doubt> for Doubts {
    fn from_iter<T: IntoIterator<Item = Doubt>>(doubts: T) -> Self {
        doubts.into_iter().fold(Self::NONE, |Self(bits), doubt| Self(bits | doubt.bit()))
    }
}

impl fmt::Debug for Doubts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for Doubts {
    /// A list of the reasons, `[]` for a sure figure.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Doubts {
    /// Reads a list of the reasons or, as a cell of a table holds them, their words with blanks between.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListOrWords;

        impl<'de> Visitor<'de> for ListOrWords {
            type Value = Doubts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of reasons to doubt")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Doubts, A::Error> {
                iter::from_fn(|| list.next_element().transpose()).collect()
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<Doubts, E> {
                words.split_whitespace().map(|word| Doubt::deserialize(word.into_deserializer())).collect()
            }
        }

        deserializer.deserialize_any(ListOrWords)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_bit_of_its_own_and_comes_back() {
        let mut all = Doubts::NONE;
        for doubt in Doubt::ALL {
            assert!(!all.contains(doubt), "{doubt:?} shares its bit");
            all.insert(doubt);
        }
        assert!(all.iter().eq(Doubt::ALL));
        let written = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Doubts>(&written).unwrap(), all);
        assert_eq!(serde_json::to_string(&Doubts::NONE).unwrap(), "[]");
        let words = serde_json::from_str::<Doubts>(r#""far_apart period_span""#).unwrap();
        assert_eq!(words, [Doubt::FarApart, Doubt::PeriodSpan].into_iter().collect());
        assert!(serde_json::from_str::<Doubts>(r#""far""#).is_err());
    }
}
