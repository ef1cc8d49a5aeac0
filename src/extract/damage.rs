//! Numbers whose digits the text has lost: a unit that stands where its number should.

use super::{
    chars::Chars,
    number::{Number, Shape},
    text::is_han,
    words::Words,
};

/// Words that a number follows; a unit directly behind one has lost its number.
static EXPECTING: Words = Words::at_end(&[
    "达到", "分别达", "分别达到", "完成投资", "新增就业", "转移就业", "总投资", "项目", "平台", "改造", "创建", "资金",
    "面积", "达", "完成", "共计", "累计", "余", "由", "突破", "超", "超过", "至", "、", "增长至", "收入",
]);

/// Units that never stand alone behind such a word.
static UNITS: Words = Words::at_end(&[
    "亿元", "万元", "元", "个百分点", "万人", "人次", "人", "家", "个工作日", "个", "公里", "万亩", "亩", "座", "所",
    "户", "吨", "平方公里", "平方米", "间",
]);

/// Words that begin like a unit and are none.
static BEGUN: Words =
    Words::at_start(&["个人", "个体", "个别", "个性", "所有", "所在", "所以", "所需", "所谓", "所属", "所办", "座谈"]);

/// Marks that end a phrase.
static ENDS: Chars = Chars::new(&['，', '。', '；', '、', '）']);

/// Losses after which a text is not trusted to have kept the numbers of its clauses' first words.
const MANY: usize = 3;

/// How much of a document's digits is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    None,
    Few,
    /// In many places, so that even 个村通了公路 has lost its number.
    Many,
}

/// How much of the digits of a document's blocks is lost.
pub(super) fn extent<'a>(texts: impl Iterator<Item = &'a str>) -> Extent {
    let losses = |text: &'a str| {
        let dots = text.match_indices('.').filter(|(at, _)| {
            let han = text[..*at].chars().next_back().is_some_and(|c| !c.is_ascii());
            han && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
        });
        dots.count() + units(text).count()
    };
    match texts.map(losses).sum::<usize>() {
        0 => Extent::None,
        MANY.. => Extent::Many,
        _ => Extent::Few,
    }
}

/// The units that end a phrase and stand behind a word that a number follows, each with its first byte.
fn units(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let ends = text.match_indices(|c| ENDS.contain(c)).map(|(at, _)| at).chain([text.len()]);
    ends.filter_map(|end| unit(&text[..end]).map(|unit| (end - unit.len(), unit)))
}

/// The unit that a phrase ends with where it stands behind a word that a number follows.
fn unit(phrase: &str) -> Option<&'static str> {
    let (head, unit) = UNITS.cut(phrase)?;
    // Nearly every unit has its number before it.
    let before = head.chars().next_back();
    if before.is_some_and(|c| c.is_ascii_digit() || "一二两三四五六七八九十百千万亿几数多个".contains(c))
    {
        return None;
    }
    (EXPECTING.any(head) && (!head.ends_with('、') || neighbour(head))).then_some(unit)
}

/// The units that open a clause where their number should stand before, each with its first byte:
/// 个行政村完成改造.
fn headless(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let found = ["个", "所", "座"].into_iter().flat_map(|unit| text.match_indices(unit).map(move |(at, _)| (at, unit)));
    found.filter(move |(at, unit)| {
        let opening = text[..*at].chars().next_back().is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '和'));
        let thing = text[at + unit.len()..].chars().next().is_some_and(is_han);
        opening && thing && !BEGUN.any(&text[*at..])
    })
}

/// What stands for a character that could not be read.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// Marks the numbers beside which something could not be read: 7�4.1亿元, 704.11�元. It may have been a
/// digit, or the 亿 of a unit. Of a number in pieces the last is kept, which has the unit.
fn unreadable(text: &str, numbers: &mut Vec<Number>) {
    numbers.retain_mut(|number| {
        let behind = text[number.end..].trim_start_matches(LOST);
        let lost = behind.len() < text.len() - number.end;
        if lost || text[..number.start].ends_with(LOST) {
            number.shape = Shape::Damaged;
        }
        !(lost && behind.starts_with(|c: char| c.is_ascii_digit()))
    });
}

/// Marks the numbers that are not whole, and adds those that only their units are left of, in order, in a
/// document that has lost some.
pub(super) fn mark(text: &str, numbers: &mut Vec<Number>, extent: Extent) {
    unreadable(text, numbers);
    if extent == Extent::None {
        return;
    }
    let mut lost: Vec<_> = units(text).collect();
    if extent == Extent::Many {
        lost.extend(headless(text));
        lost.sort_by_key(|(start, unit)| (*start, std::cmp::Reverse(unit.len())));
    }
    if lost.is_empty() {
        return;
    }
    let number = |(start, unit): (usize, &str)| Number {
        start,
        end: start + unit.len(),
        shape: Shape::Damaged,
        unit: unit.to_owned(),
        more: false,
    };
    let mut whole = std::mem::take(numbers).into_iter().peekable();
    for number in lost.into_iter().map(number) {
        while let Some(earlier) = whole.next_if(|n| n.start < number.start) {
            numbers.push(earlier);
        }
        let before = numbers.last().is_none_or(|n| n.end <= number.start);
        let after = whole.peek().is_none_or(|n| n.start >= number.end);
        if before && after {
            numbers.push(number);
        }
    }
    numbers.extend(whole);
}

/// Whether what stands before 、 is itself a unit without its number.
fn neighbour(head: &str) -> bool {
    let head = head.trim_end_matches('、');
    UNITS.cut(head).is_some_and(|(head, _)| EXPECTING.longest(head).is_some_and(|word| word != "、"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(text: &str) -> Vec<&str> {
        let mut numbers = super::super::number::scan(text);
        mark(text, &mut numbers, Extent::Many);
        numbers.iter().filter(|n| n.shape == Shape::Damaged).map(|n| &text[n.start..n.end]).collect()
    }

    #[test]
    fn units_without_numbers_are_marked() {
        assert_eq!(damaged("农民和市民的收入分别达到元、元，增长7%"), ["元", "元"]);
        assert_eq!(damaged("实施绿化项目个，完成投资.6亿元。"), ["个", ".6亿元"]);
        assert_eq!(damaged("，个行政村通了公路"), ["个"]);
        assert_eq!(damaged("完成7�4.1亿元、704.11�元，增长�5%"), ["4.1亿元", "704.11", "5%"]);
    }

    #[test]
    fn whole_text_is_left_alone() {
        for text in [
            "每个项目都有专班，各家企业满意",
            "项目80个，投资3亿元、5亿元",
            "新增就业人员培训",
            "一个县、个别村，所办的事",
        ] {
            assert_eq!(damaged(text), [""; 0], "{text}");
        }
    }
}
