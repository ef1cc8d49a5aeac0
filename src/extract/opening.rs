//! The head of a document: whose report it is and when it was given.

use super::{
    places::Places,
    text::{Block, BlockKind},
    time::{self, Anchor},
};
use crate::model::{Level, Period, RegionCode};

/// What the head of a document tells of all that follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    /// The region reported on.
    pub(super) region: Option<RegionCode>,
    pub(super) anchor: Anchor,
    /// The years that the document as a whole reviews, where its title names a five-year plan.
    pub(super) reviewed: Option<Period>,
}

/// Blocks within which a title, a dateline and a salutation stand.
const HEAD: usize = 12;

/// Reads the head of a document; what it does not tell is sought in the rest.
pub(super) fn read(blocks: &[Block], places: &Places) -> Opening {
    let anchor = anchor(blocks);
    Opening { region: region(blocks, places), anchor, reviewed: plan(blocks).map(|plan| until(plan, anchor)) }
}

/// The five-year plan whose completion a title tells.
fn plan(blocks: &[Block]) -> Option<Period> {
    let titles = blocks.iter().take(HEAD).filter(|block| block.kind != BlockKind::Prose);
    let told = |text: &str| ["完成", "收官", "成就"].iter().any(|word| text.contains(word));
    titles.filter(|block| told(&block.text)).find_map(|block| Some(time::plan_in(&block.text)?.1))
}

fn until(plan: Period, anchor: Anchor) -> Period {
    let to = anchor.report.unwrap_or(plan.last()).clamp(plan.first(), plan.last());
    Period::range(plan.first(), to)
}

/// The region reported on: the one that titles and datelines name, else the one that the text names most.
/// 省人民政府, 市人民政府 in the salutation say of which level it is.
fn region(blocks: &[Block], places: &Places) -> Option<RegionCode> {
    let level = blocks.iter().take(HEAD).find_map(|block| reporter(&block.text));
    let mut titles = Votes::default();
    let mut text = Votes::default();
    for block in blocks.iter().take(HEAD) {
        if !is_title(block) {
            // In a sentence only full names count, most of all the reporter's; 惠民, 平安 are words there.
            for place in places.full_of(&block.text, level) {
                let tail = &block.text[place.end..];
                let named = ["人民政府", "第", "经济社会"].iter().any(|word| tail.starts_with(word));
                text.add(place.region, if named { 4 } else { 1 });
            }
            continue;
        }
        for place in places.any(&block.text, level) {
            let name = &block.text[place.start..place.end];
            let full = name.ends_with(['省', '市', '县', '区', '州', '盟', '旗']);
            let county = places.level(place.region) == Some(Level::County);
            // 长垣2024年, 长垣政府 name a county; other short names of counties are words as often.
            let tail = &block.text[place.end..];
            let told = tail.starts_with(|c: char| c.is_ascii_digit())
                || ["政府", "统计", "国民经济"].iter().any(|w| tail.starts_with(w));
            if full || !county || (place.start == 0 && told) {
                titles.add(place.region, if full { 4 } else { 1 });
            }
        }
    }
    titles.winner(places).or_else(|| text.winner(places).filter(|_| level.is_none())).or_else(|| {
        // Short names of provinces are no words of other meaning.
        let province = level.is_some_and(|levels| levels == [Level::Province]);
        let mut votes = Votes::default();
        for block in blocks {
            let named = if province { places.any(&block.text, level) } else { places.full_of(&block.text, level) };
            for place in named {
                votes.add(place.region, 1);
            }
        }
        votes.clear_winner()
    })
}

/// Whether a block is a title or a dateline rather than running text.
fn is_title(block: &Block) -> bool {
    let marked = block.text.starts_with(['—', '（']) && super::text::ordinal(&block.text) == 0;
    block.kind != BlockKind::Prose || (marked && block.text.chars().count() <= 60)
}

