//! Numbers that measure nothing themselves: they class what another counts, or belong to a name.

use super::{
    number::{Number, Shape},
    text::is_han,
    unit,
    words::Words,
};

/// Words before the value that a class of things lies above.
static PASSED: Words = Words::at_end(&["超", "超过", "突破", "过"]);

/// Regions of whose parts the number is told: 全省54个市辖区.
static GROUPS: Words = Words::at_end(&["全省", "全市", "全国", "全县", "全区"]);

/// Whether the number at `at` of a sentence that ends at the byte `end` only helps to name another:
/// 800万元以上项目37个, 超亿元项目, “4+2”. Its words begin at the byte `from`, its clause at `clause`.
pub(super) fn names_another(
    text: &str,
    numbers: &[Number],
    at: usize,
    (from, clause): (usize, usize),
    end: usize,
) -> bool {
    let number = &numbers[at];
    if !matches!(number.shape, Shape::Plain(_)) || number.unit == "%" {
        return false;
    }
    let before = &text[from..number.start];
    let rest = &text[number.end..];
    if before.ends_with('“') && (number.unit.is_empty() || rest.starts_with('”')) {
        return true;
    }
    // “人才新政20条”, “七个翻番”: part of a name.
    if rest.starts_with('”') && before.rfind('“') > before.rfind('”') {
        return true;
    }
    // 抓好十个方面的工作
    if rest.starts_with("方面") {
        return true;
    }
    if unit::is_count(&number.unit) {
        // 全省54个市辖区: the size of a group.
        return GROUPS.any(before) && rest.starts_with(is_han);
    }
    if number.unit.is_empty() {
        return false;
    }
    let classed = ["以上", "及以上", "以下"].iter().find_map(|word| rest.strip_prefix(word));
    if let Some(after) = classed {
        let after = after.strip_prefix('的').unwrap_or(after);
        if after.starts_with(|c| is_han(c) || c == '“') && !after.starts_with(['和', '及']) {
            return true;
        }
    }
    if !PASSED.any(before) {
        return false;
    }
    // 6家企业营收超70亿元、21家超20亿元: what was counted before is classed.
    let counted = at.checked_sub(1).map(|i| &numbers[i]).filter(|n| n.start >= clause && unit::is_count(&n.unit));
    if counted.is_some() && before.chars().count() <= 8 {
        return true;
    }
    let next = numbers.get(at + 1).filter(|n| n.start < end);
    let between = next.map_or("", |next| &text[number.end..next.start]);
    let inside = !between.contains(['，', '。', '；', '、', '：']);
    next.is_some_and(|next| unit::is_count(&next.unit) && inside)
}
