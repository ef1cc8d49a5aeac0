//! When, where and with what standing: what a sentence leaves out comes from the paragraph, the heading
//! or the document before it.

use super::{
    chars::Chars,
    family::Family,
    number::Number,
    opening::Opening,
    phrase,
    places::{Place, Places},
    read::Scene,
    section::Section,
    sentence,
    time::{self, Mention, Span},
    words::Words,
};
use crate::model::{Period, RegionCode, Status};

/// What holds in a sentence.
#[derive(Debug)]
pub(super) struct Context<'a> {
    text: &'a str,
    /// The bytes of the sentence.
    start: usize,
    end: usize,
    opening: Opening,
    section: Section,
    /// Times that the sentence names, in bytes of the block.
    mentions: Vec<Mention>,
    /// The time that the block opened with.
    carried: Option<Span>,
    /// Words of expecting and aiming, in bytes of the block, ascending.
    outlooks: Vec<Outlook>,
    /// Regions that open a clause of the sentence, in bytes of the block.
    regions: Vec<Place>,
    /// Regions that open a clause and were not taken for its subject.
    others: Vec<Place>,
}

/// Where the time of a number is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// In its sentence.
    Sentence,
    /// In an earlier sentence of the block.
    Block,
    /// By a heading or the document.
    Section,
}

/// Words that tell what is expected.
const EXPECTED: &[&str] = &["预计", "有望", "可望", "将达", "将突破", "将建成", "将实现", "将完成", "将超过"];

/// Words that tell what is aimed at.
const AIMED: &[&str] = &["力争", "确保", "预期目标", "目标是", "目标为", "努力用", "主要目标", "目标："];

/// Words before an aim that make it a measure of what came about, 完成预期目标, 比预期目标多, or a part of a
/// name, 两确保.
static MEASURED: Words = Words::at_end(&["完成", "实现", "达到", "超过", "超", "比", "较", "高于", "两", "“"]);

/// A word of expecting or aiming.
#[derive(Clone, Copy, Debug)]
struct Outlook {
    at: usize,
    /// The word, where it tells what is aimed at.
    aim: Option<&'static str>,
    /// It stands behind a subject, of which alone it speaks: 零售总额预计达到.
    inner: bool,
}

/// First characters of these words.
static BEGINNINGS: Chars = Chars::new(&['预', '有', '可', '将', '年', '力', '确', '目', '努', '主']);

/// Whether a text begins with a word that speaks of its own clause alone; 预计 and 将 open lists of what is expected.
fn hopes(text: &str) -> bool {
    text.starts_with("有望") || text.starts_with("可望")
}

fn outlooks(text: &str, start: usize, end: usize) -> Vec<Outlook> {
    let mut out = Vec::new();
    for (at, _) in text[start..end].char_indices().filter(|(_, c)| BEGINNINGS.contain(*c)) {
        let at = start + at;
        // 确保了: it has been reached.
        let stands = |word: &&&str| text[at..].strip_prefix(**word).is_some_and(|rest| !rest.starts_with('了'));
        if let Some(aim) = AIMED.iter().find(stands).filter(|_| !MEASURED.any(&text[..at])) {
            out.push(Outlook { at, aim: Some(*aim), inner: false });
        } else if EXPECTED.iter().any(|word| stands(&word)) {
            let clause = sentence::clause_start(text, start, at);
            let told = || !phrase::clean(text[clause..at].trim_end_matches("初步")).is_empty();
            let inner = hopes(&text[at..]) || (text[at..].starts_with("预计") && told());
            out.push(Outlook { at, aim: None, inner });
        }
    }
    out
}

impl<'a> Context<'a> {
    /// Reads what the sentence `text[start..end]` says of time and place.
    pub(super) fn read(text: &'a str, (start, end): (usize, usize), scene: &Scene<'_>, carried: Option<Span>) -> Self {
        let (opening, section) = (scene.opening, scene.section);
        let reported = match section.span {
            Span::In(period) => Some(period.last()),
            _ => opening.anchor.report,
        };
        let mut mentions: Vec<_> = time::mentions(&text[start..end], opening.anchor, reported).collect();
        for mention in &mut mentions {
            mention.start += start;
            mention.end += start;
        }
        let known = |family: Family| !scene.without.contains(family);
        let outlooks = if known(Family::Outlook) { outlooks(text, start, end) } else { Vec::new() };
        let mut context = Self {
            text,
            start,
            end,
            opening,
            section,
            mentions,
            carried,
            outlooks,
            regions: Vec::new(),
            others: Vec::new(),
        };
        if known(Family::ClauseRegion) {
            (context.regions, context.others) = context.opening_regions(scene.places);
        }
        context
    }

