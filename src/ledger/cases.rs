//! Acts → cases: which acts are about one figure, and which of them holds.

use std::collections::HashMap;

use crate::model::{
    Figure,
    correction::{Act, Anchor, Deed},
};

/// What people made of one figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Case {
    /// The acts about it, by their place in the ledger.
    pub(super) acts: Vec<usize>,
    /// The forms that the figure has had: as it was read, then as it was changed. There is at least one.
    pub(super) forms: Vec<Figure>,
    /// Whether it was a person who read it.
    pub(super) added: bool,
    /// The last act that tells what it is to be and was not undone.
    pub(super) holds: Option<usize>,
}

/// The cases of a ledger, and by which later act each act was undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cases {
    pub(super) cases: Vec<Case>,
    pub(super) undone: Vec<Option<usize>>,
}

impl Cases {
    /// Puts acts together.
    pub(super) fn of(acts: &[Act]) -> Self {
        let undone = undone(acts);
        let mut cases: Vec<Case> = Vec::new();
        // The cases of each document, by its id.
        let mut by_doc: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, act) in acts.iter().enumerate() {
            let Some(anchor) = act.deed.anchor() else { continue };
            let of_doc = by_doc.entry(anchor.figure.doc.as_str()).or_default();
            let known = of_doc.iter().copied().filter_map(|at| Some((nearness(&cases[at], acts, anchor)?, at))).max();
            let at = known.map_or_else(
                || {
                    of_doc.push(cases.len());
                    cases.push(Case {
                        acts: Vec::new(),
                        forms: vec![anchor.figure.clone()],
                        added: false,
                        holds: None,
                    });
                    cases.len() - 1
                },
                |(_, at)| at,
            );
            let case = &mut cases[at];
            case.added |= case.acts.is_empty() && matches!(act.deed, Deed::Add(_));
            case.acts.push(number);
            if let Ok(Some(form)) = act.deed.outcome() {
                case.forms.push(form);
            }
        }
        for case in &mut cases {
            let stands = |number: &usize| undone[*number].is_none();
            let decides = |number: &&usize| stands(number) && !matches!(acts[**number].deed, Deed::Note(_));
            let added = |number: &usize| stands(number) && matches!(acts[*number].deed, Deed::Add(_));
            // Without the act that brought the figure in there is none to change.
            if !case.added || case.acts.iter().any(added) {
                case.holds = case.acts.iter().rev().find(decides).copied();
            }
        }
        Self { cases, undone }
    }
}

/// By which act each was undone. An undo that was undone itself undoes nothing.
fn undone(acts: &[Act]) -> Vec<Option<usize>> {
    let mut undone = vec![None; acts.len()];
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    // From the last on, so that it is known of each undo whether it stands.
    for (number, act) in acts.iter().enumerate().rev() {
        undone[number] = by_id.get(act.id.as_str()).copied();
        if let (Deed::Undo { undoes }, None) = (&act.deed, undone[number]) {
            by_id.entry(undoes).or_insert(number);
        }
    }
    undone
}

/// How sure it is that an anchor is about the figure of a case; `None` where it is not.
fn nearness(case: &Case, acts: &[Act], anchor: &Anchor) -> Option<u8> {
    let last = acts[*case.acts.last()?].deed.anchor()?;
    let same_place = same_document(last, anchor) && span(&last.figure) == span(&anchor.figure);
    let form = case.forms.iter().rev().position(|form| alike(form, &anchor.figure));
    match (same_place, form) {
        (true, Some(0)) => Some(3),
        (true, Some(_)) => Some(2),
        // What a person made of it was shown where it stands in a document that has changed since.
        (false, Some(0)) if anchor.figure.review.is_some() && last.hash != anchor.hash => Some(1),
        _ => None,
    }
}

/// Whether two anchors are of the same text, as far as that is known.
fn same_document(one: &Anchor, other: &Anchor) -> bool {
    one.hash == other.hash
}

pub(super) fn span(figure: &Figure) -> (u32, u32) {
    (figure.start, figure.end)
}

/// Whether two figures tell the same, wherever they stand.
pub(super) fn alike(one: &Figure, other: &Figure) -> bool {
    akin(one, other)
        && (&one.text, &one.value, &one.unit, one.bound) == (&other.text, &other.value, &other.unit, other.bound)
        && (one.period, one.status, &one.scope, &one.base) == (other.period, other.status, &other.scope, &other.base)
        && one.flag == other.flag
}

/// Whether two figures at one place may be the same. Cells of a table have no characters of a text, so that all
/// are at one place: there the cell and its year have to be the same.
pub(super) fn may_be(one: &Figure, other: &Figure) -> bool {
    other.start < other.end || (&one.text, one.period) == (&other.text, other.period)
}

/// Whether two figures tell of the same metric of the same region, whatever it is.
pub(super) fn akin(one: &Figure, other: &Figure) -> bool {
    let name = |figure: &Figure| figure.metric.is_none().then(|| figure.name.clone());
    let region =
        |figure: &Figure| figure.region_code.map_or_else(|| figure.region.clone(), |code| Some(code.to_string()));
    one.measure == other.measure
        && one.metric == other.metric
        && name(one) == name(other)
        && region(one) == region(other)
}
