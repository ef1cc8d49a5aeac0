//! One number as it was read, with all that it says.

use serde::{Deserialize, Serialize, Serializer};

use super::{Doubts, Period, RegionCode, Review};

/// What a number tells of its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Measure {
    /// The quantity itself: an amount, a count, a ratio.
    Level,
    /// Relative change in per cent; a fall is negative.
    Growth,
    /// Absolute change against a base.
    Change,
    /// Difference from another region's figure.
    Gap,
    /// Place of the level among the regions of a scope.
    Rank,
    /// Place of the growth among the regions of a scope.
    GrowthRank,
    /// Part of a larger total that the text names.
    Share,
    /// So many times the base.
    Multiple,
}

/// How the number bounds the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Bound {
    /// Exactly as written.
    #[default]
    #[serde(rename = "=")]
    Equal,
    /// 突破, 超, 余, 多.
    #[serde(rename = ">")]
    Above,
    /// 以上, 不低于, 至少.
    #[serde(rename = ">=")]
    AtLeast,
    /// Below, not reaching.
    #[serde(rename = "<")]
    Below,
    /// 前N位, 以内, 控制在…以下.
    #[serde(rename = "<=")]
    AtMost,
    /// 近, 约, 左右.
    #[serde(rename = "~")]
    About,
}

impl Bound {
    /// The sign that stands for the bound, also the form of the interchange format.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::About => "~",
        }
    }
}

/// Whether the figure has come about or is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Status {
    /// It has come about.
    #[default]
    Actual,
    /// It is aimed at: 目标, 力争, 确保, 计划, or stands in a plan section.
    Target,
    /// It is expected: 预计, 有望.
    Forecast,
}

/// What is to be known before a figure is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Flag {
    /// The text has lost digits of the number; there is no value.
    Damaged,
}

/// The number of a figure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number in the figure's unit.
    Number(f64),
    /// Several numbers in proportion, as `8.3:42.9:48.8`.
    Ratio(String),
}

impl Value {
    /// The number, where the value is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Ratio(_) => None,
        }
    }

    /// The number that a person typed, or several in proportion: full-width digits and marks of thousands are
    /// allowed, an exponent or a word is not. `None` where it is none, or a comma parts no thousands (`1,5`).
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let plain = |c: char| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '．' => '.',
            '：' => ':',
            '－' | '−' => '-',
            '＋' => '+',
            '，' | ' ' | '\u{3000}' => ',',
            c => c,
        };
        let text: String = text.trim().chars().map(plain).collect();
        if text.contains(':') {
            let part = |part: &str| typed(part.trim_matches(',')).map(|_| part.replace(',', ""));
            let parts: Option<Vec<_>> = text.split(':').map(part).collect();
            return Some(Self::Ratio(parts?.join(":")));
        }
        typed(&text).map(Self::Number)
    }
}

/// A number as it is typed, its characters plain.
fn typed(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches(['+', '-']);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (first, groups) = whole.split_once(',').map_or((whole, None), |(first, groups)| (first, Some(groups)));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts_thousands = groups.is_none_or(|groups| {
        (1..=3).contains(&first.len()) && groups.split(',').all(|group| group.len() == 3 && are_digits(group))
    });
    let is_written = are_digits(first) && are_digits(fraction) && parts_thousands;
    let number = text.replace(',', "").parse::<f64>().ok();
    number.filter(|number| is_written && number.is_finite())
}

impl Serialize for Value {
    /// Whole numbers have no decimal point: `704`, not `704.0`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // Up to 2^53 every whole number is a float of its own.
            Self::Number(number) if number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Ratio(ratio) => serializer.serialize_str(ratio),
        }
    }
}

