//! What people made of readings: which act is about which figure, and what it says.

use super::{look::Look, writing::ACCEPTED, writing::CORRECTED, writing::REJECTED};
use crate::{
    index::{Atlas, FigureId},
    model::{
        Figure, RegionCode, Value,
        correction::{Deed, Entry, Standing},
    },
};

/// Whether an act is in force.
pub(crate) const fn holds(entry: &Entry) -> bool {
    entry.standing.holds()
}

/// The acts about a figure that are in force, in the order in which they were done. `hash` is that of its
/// document.
pub(crate) fn about<'a>(entries: &'a [Entry], figure: &Figure, hash: &str) -> Vec<&'a Entry> {
    let is_about = |entry: &&Entry| {
        let Some(anchor) = entry.act.deed.anchor().filter(|_| holds(entry)) else { return false };
        let there = &anchor.figure;
        let (span, text) = match &entry.standing {
            Standing::Reanchored { start, end } => ((*start, *end), there.text.as_str()),
            Standing::Moved(cell) => ((0, 0), cell.as_str()),
            _ => ((there.start, there.end), there.text.as_str()),
        };
        let is_here = there.doc == figure.doc || (!hash.is_empty() && anchor.hash == hash);
        let outcome = || entry.act.deed.outcome().ok().flatten();
        is_here
            && span == (figure.start, figure.end)
            && text == figure.text
            && (tells(there, figure) || outcome().is_some_and(|outcome| tells(&outcome, figure)))
    };
    entries.iter().filter(is_about).collect()
}

/// Whether two figures tell the same, wherever they stand and however sure they are.
fn tells(one: &Figure, other: &Figure) -> bool {
    let of = |figure: &Figure| (figure.region_code, figure.name.clone(), figure.measure, figure.period, figure.status);
    of(one) == of(other) && one.value == other.value && one.unit == other.unit
}

/// The figure of an Atlas that tells the same at the same place.
pub(crate) fn find(atlas: &Atlas, figure: &Figure) -> Option<FigureId> {
    let region = figure.region_code.unwrap_or(RegionCode::UNKNOWN);
    let region = atlas.gazetteer().today(region).unwrap_or(region);
    let metric = atlas.find_metric(figure.metric.as_deref().unwrap_or(&figure.name))?;
    let is_it = |id: &FigureId| {
        let other = atlas.figure(*id);
        let document = atlas.sources().get(other.source().0 as usize);
        other.span() == (figure.start, figure.end)
            && document.is_some_and(|document| document.id == figure.doc)
            && tells(&other.to_figure(), figure)
    };
    let series = atlas.series(region, metric);
    atlas.measured_in(&series, figure.measure, figure.period).find(is_it)
}

/// The figure that an act leads to: as it is, or the one it took out or was about.
pub(crate) fn figure(entry: &Entry) -> Option<Figure> {
    let anchor = entry.act.deed.anchor()?;
    let mut figure = entry.act.deed.outcome().ok().flatten().unwrap_or_else(|| anchor.figure.clone());
    if let Standing::Reanchored { start, end } = entry.standing {
        (figure.start, figure.end) = (start, end);
    }
    Some(figure)
}

/// Region and metric of a figure.
pub(crate) fn subject(figure: &Figure, look: &Look) -> String {
    let region = match figure.region_code {
        Some(code) => look.region(code),
        None => figure.region.as_deref().unwrap_or_default(),
    };
    let known = figure.metric.as_deref().and_then(|key| look.atlas.find_metric(key));
    let metric = known.map_or(figure.name.as_str(), |metric| look.metric(metric));
    format!("{region} {metric}").trim_start().to_owned()
}

/// What was done, in one word.
pub(crate) const fn word(deed: &Deed, look: &Look) -> &'static str {
    let words = &look.words.correct;
    match deed {
        Deed::Accept(_) => words.accept,
        Deed::Change { .. } => words.change,
        Deed::Reject(_) => words.reject,
        Deed::Add(_) => words.add,
        Deed::Note(_) => words.annotate,
        Deed::Undo { .. } => words.undo,
    }
}

/// The sign before what was done.
pub(crate) const fn sign(deed: &Deed) -> &'static str {
    match deed {
        Deed::Accept(_) => ACCEPTED,
        Deed::Change { .. } | Deed::Add(_) => CORRECTED,
        Deed::Reject(_) => REJECTED,
        Deed::Note(_) => "·",
        Deed::Undo { .. } => "-",
    }
}

/// Sign, deed, day, who, what is changed and why, as far as it is told.
pub(crate) fn sentence(entry: &Entry, look: &Look) -> String {
    let act = &entry.act;
    let mut told = vec![format!("{} {}", sign(&act.deed), word(&act.deed, look)), day(&act.at).to_owned()];
    told.extend(Some(act.who.clone()).filter(|who| !who.is_empty()));
    let told = told.join(" ");
    let changes = changes(&act.deed, look).join(look.lang.pick("，", ", "));
    let more = [changes, act.note.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if more.is_empty() { told } else { format!("{told}{}{}", look.lang.pick("：", ": "), more.join(" · ")) }
}

/// The day of a time in RFC 3339.
pub(crate) fn day(at: &str) -> &str {
    at.get(..10).unwrap_or(at)
}

/// What is changed, field by field: `520.5→521.5`.
pub(crate) fn changes(deed: &Deed, look: &Look) -> Vec<String> {
    let Deed::Change { on, set } = deed else { return Vec::new() };
    let Ok(to) = set.onto(&on.figure) else { return Vec::new() };
    let (words, from) = (look.words, &on.figure);
    let text = |text: Option<&str>| text.unwrap_or(words.sources.untold).to_owned();
    let told = |figure: &Figure| {
        [
            (
                words.region,
                figure.region_code.map_or_else(|| text(figure.region.as_deref()), |code| look.region(code).to_owned()),
            ),
            (words.metric, figure.name.clone()),
            (words.correct.measure, figure.measure.label(look.lang).to_owned()),
            (words.value, value(figure, look)),
            (words.unit, figure.unit.clone()),
            (words.correct.bound, figure.bound.sign().to_owned()),
            (words.sources.time, text(figure.period.map(|period| period.to_string()).as_deref())),
            (words.sources.status, figure.status.label(look.lang).to_owned()),
            (words.sources.scope, text(figure.scope.as_deref())),
            (words.sources.base, text(figure.base.as_deref())),
        ]
    };
    let pairs = told(from).into_iter().zip(told(&to)).filter(|((_, from), (_, to))| from != to);
    pairs.map(|((name, from), (_, to))| format!("{name} {from}→{to}")).collect()
}

fn value(figure: &Figure, look: &Look) -> String {
    match &figure.value {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Ratio(ratio)) => ratio.clone(),
        None => look.words.damaged.to_owned(),
    }
}

/// What became of an act, in a word.
pub(crate) const fn standing(entry: &Entry, look: &Look) -> &'static str {
    let words = &look.words.correct;
    match entry.standing {
        Standing::Applied => words.applied,
        Standing::Reanchored { .. } | Standing::Moved(_) => words.reanchored,
        Standing::Aside(_) => words.aside,
        Standing::Absent => words.absent,
        Standing::Superseded(_) => words.superseded,
        Standing::Undone(_) => words.undone,
    }
}
