//! Time expressions: which years a stretch of text speaks of.

mod plan;
mod term;

use std::iter;

use self::plan::plan;
pub(super) use self::plan::{begun, is_plan, names_plan, plan_end, plan_in, plan_years};
pub(super) use self::term::term_in;
use super::{chars::Chars, words::Words};
use crate::model::Period;

/// When the document speaks, and which year it reports on; the year after that is what it plans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The year in which it is said.
    pub(super) now: Option<u16>,
    /// The year it reports on: the year before, for what is said before May.
    pub(super) report: Option<u16>,
}

impl Anchor {
    /// The anchor of a date: reports of the first months speak of the year before.
    pub(super) fn dated(year: u16, month: u8) -> Self {
        Self { now: Some(year), report: Some(if month < 5 { year - 1 } else { year }) }
    }

    /// The year that is planned.
    pub(super) fn plan(self) -> Option<u16> {
        self.report.map(|year| year + 1)
    }
}

/// The time that a stretch of text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// A year or some of its months.
    In(Period),
    /// From a year on, or over several years: what flows is cumulated, what stands is of the end.
    Over(Period),
    /// Several years up to this one, of which the text does not tell the first.
    Until(u16),
    /// The text has lost the year, or names one that nothing anchors.
    Lost,
}

impl Span {
    /// The years, where it is several that are told.
    pub(super) fn over(self) -> Option<Period> {
        match self {
            Self::Over(period) => Some(period),
            Self::In(_) | Self::Until(_) | Self::Lost => None,
        }
    }

    /// Whether it is several years.
    pub(super) fn is_several(self) -> bool {
        matches!(self, Self::Over(_) | Self::Until(_))
    }

    /// The last year.
    pub(super) fn last(self) -> Option<u16> {
        match self {
            Self::In(period) | Self::Over(period) => Some(period.last()),
            Self::Until(year) => Some(year),
            Self::Lost => None,
        }
    }
}

/// A time expression in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) span: Span,
}

/// The years that a report can speak of; four other digits before 年 are no year.
pub(super) const SPOKEN: std::ops::RangeInclusive<u16> = 1949..=2060;

/// Marks and words between the ends of a range.
const DASHES: &[&str] = &["-", "—", "–", "~", "～", "至", "到"];

/// A number in digits or characters that a text begins with, with its length.
pub(super) fn numeral(text: &str) -> Option<(u16, usize)> {
    text.chars().next().filter(|c| is_numeral(*c))?;
    let ascii = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return Some((text[..ascii].parse().ok()?, ascii));
    }
    let length = text.chars().take(4).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
    super::number::chinese(&text[..length]).map(|n| (n as u16, length))
}

/// A year of four digits before 年, 2012年 or 二〇一二年, with the length up to and including 年.
pub(super) fn year(text: &str) -> Option<(u16, usize)> {
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let (year, end) = match digits {
        4 => (text[..4].parse().ok()?, 4),
        0 => written(text)?,
        _ => return None,
    };
    let rest = &text[end..];
    let length =
        if rest.starts_with("年度") { "年度".len() } else { rest.strip_prefix('年').map(|_| "年".len())? };
    SPOKEN.contains(&year).then_some((year, end + length))
}

const NINE: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Four digits written in characters, with their length.
fn written(text: &str) -> Option<(u16, usize)> {
    let mut year = 0;
    let mut length = 0;
    let mut characters = text.chars();
    for _ in 0..4 {
        let c = characters.next()?;
        let digit = match c {
            '〇' | '○' | '零' | 'О' | 'O' => 0,
            _ => NINE.iter().position(|digit| *digit == c)? as u16 + 1,
        };
        year = year * 10 + digit;
        length += c.len_utf8();
    }
    Some((year, length))
}

/// All time expressions of a text in order. Bases of comparison (较2020年, 是2016年的) are not among
/// them: they are read with the number that is compared.
pub(super) fn mentions(text: &str, anchor: Anchor, reported: Option<u16>) -> impl Iterator<Item = Mention> {
    let mut at = 0;
    let mut last = None;
    let mut titles = true;
    iter::from_fn(move || {
        while let Some(offset) = text[at..].find(|c| OPENING.contain(c)) {
            let start = at + offset;
            let width = text[start..].chars().next().map_or(1, char::len_utf8);
            at = start + width;
            // 《空间规划（2018—2035年）》: the years of a title are its own.
            if text[start..].starts_with('《') {
                let close = if titles { text[start..].find('》') } else { None };
                // Behind a title that is never closed none is sought again, or many would take quadratic time.
                titles = close.is_some();
                at = close.map_or(at, |end| start + end);
                continue;
            }
            let Some(found) = mention(text, start, anchor, reported, last) else { continue };
            at = found.end.max(at);
            if !is_base(text, start, found.end) {
                last = Some(found);
                return last;
            }
        }
        None
    })
}

