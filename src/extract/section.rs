//! What the headings of a document set for the text below them: region, time and status.

use super::{
    opening::Opening,
    places::Places,
    text::{Block, ordinal},
    time::{self, Anchor, Span},
    words::{Words, places},
};
use crate::model::{Period, RegionCode, Status};

/// What holds for the text below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) region: Option<RegionCode>,
    pub(super) span: Span,
    pub(super) status: Status,
    /// Its figures are said to be estimates: （预计，下同）.
    pub(super) estimated: bool,
    /// The several years that the heading names, beside the one year it may name as well.
    pub(super) years: Option<Span>,
}

/// Words of headings under which something is planned.
static PLANNED: Words = Words::at_start(&[
    "目标", "重点工作", "工作安排", "工作部署", "工作重点", "工作任务", "主要任务", "总体要求", "工作思路", "工作打算",
    "总体部署", "工作建议", "发展思路", "今后", "未来", "重点任务", "总体思路", "工作意见", "工作要求", "做好",
    "工作总要求", "奋斗目标", "努力", "展望",
]);

/// Words of headings under which something is reviewed.
static REVIEWED: Words =
    Words::at_start(&["回顾", "总结", "成就", "工作情况", "主要工作", "取得", "成效", "执行情况", "完成情况", "过去"]);

impl Section {
    /// What holds before the first heading.
    pub(super) fn first(opening: Opening) -> Self {
        let year = opening.anchor.report.map_or(Span::Lost, |year| Span::In(Period::year(year)));
        let span = opening.reviewed.map_or(year, Span::Over);
        Self {
            region: opening.region,
            span,
            status: Status::Actual,
            estimated: false,
            years: opening.reviewed.map(Span::Over),
        }
    }

    /// What holds below a heading.
    pub(super) fn below(self, heading: &Block, opening: Opening, places: &Places) -> Self {
        let text = &heading.text[ordinal(&heading.text)..];
        let region = region(text, opening, places).or(self.region);
        let Some(told) = time_and_status(text, self, opening.anchor) else { return Self { region, ..self } };
        Self { region, estimated: self.estimated && told.status == Status::Actual, ..told }
    }

    /// What holds in a paragraph. Where a heading names one year and several, 2020年和“十三五”工作回顾, the
    /// paragraphs that set the scene, 过去五年，… and 一年来，…, turn from the ones to the other.
    pub(super) fn within(self, paragraph: &str, anchor: Anchor) -> Self {
        self.turned(paragraph, anchor).unwrap_or(self)
    }

    /// What holds after a paragraph.
    pub(super) fn after(self, paragraph: &str) -> Self {
        Self { estimated: self.estimated || estimates(paragraph), ..self }
    }

    fn turned(self, paragraph: &str, anchor: Anchor) -> Option<Self> {
        let years = self.years?;
        let year = if self.status == Status::Actual { anchor.report } else { anchor.plan() };
        let set = |mention: &time::Mention| match mention.span {
            // 2017年以来: where the heading names a term, its years are told here.
            Span::Over(_) | Span::Until(_) if mention.span.last() == years.last() => {
                Some(if years.over().is_some() { years } else { mention.span })
            }
            Span::In(period) if Some(period.last()) == year && period.is_year() => {
                let (before, told) = (&paragraph[..mention.start], &paragraph[..mention.end]);
                let rest = &paragraph[mention.end..];
                let scene = told.ends_with("一年") || told.ends_with("一年来") || before.ends_with("过去的");
                (scene || SETTING.any(rest)).then_some(mention.span)
            }
            _ => None,
        };
        // “十三五”时期，… after the review of the plan before it.
        let next = |period: &Period| self.status == Status::Actual && Some(period.first()) == anchor.plan();
        let ahead = |mention: &time::Mention| mention.span.over().filter(next);
        // 2020年是收官之年。“十三五”时期，…: the second sentence may set the scene as well.
        let mentions = time::mentions(paragraph, anchor, anchor.report);
        let mentions = mentions.take_while(|mention| mention.start <= 4 * SCENE);
        let opens = |mention: &time::Mention| {
            mention.start <= SCENE || (mention.start <= 4 * SCENE && paragraph[..mention.start].ends_with('。'))
        };
        let turn = |mention: time::Mention| match (set(&mention), ahead(&mention)) {
            (Some(span), _) if span.is_several() => Some(Self { span, years: Some(span), ..self }),
            (Some(span), _) => Some(Self { span, ..self }),
            (None, Some(years)) => {
                let years = Span::Over(years);
                Some(Self { span: years, status: Status::Target, years: Some(years), ..self })
            }
            (None, None) => None,
        };
        mentions.filter(opens).filter_map(turn).last()
    }
}

