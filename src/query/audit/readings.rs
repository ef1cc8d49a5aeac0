//! Readings to be looked up: numbers that lost digits, and figures that may be read wrongly.

use super::{Finding, Found, Kind, facts::Facts};
use crate::{
    index::{FigureRef, SourceId},
    model::Flag,
};

/// A finding for each document with damaged numbers.
pub(super) fn damaged(facts: &Facts<'_>) -> Found {
    by_document(facts, Kind::Damaged, |figure| figure.flag() == Some(Flag::Damaged))
}

/// A finding for each document with doubtful figures.
pub(super) fn doubtful(facts: &Facts<'_>) -> Found {
    by_document(facts, Kind::Doubtful, |figure| !figure.doubt().is_empty() && figure.flag().is_none())
}

fn by_document(facts: &Facts<'_>, kind: Kind, matters: impl Fn(FigureRef<'_>) -> bool) -> Found {
    let mut found = Found::default();
    for source in (0..facts.atlas.sources().len() as u32).map(SourceId) {
        let figures = facts.atlas.source_figures(source).map(|id| facts.atlas.figure(id));
        let asked = figures.filter(|figure| facts.asks(figure.period()) && facts.holds(*figure));
        let (mut looked_at, mut figures) = (0, Vec::new());
        for figure in asked {
            looked_at += 1;
            if matters(figure) {
                figures.push(figure);
            }
        }
        found.checked += looked_at;
        if let Some(first) = figures.first() {
            found.findings.push(Finding {
                kind,
                region: first.region(),
                metric: first.metric(),
                period: None,
                figures: figures.iter().map(|figure| figure.id()).collect(),
                reckoning: None,
                doubtful: false,
            });
        }
    }
    found
}
