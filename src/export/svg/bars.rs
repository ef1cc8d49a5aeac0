//! Regions in order as bars.

use super::page::{Anchor, BOTTOM, INK, LIT, MARGIN, OTHER, Page, QUIET, SMALL, TEXT, TOP, sources, width};
use crate::{
    export::{
        lists::{metric_name, region_name},
        reading::{self, Shown},
    },
    index::{Atlas, MetricId},
    model::{Language, Measure, RegionCode, Status},
    query::{RankEntry, Ranking},
};

const WIDTH: f64 = 960.0;
const ROW: f64 = 22.0;
/// Bars beyond which only the number of regions is told.
const MOST: usize = 100;

/// Regions in order, a bar each, with the place that a report claims; `lit` is to be seen. `None` where
/// there is no region.
#[must_use]
pub fn ranking_picture(
    atlas: &Atlas,
    metric: MetricId,
    ranking: &Ranking,
    lit: Option<RegionCode>,
    language: Language,
) -> Option<String> {
    let shown = &ranking.entries[..ranking.entries.len().min(MOST)];
    let first = shown.first()?;
    let left_out = ranking.entries.len() - shown.len();
    let height = TOP + ROW * (shown.len() + usize::from(left_out > 0)) as f64 + BOTTOM;
    let measure = first.reading.measure;
    let label = if measure == Measure::Level { "" } else { measure.label(language) };
    let year = common_year(shown);
    let words =
        [label, &ranking.unit, &year].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut page = Page::new(WIDTH, height, metric_name(atlas, metric, language), &words);

    let named = |entry: &RankEntry| region_name(atlas, entry.region, language).to_owned();
    let valued = |entry: &RankEntry| reading::converted(entry.value, &entry.reading).to_string();
    let noted = |entry: &RankEntry| note(entry, year.is_empty(), language);
    let widest = |text: &dyn Fn(&RankEntry) -> String, size| {
        shown.iter().map(|entry| width(&text(entry), size)).fold(0.0, f64::max)
    };
    let name = MARGIN + 34.0;
    let low = shown.iter().fold(0.0_f64, |low, entry| low.min(entry.value));
    let high = shown.iter().fold(0.0_f64, |high, entry| high.max(entry.value));
    let left = name + widest(&named, TEXT) + 12.0;
    let room = WIDTH - MARGIN - widest(&noted, SMALL) - 18.0 - widest(&valued, TEXT) - left;
    let scale = room / (high - low).max(f64::MIN_POSITIVE);
    let zero = left - low * scale;
    for (row, entry) in shown.iter().enumerate() {
        let y = TOP + ROW * row as f64;
        let text = y + 14.0;
        let (ink, fill) = if Some(entry.region) == lit { (LIT, LIT) } else { (INK, OTHER) };
        page.text(name - 10.0, text, TEXT, QUIET, Anchor::End, &entry.place.to_string());
        page.text(name, text, TEXT, ink, Anchor::Start, &named(entry));
        page.bar(zero, y + 3.0, entry.value * scale, ROW - 7.0, fill);
        page.text(zero + entry.value.max(0.0) * scale + 6.0, text, TEXT, ink, Anchor::Start, &valued(entry));
        page.text(WIDTH - MARGIN, text, SMALL, QUIET, Anchor::End, &noted(entry));
    }
    if low < 0.0 {
        page.line((zero, TOP), (zero, TOP + ROW * shown.len() as f64), QUIET);
    }
    if left_out > 0 {
        let more = match language {
            Language::Zh => format!("其后还有 {left_out} 个地区"),
            Language::En => format!("and {left_out} more regions"),
        };
        page.text(name, height - BOTTOM - 8.0, TEXT, QUIET, Anchor::Start, &more);
    }
    Some(page.finish(&sources(atlas, shown.iter().map(|entry| entry.reading.source), language)))
}

/// The year that all figures are of; empty where they differ and each tells its own.
fn common_year(entries: &[RankEntry]) -> String {
    let first = entries[0].reading.period;
    let common = entries.iter().all(|entry| entry.reading.period == first);
    if common { reading::period(first) } else { String::new() }
}

/// What stands beside a bar: the year where it needs telling, that it has not come about, and the place
/// that the report claims.
fn note(entry: &RankEntry, dated: bool, language: Language) -> String {
    let period = if dated { reading::period(entry.reading.period) } else { String::new() };
    let status = if entry.reading.status == Status::Actual { "" } else { entry.reading.status.label(language) };
    let claimed = entry.claimed.as_ref().map(|claimed| {
        let place = Shown::from(claimed).amount_in_scope(language);
        let place = reading::tagged(place, claimed.status, entry.reading.status, language);
        format!("{} {place}", language.pick("报告称", "reported"))
    });
    let notes = [period, status.to_owned(), claimed.unwrap_or_default()];
    notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · ")
}
