//! What the figures say about each other: where they contradict, refute or outgrow one another.
//!
//! A number as written stands for a stretch of values, as wide as its rounding and bound leave open. Two
//! statements contradict only where no values out of their stretches agree, so that what is found holds
//! however the numbers were rounded. One file a check; `CHECKS` lists them.

mod facts;
mod growth;
mod incomes;
mod interval;
mod parts;
mod places;
mod readings;
mod relations;
mod shares;
mod sources;
mod sums;
mod tax_share;

use serde::Serialize;

pub(super) use self::interval::ABOUT;
use self::{facts::Facts, interval::Interval};
use crate::{
    index::{Atlas, FigureId, FigureRef, MetricId},
    model::{Period, RegionCode},
};

/// Asks what the figures say about each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Only findings of these regions and of those below them; of all, where none is named.
    pub within: Vec<RegionCode>,
    /// Only these kinds; all, where none is named.
    pub kinds: Vec<Kind>,
    /// Only findings of this year.
    pub year: Option<u16>,
}

/// What a finding is about, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 税收收入 ÷ 一般公共预算收入 is not the 税收占比 that is told.
    TaxShare,
    /// A part is more than its whole, or the parts are not the whole.
    Parts,
    /// A share is above 100 %, or proportions do not add up to it.
    Shares,
    /// Incomes are not in the order 农村 ≤ 居民 ≤ 城镇.
    Incomes,
    /// Other regions' values refute the place that is claimed.
    Places,
    /// Growth does not lead from the level of the year before to that of the year.
    Growth,
    /// Regions together have more than the one that they lie in.
    Sums,
    /// Two sources tell different values.
    Sources,
    /// One source tells different values.
    Restated,
    /// Numbers of a document have lost digits.
    Damaged,
    /// Figures of a document may be read wrongly.
    Doubtful,
}

impl Kind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::TaxShare,
        Self::Parts,
        Self::Shares,
        Self::Incomes,
        Self::Places,
        Self::Growth,
        Self::Sums,
        Self::Sources,
        Self::Restated,
        Self::Damaged,
        Self::Doubtful,
    ];

    /// The word that stands for the kind in records and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::TaxShare => "tax_share",
            Self::Parts => "parts",
            Self::Shares => "shares",
            Self::Incomes => "incomes",
            Self::Places => "places",
            Self::Growth => "growth",
            Self::Sums => "sums",
            Self::Sources => "sources",
            Self::Restated => "restated",
            Self::Damaged => "damaged",
            Self::Doubtful => "doubtful",
        }
    }

    /// How much a finding of the kind weighs.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::TaxShare | Self::Parts | Self::Shares | Self::Incomes | Self::Places => Severity::Contradiction,
            Self::Growth | Self::Sums | Self::Sources | Self::Restated => Severity::Question,
            Self::Damaged | Self::Doubtful => Severity::Note,
        }
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The statements cannot all be true.
    Contradiction,
    /// A revision, another coverage or another basis may explain it.
    Question,
    /// Nothing contradicts; the figures want to be looked up before they are used.
    Note,
}

/// What was checked and what was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audited {
    /// By kind; those that rest on a doubtful reading after the others; then by region, the latest
    /// period first.
    pub findings: Vec<Finding>,
    /// How many statements each kind that was asked for has set against others.
    pub checked: Vec<(Kind, usize)>,
}

/// Figures that do not go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is about.
    pub kind: Kind,
    /// Whose figures; the first of the document's, where it is about a document.
    pub region: RegionCode,
    /// The metric of the first figure.
    pub metric: MetricId,
    /// The time of the first figure; none where it is about a document.
    pub period: Option<Period>,
    /// The figures it rests on: what is told first, then those that it is set against, in the order
    /// that [`Formula`] tells.
    pub figures: Vec<FigureId>,
    /// The arithmetic; none where nothing is set against another.
    pub reckoning: Option<Reckoning>,
    /// Whether one of the figures may be read wrongly.
    pub doubtful: bool,
}

