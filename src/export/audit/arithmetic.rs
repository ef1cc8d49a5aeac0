//! The arithmetic of a finding in words: one sentence, or step by step.

use super::super::{
    lists::{metric_name, region_name},
    number::rounded,
    reading::Shown,
};
use crate::{
    index::Atlas,
    model::{Language, Measure},
    query::{
        Finding, Reading,
        audit::{Formula, Kind, Reckoning, Relation},
    },
};

/// How many terms of a sum or names of regions a sentence holds.
const TERMS: usize = 3;

/// What was found, in one sentence without region and period.
#[must_use]
pub fn finding_sentence(atlas: &Atlas, finding: &Finding, language: Language) -> String {
    let words = Words { atlas, finding, language };
    match &finding.reckoning {
        Some(reckoning) => words.reckoned(reckoning),
        None => words.counted(),
    }
}

/// The arithmetic line by line: what is expected, what is told, how far they are apart and how far they may be.
#[must_use]
pub fn finding_steps(atlas: &Atlas, finding: &Finding, language: Language) -> Vec<String> {
    let words = Words { atlas, finding, language };
    match &finding.reckoning {
        Some(reckoning) => words.steps(reckoning),
        None => vec![words.counted()],
    }
}

/// What is told, how it stands to what is expected, and that, each in a few characters: `+19%` `≠` `+17.01%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// What is told.
    pub told: String,
    /// How it stands to what is expected.
    pub sign: &'static str,
    /// What is expected.
    pub expected: String,
}

/// What was found in a few characters; `None` where nothing is set against another.
#[must_use]
pub fn finding_brief(atlas: &Atlas, finding: &Finding, language: Language) -> Option<Brief> {
    let words = Words { atlas, finding, language };
    let reckoning = finding.reckoning.as_ref()?;
    let told = words.ratio_sum(reckoning).unwrap_or_else(|| words.told());
    let expected = words.expected(reckoning);
    Some(match (reckoning.formula, reckoning.relation) {
        (Formula::Place, Relation::AtLeast) => Brief { told, sign: "≠", expected: format!("≥{expected}") },
        (Formula::Place, _) => Brief { told, sign: "≠", expected: format!("≤{expected}") },
        (_, Relation::Equal) => Brief { told, sign: "≠", expected },
        (_, Relation::AtMost) => Brief { told, sign: ">", expected },
        (_, Relation::AtLeast) => Brief { told, sign: "<", expected },
    })
}

struct Words<'a> {
    atlas: &'a Atlas,
    finding: &'a Finding,
    language: Language,
}