/// The levels that a salutation leaves: 我代表省人民政府.
fn reporter(text: &str) -> Option<&'static [Level]> {
    let at = text.find("代表")? + "代表".len();
    let end = text[at..].find("政府").map(|end| at + end)?;
    let who = text[at..end].trim_end_matches("人民");
    let levels: &[(&str, &'static [Level])] = &[
        ("自治区", &[Level::Province]),
        ("省", &[Level::Province]),
        ("州", &[Level::Prefecture]),
        ("县", &[Level::County]),
        ("区", &[Level::County]),
        ("市", &[Level::Province, Level::Prefecture, Level::County]),
    ];
    levels.iter().find(|(word, _)| who.ends_with(word)).map(|(_, levels)| *levels)
}

/// How often regions are named.
#[derive(Default)]
struct Votes(Vec<(RegionCode, u32)>);

impl Votes {
    fn add(&mut self, region: RegionCode, weight: u32) {
        match self.0.iter_mut().find(|(code, _)| *code == region) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((region, weight)),
        }
    }

    /// 河南省新乡市: the lower of two equals is the one reported on.
    fn winner(&self, places: &Places) -> Option<RegionCode> {
        let rank = |(region, weight): &&(RegionCode, u32)| (*weight, places.level(*region), std::cmp::Reverse(*region));
        self.0.iter().max_by_key(rank).map(|(region, _)| *region)
    }

    /// The region that is named at least thrice and twice as often as any other.
    fn clear_winner(mut self) -> Option<RegionCode> {
        self.0.sort_by_key(|(region, weight)| (std::cmp::Reverse(*weight), *region));
        let (region, weight) = *self.0.first()?;
        let next = self.0.get(1).map_or(0, |(_, weight)| *weight);
        (weight >= 3 && weight >= 2 * next).then_some(region)
    }
}

