//! Corrections put to the figures of documents, and what became of each act.

use std::collections::HashMap;

use super::{
    cases::{Case, Cases, akin, alike, alike_in_cell, may_be},
    find::find,
    slot::{Place, Slots, Spot},
};
use crate::model::{
    Figure, Source,
    correction::{Act, Anchor, Deed, Entry, Standing},
};

/// The acts of a ledger, ready to be put to figures.
///
/// Figures come document by document through [`Corrections::apply`], in any order; [`Corrections::finish`]
/// gives what is still missing, and [`Corrections::entries`] tells what became of each act.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    acts: Vec<Act>,
    cases: Cases,
    /// Cases by the id and by the hash of a document.
    by_id: HashMap<String, Vec<usize>>,
    by_hash: HashMap<String, Vec<usize>>,
    /// What became of each case so far.
    standings: Vec<Standing>,
    /// Figures that are to be brought in where nobody brings them.
    missing: Vec<Option<Figure>>,
    /// Cases whose figure came already: what a file tells of a document may come in several parts.
    found: Vec<bool>,
}

/// What is known of a document whose figures come.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The document.
    pub source: &'a Source,
    /// Its text, where it was read just now: the figures are then all that were read from it.
    pub text: Option<&'a str>,
}

impl Corrections {
    /// Prepares acts.
    #[must_use]
    pub fn of(acts: Vec<Act>) -> Self {
        let cases = Cases::of(&acts);
        let mut by_id: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_hash = by_id.clone();
        for (number, case) in cases.cases.iter().enumerate() {
            for anchor in case.acts.iter().filter_map(|act| acts[*act].deed.anchor()) {
                enter(&mut by_id, &anchor.figure.doc, number);
                enter(&mut by_hash, &anchor.hash, number);
            }
        }
        let count = cases.cases.len();
        let standings = vec![Standing::Absent; count];
        Self { acts, cases, by_id, by_hash, standings, missing: vec![None; count], found: vec![false; count] }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }

    /// Whether there is anything to be said of a document; its figures have to come through
    /// [`Corrections::apply`] then.
    #[must_use]
    pub fn concern(&self, source: &Source) -> bool {
        self.by_id.contains_key(&source.id) || self.by_hash.contains_key(&source.hash)
    }

    /// The figures of a document as they are once corrected. Doing it twice changes nothing more.
    #[must_use]
    pub fn apply(&mut self, reading: Reading, figures: Vec<Figure>) -> Vec<Figure> {
        let mut slots = Slots::of(figures);
        let mut places = Vec::new();
        for number in self.concerned(reading.source) {
            match self.place(&self.cases.cases[number], reading, &slots) {
                Ok(place) => places.push((number, place)),
                Err(reason) => self.stand(number, Standing::Aside(reason)),
            }
        }
        // Those that hold something and those that are sure of their place choose first.
        places.sort_by_key(|(number, place)| (self.cases.cases[*number].holds.is_none(), !place.exact));
        for pass in [Pass::Alike, Pass::Akin, Pass::Alone] {
            for (number, place) in &places {
                // What was found in an earlier part of the document is here at most once more, as it was.
                if matches!(pass, Pass::Alike) || reading.text.is_some() || !self.found[*number] {
                    self.claim(*number, place, pass, &mut slots);
                }
            }
        }
        let mut brought = Vec::new();
        for (number, place) in places {
            brought.extend(self.settle(number, &place, reading, &mut slots));
        }
        let mut figures = slots.into_figures();
        if !brought.is_empty() {
            figures.extend(brought);
            figures.sort_by_key(|figure| figure.start);
        }
        figures
    }

    /// Figures that were brought in by hand and that nothing that was read brought.
    #[must_use]
    pub fn finish(&mut self) -> Vec<Figure> {
        self.missing.iter_mut().filter_map(Option::take).collect()
    }

