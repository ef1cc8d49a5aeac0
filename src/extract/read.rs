//! Reads the sentences of a block: every number with its subject, time, status and region.

mod tell;

use self::tell::Reading;
use super::{
    ProblemKind,
    context::{self, Context},
    damage,
    family::{Families, Family},
    lead::{self, Spread},
    name::{Name, Names},
    number::{self, Number, Shape},
    opening::Opening,
    phrase,
    places::Places,
    rules::{self, Rule, Sense, Slot, Subject},
    section::{self, Section},
    sentence,
    subject::{Position, Said, Subjects},
    text::Block,
    threshold,
    time::Span,
    unit,
    words::{Words, places},
};
use crate::model::{Bound, Doubts, Flag, Measure, Period, RegionCode, Status, Value};

/// A figure as read in a block, its place in bytes of the block.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) rule: Rule,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) region: Option<RegionCode>,
    pub(super) name: Name,
    pub(super) measure: Measure,
    pub(super) value: Option<Value>,
    pub(super) unit: String,
    pub(super) bound: Bound,
    pub(super) period: Option<Period>,
    pub(super) status: Status,
    pub(super) scope: Option<String>,
    pub(super) base: Option<String>,
    pub(super) doubt: Doubts,
    pub(super) flag: Option<Flag>,
}

/// A number of a block that nothing could be said about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unread {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: ProblemKind,
}

/// What holds for a block and does not change while it is read.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) names: &'a Names,
    pub(super) places: &'a Places,
    pub(super) opening: Opening,
    pub(super) section: Section,
    /// What is not made use of.
    pub(super) without: Families,
    /// How much of the document's digits is lost.
    pub(super) damage: damage::Extent,
}

/// Reads a block.
pub(super) fn read(block: &Block, scene: &Scene<'_>) -> (Vec<Draft>, Vec<Unread>) {
    let text = block.text.as_str();
    let mut numbers = number::scan(text);
    if !scene.without.contains(Family::Damage) {
        damage::mark(text, &mut numbers, scene.damage);
    }
    let mut reader = Reader {
        scene,
        text,
        carried: None,
        topic: None,
        estimated: scene.section.estimated,
        last: Vec::new(),
        expected: false,
        damaged: false,
        drafts: Vec::new(),
        unread: Vec::new(),
    };
    let mut rest = numbers.as_slice();
    for (start, end) in sentence::sentences(text) {
        let count = rest.iter().take_while(|n| n.start < end).count();
        let (inside, after) = rest.split_at(count);
        // A number may reach over the end of a sentence that was cut for its length.
        let end = inside.last().map_or(end, |number| number.end.max(end));
        reader.sentence(start, end, inside);
        rest = after;
    }
    (reader.drafts, reader.unread)
}

/// Bytes of a sentence without numbers that only names what the next one is of.
const TOPIC: usize = 54;

struct Reader<'a> {
    scene: &'a Scene<'a>,
    text: &'a str,
    /// The time that the block opened with, which holds for its later sentences.
    carried: Option<Span>,
    /// The sentence before, where it is short and tells no number.
    topic: Option<(usize, usize)>,
    /// The figures are said to be estimates.
    estimated: bool,
    /// Names of the sentence before, the latest first.
    last: Vec<Name>,
    /// An earlier sentence told what is expected.
    expected: bool,
    /// The sentence has lost digits.
    damaged: bool,
    drafts: Vec<Draft>,
    unread: Vec<Unread>,
}

/// Words that connect the members of a list of numbers.
fn is_connective(words: &str) -> bool {
    matches!(sentence::behind_bound(words.trim()), "" | "、" | "和" | "及" | "与" | "以及" | "（" | "）、")
}

/// What the members of a region are, whose sum is not the region's own.
static MEMBERS: Words = Words::at_end(&["县", "市", "区", "县（市）", "县（区）", "县（市、区）", "乡镇", "企业"]);

/// 44个县实现生产总值…: where `counted` are members of a region, what is told is theirs.
fn of_members(sense: &mut Sense, counted: &str) {
    if let Subject::Named(head) = &sense.subject
        && MEMBERS.any(counted)
        && counted.chars().count() <= 10
    {
        sense.subject = Subject::Named(format!("{counted}{}", phrase::clean(head)));
    }
}

/// Where the piece of a sentence begins that a clause is of: at a semicolon, or at 其中, which begins a
/// list of its own.
fn piece(text: &str, sentence: usize, clause: usize) -> usize {
    let near = sentence::reach(text, sentence, clause);
    let marks = [text[near..clause].rfind('；'), places(&text[near..clause], "其中").next_back()];
    marks.into_iter().flatten().max().map_or(near, |mark| near + mark)
}

