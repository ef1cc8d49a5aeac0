//! Parts of a whole: `产值占全市近2/3` → share 0.6667, scope 全市; `近50%的农户` → share of 农户.

use super::{Sense, Slot, Subject};
use crate::model::Measure;

pub(super) fn read(slot: &Slot<'_>) -> Option<Sense> {
    let lead = &slot.lead;
    let proportion = slot.unit() == "%" || slot.unit().is_empty();
    if !proportion || lead.compare.is_some() && !lead.part {
        return None;
    }
    if lead.part {
        return Some(Sense::new(Measure::Share, slot));
    }
    let counted = slot.counted?;
    if slot.unit() != "%" || !crate::extract::name::clean(&lead.head).is_empty() {
        return None;
    }
    let mut sense = Sense::new(Measure::Share, slot);
    sense.subject = Subject::Named(counted.noun.to_owned());
    sense.scope = Some(counted.noun.to_owned());
    Some(sense)
}
