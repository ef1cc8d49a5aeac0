//! Acts of several ledgers → one row of acts.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::model::correction::{Act, Deed};

/// The acts of several ledgers in the order in which they were done. Those of one ledger stay in its order, whatever
/// the clock said; one that several hold comes once.
#[must_use]
pub fn merged(ledgers: Vec<Vec<Act>>) -> Vec<Act> {
    let mut ledgers: Vec<_> = ledgers.into_iter().filter(|acts| !acts.is_empty()).collect();
    if ledgers.len() < 2 {
        return ledgers.pop().unwrap_or_default();
    }
    let mut rows: Vec<_> = ledgers.into_iter().map(|acts| timed(acts).peekable()).collect();
    let mut merged = Vec::new();
    let mut known = HashSet::new();
    loop {
        let next = rows.iter_mut().filter_map(|row| {
            let (at, act) = row.peek()?;
            // Of one second, what is undone comes before its undoing.
            let waits = matches!(&act.deed, Deed::Undo { undoes } if !known.contains(undoes));
            Some(((*at, waits), row))
        });
        let next = next.min_by_key(|(place, _)| *place);
        let Some((_, act)) = next.and_then(|(_, row)| row.next()) else { return merged };
        if known.insert(act.id.clone()) {
            merged.push(act);
        }
    }
}

/// Acts with their times, which never go back: what comes behind another was done after it.
fn timed(acts: Vec<Act>) -> impl Iterator<Item = (Timestamp, Act)> {
    acts.into_iter().scan(Timestamp::MIN, |latest, act| {
        // What tells no time was done right after what stands before it.
        *latest = act.at.parse().map_or(*latest, |at: Timestamp| at.max(*latest));
        Some((*latest, act))
    })
}
