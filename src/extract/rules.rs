//! The families of phrases, one file each; every number of a sentence is read by the first that knows it.

mod growth;
mod level;
mod multiple;
mod place;
mod share;

use super::{
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

/// What a rule reads in a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sense {
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
}

impl Sense {
    fn new(measure: Measure, slot: &Slot<'_>) -> Self {
        let lead = &slot.lead;
        let subject = if lead.head.is_empty() { Subject::Before } else { Subject::Named(lead.head.clone()) };
        Self {
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
        }
    }

    /// Whether the words beside the number name what it measures.
    pub(super) fn has_own_subject(&self) -> bool {
        self.subject != Subject::Before
    }
}

/// A family of phrases.
type Rule = fn(&Slot<'_>) -> Option<Sense>;

/// The families of quantities in the order in which they are asked; places and multiples are told apart
/// by their units.
const RULES: &[Rule] = &[share::read, growth::read, level::read];

/// What a number says, `None` when it measures nothing.
pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    match slot.number.shape {
        Shape::Place(_) => place::read(slot),
        _ if slot.unit() == "倍" => multiple::read(slot),
        _ => RULES.iter().find_map(|rule| rule(slot)),
    }
}

impl Slot<'_> {
    fn unit(&self) -> &str {
        &self.number.unit
    }
}