    /// Every act with what became of it.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let mut cases = vec![None; self.acts.len()];
        for (number, case) in self.cases.cases.iter().enumerate() {
            for act in &case.acts {
                cases[*act] = Some(number);
            }
        }
        let standing = |number: usize| {
            if let Some(by) = self.cases.undone[number] {
                return Standing::Undone(self.acts[by].id.clone());
            }
            match (&self.acts[number].deed, cases[number]) {
                (Deed::Undo { .. }, _) | (_, None) => Standing::Applied,
                (deed, Some(case)) => self.standing(number, deed, case),
            }
        };
        self.acts
            .iter()
            .enumerate()
            .map(|(number, act)| Entry { act: act.clone(), standing: standing(number) })
            .collect()
    }

    fn standing(&self, number: usize, deed: &Deed, case: usize) -> Standing {
        let Case { holds, added, .. } = &self.cases.cases[case];
        match holds {
            Some(last) if *last != number && !matches!(deed, Deed::Note(_)) => {
                Standing::Superseded(self.acts[*last].id.clone())
            }
            None if *added => {
                Standing::Aside("is about a figure that was added by an act that was undone; undo that undo".to_owned())
            }
            _ => match deed.outcome() {
                Err(message) => Standing::Aside(message),
                Ok(_) => self.standings[case].clone(),
            },
        }
    }

    /// The cases that may be about a document.
    fn concerned(&self, source: &Source) -> Vec<usize> {
        let by_hash = self.by_hash.get(&source.hash).into_iter().flatten();
        let mut numbers: Vec<_> = self.by_id.get(&source.id).into_iter().flatten().chain(by_hash).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Where the figure of a case stands.
    fn place(&self, case: &Case, reading: Reading, slots: &Slots) -> Result<Place, String> {
        let anchors = || case.acts.iter().rev().filter_map(|act| self.acts[*act].deed.anchor());
        let hash = reading.source.hash.as_str();
        if !hash.is_empty()
            && let Some(anchor) = anchors().find(|anchor| anchor.hash == hash)
        {
            return Ok(Place { spot: Spot::of(&anchor.figure), exact: true });
        }
        let mut reason = "its figures are read otherwise now";
        for anchor in anchors() {
            let found = reading.text.map(|text| find(text, anchor));
            match found {
                // Nothing but what stands around it tells that an added figure is where it was.
                Some(Ok(found)) if found.whole || !case.added => {
                    let spot = Spot::Characters(found.start, found.end);
                    let tells = |form: &Figure| slots.figures_at(&spot).any(|figure| alike(form, figure));
                    if found.whole || case.forms.iter().any(tells) {
                        return Ok(Place { spot, exact: false });
                    }
                }
                Some(Err(why)) => reason = why,
                _ => {}
            }
        }
        let unknown = |anchor: &&Anchor| hash.is_empty() || anchor.hash.is_empty();
        if reading.text.is_none()
            && let Some(anchor) = anchors().find(unknown)
        {
            let spot = Spot::of(&anchor.figure);
            let is_it = |own: &Figure| {
                let in_text = matches!(spot, Spot::Characters(..));
                own.text == anchor.figure.text && (in_text || alike(own, &anchor.figure))
            };
            if case.added || slots.figures_at(&spot).any(is_it) {
                return Ok(Place { spot, exact: true });
            }
        }
        let spot = slots.telling(case).ok_or_else(|| aside(reason))?;
        Ok(Place { spot, exact: false })
    }

    /// Marks what was read at a place as the figure of the case, if it has none yet.
    fn claim(&self, number: usize, place: &Place, pass: Pass, slots: &mut Slots) {
        let case = &self.cases.cases[number];
        let here = slots.at(&place.spot);
        if here.iter().any(|at| slots.get(*at).case == Some(number)) {
            return;
        }
        let alone = here.len() == 1;
        let fits = |figure: &Figure| match pass {
            Pass::Alike => case.forms.iter().any(|form| alike(form, figure) || alike_in_cell(form, figure)),
            Pass::Akin => place.exact && case.forms.iter().any(|form| akin(form, figure) && may_be(form, figure)),
            Pass::Alone => {
                place.exact && alone && self.was_alone(case) && case.forms.iter().any(|form| may_be(form, figure))
            }
        };
        let is_free = |at: &usize| {
            let slot = slots.get(*at);
            slot.case.is_none() && slot.figure.as_ref().is_some_and(fits)
        };
        let mut fitting: Vec<_> = here.iter().copied().filter(is_free).collect();
        if !matches!(pass, Pass::Alike) && fitting.len() > 1 {
            // One number may tell several years; the case is about one of them.
            let same_year = |at: &usize| {
                let period = slots.get(*at).figure.as_ref().map(|figure| figure.period);
                case.forms.iter().any(|form| Some(form.period) == period)
            };
            let one = fitting.iter().position(same_year).unwrap_or(0);
            fitting = vec![fitting.swap_remove(one)];
        }
        for at in fitting {
            slots.get_mut(at).case = Some(number);
        }
    }

    /// Whether nothing else was read from the same characters when somebody looked.
    fn was_alone(&self, case: &Case) -> bool {
        case.acts.iter().filter_map(|act| self.acts[*act].deed.anchor()).all(|anchor| anchor.beside == 0)
    }

    /// Puts the outcome of a case in the place of what it claimed; gives the figure that is to be brought in.
    fn settle(&mut self, number: usize, place: &Place, reading: Reading, slots: &mut Slots) -> Option<Figure> {
        let case = &self.cases.cases[number];
        let claimed = slots.claimed(&place.spot, number);
        if claimed.is_empty()
            && let Some(reason) = self.refused(case, number, place, slots)
        {
            self.stand(number, Standing::Aside(reason));
            return None;
        }
        let deed = case.holds.map(|act| &self.acts[act].deed);
        let outcome = deed.map_or(Ok(None), Deed::outcome);
        let mut brought = None;
        match (deed, outcome) {
            (_, Err(_)) | (Some(Deed::Note(_) | Deed::Undo { .. }), _) => {}
            (Some(_), Ok(None)) => claimed.iter().for_each(|at| slots.get_mut(*at).figure = None),
            (Some(_), Ok(Some(outcome))) => brought = replace(&claimed, outcome, place, reading, slots),
            (None, _) => brought = self.restore(number, &claimed, reading, slots),
        }
        self.stand(
            number,
            match &place.spot {
                _ if place.exact => Standing::Applied,
                Spot::Characters(start, end) => Standing::Reanchored { start: *start, end: *end },
                Spot::Cell(cell) => Standing::Moved(cell.clone()),
            },
        );
        if reading.text.is_some() || !claimed.is_empty() {
            self.found[number] = true;
            self.missing[number] = None;
            return brought;
        }
        if self.found[number] {
            return None;
        }
        // Another file may still bring it.
        self.missing[number] = brought;
        None
    }

    /// Why an act does nothing though its place is known, where nothing was read there as its figure: beside what is
    /// read now, as in the report of the next year, it would tell what the document no longer tells.
    fn refused(&self, case: &Case, number: usize, place: &Place, slots: &Slots) -> Option<String> {
        let deed = &self.acts[case.holds?].deed;
        let brings = matches!(deed.outcome(), Ok(Some(_)));
        if case.added || !(brings || matches!(deed, Deed::Reject(_))) || self.found[number] {
            return None;
        }
        let is_read = slots.figures_at(&place.spot).next().is_some();
        let is_cell = matches!(place.spot, Spot::Cell(_));
        // What is rejected and not read is as it is to be.
        let is_otherwise =
            if brings { !place.exact || (is_cell && is_read) } else { is_read && (!place.exact || is_cell) };
        is_otherwise.then(|| aside("its number is read otherwise there now, or not at all"))
    }

    /// Gives back the reading as it was, where all that was made of it was undone and a file still tells it.
    fn restore(&self, number: usize, claimed: &[usize], reading: Reading, slots: &mut Slots) -> Option<Figure> {
        let case = &self.cases.cases[number];
        let root = &case.forms[0];
        for at in claimed {
            let slot = slots.get_mut(*at);
            if slot.figure.as_ref().is_some_and(|figure| figure.review.is_some()) {
                let here = slot.figure.take();
                slot.figure = here.filter(|_| !case.added).map(|here| put(root.clone(), &here));
            }
        }
        let rejected = case.acts.iter().any(|act| matches!(self.acts[*act].deed, Deed::Reject(_)));
        let is_gone = claimed.is_empty() && reading.text.is_none() && rejected && !case.added;
        is_gone.then(|| Figure { doc: reading.source.id.clone(), ..root.clone() })
    }

    /// Notes what became of a case: of several documents the one where it holds.
    fn stand(&mut self, number: usize, standing: Standing) {
        let rank = |standing: &Standing| match standing {
            Standing::Applied => 3,
            Standing::Reanchored { .. } | Standing::Moved(_) => 2,
            Standing::Aside(_) => 1,
            _ => 0,
        };
        if rank(&standing) >= rank(&self.standings[number]) {
            self.standings[number] = standing;
        }
    }
}

