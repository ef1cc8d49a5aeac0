//! The figures that a check may rest on.

use crate::{
    index::{Atlas, FigureRef, Figures, MetricId},
    model::{Measure, Period, RegionCode, Status, Unit},
    query::choice::Choice,
};

/// Most readings of one quantity that are set against others, the best first.
const MOST: usize = 6;

/// The figures that the checks of one audit may rest on.
pub(super) struct Facts<'a> {
    pub(super) atlas: &'a Atlas,
    /// By code.
    regions: Vec<RegionCode>,
    /// Whether all regions are asked for.
    all: bool,
    year: Option<u16>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(atlas: &'a Atlas, within: &[RegionCode], year: Option<u16>) -> Self {
        let gazetteer = atlas.gazetteer();
        let asked = |region: RegionCode| {
            within.is_empty() || within.iter().any(|&outer| region == outer || gazetteer.within(region, outer))
        };
        let regions = atlas.regions().map(|(region, _)| region).filter(|&region| asked(region)).collect();
        Self { atlas, regions, all: within.is_empty(), year }
    }

    /// The regions that are asked for and have figures, by code.
    pub(super) fn regions(&self) -> impl Iterator<Item = RegionCode> {
        self.regions.iter().copied()
    }

    /// The metric of a key of the catalogue, whose keys these are.
    pub(super) fn metric(&self, key: &str) -> Option<MetricId> {
        self.atlas.find_metric(key)
    }

    /// The series of a metric in the regions that are asked for; those of no known region left out.
    pub(super) fn series_of(&self, metric: MetricId) -> impl Iterator<Item = (RegionCode, Figures)> {
        self.atlas.metric_series(metric).filter(|(region, _)| self.covers(*region))
    }

    /// Whether the region is one, and asked for.
    pub(super) fn covers(&self, region: RegionCode) -> bool {
        region != RegionCode::UNKNOWN && (self.all || self.regions.binary_search(&region).is_ok())
    }

    /// Whether the figure's region is asked for; also where none is known.
    pub(super) fn holds(&self, figure: FigureRef<'_>) -> bool {
        self.all || self.regions.binary_search(&figure.region()).is_ok()
    }

    /// Whether findings of this time are asked for.
    pub(super) fn asks(&self, period: Option<Period>) -> bool {
        self.year.is_none_or(|year| period.is_some_and(|period| period.last() == year))
    }

    /// The times that are told of `measure` and asked for, each once.
    pub(super) fn periods(&self, series: &Figures, measure: Measure) -> Vec<Period> {
        let told = self.atlas.measured(series, measure).filter_map(|id| self.atlas.figure(id).period());
        let mut periods: Vec<Period> = told.filter(|period| self.asks(Some(*period))).collect();
        periods.dedup();
        periods
    }

    /// What has come about and has a number, levels in units of the metric's kind, the best reading first. Doubtful readings count only where
    /// there is no sure one.
    pub(super) fn told(&self, series: &Figures, measure: Measure, period: Period) -> Vec<FigureRef<'a>> {
        let of_period = self.atlas.measured_in(series, measure, Some(period)).map(|id| self.atlas.figure(id));
        let mut told: Vec<FigureRef<'a>> = of_period.filter(|figure| counts(*figure)).collect();
        if measure == Measure::Level
            && let Some(unit) = told.first().and_then(|figure| self.unit(figure.metric()))
        {
            told.retain(|figure| figure.parsed_unit().dimension == unit.dimension);
        }
        if told.len() > 1 {
            if told.iter().any(|figure| figure.doubt().is_empty()) {
                told.retain(|figure| figure.doubt().is_empty());
            }
            let choice = Choice::new(self.atlas, told[0].metric());
            told.sort_by(|&a, &b| choice.order(a, b));
            told.truncate(MOST);
        }
        told
    }

    /// The levels of a metric.
    pub(super) fn levels(&self, region: RegionCode, metric: MetricId, period: Period) -> Vec<FigureRef<'a>> {
        self.told(&self.atlas.series(region, metric), Measure::Level, period)
    }

    /// The unit in which the metric of a catalogue counts.
    pub(super) fn unit(&self, metric: MetricId) -> Option<Unit> {
        self.atlas.metric(metric).map(|metric| Unit::parse(&metric.unit))
    }
}

/// Whether the figure tells what has come about, and in a number.
pub(super) fn counts(figure: FigureRef<'_>) -> bool {
    figure.status() == Status::Actual && figure.number().is_some() && figure.flag().is_none()
}

/// Takes one of each of the candidates so that `contradicts` is some for every way to take them, and
/// gives that which comes from the fewest sources, the best readings first. `None` where one way agrees
/// or where a candidate is lacking: that readings of one quantity differ is another finding.
pub(super) fn in_every_way<'a, T>(
    candidates: &[&[FigureRef<'a>]],
    contradicts: impl Fn(&[FigureRef<'a>]) -> Option<T>,
) -> Option<(Vec<FigureRef<'a>>, T)> {
    let ways = candidates.iter().map(|of_one| of_one.len()).product::<usize>();
    let mut best: Option<(usize, Vec<FigureRef<'a>>, T)> = None;
    for way in 0..ways {
        let mut rest = way;
        let taken = candidates.iter().map(|of_one| {
            let figure = of_one[rest % of_one.len()];
            rest /= of_one.len();
            figure
        });
        let taken = taken.collect::<Vec<_>>();
        let contradiction = contradicts(&taken)?;
        let sources = distinct_sources(&taken);
        if best.as_ref().is_none_or(|(fewest, ..)| sources < *fewest) {
            best = Some((sources, taken, contradiction));
        }
    }
    best.map(|(_, taken, contradiction)| (taken, contradiction))
}

fn distinct_sources(figures: &[FigureRef<'_>]) -> usize {
    let first = |at: usize| figures[..at].iter().all(|other| other.source() != figures[at].source());
    (0..figures.len()).filter(|&at| first(at)).count()
}
