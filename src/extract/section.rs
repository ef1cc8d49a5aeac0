//! What the headings of a document set for the text below them: region, time and status.

use super::{
    opening::Opening,
    places::Places,
    text::{Block, ordinal},
    time::{self, Anchor, Span},
};
use crate::model::{Period, RegionCode, Status};

/// What holds for the text below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) region: Option<RegionCode>,
    pub(super) span: Span,
    pub(super) status: Status,
}

/// Words of headings under which something is planned.
const PLANNED: &[&str] = &[
    "目标", "重点工作", "工作安排", "工作部署", "工作重点", "工作任务", "主要任务", "总体要求", "工作思路", "工作打算",
    "总体部署", "工作建议", "发展思路", "今后", "未来", "重点任务", "总体思路", "工作意见", "工作要求", "做好",
    "工作总要求", "奋斗目标", "努力",
];

/// Words of headings under which something is reviewed.
const REVIEWED: &[&str] =
    &["回顾", "总结", "成就", "工作情况", "主要工作", "取得", "成效", "执行情况", "完成情况", "过去"];

impl Section {
    /// What holds before the first heading.
    pub(super) fn first(opening: Opening) -> Self {
        let year = opening.anchor.report.map_or(Span::Lost, |year| Span::In(Period::year(year)));
        let span = opening.reviewed.map_or(year, Span::Over);
        Self { region: opening.region, span, status: Status::Actual }
    }

    /// What holds below a heading.
    pub(super) fn below(self, heading: &Block, opening: Opening, places: &Places) -> Self {
        let text = &heading.text[ordinal(&heading.text)..];
        let region = region(text, opening, places).or(self.region);
        let Some((span, status)) = time_and_status(text, self, opening.anchor) else { return Self { region, ..self } };
        Self { region, span, status }
    }
}

/// 长垣市专场, 沁阳市副市长某某: the one region that a heading names.
fn region(text: &str, opening: Opening, places: &Places) -> Option<RegionCode> {
    let context: Vec<RegionCode> = opening.region.into_iter().collect();
    let mut found = places.full(text, &context);
    found.dedup_by_key(|place| place.region);
    // A meeting's or a paper's name holds regions that are not spoken of; a list names several.
    let [place] = found.as_slice() else { return None };
    let short = text.chars().count() <= 24;
    (place.start == 0 && short).then_some(place.region)
}

fn time_and_status(text: &str, section: Section, anchor: Anchor) -> Option<(Span, Status)> {
    // A title or a dateline says when it is told, not what it tells of.
    if text.starts_with('—')
        || text.contains("工作报告")
        || text.contains("公报")
        || super::opening::day(text).is_some()
    {
        return None;
    }
    let mentions = time::mentions(text, anchor, anchor.report);
    let next =
        mentions.iter().any(|mention| anchor.plan().is_some_and(|year| mention.span == Span::In(Period::year(year))));
    let planned = next || PLANNED.iter().any(|word| text.contains(word));
    let reviewed = REVIEWED.iter().any(|word| text.contains(word));
    let year = mentions.iter().find_map(|mention| match mention.span {
        Span::In(period) if period.is_year() => Some(period.last()),
        _ => None,
    });
    let over = mentions.iter().find_map(|mention| match mention.span {
        Span::Over(period) => Some(period),
        _ => None,
    });
    let years = ["五年", "5年"].iter().any(|word| text.contains(word));
    if reviewed && (!planned || text.contains("回顾")) {
        if let Some(year) = year {
            return Some((Span::In(Period::year(year)), Status::Actual));
        }
        if let Some(period) = over.or_else(|| time::plan_in(text)) {
            return Some((Span::Over(period), Status::Actual));
        }
        if years {
            let span = anchor.report.map_or(Span::Lost, |to| Span::Over(Period::range(to - 4, to)));
            return Some((span, Status::Actual));
        }
        return None;
    }
    if planned {
        let future = ["今后", "未来"].iter().any(|word| text.contains(word));
        if let Some(period) = time::plan_in(text).filter(|_| year.is_none()) {
            return Some((Span::In(Period::year(period.last())), Status::Target));
        }
        if future && years && year.is_none() {
            let span = anchor.report.map_or(Span::Lost, |from| Span::In(Period::year(from + 5)));
            return Some((span, Status::Target));
        }
        if let Some(year) = year {
            return Some((Span::In(Period::year(year)), Status::Target));
        }
        // A heading of a smaller piece within the plan keeps the plan's year.
        if section.status == Status::Target {
            return None;
        }
        let titled = ordinal(text) > 0
            || ["工作安排", "工作部署", "总体要求", "重点工作", "主要任务", "主要目标", "预期目标", "奋斗目标"]
                .iter()
                .any(|w| text.contains(w));
        if titled {
            let span = anchor.plan().map_or(Span::Lost, |year| Span::In(Period::year(year)));
            return Some((span, Status::Target));
        }
    }
    None
}