    /// The time that the sentence sets for the later ones of its block.
    pub(super) fn carries(&self) -> Option<Span> {
        lasting(self.mentions.first().copied(), self.start, self.opening)
    }

    /// Regions that open a clause, alone and as its subject.
    fn opening_regions(&self, places: &Places) -> (Vec<Place>, Vec<Place>) {
        let context: Vec<RegionCode> = self.section.region.into_iter().chain(self.opening.region).collect();
        let outer = self.opening.region.or(self.section.region);
        let (text, end) = (&self.text[..self.end], self.end);
        let (mut out, mut others) = (Vec::new(), Vec::new());
        let mut clause = self.start;
        while clause < end {
            let stop = sentence::clause_end(text, clause, end);
            // Behind what names nothing: 2024年, 其中, 全市.
            let words = &text[clause..stop];
            let opening = clause + (words.len() - phrase::clean_start(words).len());
            if let Some(place) = places.full_at(text, opening, &context) {
                let rest = &text[place.end..];
                let list = rest.starts_with(['、', '和', '等', '与']);
                let office = ["委", "政府", "人民", "籍"].iter().any(|word| rest.starts_with(word));
                let inside = outer.is_none_or(|outer| places.within(place.region, outer));
                if inside && !list && !office {
                    out.push(place);
                } else {
                    others.push(place);
                }
            }
            clause = stop + text[stop..].chars().next().map_or(1, char::len_utf8);
        }
        (out, others)
    }

    /// Whether a clause before the number's own opens with another region than that of the section.
    pub(super) fn names_others(&self, clause: usize, at: usize) -> bool {
        let other = |place: &Place| place.end <= at && Some(place.region) != self.section.region;
        self.others.iter().any(other) || self.regions.iter().any(|place| place.start < clause && other(place))
    }

    /// Whether a period lies beyond the year that the document plans.
    pub(super) fn is_far(&self, period: Period) -> bool {
        self.opening.anchor.plan().is_some_and(|plan| period.last() > plan)
    }

    /// Whether the sentence has a word of expecting or aiming.
    pub(super) fn looks_ahead(&self) -> bool {
        !self.outlooks.is_empty()
    }

    /// Whether the sentence tells what is expected of a time that is not over.
    pub(super) fn expects(&self) -> bool {
        self.outlooks.iter().any(|outlook| self.text[outlook.at..].starts_with("预计"))
    }

