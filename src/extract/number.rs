//! Finds numbers with their units in a block, whole or damaged.

mod numeral;

pub(super) use self::numeral::chinese;
use self::numeral::{hundredths, is_numeral, run, worded};
use super::{
    chars::Chars,
    unit::{Behind, behind, measure, scale},
    words::Words,
};

/// What a number is, before anything is known of its meaning.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// A number, the lower end of a range; fractions as decimals.
    Plain(f64),
    /// Several numbers in proportion, colons between them.
    Proportion(String),
    /// A place: 第5位, 首位, the 10 of 前10位.
    Place(f64),
    /// The digits are lost.
    Damaged,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// Bytes of the block.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// The unit without 余 and 多, empty when there is none.
    pub(super) unit: String,
    /// 余 or 多 stands with the number.
    pub(super) more: bool,
}

/// Finds all numbers of a block in order.
pub(super) fn scan(text: &str) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c| OPENING.contain(c)) {
        let start = at + offset;
        let Some(first) = text[start..].chars().next() else { break };
        let found = match first {
            '0'..='9' | '.' => digits(text, start),
            '第' => place(text, start),
            '首' | '榜' => top(text, start),
            '前' => band(text, start),
            '翻' => doubled(text, start),
            '百' | '千' | '万' | '亿' => hundredths(text, start).unwrap_or_else(|| round(text, start)),
            _ => worded(text, start),
        };
        at = match found {
            Found::Number(number) => {
                let end = number.end;
                out.push(number);
                end
            }
            Found::Nothing(end) => end.max(start + first.len_utf8()),
        };
    }
    out
}

/// Characters that a number begins with.
static OPENING: Chars = Chars::new(&[
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '第', '首', '榜', '前', '翻', '百', '千', '万', '亿', '一',
    '二', '两', '三', '四', '五', '六', '七', '八', '九', '十',
]);

enum Found {
    Number(Number),
    /// Nothing here; go on at this byte.
    Nothing(usize),
}

fn digit_run(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut grouped = false;
    while end < bytes.len() && bytes[end].is_ascii_digit() {
        end += 1;
        // 1,234,567: a comma counts only before three digits that are not followed by a fourth.
        if bytes.get(end) == Some(&b',') {
            let group = bytes[end + 1..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
            if group == 3 && (grouped || end - start <= 3) {
                grouped = true;
                end += 1;
            }
        }
    }
    end
}

fn decimal(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = digit_run(text, start);
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1;
        while end < bytes.len() && bytes[end].is_ascii_digit() {
            end += 1;
        }
    }
    end
}

/// The value of digits, `None` for more of them than a quantity has.
fn value(text: &str) -> Option<f64> {
    if text.len() > 20 {
        return None;
    }
    text.replace(',', "").parse().ok()
}

/// A number written in digits, with its unit; a fraction, a proportion or the lower end of a range.
fn digits(text: &str, start: usize) -> Found {
    let before = text[..start].chars().next_back();
    // 增长-2.3%: a sign, where no number or word stands before it.
    let signed = before == Some('-') && !text[..start - 1].chars().rev().take(5).any(|c| c.is_ascii());
    if signed {
        return match unsigned(text, start, None) {
            Found::Number(Number { shape: Shape::Plain(value), end, unit, more, .. }) if !unit.is_empty() => {
                Found::Number(Number { start: start - 1, end, shape: Shape::Plain(-value), unit, more })
            }
            other => other,
        };
    }
    unsigned(text, start, before)
}