/// One number as read; one JSON object a line is the interchange form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Id of the source: the document's file name.
    pub doc: String,
    /// First character of the number with its unit, counted in Unicode scalar values from 0.
    #[serde(default)]
    pub start: u32,
    /// The character after the last. `start == end` for a figure that was not read from prose.
    #[serde(default)]
    pub end: u32,
    /// Line of the document in which the figure starts, from 1; 0 when it was not read from prose.
    #[serde(default)]
    pub paragraph: u32,
    /// The characters of the document from `start` to `end`.
    #[serde(default)]
    pub text: String,
    /// Full name of the region described, `None` when the text does not tell.
    #[serde(default)]
    pub region: Option<String>,
    /// Its code.
    #[serde(default)]
    pub region_code: Option<RegionCode>,
    /// Key of the catalogue's metric, `None` for a metric outside it.
    #[serde(default)]
    pub metric: Option<String>,
    /// What is measured, as a noun phrase a table row could bear.
    pub name: String,
    /// What the number tells of the metric.
    pub measure: Measure,
    /// The number; `None` when the text has lost digits.
    pub value: Option<Value>,
    /// The unit as written, `%` and `个百分点` for percentages, `位` for places.
    #[serde(default)]
    pub unit: String,
    /// How the number bounds the value.
    #[serde(default)]
    pub bound: Bound,
    /// The time spoken of, `None` when the text does not tell.
    #[serde(default)]
    pub period: Option<Period>,
    /// Come about or planned.
    #[serde(default)]
    pub status: Status,
    /// The group that a rank, gap or share is compared with.
    #[serde(default)]
    pub scope: Option<String>,
    /// What a growth or change is measured against: `yoy`, `avg` or the text's words.
    #[serde(default)]
    pub base: Option<String>,
    /// Why it may be wrong; nothing for a figure that is sure or was not read from prose.
    #[serde(default)]
    pub doubt: Doubts,
    /// What is to be known before the figure is used.
    #[serde(default)]
    pub flag: Option<Flag>,
    /// What a person made of the reading; nothing where nobody has looked at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

impl Figure {
    /// A figure of a document of which nothing else is told yet.
    #[must_use]
    pub const fn blank(doc: String, measure: Measure) -> Self {
        Self {
            doc,
            start: 0,
            end: 0,
            paragraph: 0,
            text: String::new(),
            region: None,
            region_code: None,
            metric: None,
            name: String::new(),
            measure,
            value: None,
            unit: String::new(),
            bound: Bound::Equal,
            period: None,
            status: Status::Actual,
            scope: None,
            base: None,
            doubt: Doubts::NONE,
            flag: None,
            review: None,
        }
    }

    /// Whether two figures of a document were read from the same characters, or from the same cell of a table.
    #[must_use]
    pub fn stands_with(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end) && (self.start < self.end || self.text == other.text)
    }

    /// What a figure is called where it is corrected: `DOC@START-END`, or `DOC@CELL` of one in a table.
    #[must_use]
    pub fn address(&self) -> String {
        if self.start == self.end && !self.text.is_empty() {
            // The cell of a table, which has no characters.
            return format!("{}@{}", self.doc, self.text);
        }
        format!("{}@{}-{}", self.doc, self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_type_them() {
        let number = |text: &str| Value::typed(text).and_then(|value| value.number());
        for (text, wanted) in [
            ("704.11", 704.11),
            ("1,234.5", 1234.5),
            ("12，345，678", 12_345_678.0),
            ("1 234", 1234.0),
            ("１２３", 123.0),
            ("－３．５", -3.5),
            ("-3.2", -3.2),
            (".5", 0.5),
        ] {
            assert_eq!(number(text), Some(wanted), "{text}");
        }
        for text in
            ["12亿", "百分之五", "5%", "inf", "1e5", "0x10", "1,5", "8,3", "1,2345", ",5", "1.2.3", "--3", "", "-"]
        {
            assert_eq!(Value::typed(text), None, "{text}");
        }
        let ratio = |text: &str| Some(Value::Ratio(text.to_owned()));
        assert_eq!(Value::typed("8.3：42.9: 48.8"), ratio("8.3:42.9:48.8"));
        assert_eq!(Value::typed("8.3:"), None);
    }

    #[test]
    fn values_read_back_from_the_shortest_form() {
        let cases = [(704.0, "704"), (-3.1, "-3.1"), (0.0, "0"), (0.6667, "0.6667")];
        for (number, text) in cases {
            let value = Value::Number(number);
            assert_eq!(serde_json::to_string(&value).unwrap(), text);
            assert_eq!(serde_json::from_str::<Value>(text).unwrap(), value);
        }
    }
}
