//! The head of a document: whose report it is and when it was given.

use super::{
    places::Places,
    text::{Block, BlockKind},
    time::{self, Anchor},
};
use crate::model::{Period, RegionCode};

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
    titles.filter(|block| told(&block.text)).find_map(|block| time::plan_in(&block.text))
}

fn until(plan: Period, anchor: Anchor) -> Period {
    let to = anchor.report.unwrap_or(plan.last()).clamp(plan.first(), plan.last());
    Period::range(plan.first(), to)
}

/// The region whose name carries the head: a dateline or a title counts for more than the text.
fn region(blocks: &[Block], places: &Places) -> Option<RegionCode> {
    let mut votes: Vec<(RegionCode, u32)> = Vec::new();
    let mut vote = |region: RegionCode, weight: u32| match votes.iter_mut().find(|(code, _)| *code == region) {
        Some((_, sum)) => *sum += weight,
        None => votes.push((region, weight)),
    };
    for block in blocks.iter().take(HEAD) {
        let text = block.text.as_str();
        let prose = block.kind == BlockKind::Prose && !text.starts_with('—') && !text.starts_with('（');
        if prose {
            for place in places.full(text, &[]) {
                // 在…会议上, 代表…人民政府 name the reporter; other names in the text say little.
                let tail = &text[place.end..];
                let named = tail.starts_with("人民政府") || tail.starts_with('第') || tail.starts_with("经济社会");
                vote(place.region, if named { 8 } else { 1 });
            }
            continue;
        }
        for place in places.any(text, &[]) {
            let full = text[place.start..place.end].ends_with(['省', '市', '县', '区', '州', '盟', '旗']);
            vote(place.region, if full { 8 } else { 4 });
        }
    }
    // 河南省新乡市: the lower of two equals is the one reported on.
    votes
        .iter()
        .copied()
        .max_by_key(|(region, weight)| (*weight, places.level(*region), std::cmp::Reverse(*region)))
        .map(|(region, _)| region)
}

/// A day of the calendar in a text: (year where it is given, month, start).
fn day(text: &str) -> Option<(Option<u16>, u8, usize)> {
    for (at, _) in text.match_indices('月') {
        let before = &text[..at];
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let Ok(month) = before[at - digits..].parse::<u8>() else { continue };
        let after = &text[at + '月'.len_utf8()..];
        let day = after.bytes().take_while(u8::is_ascii_digit).count();
        let closed = after[day..].starts_with('日') || after[day..].starts_with('至') || after[day..].starts_with('—');
        if !(1..=12).contains(&month) || day == 0 || !closed {
            continue;
        }
        let head = &before[..at - digits];
        let year = head.strip_suffix('年').and_then(|head| {
            let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
            (digits == 4).then(|| head[head.len() - 4..].parse().ok()).flatten()
        });
        let lost = head.ends_with('年') && year.is_none();
        if !lost {
            return Some((year, month, at));
        }
    }
    None
}

/// When the document speaks. Never guessed: a day with its year in the head; else a heading that names
/// the year reviewed; else a day without year together with what the text fixes.
fn anchor(blocks: &[Block]) -> Anchor {
    let head = &blocks[..blocks.len().min(HEAD)];
    let dated = head.iter().find_map(|block| {
        let dateline = block.kind != BlockKind::Prose || block.text.starts_with(['—', '（']);
        let (year, month, _) = day(&block.text).filter(|_| dateline)?;
        year.map(|year| Anchor::dated(year, month))
    });
    if let Some(anchor) = dated {
        let reviewed = blocks.iter().find_map(|block| reviewed(block));
        return Anchor { report: reviewed.or(anchor.report), ..anchor };
    }
    if let Some(year) = blocks.iter().find_map(reviewed) {
        return Anchor { now: None, report: Some(year) };
    }
    for block in head {
        if let Some(at) = block.text.find("政府工作报告") {
            let year = block.text[..at]
                .strip_suffix('年')
                .and_then(|t| t.get(t.len().checked_sub(4)?..))
                .and_then(|y| y.parse().ok());
            if let Some(year) = year {
                return Anchor { now: Some(year), report: Some(year - 1) };
            }
        }
    }
    deduced(blocks)
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
            let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
            let Some(year) = (digits == 4).then(|| head[at - 4..].parse::<u16>().ok()).flatten() else { continue };
            let planned = ["到", "至", "较", "比"].iter().any(|word| head[..at - 4].ends_with(word));
            if !planned && (1990..=2060).contains(&year) {
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
