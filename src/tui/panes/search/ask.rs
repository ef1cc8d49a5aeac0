//! What is asked for the chosen hit.

use crate::{
    index::{Atlas, MetricId},
    model::{Level, Measure, RegionCode},
    query::{Profile, ProfileOf, Rank, Ranking, Row, SeriesOf, Target},
};

/// What the window shows of the chosen hit.
#[derive(Clone, Debug)]
pub(crate) enum Preview {
    Metric(MetricPreview),
    /// A region and what is known of it.
    Region(Profile),
    Pair(Box<PairPreview>),
}

/// A metric and who has it.
#[derive(Clone, Debug)]
pub(crate) struct MetricPreview {
    pub(crate) metric: MetricId,
    /// How many regions have it.
    pub(crate) regions: usize,
    /// The first and the last year of which it is told.
    pub(crate) years: Option<(u16, u16)>,
    /// The regions of the level that most figures are of, in order.
    pub(crate) ranking: Ranking,
}

/// A metric of a region.
#[derive(Clone, Debug)]
pub(crate) struct PairPreview {
    pub(crate) region: RegionCode,
    pub(crate) metric: MetricId,
    /// Its row in the profile of the region, if it has one.
    pub(crate) row: Option<Row>,
    /// By year from the first to the last, gaps as `None`.
    pub(crate) years: Vec<(u16, Option<f64>)>,
    /// The region and those beside it that have a number, in order.
    pub(crate) beside: Ranking,
}

impl Preview {
    /// The preview of a hit.
    pub(crate) fn of(target: Target, year: Option<u16>, atlas: &Atlas) -> Self {
        match target {
            Target::Region(region) => Self::Region(ProfileOf { region, year }.ask(atlas)),
            Target::Metric(metric) => Self::Metric(MetricPreview::of(metric, year, atlas)),
            Target::Pair(region, metric) => Self::Pair(Box::new(PairPreview::of(region, metric, year, atlas))),
        }
    }
}

impl MetricPreview {
    fn of(metric: MetricId, year: Option<u16>, atlas: &Atlas) -> Self {
        // The level that most figures are of; of counties before cities where as many.
        let ranking = [Level::County, Level::Prefecture, Level::Province]
            .into_iter()
            .map(|level| Rank { metric, measure: Measure::Level, level, within: None, year }.ask(atlas))
            .rev()
            .max_by_key(|ranking| ranking.entries.len());
        let figures = atlas.metric_series(metric).flat_map(|(_, figures)| figures);
        let years = figures.filter_map(|figure| Some(atlas.figure(figure).period()?.last()));
        let years = years.fold(None, |span: Option<(u16, u16)>, year| {
            Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
        });
        let regions = atlas.metric_series(metric).count();
        Self { metric, regions, years, ranking: ranking.unwrap_or_default() }
    }
}

impl PairPreview {
    fn of(region: RegionCode, metric: MetricId, year: Option<u16>, atlas: &Atlas) -> Self {
        let profile = ProfileOf { region, year }.ask(atlas);
        let row = profile.groups.into_iter().flat_map(|group| group.rows).find(|row| row.metric == metric);
        let told = |measure| SeriesOf { region, metric, measure }.ask(atlas).by_year();
        let grows = row.as_ref().is_some_and(|row| row.level.is_none() && row.growth.is_some());
        let measure = if grows { Measure::Growth } else { Measure::Level };
        let of = atlas.gazetteer().get(region);
        let beside = of.map(|of| Rank { metric, measure, level: of.level, within: of.parent, year }.ask(atlas));
        Self { region, metric, row, years: told(measure), beside: beside.unwrap_or_default() }
    }
}