/// How a reading is known for the figure of a case; the surest first.
#[derive(Clone, Copy)]
enum Pass {
    /// It tells the same.
    Alike,
    /// It tells of the same metric and region.
    Akin,
    /// It is the only one at its place, as there was only one.
    Alone,
}

/// Puts the outcome in the place of the first that was claimed and takes the others out; gives it back where
/// none was.
fn replace(claimed: &[usize], outcome: Figure, place: &Place, reading: Reading, slots: &mut Slots) -> Option<Figure> {
    let mut outcome = Some(outcome);
    for at in claimed {
        let here = slots.get_mut(*at).figure.take();
        slots.get_mut(*at).figure = here.zip(outcome.take()).map(|(here, outcome)| put(outcome, &here));
    }
    let (start, end) = place.spot.span();
    outcome.map(|outcome| Figure {
        doc: reading.source.id.clone(),
        start,
        end,
        paragraph: reading.text.map_or(outcome.paragraph, |text| line(text, start)),
        ..outcome
    })
}

/// A figure at the place of another.
fn put(figure: Figure, here: &Figure) -> Figure {
    let Figure { doc, start, end, paragraph, text, .. } = here.clone();
    Figure { doc, start, end, paragraph, text, ..figure }
}

/// The line of a character, from 1.
fn line(text: &str, at: u32) -> u32 {
    text.chars().take(at as usize).filter(|&c| c == '\n').count() as u32 + 1
}

fn aside(reason: &str) -> String {
    format!("the document has changed and {reason}; look at it there and correct it again, or undo it")
}

fn enter(cases: &mut HashMap<String, Vec<usize>>, key: &str, number: usize) {
    if key.is_empty() {
        return;
    }
    let of_key = cases.entry(key.to_owned()).or_default();
    if of_key.last() != Some(&number) {
        of_key.push(number);
    }
}
