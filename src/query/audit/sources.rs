//! Different values of one figure: by two sources, or by one.
//!
//! Only what has come about, of a told time, of one scope, base, name and kind of unit; metrics outside
//! the catalogue do not take part, for their names do not tell one quantity from another. Within one
//! source only amounts of money that are near each other contradict: reports tell under one name also
//! what several years or a part of the region have, and count the same things by kind.

use super::{Finding, Formula, Found, Kind, Reckoning, Relation, facts::Facts, facts::counts, interval::Interval};
use crate::{
    index::FigureRef,
    model::{Measure, PriceBasis},
    query::choice::Choice,
};

/// What sources are held to.
const MEASURES: [Measure; 5] = [Measure::Level, Measure::Growth, Measure::Rank, Measure::GrowthRank, Measure::Share];

/// Most of the better voices that each is set against: what agrees with all of these is not held against
/// others that are worse. Keeps the work linear where one quantity is told ever so often.
const MOST_BETTER: usize = 6;

/// Most readings of one quantity in one source; one that tells more does not tell one quantity.
const MOST_READINGS: usize = 24;

/// How many times one value in a source is the other at most; beyond they are two quantities.
const NEAR: f64 = 1.2;

/// Two sources disagree where no reading of one agrees with a reading of the other.
pub(super) fn between(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    each_quantity(facts, |choice, told| {
        told.sort_by_key(|figure| figure.source());
        let voices = told.chunk_by(|a, b| a.source() == b.source()).filter(|voice| voice.len() <= MOST_READINGS);
        let voices = voices.map(<[_]>::to_vec).collect::<Vec<_>>();
        if voices.len() > 1 {
            found.note(disagreement(Kind::Sources, choice, voices));
        }
    });
    found
}

/// One source says two things.
pub(super) fn within(facts: &Facts<'_>) -> Found {
    let mut found = Found::default();
    each_quantity(facts, |choice, told| {
        told.sort_by_key(|figure| figure.source());
        for of_source in told.chunk_by(|a, b| a.source() == b.source()).filter(|of_source| of_source.len() > 1) {
            let metric = facts.atlas.metric(of_source[0].metric());
            let money = metric.is_some_and(|metric| metric.price != PriceBasis::None);
            if money && of_source[0].measure() == Measure::Level {
                let voices = of_source.iter().map(|&figure| vec![figure]).collect();
                found.note(disagreement(Kind::Restated, choice, voices));
            }
        }
    });
    found
}

/// Calls `look` with the figures of each quantity that is told more than once.
fn each_quantity<'a>(facts: &Facts<'a>, mut look: impl FnMut(&Choice<'a>, &mut [FigureRef<'a>])) {
    let catalogued = facts.atlas.catalogue().metrics().len() as u32;
    for region in facts.regions().filter(|&region| facts.covers(region)) {
        // The metrics of the catalogue come first.
        let series = facts.atlas.region_series(region).take_while(|(metric, _)| metric.0 < catalogued);
        for (metric, figures) in series.filter(|(_, figures)| figures.len() > 1) {
            let figures = figures.map(|id| facts.atlas.figure(id));
            let mut told = figures.filter(|figure| takes_part(facts, *figure)).collect::<Vec<_>>();
            for at_once in told.chunk_by_mut(|a, b| (a.measure(), a.period()) == (b.measure(), b.period())) {
                if at_once.len() < 2 {
                    continue;
                }
                let choice = Choice::new(facts.atlas, metric);
                at_once.sort_by_key(|figure| quantity(*figure));
                for same in at_once.chunk_by_mut(|a, b| quantity(*a) == quantity(*b)) {
                    if same.len() > 1 {
                        look(&choice, same);
                    }
                }
            }
        }
    }
}

fn takes_part(facts: &Facts<'_>, figure: FigureRef<'_>) -> bool {
    figure.period().is_some() && facts.asks(figure.period()) && counts(figure) && MEASURES.contains(&figure.measure())
}

/// What two figures of one metric, measure and time must have alike to tell the same.
fn quantity(figure: FigureRef<'_>) -> (Option<&str>, Option<&str>, &str, String) {
    let base = figure.base().filter(|base| *base != "yoy");
    (figure.scope(), base, figure.name(), format!("{:?}", figure.parsed_unit().dimension))
}

/// The best of the voices that contradict each other, then what others say against it.
fn disagreement<'a>(kind: Kind, choice: &Choice<'a>, mut voices: Vec<Vec<FigureRef<'a>>>) -> Option<Finding> {
    for voice in &mut voices {
        voice.sort_by(|&a, &b| choice.order(a, b));
    }
    voices.sort_by(|a, b| choice.order(a[0], b[0]));
    let contradict = |a: FigureRef<'_>, b: FigureRef<'_>| {
        contradiction(a, b).is_some_and(|reckoning| kind == Kind::Sources || near(&reckoning))
    };
    let disagree = |a: &[FigureRef<'_>], b: &[FigureRef<'_>]| a.iter().all(|&a| b.iter().all(|&b| contradict(a, b)));
    let mut pairs = (1..voices.len()).flat_map(|worse| (0..worse.min(MOST_BETTER)).map(move |better| (worse, better)));
    let (worse, better) = pairs.find(|&(worse, better)| disagree(&voices[worse], &voices[better]))?;
    let reckoning = contradiction(voices[worse][0], voices[better][0])?;
    let doubtful = [worse, better].iter().any(|&at| !voices[at][0].doubt().is_empty());
    let others = (0..voices.len()).filter(|&at| at != worse && at != better && disagree(&voices[at], &voices[better]));
    let others = others.map(|at| voices[at][0]).filter(|other| doubtful || other.doubt().is_empty());
    let figures = [voices[worse][0], voices[better][0]].into_iter().chain(others).collect::<Vec<_>>();
    Some(Finding::of(kind, &figures, reckoning))
}

fn near(reckoning: &Reckoning) -> bool {
    let (less, more) = (reckoning.told.min(reckoning.expected), reckoning.told.max(reckoning.expected));
    less > 0.0 && more <= NEAR * less
}

fn contradiction(told: FigureRef<'_>, other: FigureRef<'_>) -> Option<Reckoning> {
    let unit = told.parsed_unit();
    if told.number_in(unit) == other.number_in(unit) {
        return None;
    }
    let (told, other) = (Interval::of(told, unit)?, Interval::of(other, unit)?);
    Reckoning::unless(told, Relation::Equal, other, 0.0, Formula::Same)
}