fn unsigned(text: &str, start: usize, before: Option<char>) -> Found {
    let bytes = text.as_bytes();
    // Part of a word or a name: PM2.5, 5G+, H1N1, 4164, S306.
    if before.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, '.' | '_' | '/' | '+')) {
        return Found::Nothing(decimal(text, start).max(start + 1));
    }
    if bytes[start] == b'.' {
        // The integer part is lost: .6亿元.
        let end = decimal(text, start);
        if end <= start + 1 || before.is_some_and(|b| b.is_ascii()) {
            return Found::Nothing(start + 1);
        }
        return match behind(text, end) {
            Behind::Unit { unit, more, end } => Found::Number(Number { start, end, shape: Shape::Damaged, unit, more }),
            Behind::Calendar(end) => Found::Nothing(end),
        };
    }
    let mut end = decimal(text, start);
    let Some(first) = value(&text[start..end]) else { return Found::Nothing(end) };
    // 04.11亿元: digits before the 0 are lost. 03个 and 005县道 are written so.
    let leads_with_zero = bytes[start] == b'0' && bytes.get(start + 1).is_some_and(u8::is_ascii_digit);
    let beheaded = leads_with_zero && text[start..end].contains('.');
    let mut shape = if beheaded { Shape::Damaged } else { Shape::Plain(first) };
    match bytes.get(end) {
        Some(b':') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
            while bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
                end = decimal(text, end + 1);
            }
            // 09:12:19 is the time of day.
            if leads_with_zero {
                return Found::Nothing(end);
            }
            let parts = text[start..end].to_owned();
            return Found::Number(Number {
                start,
                end,
                shape: Shape::Proportion(parts),
                unit: "比".into(),
                more: false,
            });
        }
        Some(b'/') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
            let last = decimal(text, end + 1);
            if let Some(below) = value(&text[end + 1..last]).filter(|b| *b > first) {
                shape = Shape::Plain((first / below * 1e4).round() / 1e4);
            }
            return Found::Number(Number { start, end: last, shape, unit: String::new(), more: false });
        }
        // Slogans and names: 4+2, 7-11.
        Some(b'+') => return Found::Nothing(decimal(text, end + 1).max(end + 1)),
        _ => {}
    }
    // 5—7个, 5%—7%: the last number bears the unit of both.
    if let Some(second) = dashed(text, end) {
        return match behind(text, decimal(text, second)) {
            Behind::Unit { unit, more, end } if !unit.is_empty() => {
                Found::Number(Number { start, end, shape, unit, more })
            }
            Behind::Unit { end, .. } | Behind::Calendar(end) => Found::Nothing(end),
        };
    }
    match behind(text, end) {
        Behind::Calendar(end) => Found::Nothing(end),
        Behind::Unit { unit, more, mut end } => {
            if let Some(second) = dashed(text, end).filter(|_| !unit.is_empty())
                && let Behind::Unit { unit: again, end: last, .. } = behind(text, decimal(text, second))
            {
                end = if again == unit { last } else { end };
            }
            Found::Number(Number { start, end, shape, unit, more })
        }
    }
}

/// Where the second number of a range starts, when a dash and a digit stand at the byte `at`.
fn dashed(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let dash = ["—", "–", "-", "~", "～", "至", "到"].iter().find(|dash| rest.starts_with(**dash))?;
    rest[dash.len()..].starts_with(|c: char| c.is_ascii_digit()).then_some(at + dash.len())
}

/// 第5位, 第二名, 第三: a place when it is called one or ends the phrase; otherwise an ordinal.
fn place(text: &str, start: usize) -> Found {
    let at = start + "第".len();
    let rest = &text[at..];
    let end = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        digit_run(text, at)
    } else {
        at + run(rest, |c| is_numeral(c) && c != '两')
    };
    let number = &text[at..end];
    let Some(value) = value(number).or_else(|| chinese(number)) else { return Found::Nothing(at) };
    // 第1-3位 is no one place.
    if let Some(second) = dashed(text, end) {
        return Found::Nothing(digit_run(text, second));
    }
    for word in ["位", "名"] {
        if text[end..].starts_with(word) {
            return place_at(start, end + word.len(), value);
        }
    }
    let after = text[end..].chars().next();
    if after.is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | ' ' | '）' | '！' | '和' | '及')) {
        return place_at(start, end, value);
    }
    Found::Nothing(end)
}

fn place_at(start: usize, end: usize, value: f64) -> Found {
    Found::Number(Number { start, end, shape: Shape::Place(value), unit: "位".into(), more: false })
}

/// 首位, 榜首.
fn top(text: &str, start: usize) -> Found {
    match ["首位", "榜首"].iter().find(|word| text[start..].starts_with(**word)) {
        Some(word) => place_at(start, start + word.len(), 1.0),
        None => Found::Nothing(start + 1),
    }
}

/// 前10位, 前三名, 前3: the number after 前; the word itself is left to the reader of the phrase.
fn band(text: &str, start: usize) -> Found {
    let at = start + "前".len();
    let rest = &text[at..];
    let end = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        digit_run(text, at)
    } else {
        at + run(rest, |c| is_numeral(c) && !matches!(c, '两' | '百'))
    };
    let Some(value) = value(&text[at..end]).or_else(|| chinese(&text[at..end])) else { return Found::Nothing(at) };
    for word in ["位", "名"] {
        if text[end..].starts_with(word) {
            return place_at(at, end + word.len(), value);
        }
    }
    let closed = text[end..].chars().next().is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | ' ' | '）'));
    if closed { place_at(at, end, value) } else { Found::Nothing(end) }
}

