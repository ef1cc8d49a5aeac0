//! Units as Chinese reports write them, and how they compare.

/// What kind of quantity a unit measures; only quantities of one dimension compare.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// A place in an order.
    Place,
    /// A proportion of several numbers.
    Proportion,
    /// Anything else, by the unit it is counted in: `元`, `公斤`, `亩`, `家`, ….
    Counted(String),
}

/// A unit with its scale: `亿元` is 1e8 of `元`.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// How many of the dimension's base unit one of this unit is.
    pub scale: f64,
    /// What it measures.
    pub dimension: Dimension,
}

/// Units that are so many of another.
const CONVERSIONS: &[(&str, f64, &str)] = &[
    ("公斤", 2.0, "斤"),
    ("千克", 2.0, "斤"),
    ("吨", 2000.0, "斤"),
    ("㎡", 1.0, "平方米"),
    ("平方公里", 1e6, "平方米"),
    ("平方千米", 1e6, "平方米"),
    ("公顷", 15.0, "亩"),
    ("公里", 1e3, "米"),
    ("千米", 1e3, "米"),
    ("千瓦", 1e3, "瓦"),
    ("兆瓦", 1e6, "瓦"),
    ("人次", 1.0, "人次"),
];

impl Unit {
    /// Reads a unit as written; every text is a unit, at worst one of its own kind.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        match text {
            "%" | "％" => return Self { scale: 1.0, dimension: Dimension::Percent },
            "个百分点" | "百分点" => return Self { scale: 1.0, dimension: Dimension::PercentagePoint },
            "位" | "名" => return Self { scale: 1.0, dimension: Dimension::Place },
            "比" => return Self { scale: 1.0, dimension: Dimension::Proportion },
            _ => {}
        }
        let mut scale = 1.0;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let factor = match first {
                // 千米, 千克, 千瓦 are units of their own.
                '千' if CONVERSIONS.iter().any(|(name, ..)| rest == *name) => break,
                '十' => 1e1,
                '百' => 1e2,
                '千' => 1e3,
                '万' => 1e4,
                '亿' => 1e8,
                _ => break,
            };
            scale *= factor;
            rest = &rest[first.len_utf8()..];
        }
        match CONVERSIONS.iter().find(|(name, ..)| *name == rest) {
            Some((_, factor, base)) => {
                Self { scale: scale * factor, dimension: Dimension::Counted((*base).to_owned()) }
            }
            None => Self { scale, dimension: Dimension::Counted(rest.to_owned()) },
        }
    }

    /// The factor by which a number in this unit is multiplied to be one in `other`; `None` when the
    /// two measure different things.
    #[must_use]
    pub fn factor_to(&self, other: &Self) -> Option<f64> {
        (self.dimension == other.dimension).then(|| self.scale / other.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_and_conversions() {
        let factor = |from: &str, to: &str| Unit::parse(from).factor_to(&Unit::parse(to));
        assert_eq!(factor("亿元", "万元"), Some(1e4));
        assert_eq!(factor("万元", "元"), Some(1e4));
        assert_eq!(factor("亿斤", "万吨"), Some(5.0));
        assert_eq!(factor("千米", "公里"), Some(1.0));
        assert_eq!(factor("％", "%"), Some(1.0));
        assert_eq!(factor("%", "个百分点"), None);
        assert_eq!(factor("元", "美元"), None);
    }
}