/// What is told, set against what follows from other figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reckoning {
    /// How `expected` comes out of the figures.
    pub formula: Formula,
    /// What the other figures let expect.
    pub expected: f64,
    /// What is told.
    pub told: f64,
    /// How far the two may lie apart by rounding and by what is granted for revisions.
    pub tolerance: f64,
    /// How `told` should stand to `expected`.
    pub relation: Relation,
}

/// How the figures of a finding are set against each other, the first being the one that is told.
/// Amounts are in the unit of the first figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The second ÷ the third, in per cent.
    Quotient,
    /// The second, ….
    Same,
    /// The second ÷ the third, less one, in per cent.
    Growth,
    /// One more than those of the fourth and after (or all but the second and third) that are greater
    /// than the second.
    Place,
    /// The sum of the second and after.
    Sum,
    /// A hundred per cent.
    Hundred,
}

/// How what is told should stand to what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Equal to it.
    Equal,
    /// Not above it.
    AtMost,
    /// Not below it.
    AtLeast,
}

/// A check: what it finds, and how many statements it looked at.
type Check = fn(&Facts<'_>) -> Found;

/// What a check found.
#[derive(Debug, Default)]
struct Found {
    findings: Vec<Finding>,
    checked: usize,
}

/// All checks.
const CHECKS: [(Kind, Check); Kind::ALL.len()] = [
    (Kind::TaxShare, tax_share::check),
    (Kind::Parts, parts::check),
    (Kind::Shares, shares::check),
    (Kind::Incomes, incomes::check),
    (Kind::Places, places::check),
    (Kind::Growth, growth::check),
    (Kind::Sums, sums::check),
    (Kind::Sources, sources::between),
    (Kind::Restated, sources::within),
    (Kind::Damaged, readings::damaged),
    (Kind::Doubtful, readings::doubtful),
];

impl Audit {
    /// Answers.
    #[must_use]
    pub fn ask(&self, atlas: &Atlas) -> Audited {
        let facts = Facts::new(atlas, &self.within, self.year);
        let asked = |kind: &Kind| self.kinds.is_empty() || self.kinds.contains(kind);
        let mut audited = Audited::default();
        for (kind, check) in CHECKS.iter().filter(|(kind, _)| asked(kind)) {
            let Found { mut findings, checked } = check(&facts);
            // Stable: what a check tells in an order of its own stays so.
            findings.sort_by_key(|finding| (finding.doubtful, finding.region, std::cmp::Reverse(finding.period)));
            audited.findings.append(&mut findings);
            audited.checked.push((*kind, checked));
        }
        audited
    }
}

impl Found {
    /// Counts a statement that was looked at, and keeps what was found.
    fn note(&mut self, finding: Option<Finding>) {
        self.checked += 1;
        self.findings.extend(finding);
    }
}

impl Finding {
    /// Of figures, the first of which is told.
    fn of(kind: Kind, figures: &[FigureRef<'_>], reckoning: Reckoning) -> Self {
        let told = figures[0];
        Self {
            kind,
            region: told.region(),
            metric: told.metric(),
            period: told.period(),
            figures: figures.iter().map(|figure| figure.id()).collect(),
            reckoning: Some(reckoning),
            doubtful: figures.iter().any(|figure| !figure.doubt().is_empty()),
        }
    }
}

impl Reckoning {
    /// What contradicts the relation by more than `granted`; `None` where values within both fit.
    fn unless(told: Interval, relation: Relation, expected: Interval, granted: f64, formula: Formula) -> Option<Self> {
        let above = told.low - expected.high;
        let below = expected.low - told.high;
        let apart = match relation {
            Relation::Equal => above.max(below),
            Relation::AtMost => above,
            Relation::AtLeast => below,
        };
        // What floats leave behind is no contradiction. (Not a number where nothing can be told.)
        let noise = 1e-9 * (told.value.abs() + expected.value.abs());
        (apart > granted + noise).then(|| Self {
            formula,
            expected: expected.value,
            told: told.value,
            tolerance: ((told.value - expected.value).abs() - apart).max(0.0) + granted,
            relation,
        })
    }
}
