//! Numbers whose digits the text has lost: a unit that stands where its number should.

use super::{
    number::{Number, Shape},
    text::is_han,
};

/// Words that a number follows; a unit directly behind one has lost its number.
const EXPECTING: &[&str] = &[
    "达到", "分别达", "分别达到", "完成投资", "新增就业", "转移就业", "总投资", "项目", "平台", "改造", "创建", "资金",
    "面积", "达", "完成", "共计", "累计", "余", "由", "突破", "超", "超过", "至", "、", "增长至", "收入",
];

/// Units that never stand alone behind such a word.
const UNITS: &[&str] = &[
    "亿元", "万元", "元", "个百分点", "万人", "人次", "人", "家", "个工作日", "个", "公里", "万亩", "亩", "座", "所",
    "户", "吨", "平方公里", "平方米", "间",
];

/// First characters of the units.
const BEGIN: &[char] = &['亿', '万', '元', '个', '人', '家', '公', '亩', '座', '所', '户', '吨', '平', '间'];

/// Losses after which a text is not trusted to have kept the numbers of its clauses' first words.
const MANY: usize = 3;

/// Whether a document has lost digits in many places, so that even 个村通了公路 has lost its number.
pub(super) fn is_widespread<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let losses = |text: &'a str| {
        let dots = text.match_indices('.').filter(|(at, _)| {
            let han = text[..*at].chars().next_back().is_some_and(|c| !c.is_ascii());
            han && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
        });
        dots.count() + text.char_indices().filter(|(at, _)| lost(text, *at).is_some()).count()
    };
    texts.map(losses).sum::<usize>() >= MANY
}

/// The unit at the byte `at` where it stands behind a word that a number follows, and ends the phrase.
fn lost(text: &str, at: usize) -> Option<&'static str> {
    let rest = &text[at..];
    if !rest.starts_with(BEGIN) {
        return None;
    }
    // Nearly every unit has its number before it.
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_digit() || "一二两三四五六七八九十百千万亿几数多个".contains(c))
    {
        return None;
    }
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit))?;
    let closed = rest[unit.len()..].chars().next().is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '）'));
    let head = &text[..at];
    let expected = closed && EXPECTING.iter().any(|word| head.ends_with(word));
    (expected && (!head.ends_with('、') || neighbour(text, at))).then_some(*unit)
}

/// 个行政村完成改造: the unit at the byte `at` where it opens a clause and its number should stand before.
fn headless(text: &str, at: usize) -> Option<&'static str> {
    let rest = &text[at..];
    let unit = ["个", "所", "座"].into_iter().find(|unit| rest.starts_with(unit))?;
    let opening = text[..at].chars().next_back().is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '和'));
    let thing = rest[unit.len()..].chars().next().is_some_and(is_han);
    let word = ["个人", "个体", "个别", "个性", "所有", "所在", "所以", "所需", "所谓", "所属", "所办", "座谈"];
    (opening && thing && !word.iter().any(|word| rest.starts_with(word))).then_some(unit)
}

/// Adds the numbers that only their units are left of, in order; `widespread` says that the document
/// has lost many.
pub(super) fn mark(text: &str, numbers: &mut Vec<Number>, widespread: bool) {
    let mut found = Vec::new();
    for (at, _) in text.char_indices() {
        let weak = || widespread.then(|| headless(text, at)).flatten();
        if let Some(unit) = lost(text, at).or_else(weak) {
            let (end, unit) = (at + unit.len(), unit.to_owned());
            found.push(Number { start: at, end, shape: Shape::Damaged, unit, more: false });
        }
    }
    let mut whole = std::mem::take(numbers).into_iter().peekable();
    for number in found {
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
fn neighbour(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end_matches('、');
    UNITS.iter().any(|unit| {
        head.strip_suffix(unit).is_some_and(|head| EXPECTING.iter().any(|word| *word != "、" && head.ends_with(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(text: &str) -> Vec<&str> {
        let mut numbers = super::super::number::scan(text);
        mark(text, &mut numbers, true);
        numbers.iter().filter(|n| n.shape == Shape::Damaged).map(|n| &text[n.start..n.end]).collect()
    }

    #[test]
    fn units_without_numbers_are_marked() {
        assert_eq!(damaged("农民和市民的收入分别达到元、元，增长7%"), ["元", "元"]);
        assert_eq!(damaged("实施绿化项目个，完成投资.6亿元。"), ["个", ".6亿元"]);
        assert_eq!(damaged("，个行政村通了公路"), ["个"]);
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