/// Characters that a time expression begins with, or a title.
static OPENING: Chars = Chars::new(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十',
    '“', '去', '今', '本', '全', '当', '前', '上', '近', '过', '明', '年', '目', '截', '这', '未', '《',
]);

/// Words before a time that something is compared with.
static COMPARED: Words = Words::at_end(&[
    "较", "比", "是", "相当于", "与", "以", "超过", "超", "同", "从", "由", "低于", "高于", "好于", "快于", "多于",
    "少于",
]);

/// Whether the expression is what something is compared with: after 较, 比, 是, 为, before 末.
fn is_base(text: &str, start: usize, end: usize) -> bool {
    let before = &text[..start];
    let after = &text[end..];
    // 在2021年290亿元的基础上
    let clause = after.split(['，', '；', '。']).next().unwrap_or_default();
    let near = clause.char_indices().nth(14).map_or(clause, |(at, _)| &clause[..at]);
    let founded = before.ends_with('在') && near.contains("基础上");
    COMPARED.any(before) || founded || after.starts_with('末') && !before.ends_with("截至") && !before.ends_with('到')
}

/// The last year that a text compares with: 是2010年的, 比2010年, 2015年同2010年相比.
pub(super) fn compared_year(text: &str) -> Option<u16> {
    ["是", "比", "较", "同", "与", "为", "在"]
        .iter()
        .flat_map(|word| text.match_indices(word))
        .filter_map(|(at, word)| year(&text[at + word.len()..]).map(|(year, _)| (at, year)))
        .max()
        .map(|(_, year)| year)
}

/// What the times of a text are told against.
#[derive(Clone, Copy)]
struct Told {
    anchor: Anchor,
    /// The year that 全年 and 前三季度 are of.
    reported: Option<u16>,
}

impl Told {
    /// The years from one on to the one reported on; until when is open for what begins after that.
    fn since(self, from: u16) -> Span {
        let to = self.anchor.report.filter(|to| from <= *to);
        to.map_or(Span::Lost, |to| Span::Over(Period::range(from, to)))
    }
}

fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn mention(text: &str, start: usize, anchor: Anchor, section: Option<u16>, last: Option<Mention>) -> Option<Mention> {
    let rest = &text[start..];
    // 全年 after some months goes back to the year they are of.
    let reported = match last {
        Some(Mention { span: Span::In(period), .. }) => Some(period.last()),
        _ => section,
    };
    let told = Told { anchor, reported };
    let first = rest.chars().next()?;
    let (span, length) = match first {
        // 新一届政府: the one to come.
        c if (c == '本' || is_numeral(c)) && !text[..start].ends_with(['新', '上', '下']) && is_term(rest) => {
            term::term(rest, told)
        }
        '年' => lost(&text[..start], rest).or_else(|| relative(rest, told)),
        '“' => plan_span(rest, told),
        // 提前两年: no 前两年 in it.
        '前' if text[..start].ends_with('提') => None,
        '前' | '上' => some_months(rest, told).or_else(|| some_years(rest, told)),
        '近' | '这' | '未' => some_years(rest, told),
        // 项目前期: no 目前 in it.
        '目' if text[..start].ends_with('项') => None,
        '过' | '目' | '去' | '今' | '本' | '明' | '当' | '全' | '截' => {
            relative(rest, told).or_else(|| some_years(rest, told))
        }
        c if c.is_ascii_digit() => {
            calendar(rest, told).or_else(|| some_months(rest, told)).or_else(|| some_years(rest, told))
        }
        c if is_numeral(c) => calendar(rest, told)
            .or_else(|| plan_span(rest, told))
            .or_else(|| some_months(rest, told))
            .or_else(|| relative(rest, told))
            .or_else(|| some_years(rest, told)),
        _ => None,
    }?;
    Some(Mention { start, end: start + length, span })
}

/// Whether a text may begin with a term of office: 本届, 五届, 十五届.
fn is_term(rest: &str) -> bool {
    rest.chars().take(4).any(|c| c == '届')
}

