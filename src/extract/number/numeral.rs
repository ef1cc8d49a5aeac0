//! Numbers that are written in words: 三分之二, 百分之五点五, 两点四倍.

use super::{Found, Number, Shape};

/// The value of a Chinese numeral below ten thousand, `None` for anything else.
pub(in crate::extract) fn chinese(text: &str) -> Option<f64> {
    let (mut total, mut digit) = (0.0, None);
    for c in text.chars() {
        let d = match c {
            '零' | '〇' => 0.0,
            '一' => 1.0,
            '二' | '两' => 2.0,
            '三' => 3.0,
            '四' => 4.0,
            '五' => 5.0,
            '六' => 6.0,
            '七' => 7.0,
            '八' => 8.0,
            '九' => 9.0,
            '十' | '百' | '千' => {
                let power = if c == '十' {
                    10.0
                } else if c == '百' {
                    100.0
                } else {
                    1000.0
                };
                total += digit.take().unwrap_or(1.0) * power;
                continue;
            }
            _ => return None,
        };
        digit = Some(d);
    }
    (!text.is_empty()).then(|| total + digit.unwrap_or(0.0))
}

/// Whether a character is one of those that small numbers are written with in words.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// Length in bytes of the characters of a kind that a text begins with.
pub(super) fn run(text: &str, kind: impl Fn(char) -> bool) -> usize {
    text.find(|c| !kind(c)).unwrap_or(text.len())
}

/// 百分之五点五: per cent in words.
pub(super) fn hundredths(text: &str, start: usize) -> Option<Found> {
    let rest = text[start..].strip_prefix("百分之")?;
    let at = text.len() - rest.len();
    let words = rest.chars().take(6).take_while(|c| "零一二两三四五六七八九十百".contains(*c));
    let whole: usize = words.map(char::len_utf8).sum();
    let value = chinese(&text[at..at + whole])?;
    let (value, end) = with_decimals(text, at + whole, value);
    Some(Found::Number(Number { start, end, shape: Shape::Plain(value), unit: "%".into(), more: false }))
}

/// 点五, 点二五: a number in words with the decimals that stand at the byte `at`, and where these end.
fn with_decimals(text: &str, at: usize, whole: f64) -> (f64, usize) {
    let Some(tail) = text[at..].strip_prefix('点') else { return (whole, at) };
    let (mut value, mut place, mut length) = (whole, 1.0, 0);
    for c in tail.chars().take(6).take_while(|c| "零一二三四五六七八九".contains(*c)) {
        place /= 10.0;
        value += chinese(c.encode_utf8(&mut [0; 4])).unwrap_or_default() * place;
        length += c.len_utf8();
    }
    if length == 0 { (whole, at) } else { ((value * 1e6).round() / 1e6, at + '点'.len_utf8() + length) }
}

/// 三分之二, 六成: numerals in words where they can only be a quantity.
pub(super) fn worded(text: &str, start: usize) -> Found {
    let end = start + run(&text[start..], is_numeral);
    let Some(below) = chinese(&text[start..end]) else { return Found::Nothing(end) };
    if let Some(rest) = text[end..].strip_prefix("分之") {
        let at = end + "分之".len();
        let top = run(rest, |c| is_numeral(c) && !matches!(c, '两' | '百'));
        if let Some(above) = chinese(&rest[..top]).filter(|above| *above < below) {
            let shape = Shape::Plain((above / below * 1e4).round() / 1e4);
            return Found::Number(Number { start, end: at + top, shape, unit: String::new(), more: false });
        }
    }
    let (below, end) = with_decimals(text, end, below);
    for unit in ["个百分点", "倍", "成"] {
        let closed = text[end..].strip_prefix(unit).is_some_and(|rest| {
            unit != "成" || rest.is_empty() || rest.starts_with(['以', '，', '。', '、', '；', '的', '左', '多'])
        });
        if closed {
            let shape = Shape::Plain(below);
            return Found::Number(Number { start, end: end + unit.len(), shape, unit: unit.into(), more: false });
        }
    }
    Found::Nothing(end)
}
