//! Acts → cases: which acts are about one figure, and which of them holds.

use std::collections::HashMap;

use super::slot::{Spot, Told, told};
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
        let mut known: HashMap<Key, Vec<usize>> = HashMap::new();
        for (number, act) in acts.iter().enumerate() {
            let Some(anchor) = act.deed.anchor() else { continue };
            let outcome = act.deed.outcome().ok().flatten();
            let keys = keys(anchor, outcome.as_ref());
            let near = keys.iter().flat_map(|key| known.get(key).into_iter().flatten().copied());
            let nearest = near.filter_map(|at| Some((nearness(&cases[at], acts, anchor)?, at))).max();
            let at = nearest.map_or(cases.len(), |(_, at)| at);
            if at == cases.len() {
                cases.push(Case { acts: Vec::new(), forms: vec![anchor.figure.clone()], added: false, holds: None });
            }
            for key in keys {
                let of_key = known.entry(key).or_default();
                if !of_key.contains(&at) {
                    of_key.push(at);
                }
            }
            let case = &mut cases[at];
            case.added |= case.acts.is_empty() && matches!(act.deed, Deed::Add(_));
            case.acts.push(number);
            case.forms.extend(outcome);
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

/// Where the case of an anchor is looked for: in its document, by its id and by its hash (it may have been renamed).
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    document: Result<&'a str, &'a str>,
    what: What<'a>,
}

/// What figures of one case have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum What<'a> {
    /// What is written there, which no act changes.
    Text(&'a str),
    /// In a table, whose rows may move to other cells, what a row tells.
    Row(Told),
}

/// The keys of an anchor, and of what becomes of its figure.
fn keys<'a>(anchor: &'a Anchor, outcome: Option<&Figure>) -> Vec<Key<'a>> {
    let figure = &anchor.figure;
    let mut what = vec![What::Text(&figure.text)];
    if figure.start == figure.end {
        what.extend([Some(figure), outcome].into_iter().flatten().map(|form| What::Row(told(form))));
    }
    let hash = Some(Err(anchor.hash.as_str())).filter(|_| !anchor.hash.is_empty());
    let documents = [Some(Ok(figure.doc.as_str())), hash].into_iter().flatten();
    documents.flat_map(|document| what.iter().map(move |&what| Key { document, what })).collect()
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
    let mut anchors = case.acts.iter().rev().filter_map(|act| acts[*act].deed.anchor());
    let same_place =
        anchors.any(|known| known.hash == anchor.hash && Spot::of(&known.figure) == Spot::of(&anchor.figure));
    let is_form = |form: &Figure| alike(form, &anchor.figure) || alike_in_cell(form, &anchor.figure);
    let form = case.forms.iter().rev().position(is_form);
    match (same_place, form) {
        (true, Some(0)) => Some(3),
        (true, Some(_)) => Some(2),
        // What a person made of it was shown where it stands in a document that has changed since.
        (false, Some(0)) if anchor.figure.review.is_some() && !case.is_of(&anchor.hash, acts) => Some(1),
        _ => None,
    }
}

impl Case {
    /// Whether an act about it was made for the document of this hash.
    fn is_of(&self, hash: &str, acts: &[Act]) -> bool {
        self.acts.iter().filter_map(|act| acts[*act].deed.anchor()).any(|anchor| anchor.hash == hash)
    }
}

/// Whether two figures tell the same, wherever they stand.
pub(super) fn alike(one: &Figure, other: &Figure) -> bool {
    one.text == other.text && tell_alike(one, other)
}

/// Whether two figures tell the same in whatever cell of a sheet. Sheets of a workbook repeat each other: what another
/// one tells is another figure.
pub(super) fn alike_in_cell(one: &Figure, other: &Figure) -> bool {
    let is_cell = |figure: &Figure| figure.start == figure.end;
    is_cell(one) && is_cell(other) && sheet(one) == sheet(other) && tell_alike(one, other)
}

/// The sheet of a cell: 历年 of 历年!G5.
fn sheet(figure: &Figure) -> Option<&str> {
    figure.text.rsplit_once('!').map(|(sheet, _)| sheet)
}

fn tell_alike(one: &Figure, other: &Figure) -> bool {
    akin(one, other)
        && (&one.value, &one.unit, one.bound) == (&other.value, &other.unit, other.bound)
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
