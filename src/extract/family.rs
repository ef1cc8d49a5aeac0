//! The families of what is known of reports; each can be left out, to see what it contributes.

/// A family of what is known of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Family {
    /// Rules of places: 居全省第5位.
    Place,
    /// Rules of multiples: 是2016年的2.1倍, 翻一番.
    Multiple,
    /// Rules of parts of a whole: 占全市三分之二.
    Share,
    /// Rules of changes and gaps: 增长5%, 高于全省2个百分点.
    Growth,
    /// Rules of the quantity itself: 完成53亿元.
    Level,
    /// What is counted stands behind its number: 7家瞪羚企业.
    Counted,
    /// 分别, 均: how several numbers belong to several subjects.
    Distribution,
    /// A number that helps to name another: 800万元以上项目.
    Threshold,
    /// A sentence goes on about what the one before was of.
    MetricBefore,
    /// A paragraph's later sentences are of the time that its first names.
    CarriedTime,
    /// A heading sets time and standing of the text below it.
    HeadingTime,
    /// A heading sets the region of the text below it.
    HeadingRegion,
    /// A region that opens a clause has its numbers.
    ClauseRegion,
    /// Words of expecting and aiming tell what has not come about.
    Outlook,
    /// A unit that stands where its number should has lost it.
    Damage,
}

impl Family {
    /// All families, in the order of the table that sets them beside each other.
    pub const ALL: [Self; 15] = [
        Self::Place,
        Self::Multiple,
        Self::Share,
        Self::Growth,
        Self::Level,
        Self::Counted,
        Self::Distribution,
        Self::Threshold,
        Self::MetricBefore,
        Self::CarriedTime,
        Self::HeadingTime,
        Self::HeadingRegion,
        Self::ClauseRegion,
        Self::Outlook,
        Self::Damage,
    ];
}

/// A set of families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Families(u16);

impl Families {
    /// Whether the family is among them.
    #[must_use]
    pub const fn contains(self, family: Family) -> bool {
        self.0 & (1 << family as u8) != 0
    }
}

impl FromIterator<Family> for Families {
    fn from_iter<T: IntoIterator<Item = Family>>(families: T) -> Self {
        families.into_iter().fold(Self::default(), |Self(bits), family| Self(bits | 1 << family as u8))
    }
}
