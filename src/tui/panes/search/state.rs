//! What is typed, what was found, and which hit is chosen.

use tui_input::InputRequest;

use crate::{
    index::{Atlas, MetricId},
    model::{Level, Measure, RegionCode},
    query::{Hit, Profile, ProfileOf, Rank, RankEntry, Scope, Target},
    tui::widgets::{
        input::TypedLine,
        scroll::{Scroll, Step},
    },
};

/// Most hits that are asked for.
pub(crate) const MOST_HITS: usize = 100;

/// What a hit is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To go there.
    #[default]
    Go,
    /// To put a region beside those compared.
    PutBeside,
}

impl Purpose {
    /// What is looked for.
    pub(crate) const fn scope(self) -> Scope {
        match self {
            Self::Go => Scope::All,
            Self::PutBeside => Scope::Regions,
        }
    }
}

/// What is typed and which hit is chosen.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) purpose: Purpose,
    pub(crate) input: TypedLine,
    pub(crate) scroll: Scroll,
}

impl State {
    /// Empties the line.
    pub(crate) fn clear(&mut self, purpose: Purpose) {
        *self = Self { purpose, ..Self::default() };
    }

    /// Changes the line; the cursor goes to the best hit when the text has changed.
    pub(crate) fn edit(&mut self, request: InputRequest) {
        if self.input.edit(request) {
            self.scroll = Scroll::default();
        }
    }

    /// Types a text.
    pub(crate) fn insert(&mut self, text: &str) {
        if self.input.insert(text) {
            self.scroll = Scroll::default();
        }
    }

    pub(crate) fn step(&mut self, step: Step, hits: usize, height: usize) {
        self.scroll.step(step, hits, height);
    }

    /// The chosen hit.
    pub(crate) fn selected<'a>(&self, hits: &'a [Hit]) -> Option<&'a Hit> {
        hits.get(self.scroll.cursor)
    }
}

/// What the window shows of the chosen hit.
#[derive(Clone, Debug)]
pub(crate) enum Preview {
    /// A metric, and the regions that have most of it, in order.
    Metric { metric: MetricId, unit: String, leaders: Vec<RankEntry> },
    /// A region and what is known of it.
    Region { region: RegionCode, profile: Profile },
}

/// Regions that the preview of a metric shows.
const LEADERS: usize = 12;

impl Preview {
    /// The preview of a hit.
    pub(crate) fn of(target: Target, year: Option<u16>, atlas: &Atlas) -> Self {
        match target {
            Target::Region(region) | Target::Pair(region, _) => {
                Self::Region { region, profile: ProfileOf { region, year }.ask(atlas) }
            }
            Target::Metric(metric) => {
                // The level that most figures are of; of counties before cities where as many.
                let ranking = [Level::County, Level::Prefecture, Level::Province]
                    .into_iter()
                    .map(|level| Rank { metric, measure: Measure::Level, level, within: None, year }.ask(atlas))
                    .rev()
                    .max_by_key(|ranking| ranking.entries.len());
                let (unit, mut leaders) = ranking.map_or_else(Default::default, |r| (r.unit, r.entries));
                leaders.truncate(LEADERS);
                Self::Metric { metric, unit, leaders }
            }
        }
    }
}
