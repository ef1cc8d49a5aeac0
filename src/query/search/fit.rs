//! How well a typed text fits a name, and what a name is worth beside others.

/// How well a typed text fits a name, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It stands within, from the beginning of a word.
    Within,
    /// Its letters run along the first syllables.
    Initials,
    /// Its letters run along all syllables.
    AllInitials,
    /// It is the beginning of a name, or a category.
    Beginning,
    /// It is the whole name.
    Whole,
}

/// What a name stands for, the one that is meant more often first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// A metric of the catalogue that has figures.
    Core,
    /// A region that has figures.
    Region,
    /// A metric outside the catalogue, of which there may be very many.
    Tail,
    /// A metric of the catalogue without figures.
    CoreWithout,
    /// A region without figures.
    RegionWithout,
}

/// Points of a match; a text that fits in no way but with gaps has none.
///
/// A whole name is what is meant, whatever has it. Else a metric of the catalogue of which the text is
/// a part comes before the other metrics that begin with it, and a region without figures comes late.
pub(super) fn points(fit: Fit, standing: Standing) -> i64 {
    let fit = match fit {
        Fit::Whole => 100,
        Fit::Beginning => 40,
        Fit::AllInitials => 38,
        Fit::Initials => 30,
        Fit::Within => 20,
    };
    let standing = match standing {
        Standing::Core => 25,
        Standing::Region => 20,
        Standing::CoreWithout => 10,
        Standing::Tail => 0,
        Standing::RegionWithout => -19,
    };
    fit + standing
}