/// 2022年, 2016年以来, 2018—2022年.
fn calendar(rest: &str, told: Told) -> Option<(Span, usize)> {
    if let Some((from, length)) = year(rest) {
        let tail = &rest[length..];
        let month = numeral(tail).and_then(|(_, digits)| tail[digits..].strip_prefix('月')).unwrap_or(tail);
        if let Some(more) = term::since(month) {
            let span = told.since(from);
            return Some((span, rest.len() - month.len() + more));
        }
        if tail.starts_with("以来") || tail.starts_with("至今") {
            let span = told.since(from);
            return Some((span, length + "以来".len()));
        }
        // 2000年前建成的小区: a limit of the past is no time of the figure.
        if told.anchor.report.is_some_and(|report| from <= report)
            && ["前", "以前", "之前"].iter().any(|word| tail.starts_with(word))
        {
            return None;
        }
        // 2017年到2021年
        let until =
            DASHES.iter().find_map(|dash| year(tail.strip_prefix(dash)?).map(|(to, more)| (to, dash.len() + more)));
        if let Some((to, more)) = until.filter(|(to, _)| *to > from) {
            return Some((Span::Over(Period::range(from, to)), length + more));
        }
        return Some((Span::In(Period::year(from)), length));
    }
    let from: u16 = rest.get(..4)?.parse().ok().filter(|year| SPOKEN.contains(year))?;
    let dash = DASHES.iter().find(|dash| rest[4..].starts_with(**dash))?;
    let (to, length) = year(&rest[4 + dash.len()..])?;
    Some((Span::Over(Period::range(from, to)), 4 + dash.len() + length))
}

/// 前三季度, 1—11月份.
fn some_months(rest: &str, told: Told) -> Option<(Span, usize)> {
    let ((first, last), length) = months(rest)?;
    let span = told.reported.map_or(Span::Lost, |year| Span::In(Period::months(year, first, last)));
    Some((span, length))
}

/// “十四五”以来, “十四五”时期.
fn plan_span(rest: &str, told: Told) -> Option<(Span, usize)> {
    let (period, length) = plan(rest)?;
    let tail = &rest[length..];
    let during = ["以来", "时期", "期间", "收官", "是"].iter().find(|word| tail.starts_with(**word))?;
    // “十三五”是决胜阶段: 是 is no part of the expression.
    let length = if *during == "是" { length } else { length + during.len() };
    // A plan that is only just beginning is told of as a whole.
    let ahead = *during != "以来" && told.anchor.report.is_some_and(|report| report < period.first());
    let now = told.anchor.now.filter(|_| !ahead).unwrap_or(period.last());
    let to = now.clamp(period.first(), period.last());
    Some((Span::Over(Period::range(period.first(), to)), length))
}

/// 去年, 今年, 全年, 年底: a year that the document's own year gives.
fn relative(rest: &str, Told { anchor, reported }: Told) -> Option<(Span, usize)> {
    let before = anchor.now.map(|year| year - 1);
    let after = anchor.now.map(|year| year + 1);
    let words = [
        ("去年", before),
        ("今年以来", anchor.now),
        ("今年", anchor.now),
        ("本年度", anchor.now),
        ("明年", after),
        ("当年", reported),
        ("全年", reported),
        ("年底", reported),
        ("年末", reported),
        ("过去一年", anchor.report),
        ("过去的一年", anchor.report),
        ("一年来", anchor.report),
        ("目前", anchor.report),
        ("截至目前", anchor.report),
    ];
    if rest.starts_with("今明两年") {
        let span = anchor.now.map_or(Span::Lost, |now| Span::Over(Period::range(now, now + 1)));
        return Some((span, "今明两年".len()));
    }
    let (word, year) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
    Some((year.map_or(Span::Lost, |year| Span::In(Period::year(year))), word.len()))
}

/// 五年来, 近三年, 过去五年, 五年累计; 今后五年.
fn some_years(rest: &str, told: Told) -> Option<(Span, usize)> {
    let lead = |words: &[&str]| words.iter().find(|lead| rest.starts_with(**lead)).map_or(0, |lead| lead.len());
    let ahead = lead(&["今后", "未来"]);
    let lead = ahead.max(lead(&["过去", "近", "这", "前"]));
    let (count, length) = numeral(&rest[lead..]).filter(|(count, _)| (2..=10).contains(count))?;
    let tail = &rest[lead + length..];
    let words: &[&str] = if lead == 0 {
        &["年来", "年间", "年累计", "年平均", "年年均", "年共"]
    } else {
        &["年来", "年间", "年"]
    };
    let word = words.iter().find(|word| tail.starts_with(**word))?;
    let span = told.anchor.report.map_or(Span::Lost, |report| {
        let (from, to) = if ahead > 0 { (report + 1, report + count) } else { (report + 1 - count, report) };
        Span::Over(Period::range(from, to))
    });
    Some((span, lead + length + word.len()))
}