/// Whether a text says that the figures from here on are estimates.
pub(super) fn estimates(text: &str) -> bool {
    let told = ["预计", "预计数", "快报数"];
    text.contains("，下同") && places(text, "，下同").any(|at| told.iter().any(|word| text[..at].ends_with(word)))
}

/// How a sentence goes on that sets a year's scene and tells no figure of it.
static SETTING: Words = Words::at_start(&[
    "是", "，是", "，在", "，我们", "，面对", "，市政府", "，省政府", "，州政府", "，县政府", "，全市上下",
    "，全省上下", "，全州上下", "，全市各级", "，全市人民", "，全省人民", "，按照", "，围绕", "，各级",
]);

/// Bytes within which a paragraph says what time it sets the scene for.
const SCENE: usize = 48;

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

fn time_and_status(text: &str, section: Section, anchor: Anchor) -> Option<Section> {
    // A title or a dateline says when it is told, not what it tells of.
    if text.starts_with('—')
        || text.contains("工作报告")
        || text.contains("公报")
        || super::opening::day(text).is_some()
    {
        return None;
    }
    let mentions: Vec<_> = time::mentions(text, anchor, anchor.report).collect();
    let next =
        mentions.iter().any(|mention| anchor.plan().is_some_and(|year| mention.span == Span::In(Period::year(year))));
    // “十四五”良好开局, 开局之年: the first year of a plan, the one reported on or the next.
    let begun = time::begun(text).filter(|(_, year)| Some(*year) == anchor.plan() || Some(*year) == anchor.report);
    let begun = begun.or_else(|| Some((text.find("开局之年")?, anchor.plan()?)));
    let next = next || begun.is_some_and(|(_, year)| Some(year) == anchor.plan());
    let planned = next || PLANNED.within(text);
    let reviewed = begun.is_some() || REVIEWED.within(text);
    let year = mentions.iter().find_map(|mention| match mention.span {
        Span::In(period) if period.is_year() => Some((mention.start, period)),
        _ => None,
    });
    let year = year.or(begun.map(|(at, year)| (at, Period::year(year))));
    // “十二五”成就及“十三五”目标: what is named first comes first.
    let at = |words: &Words| words.backwards(text).last().map(|(at, _)| at);
    let first = at(&REVIEWED).is_some_and(|review| at(&PLANNED).is_none_or(|plan| review < plan));
    let status = if reviewed && (!planned || text.contains("回顾") || (first && !next)) {
        Status::Actual
    } else if planned {
        Status::Target
    } else if section.span.is_several() && year.is_some_and(|(at, year)| at == 0 && Some(year.last()) == anchor.report)
    {
        // 二、2022年经济运行情况 ends what was told of several years.
        Status::Actual
    } else {
        return None;
    };
    let years = years(text, &mentions, status, anchor);
    let told = Section { status, years: years.map(|(_, years)| years), ..section };
    let span = match (year, years) {
        (Some((at, _)), Some((from, years))) if from < at && status == Status::Actual => years,
        (Some((_, year)), _) => Span::In(year),
        (None, Some((_, years))) => years,
        // A heading of a smaller piece keeps what holds for the whole.
        (None, None) if status == Status::Actual || section.status == Status::Target => return None,
        (None, None) => {
            let titled = ordinal(text) > 0
                || ["工作安排", "工作部署", "总体要求", "重点工作", "主要任务", "主要目标", "预期目标", "奋斗目标"]
                    .iter()
                    .any(|w| text.contains(w));
            titled.then(|| anchor.plan().map_or(Span::Lost, |year| Span::In(Period::year(year))))?
        }
    };
    Some(Section { span, ..told })
}

/// The several years that a heading names, and where: a five-year plan, 过去五年, 今后五年, 本届政府.
fn years(text: &str, mentions: &[time::Mention], status: Status, anchor: Anchor) -> Option<(usize, Span)> {
    let over = mentions.iter().find_map(|mention| Some((mention.start, mention.span.over()?)));
    let five = || {
        let at = ["五年", "5年"].iter().find_map(|word| text.find(word))?;
        let report = anchor.report?;
        let period = if status == Status::Actual {
            Period::range(report - 4, report)
        } else {
            Period::range(report + 1, report + 5)
        };
        Some((at, period))
    };
    let term = || {
        let at = time::term_in(text).filter(|_| status == Status::Actual)?;
        Some((at, Span::Until(anchor.report?)))
    };
    let told = over.or_else(|| time::plan_in(text)).or_else(five);
    told.map(|(at, years)| (at, Span::Over(years))).or_else(term)
}