impl Words<'_> {
    fn reckoned(&self, reckoning: &Reckoning) -> String {
        let told = self.told();
        let expected = self.expected(reckoning);
        match (reckoning.formula, reckoning.relation) {
            (Formula::Quotient | Formula::Growth, _) => {
                let says = self.language.pick("报告称", "told");
                format!("{}{}{says} {told}", self.calculation(reckoning), self.comma())
            }
            (Formula::Hundred, _) => match self.ratio_sum(reckoning) {
                Some(sum) => format!("{} {told} {} {sum}", self.name(0), self.language.pick("合计", "adds up to")),
                None => format!("{} {told} > 100%", self.qualified(0)),
            },
            (Formula::Same, Relation::Equal) => {
                let (a, b) = (self.source(0), self.source(1));
                let name = self.qualified(0);
                let other = self.amount(1);
                if self.finding.kind == Kind::Restated {
                    format!("{name} {other} ≠ {told}")
                } else {
                    format!("{name} {other} ({b}) ≠ {told} ({a})")
                }
            }
            (Formula::Same, _) => format!("{} {told} > {} {}", self.name(0), self.name(1), self.amount(1)),
            (Formula::Sum, relation) => {
                let sign = if relation == Relation::Equal { "≠" } else { "<" };
                format!("{} {told} {sign} {} = {expected}", self.name(0), self.terms(1, " + "))
            }
            (Formula::Place, Relation::AtLeast) => {
                let ahead = self.finding.figures.len() - 2;
                let own = self.amount(1);
                match self.language {
                    Language::Zh => format!(
                        "{}称{told}，但至少{ahead}个地区高于其{own}：{}",
                        self.qualified(0),
                        self.terms(2, "、")
                    ),
                    Language::En => format!(
                        "{} told {told}, but at least {ahead} have more than its {own}: {}",
                        self.qualified(0),
                        self.terms(2, ", ")
                    ),
                }
            }
            (Formula::Place, _) => match self.language {
                Language::Zh => format!("{}称{told}，按全部地区数据应在第{expected}位以前", self.qualified(0)),
                Language::En => {
                    format!("{} told {told}, but all regions' values give {expected} or better", self.qualified(0))
                }
            },
        }
    }

    fn steps(&self, reckoning: &Reckoning) -> Vec<String> {
        let language = self.language;
        let mut steps = vec![match reckoning.formula {
            Formula::Quotient | Formula::Growth => self.calculation(reckoning),
            Formula::Sum => format!("{} = {}", self.terms(1, " + "), self.expected(reckoning)),
            Formula::Same => format!("{} {}", self.name(1), self.amount(1)),
            Formula::Hundred => "100%".to_owned(),
            Formula::Place => {
                let ahead = self.finding.figures.len().saturating_sub(2);
                match language {
                    Language::Zh => format!("{ahead} 个地区高于 {}", self.amount(1)),
                    Language::En => format!("{ahead} regions have more than {}", self.amount(1)),
                }
            }
        }];
        let apart = (reckoning.told - reckoning.expected).abs();
        let unit = self.difference_unit(reckoning);
        let (told, expected) = (self.ratio_sum(reckoning).unwrap_or_else(|| self.told()), self.expected(reckoning));
        steps.push(match (language, reckoning.relation) {
            (Language::Zh, Relation::Equal) => format!("所称 {told}，应为 {expected}"),
            (Language::Zh, Relation::AtMost) => format!("所称 {told}，应不大于 {expected}"),
            (Language::Zh, Relation::AtLeast) => format!("所称 {told}，应不小于 {expected}"),
            (Language::En, Relation::Equal) => format!("told {told}, expected {expected}"),
            (Language::En, Relation::AtMost) => format!("told {told}, expected at most {expected}"),
            (Language::En, Relation::AtLeast) => format!("told {told}, expected at least {expected}"),
        });
        // How far places may be apart is not told: not at all.
        if reckoning.formula == Formula::Place {
            return steps;
        }
        steps.push(match language {
            Language::Zh => format!("相差 {}{unit}，容许 {}{unit}", short(apart), short(reckoning.tolerance)),
            Language::En => format!("{}{unit} apart, {}{unit} granted", short(apart), short(reckoning.tolerance)),
        });
        steps
    }

    /// `40.14亿元 ÷ 53.68亿元 = 74.8%`, with the names before the amounts.
    fn calculation(&self, reckoning: &Reckoning) -> String {
        let expected = self.expected(reckoning);
        if reckoning.formula == Formula::Growth {
            let before = self.language.pick("上年", "year before");
            return format!("{} {} ÷ {before} {} − 1 = {expected}", self.name(1), self.amount(1), self.amount(2));
        }
        format!("{} {} ÷ {} {} = {expected}", self.name(1), self.amount(1), self.name(2), self.amount(2))
    }

    /// Findings about a document: how many of its figures.
    fn counted(&self) -> String {
        let count = self.finding.figures.len();
        match (self.finding.kind, self.language) {
            (Kind::Damaged, Language::Zh) => format!("{count} 个数字缺损"),
            (Kind::Damaged, Language::En) => format!("{count} damaged"),
            (_, Language::Zh) => format!("{count} 个读数存疑"),
            (_, Language::En) => format!("{count} doubtful"),
        }
    }

    fn reading(&self, at: usize) -> Reading {
        Reading::of(self.atlas, self.finding.figures[at])
    }

    /// The amount as written, with its bound and the mark of a doubt.
    fn amount(&self, at: usize) -> String {
        Shown::from(&self.reading(at)).amount(self.language).to_string()
    }

    fn told(&self) -> String {
        self.amount(0)
    }

    fn name(&self, at: usize) -> String {
        metric_name(self.atlas, self.atlas.figure(self.finding.figures[at]).metric(), self.language).to_owned()
    }

    /// The name with the measure, where it is no level, and the scope.
    fn qualified(&self, at: usize) -> String {
        let reading = self.reading(at);
        let mut name = self.name(at);
        if reading.measure != Measure::Level {
            name = match self.language {
                Language::Zh => format!("{name}{}", reading.measure.label(self.language)),
                Language::En => format!("{name}, {}", reading.measure.label(self.language)),
            };
        }
        match &reading.scope {
            Some(scope) => format!("{name} ({scope})"),
            None => name,
        }
    }

    fn source(&self, at: usize) -> String {
        let source = &self.atlas.sources()[self.reading(at).source.0 as usize];
        if source.title.is_empty() { source.id.clone() } else { source.title.clone() }
    }

    /// The figures from `first` on, each with whose or what it is.
    fn terms(&self, first: usize, between: &str) -> String {
        let terms = &self.finding.figures[first..];
        let named = terms.iter().take(TERMS).map(|&id| {
            let figure = self.atlas.figure(id);
            let name = if figure.region() == self.finding.region {
                metric_name(self.atlas, figure.metric(), self.language)
            } else {
                region_name(self.atlas, figure.region(), self.language)
            };
            format!("{name} {}", Shown::from(&Reading::of(self.atlas, id)).amount(self.language))
        });
        let mut text = named.collect::<Vec<_>>().join(between);
        let rest = terms.len().saturating_sub(TERMS);
        if rest > 0 {
            let more = match self.language {
                Language::Zh => format!("{between}另{rest}项"),
                Language::En => format!("{between}{rest} more"),
            };
            text.push_str(&more);
        }
        text
    }

    /// The sum of a proportion, where it is about one.
    fn ratio_sum(&self, reckoning: &Reckoning) -> Option<String> {
        let proportion = self.reading(0).number().is_none();
        proportion.then(|| format!("{}%", short(reckoning.told)))
    }

    /// What is expected, in the unit of what is told.
    fn expected(&self, reckoning: &Reckoning) -> String {
        match reckoning.formula {
            Formula::Place => short(reckoning.expected),
            Formula::Hundred => "100%".to_owned(),
            Formula::Same => self.amount(1),
            Formula::Growth if reckoning.expected > 0.0 => format!("+{}%", short(reckoning.expected)),
            _ => format!("{}{}", short(reckoning.expected), self.reading(0).unit),
        }
    }

    fn difference_unit(&self, reckoning: &Reckoning) -> String {
        match reckoning.formula {
            Formula::Quotient | Formula::Growth | Formula::Hundred => {
                self.language.pick("个百分点", " points").to_owned()
            }
            Formula::Place => String::new(),
            Formula::Same | Formula::Sum => self.reading(0).unit.to_string(),
        }
    }

    fn comma(&self) -> &'static str {
        match self.language {
            Language::Zh => "，",
            Language::En => ", ",
        }
    }
}

/// A computed number with two decimals, small ones with four.
fn short(number: f64) -> String {
    rounded(number, if number.abs() < 1.0 { 4 } else { 2 })
}
