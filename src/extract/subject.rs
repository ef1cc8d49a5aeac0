//! Whose numbers they are: named before or after them, shared by a list, or said earlier.

use super::{
    comparison,
    lead::{self, Spread},
    name::{FRESH, Name, Names},
    number::Number,
    phrase,
    rules::{Sense, Subject},
    sentence,
};
use crate::model::Measure;

/// What a sentence has said so far.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Its figures in the order of their numbers.
    pub(super) figures: Vec<Figure>,
    /// How many of them a number for each has closed: a second 均 does not speak of them again.
    pub(super) closed: usize,
    /// The sign of the last of them, and what it was compared with.
    pub(super) sign: f64,
    pub(super) scope: Option<String>,
}

/// A figure that a sentence has told.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) name: Name,
    pub(super) measure: Measure,
    /// The byte where its number stands.
    pub(super) at: usize,
}

impl Said {
    /// Names of the earlier figures, the latest first.
    fn names(&self) -> impl Iterator<Item = &Name> {
        self.figures.iter().rev().map(|figure| &figure.name)
    }

    /// The measure of the last figure; a place is one of the growth or level that a gap was told of.
    pub(super) fn last_measure(&self, place: bool) -> Option<Measure> {
        let mut measures = self.figures.iter().rev().map(|figure| figure.measure);
        measures.find(|measure| !place || *measure != Measure::Gap)
    }

    /// The whole of which the last figure was a part.
    pub(super) fn whole(&self) -> Option<&str> {
        self.scope.as_deref().filter(|_| self.last_measure(false) == Some(Measure::Share))
    }

    fn last(&self) -> Option<&Name> {
        self.names().next()
    }

    /// The byte where the number of the last figure stands, else `start`.
    fn since(&self, start: usize) -> usize {
        self.figures.last().map_or(start, |figure| figure.at)
    }

    /// The distinct subjects of the figures since the last place, not before the byte `from`, in their
    /// order: whom 均居 and 分居 speak of.
    fn group(&self, from: usize, growth: bool) -> Vec<Name> {
        let mut out: Vec<Name> = Vec::new();
        for Figure { name, measure, at } in self.figures[self.closed..].iter().rev() {
            let fits = match measure {
                Measure::Level | Measure::Multiple | Measure::Change => !growth,
                Measure::Growth => true,
                Measure::Gap => false,
                _ => break,
            };
            if *at < from {
                break;
            }
            if fits && !out.contains(name) {
                out.push(name.clone());
            }
        }
        out.reverse();
        out
    }
}

/// Where the numbers stand whose subjects are sought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    /// Start of the sentence.
    pub(super) sentence: usize,
    /// Start of the piece between semicolons.
    pub(super) piece: usize,
    /// Start of the clause.
    pub(super) clause: usize,
    /// The short sentence before, which only names what this one is of.
    pub(super) topic: Option<(usize, usize)>,
}

/// Finds the subjects of numbers in one sentence.
pub(super) struct Subjects<'a> {
    pub(super) names: &'a Names,
    pub(super) text: &'a str,
    pub(super) said: &'a Said,
    /// Names of the sentence before, the latest first.
    pub(super) last: &'a [Name],
    pub(super) position: Position,
}

/// Phrases that only say which side of the earlier subjects is meant.
const ASPECTS: &[&str] = &["数量", "新增数量", "总量", "增速", "增幅", "规模", "总数", ""];

/// Grades that the later members of a list leave out.
const GRADES: &[&str] = &["国家级", "省级", "市级"];

/// Clauses before a head within which its beginning stands.
const NEAR: usize = 8;