/// 年，全县…: a clause that opens with 年 has lost its year.
fn lost(before: &str, rest: &str) -> Option<(Span, usize)> {
    let opens = before.chars().next_back().is_none_or(|c| matches!(c, '，' | '。' | '；' | '在'));
    (opens && (rest.starts_with("年，") || rest.starts_with("年全"))).then_some((Span::Lost, "年".len()))
}

/// The length of words that say how long: 三年, 近五年, 五年来.
pub(super) fn duration(text: &str) -> Option<usize> {
    let lead = ["过去", "近", "这"].iter().find(|lead| text.starts_with(**lead)).map_or(0, |lead| lead.len());
    let (_, length) = numeral(&text[lead..]).filter(|(count, _)| (1..=15).contains(count))?;
    let rest = text[lead + length..].strip_prefix('年')?;
    let tail = ["来", "间", "时间"].iter().find(|tail| rest.starts_with(**tail)).map_or(0, |tail| tail.len());
    (!rest.starts_with(['级', '度', '代', '期'])).then_some(lead + length + '年'.len_utf8() + tail)
}

/// Some months of a year: 前三季度, 一季度, 上半年, 1-11月, 前10个月.
fn months(text: &str) -> Option<((u8, u8), usize)> {
    for (word, months) in [
        ("前三季度", (1, 9)),
        ("前3季度", (1, 9)),
        ("一季度", (1, 3)),
        ("上半年", (1, 6)),
        ("三季度", (7, 9)),
        ("四季度", (10, 12)),
    ] {
        if text.starts_with(word) {
            return Some((months, word.len()));
        }
    }
    let (rest, lead) = text.strip_prefix('前').map_or((text, 0), |rest| (rest, '前'.len_utf8()));
    let (first, length) = numeral(rest)?;
    if lead > 0 {
        rest[length..].strip_prefix("个月")?;
        return (2..12).contains(&first).then(|| ((1, first as u8), lead + length + "个月".len()));
    }
    let tail = &rest[length..];
    let dash = DASHES.iter().find(|dash| tail.starts_with(**dash))?;
    let (last, more) = numeral(&tail[dash.len()..])?;
    let tail = &tail[dash.len() + more..];
    let word = ["月份", "月"].iter().find(|word| tail.starts_with(**word))?;
    let valid = (1..=12).contains(&first) && (first..=12).contains(&last);
    valid.then(|| ((first as u8, last as u8), length + dash.len() + more + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let anchor = Anchor::dated(2023, 1);
        mentions(text, anchor, anchor.report)
            .map(|m| {
                let span = match m.span {
                    Span::In(p) => p.to_string(),
                    Span::Over(p) => format!("over {p}"),
                    Span::Until(year) => format!("until {year}"),
                    Span::Lost => "lost".into(),
                };
                format!("{}={span}", &text[m.start..m.end])
            })
            .collect()
    }

    #[test]
    fn years_and_parts_of_years() {
        assert_eq!(shown("2022年完成，去年开工"), ["2022年=2022", "去年=2022"]);
        assert_eq!(shown("前三季度增长，全年完成"), ["前三季度=2022-01/2022-09", "全年=2022"]);
        assert_eq!(shown("1—11月份增长"), ["1—11月份=2022-01/2022-11"]);
        assert_eq!(shown("今年确保"), ["今年=2023"]);
    }

    #[test]
    fn spans_of_years() {
        assert_eq!(shown("五年来，累计投入"), ["五年来=over 2018/2022"]);
        assert_eq!(shown("“十四五”以来，新建"), ["“十四五”以来=over 2021/2023"]);
        assert_eq!(shown("近三年新建"), ["近三年=over 2020/2022"]);
    }

    #[test]
    fn terms_of_office() {
        assert_eq!(shown("市五届人大一次会议以来，"), ["五届人大一次会议以来=until 2022"]);
        assert_eq!(shown("本届政府任期的五年，"), ["本届政府任期的五年=over 2018/2022"]);
        assert_eq!(shown("县十五届人大一次会议以来的四年"), ["十五届人大一次会议以来的四年=over 2019/2022"]);
        assert_eq!(shown("2017年11月市五届人大一次会议以来，"), ["2017年11月市五届人大一次会议以来=over 2017/2022"]);
        assert_eq!(shown("2017年换届以来，"), ["2017年换届以来=over 2017/2022"]);
        for text in ["本届政府任期目标圆满完成", "市四届人大三次会议确定的任务", "新一届政府任期内", "第十三届人大代表"]
        {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_base_is_no_time_of_the_figure() {
        assert_eq!(shown("较2020年增长，是2016年的两倍，比“十三五”末提高"), [""; 0]);
    }

    #[test]
    fn a_lost_year_stays_lost() {
        assert_eq!(shown("年，产值完成"), ["年=lost"]);
    }
}
