//! The families of phrases, one file each; every number of a sentence is read by the first that knows it.

mod growth;
mod level;
mod multiple;
mod place;
mod share;

use super::{
    family::{Families, Family},
    lead::{Former, Lead, Spread},
    number::{Number, Shape},
    sentence::Counted,
};
use crate::model::{Bound, Measure};

/// A number with the words around it.
#[derive(Clone, Debug)]
pub(super) struct Slot<'a> {
    pub(super) number: &'a Number,
    /// What the words before it say.
    pub(super) lead: Lead,
    /// What is counted, named after it.
    pub(super) counted: Option<Counted<'a>>,
    /// The number stands in brackets.
    pub(super) bracketed: bool,
    /// The number goes on with a list that an earlier number began.
    pub(super) continues: bool,
    /// What the last figure of the sentence was, before this one.
    pub(super) last: Option<Measure>,
    /// What it was compared with.
    pub(super) scope: Option<&'a str>,
    /// Its sign: −1 for a fall and for a gap below.
    pub(super) sign: f64,
}

/// Whose number it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// What a phrase before the number names; several when it lists them.
    Named(String),
    /// What is counted: the bare noun, and the noun with what is done to it.
    Counted {
        /// 老旧小区
        noun: String,
        /// 完成改造老旧小区
        full: String,
    },
    /// What the figure before was of, several where one number is for each.
    Before,
}

/// The rule that read a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// 居全省第5位
    Place,
    /// 总量、增速分别居全省第9位、第3位
    PlacesOfAspects,
    /// 位居全国百强县第67位
    PlaceInList,
    /// 是2016年的2.1倍
    Multiple,
    /// 占全市三分之二
    Part,
    /// 近50%的农户
    PartCounted,
    /// 增速（5%）快于…
    RateInBrackets,
    /// 高于全省2个百分点
    Gap,
    /// 增速3%
    Rate,
    /// 超目标任务8天
    BeyondTarget,
    /// 增长5.5%, 提高1.2个百分点
    Change,
    /// 个百分点 without a word of change
    Points,
    /// 调整为8:42:50
    Proportion,
    /// 系数0.35
    Index,
    /// 完成53亿元
    Named,
    /// 7家瞪羚企业
    Counted,
}

impl Rule {
    /// The family that the rule is of.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Place | Self::PlacesOfAspects | Self::PlaceInList => Family::Place,
            Self::Multiple => Family::Multiple,
            Self::Part | Self::PartCounted => Family::Share,
            Self::RateInBrackets | Self::Gap | Self::Rate | Self::BeyondTarget | Self::Change | Self::Points => {
                Family::Growth
            }
            Self::Proportion | Self::Index | Self::Named | Self::Counted => Family::Level,
        }
    }
}

/// What a rule reads in a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sense {
    pub(super) rule: Rule,
    pub(super) measure: Measure,
    /// The measure of each number, where they differ; empty otherwise.
    pub(super) measures: Vec<Measure>,
    pub(super) subject: Subject,
    pub(super) spread: Spread,
    /// −1 for a fall.
    pub(super) sign: f64,
    pub(super) bound: Option<Bound>,
    pub(super) base: Option<String>,
    pub(super) scope: Option<String>,
    /// The number goes on with a list.
    pub(super) continues: bool,
    /// The number was true before another.
    pub(super) former: Option<Former>,
    /// 达到, 增至: the number is what has been reached.
    pub(super) reached: bool,
}

impl Sense {
    fn new(rule: Rule, measure: Measure, slot: &Slot<'_>) -> Self {
        let lead = &slot.lead;
        let subject = if lead.head.is_empty() { Subject::Before } else { Subject::Named(lead.head.clone()) };
        Self {
            rule,
            measure,
            measures: Vec::new(),
            subject,
            spread: lead.spread,
            sign: 1.0,
            bound: lead.bound,
            base: lead.base.clone(),
            scope: lead.scope.clone(),
            continues: slot.continues,
            former: lead.former,
            reached: lead.reached,
        }
    }

    /// Whether the words beside the number name what it measures.
    pub(super) fn has_own_subject(&self) -> bool {
        self.subject != Subject::Before
    }
}

/// A family of phrases.
type Read = fn(&Slot<'_>) -> Option<Sense>;

/// The families of quantities in the order in which they are asked; places and multiples are told apart
/// by their units.
const RULES: &[(Family, Read)] =
    &[(Family::Share, share::read), (Family::Growth, growth::read), (Family::Level, level::read)];

/// What a number says, `None` when it measures nothing. Families `without` are not asked.
pub(super) fn read(slot: &Slot<'_>, without: Families) -> Option<Sense> {
    let asked = |(family, read): &(Family, Read)| if without.contains(*family) { None } else { read(slot) };
    match slot.number.shape {
        Shape::Place(_) => asked(&(Family::Place, place::read)),
        _ if slot.unit() == "倍" => asked(&(Family::Multiple, multiple::read)),
        _ => RULES.iter().find_map(asked),
    }
}

impl Slot<'_> {
    fn unit(&self) -> &str {
        &self.number.unit
    }
}
