//! Reads the sentences of a block: every number with its subject, time, status and region.

use super::{
    damage,
    lead::{self, Spread},
    name::{Name, Names},
    number::{self, Number, Shape},
    opening::Opening,
    places::Places,
    rules::{self, Counted, Sense, Slot, Subject},
    section::Section,
    sentence,
    text::Block,
    time::{self, Mention, Span},
};
use crate::model::{Bound, Flag, Kind, Measure, Period, RegionCode, Status, Value};

/// A figure as read in a block, its place in bytes of the block.
#[derive(Clone, Debug)]
pub(super) struct Draft {
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
    pub(super) flag: Option<Flag>,
}

/// A number of a block that nothing could be said about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unread {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) damaged: bool,
}

/// What holds for a block and does not change while it is read.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) names: &'a Names,
    pub(super) places: &'a Places,
    pub(super) opening: Opening,
    pub(super) section: Section,
}

/// What a sentence has said so far.
#[derive(Debug, Default)]
struct Said {
    figures: Vec<(Name, Measure, usize)>,
}

impl Said {
    /// Names of the earlier figures, the latest first.
    fn names(&self) -> impl Iterator<Item = &Name> + Clone {
        self.figures.iter().rev().map(|(name, ..)| name)
    }

    /// The distinct subjects of the figures since the last place, within the same piece between
    /// semicolons, in order: whom 均居 and 分居 speak of.
    fn group(&self, from: usize, growth: bool) -> Vec<Name> {
        let mut out: Vec<Name> = Vec::new();
        for (name, measure, at) in self.figures.iter().rev() {
            let fits = match measure {
                Measure::Level | Measure::Multiple | Measure::Change => !growth,
                Measure::Growth => true,
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

/// Reads a block.
pub(super) fn read(block: &Block, scene: &Scene<'_>) -> (Vec<Draft>, Vec<Unread>) {
    let text = block.text.as_str();
    let mut numbers = number::scan(text);
    damage::mark(text, &mut numbers);
    let mut reader = Reader { scene, text, carried: None, last: Vec::new(), drafts: Vec::new(), unread: Vec::new() };
    if numbers.is_empty() {
        return (reader.drafts, reader.unread);
    }
    let mut rest = numbers.as_slice();
    for (start, end) in sentence::sentences(text) {
        let count = rest.iter().take_while(|n| n.start < end).count();
        let (inside, after) = rest.split_at(count);
        reader.sentence(start, end, inside);
        rest = after;
    }
    (reader.drafts, reader.unread)
}

struct Reader<'a> {
    scene: &'a Scene<'a>,
    text: &'a str,
    /// The time that the block opened with, which holds for its later sentences.
    carried: Option<Span>,
    /// Names of the sentence before, the latest first.
    last: Vec<Name>,
    drafts: Vec<Draft>,
    unread: Vec<Unread>,
}

/// Words that connect the members of a list of numbers.
fn is_connective(words: &str) -> bool {
    let mut rest = words.trim();
    for (word, _) in sentence::AFTER {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    matches!(rest, "" | "、" | "和" | "及" | "与" | "以及" | "（" | "）、")
}

impl<'a> Reader<'a> {
    fn sentence(&mut self, start: usize, end: usize, numbers: &[Number]) {
        let text = self.text;
        let scene = self.scene;
        let mentions: Vec<Mention> = time::mentions(&text[start..end], scene.opening.anchor)
            .into_iter()
            .map(|m| Mention { start: m.start + start, end: m.end + start, span: m.span })
            .collect();
        if start == 0 {
            self.carried = mentions.first().filter(|m| m.start < 24).map(|m| m.span);
        } else if let Some(Mention { span: span @ Span::Over(_), .. }) = mentions.first() {
            self.carried = Some(*span);
        }
        let mut said = Said::default();
        let mut consumed = start;
        let mut at = 0;
        while at < numbers.len() {
            let number = &numbers[at];
            let clause = sentence::clause_start(text, start, number.start);
            let from = clause.max(consumed).min(number.start);
            if self.skips(numbers, at, from, end) {
                at += 1;
                continue;
            }
            let next = numbers.get(at + 1).map_or(end, |n| n.start);
            let words = sentence::before(text, from, number);
            let mut slot = self.slot(number, &words, next, end, &said);
            // The numbers that follow with nothing but connectives share these words.
            let mut run = 1;
            if slot.counted.is_none() || !number::is_count(&number.unit) {
                while let Some(next) = numbers.get(at + run) {
                    let before = &numbers[at + run - 1];
                    let alike = next.unit.is_empty() == before.unit.is_empty() || before.unit.is_empty();
                    if !is_connective(&text[before.end..next.start]) || !alike {
                        break;
                    }
                    run += 1;
                }
            }
            if run > 1 {
                let last = &numbers[at + run - 1];
                let after = numbers.get(at + run).map_or(end, |n| n.start);
                slot.counted = sentence::counted(&text[last.end..after])
                    .map(|(noun, tail, _)| Counted { noun, tail })
                    .filter(|_| slot.counted.is_some());
            }
            consumed = numbers[at + run - 1].end;
            if let Some(used) =
                slot.counted.and_then(|_| sentence::counted(&text[consumed..next.max(consumed)])).map(|(.., used)| used)
            {
                if number::is_count(&number.unit) {
                    consumed += used;
                }
            }
            let piece = text[start..number.start].rfind('；').map_or(start, |at| start + at);
            match rules::read(&slot) {
                Some(sense) => self.tell(&sense, &numbers[at..at + run], &mentions, (start, piece), &mut said),
                None => self.leave(&numbers[at..at + run]),
            }
            at += run;
        }
        if !said.figures.is_empty() {
            self.last = said.figures.into_iter().rev().map(|(name, ..)| name).take(6).collect();
        }
    }

    fn leave(&mut self, numbers: &[Number]) {
        for number in numbers {
            let damaged = number.shape == Shape::Damaged;
            if damaged || !number.unit.is_empty() {
                self.unread.push(Unread { start: number.start, end: number.end, damaged });
            }
        }
    }

    fn slot<'n>(&self, number: &'n Number, words: &str, next: usize, end: usize, said: &Said) -> Slot<'n>
    where
        'a: 'n,
    {
        let place = matches!(number.shape, Shape::Place(_));
        let lead = lead::lead(words, place, number.unit == "倍");
        let counted =
            sentence::counted(&self.text[number.end..next.min(end)]).map(|(noun, tail, _)| Counted { noun, tail });
        Slot { number, lead, counted, last: said.figures.last().map(|(_, measure, _)| *measure) }
    }

    /// Numbers that only help to name another: 500万元以上项目119个, 超亿元项目, 连续3年.
    fn skips(&self, numbers: &[Number], at: usize, from: usize, end: usize) -> bool {
        let text = self.text;
        let number = &numbers[at];
        if number.unit.is_empty() && number.shape != Shape::Damaged && !matches!(number.shape, Shape::Plain(_)) {
            return false;
        }
        if matches!(number.shape, Shape::Place(_) | Shape::Damaged) || number.unit == "%" {
            return false;
        }
        let before = &text[from..number.start];
        // Names in quotation marks: “4+2”, “12345”热线.
        if before.ends_with('“') && (number.unit.is_empty() || text[number.end..].starts_with('”')) {
            return true;
        }
        let Some(next) = numbers.get(at + 1).filter(|n| n.start < end) else {
            return self.is_threshold(number, before, "");
        };
        self.is_threshold(number, before, &text[number.end..next.start])
    }

    /// Whether the number bounds a class of things instead of measuring one.
    fn is_threshold(&self, number: &Number, before: &str, between: &str) -> bool {
        let rest = &self.text[number.end..];
        let measured = !number::is_count(&number.unit);
        let classed = ["以上", "及以上", "以下"].iter().find_map(|word| rest.strip_prefix(word));
        if let Some(after) = classed.filter(|_| measured && !number.unit.is_empty()) {
            let after = after.strip_prefix('的').unwrap_or(after);
            if after.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '“')
                && !after.starts_with(['和', '及'])
            {
                return true;
            }
        }
        let limited = ["超", "超过", "突破", "过"].iter().any(|word| before.ends_with(word));
        let inside = !between.contains(['，', '。', '；', '、', '：']);
        measured && limited && inside && (!between.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Turns what a rule read into figures: one for each number, or for each subject.
    fn tell(
        &mut self,
        sense: &Sense,
        numbers: &[Number],
        mentions: &[Mention],
        (start, piece): (usize, usize),
        said: &mut Said,
    ) {
        let subjects = self.subjects(sense, numbers, start, piece, said);
        let place = matches!(sense.measure, Measure::Rank | Measure::GrowthRank);
        for (i, number) in numbers.iter().enumerate() {
            let several = sense.spread == Spread::Each || (numbers.len() == 1 && place && subjects.len() > 1);
            let mine: Vec<&Name> = if several {
                subjects.iter().collect()
            } else {
                subjects.get(i).or(subjects.last()).into_iter().collect()
            };
            if mine.is_empty() {
                self.leave(std::slice::from_ref(number));
                continue;
            }
            for name in mine {
                let draft = self.draft(sense, name, number, mentions, start);
                if number.shape != Shape::Damaged {
                    said.figures.push((name.clone(), draft.measure, number.start));
                }
                self.drafts.push(draft);
            }
        }
    }

    /// The subjects of some numbers, in their order.
    fn subjects(&self, sense: &Sense, numbers: &[Number], start: usize, piece: usize, said: &Said) -> Vec<Name> {
        let names = self.scene.names;
        let earlier: Vec<&Name> = said.names().chain(&self.last).collect();
        let growth = sense.measure == Measure::GrowthRank;
        let grouped = |said: &Said| {
            let group = said.group(piece, growth);
            match sense.spread {
                Spread::Respectively => group[group.len().saturating_sub(numbers.len())..].to_vec(),
                Spread::Each => group,
                Spread::One => group.last().cloned().or_else(|| said.names().next().cloned()).into_iter().collect(),
            }
        };
        match &sense.subject {
            Subject::Named(phrase) => {
                let phrase = lead::last_piece(phrase);
                if sense.spread == Spread::One && numbers.len() == 1 {
                    return names.name(phrase, &earlier).into_iter().collect();
                }
                let quantity =
                    ["数量", "总量", "增速", "增幅", "规模", "占比", ""].contains(&super::name::clean(phrase));
                if quantity && sense.spread != Spread::One {
                    return grouped(said);
                }
                let list = names.list(phrase);
                let mut out: Vec<Name> = Vec::new();
                for part in &list {
                    let before: Vec<&Name> = out.iter().rev().chain(earlier.iter().copied()).collect();
                    let name = names.name(part, &before);
                    out.extend(name);
                }
                out
            }
            Subject::Before => {
                let group = grouped(said);
                let missing = group.len() < numbers.len() && sense.spread == Spread::Respectively;
                if group.is_empty() || missing {
                    return self
                        .mentioned(start, numbers[0].start)
                        .or_else(|| said.names().next().cloned())
                        .into_iter()
                        .collect();
                }
                if sense.spread == Spread::One {
                    let after = said.figures.last().map_or(start, |(.., at)| *at);
                    if let Some(name) = self.mentioned(after, numbers[0].start) {
                        return vec![name];
                    }
                }
                group
            }
        }
    }

    /// The last metric of the catalogue that is named between two bytes without a number of its own.
    fn mentioned(&self, from: usize, to: usize) -> Option<Name> {
        self.scene.names.last_in(&self.text[from..to])
    }

    fn draft(&self, sense: &Sense, name: &Name, number: &Number, mentions: &[Mention], start: usize) -> Draft {
        let mut name = name.clone();
        let mut measure = sense.measure;
        let mut scope = sense.scope.clone();
        if measure == Measure::Share {
            (name, measure, scope) = self.share(name, scope);
        }
        let damaged = number.shape == Shape::Damaged;
        let value = match &number.shape {
            Shape::Plain(value) => Some(Value::Number(if sense.sign < 0.0 && *value != 0.0 { -value } else { *value })),
            Shape::Place(value) => Some(Value::Number(*value)),
            Shape::Proportion(parts) => Some(Value::Ratio(parts.clone())),
            Shape::Damaged => None,
        };
        let (span, status) = self.time(mentions, number.start, start);
        let period = period(span, &name, measure, number);
        Draft {
            start: number.start,
            end: number.end,
            region: self.region(start, number.start),
            measure,
            value,
            unit: number.unit.clone(),
            bound: self.bound(sense, number),
            period,
            status,
            scope,
            base: sense.base.clone(),
            flag: damaged.then_some(Flag::Damaged),
            name,
        }
    }

    /// A share whose full phrase has a key is the level of that ratio; otherwise the part is named.
    fn share(&self, name: Name, scope: Option<String>) -> (Name, Measure, Option<String>) {
        if name.key.is_some() {
            return (name, Measure::Level, None);
        }
        let Some(at) = name.text.find('占') else { return (name, Measure::Share, scope) };
        let part = &name.text[..at];
        let part = self.scene.names.name(part, &self.last.iter().collect::<Vec<_>>()).unwrap_or_else(|| Name {
            text: part.to_owned(),
            key: None,
            kind: None,
        });
        (part, Measure::Share, scope)
    }

    fn bound(&self, sense: &Sense, number: &Number) -> Bound {
        let rest = &self.text[number.end..];
        let after = sentence::AFTER.iter().find(|(word, _)| rest.starts_with(word)).map(|(_, bound)| *bound);
        let more = number.more.then_some(Bound::Above);
        after.or(more).or(sense.bound).unwrap_or_default()
    }

    /// The time and status that hold for a number.
    fn time(&self, mentions: &[Mention], at: usize, start: usize) -> (Span, Status) {
        let section = self.scene.section;
        let own = mentions.iter().rev().find(|mention| mention.end <= at);
        let mut span = own.map(|m| m.span).or(self.carried).unwrap_or(section.span);
        let words = &self.text[start..at];
        let mut status = section.status;
        if ["预计", "有望", "可望", "预期可"].iter().any(|word| words.contains(word)) && status == Status::Actual
        {
            status = Status::Forecast;
        } else if ["力争", "确保", "预期目标", "目标是", "目标为", "努力用", "主要目标"]
            .iter()
            .any(|word| words.contains(word))
        {
            if status == Status::Actual {
                status = Status::Target;
                let plan = self.scene.opening.anchor.plan();
                if own.is_none() && words.contains("目标") {
                    span = plan.map_or(Span::Lost, |year| Span::In(Period::year(year)));
                }
            }
        } else if status == Status::Actual {
            let future = match (span, self.scene.opening.anchor.report) {
                (Span::In(period), Some(report)) => period.last() > report,
                _ => false,
            };
            let will = ["将", "计划到", "到"].iter().any(|word| words.contains(word));
            if future && will {
                status = if words.contains("力争") || words.contains("达到") {
                    Status::Target
                } else {
                    Status::Forecast
                };
            }
        }
        (span, status)
    }

    /// The region of a number: one that opens its clause or an earlier one of the sentence, else the section's.
    fn region(&self, start: usize, at: usize) -> Option<RegionCode> {
        let section = self.scene.section.region;
        let context: Vec<RegionCode> = section.into_iter().chain(self.scene.opening.region).collect();
        let outer = self.scene.opening.region.or(section);
        let words = &self.text[start..at];
        let mut found = section;
        for place in self.scene.places.full(words, &context) {
            let clause = sentence::clause_start(words, 0, place.start);
            let lead = super::name::clean(&words[clause..place.start]);
            let list = words[place.end..].starts_with(['、', '和', '等']);
            let inside = outer.is_none_or(|outer| self.scene.places.within(place.region, outer));
            let named = ["委", "政府", "人民", "籍"].iter().any(|word| words[place.end..].starts_with(word));
            if lead.is_empty() && inside && !list && !named {
                found = Some(place.region);
            }
        }
        found
    }
}

/// The period of a figure within a span of time: over several years, what flows is of the whole span
/// and what stands is of its end.
fn period(span: Span, name: &Name, measure: Measure, number: &Number) -> Option<Period> {
    match span {
        Span::In(period) => Some(period),
        Span::Lost => None,
        Span::Over(period) => {
            let flows = match name.kind {
                Some(Kind::Flow) => true,
                Some(_) => false,
                None => {
                    let done = [
                        "累计",
                        "新增",
                        "新建",
                        "完成",
                        "改造",
                        "投入",
                        "发放",
                        "培育农",
                        "解决",
                        "争取",
                        "实施",
                        "新改",
                        "减税",
                    ]
                    .iter()
                    .any(|word| name.text.contains(word));
                    let held =
                        ["率", "占比", "比重"].iter().any(|word| name.text.ends_with(word)) || number.unit == "%";
                    !held && (done || number.unit.ends_with('元'))
                }
            };
            let level = matches!(measure, Measure::Level | Measure::Rank | Measure::Growth);
            if flows && level { Some(period) } else { Some(Period::year(period.last())) }
        }
    }
}