impl Reader<'_> {
    fn sentence(&mut self, start: usize, end: usize, numbers: &[Number]) {
        let (text, scene) = (self.text, self.scene);
        if numbers.is_empty() {
            self.carried = context::carried(text, (start, end), scene.opening).or(self.carried);
            // 民营经济健康发展。主营业务收入突破…: a short sentence names what the next is of.
            self.topic = Some((start, end)).filter(|(start, end)| end - start <= TOPIC);
            return;
        }
        let known = |family: Family| !scene.without.contains(family);
        let carried = self.carried.filter(|_| known(Family::CarriedTime));
        let context = Context::read(text, (start, end), scene, carried);
        self.carried = context.carries().or(self.carried);
        self.estimated |= section::estimates(&text[start..end]);
        let mut said = Said::default();
        self.damaged = numbers.iter().any(|number| number.shape == Shape::Damaged);
        // The byte up to which words have been given to a number.
        let mut consumed = start;
        let mut at = 0;
        while at < numbers.len() {
            let number = &numbers[at];
            let clause = sentence::clause_start(text, start, number.start);
            let from = self.from(clause, consumed, number, &context);
            if known(Family::Threshold) && threshold::names_another(text, numbers, at, (from, clause), end) {
                self.unread.push(Unread { start: number.start, end: number.end, kind: ProblemKind::NamesAnother });
                at += 1;
                continue;
            }
            let words = sentence::before(text, from, number);
            let mut slot = self.slot(number, &words, numbers.get(at + 1).map_or(end, |n| n.start), &said);
            let run = self.run(&slot, &numbers[at..]);
            let list = &numbers[at..at + run];
            let stop = list[run - 1].end;
            let next = numbers.get(at + run).map_or(end, |n| n.start);
            // What is counted stands behind the last of the list.
            let after = self.behind(&list[run - 1], next);
            let behind = sentence::counted(after);
            slot.counted = slot.counted.and(behind).filter(|_| known(Family::Counted));
            let earlier = at.checked_sub(1).map(|at| &numbers[at]);
            at += run;
            let Some(mut sense) = rules::read(&slot, scene.without) else {
                self.leave(list, ProblemKind::NoMetric);
                continue;
            };
            // A number that only helps to name another has taken no words.
            let counted = earlier.filter(|_| from == consumed).and_then(|number| text.get(number.end..consumed));
            if let Some(counted) = counted {
                of_members(&mut sense, counted);
            }
            if !known(Family::Distribution) {
                sense.spread = Spread::One;
            }
            consumed = stop;
            if unit::is_count(&number.unit) && !matches!(number.shape, Shape::Place(_)) {
                consumed = behind.map_or(consumed, |counted| next - after.len() + counted.used);
            }
            let position = Position { sentence: start, piece: piece(text, start, clause), clause, topic: self.topic };
            let subjects =
                Subjects { names: scene.names, text, said: &said, last: &self.last, position }.of(&sense, list);
            let reading = Reading { sense: &sense, numbers: list, subjects: &subjects, context: &context, clause };
            self.tell(&reading, &mut said);
        }
        self.expected |= context.expects();
        self.topic = None;
        if !said.figures.is_empty() && known(Family::MetricBefore) {
            self.last = said.figures.into_iter().rev().map(|figure| figure.name).take(6).collect();
        }
    }

    /// Where the words of a number begin: in its clause, behind what an earlier number has taken and
    /// behind the name of the region. Brackets with numbers belong to the words around them.
    fn from(&self, clause: usize, consumed: usize, number: &Number, context: &Context<'_>) -> usize {
        let from = clause.max(consumed).min(number.start);
        if self.is_bracketed(number) || self.text[from..].starts_with('）') {
            return clause;
        }
        context.behind_region(from, number.start)
    }

    fn is_bracketed(&self, number: &Number) -> bool {
        self.text[..number.start].ends_with('（')
    }

    fn slot<'s>(&'s self, number: &'s Number, words: &str, next: usize, said: &'s Said) -> Slot<'s> {
        let place = matches!(number.shape, Shape::Place(_));
        let lead = lead::lead(words, place, &number.unit);
        let counted = sentence::counted(self.behind(number, next));
        let bracketed = self.is_bracketed(number);
        // 新增甲60家以上、乙2家: the bound belongs to the member before.
        let continues = sentence::behind_bound(words).starts_with(['、', '和', '及']);
        let last = said.last_measure(place);
        Slot { number, lead, counted, bracketed, continues, last, scope: said.scope.as_deref(), sign: said.sign }
    }

    /// The text behind a number, where what is counted stands: of 6万人口 it is 人口.
    fn behind(&self, number: &Number, next: usize) -> &str {
        let people = number.unit.ends_with('人') && self.text[number.end..].starts_with('口');
        &self.text[number.end - if people { '人'.len_utf8() } else { 0 }..next]
    }

    /// How many numbers, the slot's own first, share its words: nothing but connectives between them.
    fn run(&self, slot: &Slot<'_>, numbers: &[Number]) -> usize {
        if slot.counted.is_some() && unit::is_count(&slot.number.unit) {
            return 1;
        }
        let joined = |pair: &&[Number]| {
            let alike = pair[1].unit.is_empty() == pair[0].unit.is_empty() || pair[0].unit.is_empty();
            alike && pair[0].end <= pair[1].start && is_connective(&self.text[pair[0].end..pair[1].start])
        };
        1 + numbers.windows(2).take_while(joined).count()
    }

    /// Leaves numbers unread; what they look like may tell more of the reason than `kind`.
    fn leave(&mut self, numbers: &[Number], kind: ProblemKind) {
        self.unread.extend(numbers.iter().map(|number| {
            let kind = match number.shape {
                Shape::Damaged => ProblemKind::DamagedNumber,
                Shape::Place(_) if kind == ProblemKind::NoMetric => ProblemKind::Ordinal,
                _ if number.unit.is_empty() => ProblemKind::NoUnit,
                _ => kind,
            };
            Unread { start: number.start, end: number.end, kind }
        }));
    }
}
