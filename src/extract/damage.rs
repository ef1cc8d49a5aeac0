//! Numbers whose digits the text has lost: a unit that stands where its number should.

use super::number::{Number, Shape};

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

/// Adds the numbers that only their units are left of, in order.
pub(super) fn mark(text: &str, numbers: &mut Vec<Number>) {
    let mut found = Vec::new();
    for (at, _) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let rest = &text[at..];
        let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) else { continue };
        let after = rest[unit.len()..].chars().next();
        let closed = after.is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '）'));
        let expected = EXPECTING.iter().any(|word| text[..at].ends_with(word));
        // 个行政村完成改造, at the start of a clause; 完成改造村和个社区.
        let opening = before.is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '和'));
        let headless = opening
            && matches!(*unit, "个" | "所" | "座" | "家")
            && after
                .is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !"人体别性位中有庭长级旁以谓".contains(c));
        // 就业人， is damage; 达人, 完成人, 达到个 are words only where the phrase goes on.
        let word = matches!(*unit, "人" | "家" | "户" | "间") && !expected;
        if (closed && expected && !word && !(text[..at].ends_with('、') && !neighbour(text, at))) || headless {
            found.push(Number {
                start: at,
                end: at + unit.len(),
                shape: Shape::Damaged,
                unit: (*unit).to_owned(),
                more: false,
            });
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
        mark(text, &mut numbers);
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
        for text in
            ["每个项目都有专班，各家企业满意", "项目80个，投资3亿元、5亿元", "新增就业人员培训", "一个县、个别村"]
        {
            assert_eq!(damaged(text), [""; 0], "{text}");
        }
    }
}