impl Subjects<'_> {
    /// The subjects of some numbers, in their order; fewer than the numbers when the text tells no more.
    pub(super) fn of(&self, sense: &Sense, numbers: &[Number]) -> Vec<Name> {
        let place = matches!(sense.measure, Measure::Rank | Measure::GrowthRank);
        let phrase = match &sense.subject {
            Subject::Named(phrase) => phrase::clean(lead::last_piece(phrase)),
            Subject::Counted { noun, full } => return self.counted(sense, noun, full),
            Subject::Before => "",
        };
        let together = sense.spread != Spread::One;
        // 总数达91家 after 新增7家 is another quantity; a place of 总数 is one of what was told.
        let aspect = ASPECTS.contains(&phrase) && (phrase.is_empty() || sense.measure != Measure::Level);
        if aspect || is_several(phrase) {
            return self.before(sense, numbers);
        }
        let earlier: Vec<&Name> = self.said.names().chain(self.last).collect();
        if !together && numbers.len() == 1 && !place && !self.names.are_several(phrase, sense.measure) {
            return self.one(sense, phrase, &earlier).into_iter().collect();
        }
        let list = self.names.list(phrase, if together { numbers.len() } else { 1 });
        let mut out: Vec<Name> = Vec::new();
        for (i, part) in list.iter().enumerate() {
            // 收入规模、税收规模: what another member names more closely is not meant by this one.
            let others: Vec<&str> = list.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| p.as_str()).collect();
            let free = |name: &&Name| {
                begins_alike(&name.text, part) || !others.iter().any(|other| begins_alike(&name.text, other))
            };
            let before: Vec<&Name> = out.iter().rev().chain(earlier.iter().copied().filter(free)).collect();
            out.extend(self.names.name(part, &before));
        }
        out
    }

    /// One subject named before its number.
    fn one(&self, sense: &Sense, phrase: &str, earlier: &[&Name]) -> Option<Name> {
        if let Some(name) = self.inherited(sense, phrase) {
            return Some(name);
        }
        // 粮食再获丰收，产量达…: a clause before opens with what makes a metric of the two.
        if phrase::is_head(phrase)
            && let Some(name) = self.stem(phrase)
        {
            return Some(name);
        }
        if phrase::is_head(phrase)
            && self.said.figures.last().is_none_or(|figure| figure.at < self.position.piece)
            && let Some(owner) = self.owner()
        {
            return self.names.name(&format!("{owner}{phrase}"), earlier);
        }
        self.names.name(phrase, earlier)
    }

    /// The metric that a head makes with the beginning of a clause since the last figure.
    fn stem(&self, head: &str) -> Option<Name> {
        let since = self.said.since(self.position.sentence);
        let from = sentence::reach(self.text, since, self.position.clause);
        let words = &self.text[from..self.position.clause];
        words.split(['，', '；', '：']).rev().take(NEAR).map(phrase::clean).find_map(|clause| {
            let ends = clause.char_indices().map(|(at, c)| at + c.len_utf8()).take(6).skip(1);
            ends.filter_map(|end| self.names.known(&format!("{}{head}", &clause[..end]))).last()
        })
    }

    /// 新增甲5家、乙9家: the later members of a list are new as well, and of the same grade.
    fn inherited(&self, sense: &Sense, phrase: &str) -> Option<Name> {
        if !sense.continues || sense.measure != Measure::Level || ASPECTS.contains(&phrase) {
            return None;
        }
        let first = self.said.last()?;
        let bare = first.text.trim_start_matches("累计");
        if let Some(fresh) = FRESH.longest(bare)
            && !phrase.starts_with('新')
            && !phrase.starts_with("净增")
            && !phrase::is_head(phrase)
        {
            return self.names.name(&format!("{fresh}{}", self.graded(first, phrase)), &[]);
        }
        let graded = self.graded(first, phrase);
        (graded != phrase).then(|| self.names.name(&graded, &[])).flatten()
    }

    /// 国家级甲厂9家、乙厂4家; 省级60家: what the member before lends.
    fn graded(&self, first: &Name, phrase: &str) -> String {
        let grade = GRADES.iter().find(|grade| first.text.contains(**grade));
        if let Some(grade) = grade {
            if GRADES.contains(&phrase) {
                let kind = first.text.split(grade).nth(1).unwrap_or_default();
                return format!("{phrase}{kind}");
            }
            let kin = phrase.chars().take(2).all(|c| first.text.contains(c));
            if kin && !self.names.knows(phrase) && !GRADES.iter().any(|grade| phrase.contains(grade)) {
                return format!("{grade}{phrase}");
            }
        }
        phrase.to_owned()
    }

    /// What is counted, named after the number: its bare noun, or with what is done to it.
    fn counted(&self, sense: &Sense, noun: &str, full: &str) -> Vec<Name> {
        if let Some(name) = self.inherited(sense, noun) {
            return vec![name];
        }
        let name = |phrase: &str| self.names.name(phrase, &[]);
        let keyed = name(full).filter(|name| name.key.is_some());
        keyed.or_else(|| name(noun).filter(|name| name.key.is_some())).or_else(|| name(full)).into_iter().collect()
    }

    /// Subjects said earlier in the sentence.
    fn before(&self, sense: &Sense, numbers: &[Number]) -> Vec<Name> {
        let growth = sense.measure == Measure::GrowthRank;
        // 高于全国、全省4个、3个百分点: one quantity, a number for each of the groups.
        let groups = sense.scope.as_deref().map(comparison::groups).unwrap_or_default();
        let of_groups = groups.len() > 1 && groups.len() == numbers.len();
        let many = !of_groups && (numbers.len() > 1 || sense.spread == Spread::Respectively);
        if sense.spread == Spread::Each {
            let group = self.said.group(self.position.piece, growth);
            if !group.is_empty() {
                return group;
            }
        } else if many {
            let mut group = self.said.group(self.position.piece, growth);
            // 财政总收入…，其中税收…，分别增长…、…: a list of numbers may reach back over 其中.
            if group.len() < numbers.len() {
                let whole = self.said.group(self.position.sentence, growth);
                let inner = self.text[self.position.piece..].starts_with("其中");
                let enough = whole.len() == numbers.len() || (inner && whole.len() > numbers.len());
                group = if enough { whole } else { group };
            }
            if group.len() >= numbers.len() {
                return group[group.len() - numbers.len()..].to_vec();
            }
            // 甲、乙产业产值…, 分别增长: one figure was of a list of subjects.
            if let [one] = group.as_slice() {
                let list = self.names.list(&one.text, numbers.len());
                if list.len() == numbers.len() {
                    return list.iter().filter_map(|part| self.names.name(part, &[])).collect();
                }
            }
        }
        // 推动工业投资回升，全年增长: a metric named since the last figure is meant.
        let after = self.said.since(self.position.sentence);
        let to = self.position.clause.max(after);
        let named = self.names.last_in(&self.text[sentence::reach(self.text, after, to)..to]);
        let opens = self.position.clause == self.position.sentence && sense.spread == Spread::One;
        // 新增企业7家，达到91家: what is reached is the stock.
        let stock = || self.said.last().filter(|_| sense.reached && sense.measure == Measure::Level);
        let said =
            named.or_else(|| stock().and_then(|last| self.names.stock(last))).or_else(|| self.said.last().cloned());
        said.or_else(|| self.last.first().filter(|_| opens).cloned()).into_iter().collect()
    }

    /// The enterprise, park or industry that an earlier clause speaks of: 造纸业加快转型，产值达….
    fn owner(&self) -> Option<&str> {
        let since = sentence::clause_start(self.text, self.position.sentence, self.said.since(self.position.sentence));
        let from = sentence::reach(self.text, since, self.position.clause);
        let words = &self.text[from..self.position.clause];
        let clauses: Vec<&str> =
            words.split(['，', '；', '：']).map(phrase::clean).filter(|clause| !clause.is_empty()).collect();
        let whole = clauses.iter().rev().find(|clause| OWNERS.iter().any(|kind| clause.ends_with(kind)));
        if let Some(clause) = whole {
            return Some(phrase::after_verb(clause));
        }
        let topic = || self.position.topic.filter(|_| self.said.figures.is_empty());
        clauses.first().copied().or_else(|| topic().map(|(start, end)| &self.text[start..end])).and_then(opening_owner)
    }
}

/// Ends of names of those that have quantities of their own.
const OWNERS: &[&str] = &["产业", "行业", "业", "经济", "集团", "公司", "开发区", "园区", "港区", "基地", "班列"];

/// The owner that a clause opens with: 民营经济健康发展 → 民营经济.
fn opening_owner(clause: &str) -> Option<&str> {
    let clause = phrase::clean(clause);
    let end = OWNERS.iter().filter_map(|kind| clause.find(kind).map(|at| at + kind.len())).min()?;
    (clause[..end].chars().count() <= 12).then_some(&clause[..end])
}

/// 三项, 两项指标: the subjects said before, by their number.
fn is_several(phrase: &str) -> bool {
    let Some(at) = phrase.find('项') else { return false };
    super::number::chinese(&phrase[..at]).is_some() && matches!(&phrase[at..], "项" | "项指标" | "项工作")
}

/// Whether two names begin with the same two characters.
fn begins_alike(name: &str, other: &str) -> bool {
    let mut pair = other.chars().take(2);
    let (Some(a), Some(b)) = (pair.next(), pair.next()) else { return false };
    let mut own = name.chars();
    own.next() == Some(a) && own.next() == Some(b)
}
