//! Units where there is little room.

use crate::{model::Language, tui::widgets::text::width};

/// The unit of a difference of two percentages.
const POINTS: &str = "个百分点";

/// Units that are long, and how they are written where there is no room: a unit is never cut, as 万亿 of
/// 万亿元 would be another one.
const SHORTER: &[(&str, &str)] = &[
    ("平方公里", "㎢"),
    ("万平方公里", "万㎢"),
    ("平方米", "㎡"),
    ("万平方米", "万㎡"),
    ("亿平方米", "亿㎡"),
    ("立方米", "㎥"),
    ("万立方米", "万㎥"),
    ("亿立方米", "亿㎥"),
    ("微克/立方米", "㎍/㎥"),
    ("千瓦时", "㎾h"),
    ("万千瓦时", "万㎾h"),
    ("亿千瓦时", "亿㎾h"),
    ("万千瓦", "万㎾"),
    ("亿千瓦", "亿㎾"),
    ("吨标准煤/万元", "吨/万元"),
];

/// A unit in so many cells: in full, short, or a sign that there is one.
pub(crate) fn unit_in(unit: &str, cells: u16, lang: Language) -> &str {
    if width(unit) <= cells {
        return unit;
    }
    let short = if unit == POINTS {
        lang.pick("点", "pp")
    } else {
        SHORTER.iter().find(|(long, _)| *long == unit).map_or("…", |(_, short)| short)
    };
    if width(short) <= cells { short } else { "…" }
}