/// A day of the calendar in a text, 2012年1月8日 or 二〇一二年一月八日: (year where it is given, month, start).
pub(super) fn day(text: &str) -> Option<(Option<u16>, u8, usize)> {
    for (at, _) in text.match_indices('月') {
        let before = &text[..at];
        let from = before.trim_end_matches(is_digit).len();
        let Some(month) = time::numeral(&before[from..]).map(|(month, _)| month) else { continue };
        let after = &text[at + '月'.len_utf8()..];
        let rest = after.trim_start_matches(is_digit);
        let closed = ["日", "至", "—"].iter().any(|word| rest.starts_with(word));
        if !(1..=12).contains(&month) || rest.len() == after.len() || !closed {
            continue;
        }
        let head = &before[..from];
        let year = head.strip_suffix('年').and_then(|years| {
            let (at, _) = years.char_indices().rev().nth(3)?;
            time::year(&head[at..]).filter(|(_, length)| at + length == head.len()).map(|(year, _)| year)
        });
        let lost = head.ends_with('年') && year.is_none();
        if !lost {
            return Some((year, month as u8, at));
        }
    }
    None
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// The blocks before a salutation that stands further down, as below the links of a website or a table of contents.
fn saluted(blocks: &[Block]) -> &[Block] {
    /// So far down it is sought.
    const FAR: usize = 60;
    let is_salutation = |block: &Block| block.text.starts_with("各位代表") && block.text.chars().count() <= 12;
    match blocks.iter().take(FAR).position(is_salutation) {
        Some(at) if at > HEAD => &blocks[(at - HEAD).max(HEAD)..at],
        _ => &[],
    }
}

/// When the document speaks. Never guessed: a day with its year in the head; else a heading that names
/// the year reviewed; else a day without year together with what the text fixes.
fn anchor(blocks: &[Block]) -> Anchor {
    let head = &blocks[..blocks.len().min(HEAD)];
    let saluted = saluted(blocks);
    let dated = |head: &[Block]| {
        head.iter().find_map(|block| {
            let (year, month, _) = day(&block.text).filter(|_| is_title(block))?;
            year.map(|year| Anchor::dated(year, month))
        })
    };
    let titled = |head: &[Block]| head.iter().filter(|block| is_title(block)).find_map(|block| titled(&block.text));
    let told = dated(head).or_else(|| dated(saluted)).or_else(|| titled(head)).or_else(|| titled(saluted));
    if let Some(anchor) = told {
        // 2014年主要工作 in a report given early in 2014 is what is planned.
        let past = |year: &u16| anchor.report.is_none_or(|report| *year <= report);
        return Anchor { report: blocks.iter().filter_map(reviewed).find(past).or(anchor.report), ..anchor };
    }
    if let Some(year) = blocks.iter().find_map(reviewed) {
        // A government reports to its congress early in the year after.
        let reported = blocks.iter().take(HEAD).any(|block| reporter(&block.text).is_some());
        let planned = blocks.iter().filter_map(planned).any(|next| next == year + 1);
        return Anchor { now: (reported || planned).then_some(year + 1), report: Some(year) };
    }
    if let Some(year) = blocks.iter().find_map(completed) {
        return Anchor { now: Some(year + 1), report: Some(year) };
    }
    if let Some(year) = blocks.iter().find_map(planned) {
        return Anchor { now: Some(year), report: Some(year - 1) };
    }
    deduced(blocks)
}

/// The year that a title bears: a government reports in spring on the year before, a communiqué after its year.
fn titled(text: &str) -> Option<Anchor> {
    let (at, (year, length)) =
        text.char_indices().find_map(|(at, _)| time::year(&text[at..]).map(|year| (at, year)))?;
    let rest = &text[at + length..];
    if rest.contains("政府工作报告") {
        return Some(Anchor { now: Some(year), report: Some(year - 1) });
    }
    let told = ["公报", "指标", "经济运行", "经济社会发展情况", "统计"].iter().any(|word| rest.contains(word));
    told.then_some(Anchor { now: Some(year + 1), report: Some(year) })
}

/// The year of a heading such as 2023年工作回顾.
fn reviewed(block: &Block) -> Option<u16> {
    if block.kind != BlockKind::Heading {
        return None;
    }
    let text = &block.text[super::text::ordinal(&block.text)..];
    let (year, length) = time::year(text)?;
    ["回顾", "总结", "主要工作", "工作情况", "工作和"].iter().any(|word| text[length..].contains(word)).then_some(year)
}

/// The last year of the plan that a heading reviews together with 去年: 去年及“九五”工作回顾.
fn completed(block: &Block) -> Option<u16> {
    let told = block.kind == BlockKind::Heading && block.text.contains("去年") && block.text.contains("回顾");
    told.then(|| time::plan_in(&block.text)).flatten().map(|(_, plan)| plan.last())
}

/// The year of a heading such as 2023年重点工作安排: the report reviews the year before.
fn planned(block: &Block) -> Option<u16> {
    let text = &block.text[super::text::ordinal(&block.text)..];
    let (year, length) = time::year(text).filter(|_| block.kind == BlockKind::Heading)?;
    let words = ["重点工作", "工作安排", "总体要求", "主要目标", "工作部署", "目标任务", "预期目标", "工作重点"];
    words.iter().any(|word| text[length..].contains(word)).then_some(year)
}

/// A day without year fixes the year where the text does: the press speaks in spring of the year that
/// it names again and again as past, and of a plan's completion in the plan's last year.
fn deduced(blocks: &[Block]) -> Anchor {
    let month = blocks
        .iter()
        .take(HEAD)
        .find_map(|block| day(&block.text))
        .and_then(|(year, month, _)| year.is_none().then_some(month));
    let mut years: Vec<(u16, usize)> = Vec::new();
    for block in blocks {
        for (at, _) in block.text.match_indices('年') {
            let head = &block.text[..at];
            let digits = head.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
            let Some(year) = (digits == 4).then(|| head[at - 4..].parse::<u16>().ok()).flatten() else { continue };
            let planned = ["到", "至", "较", "比"].iter().any(|word| head[..at - 4].ends_with(word));
            if !planned && time::SPOKEN.contains(&year) {
                match years.iter_mut().find(|(known, _)| *known == year) {
                    Some((_, count)) => *count += 1,
                    None => years.push((year, 1)),
                }
            }
        }
    }
    let past = years.iter().filter(|(_, count)| *count >= 2).map(|(year, _)| *year).max();
    match (month, plan(blocks), past) {
        (Some(month), Some(plan), Some(past)) if past < plan.last() && month >= 5 => {
            Anchor { now: Some(plan.last()), report: Some(plan.last()) }
        }
        (Some(month), _, Some(past)) if month < 5 => Anchor { now: Some(past + 1), report: Some(past) },
        (_, _, past) => Anchor { now: None, report: past },
    }
}
