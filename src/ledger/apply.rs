//! Corrections put to the figures of documents, and what became of each act.

use std::collections::HashMap;

use super::{
    cases::{Case, Cases, akin, alike, may_be},
    find::find,
    slot::{Place, Slot},
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
        let numbers = self.concerned(reading.source);
        let mut slots: Vec<Slot> = figures.into_iter().map(Slot::of).collect();
        let mut places = Vec::new();
        for number in numbers {
            match self.place(&self.cases.cases[number], reading, &slots) {
                Ok(place) => places.push((number, place)),
                Err(reason) => self.stand(number, Standing::Aside(reason)),
            }
        }
        // Those that are sure of their place choose first.
        places.sort_by_key(|(_, place)| !place.exact);
        for pass in [Pass::Alike, Pass::Akin, Pass::Alone] {
            for &(number, place) in &places {
                // What was found in an earlier part of the document is here at most once more, as it was.
                if matches!(pass, Pass::Alike) || reading.text.is_some() || !self.found[number] {
                    self.claim(number, place, pass, &mut slots);
                }
            }
        }
        let mut brought = Vec::new();
        for (number, place) in places {
            brought.extend(self.settle(number, place, reading, &mut slots));
        }
        let mut figures: Vec<_> = slots.into_iter().filter_map(|slot| slot.figure).collect();
        for figure in brought {
            let at = figures.partition_point(|other| other.start <= figure.start);
            figures.insert(at, figure);
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
    fn place(&self, case: &Case, reading: Reading, slots: &[Slot]) -> Result<Place, String> {
        let anchors = || case.acts.iter().rev().filter_map(|act| self.acts[*act].deed.anchor());
        let at = |figure: &Figure, exact| Place { start: figure.start, end: figure.end, exact };
        let hash = reading.source.hash.as_str();
        if !hash.is_empty()
            && let Some(anchor) = anchors().find(|anchor| anchor.hash == hash)
        {
            return Ok(at(&anchor.figure, true));
        }
        let mut reason = "its figures are read otherwise now";
        for anchor in anchors() {
            let found = reading.text.map(|text| find(text, anchor));
            match found {
                // Nothing but what stands around it tells that an added figure is where it was.
                Some(Ok(found)) if found.whole || !case.added => {
                    let place = Place { start: found.start, end: found.end, exact: false };
                    if found.whole || case.forms.iter().any(|form| slots.iter().any(|slot| slot.fits(place, form))) {
                        return Ok(place);
                    }
                }
                Some(Err(why)) => reason = why,
                _ => {}
            }
        }
        let unknown = |anchor: &&Anchor| hash.is_empty() || anchor.hash.is_empty();
        if reading.text.is_none()
            && let Some(anchor) = anchors().find(unknown)
            && (case.added || slots.iter().any(|slot| slot.stands_at(&anchor.figure)))
        {
            return Ok(at(&anchor.figure, true));
        }
        by_reading(case, slots).ok_or_else(|| aside(reason))
    }

    /// Marks what was read at a place as the figure of the case, if it has none yet.
    fn claim(&self, number: usize, place: Place, pass: Pass, slots: &mut [Slot]) {
        let case = &self.cases.cases[number];
        if slots.iter().any(|slot| slot.case == Some(number)) {
            return;
        }
        let at_place = |slot: &Slot| slot.span == (place.start, place.end);
        let free = slots.iter().filter(|slot| at_place(slot) && slot.case.is_none()).count();
        let alone = free == 1 && slots.iter().filter(|slot| at_place(slot)).count() == 1;
        let fits = |figure: &Figure| match pass {
            Pass::Alike => case.forms.iter().any(|form| alike(form, figure)),
            Pass::Akin => place.exact && case.forms.iter().any(|form| akin(form, figure) && may_be(form, figure)),
            Pass::Alone => {
                place.exact && alone && self.was_alone(case) && case.forms.iter().any(|form| may_be(form, figure))
            }
        };
        let mut fitting: Vec<_> = slots
            .iter_mut()
            .filter(|slot| at_place(slot) && slot.case.is_none() && slot.figure.as_ref().is_some_and(fits))
            .collect();
        if !matches!(pass, Pass::Alike) && fitting.len() > 1 {
            // One number may tell several years; the case is about one of them.
            let same_year = |slot: &&mut Slot| {
                let period = slot.figure.as_ref().map(|figure| figure.period);
                case.forms.iter().any(|form| Some(form.period) == period)
            };
            let one = fitting.iter().position(same_year).unwrap_or(0);
            fitting = vec![fitting.swap_remove(one)];
        }
        for slot in fitting {
            slot.case = Some(number);
        }
    }

    /// Whether nothing else was read from the same characters when somebody looked.
    fn was_alone(&self, case: &Case) -> bool {
        case.acts.iter().filter_map(|act| self.acts[*act].deed.anchor()).all(|anchor| anchor.beside == 0)
    }

    /// Puts the outcome of a case in the place of what it claimed; gives the figure that is to be brought in.
    fn settle(&mut self, number: usize, place: Place, reading: Reading, slots: &mut [Slot]) -> Option<Figure> {
        let case = &self.cases.cases[number];
        if let Some(reason) = self.refused(case, number, place, slots) {
            self.stand(number, Standing::Aside(reason));
            return None;
        }
        let mut claimed: Vec<_> = slots.iter_mut().filter(|slot| slot.case == Some(number)).collect();
        let deed = case.holds.map(|act| &self.acts[act].deed);
        let outcome = deed.map_or(Ok(None), Deed::outcome);
        let mut brought = None;
        match (deed, outcome) {
            (_, Err(_)) | (Some(Deed::Note(_) | Deed::Undo { .. }), _) => {}
            (Some(_), Ok(None)) => claimed.iter_mut().for_each(|slot| slot.figure = None),
            (Some(_), Ok(Some(outcome))) => brought = replace(&mut claimed, outcome, place, reading),
            (None, _) => brought = self.restore(number, &mut claimed, reading),
        }
        let is_there = !claimed.is_empty();
        self.stand(
            number,
            if place.exact { Standing::Applied } else { Standing::Reanchored { start: place.start, end: place.end } },
        );
        if reading.text.is_some() || is_there {
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

    /// Why a figure is not brought in though nothing was read as it: beside what is read now, as in the report
    /// of the next year, it would tell what the document no longer tells.
    fn refused(&self, case: &Case, number: usize, place: Place, slots: &[Slot]) -> Option<String> {
        let brings = case.holds.is_some_and(|act| matches!(self.acts[act].deed.outcome(), Ok(Some(_))));
        if case.added || !brings || self.found[number] || slots.iter().any(|slot| slot.case == Some(number)) {
            return None;
        }
        let in_cell = |slot: &Slot| slot.figure.as_ref().is_some_and(|own| own.text == case.forms[0].text);
        let is_taken = place.start == place.end && slots.iter().any(in_cell);
        if place.exact && !is_taken {
            return None;
        }
        Some(aside("its number is read otherwise there now, or not at all"))
    }

    /// Gives back the reading as it was, where all that was made of it was undone and a file still tells it.
    fn restore(&self, number: usize, claimed: &mut [&mut Slot], reading: Reading) -> Option<Figure> {
        let case = &self.cases.cases[number];
        let root = &case.forms[0];
        for slot in &mut *claimed {
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
            Standing::Reanchored { .. } => 2,
            Standing::Aside(_) => 1,
            _ => 0,
        };
        if rank(&standing) >= rank(&self.standings[number]) {
            self.standings[number] = standing;
        }
    }
}

/// The one place at which the document tells what the case is about, in the same characters.
fn by_reading(case: &Case, slots: &[Slot]) -> Option<Place> {
    let told = |slot: &&Slot| slot.figure.as_ref().is_some_and(|figure| case.forms.iter().any(|f| alike(f, figure)));
    let mut spans: Vec<_> = slots.iter().filter(told).map(|slot| slot.span).collect();
    spans.dedup();
    match spans.as_slice() {
        [(start, end)] => Some(Place { start: *start, end: *end, exact: false }),
        _ => None,
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
fn replace(claimed: &mut [&mut Slot], outcome: Figure, place: Place, reading: Reading) -> Option<Figure> {
    let mut outcome = Some(outcome);
    for slot in claimed {
        let here = slot.figure.take();
        slot.figure = here.zip(outcome.take()).map(|(here, outcome)| put(outcome, &here));
    }
    outcome.map(|outcome| Figure {
        doc: reading.source.id.clone(),
        start: place.start,
        end: place.end,
        paragraph: reading.text.map_or(outcome.paragraph, |text| line(text, place.start)),
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
