//! Texts of headings and labels brought to one form, so that they can be compared.

/// Full-width letters, digits and marks in their half-width form, dashes that stand for minus as `-`.
pub(super) fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' | '\n' | '\t' => ' ',
            '〔' | '【' | '［' => '(',
            '〕' | '】' | '］' => ')',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '−' => '-',
            c => c,
        })
        .collect()
}

/// The form in which names are compared: half-width, in lower case, without blanks, quotes and `_`.
pub(super) fn key(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '“' | '”' | '"' | '\'' | '_' | '‘' | '’');
    half_width(text).chars().filter(kept).flat_map(char::to_lowercase).collect()
}

/// A label without what tables put before it to show what is part of what: blanks, `#`, `其中：`, `1.`, `（一）`, `一、`.
pub(super) fn without_bullet(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let mut shorter = text.trim_start_matches(['#', '*', '·', '•', '－', '—', '├', '└', '│', '─', ' ', '\u{3000}']);
        for word in ["其中：", "其中:", "其中"] {
            shorter = shorter.strip_prefix(word).unwrap_or(shorter);
        }
        shorter = without_number(shorter).unwrap_or(shorter);
        if shorter.len() == text.len() || shorter.is_empty() {
            return text;
        }
        text = shorter.trim_start();
    }
}

/// A number or label without the marks of footnotes behind it: `①`, `*`, `[1]`.
pub(super) fn without_notes(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let shorter =
            text.trim_end_matches(|c: char| matches!(c, '①'..='⑳' | '*' | '†' | '‡' | '¹' | '²' | '³')).trim();
        let bracket = shorter.strip_suffix(']').and_then(|inner| inner.rsplit_once('['));
        let shorter = match bracket {
            Some((before, note)) if note.chars().all(|c| c.is_ascii_digit()) => before.trim(),
            _ => shorter,
        };
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// A Chinese heading or label without the English that yearbooks put behind it: 红旗区 Hongqi, 地区 Region. A unit
/// stays: 面积 km2, 发电量 `GWh`.
pub(super) fn without_english(text: &str) -> &str {
    let chinese = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '）' | '％');
    let Some(last) = text.rfind(chinese) else { return text };
    let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
    let (head, tail) = text.split_at(end);
    let apart = tail.starts_with(char::is_whitespace) || head.ends_with('）');
    let lower = |word: &str| word.chars().filter(char::is_ascii_lowercase).count() >= 2 && word.len() >= 3;
    let words = tail.split(|c: char| !c.is_ascii_alphabetic()).any(lower);
    if apart && words && tail.is_ascii() { head } else { text }
}

/// Without a number of order and its mark; `None` where there is none.
fn without_number(text: &str) -> Option<&str> {
    const NUMBERS: &str = "一二三四五六七八九十0123456789";
    let inner = text.strip_prefix(['（', '(']);
    let body = inner.unwrap_or(text);
    let end = body.find(|c| !NUMBERS.contains(c)).filter(|end| *end > 0)?;
    let rest = &body[end..];
    if inner.is_some() {
        return rest.strip_prefix(['）', ')']);
    }
    let after = rest.strip_prefix(['、', '．', '.'])?;
    // 5.3 is a number, not the third part of the fifth.
    (!after.starts_with(|c: char| c.is_ascii_digit())).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_in_one_form() {
        assert_eq!(key("ＧＤＰ（亿元）"), "gdp(亿元)");
        assert_eq!(key("“专精特新” 企业"), "专精特新企业");
        assert_eq!(key("Fiscal revenue"), key("fiscal_revenue"));
    }

    #[test]
    fn what_is_told_in_english_as_well_is_told_once() {
        let cases = [
            ("红旗区 Hongqi District", "红旗区"),
            ("温县 Wen", "温县"),
            ("地区\nRegion", "地区"),
            ("地区生产总值（亿元）GDP (100 million yuan)", "地区生产总值（亿元）"),
            ("面积 km2", "面积 km2"),
            ("发电量 GWh", "发电量 GWh"),
            ("人均GDP", "人均GDP"),
            ("Region", "Region"),
            ("Fiscal revenue 财政收入", "Fiscal revenue 财政收入"),
        ];
        for (text, expected) in cases {
            assert_eq!(without_english(text), expected);
        }
    }

    #[test]
    fn bullets_go_and_names_stay() {
        let cases = [
            ("\u{3000}\u{3000}#税收收入", "税收收入"),
            ("其中：工业", "工业"),
            ("一、地区生产总值", "地区生产总值"),
            ("（一）第一产业", "第一产业"),
            ("1.出口", "出口"),
            ("5G基站", "5G基站"),
            ("5.3", "5.3"),
            ("三次产业结构", "三次产业结构"),
        ];
        for (text, expected) in cases {
            assert_eq!(without_bullet(text), expected);
        }
    }
}