/// 翻一番, 翻番: twice.
fn doubled(text: &str, start: usize) -> Found {
    match ["翻一番", "翻了一番", "翻番"].iter().find(|word| text[start..].starts_with(**word)) {
        Some(word) => {
            let number =
                Number { start, end: start + word.len(), shape: Shape::Plain(2.0), unit: "倍".into(), more: false };
            Found::Number(number)
        }
        None => Found::Nothing(start + 1),
    }
}

/// Words before a number without digits that make it one: 突破百亿元, not 百亿级.
static LIMITS: Words =
    Words::at_end(&["突破", "超", "超过", "逾", "达", "达到", "近", "过", "迈上", "跨上", "跨越", "站上"]);

/// 百亿元, 千亿, 万亿元 after a word that sets a limit.
fn round(text: &str, start: usize) -> Found {
    let tens = scale(&text[start..]);
    let end = start + tens;
    let number = &text[start..end];
    let limited = LIMITS.any(&text[..start]);
    if tens == 0 || !limited || number.chars().count() > 3 {
        return Found::Nothing(end.max(start + 1));
    }
    let unit = measure(&text[end..]).unwrap_or_default();
    let amount = |word: char| match word {
        '百' => 100.0,
        '千' => 1000.0,
        _ => 1.0,
    };
    let after = text[end + unit.len()..].chars().next();
    if unit.is_empty() && after.is_some_and(|c| matches!(c, '级' | '家' | '个' | '名' | '户' | '城' | '村' | '企'))
    {
        return Found::Nothing(end);
    }
    let mut words = number.chars();
    let lead = words.next().unwrap_or('万');
    let (value, tens) = match (amount(lead), words.as_str()) {
        (1.0, _) => (1.0, number),
        // 超百元 is no milestone that a report would tell.
        (_, "") => return Found::Nothing(end),
        (value, rest) => (value, rest),
    };
    let stop = end + unit.len();
    Found::Number(Number { start, end: stop, shape: Shape::Plain(value), unit: format!("{tens}{unit}"), more: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        scan(text)
            .into_iter()
            .map(|n| format!("{}={:?} {}{}", &text[n.start..n.end], n.shape, n.unit, if n.more { " more" } else { "" }))
            .collect()
    }

    #[test]
    fn numbers_with_units() {
        assert_eq!(shown("收入53.68亿元，增7%"), ["53.68亿元=Plain(53.68) 亿元", "7%=Plain(7.0) %"]);
        assert_eq!(shown("2200多家"), ["2200多家=Plain(2200.0) 家 more"]);
        assert_eq!(shown("9万余个"), ["9万余个=Plain(9.0) 万个 more"]);
        assert_eq!(shown("6000余万元"), ["6000余万元=Plain(6000.0) 万元 more"]);
        assert_eq!(shown("1,234.5万吨"), ["1,234.5万吨=Plain(1234.5) 万吨"]);
        assert_eq!(shown("8千米和120万千瓦"), ["8千米=Plain(8.0) 千米", "120万千瓦=Plain(120.0) 万千瓦"]);
        assert_eq!(shown("增长5%—7%"), ["5%—7%=Plain(5.0) %"]);
        assert_eq!(shown("近2/3"), ["2/3=Plain(0.6667) "]);
        assert_eq!(shown("8.3:42.9:48.8"), ["8.3:42.9:48.8=Proportion(\"8.3:42.9:48.8\") 比"]);
    }

    #[test]
    fn places() {
        assert_eq!(
            shown("居全省第5位、第一，前10位"),
            ["第5位=Place(5.0) 位", "第一=Place(1.0) 位", "10位=Place(10.0) 位"]
        );
        assert_eq!(shown("第一医院、第十三届、前三季度"), [""; 0]);
        assert_eq!(shown("位居首位"), ["首位=Place(1.0) 位"]);
    }

    #[test]
    fn dates_and_names_are_no_quantities() {
        for text in ["2024年", "3月17日", "“4+2”", "PM2.5", "7-11店", "5G网络", "国道107东移", "4A级"] {
            let read: Vec<_> = scan(text).into_iter().filter(|n| !n.unit.is_empty()).collect();
            assert_eq!(read, [], "{text}");
        }
    }

    #[test]
    fn lost_digits_are_damage() {
        assert_eq!(shown("完成.6亿元"), [".6亿元=Damaged 亿元"]);
    }

    #[test]
    fn round_numbers_after_a_limit() {
        assert_eq!(shown("营收突破百亿元、超千亿"), ["百亿元=Plain(100.0) 亿元", "千亿=Plain(1000.0) 亿"]);
        assert_eq!(shown("百亿级产业、千万工程"), [""; 0]);
    }
}