    /// The bytes of the sentence.
    pub(super) fn sentence(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    /// The time that the sentence told last before the byte `at`.
    fn mention(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().rev().find(|mention| mention.end <= at)
    }

    /// Where the time of a number is told, and which it is.
    pub(super) fn told(&self, number: &Number) -> (Told, Span) {
        let own = self.mention(number.start).map(|mention| mention.span);
        match (own, self.carried) {
            (Some(span), _) => (Told::Sentence, span),
            (None, Some(span)) => (Told::Block, span),
            (None, None) => (Told::Section, self.section.span),
        }
    }

    /// The region of a number. One named at the start of its clause holds for it; one named in an
    /// earlier clause only where the number has no subject of its own.
    /// `before` is where the figure stood that the number goes on with, and its region.
    pub(super) fn region(
        &self,
        clause: usize,
        at: usize,
        before: Option<(usize, Option<RegionCode>)>,
    ) -> Option<RegionCode> {
        let named = self.regions.iter().rev().find(|place| place.end <= at);
        let held = named.filter(|place| place.start >= clause || before.is_some_and(|(from, _)| place.start >= from));
        held.map(|place| place.region).or(before.and_then(|(_, region)| region)).or(self.section.region)
    }

    /// The byte behind a region's name that opens the words from `from` on.
    pub(super) fn behind_region(&self, from: usize, to: usize) -> usize {
        let opens = |place: &&Place| {
            place.start >= from && place.end <= to && phrase::clean(&self.text[from..place.start]).is_empty()
        };
        self.regions.iter().find(opens).map_or(from, |place| place.end)
    }

    /// Whether the time of the byte `at` is told as one year to another, of which the first may be either
    /// the one that is counted from or the first that is counted.
    pub(super) fn counts_years(&self, at: usize) -> bool {
        self.mention(at).is_some_and(|own| self.text[own.start..].starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The sentence up to a byte.
    pub(super) fn before(&self, at: usize) -> &'a str {
        &self.text[self.start..at]
    }

    /// The sentence behind a byte.
    pub(super) fn behind(&self, at: usize) -> &'a str {
        &self.text[at..self.end.max(at)]
    }

    /// The years that a number at the byte `at` is of, where an average over years is told: those that the
    /// sentence, its block or its heading name, else those since the year it is compared with.
    pub(super) fn years(&self, at: usize) -> Option<Period> {
        let said =
            self.mentions.iter().rev().filter(|mention| mention.end <= at).find_map(|mention| mention.span.over());
        let since = || {
            let from = time::compared_year(&self.text[self.start..at])?;
            let to = self.mention(at).map_or(self.section.span, |own| own.span).last()?;
            (from + 1 < to && to <= from + 10).then(|| Period::range(from + 1, to))
        };
        said.or_else(since).or_else(|| self.carried.and_then(Span::over)).or(self.section.years.and_then(Span::over))
    }

    /// The time and the status of a number.
    pub(super) fn time(&self, number: &Number, clause: usize, own_subject: bool) -> (Span, Status) {
        let at = number.start;
        let own = self.mention(at);
        let (_, mut span) = self.told(number);
        if self.section.span.is_several() && self.before(at).contains("累计") {
            span = self.section.span;
        }
        if self.section.status != Status::Actual {
            // 2013年部分指标未能实现: a past year among what is planned has come about.
            let past = own.is_some_and(|own| match (own.span, self.opening.anchor.report) {
                (Span::In(period), Some(report)) => period.last() <= report,
                _ => false,
            });
            let aimed = self.outlooks.iter().any(|outlook| outlook.at < at);
            return (span, if past && !aimed { Status::Actual } else { self.section.status });
        }
        // A past year told after a semicolon ends what was expected before it.
        let past = |mention: &&Mention| {
            let year = match mention.span {
                Span::In(period) => period.last(),
                _ => return false,
            };
            let reset = self.text[self.start..mention.start].ends_with('；');
            reset && mention.end <= at && self.opening.anchor.now.is_some_and(|now| year < now)
        };
        let from = self.mentions.iter().rev().find(past).map_or(self.start, |mention| mention.start);
        // What is expected may be said behind the number, within its clause.
        let to = sentence::told_up_to(self.text, number.end, self.end.max(number.end));
        let before = |outlook: &&Outlook| {
            if outlook.at < from || outlook.at >= at {
                return false;
            }
            // ；预计…；: what is expected after a semicolon ends with the next.
            let piece = self.text[..outlook.at].ends_with('；') && self.text[outlook.at..at].contains('；');
            let ended = hopes(&self.text[outlook.at..]) && self.text[outlook.at..at].contains('；');
            let other = outlook.inner && own_subject && outlook.at < clause;
            !(ended || other || piece && outlook.aim.is_none())
        };
        let behind = |outlook: &&Outlook| outlook.at >= number.end && outlook.at < to;
        let expected = |outlook: &&Outlook| outlook.aim.is_none();
        if self.outlooks.iter().filter(expected).any(|outlook| before(&outlook) || behind(&outlook)) {
            return (span, Status::Forecast);
        }
        if let Some(aim) = self.outlooks.iter().filter(before).find_map(|outlook| outlook.aim) {
            if own.is_none() && aim.contains("目标") {
                span = self.opening.anchor.plan().map_or(Span::Lost, |year| Span::In(Period::year(year)));
            }
            return (span, Status::Target);
        }
        let future = span.last().zip(self.opening.anchor.report).is_some_and(|(last, report)| last > report);
        // What lies ahead has not come about.
        (span, if future { Status::Target } else { Status::Actual })
    }
}

/// The time that a sentence without numbers sets for the later ones of its block.
pub(super) fn carried(text: &str, (start, end): (usize, usize), opening: Opening) -> Option<Span> {
    lasting(time::mentions(&text[start..end], opening.anchor, opening.anchor.report).next(), start, opening)
}

/// A time lasts when it opens the block, or is one of several years; a year ahead is only of its sentence.
fn lasting(first: Option<Mention>, start: usize, opening: Opening) -> Option<Span> {
    let first = first?;
    if let (Span::In(period), Some(report)) = (first.span, opening.anchor.report)
        && period.last() > report
    {
        return None;
    }
    let opens = start == 0 && first.start < 24;
    // 2006年以来最好的一年 sets no scene.
    let over = first.span.is_several() && first.start < start + 36;
    (opens || over).then_some(first.span)
}
